import { useInfiniteQuery } from '@tanstack/react-query'
import { analysisLimits } from '@weerklank/core/analysis/analysis'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageState } from '../ui/PageState.tsx'
import { TextField } from '../ui/TextField.tsx'
import { quotesQuery } from './analysis.queries.ts'
import { ticked } from './analysis-draft.ts'
import { codePanelText } from './code-panel.text.ts'
import type { CodeLine } from './code-tree.ts'
import { TickList } from './TickList.tsx'
import type { Acts } from './use-acts.ts'
import { nextColour } from './use-give.ts'

type Props = { onClose: () => void; analysis: Analysis; line: CodeLine; acts: Acts }

/** Lets some of the quotes of a code become those of a new one beside it. */
export function CodeSplit({ onClose, analysis, line, acts }: Props) {
  const text = useText(codePanelText)
  const query = useInfiniteQuery(quotesQuery(analysis.id, { codes: line.code.id, below: 'no' }))
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const { code } = line
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') return document.getElementById('thema-nieuw')?.focus()
    if (chosen.length === 0) return
    const { definition, include, exclude, example } = code
    const fresh = {
      id: newId(),
      name,
      definition,
      include,
      exclude,
      example,
      colour: nextColour(analysis.codes),
    }
    void acts.act({ kind: 'split-code', code: code.id, parts: [{ code: fresh, codings: [...chosen] }] })
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={text.splitTitle(code.name)}>
      <form noValidate className="wk-stack" onSubmit={handleSubmit}>
        <p>{text.splitText}</p>
        <TextField
          id="thema-nieuw"
          label={text.splitName}
          maxLength={analysisLimits.codeName}
          value={name}
          error={tried && name.trim() === '' ? text.nameMissing : undefined}
          onChange={setName}
        />
        <PageState query={query}>
          {({ pages }) => (
            <TickList
              label={text.splitQuotes}
              options={pages.flatMap(({ quotes }) =>
                quotes.map(({ id, text: words, speaker }) => ({
                  value: id as string,
                  label: `‘${words}’`,
                  aside: speaker,
                })),
              )}
              chosen={chosen}
              onTick={(id, on) => setChosen(ticked(chosen, id, on))}
            />
          )}
        </PageState>
        {query.hasNextPage && (
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {text.splitMore}
          </Button>
        )}
        <FormEnd busy={false} error={tried && chosen.length === 0 ? text.splitNone : undefined}>
          {text.splitDo}
        </FormEnd>
      </form>
    </Dialog>
  )
}

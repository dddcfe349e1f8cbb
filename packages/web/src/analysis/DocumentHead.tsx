import { useNavigate } from '@tanstack/react-router'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { codingText } from './coding.text.ts'
import { TextSearch } from './coding-later.tsx'
import { DocumentSwitch } from './DocumentSwitch.tsx'

type Props = { analysis: Analysis; document: string }

/** Above the words: which text, whether everything is kept, and searching in all texts. */
export function DocumentHead({ analysis, document }: Props) {
  const text = useText(codingText)
  const navigate = useNavigate()
  const [searching, setSearching] = useState(false)
  const { id, codes } = analysis
  const isNew = codes.every(({ quotes }) => quotes === 0)
  return (
    <div className="wk-coding__head">
      <div className="wk-row">
        <DocumentSwitch
          analysis={analysis}
          document={document}
          onSwitch={(tekst) =>
            void navigate({ to: '/duiden/$analysis', params: { analysis: id }, search: { tekst } })
          }
        />
        <Button
          variant="quiet"
          icon="search"
          aria-expanded={searching}
          className="wk-no-print"
          onClick={() => setSearching(!searching)}
        >
          {text.search}
        </Button>
      </div>
      <TextSearch analysis={id} open={searching} />
      {isNew && <p className="wk-muted wk-small">{text.hint}</p>}
    </div>
  )
}

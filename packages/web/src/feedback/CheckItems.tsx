import { smallMultiples } from '@weerklank/core/charts/small-multiples'
import { smallMultiplesSentence } from '@weerklank/core/charts/small-multiples-words'
import type { ItemLines } from '@weerklank/core/feedback/check-items'
import { valueLabel } from '@weerklank/core/feedback/instrument.score'
import type { Language } from '@weerklank/core/shared/language'
import { useMemo, useRef } from 'react'
import { useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { SvgPicture } from '../ui/SvgPicture.tsx'
import { Table } from '../ui/Table.tsx'
import { CheckKeep } from './CheckKeep.tsx'
import { checkPictureText } from './check-picture.text.ts'
import { itemsFile } from './check-whole-file.ts'
import { useWidth } from './check-width.ts'

type Props = {
  items: ItemLines
  name: string
  language: Language
  made: string
  caution: string
  file: string
  mayKeep: boolean
}

/** One small line for each question, all on one scale; in a sentence and as a table too. */
export function CheckItems({ items, name, language, made, caution, file, mayKeep }: Props) {
  const text = useText(checkPictureText)
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const { instrument, lines, dates, days } = items
  const title = text.itemsTitle(name)
  const sentence = smallMultiplesSentence({ lang: language, lines })
  const { scale, signals } = instrument
  const input = useMemo(
    () => ({
      ...{ lang: language, idPrefix: 'per-vraag', title, description: sentence, lines, dates },
      below: signals.itemBelow.value,
      scale: { min: scale.min, max: scale.max, step: scale.max - scale.min },
    }),
    [language, title, sentence, lines, dates, signals, scale],
  )
  const svg = width === null ? '' : smallMultiples({ ...input, width }).svg
  const rows = days.map((day, index) => ({ id: `${index}`, day, index })).reverse()
  return (
    <>
      <p>{sentence}</p>
      <div ref={frame} className="wk-check-items">
        <SvgPicture svg={svg} />
      </div>
      <Disclosure label={text.itemsTable} className="wk-no-print">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls by keyboard must reach what scrolls */}
        {/* biome-ignore lint/a11y/useSemanticElements: as in CheckTable */}
        <div className="wk-check-table" role="group" aria-label={title} tabIndex={0}>
          <Table
            caption={title}
            columns={[
              { id: 'day', head: text.day, cell: ({ day }: (typeof rows)[number]) => day },
              ...lines.map(({ id, label, values }) => ({
                id,
                head: label,
                numeric: true,
                cell: ({ index }: (typeof rows)[number]) => cellOf(values[index], language, text.empty),
              })),
            ]}
            rows={rows}
            rowId={({ id }) => id}
          />
        </div>
      </Disclosure>
      {mayKeep && (
        <CheckKeep draw={() => itemsFile({ input, sentence, below: [caution, made] })} name={file} />
      )}
    </>
  )
}

function cellOf(value: number | null | undefined, language: Language, empty: string): string {
  return value === null || value === undefined ? empty : valueLabel(value, language)
}

import type { MapRow } from '@weerklank/core/charts/synergy-map-rows'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { mapText } from './map.text.ts'

type Props = { rows: readonly MapRow[]; onOpen: (element: string) => void }

/** All that the map shows, element by element: the way in for keyboard, phone and who listens. */
export function MapList({ rows, onOpen }: Props) {
  const text = useText(mapText)
  const bands = [...new Set(rows.map(({ band }) => band))]
  return (
    <Section title={text.list}>
      <div className="wk-map-bands">
        {bands.map((band) => (
          <div key={band}>
            <h3>{band}</h3>
            <ol className="wk-map-list">
              {rows
                .filter((row) => row.band === band)
                .map(({ key, number, name, quotes, voices, remark }) => (
                  <li key={key} value={number}>
                    <TextButton
                      aria-label={`${text.open(name)}. ${text.quotes}: ${quotes}`}
                      onClick={() => onOpen(key)}
                    >
                      {name}
                    </TextButton>
                    <span className="wk-muted wk-small">
                      {quotes === 0 ? '' : `${quotes}: `}
                      {voices}
                      {remark === '' ? '' : ` · ${remark}`}
                    </span>
                  </li>
                ))}
            </ol>
          </div>
        ))}
      </div>
    </Section>
  )
}

import './format.css'
import { useQuery } from '@tanstack/react-query'
import type { ListedFormat } from '@weerklank/core/dialogue/format.contract'
import { useLanguage, useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { formatListQuery } from './format.queries.ts'
import { formatText } from './format.text.ts'
import type { PlanningBegan } from './planning-began.ts'

type Props = {
  keys: readonly string[]
  isMain?: boolean
  /** What planning one of them begins with. */
  began?: PlanningBegan
}

/** Formats by key, the best first, each with what the organisation made of it. To plan the first is the main action, if it is one. */
export function FormatLines({ keys, isMain = true, began }: Props) {
  const text = useText(formatText)
  const language = useLanguage()
  const { data } = useQuery(formatListQuery)
  const isOf = (key: string, { own, ...one }: ListedFormat) =>
    one.key === key || (own?.from === key && one.canBeHeld)
  const found = keys.flatMap((key) => data?.formats.filter((one) => isOf(key, one)) ?? [])
  return (
    <ul className="wk-lines">
      {found.map((format, at) => (
        <li key={format.key} className="wk-formats__line">
          <div>
            <p>
              {at > 0 && <span className="wk-muted">{text.also}: </span>}
              <strong>{format.name[language]}</strong>
            </p>
            <p>{format.purpose[language]}</p>
            <p className="wk-muted wk-small">
              {text.duration(format.minutes)} · {text.persons(format.minPeople, format.maxPeople)}
            </p>
          </div>
          <div className="wk-actions wk-no-print">
            {format.canBeHeld && (
              <LinkButton
                variant={isMain && at === 0 ? 'primary' : 'outline'}
                to="/gesprekken/nieuw"
                search={{ ...began, vorm: format.key } as never}
              >
                {text.planBy(format.name[language])}
              </LinkButton>
            )}
            <LinkButton variant="quiet" to="/gesprekken/vormen/$format" params={{ format: format.key }}>
              {text.open(format.name[language])}
            </LinkButton>
          </div>
        </li>
      ))}
    </ul>
  )
}

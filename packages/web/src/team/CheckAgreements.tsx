import type { CircleCheckDetails } from '@weerklank/core/team/circle-check.contract'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { checkText } from './check.text.ts'

/** What was agreed since the last time the same was asked: it stands beside the next check. */
export function CheckAgreements({ check: { agreements } }: { check: CircleCheckDetails }) {
  const text = useText(checkText)
  if (agreements.length === 0) return null
  return (
    <Section title={text.agreements}>
      <ul className="wk-lines">
        {agreements.map(({ text: said, madeAt, isOpen }) => (
          <li key={`${madeAt} ${said}`}>
            {said} <span className="wk-muted wk-small">({isOpen ? text.open : text.closed})</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

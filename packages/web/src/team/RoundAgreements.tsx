import type { RoundDetails } from '@weerklank/core/team/team.contract'
import { useText } from '../language/use-text.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Section } from '../ui/Section.tsx'
import { roundReportText } from './round-report.text.ts'

/** What the team agreed since the round before: it stands beside the next one, open or closed. */
export function RoundAgreements({ round: { agreements, circle } }: { round: RoundDetails }) {
  const text = useText(roundReportText)
  if (agreements.length === 0 || circle === null) return null
  return (
    <Section title={text.agreements} intro={text.agreementsIntro}>
      <ul className="wk-lines">
        {agreements.map(({ text: said, madeAt, isOpen }) => (
          <li key={`${madeAt} ${said}`}>
            {said} <span className="wk-muted wk-small">({isOpen ? text.open : text.ended})</span>
          </li>
        ))}
      </ul>
      <div className="wk-actions wk-no-print">
        <LinkButton variant="quiet" to="/team/$relation" params={{ relation: circle.relation }}>
          {text.toTeam}
        </LinkButton>
      </div>
    </Section>
  )
}

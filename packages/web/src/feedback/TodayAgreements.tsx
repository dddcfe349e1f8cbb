import { Link } from '@tanstack/react-router'
import type { Today } from '@weerklank/core/feedback/feedback.contract'
import type { DaySeen } from '@weerklank/core/shared/day-words'
import { useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Section } from '../ui/Section.tsx'
import { todayText } from './today.text.ts'
import { agreementMoment, agreementStory } from './today-agreement.ts'

type Props = { agreements: Today['agreements']; seen: DaySeen }

/** A quiet list: what was agreed, and when it comes back as a question. */
export function TodayAgreements({ agreements, seen }: Props) {
  const text = useText(todayText)
  const { name } = useMe().member
  if (agreements.length === 0) return null
  return (
    <Section title={text.agreements}>
      <ul className="wk-lines">
        {agreements.map((agreement) => {
          const { tone, label } = agreementMoment(agreement, seen)
          return (
            <li key={agreement.id} className="wk-today__agreement">
              <Icon name="return" className="wk-today__agreement-icon" />
              <div>
                <Link
                  className="wk-today__title"
                  to="/samenwerkingen/$relation"
                  params={{ relation: agreement.relation }}
                >
                  {agreement.text}
                </Link>
                <p className="wk-muted wk-small">{agreementStory(agreement, name, seen)}</p>
              </div>
              <Chip tone={tone}>{label}</Chip>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

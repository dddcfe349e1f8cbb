import { Link } from '@tanstack/react-router'
import type { CircleAgreement, CircleDetails } from '@weerklank/core/team/circle.contract'
import { useState } from 'react'
import { useDates } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Section } from '../ui/Section.tsx'
import { CircleDays } from './CircleDays.tsx'
import { CircleDebrief } from './CircleDebrief.tsx'
import { CirclePlan } from './CirclePlan.tsx'
import { circleOverviewText } from './circle-overview.text.ts'
import { FamilyWords } from './FamilyWords.tsx'

/** What comes next, what was agreed, what the family is asked or told, who belongs to it, and its days. */
export function CircleOverview({ details }: { details: CircleDetails }) {
  const text = useText(circleOverviewText)
  return (
    <div className="wk-stack wk-stack--wide">
      {details.isMidcourse && (
        <Card tone="warm" as="section">
          <h2>{text.midcourse}</h2>
          <p>{text.midcourseText}</p>
        </Card>
      )}
      <Next details={details} />
      <Section title={text.agreements} intro={text.agreementsIntro}>
        {details.agreements.length === 0 ? (
          <p className="wk-muted">{text.agreementsNone}</p>
        ) : (
          <ul className="wk-lines">
            {details.agreements.map((one) => (
              <Agreement key={`${one.madeAt} ${one.text}`} agreement={one} />
            ))}
          </ul>
        )}
      </Section>
      {details.state.status === 'running' && <CircleDebrief relation={details.relation} />}
      <FamilyWords details={details} />
      <Who details={details} />
      <CircleDays key={details.version} details={details} />
    </div>
  )
}

function Next({ details: { next, relation, may, state } }: { details: CircleDetails }) {
  const text = useText(circleOverviewText)
  const dates = useDates()
  const [planning, setPlanning] = useState(false)
  return (
    <Section title={text.next}>
      {next === null ? (
        <p className="wk-muted">{text.nextNone}</p>
      ) : (
        <p>
          <Link to="/gesprekken/$meeting" params={{ meeting: next.id }}>
            {next.title}
          </Link>
          {` – ${dates.weekday(next.at)}, ${dates.clock(next.at)}`}
        </p>
      )}
      {may.change && state.status !== 'ended' && (
        <div className="wk-actions wk-no-print">
          <Button variant={next === null ? 'primary' : 'outline'} onClick={() => setPlanning(true)}>
            {text.plan}
          </Button>
        </div>
      )}
      {planning && <CirclePlan relation={relation} onClose={() => setPlanning(false)} />}
    </Section>
  )
}

/** What was agreed and how it went since, in counts. */
function Agreement({ agreement }: { agreement: CircleAgreement }) {
  const text = useText(circleOverviewText)
  const dates = useDates()
  const { endedAt, madeAt, echoes } = agreement
  const said = (['changed', 'a-bit', 'not-yet'] as const)
    .filter((answer) => echoes[answer] > 0)
    .map((answer) => text.echoes[answer](echoes[answer]))
  const standing = endedAt === null ? text.since(dates.dayMonth(madeAt)) : text.ended(dates.dayMonth(endedAt))
  return (
    <li className="wk-circle-line">
      {agreement.text}
      <p className="wk-muted wk-small">{[standing, ...said].join(' · ')}</p>
    </li>
  )
}

function Who({ details: { count, sides, people } }: { details: CircleDetails }) {
  const text = useText(circleOverviewText)
  const facts = sides.map(({ name, people: n }) => text.side(name, n))
  const isTwice = people.some((one) => one.active && one.sides.length > 1)
  return (
    <Section title={text.who}>
      <p>{[text.count(count), ...facts].join(' · ')}</p>
      {isTwice && <p className="wk-muted wk-small">{text.twice}</p>}
    </Section>
  )
}

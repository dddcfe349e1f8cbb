import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DaySeen } from '@weerklank/core/shared/day-words'
import { shortDay } from '@weerklank/core/shared/day-words'
import { useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { Section } from '../ui/Section.tsx'
import { ruptureReviewsQuery } from './rupture.queries.ts'
import { ruptureText } from './rupture.text.ts'

/** On *Vandaag*: repairs to look back at, from a week before the day that was agreed. Nothing where there are none. */
export function TodayReviews({ seen }: { seen: DaySeen }) {
  const text = useText(ruptureText)
  const { data } = useQuery(ruptureReviewsQuery())
  if (data === undefined || data.reviews.length === 0) return null
  return (
    <Section title={text.reviews}>
      <ul className="wk-lines">
        {data.reviews.map(({ rupture, relation, title, name, reviewOn }) => (
          <li key={rupture}>
            <Link
              to="/samenwerkingen/$relation/schuurt/$rupture"
              params={{ relation, rupture }}
              search={{ stap: 'outcome' }}
            >
              {text.reviewWith(name)}
            </Link>{' '}
            {/* At noon, so that it is that day in every zone of Europe. */}
            <Chip tone={reviewOn <= seen.today ? 'warm' : 'plain'}>
              {shortDay(`${reviewOn}T12:00:00.000Z`, seen)}
            </Chip>
            <p className="wk-muted wk-small">{title}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

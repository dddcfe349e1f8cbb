import { Link } from '@tanstack/react-router'
import type { OpenRequest } from '@weerklank/core/consent/person.contract'
import { type DaySeen, dayInSentence } from '@weerklank/core/shared/day-words'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { personRequestText } from './person-request.text.ts'
import { requestsPlace } from './requests-place.ts'

/** What people asked about their data and waits for an answer: one quiet line each, that leads to where one answers. */
export function TodayRequests({ requests, seen }: { requests: readonly OpenRequest[]; seen: DaySeen }) {
  const text = useText(personRequestText)
  return (
    <Section title={text.title}>
      <ul className="wk-lines">
        {requests.map((request) => (
          <li key={request.id}>
            <Link
              className="wk-today__title"
              to="/samenwerkingen/$relation"
              params={{ relation: request.relation }}
              hash={requestsPlace}
            >
              {request.askedBy === null
                ? `${request.name} ${text.asks[request.kind]}`
                : `${request.askedBy || text.parent} ${text.asksFor(request.name)[request.kind]}`}
            </Link>
            <p className="wk-muted wk-small">{text.onIn(dayInSentence(request.at, seen), request.title)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

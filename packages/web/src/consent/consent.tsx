import './consent.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RelationPerson } from '@weerklank/core/consent/person.contract'
import { useMe } from '../access/access.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { relationConsentQuery } from './consent.queries.ts'
import { consentText } from './consent.text.ts'
import { consentSummary } from './consent-view.ts'

/** What everybody of a collaboration chose, in a few lines; the page behind it asks and changes. */
export function RelationConsent({ relation }: { relation: string }) {
  const text = useText(consentText)
  const query = useQuery(relationConsentQuery(relation))
  return (
    <div className="wk-no-print">
      <Section
        title={text.title}
        aside={
          <Link to="/samenwerkingen/$relation/toestemming" params={{ relation }}>
            {text.open}
          </Link>
        }
      >
        <PageState query={query} loading={<Skeleton lines={2} />}>
          {({ people }) => (
            <ul className="wk-lines">
              {people.map((person) => (
                <PersonLine key={person.person} person={person} />
              ))}
            </ul>
          )}
        </PageState>
      </Section>
    </div>
  )
}

function PersonLine({ person }: { person: RelationPerson }) {
  const text = useText(consentText)
  const language = useLanguage()
  const me = useMe().member.id
  const lines = consentSummary(person, text, language)
  const isMe = person.isMember && (person.person as string) === me
  return (
    <li className="wk-consent-line">
      <p>
        <strong>{person.name}</strong>
        {isMe && ` (${text.you})`}
      </p>
      {lines.length === 0 && <p className="wk-muted wk-small">{text.nothingAsked}</p>}
      {lines.map(({ state, purposes }) => (
        <p key={state.words} className="wk-small">
          <span className={`wk-consent-state wk-consent-state--${state.tone}`}>{state.words}</span>
          {': '}
          {purposes.join(' · ')}
        </p>
      ))}
    </li>
  )
}

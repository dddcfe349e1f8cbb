import './consent.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RelationPerson } from '@weerklank/core/consent/person.contract'
import { useMe } from '../access/access.ts'
import { listWords } from '../language/moment-words.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Fold } from '../ui/Fold.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { relationConsentQuery } from './consent.queries.ts'
import { consentText } from './consent.text.ts'
import { consentSummary, inOrder, type SummaryLine } from './consent-view.ts'

/** What everybody of a collaboration chose, in a few lines; the page behind it asks and changes. */
export function RelationConsent({ relation, mayChange }: { relation: string; mayChange: boolean }) {
  const text = useText(consentText)
  const query = useQuery(relationConsentQuery(relation))
  const all = query.data?.people
  return (
    <Fold
      title={text.title}
      state={all === undefined ? '' : <State people={all} />}
      asks={query.error !== null || (all?.some(isWaiting) ?? false)}
    >
      <PageState query={query} loading={<Skeleton lines={2} />}>
        {({ people }) => <People people={people} />}
      </PageState>
      {mayChange && (
        <p>
          <Link to="/samenwerkingen/$relation/toestemming" params={{ relation }}>
            {text.open}
          </Link>
        </p>
      )}
    </Fold>
  )
}

/** Somebody said yes, and somebody else has to say it too. */
const isWaiting = ({ isShown, choices }: RelationPerson) =>
  isShown && choices.some(({ status }) => status.state === 'waiting')

/** Who chose something, and who was asked nothing yet. */
function State({ people }: { people: readonly RelationPerson[] }) {
  const text = useText(consentText)
  const language = useLanguage()
  const me: string = useMe().member.id
  const shown = inOrder(
    people.filter(({ isShown }) => isShown),
    me,
  )
  const named = (some: readonly RelationPerson[]) =>
    listWords(
      some.map(({ person, name }) => (person === me ? text.you : name)),
      language,
    )
  const chose = shown.filter((person) => consentSummary(person, text, language).length > 0)
  const rest = shown.filter((person) => !chose.includes(person))
  return [
    ...(chose.length > 0 ? [text.chose(named(chose))] : []),
    ...(rest.length > 0 ? [text.nothingAsked(named(rest))] : []),
  ].join(' ')
}

/** Who chose something each on her own line; who was asked nothing yet together in one. */
function People({ people: all }: { people: readonly RelationPerson[] }) {
  const text = useText(consentText)
  const language = useLanguage()
  const me: string = useMe().member.id
  const people = all.filter(({ isShown }) => isShown)
  const lines = inOrder(people, me).map((person) => ({
    person,
    lines: consentSummary(person, text, language),
  }))
  const rest = lines.filter((one) => one.lines.length === 0)
  const names = rest.map(({ person }) => (person.person === me ? text.you : person.name))
  return (
    <>
      {rest.length < people.length && (
        <ul className="wk-lines">
          {lines.map((one) => one.lines.length > 0 && <PersonLine key={one.person.person} {...one} />)}
        </ul>
      )}
      {rest.length > 0 && (
        <p className="wk-muted wk-small">{text.nothingAsked(listWords(names, language))}</p>
      )}
    </>
  )
}

function PersonLine({ person, lines }: { person: RelationPerson; lines: readonly SummaryLine[] }) {
  return (
    <li className="wk-consent-line">
      <p>
        <strong>{person.name}</strong>
      </p>
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

import './consent.css'
import './consent-page.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { RelationPerson } from '@weerklank/core/consent/person.contract'
import { useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { ConsentChoices } from './ConsentChoices.tsx'
import { ConsentFamily } from './ConsentFamily.tsx'
import { ConsentOwnPage } from './ConsentOwnPage.tsx'
import { relationConsentQuery } from './consent.queries.ts'
import { consentPageText } from './consent-page.text.ts'
import { inOrder, offeredChoices } from './consent-view.ts'

const from = '/members/samenwerkingen/$relation/toestemming'

/** The choices of one person of a collaboration: seen, asked and written down. */
export function ConsentPage() {
  const text = useText(consentPageText)
  const { relation } = useParams({ from })
  const { wie } = useSearch({ from })
  const me = useMe().member.id
  const query = useQuery(relationConsentQuery(relation))
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        back={
          <Link to="/samenwerkingen/$relation" params={{ relation }}>
            {text.back}
          </Link>
        }
      />
      <PageState query={query}>
        {({ people: all }) => {
          const people = inOrder(all, me)
          const person = people.find((one) => one.person === wie) ?? people[0]
          return (
            person !== undefined && (
              <>
                <People relation={relation} people={people} shown={person.person} />
                <Person key={person.person} relation={relation} person={person} people={people} />
              </>
            )
          )
        }}
      </PageState>
    </>
  )
}

type PeopleProps = { relation: string; people: readonly RelationPerson[]; shown: string }

function People({ relation, people, shown }: PeopleProps) {
  const text = useText(consentPageText)
  const me: string = useMe().member.id
  if (people.length < 2) return null
  return (
    <nav aria-label={text.people} className="wk-no-print">
      <ul className="wk-consent-people">
        {people.map(({ person, name }) => (
          <li key={person}>
            <Link
              to="/samenwerkingen/$relation/toestemming"
              params={{ relation }}
              search={{ wie: person }}
              replace
              resetScroll={false}
              activeProps={{ 'aria-current': undefined }}
              aria-current={person === shown ? 'true' : undefined}
            >
              {name}
              {person === me && ` (${text.you})`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Props = { relation: string; person: RelationPerson; people: readonly RelationPerson[] }

function Person({ relation, person, people }: Props) {
  const text = useText(consentPageText)
  // A colleague decides for herself, and a guest for nobody else: the server tells nothing and refuses it too.
  const mayWrite = person.isShown
  return (
    <div className="wk-columns">
      <Section title={text.choices(person.name)} intro={text.choicesIntro}>
        {!mayWrite && (
          <p className="wk-muted">{(person.isMember ? text.decidesSelf : text.notShown)(person.name)}</p>
        )}
        {!person.mayBeAsked && <p>{text.mayNotBeAsked(person.name)}</p>}
        <ConsentChoices
          relation={relation}
          person={person}
          choices={offeredChoices(person)}
          mayWrite={mayWrite}
        />
      </Section>
      <div className="wk-stack wk-stack--wide">
        {mayWrite && <ConsentOwnPage relation={relation} person={person} />}
        {mayWrite && !person.isMember && (
          <ConsentFamily relation={relation} person={person} people={people} />
        )}
      </div>
    </div>
  )
}

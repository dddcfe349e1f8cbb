import { Link } from '@tanstack/react-router'
import type { Today } from '@weerklank/core/feedback/feedback.contract'
import { voiceFamily } from '@weerklank/core/relation/relation'
import { type Instant, millis } from '@weerklank/core/shared/time'
import { useDates } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { useRelationWords } from '../relation/relation.ts'
import { classes } from '../ui/classes.ts'
import { Section } from '../ui/Section.tsx'
import { VoiceBadges } from '../ui/VoiceBadges.tsx'
import { todayText } from './today.text.ts'

type Contact = Today['contacts'][number]
type Props = { contacts: readonly Contact[]; now: Instant }

/** A network may have forty people; the page of the collaboration shows all of them. */
const shownPeople = 9

/** Who is coming today, in order; the one that comes next is marked. */
export function TodayContacts({ contacts, now }: Props) {
  const text = useText(todayText)
  const next = contacts.find(({ at }) => millis(at) >= millis(now))
  return (
    <Section title={text.contacts}>
      {contacts.length === 0 && <p className="wk-muted">{text.noContacts}</p>}
      {contacts.length > 0 && (
        <ol className="wk-today__contacts">
          {contacts.map((contact) => (
            <ContactLine key={contact.id} contact={contact} isNext={contact === next} />
          ))}
        </ol>
      )}
    </Section>
  )
}

function ContactLine({ contact, isNext }: { contact: Contact; isNext: boolean }) {
  const text = useText(todayText)
  const dates = useDates()
  const words = useRelationWords()
  const what = [
    contact.kind === 'repair-talk' ? words.contactKind(contact.kind) : '',
    contact.place,
    contact.askBack ? text.askBack : '',
  ]
  return (
    <li className={classes('wk-today__contact', isNext && 'wk-today__contact--next')}>
      <time className="wk-today__time" dateTime={contact.at}>
        {dates.clock(contact.at)}
      </time>
      <div className="wk-today__who">
        <Link
          className="wk-today__title"
          to="/samenwerkingen/$relation"
          params={{ relation: contact.relation }}
        >
          {contact.title}
        </Link>
        <p className="wk-muted wk-small">{inSentences(what)}</p>
        <VoiceBadges
          size="small"
          people={contact.participants.slice(0, shownPeople).map(({ id, name, voice }) => ({
            id,
            name,
            family: voiceFamily(voice),
          }))}
        />
      </div>
    </li>
  )
}

/** "Herstelgesprek. Bij hen thuis. Vraag ook: is het veranderd?" */
function inSentences(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '')
  return said
    .map((part, index) => (index < said.length - 1 && !/[.?!]$/.test(part) ? `${part}.` : part))
    .join(' ')
}

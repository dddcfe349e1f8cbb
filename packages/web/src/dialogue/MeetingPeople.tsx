import { meetingRoleWords } from '@weerklank/core/dialogue/format.words'
import type { MeetingDetails, MeetingPlace } from '@weerklank/core/dialogue/meeting.contract'
import { voiceFamily } from '@weerklank/core/relation/relation'
import { voiceWord } from '@weerklank/core/relation/relation.words'
import { useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import { MeetingInvite } from './MeetingInvite.tsx'
import { meetingText } from './meeting.text.ts'

/** Who sits at the table, as what, with what each chose; and whether there may be filming. */
export function MeetingPeople({ meeting }: { meeting: MeetingDetails }) {
  const text = useText(meetingText)
  const language = useLanguage()
  const [invited, setInvited] = useState<string | null>(null)
  const place = meeting.places.find(({ id }) => id === invited)
  const { filming } = meeting
  return (
    <Section title={text.table} intro={text.tableIntro}>
      <p className={filming === 'no' ? 'wk-notice' : 'wk-muted'}>
        {filming === 'no' ? <b>{text.filming.no}</b> : text.filming[filming]}
      </p>
      {meeting.status === 'planned' && meeting.problems.length > 0 && (
        <ul className="wk-small">
          {meeting.problems.map((one) => (
            <li key={`${one.problem}-${'role' in one ? one.role : ''}`}>
              {'role' in one
                ? text.problems[one.problem](meetingRoleWords[one.role][language], one.count)
                : text.problems[one.problem](one.count)}
            </li>
          ))}
        </ul>
      )}
      <ul className="wk-meeting-places">
        {meeting.places
          .filter(({ active }) => active)
          .map((one) => (
            <PlaceLine key={one.id} meeting={meeting} place={one} onInvite={() => setInvited(one.id)} />
          ))}
      </ul>
      {place !== undefined && (
        <MeetingInvite meeting={meeting.id} place={place} onClose={() => setInvited(null)} />
      )}
    </Section>
  )
}

type LineProps = { meeting: MeetingDetails; place: MeetingPlace; onInvite: () => void }

function PlaceLine({ meeting, place, onInvite }: LineProps) {
  const text = useText(meetingText)
  const language = useLanguage()
  const isGuest = place.member === null
  const facts = [
    meetingRoleWords[place.role][language],
    isGuest ? voiceWord(place.voice, language) : text.colleague,
    text.attends[place.attends],
  ]
  return (
    <li>
      <div className="wk-stack wk-stack--tight">
        <span className="wk-row">
          <VoiceBadge family={voiceFamily(place.voice)} name={place.name} size="small" />
          <b>
            {place.name}
            {place.id === meeting.own && ` (${text.you})`}
          </b>
        </span>
        <span className="wk-muted wk-small">{facts.join(' · ')}</span>
        <Uses place={place} />
        {place.lacksParent && <p className="wk-small">{text.lacksParent}</p>}
      </div>
      {isGuest && meeting.may.invite && (
        <div className="wk-stack wk-stack--tight wk-no-print">
          <Button
            onClick={onInvite}
            aria-label={`${place.linkUntil === null ? text.invite : text.inviteAgain}: ${place.name}`}
          >
            {place.linkUntil === null ? text.invite : text.inviteAgain}
          </Button>
          <span className="wk-muted wk-small">
            {place.linkUntil === null ? text.noLink : place.seen ? text.seen : text.notSeen}
          </span>
        </div>
      )}
    </li>
  )
}

const uses = ['film', 'analyse', 'train', 'quote'] as const

function Uses({ place }: { place: MeetingPlace }) {
  const text = useText(meetingText)
  const shown = uses.flatMap((use) => {
    const verdict = place.uses[use] ?? null
    return verdict === null ? [] : [{ use, verdict }]
  })
  if (shown.length === 0) return null
  return (
    <ul className="wk-meeting-uses wk-small">
      {shown.map(({ use, verdict }) => (
        <li key={use}>
          {text.uses[use]}: {verdict === 'no' ? <b>{text.verdict.no}</b> : text.verdict[verdict]}
        </li>
      ))}
    </ul>
  )
}

import './meeting.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { MeetingSummary } from '@weerklank/core/dialogue/meeting.contract'
import { momentWords } from '../language/moment-words.ts'
import { type Seen, useSeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { meetingListQuery } from './meeting.queries.ts'
import { meetingText } from './meeting.text.ts'

/** The meetings at whose table one sits: going on, coming, past. */
export function MeetingListPage() {
  const text = useText(meetingText)
  const query = useQuery(meetingListQuery)
  const seen = useSeen(query.dataUpdatedAt)
  const isEmpty = query.data?.meetings.length === 0
  const plan = (
    <LinkButton variant="primary" icon="plus" to="/gesprekken/nieuw">
      {text.plan}
    </LinkButton>
  )
  const actions = (
    <>
      <LinkButton to="/gesprekken/vormen">{text.formats}</LinkButton>
      {!isEmpty && plan}
    </>
  )
  return (
    <>
      <PageHeader title={text.title} intro={text.intro} actions={actions} />
      <PageState
        query={query}
        isEmpty={({ meetings }) => meetings.length === 0}
        empty={<EmptyState title={text.emptyTitle} text={text.emptyText} action={plan} />}
      >
        {({ meetings }) => <Parts meetings={meetings} seen={seen} />}
      </PageState>
    </>
  )
}

function Parts({ meetings, seen }: { meetings: readonly MeetingSummary[]; seen: Seen }) {
  const text = useText(meetingText)
  const isPast = ({ status }: MeetingSummary) => status === 'ended' || status === 'cancelled'
  const parts = [
    { title: text.goingOn, meetings: meetings.filter(({ status }) => status === 'live') },
    { title: text.coming, meetings: meetings.filter(({ status }) => status === 'planned') },
    { title: text.past, meetings: meetings.filter(isPast) },
  ]
  return parts
    .filter((part) => part.meetings.length > 0)
    .map((part) => (
      <Section key={part.title} title={part.title}>
        <ul className="wk-lines">
          {part.meetings.map((meeting) => (
            <Line key={meeting.id} meeting={meeting} seen={seen} />
          ))}
        </ul>
      </Section>
    ))
}

function Line({ meeting, seen }: { meeting: MeetingSummary; seen: Seen }) {
  const text = useText(meetingText)
  const language = useLanguage()
  const facts = [
    meeting.formatName[language],
    ...(meeting.place === '' ? [] : [meeting.place]),
    text.people(meeting.people, meeting.coming),
    ...(meeting.status === 'cancelled' ? [text.cancelled] : []),
  ]
  return (
    <li className="wk-meeting-line">
      <Link to="/gesprekken/$meeting" params={{ meeting: meeting.id }}>
        {meeting.title}
      </Link>
      <p>{momentWords(meeting.plannedAt, seen)}</p>
      <p className="wk-muted wk-small">{facts.join(' · ')}</p>
    </li>
  )
}

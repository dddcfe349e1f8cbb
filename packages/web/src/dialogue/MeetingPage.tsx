import './meeting.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { MeetingDetails } from '@weerklank/core/dialogue/meeting.contract'
import { clock } from '@weerklank/core/shared/time'
import { Suspense, useState } from 'react'
import { dayAlone } from '../language/moment-words.ts'
import { type Seen, useSeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { AtHand } from '../library/library.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { componentLater } from '../ui/Later.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { notify } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { MeetingAbout } from './MeetingAbout.tsx'
import { MeetingOpening } from './MeetingOpening.tsx'
import { MeetingProgramme } from './MeetingProgramme.tsx'
import { meetingQuery, useCancelMeeting } from './meeting.queries.ts'
import { meetingText } from './meeting.text.ts'

// What it is about and its programme stand first; the table, links and answers beforehand come at once after it.
const MeetingPeople = componentLater(async () => (await import('./MeetingPeople.tsx')).MeetingPeople)
const MeetingBefore = componentLater(async () => (await import('./MeetingBefore.tsx')).MeetingBefore)
const LaterAfter = componentLater(async () => (await import('./MeetingAfter.tsx')).MeetingAfter)

/** One meeting: while it is coming, what has to be ready; once it is over, what came of it. */
export function MeetingPage() {
  const { meeting } = useParams({ from: '/members/gesprekken/$meeting' })
  const text = useText(meetingText)
  const query = useQuery(meetingQuery(meeting))
  const seen = useSeen(query.dataUpdatedAt)
  const back = <Link to="/gesprekken">{text.back}</Link>
  return (
    <>
      {query.data === undefined && <PageHeader title={text.title} back={back} />}
      <PageState query={query}>
        {(shown) => (
          <>
            <Head meeting={shown} seen={seen} back={back} />
            {shown.status === 'ended' ? (
              <Suspense fallback={null}>
                <LaterAfter meeting={shown.id} />
              </Suspense>
            ) : (
              <MeetingOpening meeting={shown.id} />
            )}
            <MeetingAbout meeting={shown} />
            <MeetingProgramme meeting={shown} seen={seen} />
            <Suspense fallback={null}>
              {shown.status !== 'cancelled' && <MeetingAtHand meeting={shown} />}
              <MeetingPeople meeting={shown} />
              <MeetingBefore meeting={shown} />
            </Suspense>
          </>
        )}
      </PageState>
    </>
  )
}

function MeetingAtHand({ meeting }: { meeting: MeetingDetails }) {
  const part = meeting.status === 'ended' ? 'closing' : meeting.status === 'live' ? 'table' : 'before'
  const of = meeting.relation === null ? {} : { relation: meeting.relation }
  return (
    <div className="wk-actions wk-no-print">
      <AtHand place={{ at: 'meeting', format: plainKey(meeting.format.key), part }} {...of} />
    </div>
  )
}

/** An own format has no card to leave out. */
const plainKey = (key: string) => (/^[a-z0-9-]{1,80}$/.test(key) ? key : null)

type Shown = { meeting: MeetingDetails; seen: Seen }

function Head({ meeting, seen, back }: Shown & { back: React.ReactNode }) {
  const text = useText(meetingText)
  const at = (instant: string) => clock(instant, seen.language, seen.timeZone)
  const when = text.when(dayAlone(meeting.plannedAt, seen), at(meeting.plannedAt), at(meeting.endsAt))
  return (
    <PageHeader
      title={meeting.title}
      intro={[when, meeting.place].filter((part) => part !== '').join(' · ')}
      back={back}
      actions={<Actions meeting={meeting} />}
    >
      {meeting.status === 'cancelled' && <p className="wk-notice">{text.cancelledNotice}</p>}
      {meeting.status === 'live' && <p className="wk-notice">{text.goingOnNotice}</p>}
      {meeting.clashes.map((clash) => (
        <p key={clash.id} className="wk-notice wk-no-print">
          {text.clash(clash.title)}
        </p>
      ))}
    </PageHeader>
  )
}

function Actions({ meeting }: { meeting: MeetingDetails }) {
  const text = useText(meetingText)
  const params = { meeting: meeting.id }
  const isOn = meeting.status === 'planned' || meeting.status === 'live'
  return (
    <>
      <Button icon="print" onClick={() => window.print()}>
        {text.print}
      </Button>
      {meeting.status === 'planned' && (
        <a className="wk-button wk-button--outline" href={`/api/meetings/${meeting.id}/calendar`} download>
          <span>{text.calendar}</span>
        </a>
      )}
      {meeting.may.plan && (
        <LinkButton icon="pencil" to="/gesprekken/$meeting/aanpassen" params={params}>
          {text.edit}
        </LinkButton>
      )}
      {meeting.may.cancel && <Cancel meeting={meeting} />}
      {isOn && (meeting.may.begin || meeting.status === 'live') && (
        <LinkButton variant="primary" to="/gesprekken/$meeting/live" params={params}>
          {meeting.status === 'live' ? text.goOn : text.begin}
        </LinkButton>
      )}
    </>
  )
}

function Cancel({ meeting }: { meeting: MeetingDetails }) {
  const text = useText(meetingText)
  const cancel = useCancelMeeting(meeting.id)
  const [isAsked, setAsked] = useState(false)
  async function handle(cancelled: boolean) {
    await cancel.mutateAsync(cancelled).catch(() => notify({ text: text.failed }))
    setAsked(false)
  }
  if (meeting.status === 'cancelled') {
    return (
      <Button busy={cancel.isPending} onClick={() => handle(false)}>
        {text.replan}
      </Button>
    )
  }
  return (
    <>
      <Button variant="quiet" onClick={() => setAsked(true)}>
        {text.cancel}
      </Button>
      <Dialog
        open={isAsked}
        title={text.cancelSure}
        onClose={() => setAsked(false)}
        actions={
          <Button variant="destructive" busy={cancel.isPending} onClick={() => handle(true)}>
            {text.cancel}
          </Button>
        }
      >
        <p>{text.cancelText}</p>
      </Dialog>
    </>
  )
}

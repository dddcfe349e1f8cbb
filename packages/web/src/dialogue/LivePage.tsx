import './live.css'
import './live-parts.css'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { LiveView } from '@weerklank/core/dialogue/live.contract'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { PageState } from '../ui/PageState.tsx'
import { LiveAside } from './LiveAside.tsx'
import { LiveBar } from './LiveBar.tsx'
import { LiveClock } from './LiveClock.tsx'
import { LiveRound } from './LiveRound.tsx'
import { LiveSteps } from './LiveSteps.tsx'
import { LiveWall } from './LiveWall.tsx'
import { LiveWriting } from './LiveWriting.tsx'
import { LiveLine, type LiveSeen } from './live.line.ts'
import { liveText } from './live.text.ts'
import { LiveContext, useStepNow } from './live-context.ts'

/** A meeting while it is held: no rooms and no search, the meeting is the screen. */
export function LivePage() {
  const { meeting } = useParams({ from: '/members/gesprekken/$meeting/live' })
  const text = useText(liveText)
  const line = useMemo(() => new LiveLine(meeting), [meeting])
  const seen = useSyncExternalStore(line.subscribe, line.seen)
  useEffect(() => line.open(), [line])
  const queryClient = useQueryClient()
  // What other pages know of this meeting is from before it was held.
  useEffect(() => () => void queryClient.invalidateQueries({ queryKey: ['meetings'] }), [queryClient])
  const query = {
    data: seen.view === undefined ? undefined : seen,
    error: seen.view === undefined ? seen.error : null,
    isFetching: false,
    refetch: () => line.look(),
  }
  const title = seen.view?.title ?? text.title
  useEffect(() => {
    document.title = `${title} · Weerklank`
  }, [title])
  return (
    <div className="wk-live">
      <Head seen={seen} meeting={meeting} line={line} />
      <PageState query={query}>
        {({ view }) =>
          view === null || view === undefined ? (
            <Soon line={line} seen={seen} />
          ) : (
            <LiveContext value={{ view, at: seen.at, line, refused: seen.refused }}>
              {view.room.isOver ? <Over meeting={meeting} view={view} /> : <Table />}
            </LiveContext>
          )
        }
      </PageState>
    </div>
  )
}

function Head({ seen, meeting, line }: { seen: LiveSeen; meeting: string; line: LiveLine }) {
  const text = useText(liveText)
  const navigate = useNavigate()
  const people = seen.view?.room.people.filter(({ here }) => here) ?? []
  const listeners = people.filter(({ silent }) => silent).length
  async function handleLeave() {
    await line.ask({ do: 'leave' })
    await navigate({ to: '/gesprekken/$meeting' as never, params: { meeting } as never })
  }
  return (
    <header className="wk-live__head">
      <p className="wk-live__title">
        <strong>{seen.view?.title ?? text.title}</strong>{' '}
        {seen.view && <span className="wk-muted">{text.atTable(people.length - listeners, listeners)}</span>}
      </p>
      <p className="wk-live__line" role="status" data-connected={seen.isConnected}>
        {seen.isConnected ? text.connected : text.away}
        {seen.waiting > 0 && ` · ${text.waiting(seen.waiting)}`}
      </p>
      <Button onClick={handleLeave}>{text.leave}</Button>
    </header>
  )
}

function Soon({ line, seen }: { line: LiveLine; seen: LiveSeen }) {
  const text = useText(liveText)
  const why = seen.refused === null ? null : (text.refusals[seen.refused] ?? text.refusedElse)
  return (
    <div className="wk-live__alone">
      <h1>{text.soon}</h1>
      <p className="wk-muted">{text.soonText}</p>
      <Button variant="primary" onClick={() => void line.begin()}>
        {text.begin}
      </Button>
      {why !== null && <p role="alert">{why}</p>}
    </div>
  )
}

function Over({ meeting, view }: { meeting: string; view: LiveView }) {
  const text = useText(liveText)
  return (
    <div className="wk-live__alone">
      <h1>{text.over}</h1>
      <p className="wk-muted">{text.overText}</p>
      <p>
        <Link to={'/gesprekken/$meeting' as never} params={{ meeting } as never}>
          {text.back}
        </Link>
      </p>
      {view.wall.texts.length > 0 && <LiveWall />}
    </div>
  )
}

function Table() {
  const text = useText(liveText)
  const { step, words } = useStepNow()
  return (
    <>
      <div className="wk-live__table">
        <LiveSteps />
        <div className="wk-live__middle">
          <p className="wk-muted wk-live__at">{text.stepOf(step.at, step.of)}</p>
          <h1>{words.title}</h1>
          <LiveClock />
          <p className="wk-muted wk-small">{text.question}</p>
          <p className="wk-live__question">{words.prompt}</p>
          <LiveRound />
          <LiveWriting />
          <LiveWall />
        </div>
        <LiveAside />
      </div>
      <LiveBar />
    </>
  )
}

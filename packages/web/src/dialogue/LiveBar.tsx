import { voiceFamily } from '@weerklank/core/relation/relation'
import { useEffect, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import { LiveChange } from './LiveChange.tsx'
import { LiveReason } from './LiveReason.tsx'
import { liveText } from './live.text.ts'
import { useLive, useOwn, useStepNow } from './live-context.ts'

/** What one does: who leads sees her buttons, everybody the few of their own. */
export function LiveBar() {
  const text = useText(liveText)
  const { view, refused } = useLive()
  const leader = view.room.people.find(({ place }) => place === view.room.leads)
  return (
    <footer className="wk-live__bar wk-no-print">
      <div className="wk-live__leader">
        {leader && <VoiceBadge family={voiceFamily(leader.voice)} name={leader.name} />}
        <p>
          {leader && <strong>{text.leads(leader.name)}</strong>}
          <span className="wk-muted wk-small">{view.own.leads ? text.onlyYou : text.onlyHere}</span>
        </p>
      </div>
      <p className="wk-live__refused" role="status">
        {refused === null ? '' : (text.refusals[refused] ?? text.refusedElse)}
      </p>
      <div className="wk-live__acts">
        <OwnActs />
        {view.own.leads ? <LeadActs /> : <TakeOver />}
      </div>
    </footer>
  )
}

function OwnActs() {
  const text = useText(liveText)
  const { view, line } = useLive()
  const { now, meant } = useStepNow()
  const { me, mine } = useOwn()
  if (me === undefined || mine === undefined) return null
  const inRound = me.turn === 'now' || me.turn === 'later'
  return (
    <>
      {mine.may && (now.input === 'text' || now.input === 'cards') && (
        <Button onClick={() => void line.ask({ do: 'ready', is: !me.ready, ...meant })}>
          {me.ready ? text.setNotReady : text.setReady}
        </Button>
      )}
      {!view.own.leads && !mine.isSilent && (
        <Button onClick={() => void line.ask({ do: 'raise', is: !me.raised })}>
          {me.raised ? text.lower : text.raise}
        </Button>
      )}
      {me.turn === 'now' && !view.own.leads && (
        <Button variant="primary" onClick={() => void line.ask({ do: 'spoke', turn: me.place, ...meant })}>
          {text.iSpoke}
        </Button>
      )}
      {inRound && <Button onClick={() => void line.ask({ do: 'pass', ...meant })}>{text.pass}</Button>}
    </>
  )
}

function LeadActs() {
  const text = useText(liveText)
  const { view, line } = useLive()
  const { now, meant } = useStepNow()
  const [isAsked, setAsked] = useState(false)
  const [isChanging, setChanging] = useState(false)
  const { room } = view
  const ask = (deed: 'extend' | 'pause' | 'resume' | 'next') => void line.ask({ do: deed, ...meant })
  const skip = (reason: string | null) => void line.ask({ do: 'skip', key: now.key, reason })
  const isLast = !room.steps.some(({ is }) => is === 'to-come')
  return (
    <>
      <Button icon="plus" onClick={() => ask('extend')}>
        {text.extend}
      </Button>
      <Button onClick={() => ask(room.isPaused ? 'resume' : 'pause')}>
        {room.isPaused ? text.resume : text.pause}
      </Button>
      {!now.isShadow && !isLast && (
        <Button onClick={() => (now.canSkip ? skip(null) : setAsked(true))}>{text.skip}</Button>
      )}
      <Button icon="settings" onClick={() => setChanging(true)}>
        {text.change}
      </Button>
      <Onward isLast={isLast} onNext={() => ask('next')} />
      {isAsked && <LiveReason title={text.skip} onClose={() => setAsked(false)} onReason={skip} />}
      {isChanging && <LiveChange onClose={() => setChanging(false)} />}
    </>
  )
}

/** The likely next thing: the next person of a round, then the next step. */
function Onward({ isLast, onNext }: { isLast: boolean; onNext: () => void }) {
  const text = useText(liveText)
  const { view, line } = useLive()
  const { meant } = useStepNow()
  const { people } = view.room
  const speaks = people.find(({ turn }) => turn === 'now')
  const later = people.find(({ turn }) => turn === 'later')
  const step = isLast ? text.endMeeting : text.nextStep
  if (speaks === undefined) {
    return (
      <Button variant="primary" onClick={onNext}>
        {step}
      </Button>
    )
  }
  return (
    <>
      <Button onClick={onNext}>{step}</Button>
      <Button variant="primary" onClick={() => void line.ask({ do: 'spoke', turn: speaks.place, ...meant })}>
        {later === undefined ? text.heard(speaks.name) : text.nextPerson(later.name)}
      </Button>
    </>
  )
}

/** When nothing is heard of who leads: looked up once it may be so, and then a button. */
function TakeOver() {
  const text = useText(liveText)
  const { view, line } = useLive()
  const [isAsked, setAsked] = useState(false)
  const waits = view.own.mayTakeOverInMs
  useEffect(() => {
    if (waits === null || waits === 0) return
    const timer = setTimeout(() => void line.look(), waits + 500)
    return () => clearTimeout(timer)
  }, [waits, line])
  if (waits !== 0) return null
  return (
    <>
      <Button onClick={() => setAsked(true)}>{text.takeOver}</Button>
      {isAsked && (
        <LiveReason
          title={text.takeOverWhy}
          onClose={() => setAsked(false)}
          onReason={(reason) => void line.ask({ do: 'take-over', reason })}
        />
      )}
    </>
  )
}

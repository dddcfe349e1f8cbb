import { useEffect, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { liveText } from './live.text.ts'
import { useLive, useStepNow } from './live-context.ts'

const radius = 96
const around = 2 * Math.PI * radius

/** The time that is left, as a ring and in numbers. A screen reader hears it at the step, at five minutes and at one. */
export function LiveClock() {
  const text = useText(liveText)
  const { view, at } = useLive()
  const { step, words } = useStepNow()
  const { leftMs, isPaused } = view.room
  const now = useRunning(isPaused)
  const left = isPaused ? leftMs : leftMs - Math.max(0, now - at)
  const seconds = Math.max(0, Math.ceil(left / 1000))
  const share = Math.max(0, Math.min(1, left / (step.minutes * 60_000)))
  const minutesLeft = seconds <= 60 ? 1 : seconds <= 300 ? 5 : null
  const isShort = minutesLeft !== null && minutesLeft < step.minutes && left > 0
  return (
    <div className="wk-live__clock">
      <svg viewBox="0 0 232 232" aria-hidden="true">
        <circle className="wk-live__track" cx="116" cy="116" r={radius} />
        <circle
          className="wk-live__ring"
          cx="116"
          cy="116"
          r={radius}
          strokeDasharray={`${(share * around).toFixed(1)} ${around.toFixed(1)}`}
        />
      </svg>
      <div role="timer" aria-label={text.timeLeft}>
        <span className="wk-live__left">
          {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
        </span>
        <span className="wk-muted wk-small">
          {isPaused ? text.paused : left <= 0 ? text.late : text.left(step.minutes)}
        </span>
      </div>
      <p className="wk-sr-only" role="status">
        {text.stepOf(step.at, step.of)}: {words.title}. {isShort ? text.minutesLeft(minutesLeft) : ''}
      </p>
    </div>
  )
}

/** The device's running time, anew each second: what its clock says does not matter. */
function useRunning(isStill: boolean): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    if (isStill) return
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [isStill])
  return now
}

import './notices.css'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from './Button.tsx'
import { clearNotice, currentNotice, onNotice } from './notices.ts'
import { uiText } from './ui.text.ts'

const readingTime = 8_000
/** With a choice in it: long enough to find it by keyboard or by switch (WCAG 2.2.1); it also waits while touched. */
const choosingTime = 30_000

/** Stands once on the screen, always, so that screen readers hear what comes into it. */
export function Notices() {
  const text = useText(uiText)
  const notice = useSyncExternalStore(onNotice, currentNotice)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (notice === null || held) return
    const timer = setTimeout(clearNotice, notice.undo === undefined ? readingTime : choosingTime)
    return () => clearTimeout(timer)
  }, [notice, held])
  function handleUndo() {
    notice?.undo?.()
    clearNotice()
    setHeld(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only makes the notice wait
    <div
      className="wk-notices wk-no-print"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div role="status" aria-live="polite">
        {notice !== null && (
          <div key={notice.id} className="wk-notices__one">
            <span>{notice.text}</span>
            {notice.undo !== undefined && (
              <Button variant="quiet" icon="return" onClick={handleUndo}>
                {text.undo}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  )
}

import { useEffect, useRef } from 'react'
import type { Acts } from './use-acts.ts'

/** Ctrl Z takes back, Ctrl Shift Z and Ctrl Y do again; not where somebody types, there they are about the typing. */
export function useUndoKeys(acts: Pick<Acts, 'undo' | 'redo'>): void {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select, dialog')
      const key = event.key.toLowerCase()
      if (isTyping || (key !== 'z' && key !== 'y')) return
      event.preventDefault()
      void (key === 'y' || event.shiftKey ? latest.current.redo() : latest.current.undo())
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [])
}

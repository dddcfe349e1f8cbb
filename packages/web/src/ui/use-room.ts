import { type RefObject, useLayoutEffect, useState } from 'react'

/** The room for a picture (whole CSS px), also after it changed; null until it is known. */
export function useRoom(element: RefObject<HTMLElement | null>): number | null {
  const [room, setRoom] = useState<number | null>(null)
  useLayoutEffect(() => {
    const measured = element.current
    if (measured === null) return
    const measure = () => setRoom((known) => (measured.clientWidth > 0 ? measured.clientWidth : known))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element])
  return room
}

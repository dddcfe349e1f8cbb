import { type RefObject, useLayoutEffect, useState } from 'react'

/** The width (whole CSS px) of an element, also after it changed; null until it has one. While hidden it keeps its last. */
export function useWidth(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const measured = element.current
    if (measured === null) return
    const measure = () => setWidth((known) => (measured.clientWidth > 0 ? measured.clientWidth : known))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element])
  return width
}

import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, Suspense, useState } from 'react'

const restMs = 1_500

/**
 * A component whose code is not needed to show the page. It is fetched when the page has come to rest, so that a press need
 * not wait for it; if that fails, using it tries again. Call it once, at the top of a module.
 */
export function componentLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  setTimeout(() => load().catch(() => undefined), restMs)
  return lazy(async () => ({ default: await load() }))
}

/** Draws what is in it from the first time that it is open; then it stays, with all that was typed in it. */
export function Later({ open, children }: { open: boolean; children: ReactNode }) {
  const [wanted, setWanted] = useState(open)
  if (open && !wanted) setWanted(true)
  return wanted ? <Suspense fallback={null}>{children}</Suspense> : null
}

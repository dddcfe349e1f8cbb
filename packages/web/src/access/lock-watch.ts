type Watched = {
  /** Asked when something was typed or pressed since the last time: counts as use. */
  use: () => Promise<unknown>
  /** Asked when nothing was: counts as no use. */
  look: () => Promise<unknown>
}

/** Idleness is counted in minutes; a page notices at most so much later. */
export const watchEveryMs = 30_000

const signs = ['keydown', 'pointerdown', 'wheel'] as const

/** Watches a page until the returned function is called. A page that nobody can see asks nothing, and asks at once when it is seen again. */
export function watchForIdleness({ use, look }: Watched): () => void {
  let touched = false
  const touch = () => {
    touched = true
  }
  const ask = () => {
    if (document.visibilityState !== 'visible') return
    const question = touched ? use : look
    touched = false
    // No connection: then nothing can be asked, and nothing that is new can be seen either.
    question().catch(() => undefined)
  }
  const timer = setInterval(ask, watchEveryMs)
  for (const sign of signs) window.addEventListener(sign, touch, { capture: true, passive: true })
  document.addEventListener('visibilitychange', ask)
  return () => {
    clearInterval(timer)
    for (const sign of signs) window.removeEventListener(sign, touch, { capture: true })
    document.removeEventListener('visibilitychange', ask)
  }
}

import type { QueryClient } from '@tanstack/react-query'
import { refreshRelation } from './refresh.ts'

const firstPause = 2_000
const longestPause = 60_000

/**
 * Keeps open screens up to date until the returned function is called. EventSource reconnects after a broken line,
 * but gives up after a refusal (e.g. a restarting server): then we try again, ever more slowly. What changed while
 * there was no line is unknown, so after each reconnection everything on the screen is asked again.
 */
export function listenForChanges(queryClient: QueryClient): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = firstPause
  let missedSomething = false

  function connect() {
    source = new EventSource('/api/events')
    source.addEventListener('open', () => {
      pause = firstPause
      if (missedSomething) void queryClient.invalidateQueries()
      missedSomething = false
    })
    source.addEventListener('change', (event) => {
      const relation = changedRelation(event.data)
      if (relation !== undefined) void refreshRelation(queryClient, relation)
    })
    source.addEventListener('error', () => {
      missedSomething = true
      if (source?.readyState !== EventSource.CLOSED) return
      timer = setTimeout(connect, pause)
      pause = Math.min(pause * 2, longestPause)
    })
  }

  connect()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

/** The relation named in an event's data; undefined when the data is not what we know. */
export function changedRelation(data: unknown): string | undefined {
  try {
    const parsed: unknown = JSON.parse(String(data))
    if (typeof parsed !== 'object' || parsed === null || !('relation' in parsed)) return undefined
    return typeof parsed.relation === 'string' ? parsed.relation : undefined
  } catch {
    return undefined
  }
}

import type { Context as HonoContext } from 'hono'
import { streamSSE } from 'hono/streaming'

const pingMs = 25_000
/** A browser whose line broke asks again after so long. */
const retryMs = 1_000

/**
 * Sends an event; bytes are a whole event already and go as they are (`eventBytes`), since many readers may get the same. Done when the reader has taken it, so that a slow one can be spared.
 */
export type Send = (event: string, data: object | Uint8Array) => Promise<void>

/**
 * A stream of server-sent events that stays open until the reader goes or the server stops. `start` is given the ways to
 * send and to end it, and gives the way to stop; a comment each 25 seconds keeps proxies from closing a quiet line.
 */
export function eventStream(
  c: HonoContext,
  start: (send: Send, end: () => void) => () => void,
  serverStops: AbortSignal,
): Response {
  // Asks nginx and its like not to gather events.
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    await new Promise<void>((resolve) => {
      const ping = setInterval(() => void stream.write(': still here\n\n'), pingMs)
      const end = () => {
        clearInterval(ping)
        stop()
        resolve()
      }
      const stop = start(async (event, data) => {
        if (data instanceof Uint8Array) await stream.write(data)
        else await stream.writeSSE({ event, data: JSON.stringify(data) })
      }, end)
      stream.onAbort(end)
      serverStops.addEventListener('abort', end, { once: true })
      void stream.write(`: welcome\nretry: ${retryMs}\n\n`)
      // It may have begun to stop while we were looking up who asks.
      if (serverStops.aborted) end()
    })
  })
}

/** A whole event as it goes over the line; `data` holds no line break, as JSON never does. */
export const eventBytes = (event: string, data: string): Uint8Array =>
  Buffer.from(`event: ${event}\ndata: ${data}\n\n`)

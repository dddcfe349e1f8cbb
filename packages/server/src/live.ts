import { AppError } from '@weerklank/core/shared/errors'
import type { RelationId } from '@weerklank/core/shared/ids'
import type { Context as HonoContext } from 'hono'
import { type MemberApi, openSession } from './access/access.ts'
import { eventStream } from './http/event-stream.ts'
import type { EventHub } from './http/events.ts'

/**
 * The stream that tells an open screen which of the member's relations changed. It carries identifiers only, and whether
 * she takes part is asked anew for each change: who lost a relation hears no more of it.
 */
export function serveLive(to: MemberApi, of: { hub: EventHub; stopping: AbortSignal }): void {
  to.api.app.get('/api/events', async (c: HonoContext) => {
    const who = await to.authenticate(c, 'watching')
    if (who === null) throw new AppError('not-signed-in')
    // Whoever asks for the head reads no stream, and a stream that nobody reads would never end.
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
    const takesPart = (relation: RelationId) =>
      // Asked anew: who signed out, was locked, or lost the session elsewhere hears no more.
      to
        .authenticate(c, 'watching')
        .then((still) => {
          if (still === null) throw new AppError('not-signed-in')
          return to.db
            .transaction()
            .execute((trx) => openSession(trx, { ...still, now: to.now() }, { one: relation }))
        })
        .then(
          () => true,
          () => false,
        )
    return eventStream(
      c,
      (send) =>
        of.hub.subscribe(who.workspace, async ({ relation }) => {
          if (await takesPart(relation)) send('change', { relation })
        }),
      of.stopping,
    )
  })
}

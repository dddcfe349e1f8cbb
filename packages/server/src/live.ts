import { AppError } from '@weerklank/core/shared/errors'
import type { RelationId } from '@weerklank/core/shared/ids'
import type { Context as HonoContext } from 'hono'
import { type MemberApi, type Membership, openSession } from './access/access.ts'
import { eventStream } from './http/event-stream.ts'
import type { Change, EventHub } from './http/events.ts'

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
    return eventStream(
      c,
      (send, end) =>
        of.hub.subscribe(who.workspace, async ({ relation }) => {
          const told = await whetherTold(to, c, { workspace: who.workspace, relation })
          if (told === 'yes') send('change', { relation })
          // The browser asks for a new stream, and hears at the door that it is over.
          if (told === 'out') end()
        }),
      of.stopping,
    )
  })
}

type Told = 'yes' | 'no' | 'out'

/** Asked anew for each change: who signed out, was locked, lost a role or a place hears no more of it. */
async function whetherTold(to: MemberApi, c: HonoContext, change: Change): Promise<Told> {
  try {
    const still = await to.authenticate(c, 'watching')
    if (still === null) return 'out'
    // She works in another workspace now.
    if (still.workspace !== change.workspace) return 'no'
    return (await takesPart(to, still, change.relation)) ? 'yes' : 'no'
  } catch (error) {
    // No place anywhere any more. A session that was locked may be opened again.
    return error instanceof AppError && error.code === 'not-allowed' ? 'out' : 'no'
  }
}

async function takesPart(to: MemberApi, who: Membership, relation: RelationId): Promise<boolean> {
  const opened = to.db
    .transaction()
    .execute((trx) => openSession(trx, { ...who, now: to.now() }, { one: relation, isLook: true }))
  return opened.then(
    () => true,
    () => false,
  )
}

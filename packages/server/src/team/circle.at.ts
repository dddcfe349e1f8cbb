import { AppError } from '@weerklank/core/shared/errors'
import type { ParticipantId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type Day, localDay } from '@weerklank/core/shared/time'
import { mayAsk } from '@weerklank/core/team/circle'
import type { MemberSession } from '../access/access.ts'
import { type Context, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { type OpenCircle, openCircle } from './circle.open.ts'

/** Somebody at a circle, by her account or by her link: what she may do there is the same. */
export type AtCircle = {
  workspace: { id: WorkspaceId; timeZone: string }
  /** In which what is her own is in reach. */
  context: Context
  circle: OpenCircle
  /** As whom she writes; null for whoever only looks in. */
  me: ParticipantId | null
  /** Of the house: she may take away what nobody signed. */
  keeps: boolean
  world: World
}

/** A colleague at the circle of a collaboration; from here on what is her own is in reach. `not-found`: it has none. */
export async function memberAt(
  trx: Trx,
  session: MemberSession,
  { world, relation }: { world: World; relation: RelationId },
): Promise<AtCircle> {
  const { workspace, member } = session
  const circle = await openCircle(trx, relation, { now: world.now(), timeZone: workspace.timeZone })
  const own = await trx
    .selectFrom('participant')
    .select('id')
    .where('relation_id', '=', relation)
    .where('member_id', '=', member.id)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  const me = own?.id ?? null
  const context = me === null ? session.context : { ...session.context, participants: [me] }
  await setContext(trx, context)
  return { workspace, context, circle, me, keeps: me !== null && !member.roles.includes('guest'), world }
}

/** By which day she writes. */
export const todayAt = ({ workspace, world }: AtCircle): Day => localDay(world.now(), workspace.timeZone)

/** Whether something new may be written, and she is one of those who write. */
export function mayWriteAt({ workspace, circle, me, world }: AtCircle): boolean {
  return me !== null && mayAsk(circle.span, { now: world.now(), timeZone: workspace.timeZone }).allowed
}

/** As whom something new is written: `not-allowed` for whoever looks in, `conflict` when nothing is asked any more. */
export function writerAt({ workspace, circle, me, world }: AtCircle): ParticipantId {
  if (me === null) throw new AppError('not-allowed')
  const decision = mayAsk(circle.span, { now: world.now(), timeZone: workspace.timeZone })
  if (!decision.allowed) throw new AppError('conflict', { fields: { circle: decision.reason } })
  return me
}

/** The columns by which everything that is written in a circle hangs on it. */
export const withinCircle = ({ workspace, circle: { row } }: AtCircle) => ({
  ...{ workspace_id: workspace.id, relation_id: row.relation_id, circle_id: row.id },
})

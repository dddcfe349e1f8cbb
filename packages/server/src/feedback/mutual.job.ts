import { mustOpen } from '@weerklank/core/feedback/mutual'
import type { MutualPictureId, RelationId, SignalId, WorkspaceId } from '@weerklank/core/shared/ids'
import { record } from '../audit/audit.ts'
import { type Context, inContext } from '../db/context.ts'
import type { Announce } from '../http/events.ts'
import type { JobHandler } from '../jobs/jobs.ts'
import type { Db, Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { openPicture } from './mutual.open.ts'
import { factsOf, holdPicture } from './mutual.repository.ts'

/** When the time is over a picture opens with what is in: one job per picture, planned when it is asked. */
export const mutualTermKind = 'mutual-term'

type Deps = Omit<FeedbackDeps, 'publicUrl'> & { db: Db; announce: Announce }

/** Opens a picture of which the time is over; one that opened before, or that nobody answered, is left as it is. */
export function mutualTerm(deps: Deps): JobHandler {
  return async ({ payload }) => {
    const workspace = payload.workspace as WorkspaceId
    const relation = payload.relation as RelationId
    const context: Context = { workspace, actor: 'system', relations: [relation] }
    const opened = await inContext(deps.db, context, (trx) =>
      openOverdue(trx, deps, { context, relation, picture: payload.picture as MutualPictureId }),
    )
    if (opened) deps.announce({ workspace, relation })
    return null
  }
}

async function openOverdue(
  trx: Trx,
  deps: Deps,
  of: { context: Context; relation: RelationId; picture: MutualPictureId },
): Promise<boolean> {
  const { context, relation } = of
  const picture = await holdPicture(trx, of)
  const by = picture === undefined ? null : mustOpen(factsOf(picture), deps.world.now())
  if (picture === undefined || by === null) return false
  const signals = await openPicture(trx, { ...deps, publicUrl: '' }, { picture, context, by })
  const line = { workspace: context.workspace, actor: 'system', relation }
  await record(trx, deps.world, {
    ...line,
    action: 'mutual.opened',
    subject: { kind: 'mutual', id: picture.id },
  })
  await recordSignals(trx, deps, { ...line, signals })
  return true
}

async function recordSignals(
  trx: Trx,
  { world }: Deps,
  of: { workspace: WorkspaceId; actor: string; relation: RelationId; signals: readonly SignalId[] },
): Promise<void> {
  const { signals, ...line } = of
  for (const id of signals) {
    await record(trx, world, { ...line, action: 'signal.opened', subject: { kind: 'signal', id } })
  }
}

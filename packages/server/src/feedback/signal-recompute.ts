import type { RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { AuditRecord } from '../audit/audit.ts'
import { inContext } from '../db/context.ts'
import { asMaintenance } from '../db/maintenance.ts'
import type { World } from '../deps.ts'
import type { Announce } from '../http/events.ts'
import type { JobHandler } from '../jobs/jobs.ts'
import type { Db } from '../schema.ts'
import type { Content } from './instruments.ts'
import { openMissingSignals } from './signal-history.ts'

type Deps = { world: World; content: Pick<Content, 'instruments'> }

/** So many collaborations are in reach of one transaction: each row is looked up among them. */
const batchSize = 20

/** The owner knows which collaborations there are; what stands in them is read by the program itself, under its rules. */
export type Doors = { owner: Db; db: Db }

export type Progress = { done: number; of: number; opened: number }

/**
 * Computes the signals of all collaborations of a workspace that are going on anew. An answer that is shut still, or that
 * somebody keeps to some, is not read: the database shows it to nobody here. Can be stopped and begun again at any time:
 * what is stored stays, nothing is stored twice.
 */
export async function recomputeSignals(
  { owner, db }: Doors,
  deps: Deps,
  of: {
    workspace: WorkspaceId
    basis?: AuditRecord['basis']
    onProgress?: (progress: Progress) => void
    signal?: AbortSignal
  },
): Promise<Progress> {
  const { workspace, basis } = of
  const all = await asMaintenance(owner, (trx) =>
    trx
      .selectFrom('relation')
      .select('id')
      .where('workspace_id', '=', workspace)
      .where('closed_at', 'is', null)
      .orderBy('id')
      .execute(),
  )
  let progress: Progress = { done: 0, of: all.length, opened: 0 }
  for (let from = 0; from < all.length; from += batchSize) {
    of.signal?.throwIfAborted()
    const relations = all.slice(from, from + batchSize).map(({ id }) => id)
    const opened = await inContext(db, { workspace, actor: 'system', relations }, (trx) =>
      openMissingSignals(trx, deps, { workspace, relations, ...(basis && { basis }) }),
    )
    progress = { ...progress, done: from + relations.length, opened: progress.opened + opened }
    of.onProgress?.(progress)
  }
  return progress
}

/**
 * The look after an answer in a collaboration with several voices: what two people said beside each other. Whoever answers
 * by a link has nobody else's answers in reach, so the system looks right after it.
 */
export const betweenVoicesKind = 'signals-between'

export function betweenVoices(deps: Deps & { db: Db; announce: Announce }): JobHandler {
  return async ({ payload }) => {
    const workspace = payload.workspace as WorkspaceId
    const relation = payload.relation as RelationId
    const context = { workspace, actor: 'system', relations: [relation] } as const
    const opened = await inContext(deps.db, context, (trx) =>
      openMissingSignals(trx, deps, { workspace, relations: [relation] }),
    )
    if (opened > 0) deps.announce({ workspace, relation })
    return null
  }
}

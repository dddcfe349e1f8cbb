/** What other rooms may ask of analyses: to let words flow in, and to say how many there are of somebody. */
import type { MeetingId, PersonId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import type { World } from '../deps.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Trx } from '../schema.ts'

export { loadCodebooks } from './codebooks.ts'

/** Brings analyses in line with what was said and who consented: see corpus.job.ts. */
export const corpusKind = 'analysis-corpus'

/** Whose or which words there is something new of. */
export type CorpusNews = { meeting: MeetingId } | { relation: RelationId } | { person: PersonId }

/**
 * Plans that words flow into the analyses whose sources hold them, in the transaction that stores or opens them, or in which
 * consent was given. What a withdrawal takes away is gone at once by the foreign key; this brings the rest in line.
 */
export async function queueCorpus(
  trx: Trx,
  world: World,
  of: { workspace: WorkspaceId; news: CorpusNews },
): Promise<void> {
  const { workspace, news } = of
  const payload = { workspace, ...news }
  // A key of its own: work that is in hand already may have looked before this was stored.
  await enqueue(trx, world, { kind: corpusKind, key: world.newId(), payload, runAt: world.now() })
}

/** How many pieces of text of a person are in analyses; the same words in two of them are one piece. */
export async function countWords(trx: Trx, person: PersonId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct case when source_ref = '' then id::text else source_ref end)::int as count
    from analysis_passage where person_id = ${person}`.execute(trx)
  return rows[0]?.count ?? 0
}

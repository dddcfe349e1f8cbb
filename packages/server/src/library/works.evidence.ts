import { type WorksSource, wayOf } from '@weerklank/core/library/works'
import type { Evidence } from '@weerklank/core/library/works.contract'
import type { RelationId } from '@weerklank/core/shared/ids'
import { type Context, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

/** So many collaborations are looked into at once: each row is looked up among them. */
const lookedInto = 50
export const shownAtMost = 50

type Place = { kind?: string | undefined; context?: string | undefined; situation?: string | undefined }
type Asked = Place & { source: WorksSource; deed: string }
type Own = { id: RelationId; title: string }

/** What a claim rests on where the reader takes part herself, the latest first. Ends in the context it began in. */
export async function evidenceOf(trx: Trx, context: Context, asked: Asked): Promise<Evidence[]> {
  const found = asked.source === 'trajectory' ? trajectoriesWith : relationsWith
  const evidence = await found(trx, context, asked)
  await setContext(trx, context)
  return evidence
}

async function relationsWith(trx: Trx, context: Context, asked: Asked): Promise<Evidence[]> {
  const own = await ownRelations(trx, asked)
  const found: (Evidence & { at: string })[] = []
  for (let from = 0; from < own.length && found.length < shownAtMost; from += lookedInto) {
    const some = own.slice(from, from + lookedInto)
    const relations = some.map(({ id }) => id)
    if (asked.source === 'collaboration') {
      await setContext(trx, { ...context, relations })
      found.push(...(await tracesIn(trx, some, asked.deed)))
    } else {
      // What people answered in a team is not read by name: the program looks where there is something, and tells no more.
      const { workspace } = context
      await setContext(trx, { workspace, actor: 'system', relations, purpose: 'results' })
      found.push(...(await teamsIn(trx, some, asked.deed)))
    }
  }
  return found.toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

/** Her own collaborations of such a kind, the newest first. */
function ownRelations(trx: Trx, { kind, context, situation }: Place): Promise<Own[]> {
  return trx
    .selectFrom('relation')
    .select(['id', 'title'])
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind as never))
    .$if(context !== undefined, (query) => query.where('context', '=', context as never))
    .$if(situation !== undefined, (query) => query.where('situation', '=', situation as never))
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(2_000)
    .execute()
}

async function tracesIn(trx: Trx, relations: readonly Own[], deed: string) {
  const titles = new Map(relations.map(({ id, title }) => [id, title]))
  const rows = await trx
    .selectFrom('works_trace')
    .select(['relation_id', 'done_at', 'before_count', 'after_count', 'nap'])
    .where('relation_id', '=', anyOf([...titles.keys()]))
    .where('source', '=', 'collaboration')
    .where('deed', '=', deed)
    .where('in_use', '=', true)
    .orderBy('done_at', 'desc')
    .limit(shownAtMost)
    .execute()
  return rows.flatMap((row) => {
    if (row.relation_id === null) return []
    const counts = { before: row.before_count, after: row.after_count, way: wayOf(row.nap) }
    const where = { relation: row.relation_id, title: titles.get(row.relation_id) ?? '', at: row.done_at }
    return [{ source: 'collaboration' as const, ...where, ...counts }]
  })
}

/** Each deed of a team once, however many of its people it rests on. */
async function teamsIn(trx: Trx, relations: readonly Own[], deed: string) {
  const titles = new Map(relations.map(({ id, title }) => [id, title]))
  const rows = await trx
    .selectFrom('works_trace')
    .select(['relation_id', 'done_at'])
    .distinct()
    .where('relation_id', '=', anyOf([...titles.keys()]))
    .where('source', '=', 'team')
    .where('deed', '=', deed)
    .where('in_use', '=', true)
    .orderBy('done_at', 'desc')
    .limit(shownAtMost)
    .execute()
  return rows.flatMap(({ relation_id: relation, done_at: at }) =>
    relation === null ? [] : [{ source: 'team' as const, relation, title: titles.get(relation) ?? '', at }],
  )
}

/** The trajectories that she leads or reads the numbers of and in which there is something; of whom, she is not told. */
async function trajectoriesWith(trx: Trx, context: Context, asked: Asked): Promise<Evidence[]> {
  const own = await trx.selectFrom('trajectory').select(['id', 'title']).orderBy('title').execute()
  const { workspace } = context
  await setContext(trx, { workspace, actor: 'system', relations: [], purpose: 'results' })
  const { kind, context: where, situation } = asked
  const rows = await trx
    .selectFrom('works_trace')
    .select('trajectory_id')
    .distinct()
    .where('trajectory_id', '=', anyOf(own.map(({ id }) => id)))
    .where('deed', '=', asked.deed)
    .where('in_use', '=', true)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind as never))
    .$if(where !== undefined, (query) => query.where('context', '=', where as never))
    .$if(situation !== undefined, (query) => query.where('situation', '=', situation as never))
    .execute()
  const there = new Set(rows.map(({ trajectory_id }) => trajectory_id))
  return own.flatMap(({ id, title }) =>
    there.has(id) ? [{ source: 'trajectory' as const, trajectory: id, title }] : [],
  )
}

import { mayUseLibrary } from '@weerklank/core/library/own-item'
import { wayOf } from '@weerklank/core/library/works'
import { worksEndpoints } from '@weerklank/core/library/works.contract'
import type { WorksGroup } from '@weerklank/core/library/works.groups'
import { AppError } from '@weerklank/core/shared/errors'
import type { RelationId } from '@weerklank/core/shared/ids'
import type { Bilingual } from '@weerklank/core/shared/language'
import { type MemberApi, serveOverRelations, serveSelf } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { toldRows } from './works.tell.ts'

/** So many collaborations are looked into at once: each row is looked up among them. */
const lookedInto = 50
const shownAtMost = 50

type Formats = ReadonlyMap<string, { name: Bilingual }>

/** What works for us: what is told of all together, and what a claim rests on where one takes part oneself. */
export function serveWorks(to: MemberApi, { world, formats }: { world: World; formats: Formats }): void {
  serveSelf(to, worksEndpoints.whatWorks, async (session, _, trx) => {
    if (!mayUseLibrary(session.member.roles).allowed) throw new AppError('not-allowed')
    const rows = await toldRows(trx)
    return {
      deeds: rows.map(({ deed, groups, told_at: toldAt }) => ({
        ...{ deed, toldAt, groups: groups.map(presentGroup) },
        format: formats.get(deed.replace('format:', ''))?.name ?? null,
      })),
    }
  })
  serveOverRelations(to, worksEndpoints.evidence, async (session, { query }, trx) => {
    if (!mayUseLibrary(session.member.roles).allowed) throw new AppError('not-allowed')
    const own = await ownRelations(trx, query)
    const evidence: Awaited<ReturnType<typeof tracesIn>> = []
    for (let from = 0; from < own.length && evidence.length < shownAtMost; from += lookedInto) {
      const some = own.slice(from, from + lookedInto)
      await setContext(trx, { ...session.context, relations: some.map(({ id }) => id) })
      evidence.push(...(await tracesIn(trx, some, query.deed)))
    }
    await recordOwn(trx, world, { session, action: 'library.evidence-read' })
    return { evidence: evidence.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, shownAtMost) }
  })
}

function presentGroup({ kind, context, situation, result }: WorksGroup) {
  const place = { kind, context, situation }
  if (result.status === 'hidden') return { ...place, result: { status: 'hidden' as const } }
  const { people, higher, same, lower, estimate, leavesOut } = result
  return { ...place, result: { status: 'shown' as const, people, higher, same, lower, estimate, leavesOut } }
}

type Place = { kind?: string | undefined; context?: string | undefined; situation?: string | undefined }
type Own = { id: RelationId; title: string }

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
    .where('deed', '=', deed)
    .where('in_use', '=', true)
    .orderBy('done_at', 'desc')
    .limit(shownAtMost)
    .execute()
  return rows.map((row) => ({
    ...{ relation: row.relation_id, title: titles.get(row.relation_id) ?? '', at: row.done_at },
    ...{ before: row.before_count, after: row.after_count, way: wayOf(row.nap) },
  }))
}

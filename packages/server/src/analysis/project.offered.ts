import { mayAnalyse } from '@weerklank/core/access/access'
import type { CorpusSources } from '@weerklank/core/analysis/analysis'
import { AppError } from '@weerklank/core/shared/errors'
import type { MemberId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import { colleagues } from './analysis.repository.ts'

/** The meetings and collaborations in which a member takes part: by their own rows, without looking inside. */
export async function offeredSources(trx: Trx, member: MemberId) {
  const takesPart = sql<boolean>`${member}::uuid = any (member_ids)`
  const meetings = await trx
    .selectFrom('meeting')
    .select(['id', 'title', 'planned_at'])
    .where(takesPart)
    .orderBy('planned_at', 'desc')
    .orderBy('id')
    .execute()
  const relations = await trx
    .selectFrom('relation')
    .select(['id', 'title'])
    .where(takesPart)
    .orderBy('title')
    .orderBy('id')
    .execute()
  return {
    meetings: meetings.map(({ id, title, planned_at: at }) => ({ id, title, at })),
    relations,
    colleagues: (await ableColleagues(trx)).filter(({ id }) => id !== member),
  }
}

/** Colleagues who may work on an analysis. */
export async function ableColleagues(trx: Trx) {
  const rows = await colleagues(trx)
  return rows
    .filter(({ roles, ended_at }) => ended_at === null && mayAnalyse(roles).allowed)
    .map(({ id, name }) => ({ id, name }))
}

/** Refuses sources in which the member takes no part, unless they were there before. */
export async function enforceSources(
  trx: Trx,
  of: { member: MemberId; wanted: CorpusSources; had: CorpusSources },
): Promise<void> {
  const { member, wanted, had } = of
  for (const table of ['meeting', 'relation'] as const) {
    const list = table === 'meeting' ? wanted.meetings : wanted.relations
    const before: readonly string[] = table === 'meeting' ? had.meetings : had.relations
    const added = [...new Set<string>(list)].filter((id) => !before.includes(id))
    const { rows } = await sql`select 1 from ${sql.table(table)}
      where id = ${anyOf(added)} and ${member}::uuid = any (member_ids)`.execute(trx)
    if (rows.length !== added.length) throw new AppError('invalid-input', { fields: { sources: 'unknown' } })
  }
}

/** Refuses members who may not work on an analysis, unless they did already. */
export async function enforceMembers(
  trx: Trx,
  of: { wanted: readonly MemberId[]; had: readonly MemberId[] },
): Promise<void> {
  const able = new Set([...(await ableColleagues(trx)).map(({ id }) => id), ...of.had])
  if (!of.wanted.every((id) => able.has(id))) {
    throw new AppError('invalid-input', { fields: { members: 'unknown' } })
  }
}

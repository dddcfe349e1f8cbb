import type { AuditBasis } from '@weerklank/core/audit/audit'
import type { AuditFilter } from '@weerklank/core/audit/audit.contract'
import type { RecordedLine, Shown } from '@weerklank/core/audit/nen7513'
import type { ApiTokenId, MemberId, RelationId } from '@weerklank/core/shared/ids'
import { dayBounds, type Instant } from '@weerklank/core/shared/time'
import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Schema, Trx } from '../schema.ts'
import type { AuditEventTable } from './audit.table.ts'

type Place = { at: Instant; id: string }
type Wish = { filter: AuditFilter; timeZone: string; after: Place | null; limit: number; shownAtMost: number }

/** Lines of the record that fit the filter, the latest first, from after a place on. */
export async function findLines(trx: Trx, wish: Wish): Promise<RecordedLine[]> {
  const rows = await fitting(trx.selectFrom('audit_event'), wish)
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(wish.limit)
    .execute()
  return withShown(trx, rows.map(toRecordedLine), wish.shownAtMost)
}

/** Lines with what they showed, where that was several: how many, and the first of them. */
async function withShown(trx: Trx, lines: RecordedLine[], atMost: number): Promise<RecordedLine[]> {
  const { rows } = await sql<{ id: string } & Shown>`
    select event_id as id, count(*)::integer as count,
      coalesce(array_agg(relation_id order by place) filter (where relation_id is not null and place <= ${atMost}), '{}') as relations,
      coalesce(array_agg(person_id order by place) filter (where person_id is not null and place <= ${atMost}), '{}') as persons
    from audit_shown where event_id = ${anyOf(lines.map(({ id }) => id))} group by event_id`.execute(trx)
  const shown = new Map(rows.map(({ id, ...of }) => [id, of]))
  return lines.map((line) => ({ ...line, shown: shown.get(line.id) ?? null }))
}

/** A row of the record, read as what it is. */
export function toRecordedLine(row: Selectable<AuditEventTable>): RecordedLine {
  const { lane, seq, line, hash } = row
  const [subject = '', purpose = null] = row.subject.split(':')
  const isChained = lane !== null && seq !== null && line !== null && hash !== null
  return {
    ...{ id: row.id, at: row.at, actor: row.actor, action: row.action, kind: row.kind },
    ...{ subject, purpose, subjectId: row.subject_id, relation: row.relation_id, person: row.person_id },
    roles: row.roles === '' ? [] : row.roles.split(' '),
    basis: row.basis === '' ? null : row.basis,
    token: row.token_id ?? null,
    shown: null,
    chain: isChained ? { lane, seq, line, hash: hash.toString('hex') } : null,
  }
}

type Query = SelectQueryBuilder<Schema, 'audit_event', object>

function fitting(query: Query, { filter, timeZone, after }: Wish): Query {
  const { from, until, actor, group, kind, basis, relation, person } = filter
  let fits = query
  if (from !== undefined) fits = fits.where('at', '>=', dayBounds(from, timeZone).from)
  if (until !== undefined) fits = fits.where('at', '<', dayBounds(until, timeZone).to)
  if (actor !== undefined) fits = fits.where('actor', '=', actor)
  if (group !== undefined) fits = fits.where(sql`split_part(action, '.', 1)`, '=', group)
  if (kind !== undefined) fits = fits.where('kind', '=', kind)
  // Written out: so that the index of emergencies alone is of use to a prepared statement.
  if (basis !== undefined) fits = fits.where('basis', '=', sql.lit(basis) as unknown as AuditBasis)
  if (relation !== undefined) fits = fits.where(about('relation_id', relation))
  if (person !== undefined) fits = fits.where(about('person_id', person))
  if (after !== null) fits = fits.where(sql<boolean>`(at, id) < (${after.at}, ${after.id})`)
  return fits
}

/** Lines about one collaboration or person alone, and those that showed it among others. */
function about(column: 'relation_id' | 'person_id', id: string) {
  const which = sql.ref(column)
  return sql<boolean>`(${which} = ${id} or id = any (array(select event_id from audit_shown where ${which} = ${id})))`
}

/** When the chains were last verified, and what came out; null when that was never done. */
export async function findLastCheck(trx: Trx): Promise<{ at: Instant; whole: boolean } | null> {
  const { rows } = await sql<{ at: Instant; action: string }>`
    select at, action from audit_event where action in ('audit.verified', 'audit.found-broken')
    order by at desc limit 1`.execute(trx)
  const [row] = rows
  return row === undefined ? null : { at: row.at, whole: row.action === 'audit.verified' }
}

export type Named = { id: MemberId; name: string; organisation: string }

/** Everybody who has or had a place here. */
export function findMembers(trx: Trx) {
  return trx
    .selectFrom('member')
    .select(['id', 'name', 'roles', 'organisation'])
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** What the members call these tokens. */
export async function findTokenNames(
  trx: Trx,
  lines: readonly RecordedLine[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(lines.flatMap(({ token }) => token ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('api_token')
    .select(['id', 'name'])
    .where('id', '=', anyOf(ids as ApiTokenId[]))
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type Emergency = {
  relation: RelationId
  member: MemberId
  reason: string
  at: Instant
  endsAt: Instant
}

/** The emergencies in which these collaborations were opened. */
export async function findEmergencies(trx: Trx, relations: readonly string[]): Promise<Emergency[]> {
  if (relations.length === 0) return []
  return trx
    .selectFrom('emergency_access')
    .select(['relation_id as relation', 'member_id as member', 'reason', 'at', 'ends_at as endsAt'])
    .where('relation_id', '=', anyOf(relations as readonly RelationId[]))
    .orderBy('at')
    .execute()
}

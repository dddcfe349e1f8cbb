import type { ConsentEvent, Purpose } from '@weerklank/core/consent/consent'
import type { Authority } from '@weerklank/core/consent/person'
import type { PersonId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Insertable, type QueryCreator, type Selectable, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Schema, Trx } from '../schema.ts'
import type { ConsentEventTable, ConsentGrantTable } from './consent.table.ts'

export type PersonRow = Selectable<Schema['person']>
export type EventRow = Selectable<ConsentEventTable>
export type ParentRow = { child_id: PersonId; parent_id: PersonId; authority: Authority; name: string }

/** The person, held until the end of the transaction: two decisions at once come one after the other. */
export async function lockPerson(trx: Trx, id: PersonId): Promise<PersonRow | undefined> {
  return trx.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function personsOf(trx: Trx, ids: readonly PersonId[]): Promise<PersonRow[]> {
  return trx.selectFrom('person').selectAll().where('id', '=', anyOf(ids)).execute()
}

/** Parents and guardians of some persons; the name is empty while the parent herself is out of reach. */
export async function parentsOf(trx: Trx, children: readonly PersonId[]): Promise<ParentRow[]> {
  return trx
    .selectFrom('person_parent')
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'person_parent.workspace_id')
        .onRef('person.id', '=', 'person_parent.parent_id'),
    )
    .select(['child_id', 'parent_id', 'authority'])
    .select(({ fn, val }) => fn.coalesce('person.name', val('')).as('name'))
    .where('child_id', '=', anyOf(children))
    .orderBy('person_parent.created_at')
    .orderBy('parent_id')
    .execute()
}

/** Whose parent or guardian someone is. */
export async function childrenOf(trx: Trx, parent: PersonId): Promise<PersonId[]> {
  const rows = await trx
    .selectFrom('person_parent')
    .select('child_id')
    .where('parent_id', '=', parent)
    .where('authority', '!=', 'none')
    .orderBy('created_at')
    .orderBy('child_id')
    .execute()
  return rows.map((row) => row.child_id)
}

/** Everything that was said about some persons, in order of time. */
export async function eventsOf(
  trx: Trx,
  persons: readonly PersonId[],
  purpose?: Purpose,
): Promise<EventRow[]> {
  return trx
    .selectFrom('consent_event')
    .selectAll()
    .where('person_id', '=', anyOf(persons))
    .$if(purpose !== undefined, (query) => query.where('purpose', '=', purpose ?? ''))
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** A word as the rules read it. */
export function asEvent(row: EventRow): ConsentEvent {
  return {
    id: row.id,
    purpose: row.purpose as Purpose,
    decision: row.decision,
    textVersion: row.text_version,
    decidedBy: row.decided_by,
    method: row.method,
    at: row.at,
  }
}

export async function insertEvent(trx: Trx, row: Insertable<ConsentEventTable>): Promise<void> {
  await trx.insertInto('consent_event').values(row).execute()
}

/** Puts consent in force; one that was on hold goes on, with what rests on it. */
export async function putInForce(trx: Trx, row: Insertable<ConsentGrantTable>): Promise<void> {
  await resting(trx, { person: row.person_id, purpose: row.purpose, inUse: true })
    .insertInto('consent_grant')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'person_id', 'purpose']).doUpdateSet(({ ref }) => ({
        event_id: ref('excluded.event_id'),
        since: ref('excluded.since'),
        held_at: null,
        in_force: true,
      })),
    )
    .execute()
}

type Resting = { person: PersonId; purpose: string; inUse: boolean }

/** Tables of what a learner wrote, of which others read what is shared (ADR 0030), the mark of it in the register, and what works. */
const sharedTables = [
  ...(['learner', 'learning_goal', 'learning_answer', 'learning_mention'] as const),
  ...(['learning_attainment', 'learning_exercise'] as const),
  ...(['works_trace'] as const),
]

/** Tables of which each row names the purpose that it exists for. */
const materialTables = ['research_answer', 'analysis_passage', 'trajectory_quote', 'network_answer'] as const

/**
 * What rests on consent follows it, as a part of the statement that holds or releases it: the foreign key refuses one
 * without the other. What rests on it so far: the material of research, the words in analyses, what learners share, and maps of who works with whom.
 */
function resting(trx: Trx, of: Resting): QueryCreator<Schema> {
  const ties: QueryCreator<Schema> = trx.with('named', useTies(of, 'from')).with('naming', useTies(of, 'to'))
  const material = materialTables.reduce((query, table) => query.with(table, useMaterial(table, of)), ties)
  return sharedTables.reduce((query, table) => query.with(table, useShared(table, of)), material)
}

/** Rows of a person that exist for one purpose only. */
function useMaterial(table: (typeof materialTables)[number], of: Resting) {
  return (db: QueryCreator<Schema>) =>
    db
      .updateTable(table)
      .set({ in_use: of.inUse })
      .where('person_id', '=', of.person)
      .where('purpose', '=', of.purpose as 'research')
      .where('in_use', '=', !of.inUse)
}

function useShared(table: (typeof sharedTables)[number], of: Resting) {
  return (db: QueryCreator<Schema>) =>
    db
      .updateTable(table)
      .set({ in_use: of.inUse })
      .where('person_id', '=', of.person)
      .where('shared', '=', of.purpose as 'research')
      .where('in_use', '=', !of.inUse)
}

/** Marks a learner as one whose words others may read, in each of her trajectories. What she handed in before stays hers. */
export async function shareFromNow(trx: Trx, person: PersonId): Promise<void> {
  await trx
    .updateTable('learner')
    .set({ shared: 'research', in_use: true })
    .where('person_id', '=', person)
    .where('shared', 'is', null)
    .execute()
}

/** Ties of hers and ties to her: nobody has one to herself, so no row is changed twice. */
function useTies(of: Resting, end: 'from' | 'to') {
  return (db: QueryCreator<Schema>) =>
    db
      .updateTable('network_tie')
      .set(end === 'from' ? { from_in_use: of.inUse } : { to_in_use: of.inUse })
      .where(`${end}_person`, '=', of.person)
      .where('purpose', '=', of.purpose as 'network-map')
      .where(`${end}_in_use`, '=', !of.inUse)
}

/** Ends consent; what may exist only with it goes in the same moment, by the foreign keys. */
export async function endGrant(trx: Trx, person: PersonId, purpose: Purpose): Promise<void> {
  await trx
    .deleteFrom('consent_grant')
    .where('person_id', '=', person)
    .where('purpose', '=', purpose)
    .execute()
}

/** Consent that waits for someone: what is there stays, nothing is added or used. */
export async function holdGrant(
  trx: Trx,
  of: { person: PersonId; purpose: Purpose; at: Instant },
): Promise<void> {
  // An answer that is being stored refers to this row: it is waited for, and then held with the rest.
  await trx
    .selectFrom('consent_grant')
    .select('event_id')
    .where('person_id', '=', of.person)
    .where('purpose', '=', of.purpose)
    .forUpdate()
    .execute()
  await resting(trx, { ...of, inUse: false })
    .updateTable('consent_grant')
    .set({ held_at: of.at, in_force: false })
    .where('person_id', '=', of.person)
    .where('purpose', '=', of.purpose)
    .where('held_at', 'is', null)
    .execute()
}

/** Consent that was on hold and counts again. */
export async function releaseGrant(trx: Trx, of: { person: PersonId; purpose: Purpose }): Promise<void> {
  await resting(trx, { ...of, inUse: true })
    .updateTable('consent_grant')
    .set({ held_at: null, in_force: true })
    .where('person_id', '=', of.person)
    .where('purpose', '=', of.purpose)
    .execute()
}

/** What a person consented to, in force or on hold. */
export async function grantsOf(
  trx: Trx,
  person: PersonId,
): Promise<{ purpose: string; held_at: Instant | null }[]> {
  return trx
    .selectFrom('consent_grant')
    .select(['purpose', 'held_at'])
    .where('person_id', '=', person)
    .execute()
}

/** Whose consent for a purpose, in force, rests on a text older than this version; for the owner. */
export async function grantsOnOlderText(trx: Trx, purpose: Purpose, from: number) {
  return trx
    .selectFrom('consent_grant')
    .innerJoin('consent_event', (join) =>
      join
        .onRef('consent_event.workspace_id', '=', 'consent_grant.workspace_id')
        .onRef('consent_event.id', '=', 'consent_grant.event_id'),
    )
    .select(['consent_grant.workspace_id', 'consent_grant.person_id'])
    .where('consent_grant.purpose', '=', purpose)
    .where('held_at', 'is', null)
    .where('text_version', '<', from)
    .execute()
}

/** Withdraws every check of a person that waits for an answer, as far as it is in reach. Gives how many. */
export async function revokeOpenChecks(trx: Trx, person: PersonId, at: Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    update invitation i set revoked_at = ${at}
    where i.revoked_at is null
      and i.participant_id in (select p.id from participant p where p.person_id = ${person})
      and not exists (select from response r where r.workspace_id = i.workspace_id and r.id = i.response_id)
  `.execute(trx)
  return Number(numAffectedRows ?? 0)
}

/** What was written down of a withdrawal or a deletion; it has the identifier of the deed. */
export async function findReceipt(trx: Trx, id: string) {
  return trx.selectFrom('receipt').select(['at', 'report']).where('id', '=', id).executeTakeFirst()
}

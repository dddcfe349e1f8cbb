import type { ConsentState } from '@weerklank/core/consent/consent'
import type { PersonId, RelationId, TrajectoryExportId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import { lockPerson } from './consent.repository.ts'

type Registered = {
  workspace: WorkspaceId
  person: PersonId
  state: Exclude<ConsentState, 'not-offered'>
  at: Instant | null
}

/** Keeps the register in line with what was decided; whoever is new in it gets the next code of the workspace. */
export async function keepRegister(trx: Trx, of: Registered): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('research_register')
    .set({ consent: of.state, consent_at: of.at })
    .where('person_id', '=', of.person)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  const { last } = await trx
    .insertInto('research_code')
    .values({ workspace_id: of.workspace, last: 1 })
    .onConflict((conflict) =>
      conflict.column('workspace_id').doUpdateSet(({ eb, ref }) => ({
        last: eb(ref('research_code.last'), '+', 1),
      })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('research_register')
    .values({
      workspace_id: of.workspace,
      person_id: of.person,
      code: `P${String(last).padStart(2, '0')}`,
      consent: of.state,
      consent_at: of.at,
    })
    .execute()
}

/** Keeps that someone was asked, whatever she decides; two looks at once are one. */
export async function keepAsked(trx: Trx, of: { workspace: WorkspaceId; person: PersonId }): Promise<void> {
  if (await isRegistered(trx, of.person)) return
  await lockPerson(trx, of.person)
  if (!(await isRegistered(trx, of.person))) await keepRegister(trx, { ...of, state: 'not-asked', at: null })
}

async function isRegistered(trx: Trx, person: PersonId): Promise<boolean> {
  const row = await trx
    .selectFrom('research_register')
    .select('person_id')
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

/** How many answers of a person are in the material. */
export async function countMaterial(trx: Trx, person: PersonId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from research_answer where person_id = ${person}`.execute(trx)
  return rows[0]?.count ?? 0
}

/** How many pieces of what a learner wrote others can read, or could while it is on hold. */
export async function countShared(trx: Trx, person: PersonId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from learning_goal where person_id = ${person} and shared is not null)
      + (select count(*) from learning_answer where person_id = ${person} and shared is not null)
      + (select count(*) from learning_mention where person_id = ${person} and shared is not null)
      + (select count(*) from learning_attainment where person_id = ${person} and shared is not null)
      + (select count(*) from learning_exercise where person_id = ${person} and shared is not null) as count`.execute(
    trx,
  )
  return Number(rows[0]?.count ?? 0)
}

/** How many answers of a person there are in the care record, as far as they are in reach. */
export async function countAnswers(trx: Trx, person: PersonId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from response r
    join participant p on p.workspace_id = r.workspace_id and p.id = r.participant_id
    where p.person_id = ${person}`.execute(trx)
  return rows[0]?.count ?? 0
}

/** How many quotes of a person may be printed now. */
export async function countQuotes(trx: Trx, person: PersonId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from trajectory_quote
    where person_id = ${person} and purpose is not null`.execute(trx)
  return rows[0]?.count ?? 0
}

/**
 * How many ties on maps name her: what she told, and what others told at moments that are shut. What is told of her while a
 * moment is open goes as well, and is not counted: that would tell how many named her.
 */
export async function countTies(trx: Trx, person: PersonId, at: Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from network_tie t
    where t.often <> 'never' and (t.from_person = ${person} or t.to_person = ${person} and exists (
      select from network_wave w where w.workspace_id = t.workspace_id and w.id = t.wave_id
        and (w.closed_at is not null or w.closes_on < (${at}::timestamptz at time zone 'UTC')::date)))`.execute(
    trx,
  )
  return rows[0]?.count ?? 0
}

export type FileWithPerson = { id: string; title: string; made_at: Instant; published_at: Instant | null }

/** The files that a person is in; their titles can be read for `access` only. */
export async function filesWith(trx: Trx, person: PersonId): Promise<FileWithPerson[]> {
  const research = await researchFilesWith(trx, person)
  const files = [...research, ...(await trajectoryFilesWith(trx, person))]
  return files.toSorted((a, b) => (a.made_at < b.made_at ? -1 : a.made_at > b.made_at ? 1 : 0))
}

/** The reports and data sets of trajectories that she is in; or only those in which words of hers are quoted. */
export async function trajectoryFilesWith(
  trx: Trx,
  person: PersonId,
  of: { isQuoted?: true } = {},
): Promise<FileWithPerson[]> {
  return trx
    .selectFrom('trajectory_export_person as p')
    .innerJoin('trajectory_export as e', (join) =>
      join.onRef('e.workspace_id', '=', 'p.workspace_id').onRef('e.id', '=', 'p.export_id'),
    )
    .select(['e.id', 'title', 'made_at', 'published_at'])
    .where('p.person_id', '=', person)
    .where('withdrawn_at', 'is', null)
    .$if(of.isQuoted === true, (query) => query.where('is_quoted', '=', true))
    .orderBy('made_at')
    .execute()
}

function researchFilesWith(trx: Trx, person: PersonId): Promise<FileWithPerson[]> {
  return trx
    .selectFrom('research_export_person')
    .innerJoin('research_export', (join) =>
      join
        .onRef('research_export.workspace_id', '=', 'research_export_person.workspace_id')
        .onRef('research_export.id', '=', 'research_export_person.export_id'),
    )
    .select(['research_export.id', 'title', 'made_at', 'published_at'])
    .where('research_export_person.person_id', '=', person)
    .where('withdrawn_at', 'is', null)
    .orderBy('made_at')
    .execute()
}

/** Since when answers of a person in one collaboration are in the material; null when none is. */
export async function materialSince(
  trx: Trx,
  of: { relation: RelationId; person: PersonId },
): Promise<Instant | null> {
  const row = await trx
    .selectFrom('research_answer')
    .innerJoin('response', (join) =>
      join
        .onRef('response.workspace_id', '=', 'research_answer.workspace_id')
        .onRef('response.id', '=', 'research_answer.response_id'),
    )
    .select('stored_at')
    .where('research_answer.person_id', '=', of.person)
    .where('response.relation_id', '=', of.relation)
    .orderBy('stored_at')
    .limit(1)
    .executeTakeFirst()
  return row?.stored_at ?? null
}

/** Marks the files that a person is in, or only these: whoever has one must take her out. */
export async function markFiles(
  trx: Trx,
  person: PersonId,
  of: { at: Instant; only?: readonly FileWithPerson[] },
): Promise<void> {
  const { at, only } = of
  await trx
    .updateTable('trajectory_export_person')
    .set({ withdrawn_at: at })
    .where('person_id', '=', person)
    .where('withdrawn_at', 'is', null)
    .$if(only !== undefined, (query) =>
      query.where('export_id', '=', anyOf((only ?? []).map(({ id }) => id as TrajectoryExportId))),
    )
    .execute()
  await trx
    .updateTable('research_export_person')
    .set({ withdrawn_at: at })
    .where('person_id', '=', person)
    .where('withdrawn_at', 'is', null)
    .$if(only !== undefined, (query) =>
      query.where('export_id', '=', anyOf((only ?? []).map(({ id }) => id))),
    )
    .execute()
}

/**
 * Lets files that leave and withdrawals come one after the other: whoever withdraws is not in the file, or is told of it.
 * Files may be made at the same time (`shared`); a withdrawal is `alone`.
 */
export async function lockResearch(trx: Trx, workspace: WorkspaceId, how: 'shared' | 'alone'): Promise<void> {
  const key = sql`hashtextextended(${`research ${workspace}`}, 0)`
  const lock = how === 'shared' ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`
  await sql`select ${lock}(${key})`.execute(trx)
}

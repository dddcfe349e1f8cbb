import type { WorthAnswer } from '@weerklank/core/dialogue/after-words'
import type { MeetingId, PersonId, PlaceId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Schema, Trx } from '../schema.ts'
import type {
  MeetingAgreementTable,
  MeetingMinutesTable,
  MeetingQuoteTable,
  MeetingReflectionTable,
  MeetingTranscriptLineTable,
  MeetingWrapTable,
  TakenTranscript,
} from './after.table.ts'

export type WrapRow = Selectable<MeetingWrapTable>
export type ReflectionRow = Selectable<MeetingReflectionTable>
export type QuoteRow = Selectable<MeetingQuoteTable>
export type AgreementRow = Selectable<MeetingAgreementTable>
export type MinutesRow = Selectable<MeetingMinutesTable>

type Of = { workspace: WorkspaceId; meeting: MeetingId }

export function findWrap(trx: Trx, meeting: MeetingId): Promise<WrapRow | undefined> {
  return trx.selectFrom('meeting_wrap').selectAll().where('meeting_id', '=', meeting).executeTakeFirst()
}

/** Changes what a meeting leaves behind as a whole, and makes the row where there is none yet. */
export async function changeWrap(
  trx: Trx,
  { workspace, meeting }: Of,
  change: Updateable<MeetingWrapTable>,
): Promise<void> {
  const empty: Insertable<MeetingWrapTable> = {
    ...{ workspace_id: workspace, meeting_id: meeting, asked_at: null, reminds_at: null },
    ...{ closes_at: null, ends_at: null, letter_sent_at: null, letter_sent_by: null },
  }
  await trx
    .insertInto('meeting_wrap')
    .values(empty)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'meeting_id']).doNothing())
    .execute()
  if (Object.keys(change).length === 0) return
  await trx.updateTable('meeting_wrap').set(change).where('meeting_id', '=', meeting).execute()
}

/** One more of an answer: a number grows, nothing says whose. */
export async function countWorth(trx: Trx, of: Of, answer: WorthAnswer): Promise<void> {
  const column = `worth_${answer}` as const
  await trx
    .updateTable('meeting_wrap')
    .set((eb) => ({ [column]: eb(column, '+', 1) }))
    .where('meeting_id', '=', of.meeting)
    .execute()
}

export async function addTranscript(trx: Trx, of: Of, taken: TakenTranscript): Promise<void> {
  await changeWrap(trx, of, {})
  await sql`update meeting_wrap set transcripts = transcripts || ${JSON.stringify([taken])}::jsonb
    where meeting_id = ${of.meeting}`.execute(trx)
}

/** What the places were asked and wrote, as far as it is in reach. */
export function reflectionsOf(trx: Trx, meetings: readonly MeetingId[]): Promise<ReflectionRow[]> {
  return trx
    .selectFrom('meeting_reflection')
    .selectAll()
    .where('meeting_id', '=', anyOf(meetings))
    .orderBy('place_id')
    .execute()
}

type Place = { workspace_id: WorkspaceId; meeting_id: MeetingId; id: PlaceId; person_id: PersonId }

/** Changes what one place was asked or wrote, and makes the row where there is none yet. */
export async function changeReflection(
  trx: Trx,
  place: Place,
  change: Updateable<MeetingReflectionTable>,
): Promise<ReflectionRow> {
  const row: Insertable<MeetingReflectionTable> = {
    ...{ workspace_id: place.workspace_id, meeting_id: place.meeting_id, place_id: place.id },
    ...{
      person_id: place.person_id,
      mailed_at: null,
      reminded_at: null,
      answered_at: null,
      withdrawn_at: null,
    },
  }
  await trx
    .insertInto('meeting_reflection')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'place_id']).doNothing())
    .execute()
  if (Object.keys(change).length > 0) {
    await trx.updateTable('meeting_reflection').set(change).where('place_id', '=', place.id).execute()
  }
  return trx
    .selectFrom('meeting_reflection')
    .selectAll()
    .where('place_id', '=', place.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Where the questions go that come after the meeting. */
export async function keepAddress(trx: Trx, place: Place, email: string): Promise<void> {
  await changeReflection(trx, place, { email })
}

/** Addresses are forgotten when nothing is asked any more. */
export async function forgetAddresses(trx: Trx, meeting: MeetingId): Promise<void> {
  await trx.updateTable('meeting_reflection').set({ email: '' }).where('meeting_id', '=', meeting).execute()
}

export function quotesOf(trx: Trx, meetings: readonly MeetingId[]): Promise<QuoteRow[]> {
  return trx
    .selectFrom('meeting_quote')
    .selectAll()
    .where('meeting_id', '=', anyOf(meetings))
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
}

/** Inserts a row with an identifier that its sender made; false when it is there already. */
export async function insertOnce<Table extends 'meeting_quote' | 'meeting_agreement'>(
  trx: Trx,
  table: Table,
  row: Insertable<Schema[Table]>,
): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`
    insert into ${sql.table(table)} select * from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb)
    on conflict (workspace_id, id) do nothing returning 1 as one`.execute(trx)
  return rows.length === 1
}

export async function changeQuote(
  trx: Trx,
  id: QuoteRow['id'],
  change: Updateable<MeetingQuoteTable>,
): Promise<void> {
  await trx.updateTable('meeting_quote').set(change).where('id', '=', id).execute()
}

export function agreementsOf(trx: Trx, meetings: readonly MeetingId[]): Promise<AgreementRow[]> {
  return trx
    .selectFrom('meeting_agreement')
    .selectAll()
    .where('meeting_id', '=', anyOf(meetings))
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

/** What lies open on the cards of some steps, in the order of the words: when each was written tells nothing here. */
export async function openCardsOf(trx: Trx, meeting: MeetingId, steps: readonly string[]): Promise<string[]> {
  if (steps.length === 0) return []
  const rows = await trx
    .selectFrom('meeting_text')
    .select('body')
    .where('meeting_id', '=', meeting)
    .where('step_key', 'in', [...steps])
    .where('kind', '=', 'card')
    .where('revealed_at', 'is not', null)
    .orderBy('body')
    .limit(50)
    .execute()
  return rows.map(({ body }) => body)
}

/** All versions of the minutes, the newest first. */
export function minutesOf(trx: Trx, meeting: MeetingId): Promise<MinutesRow[]> {
  return trx
    .selectFrom('meeting_minutes')
    .selectAll()
    .where('meeting_id', '=', meeting)
    .orderBy('version', 'desc')
    .execute()
}

/** Writes a version; false when there is one of that number: somebody was before. */
export async function insertMinutes(trx: Trx, row: Insertable<MeetingMinutesTable>): Promise<boolean> {
  const done = await trx
    .insertInto('meeting_minutes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'meeting_id', 'version']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** What one place says of a version, beside what others say at the same moment. */
export async function sayOfMinutes(
  trx: Trx,
  of: { meeting: MeetingId; version: number; place: PlaceId },
  say: { says: 'yes' | 'change'; words: string; at: Instant },
): Promise<void> {
  await sql`update meeting_minutes set says = says || jsonb_build_object(${of.place}::text, ${JSON.stringify(say)}::jsonb)
    where meeting_id = ${of.meeting} and version = ${of.version}`.execute(trx)
}

export async function insertLines(trx: Trx, rows: Insertable<MeetingTranscriptLineTable>[]): Promise<void> {
  // A statement takes 65,535 values.
  for (let at = 0; at < rows.length; at += 5000) {
    await trx
      .insertInto('meeting_transcript_line')
      .values(rows.slice(at, at + 5000))
      .execute()
  }
}

/** How many turns of each transcript are there: consent that was taken back left gaps. */
export async function keptOf(trx: Trx, meeting: MeetingId): Promise<ReadonlyMap<string, number>> {
  const rows = await trx
    .selectFrom('meeting_transcript_line')
    .select('transcript_id')
    .select(({ fn }) => fn.countAll<string>().as('kept'))
    .where('meeting_id', '=', meeting)
    .groupBy('transcript_id')
    .execute()
  return new Map(rows.map(({ transcript_id, kept }) => [transcript_id, Number(kept)]))
}

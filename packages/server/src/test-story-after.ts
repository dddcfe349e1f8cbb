/** A meeting of a story that is over, with everything that comes after it: what people wrote, words, agreements, minutes. */
import type {
  ConsentEventId,
  MeetingAgreementId,
  MeetingId,
  MeetingQuoteId,
  MemberId,
  PersonId,
  PlaceId,
  TranscriptId,
} from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { asMaintenance } from './access/accounts.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

type Of = { meeting: MeetingId; by: MemberId }

export type BuiltAfter = {
  meeting: MeetingId
  noorsPlace: PlaceId
  quote: MeetingQuoteId
  agreement: MeetingAgreementId
  transcript: TranscriptId
}

type Seated = { place: PlaceId; person: PersonId; member: MemberId | null }

/** The same people as at the meeting that is planned, at one that is over. */
export async function buildAfter(app: Running, of: Of): Promise<BuiltAfter> {
  return asMaintenance(app.owner, async (trx) => {
    const meeting = await copyMeeting(trx, app, of)
    const seats = await copyPlaces(trx, app, { from: of.meeting, to: meeting })
    const noor = seats.find(({ member }) => member === of.by)
    if (noor === undefined) throw new Error('Noor sits at the table')
    const transcript = app.world.newId<TranscriptId>()
    await wrap(trx, app, { meeting, transcript, by: of.by })
    let quote = app.world.newId<MeetingQuoteId>()
    for (const seat of seats) {
      const asked = await wordsOf(trx, app, { meeting, seat, transcript, by: of.by })
      if (seat === noor) quote = asked
    }
    const agreement = await agree(trx, app, { meeting, owner: noor.place, by: of.by })
    return { meeting, noorsPlace: noor.place, quote, agreement, transcript }
  })
}

async function copyMeeting(trx: Trx, app: Running, { meeting }: Of): Promise<MeetingId> {
  const id = app.world.newId<MeetingId>()
  const at = app.clock.now()
  const row = await trx.selectFrom('meeting').selectAll().where('id', '=', meeting).executeTakeFirstOrThrow()
  const json = Object.fromEntries(
    (['format', 'themes', 'questions'] as const).map((column) => [column, JSON.stringify(row[column])]),
  ) as Record<'format' | 'themes' | 'questions', string>
  await trx
    .insertInto('meeting')
    .values({
      ...row,
      ...json,
      ...{ id, status: 'ended', live: null, warm_up: null, title: 'Terugblik rond Lina' },
      ...{ planned_at: addDays(at, -1), started_at: addDays(at, -1), ended_at: at },
    })
    .execute()
  return id
}

async function copyPlaces(trx: Trx, app: Running, of: { from: MeetingId; to: MeetingId }): Promise<Seated[]> {
  const rows = await trx.selectFrom('meeting_place').selectAll().where('meeting_id', '=', of.from).execute()
  const made = rows.map((row) => ({
    ...row,
    id: app.world.newId<PlaceId>(),
    meeting_id: of.to,
    attends: 'yes' as const,
  }))
  await trx.insertInto('meeting_place').values(made).execute()
  return made.map((row) => ({ place: row.id, person: row.person_id, member: row.member_id }))
}

async function wrap(
  trx: Trx,
  app: Running,
  of: { meeting: MeetingId; transcript: TranscriptId; by: MemberId },
): Promise<void> {
  const at = app.clock.now()
  const taken = { id: of.transcript, title: 'Opname', turns: 5, at, by: of.by }
  const row = { workspace_id: app.workspace, meeting_id: of.meeting }
  await trx
    .insertInto('meeting_wrap')
    .values({
      ...{
        ...row,
        asked_at: at,
        reminds_at: addDays(at, 2),
        closes_at: addDays(at, 8),
        ends_at: addDays(at, 38),
      },
      ...{
        topics: '["geld"]',
        transcripts: JSON.stringify([taken]),
        letter_sent_at: null,
        letter_sent_by: null,
      },
    })
    .execute()
  await trx
    .insertInto('meeting_minutes')
    .values({ ...row, version: 1, body: 'Wij spraken.', made_by: of.by, made_at: at })
    .execute()
}

type Words = { meeting: MeetingId; seat: Seated; transcript: TranscriptId; by: MemberId }

async function wordsOf(
  trx: Trx,
  app: Running,
  { meeting, seat, transcript, by }: Words,
): Promise<MeetingQuoteId> {
  const at = app.clock.now()
  const row = {
    workspace_id: app.workspace,
    meeting_id: meeting,
    place_id: seat.place,
    person_id: seat.person,
  }
  await trx
    .insertInto('meeting_reflection')
    .values({
      ...{ ...row, answers: JSON.stringify({ image: 'Een kampvuur.' }), answered_at: at, letter: 'unnamed' },
      ...{ mailed_at: at, reminded_at: null, withdrawn_at: null },
    })
    .execute()
  const id = app.world.newId<MeetingQuoteId>()
  await trx
    .insertInto('meeting_quote')
    .values({
      ...{ ...row, id, asked_words: 'Het was warm.', use: 'team', asked_by: by, asked_at: at },
      ...{ decision: null, own_words: null, decided_at: null, withdrawn_at: null },
    })
    .execute()
  await consent(trx, app, seat.person)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from meeting_transcript_line where transcript_id = ${transcript}`.execute(trx)
  const line = { words: 'Dat zei ik.', from_ms: null, until_ms: null }
  await trx
    .insertInto('meeting_transcript_line')
    .values({ ...row, ...line, transcript_id: transcript, ordinal: rows[0]?.n ?? 0 })
    .execute()
  return id
}

/** Words of a transcript rest on consent: without it the database does not take them. */
async function consent(trx: Trx, app: Running, person: PersonId): Promise<void> {
  const purpose = 'analysis' as const
  const known = await trx
    .selectFrom('consent_grant')
    .select('person_id')
    .where('person_id', '=', person)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if (known !== undefined) return
  const event = app.world.newId<ConsentEventId>()
  const at = app.clock.now()
  await sql`insert into consent_event select (jsonb_populate_record(e, ${JSON.stringify({ id: event, person_id: person, decided_by: person, purpose, at })}::jsonb)).*
    from consent_event e where e.workspace_id = ${app.workspace} and e.decision = 'given' limit 1`.execute(
    trx,
  )
  await sql`insert into consent_grant select (jsonb_populate_record(g, ${JSON.stringify({ person_id: person, purpose, event_id: event })}::jsonb)).*
    from consent_grant g where g.workspace_id = ${app.workspace} and g.in_force limit 1`.execute(trx)
}

async function agree(
  trx: Trx,
  app: Running,
  of: { meeting: MeetingId; owner: PlaceId; by: MemberId },
): Promise<MeetingAgreementId> {
  const id = app.world.newId<MeetingAgreementId>()
  const at = app.clock.now()
  await trx
    .insertInto('meeting_agreement')
    .values({
      ...{ workspace_id: app.workspace, id, meeting_id: of.meeting, owner_place_id: of.owner },
      ...{ if_text: 'het schuurt', text: 'bellen we dezelfde dag', due_on: '2026-12-01', state: 'open' },
      ...{ agreement_id: null, made_by: of.by, made_at: at, changed_at: at },
    })
    .execute()
  return id
}

import type { LiveState } from '@weerklank/core/dialogue/live.state'
import type { PlannedStep } from '@weerklank/core/dialogue/meeting'
import type { MeetingId, MemberId, PlaceId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Insertable, sql } from 'kysely'
import type { Context } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import { asParticipant } from './guest/guest.door.ts'
import type { MeetingEventTable } from './live.table.ts'
import type { MeetingRow, TextRow } from './meeting.repository.ts'
import type { MeetingTextTable } from './meeting.table.ts'

/**
 * The program at a table: the only one that changes what is held. In the name of a place it reaches what is hers; to open what
 * is closed it says so.
 */
export function asProgram(of: {
  workspace: WorkspaceId
  meeting: MeetingId
  for?: PlaceId
  opens?: boolean
}): Context {
  return {
    ...{ workspace: of.workspace, actor: 'system', relations: [], meetings: [of.meeting] },
    ...(of.for !== undefined && { participants: [asParticipant(of.for)] }),
    ...(of.opens === true && { purpose: 'reveal' }),
  }
}

/** The state of a meeting that was begun; null before. One that was ended elsewhere is over here too. */
export function stateOf(row: Pick<MeetingRow, 'live' | 'ended_at' | 'status'>): LiveState | null {
  const state = row.live as LiveState | null
  if (state === null || state.endedAt !== null || row.status !== 'ended') return state
  return { ...state, endedAt: row.ended_at, turns: null }
}

/** Keeps the state, and in the programme of the meeting what became of its steps. */
export async function writeLive(
  trx: Trx,
  row: Pick<MeetingRow, 'id' | 'format'>,
  state: LiveState,
): Promise<void> {
  const format = { ...row.format, steps: state.steps }
  const isMoved = JSON.stringify(state.steps) !== JSON.stringify(row.format.steps as readonly PlannedStep[])
  await trx
    .updateTable('meeting')
    .set({ live: JSON.stringify(state), ...(isMoved && { format: JSON.stringify(format) }) })
    .where('id', '=', row.id)
    .execute()
}

export async function insertEvent(trx: Trx, row: Insertable<MeetingEventTable>): Promise<void> {
  await trx.insertInto('meeting_event').values(row).execute()
}

/**
 * Keeps a text under the identifier of its device: a repeat is the same row, with its newest words as long as nobody else has
 * read it.
 */
export async function keepText(
  trx: Trx,
  row: Insertable<MeetingTextTable>,
): Promise<'new' | 'same' | 'not-hers'> {
  const done = await trx
    .insertInto('meeting_text')
    .values(row)
    // Without naming the key: a row of nobody may be written by whoever may not read it.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (done.numInsertedOrUpdatedRows === 1n) return 'new'
  if (row.is_anonymous) return 'same'
  const own = await trx
    .selectFrom('meeting_text')
    .select('revealed_at')
    .where('id', '=', row.id)
    .where('place_id', '=', row.place_id ?? null)
    .where('meeting_id', '=', row.meeting_id)
    .executeTakeFirst()
  if (own === undefined) return 'not-hers'
  if (own.revealed_at === null) {
    await trx.updateTable('meeting_text').set({ body: row.body }).where('id', '=', row.id).execute()
  }
  return 'same'
}

/** What was written in a round of a step is open from now on; gives whose it is. The context says that it opens. */
export async function openRound(
  trx: Trx,
  of: { meeting: MeetingId; step: string; round: number; now: Instant },
): Promise<PlaceId[]> {
  const opened = await trx
    .updateTable('meeting_text')
    .set({ revealed_at: of.now })
    .where('meeting_id', '=', of.meeting)
    .where('step_key', '=', of.step)
    .where('round', '=', of.round)
    .where('kind', 'in', ['text', 'round', 'card', 'vote'])
    .where('revealed_at', 'is', null)
    .returning('place_id')
    .execute()
  return [...new Set(opened.flatMap(({ place_id }) => place_id ?? []))]
}

/** What is open of some steps. */
export function openTextsOf(trx: Trx, meeting: MeetingId, steps: readonly string[]): Promise<TextRow[]> {
  return trx
    .selectFrom('meeting_text')
    .selectAll()
    .where('meeting_id', '=', meeting)
    .where(sql<boolean>`step_key = any (${steps}::text[])`)
    .where('kind', 'in', ['text', 'round', 'card', 'vote'])
    .where('revealed_at', 'is not', null)
    .execute()
}

/** What one place wrote with a name in a step, also while it is closed: its context reaches that. */
export function ownTextsOf(
  trx: Trx,
  of: { meeting: MeetingId; place: PlaceId; step: string },
): Promise<TextRow[]> {
  return trx
    .selectFrom('meeting_text')
    .selectAll()
    .where('meeting_id', '=', of.meeting)
    .where('place_id', '=', of.place)
    .where('step_key', '=', of.step)
    .where('kind', 'in', ['text', 'round', 'card'])
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** Of the colleagues at a table, who works here no more. */
export async function endedAmong(trx: Trx, members: readonly MemberId[]): Promise<ReadonlySet<MemberId>> {
  const rows = await trx
    .selectFrom('member')
    .select('id')
    .where('id', '=', anyOf(members))
    .where('ended_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Of some links to a table, by their hash, which still lead there. */
export async function linksStill(
  trx: Trx,
  of: { meeting: MeetingId; hashes: readonly string[]; now: Instant },
): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('meeting_link')
    .select('token_hash')
    .where('meeting_id', '=', of.meeting)
    .where(sql<boolean>`token_hash = any (${of.hashes}::text[])`)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', of.now)
    .execute()
  return new Set(rows.map((row) => row.token_hash))
}

/** What other rooms may ask of meetings: what somebody wrote and said there, to forget it, the words on their walls, to begin one. */
import type { PersonId, RelationId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'

export { loadFormats } from './formats.ts'
export {
  beginNow,
  planTable,
  tablesNamed,
  tablesOf,
  tablesSince,
  wordCards,
} from './meeting.circle.ts'
export type { MeetingDeps } from './meeting.deps.ts'
export { heldAt } from './meeting.held.ts'
export { linkToNextSeat, nextSeat } from './meeting.seats.ts'
export { type OwnAtTable, ownAtTables } from './own-words.ts'

const written = ['meeting_quote', 'meeting_reflection', 'meeting_text', 'meeting_transcript_line'] as const

/**
 * Deletes what a person wrote and said at the tables of one collaboration: her texts, reflections, quotes, lines of
 * transcripts, and what she said of minutes. What was written without a name is nobody's and stays. Gives how many; the
 * context is as it was afterwards.
 */
export async function deleteAtTables(
  trx: Trx,
  context: Context,
  { relation, person }: { relation: RelationId; person: PersonId },
): Promise<number> {
  const program: Context = { workspace: context.workspace, actor: 'system', relations: [], persons: [person] }
  await setContext(trx, { ...program, purpose: 'access' })
  const seats = await trx
    .selectFrom('meeting_place')
    .select(['id', 'meeting_id'])
    .where('person_id', '=', person)
    .execute()
  const meetings = [...new Set(seats.map(({ meeting_id }) => meeting_id))]
  await setContext(trx, { ...program, meetings, purpose: 'deletion' })
  const own = sql`person_id = ${person} and meeting_id in (select id from meeting where relation_id = ${relation})`
  let count = 0
  for (const table of written) {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${own}`.execute(trx)
    count += Number(numAffectedRows ?? 0)
  }
  for (const { id, meeting_id } of seats) {
    await sql`update meeting_minutes set says = says - ${id}::text where meeting_id = ${meeting_id}
      and meeting_id in (select id from meeting where relation_id = ${relation})`.execute(trx)
  }
  await setContext(trx, context)
  return count
}

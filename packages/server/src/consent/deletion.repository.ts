import type { DeletionReport } from '@weerklank/core/consent/person.contract'
import type { PersonId, RelationId } from '@weerklank/core/shared/ids'
import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../schema.ts'

/** How much was deleted here; what had left before is another matter. */
export type Deleted = Omit<DeletionReport, 'cannotUndo'>

/**
 * Keeps answers out until the transaction ends. Taken before anything else of a deletion, in the order in which an answer
 * takes the same rows: an answer that is being stored is waited for, one that comes now finds its invitation gone.
 */
export async function holdAnswers(trx: Trx, relation: RelationId): Promise<void> {
  await sql`select 1 from relation where id = ${relation} for no key update`.execute(trx)
  await sql`select 1 from invitation where relation_id = ${relation} order by id for update`.execute(trx)
  await sql`select 1 from form_invitation where relation_id = ${relation} order by id for update`.execute(trx)
}

/**
 * Deletes what a person answered in a collaboration: her answers, what they said about agreements, the signals they raised
 * and those in which someone else's answer is laid beside hers, the invitations with their links. What was copied for research goes with the answer. Gives how much.
 */
export async function deleteAnswers(
  trx: Trx,
  of: { relation: RelationId; person: PersonId },
): Promise<Deleted> {
  const places = sql`select id from participant where relation_id = ${of.relation} and person_id = ${of.person}`
  const own = sql`relation_id = ${of.relation} and participant_id in (${places})`
  // What she told on maps, and what others told of her.
  await remove(
    trx,
    sql`network_tie`,
    sql`relation_id = ${of.relation} and (from_person = ${of.person} or to_person = ${of.person})`,
  )
  await remove(trx, sql`network_answer`, own)
  // What others keep to themselves about her goes when its term is over, like every note of one's own.
  await remove(trx, sql`rupture_step`, sql`${own} and shared_at is not null`)
  await remove(trx, sql`rupture`, sql`${own} and shared_at is not null`)
  const echoes = await remove(trx, sql`agreement_echo`, own)
  // What someone else's signal lays beside her answer tells that answer too.
  const besides = sql`relation_id = ${of.relation} and finding->>'by' in
    (select id::text from participant where relation_id = ${of.relation} and person_id = ${of.person})`
  const signals = await remove(trx, sql`signal`, sql`(${own}) or (${besides})`)
  await removeWords(trx, own, of)
  // The material refers to the answer and leaves with it.
  const checks = await remove(trx, sql`response`, own)
  const forms = await remove(trx, sql`form_response`, own)
  const answers = checks + forms
  // What somebody answered in confidence to a check of a team or network.
  await remove(trx, sql`circle_answer`, own)
  // What she wrote down for the family of a network.
  await remove(trx, sql`family_word`, own)
  // What she means by words there, and how she saw tensions; a word or tension that she put in stays, of nobody.
  await remove(trx, sql`glossary_meaning`, own)
  await remove(trx, sql`tension_look`, own)
  await sql`update glossary_word set participant_id = null where ${own}`.execute(trx)
  await sql`update tension set participant_id = null where ${own}`.execute(trx)
  await remove(trx, sql`form_draft`, own)
  await remove(trx, sql`form_token`, own)
  const formInvitations = await remove(trx, sql`form_invitation`, own)
  await remove(trx, sql`check_plan`, own)
  await remove(trx, sql`invitation_token`, own)
  const invitations = await remove(trx, sql`invitation`, own)
  await sql`
    update relation set attention_at =
      (select max(opened_at) from signal where relation_id = ${of.relation} and outcome is null and readers is null)
    where id = ${of.relation}`.execute(trx)
  return { answers, echoes, signals, invitations: invitations + formInvitations }
}

/** Where her words were laid beside those of others they go with the answer. */
async function removeWords(trx: Trx, own: RawBuilder<unknown>, { person }: { person: PersonId }) {
  const from = sql`split_part(source_ref, ':', 2)`
  await remove(
    trx,
    sql`analysis_passage`,
    sql`person_id = ${person} and (${from} in (select id::text from response where ${own})
      or ${from} in (select id::text from form_response where ${own})
      or source_ref like 'goal:%' and ${from} in (select participant_id::text from invitation where ${own}))`,
  )
}

async function remove(trx: Trx, table: RawBuilder<unknown>, which: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await sql`delete from ${table} where ${which}`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

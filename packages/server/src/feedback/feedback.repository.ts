import type { Answers } from '@weerklank/core/feedback/instrument'
import type { SignalOutcome } from '@weerklank/core/feedback/signal'
import type {
  AgreementId,
  InvitationId,
  MemberId,
  ParticipantId,
  RelationId,
  ResponseId,
  SignalId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Insertable, type Selectable, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type {
  AgreementEchoTable,
  AgreementTable,
  InvitationTable,
  InvitationTokenTable,
  ResponseTable,
  SignalTable,
} from './feedback.table.ts'

export type InvitationRow = Selectable<InvitationTable> & { answered_at: Instant | null }
/** What of an answer is shown; the rest is not read for the hundreds on a page. */
export type ShownResponse = Pick<ResponseRow, (typeof responseColumns)[number]>
export type ResponseRow = Selectable<ResponseTable>
export type SignalRow = Selectable<SignalTable>
export type AgreementRow = Selectable<AgreementTable> & { participants: ParticipantId[]; echoes: EchoRow[] }
export type EchoRow = Pick<Selectable<AgreementEchoTable>, 'answer' | 'at' | 'participant_id' | 'response_id'>

const invitationColumns = [
  'invitation.workspace_id',
  'invitation.id',
  'invitation.relation_id',
  'invitation.participant_id',
  'invitation.contact_id',
  'invitation.instrument_id',
  'invitation.instrument_version',
  'invitation.response_id',
  'invitation.sent_at',
  'invitation.expires_at',
  'invitation.revoked_at',
  'invitation.created_by',
  'invitation.own_words',
  'invitation.kept_apart_at',
  'invitation.letters',
  'invitation.last_letter',
] as const

const responseColumns = [
  'id',
  'participant_id',
  'contact_id',
  'instrument_id',
  'instrument_version',
  'answers',
  'open_text',
  'drawing',
  'answered_at',
  'entered_by',
  'readers',
] as const

/** Invitations with the moment of their answer. */
function withAnswers(trx: Trx) {
  return (
    trx
      .selectFrom('invitation')
      .leftJoin('response', (join) =>
        join
          .onRef('response.workspace_id', '=', 'invitation.workspace_id')
          .onRef('response.id', '=', 'invitation.response_id'),
      )
      .leftJoin('mutual_picture', (join) =>
        join
          .onRef('mutual_picture.workspace_id', '=', 'invitation.workspace_id')
          .onRef('mutual_picture.invitation_id', '=', 'invitation.id'),
      )
      .select(invitationColumns)
      // That someone answered may be known of a half that is still shut; what she answered may not.
      .select(({ fn }) =>
        fn
          .coalesce('response.answered_at', 'mutual_picture.client_at', 'invitation.kept_apart_at')
          .as('answered_at'),
      )
  )
}

/**
 * The invitations of some relations with the moment of their answer, oldest first. Whoever has the answers of those
 * relations at hand gives them, and says whose invitations need not be read. Put together here: as a join, row-level security
 * looks each answer up by itself.
 */
export async function invitationsOf(
  trx: Trx,
  relations: readonly RelationId[],
  known?: { answers: readonly Answered[]; without: readonly ResponseId[] },
): Promise<InvitationRow[]> {
  if (relations.length === 0) return []
  const [rows, answered, shut] = await Promise.all([
    trx
      .selectFrom('invitation')
      .select(invitationColumns)
      .where('relation_id', '=', anyOf(relations))
      // What she answered in her own words stays with those words, however long ago.
      .$if(known !== undefined, (query) =>
        query.where(({ eb, or, not }) =>
          or([not(eb('response_id', '=', anyOf(known?.without ?? []))), eb('own_words', 'is not', null)]),
        ),
      )
      .orderBy('sent_at')
      .orderBy('id')
      .execute(),
    known?.answers ?? answersIn(trx, relations),
    shutAnswersIn(trx, relations),
  ])
  const at = new Map([...shut, ...answered].map((row) => [row.id, row.answered_at]))
  return rows.map((row) => ({ ...row, answered_at: at.get(row.response_id) ?? row.kept_apart_at }))
}

type Answered = Pick<ResponseRow, 'id' | 'answered_at'>

/** When was answered what is one half of a picture that is still shut: that it was may be known. */
async function shutAnswersIn(trx: Trx, relations: readonly RelationId[]): Promise<Answered[]> {
  const rows = await trx
    .selectFrom('mutual_picture')
    .select(['response_id', 'client_at'])
    .where('relation_id', '=', anyOf(relations))
    .where('client_at', 'is not', null)
    .execute()
  return rows.flatMap(({ response_id: id, client_at: at }) => (at === null ? [] : [{ id, answered_at: at }]))
}

function answersIn(trx: Trx, relations: readonly RelationId[]): Promise<Answered[]> {
  return trx
    .selectFrom('response')
    .select(['id', 'answered_at'])
    .where('relation_id', '=', anyOf(relations))
    .execute()
}

/** One invitation of a relation. */
export async function findInvitation(
  trx: Trx,
  relation: RelationId,
  id: InvitationId,
): Promise<InvitationRow | undefined> {
  return withAnswers(trx)
    .where('invitation.relation_id', '=', relation)
    .where('invitation.id', '=', id)
    .executeTakeFirst()
}

/** Adds an invitation; false when its id exists already. */
export async function insertInvitation(trx: Trx, row: Insertable<InvitationTable>): Promise<boolean> {
  const result = await trx
    .insertInto('invitation')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function insertToken(
  trx: Trx,
  row: Omit<Insertable<InvitationTokenTable>, 'person_id'>,
): Promise<Selectable<InvitationTokenTable>> {
  return trx
    .insertInto('invitation_token')
    .values(({ selectFrom }) => ({
      ...row,
      person_id: selectFrom('participant').select('person_id').where('id', '=', row.participant_id),
    }))
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Ends the links made before: they become unknown, but for being asked less, which an older letter goes on offering. */
export async function replaceTokens(trx: Trx, invitation: InvitationId, at: Instant): Promise<void> {
  await trx
    .updateTable('invitation_token')
    .set({ replaced_at: at })
    .where('invitation_id', '=', invitation)
    .where('replaced_at', 'is', null)
    .execute()
}

export async function setExpiry(trx: Trx, invitation: InvitationId, expiresAt: Instant): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ expires_at: expiresAt })
    .where('id', '=', invitation)
    .executeTakeFirst()
}

export async function setRevoked(trx: Trx, invitation: InvitationId, at: Instant): Promise<void> {
  await trx.updateTable('invitation').set({ revoked_at: at }).where('id', '=', invitation).execute()
}

/** The answers of some relations, oldest first. */
export async function responsesOf(trx: Trx, relations: readonly RelationId[]): Promise<ShownResponse[]> {
  if (relations.length === 0) return []
  return trx
    .selectFrom('response')
    .select(responseColumns)
    .where('relation_id', '=', anyOf(relations))
    .orderBy('answered_at')
    .orderBy('id')
    .execute()
}

/** What was answered, by the id of the response. */
export async function answersById(trx: Trx, ids: readonly ResponseId[]): Promise<Map<ResponseId, Answers>> {
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('response')
    .select(['id', 'answers'])
    .where('id', '=', anyOf(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row.answers]))
}

/** The signals of some relations, newest first; only those that are open when asked. */
export async function signalsOf(
  trx: Trx,
  relations: readonly RelationId[],
  only: 'open' | 'all',
): Promise<SignalRow[]> {
  if (relations.length === 0) return []
  return trx
    .selectFrom('signal')
    .selectAll()
    .where('relation_id', '=', anyOf(relations))
    .$if(only === 'open', (query) => query.where('outcome', 'is', null))
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Opens signals; a finding that was opened before is left as it is. Gives how many are new. */
export async function insertSignals(trx: Trx, rows: Insertable<SignalTable>[]): Promise<number> {
  if (rows.length === 0) return 0
  const result = await trx
    .insertInto('signal')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'relation_id', 'participant_id', 'rule', 'occasion']).doNothing(),
    )
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}

/** Closes (or, with null, opens again) signals of a relation. */
export async function closeSignals(
  trx: Trx,
  which: { relation: RelationId; signals: readonly SignalId[] },
  close: { outcome: SignalOutcome; at: Instant; by: MemberId; note: string } | null,
): Promise<void> {
  if (which.signals.length === 0) return
  await trx
    .updateTable('signal')
    .set({
      outcome: close?.outcome ?? null,
      closed_at: close?.at ?? null,
      closed_by: close?.by ?? null,
      note: close?.note ?? '',
    })
    .where('relation_id', '=', which.relation)
    .where('id', '=', anyOf(which.signals))
    .execute()
}

/** Brings the moment by which a list is ordered in line with the open signals of a relation that are for all who read it. */
export async function refreshAttention(trx: Trx, relation: RelationId): Promise<void> {
  await sql`
    update relation set attention_at =
      (select max(opened_at) from signal where relation_id = ${relation} and outcome is null and readers is null)
    where id = ${relation}
  `.execute(trx)
}

/** The agreements of some relations with who agreed and what was answered when asked back, newest first. */
export async function agreementsOf(trx: Trx, relations: readonly RelationId[]): Promise<AgreementRow[]> {
  if (relations.length === 0) return []
  const rows = await trx
    .selectFrom('agreement')
    .selectAll()
    .where('relation_id', '=', anyOf(relations))
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return withPeopleAndEchoes(trx, rows)
}

/** Agreements to ask back that are going on, except those that were answered `changed` before a moment. */
export async function activeAgreements(
  trx: Trx,
  relations: readonly RelationId[],
  changedSince: Instant,
): Promise<Selectable<AgreementTable>[]> {
  if (relations.length === 0) return []
  return trx
    .selectFrom('agreement')
    .selectAll()
    .where('relation_id', '=', anyOf(relations))
    .where('ended_at', 'is', null)
    .where('ask_back', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('agreement_echo')
            .select('agreement_echo.agreement_id')
            .whereRef('agreement_echo.agreement_id', '=', 'agreement.id')
            .whereRef('agreement_echo.workspace_id', '=', 'agreement.workspace_id')
            .where('answer', '=', 'changed')
            .where('at', '<', changedSince),
        ),
      ),
    )
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Agreements with whom they were made, and what became of them. */
export async function withPeopleAndEchoes(
  trx: Trx,
  rows: readonly Selectable<AgreementTable>[],
): Promise<AgreementRow[]> {
  if (rows.length === 0) return []
  const relations = [...new Set(rows.map((row) => row.relation_id))]
  const [people, echoes] = await Promise.all([
    trx
      .selectFrom('agreement_participant')
      .select(['agreement_id', 'participant_id'])
      .where('relation_id', '=', anyOf(relations))
      .execute(),
    trx
      .selectFrom('agreement_echo')
      .select(['agreement_id', 'answer', 'at', 'participant_id', 'response_id'])
      .where('relation_id', '=', anyOf(relations))
      .orderBy('at')
      .execute(),
  ])
  return rows.map((row) => ({
    ...row,
    participants: people.filter((one) => one.agreement_id === row.id).map((one) => one.participant_id),
    echoes: echoes.filter((one) => one.agreement_id === row.id),
  }))
}

/** Adds an agreement with its people; false when its id exists already. */
export async function insertAgreement(
  trx: Trx,
  row: Insertable<AgreementTable>,
  participants: readonly ParticipantId[],
): Promise<boolean> {
  const result = await trx
    .insertInto('agreement')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows !== 1n) return false
  const people = participants.map((participant) => ({
    workspace_id: row.workspace_id,
    agreement_id: row.id,
    participant_id: participant,
    relation_id: row.relation_id,
  }))
  await trx.insertInto('agreement_participant').values(people).execute()
  return true
}

export async function setEnded(
  trx: Trx,
  which: { relation: RelationId; agreement: AgreementId },
  endedAt: Instant | null,
): Promise<void> {
  await trx
    .updateTable('agreement')
    .set({ ended_at: endedAt })
    .where('relation_id', '=', which.relation)
    .where('id', '=', which.agreement)
    .execute()
}

import type { EchoAnswer } from '@weerklank/core/feedback/agreement'
import type { Answers } from '@weerklank/core/feedback/instrument'
import type { SignalOutcome, SignalRule } from '@weerklank/core/feedback/signal'
import type {
  AgreementId,
  MemberId,
  ParticipantId,
  PersonId,
  RelationId,
  ResponseId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

/** What there is about a person, read in the context of her own page: each query sees what is hers and nothing else. */

export type OwnAnswer = {
  id: ResponseId
  relation_id: RelationId
  instrument_id: string
  instrument_version: number
  answers: Answers
  open_text: string
  drawing: string | null
  answered_at: Instant
  /** Her own question or goal, as it was asked. */
  own_words: string | null
  /** Which colleagues she lets read it; null is every one. */
  readers: MemberId[] | null
  /** Who typed it over from paper. */
  entered_by: MemberId | null
}

export async function answersOf(trx: Trx, places: readonly ParticipantId[]): Promise<OwnAnswer[]> {
  return trx
    .selectFrom('response')
    .select([
      'id',
      'relation_id',
      'instrument_id',
      'instrument_version',
      'answers',
      'open_text',
      'drawing',
      'answered_at',
      'readers',
      'entered_by',
    ])
    .select(({ selectFrom }) =>
      selectFrom('invitation')
        .select('own_words')
        .whereRef('invitation.workspace_id', '=', 'response.workspace_id')
        .whereRef('invitation.response_id', '=', 'response.id')
        .as('own_words'),
    )
    .where('participant_id', '=', anyOf(places))
    .orderBy('answered_at')
    .orderBy('id')
    .execute()
}

export async function invitationsOf(trx: Trx, places: readonly ParticipantId[]) {
  return trx
    .selectFrom('invitation')
    .select(['id', 'relation_id', 'response_id', 'sent_at', 'expires_at', 'revoked_at'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('sent_at')
    .orderBy('id')
    .execute()
}

/** The agreements that she made with others. */
export async function agreementsOf(trx: Trx, places: readonly ParticipantId[]) {
  return trx
    .selectFrom('agreement_participant')
    .innerJoin('agreement', (join) =>
      join
        .onRef('agreement.workspace_id', '=', 'agreement_participant.workspace_id')
        .onRef('agreement.id', '=', 'agreement_participant.agreement_id'),
    )
    .select(['agreement.id', 'agreement.relation_id', 'body', 'made_at', 'ended_at'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('made_at')
    .orderBy('agreement.id')
    .execute()
}

export type OwnEcho = { agreement_id: AgreementId; response_id: ResponseId; answer: EchoAnswer; at: Instant }

export async function echoesOf(trx: Trx, places: readonly ParticipantId[]): Promise<OwnEcho[]> {
  return trx
    .selectFrom('agreement_echo')
    .select(['agreement_id', 'response_id', 'answer', 'at'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('at')
    .execute()
}

export type OwnSignal = {
  relation_id: RelationId
  rule: SignalRule
  opened_at: Instant
  outcome: SignalOutcome | null
  note: string
}

export async function signalsOf(trx: Trx, places: readonly ParticipantId[]): Promise<OwnSignal[]> {
  return trx
    .selectFrom('signal')
    .select(['relation_id', 'rule', 'opened_at', 'outcome', 'note'])
    .where('participant_id', '=', anyOf(places))
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
}

/** What was told about a contact; asks for context `access`. */
export async function notesIn(trx: Trx, relations: readonly RelationId[]) {
  return trx
    .selectFrom('relation_note')
    .select(['relation_id', 'kind', 'body', 'told_by', 'at'])
    .where('relation_id', '=', anyOf(relations))
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** The contacts, with what was written about them; asks for context `access` as well. */
export async function contactsIn(trx: Trx, relations: readonly RelationId[]) {
  return trx
    .selectFrom('contact')
    .leftJoin('contact_summary', (join) =>
      join
        .onRef('contact_summary.workspace_id', '=', 'contact.workspace_id')
        .onRef('contact_summary.contact_id', '=', 'contact.id'),
    )
    .select(['contact.relation_id', 'kind', 'at', 'place'])
    .select(sql<string>`coalesce(contact_summary.body, '')`.as('summary'))
    .where('contact.relation_id', '=', anyOf(relations))
    .orderBy('at')
    .orderBy('contact.id')
    .execute()
}

export type OwnRelation = { id: RelationId; title: string; purpose: string; started_at: Instant }

export async function relationsOf(trx: Trx, relations: readonly RelationId[]): Promise<OwnRelation[]> {
  return trx
    .selectFrom('relation')
    .select(['id', 'title', 'purpose', 'started_at'])
    .where('id', '=', anyOf(relations))
    .orderBy('started_at')
    .orderBy('id')
    .execute()
}

export type Other = {
  relation_id: RelationId
  id: ParticipantId
  person_id: PersonId
  member_id: MemberId | null
  name: string
}

/** Everybody who takes part, or took part, with her. */
export async function peopleIn(trx: Trx, relations: readonly RelationId[]): Promise<Other[]> {
  return trx
    .selectFrom('participant')
    .select(['relation_id', 'id', 'person_id', 'member_id', 'name'])
    .where('relation_id', '=', anyOf(relations))
    .orderBy('joined_at')
    .orderBy('id')
    .execute()
}

export async function receiptsOf(trx: Trx, person: PersonId) {
  return trx
    .selectFrom('receipt')
    .select(['id', 'kind', 'at', 'report'])
    .where('person_id', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

/** How she stands in the research: her number, how often she took part, and what of her is in it. */
export async function researchOf(trx: Trx, person: PersonId) {
  const register = await trx
    .selectFrom('research_register')
    .select(['code', 'consent', 'consent_at'])
    .where('person_id', '=', person)
    .executeTakeFirst()
  const moments = await trx
    .selectFrom('research_moment')
    .select(['month', 'kind', 'received'])
    .where('person_id', '=', person)
    .orderBy('month')
    .execute()
  const material = await trx
    .selectFrom('research_answer')
    .select(['answered_on', 'instrument_id', 'instrument_version', 'answers'])
    .where('person_id', '=', person)
    .orderBy('answered_on')
    .orderBy('id')
    .execute()
  return { register: register ?? null, moments, material }
}

import type { RelationKind, Situation } from '@weerklank/core/relation/relation'
import type { Contact, Note, Participant } from '@weerklank/core/relation/relation.contract'
import type {
  ContactId,
  MemberId,
  NoteId,
  ParticipantId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Trx } from '../schema.ts'
import { presentContact, presentNote, presentParticipant } from './relation.presenter.ts'
import {
  contactsOf,
  findContact,
  findNote,
  findRelation,
  insertNote,
  participantsOf,
  updateParticipant,
} from './relation.repository.ts'

export { knownNames, namesOfHers } from './known-names.ts'
export { takePart } from './relation.people.ts'

/** What other rooms may know of collaborations: their people and their contacts, in the words of core. */

/** The people per relation, also those who left (`active: false`). */
export async function peopleOf(
  trx: Trx,
  relations: readonly RelationId[],
): Promise<Map<RelationId, Participant[]>> {
  const people = new Map<RelationId, Participant[]>(relations.map((relation) => [relation, []]))
  for (const row of await participantsOf(trx, relations)) {
    people.get(row.relation_id)?.push(presentParticipant(row))
  }
  return people
}

/** The contacts in a stretch of time (`from` included, `to` not), oldest first. */
export async function contactsBetween(
  trx: Trx,
  relations: readonly RelationId[],
  between: { from: Instant; to: Instant },
): Promise<(Contact & { relation: RelationId })[]> {
  const rows = await contactsOf(trx, relations, between)
  return rows.reverse().map((row) => ({ ...presentContact(row), relation: row.relation_id }))
}

/** Whether a contact belongs to a relation. */
export async function hasContact(trx: Trx, relation: RelationId, contact: ContactId): Promise<boolean> {
  return (await findContact(trx, relation, contact)) !== undefined
}

/** What is planned in a relation; undefined when it cannot be seen. */
export async function planOf(trx: Trx, relation: RelationId): Promise<RelationPlan | undefined> {
  const row = await findRelation(trx, relation)
  return (
    row && {
      startedAt: row.started_at,
      closedAt: row.closed_at,
      checkEveryDays: row.check_every_days,
      singleContact: row.single_contact,
      kind: row.kind,
      situation: row.situation,
    }
  )
}

/** When a collaboration began, how often a check is planned in it, and what kind of working together it is. */
export type RelationPlan = {
  startedAt: Instant
  closedAt: Instant | null
  checkEveryDays: number
  /** One contact and no more: nothing returns, so that nothing is missed. */
  singleContact: boolean
  kind: RelationKind
  situation: Situation | null
}

/** The question or goal in someone's own words, with which a check can ask. */
export type OwnWords = 'question' | 'goal'
const ownColumns = { question: 'own_question', goal: 'own_goal' } as const

/** What is kept of people's own words, per person of a relation. */
export async function ownWordsOf(
  trx: Trx,
  relation: RelationId,
): Promise<Map<ParticipantId, Readonly<Record<OwnWords, string | null>>>> {
  const rows = await participantsOf(trx, [relation])
  return new Map(rows.map((row) => [row.id, { question: row.own_question, goal: row.own_goal }]))
}

/** Keeps the words with which someone was asked last. */
export async function keepOwnWords(
  trx: Trx,
  of: { relation: RelationId; participant: ParticipantId; kind: OwnWords; words: string },
): Promise<void> {
  const row = { id: of.participant, relation_id: of.relation }
  await updateParticipant(trx, row, { [ownColumns[of.kind]]: of.words })
}

type Shared = {
  workspace: WorkspaceId
  relation: RelationId
  id: NoteId
  text: string
  by: { id: MemberId; name: string }
  at: Instant
}

/** Puts a colleague's own note in the file, with her name; false when the id is taken. */
export function addSharedNote(trx: Trx, of: Shared): Promise<boolean> {
  const place = { workspace_id: of.workspace, id: of.id, relation_id: of.relation }
  const told = { body: of.text, told_by: of.by.name, at: of.at, created_by: of.by.id }
  return insertNote(trx, { ...place, ...told, kind: 'shared-note' })
}

/** A note of the file that this member shared. */
export async function sharedNote(
  trx: Trx,
  of: { relation: RelationId; id: NoteId; by: MemberId },
): Promise<Note | undefined> {
  const row = await findNote(trx, of.relation, of.id)
  return row?.kind === 'shared-note' && row.created_by === of.by ? presentNote(row) : undefined
}

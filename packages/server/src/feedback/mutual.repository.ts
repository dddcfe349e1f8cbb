import type { Answers } from '@weerklank/core/feedback/instrument'
import type { MutualFacts, MutualOpening, MutualSide } from '@weerklank/core/feedback/mutual'
import type {
  MemberId,
  MutualPictureId,
  ParticipantId,
  PersonId,
  RelationId,
  ResponseId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Insertable, type Selectable, sql } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { MutualPictureTable, MutualSideTable } from './mutual.table.ts'

export type PictureRow = Selectable<MutualPictureTable>
export type SideRow = Selectable<MutualSideTable>

/** What decides whether a picture is open. */
export function factsOf(row: PictureRow): MutualFacts {
  return {
    clientAt: row.client_at,
    professionalAt: row.professional_at,
    declinedAt: row.declined_at,
    endsAt: row.ends_at,
    openedAt: row.opened_at,
  }
}

/** The pictures of some relations, newest first. A link sees its own person's only. */
export async function picturesOf(trx: Trx, relations: readonly RelationId[]): Promise<PictureRow[]> {
  if (relations.length === 0) return []
  return trx
    .selectFrom('mutual_picture')
    .selectAll()
    .where('relation_id', '=', anyOf(relations))
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute()
}

/** What of their sides is in the reader's reach: the database decides. */
export async function sidesOf(trx: Trx, pictures: readonly MutualPictureId[]): Promise<SideRow[]> {
  if (pictures.length === 0) return []
  return trx.selectFrom('mutual_side').selectAll().where('picture_id', '=', anyOf(pictures)).execute()
}

/** The clients' answers to them that are in the reader's reach, by response. */
export async function clientAnswersOf(trx: Trx, responses: readonly ResponseId[]) {
  if (responses.length === 0) return new Map<ResponseId, ClientAnswer>()
  const rows = await trx
    .selectFrom('response')
    .select(['id', 'answers', 'open_text', 'answered_at', 'sealed'])
    .where('id', '=', anyOf(responses))
    .execute()
  return new Map<ResponseId, ClientAnswer>(rows.map((row) => [row.id, row]))
}

export type ClientAnswer = {
  id: ResponseId
  answers: Answers
  open_text: string
  answered_at: Instant
  sealed: boolean
}

/**
 * Takes the picture for the rest of the transaction, so that two who answer at the same moment come one after the other.
 * The relation first, in the order of a deletion (see consent/deletion.repository.ts).
 */
export async function holdPicture(
  trx: Trx,
  of: { relation: RelationId; picture: MutualPictureId },
): Promise<PictureRow | undefined> {
  await sql`select 1 from relation where id = ${of.relation} for no key update`.execute(trx)
  return trx
    .selectFrom('mutual_picture')
    .selectAll()
    .where('relation_id', '=', of.relation)
    .where('id', '=', of.picture)
    .forUpdate()
    .executeTakeFirst()
}

export async function findPicture(trx: Trx, id: MutualPictureId): Promise<PictureRow | undefined> {
  return trx.selectFrom('mutual_picture').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertPicture(trx: Trx, row: Insertable<MutualPictureTable>): Promise<void> {
  await trx.insertInto('mutual_picture').values(row).execute()
}

type Moments = Partial<Pick<PictureRow, 'client_at' | 'professional_at' | 'declined_at'>>

/** Notes who is in, or that the professional does not fill it in. */
export async function setMoment(trx: Trx, id: MutualPictureId, moment: Moments): Promise<void> {
  await trx.updateTable('mutual_picture').set(moment).where('id', '=', id).execute()
}

/** Writes what one side said for the picture; what she said before of the other kind (a guess, an answer) stays. */
export async function keepSide(
  trx: Trx,
  picture: PictureRow,
  kept: { side: MutualSide } & Partial<Pick<SideRow, 'open_text' | 'answered_at' | 'after_reading'>> & {
      answers?: Answers
      guess?: Answers
    },
): Promise<void> {
  const { side, answers, guess, ...rest } = kept
  const isClient = side === 'client'
  const said = {
    ...rest,
    ...(answers && { answers: JSON.stringify(answers) }),
    ...(guess && { guess: JSON.stringify(guess) }),
  }
  await trx
    .insertInto('mutual_side')
    .values({
      workspace_id: picture.workspace_id,
      picture_id: picture.id,
      side,
      relation_id: picture.relation_id,
      participant_id: isClient ? picture.participant_id : picture.professional_id,
      other_id: isClient ? picture.professional_id : picture.participant_id,
      answers: null,
      open_text: '',
      guess: null,
      answered_at: null,
      after_reading: false,
      sealed: picture.opened_at === null,
      ...said,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'picture_id', 'side']).doUpdateSet(said))
    .execute()
}

/** Opens the picture: takes every seal off. Asks for the context `reveal`. */
export async function takeSealsOff(
  trx: Trx,
  picture: PictureRow,
  opened: { at: Instant; by: MutualOpening },
): Promise<void> {
  await trx
    .updateTable('mutual_picture')
    .set({ opened_at: opened.at, opened_by: opened.by })
    .where('id', '=', picture.id)
    .execute()
  await trx.updateTable('mutual_side').set({ sealed: false }).where('picture_id', '=', picture.id).execute()
  await trx.updateTable('response').set({ sealed: false }).where('id', '=', picture.response_id).execute()
  await trx
    .updateTable('agreement_echo')
    .set({ sealed: false })
    .where('response_id', '=', picture.response_id)
    .execute()
}

/** As whom a member takes part in a relation now; undefined for whoever only looks in. */
export async function ownPlace(
  trx: Trx,
  relation: RelationId,
  member: MemberId,
): Promise<ParticipantId | undefined> {
  const row = await trx
    .selectFrom('participant')
    .select('id')
    .where('relation_id', '=', relation)
    .where('member_id', '=', member)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

/** Whose the client's side is. */
export async function personOf(trx: Trx, participant: ParticipantId): Promise<PersonId> {
  const row = await trx
    .selectFrom('participant')
    .select('person_id')
    .where('id', '=', participant)
    .executeTakeFirstOrThrow()
  return row.person_id
}

/** What the client answered to the same instrument before, oldest first; what is still shut, or not for all, is left out. */
export async function earlierAnswers(
  trx: Trx,
  of: { relation: RelationId; participant: ParticipantId; instrument: string; before: Instant },
): Promise<Answers[]> {
  const rows = await trx
    .selectFrom('response')
    .select('answers')
    .where('relation_id', '=', of.relation)
    .where('participant_id', '=', of.participant)
    .where('instrument_id', '=', of.instrument)
    .where('answered_at', '<', of.before)
    .where('sealed', '=', false)
    .where('readers', 'is', null)
    .orderBy('answered_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.answers)
}

/**
 * The copy for research that was kept back while the picture was shut: numbers only, and only while consent is in force.
 * Asks for a context in which her answer may be stored.
 */
export async function copyForResearch(
  trx: Trx,
  of: { response: ResponseId; person: PersonId; materialId: string },
): Promise<void> {
  await sql`
    insert into research_answer (workspace_id, id, person_id, response_id, voice, kind, context, situation,
      instrument_id, instrument_version, answers, answered_on)
    select s.workspace_id, ${of.materialId}::uuid, g.person_id, s.id, p.voice, c.kind, c.context, c.situation,
      s.instrument_id, s.instrument_version, s.answers, (s.answered_at at time zone w.time_zone)::date
    from response s join workspace w on w.workspace_id = s.workspace_id
    join consent_grant g on g.workspace_id = s.workspace_id and g.person_id = ${of.person} and g.purpose = 'research' and g.in_force
    join participant p on p.workspace_id = s.workspace_id and p.id = s.participant_id
    join relation c on c.workspace_id = s.workspace_id and c.id = s.relation_id
    where s.id = ${of.response}`.execute(trx)
}

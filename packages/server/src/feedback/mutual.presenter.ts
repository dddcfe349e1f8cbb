import { mutualState, whyNotAnswer, whyNotDecline, whyNotGuess } from '@weerklank/core/feedback/mutual'
import type { MutualPicture } from '@weerklank/core/feedback/mutual.contract'
import type { MutualPictureId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import {
  type ClientAnswer,
  clientAnswersOf,
  factsOf,
  type PictureRow,
  picturesOf,
  type SideRow,
  sidesOf,
} from './mutual.repository.ts'

type Reader = { me: ParticipantId | undefined; mayWrite: boolean; now: Instant }

/** The pictures of a relation with what its reader may read of them; what is shut the database does not give. */
export async function loadPictures(
  trx: Trx,
  { content }: Pick<FeedbackDeps, 'content'>,
  of: { relation: RelationId } & Reader,
) {
  const rows = await picturesOf(trx, [of.relation])
  const ids = rows.map((row) => row.id)
  const [sides, answers, asked] = [
    await sidesOf(trx, ids),
    await clientAnswersOf(
      trx,
      rows.map((row) => row.response_id),
    ),
    await askedOf(trx, of.relation),
  ]
  const pictures = rows.map((row) =>
    presentPicture(row, { ...of, sides, answers, instrument: asked.get(row.invitation_id) ?? '' }),
  )
  const keys = new Set(pictures.flatMap(({ instrument, mirror }) => [instrument, mirror]))
  return { pictures, instruments: [...keys].flatMap((key) => content.instruments.get(key) ?? []) }
}

/** One picture of a relation, presented. */
export async function loadPicture(
  trx: Trx,
  deps: Pick<FeedbackDeps, 'content'>,
  of: { relation: RelationId; picture: MutualPictureId } & Reader,
): Promise<MutualPicture | undefined> {
  return (await loadPictures(trx, deps, of)).pictures.find((one) => one.id === of.picture)
}

async function askedOf(trx: Trx, relation: RelationId): Promise<ReadonlyMap<string, string>> {
  const rows = await trx
    .selectFrom('invitation')
    .select(['id', 'instrument_id', 'instrument_version'])
    .where('relation_id', '=', relation)
    .execute()
  return new Map(rows.map((row) => [row.id, `${row.instrument_id}@${row.instrument_version}`]))
}

type Loaded = Reader & {
  sides: readonly SideRow[]
  answers: ReadonlyMap<string, ClientAnswer>
  instrument: string
}

function presentPicture(row: PictureRow, of: Loaded): MutualPicture {
  const facts = factsOf(row)
  const side = (which: SideRow['side']) =>
    of.sides.find((one) => one.picture_id === row.id && one.side === which)
  const [client, professional] = [side('client'), side('professional')]
  const answer = of.answers.get(row.response_id)
  const isOpen = row.opened_at !== null
  const mine = of.me === row.professional_id
  const may = (refusal: string | null) => mine && of.mayWrite && refusal === null
  return {
    id: row.id,
    client: row.participant_id,
    professional: row.professional_id,
    invitation: row.invitation_id,
    contact: row.contact_id,
    instrument: of.instrument,
    mirror: `${row.mirror_id}@${row.mirror_version}`,
    askedAt: row.asked_at,
    endsAt: row.ends_at,
    state: mutualState(facts, of.now),
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    declined: row.declined_at !== null,
    mine,
    may: {
      answer: may(whyNotAnswer(facts, 'professional')),
      guess: may(whyNotGuess(facts, 'professional')),
      decline: may(whyNotDecline(facts)) && row.declined_at === null,
    },
    clientSide: !isOpen || answer === undefined ? null : presentClient(answer, client),
    professionalSide: presentProfessional(professional),
    clientGuess: isOpen ? (client?.guess ?? null) : null,
    professionalGuess: professional?.guess ?? null,
  }
}

function presentClient(answer: ClientAnswer, side: SideRow | undefined): MutualPicture['clientSide'] {
  const { answers, open_text: openText, answered_at: at } = answer
  return { answers, openText, at, afterReading: side?.after_reading ?? false }
}

function presentProfessional(side: SideRow | undefined): MutualPicture['professionalSide'] {
  if (side?.answers == null || side.answered_at === null) return null
  const { answers, open_text: openText, answered_at: at, after_reading: afterReading } = side
  return { answers, openText, at, afterReading }
}

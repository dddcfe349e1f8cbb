/** What other rooms may know of checks: mutual pictures on the client's own page, and agreements that are asked back. */

import type { EchoAnswer } from '@weerklank/core/feedback/agreement'
import type { Answers, Instrument } from '@weerklank/core/feedback/instrument'
import {
  type MutualLine,
  type MutualState,
  mutualLines,
  mutualState,
  whyNotGuess,
} from '@weerklank/core/feedback/mutual'
import type {
  AgreementId,
  MemberId,
  MutualPictureId,
  ParticipantId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import { agreementsOf, insertAgreement, setEnded } from './feedback.repository.ts'
import * as repository from './mutual.repository.ts'

export { type CheckSeries, checkSeries, doneIn } from './done.ts'
export { loadContent } from './instruments.ts'

/** A picture as the client's own page shows it. */
export type OwnPicture = {
  id: MutualPictureId
  relation: RelationId
  professional: ParticipantId
  instrument: Instrument
  state: MutualState
  isDeclined: boolean
  askedAt: Instant
  endsAt: Instant
  /** Only of an open picture. */
  lines: readonly MutualLine[] | null
  /** What each wrote; empty while it is shut. */
  wrote: { own: string; other: string }
  afterReading: { own: boolean; other: boolean }
  mayGuess: boolean
  guess: Answers | null
}

type Of = {
  relations: readonly RelationId[]
  /** As whom she takes part. */
  places: readonly ParticipantId[]
  instruments: ReadonlyMap<string, Instrument>
  now: Instant
}

/** The pictures of which someone is the client, newest first, in the context of her own page: what is shut is not given. */
export async function ownPictures(trx: Trx, of: Of): Promise<OwnPicture[]> {
  const all = await repository.picturesOf(trx, of.relations)
  const rows = all.filter((row) => of.places.includes(row.participant_id))
  const [ids, responses] = [rows.map((row) => row.id), rows.map((row) => row.response_id)]
  const sides = await repository.sidesOf(trx, ids)
  const answers = await repository.clientAnswersOf(trx, responses)
  return rows.flatMap((row) => {
    const instrument = of.instruments.get(`${row.mirror_id}@${row.mirror_version}`)
    if (instrument === undefined) return []
    return [present(row, { sides, answer: answers.get(row.response_id), instrument, now: of.now })]
  })
}

type Loaded = {
  sides: readonly repository.SideRow[]
  answer: repository.ClientAnswer | undefined
  instrument: Instrument
  now: Instant
}

function present(row: repository.PictureRow, of: Loaded): OwnPicture {
  const { sides, answer: own, instrument, now } = of
  const facts = repository.factsOf(row)
  const side = (which: repository.SideRow['side']) =>
    sides.find((one) => one.picture_id === row.id && one.side === which)
  const [client, professional] = [side('client'), side('professional')]
  const isOpen = row.opened_at !== null
  const both = {
    client: own?.answers ?? null,
    professional: professional?.answers ?? null,
    clientGuess: client?.guess ?? null,
    professionalGuess: professional?.guess ?? null,
  }
  const wrote = { own: own?.open_text ?? '', other: professional?.open_text ?? '' }
  return {
    ...{ id: row.id, relation: row.relation_id, professional: row.professional_id, instrument },
    ...{ askedAt: row.asked_at, endsAt: row.ends_at, isDeclined: row.declined_at !== null },
    state: mutualState(facts, now),
    lines: isOpen ? mutualLines(instrument, both) : null,
    wrote: isOpen ? wrote : { own: '', other: '' },
    afterReading: { own: client?.after_reading ?? false, other: professional?.after_reading ?? false },
    mayGuess: whyNotGuess(facts, 'client') === null,
    guess: client?.guess ?? null,
  }
}

/** Keeps what the client thinks that the other answers; false when it is too late for that: nothing is kept then. */
export async function keepOwnGuess(trx: Trx, picture: MutualPictureId, guess: Answers): Promise<boolean> {
  // Read anew: it may have opened since she got the page.
  const row = await repository.findPicture(trx, picture)
  if (row === undefined || whyNotGuess(repository.factsOf(row), 'client') !== null) return false
  await repository.keepSide(trx, row, { side: 'client', guess })
  return true
}

/** What people of one collaboration agreed elsewhere, so that the next check of each asks whether it changed. */
export type AgreedElsewhere = {
  workspace: WorkspaceId
  relation: RelationId
  id: AgreementId
  text: string
  participants: readonly ParticipantId[]
  by: MemberId
  at: Instant
}

/** Keeps it with the collaboration, which is in reach; false when it is kept already. */
export function keepAgreement(trx: Trx, of: AgreedElsewhere): Promise<boolean> {
  const { workspace, relation, id, text, participants, by, at } = of
  const row = { workspace_id: workspace, id, relation_id: relation, body: text, ask_back: true }
  return insertAgreement(trx, { ...row, made_at: at, ended_at: null, created_by: by }, participants)
}

/** Ends an agreement of a collaboration in reach, or takes it up again. */
export function settleAgreement(
  trx: Trx,
  which: { relation: RelationId; agreement: AgreementId },
  endedAt: Instant | null,
): Promise<void> {
  return setEnded(trx, which, endedAt)
}

/** An agreement of a collaboration with how it went: how many said what when they were asked back. */
export type AgreementNow = {
  text: string
  madeAt: Instant
  endedAt: Instant | null
  echoes: Record<EchoAnswer, number>
}

/** The agreements of a collaboration in reach as they stand: first those that hold, the newest first. */
export async function agreementsNow(trx: Trx, relation: RelationId): Promise<AgreementNow[]> {
  const rows = (await agreementsOf(trx, [relation])).map(({ body, made_at, ended_at, echoes }) => {
    const count = (answer: EchoAnswer) => echoes.filter((one) => one.answer === answer).length
    const said = { changed: count('changed'), 'a-bit': count('a-bit'), 'not-yet': count('not-yet') }
    return { text: body, madeAt: made_at, endedAt: ended_at, echoes: said }
  })
  return [
    ...rows.filter(({ endedAt }) => endedAt === null),
    ...rows.filter(({ endedAt }) => endedAt !== null),
  ]
}

/** Which agreements of some collaborations in reach have ended. */
export async function endedAgreements(
  trx: Trx,
  relations: readonly RelationId[],
): Promise<ReadonlySet<AgreementId>> {
  if (relations.length === 0) return new Set()
  const rows = await trx
    .selectFrom('agreement')
    .select('id')
    .where('relation_id', '=', anyOf(relations))
    .where('ended_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

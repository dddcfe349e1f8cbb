import type { Answers, Instrument } from '@weerklank/core/feedback/instrument'
import { isAfterReading, type MutualOpening, mustOpen } from '@weerklank/core/feedback/mutual'
import type { SignalFinding } from '@weerklank/core/feedback/signal'
import { mutualDifferenceSignal } from '@weerklank/core/feedback/signal.pair'
import type { MutualPictureId, PersonId, RelationId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { professionalHalf } from './mutual.open.ts'
import {
  factsOf,
  holdPicture,
  keepSide,
  type PictureRow,
  setMoment,
  sidesOf,
  takeSealsOff,
} from './mutual.repository.ts'

/** How the answer of a client that belongs to a picture is to be stored. */
export type ClientHalf = {
  /** Nobody but she reads it yet, and nothing is made of it: no signal, no copy. */
  sealed: boolean
  /** What is found beside her own signals, now that both are in. */
  findings: readonly SignalFinding[]
  /** The picture that opened with it. */
  opened: readonly MutualPictureId[]
}

type Answering = {
  picture: MutualPictureId
  relation: RelationId
  person: PersonId
  context: Context
  instrument: Instrument
  answers: Answers
  now: Instant
}

/**
 * Notes that the client is in, before her answer is stored in the same transaction. When the professional was in already
 * the picture opens here. A repeat of an answer that is in changes nothing. Leaves the context as it was.
 */
export async function takeClientHalf(trx: Trx, of: Answering): Promise<ClientHalf> {
  await setContext(trx, { ...of.context, storing: of.person, purpose: 'reveal' })
  const picture = await holdPicture(trx, of)
  const half = picture === undefined ? noPicture : await halfOf(trx, picture, of)
  await setContext(trx, of.context)
  return half
}

const noPicture: ClientHalf = { sealed: false, findings: [], opened: [] }

async function halfOf(trx: Trx, picture: PictureRow, of: Answering): Promise<ClientHalf> {
  const facts = factsOf(picture)
  if (facts.clientAt !== null) return { ...noPicture, sealed: facts.openedAt === null }
  await setMoment(trx, picture.id, { client_at: of.now })
  if (facts.openedAt !== null) {
    const afterReading = isAfterReading(facts, 'client')
    if (afterReading) await keepSide(trx, picture, { side: 'client', after_reading: true })
    return noPicture
  }
  const by = mustOpen({ ...facts, clientAt: of.now }, of.now)
  if (by === null) return { ...noPicture, sealed: true }
  return { ...noPicture, opened: [picture.id], findings: await open(trx, picture, { ...of, by }) }
}

async function open(
  trx: Trx,
  picture: PictureRow,
  { instrument, answers, now, by }: Answering & { by: MutualOpening },
): Promise<SignalFinding[]> {
  const professional = professionalHalf(await sidesOf(trx, [picture.id]), picture)
  await takeSealsOff(trx, picture, { at: now, by })
  if (professional === null) return []
  const { answers: other, participant, at: otherAt } = professional
  return mutualDifferenceSignal(instrument, { own: answers, other, by: participant, otherAt })
}

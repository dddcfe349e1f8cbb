import { type Instant, millis } from '../shared/time.ts'
import type { Answers, Instrument } from './instrument.ts'
import { markedFrom, mutualDifferences } from './statistics/mutual.ts'

/** So many days after it was asked a mutual picture opens with what is in. Our own choice; said before anyone answers. */
export const mutualTermDays = 7

export const mutualSides = ['client', 'professional'] as const
export type MutualSide = (typeof mutualSides)[number]

/** What two people can be asked for a mutual picture: each has its mirror for the professional. */
export const mutualInstruments = ['collaboration-check', 'contact-check'] as const
export type MutualInstrument = (typeof mutualInstruments)[number]

/** Why a picture opened: both are in; the professional said that she does not fill it in; the time was over. */
export const mutualOpenings = ['both', 'declined', 'term'] as const
export type MutualOpening = (typeof mutualOpenings)[number]

/** What decides whether a picture is open. No answer stands in it. */
export type MutualFacts = {
  clientAt: Instant | null
  professionalAt: Instant | null
  declinedAt: Instant | null
  endsAt: Instant
  openedAt: Instant | null
}

/** `closed`: the time is over and nobody answered. */
export type MutualState = 'waits-for-both' | 'waits-for-client' | 'waits-for-professional' | 'open' | 'closed'

/** What everybody may know of a picture that is still shut: who is in, never what was said. */
export function mutualState(facts: MutualFacts, now: Instant): MutualState {
  const { clientAt, professionalAt, declinedAt, openedAt, endsAt } = facts
  if (openedAt !== null) return 'open'
  if (clientAt === null && professionalAt === null && millis(now) >= millis(endsAt)) return 'closed'
  const done = { client: clientAt !== null, professional: professionalAt !== null || declinedAt !== null }
  if (done.client) return 'waits-for-professional'
  return done.professional ? 'waits-for-client' : 'waits-for-both'
}

/**
 * Whether the picture must be opened at this moment, and why; null when it stays shut or is open already. It opens when both
 * are in; when the client is in and the professional said that she does not fill it in; or, with at least one answer, when
 * the time is over.
 */
export function mustOpen(facts: MutualFacts, now: Instant): MutualOpening | null {
  const { clientAt, professionalAt, declinedAt, openedAt, endsAt } = facts
  if (openedAt !== null) return null
  if (clientAt !== null && professionalAt !== null) return 'both'
  if (clientAt !== null && declinedAt !== null) return 'declined'
  const isOver = millis(now) >= millis(endsAt)
  return isOver && (clientAt !== null || professionalAt !== null) ? 'term' : null
}

/** Whether an answer that comes in now was given by someone who could read the other's: it is told beside it. */
export function isAfterReading(facts: MutualFacts, side: MutualSide): boolean {
  const otherAt = side === 'client' ? facts.professionalAt : facts.clientAt
  return facts.openedAt !== null && otherAt !== null
}

/** Why something cannot be done with a picture; null when it can. */
export type MutualRefusal = 'already-answered' | 'already-open' | 'not-answered'

/** An answer is given once: so nobody can bring it in line with the other's. */
export function whyNotAnswer(facts: MutualFacts, side: MutualSide): MutualRefusal | null {
  const own = side === 'client' ? facts.clientAt : facts.professionalAt
  return own === null ? null : 'already-answered'
}

/** One guesses after one's own answer (a guess before it would colour it) and while the picture is still shut. */
export function whyNotGuess(facts: MutualFacts, side: MutualSide): MutualRefusal | null {
  if (facts.openedAt !== null) return 'already-open'
  const own = side === 'client' ? facts.clientAt : facts.professionalAt
  return own === null ? 'not-answered' : null
}

/** Saying "I do not fill it in" goes until she has answered, or the picture is open. */
export function whyNotDecline(facts: MutualFacts): MutualRefusal | null {
  if (facts.openedAt !== null) return 'already-open'
  return facts.professionalAt === null ? null : 'already-answered'
}

/** The newest mirror of an instrument with the same items on the same scale, or null when there is none. */
export function mirrorOf(instrument: Instrument, all: Iterable<Instrument>): Instrument | null {
  const ids = instrument.items.map(({ id }) => id).join()
  const fitting = [...all].filter(
    (one) =>
      one.mirrors === instrument.id &&
      one.items.map(({ id }) => id).join() === ids &&
      one.scale.min === instrument.scale.min &&
      one.scale.max === instrument.scale.max,
  )
  return fitting.toSorted((a, b) => b.version - a.version)[0] ?? null
}

/** How far a guess lies from what the other answered: the same rule of 2 of 10 as for a difference. */
export type GuessFit = 'near' | 'higher' | 'lower'

/** One item of the picture: what each answered, whether that is told as a difference, and what each had guessed. */
export type MutualLine = {
  item: string
  client: number | null
  professional: number | null
  /** client − professional; null when one of them is missing. */
  difference: number | null
  marked: boolean
  /** What the client thought that the professional would answer, and the other way round. */
  clientGuess: number | null
  professionalGuess: number | null
  /** How the answer lies beside the guess: `higher` when the answer is at least 2 of 10 higher than was guessed. */
  clientGuessFit: GuessFit | null
  professionalGuessFit: GuessFit | null
}

export type MutualAnswers = {
  client: Answers | null
  professional: Answers | null
  clientGuess?: Answers | null
  professionalGuess?: Answers | null
}

/** The picture item by item, in the order of the instrument. Nothing here adds up or says who is right. */
export function mutualLines(
  { items, scale }: Pick<Instrument, 'items' | 'scale'>,
  answers: MutualAnswers,
): MutualLine[] {
  const { client, professional, clientGuess, professionalGuess } = answers
  const atLeast = markedFrom(scale)
  const ids = items.map(({ id }) => id)
  const differences = mutualDifferences(ids, { one: client ?? {}, other: professional ?? {} }, atLeast)
  return differences.map(({ item, one, other, difference, marked }) => {
    const guessed = { client: clientGuess?.[item] ?? null, professional: professionalGuess?.[item] ?? null }
    return {
      item,
      client: one,
      professional: other,
      difference,
      marked,
      clientGuess: guessed.client,
      professionalGuess: guessed.professional,
      clientGuessFit: fitOf(guessed.client, other, atLeast),
      professionalGuessFit: fitOf(guessed.professional, one, atLeast),
    }
  })
}

function fitOf(guess: number | null, answer: number | null, atLeast: number): GuessFit | null {
  if (guess === null || answer === null) return null
  const apart = Math.round((answer - guess) * 1e9) / 1e9
  if (Math.abs(apart) < atLeast) return 'near'
  return apart > 0 ? 'higher' : 'lower'
}

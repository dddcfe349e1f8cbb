import type { Bilingual } from '../shared/language.ts'
import { type Instant, millis } from '../shared/time.ts'
import type { RelationFeedback, Response, Signal } from './feedback.contract.ts'
import { scoreOf } from './instrument.score.ts'
import type { Instrument } from './instrument.ts'
import { checkLine } from './invitation.ts'

/** A check of one person: answered, or asked for without an answer. */
export type Check = { at: Instant; response: Response | null }

type Asked = Pick<RelationFeedback, 'responses' | 'invitations'>

/** One person's checks, oldest first: each answer at the moment it was given, each silence at the moment of asking. */
export function checksOf(
  { responses, invitations }: Asked,
  of: { participant: string; timeZone: string },
): Check[] {
  const { participant } = of
  const answered = responses
    .filter((response) => response.participant === participant)
    .map((response): Check => ({ at: response.answeredAt, response }))
  const missed = checkLine(invitations, of)
    .filter(({ status }) => status !== 'answered')
    .map(({ sentAt }): Check => ({ at: sentAt, response: null }))
  return [...answered, ...missed].sort((a, b) => millis(a.at) - millis(b.at))
}

/** The version of the instrument that an answer was given to. */
export function instrumentOf(instruments: readonly Instrument[], response: Response): Instrument | undefined {
  return instruments.find(
    ({ id, version }) => id === response.instrument && version === response.instrumentVersion,
  )
}

/** The score of an answer by its own instrument version; null when too much was left empty. */
export function scoreOfResponse(instruments: readonly Instrument[], response: Response): number | null {
  const instrument = instrumentOf(instruments, response)
  return instrument === undefined ? null : scoreOf(instrument, response.answers)
}

/** The short names of the items that a signal may speak of: of the version that was answered, else of the one asked now. */
export function itemLabelsFor(
  { instruments, responses }: Pick<RelationFeedback, 'instruments' | 'responses'>,
  { response }: Pick<Signal, 'response'>,
): Record<string, Bilingual> {
  const answer = responses.find(({ id }) => id === response)
  const instrument = answer === undefined ? instruments[0] : instrumentOf(instruments, answer)
  return Object.fromEntries((instrument?.items ?? []).map(({ id, label }) => [id, label]))
}

import { type Instant, millis } from '../shared/time.ts'

/** The answers to "did it change?" about an earlier agreement. */
export const echoAnswers = ['changed', 'a-bit', 'not-yet'] as const
export type EchoAnswer = (typeof echoAnswers)[number]

/** What was answered when the agreement was asked back. */
export type Echo = { answer: EchoAnswer; at: Instant }

export type AgreementFacts = {
  madeAt: Instant
  askBack: boolean
  endedAt: Instant | null
  /** Oldest first. */
  echoes: readonly Echo[]
}

export type AgreementState = 'to-ask' | 'asked' | 'changed' | 'ended' | 'kept'

/** No more questions than this about earlier agreements in one check: it stays a check of one minute. */
export const askBackAtMost = 2

/**
 * Where an agreement stands: `to-ask` at the next check, `asked` (answered with a bit or not yet, so it comes back),
 * `changed` (done, not asked again), `ended` by the people themselves, `kept` (agreed without asking back).
 */
export function agreementState(agreement: AgreementFacts): AgreementState {
  if (agreement.endedAt !== null) return 'ended'
  const last = agreement.echoes.at(-1)
  if (last?.answer === 'changed') return 'changed'
  if (!agreement.askBack) return 'kept'
  return last === undefined ? 'to-ask' : 'asked'
}

/** The agreements that the next check asks back: newest first, at most `askBackAtMost`. */
export function agreementsToAsk<A extends AgreementFacts>(agreements: readonly A[]): A[] {
  return agreements
    .filter((agreement) => ['to-ask', 'asked'].includes(agreementState(agreement)))
    .toSorted((a, b) => millis(b.madeAt) - millis(a.madeAt))
    .slice(0, askBackAtMost)
}

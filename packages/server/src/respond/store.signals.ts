import { goalInstrument, isGoalMet } from '@weerklank/core/feedback/goal'
import { type Instrument, instrumentFamily, instrumentKey } from '@weerklank/core/feedback/instrument'
import { type FoundSignal, signalsOfNewCheck } from '@weerklank/core/feedback/signal.new-check'
import type { Submission } from '@weerklank/core/feedback/submission'
import type { ParticipantId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { EarlierAnswer } from './check.repository.ts'

type Answer = {
  submission: Submission
  instrument: Instrument
  /** All earlier answers of this person to this instrument, and about her goal, oldest first. */
  earlier: readonly EarlierAnswer[]
  instruments: ReadonlyMap<string, Instrument>
  participant: ParticipantId
  answeredAt: Instant
}

/**
 * What an answer raises by itself (R1–R4, R7, R8). What it raises beside the answer of another is found afterwards
 * (feedback/signal-between.ts): whoever answers by a link has nobody else's answers in reach.
 */
export function signalsOfAnswer(answer: Answer): FoundSignal[] {
  const { instrument, submission, answeredAt, participant } = answer
  // An answer that waited on a phone is compared with what came before it, not with what came in meanwhile.
  const before = answer.earlier.filter((one) => Date.parse(one.at) < Date.parse(answeredAt))
  const ofInstrument = before.filter((one) => one.instrument === instrument.id)
  return signalsOfNewCheck({
    instrument,
    check: {
      id: submission.responseId,
      participant,
      professional: instrument.perspective === 'professional',
      instrument: instrumentKey(instrument),
      family: instrumentFamily(instrument),
      contact: null,
      answers: submission.answers,
      answeredAt,
    },
    earlier: ofInstrument.map((one) => one.answers),
    others: [],
    goalsMet: goalsMet(answer, before),
  })
}

/** What she last said of her goal, this answer included. */
function goalsMet({ instrument, submission, instruments }: Answer, before: readonly EarlierAnswer[]) {
  const told = before.flatMap((one) => {
    const goal = one.instrument === goalInstrument && instruments.get(`${one.instrument}@${one.version}`)
    return goal ? [isGoalMet(goal, one.answers)] : []
  })
  if (instrument.id === goalInstrument) told.push(isGoalMet(instrument, submission.answers))
  return told.findLast((met) => met !== null) ?? null
}

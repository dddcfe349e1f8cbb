import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { RuptureKind, RuptureOutcome, RuptureStep } from './rupture.ts'

/** A step that was done, or passed over for a reason that somebody wrote down. */
export type TakenStep = { step: RuptureStep; state: 'done' | 'skipped' }

/** How far repair is. `outcome` says that the path has ended. */
export type RupturePath = { taken: readonly TakenStep[]; outcome: RuptureOutcome | null }

/** What somebody wants with a step. */
export type StepDeed =
  | { deed: 'do'; step: Exclude<RuptureStep, 'agree' | 'outcome'> }
  | { deed: 'do'; step: 'agree'; hasAgreement: boolean; reviewInFuture: boolean }
  | { deed: 'do'; step: 'outcome'; outcome: RuptureOutcome }
  | { deed: 'skip'; step: RuptureStep; reason: string }
  | { deed: 'undo'; step: RuptureStep }

export type StepRefusal =
  | 'ended'
  | 'listen-first'
  | 'talk-first'
  | 'agreement-missing'
  | 'review-missing'
  | 'reason-missing'
  | 'not-to-skip'
  | 'not-taken'
  | 'others-build-on-it'

const order: Record<RuptureKind, readonly RuptureStep[]> = {
  // Who withdraws must first be asked: only then is there something to listen to.
  withdrawal: ['pause', 'invite', 'listen', 'own-part', 'renegotiate', 'agree', 'outcome'],
  // Who is angry is speaking already: first hear it and say one's own part, then ask what lies under it.
  confrontation: ['pause', 'listen', 'own-part', 'invite', 'renegotiate', 'agree', 'outcome'],
}

/** The steps in the order that fits the kind of rupture. */
export function stepsFor(kind: RuptureKind): readonly RuptureStep[] {
  return order[kind]
}

/** The first step that nobody took or passed over; null when the path has ended. */
export function nextStep(kind: RuptureKind, path: RupturePath): RuptureStep | null {
  if (path.outcome !== null) return null
  return order[kind].find((step) => !isTaken(path, step)) ?? null
}

/**
 * Whether a step may be done, passed over or taken back now. In any sensible order: nobody makes a new plan or an agreement
 * before she listened (or said why not), and "solved" needs a talk. After the outcome the path stands still until that is
 * taken back.
 */
export function mayStep(path: RupturePath, deed: StepDeed): Decision<StepRefusal> {
  if (deed.deed === 'undo') return mayUndo(path, deed.step)
  if (path.outcome !== null && deed.step !== 'outcome') return refused('ended')
  if (deed.deed === 'skip') return maySkip(deed)
  return mayDo(path, deed)
}

function isTaken({ taken }: RupturePath, step: RuptureStep): boolean {
  return taken.some((one) => one.step === step)
}

const afterListening: readonly RuptureStep[] = ['renegotiate', 'agree']

function mayDo(path: RupturePath, deed: StepDeed & { deed: 'do' }): Decision<StepRefusal> {
  if (afterListening.includes(deed.step) && !isTaken(path, 'listen')) return refused('listen-first')
  if (deed.step === 'agree') {
    if (!deed.hasAgreement) return refused('agreement-missing')
    return deed.reviewInFuture ? allowed : refused('review-missing')
  }
  if (deed.step !== 'outcome') return allowed
  const needsTalk = deed.outcome === 'solved' || deed.outcome === 'partly'
  return needsTalk && !isTaken(path, 'listen') ? refused('talk-first') : allowed
}

function maySkip({ step, reason }: { step: RuptureStep; reason: string }): Decision<StepRefusal> {
  // "Not discussed" is an outcome too: there is always one that is true.
  if (step === 'outcome') return refused('not-to-skip')
  return reason.trim() === '' ? refused('reason-missing') : allowed
}

function mayUndo(path: RupturePath, step: RuptureStep): Decision<StepRefusal> {
  if (step === 'outcome') return path.outcome === null ? refused('not-taken') : allowed
  if (path.outcome !== null) return refused('ended')
  if (!isTaken(path, step)) return refused('not-taken')
  const isBuiltOn = step === 'listen' && afterListening.some((one) => isDone(path, one))
  return isBuiltOn ? refused('others-build-on-it') : allowed
}

function isDone({ taken }: RupturePath, step: RuptureStep): boolean {
  return taken.some((one) => one.step === step && one.state === 'done')
}

import type { RuptureStep } from '@weerklank/core/feedback/rupture'
import type { RuptureStepInput } from '@weerklank/core/feedback/rupture.contract'
import { mayStep, type RupturePath, type StepDeed } from '@weerklank/core/feedback/rupture.path'
import { AppError } from '@weerklank/core/shared/errors'
import type { RelationId, RuptureId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { agreementsOf } from './feedback.repository.ts'
import { changeRupture, putStep, type RuptureWithSteps, takeStepBack } from './rupture.repository.ts'
import { openSignalsOf, settleSignals } from './rupture.signals.ts'

export type Stepping = {
  world: World
  relation: RelationId
  rupture: RuptureId
  step: RuptureStep
  input: RuptureStepInput
}

/** Does a step, passes it over or takes it back, when the rules let it; says whether anything changed. */
export async function takeStep(
  trx: Trx,
  session: MemberSession,
  of: Stepping & { row: RuptureWithSteps },
): Promise<boolean> {
  const { row, step, input } = of
  if (isSame(row, step, input)) return false
  const decision = mayStep(pathOf(row), deedOf(session, of))
  if (!decision.allowed) throw new AppError('invalid-input', { fields: { step: decision.reason } })
  if (step === 'agree' && input.agreement !== null) await enforceAgreement(trx, of)
  const at = of.world.now()
  if (input.state === 'open') await takeStepBack(trx, row.id, step)
  else {
    await putStep(trx, {
      workspace_id: session.workspace.id,
      ...{ rupture_id: row.id, relation_id: row.relation_id, participant_id: row.participant_id },
      ...{ author_id: row.author_id, shared_at: row.shared_at, step },
      ...{ state: input.state, body: bodyOf(step, input), at, done_by: session.member.id },
    })
  }
  await changeRupture(trx, row.id, { changed_at: at, ...pathChange(of, at) })
  if (step === 'outcome' && input.outcome !== null) {
    const outcome = input.outcome === 'not-discussed' ? 'not-applicable' : 'discussed'
    const signals = await openSignalsOf(trx, of.relation, row.id)
    await settleSignals(trx, of.world, { session, relation: of.relation, outcome, signals })
  }
  return true
}

function pathOf(row: RuptureWithSteps): RupturePath {
  const taken = row.steps.filter(({ step }) => step !== 'outcome')
  return { taken: taken.map(({ step, state }) => ({ step, state })), outcome: row.outcome }
}

function deedOf(session: MemberSession, { world, step, input }: Stepping): StepDeed {
  if (input.state === 'open') return { deed: 'undo', step }
  if (input.state === 'skipped') return { deed: 'skip', step, reason: input.text }
  if (step === 'outcome') {
    if (input.outcome === null) throw new AppError('invalid-input', { fields: { outcome: 'missing' } })
    return { deed: 'do', step, outcome: input.outcome }
  }
  if (step !== 'agree') return { deed: 'do', step }
  const today = localDay(world.now(), session.workspace.timeZone)
  const reviewInFuture = input.reviewOn !== null && input.reviewOn > today && input.reviewOn < '2200'
  return { deed: 'do', step, hasAgreement: input.agreement !== null, reviewInFuture }
}

/** What one found in oneself is a note of one's own; only why it was passed over may stand here. */
function bodyOf(step: RuptureStep, input: RuptureStepInput): string {
  return step === 'own-part' && input.state === 'done' ? '' : input.text
}

function pathChange({ step, input }: Stepping, at: string) {
  const isDone = input.state === 'done'
  if (step === 'agree') {
    return {
      agreement_id: isDone ? input.agreement : null,
      review_on: isDone ? input.reviewOn : null,
    }
  }
  if (step !== 'outcome') return {}
  return { outcome: isDone ? input.outcome : null, closed_at: isDone ? at : null }
}

/** Sent twice is done once, and the moment stays. */
function isSame(row: RuptureWithSteps, step: RuptureStep, input: RuptureStepInput): boolean {
  const known = row.steps.find((one) => one.step === step)
  if (known === undefined || known.state !== input.state || known.body !== bodyOf(step, input)) return false
  if (input.state === 'skipped') return true
  if (step === 'agree') return row.agreement_id === input.agreement && row.review_on === input.reviewOn
  return step !== 'outcome' || row.outcome === input.outcome
}

async function enforceAgreement(trx: Trx, { relation, input }: Stepping): Promise<void> {
  const known = await agreementsOf(trx, [relation])
  if (!known.some(({ id }) => id === input.agreement)) {
    throw new AppError('invalid-input', { fields: { agreement: 'unknown' } })
  }
}

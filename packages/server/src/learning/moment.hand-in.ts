import { goalsUnderReview, withoutMoment } from '@weerklank/core/learning/goal'
import type { MomentForm } from '@weerklank/core/learning/moment-form'
import {
  checkHandIn,
  type HandedIn,
  type HandIn,
  type HandInProblem,
} from '@weerklank/core/learning/moment-hand-in'
import type { ReceiptWay } from '@weerklank/core/learning/trajectory'
import type {
  GoalId,
  LearnerId,
  LearningAnswerId,
  MemberId,
  MentionId,
  PersonId,
  TrajectoryId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { goalOf } from './goal.presenter.ts'
import {
  goalsOf,
  insertAnswers,
  insertGoal,
  insertMentions,
  insertReceipt,
  isHandedIn,
  type MomentRow,
  type ReceiptRow,
  receiptsOf,
  removeHandedIn,
  updateGoals,
  updateReceipt,
} from './moment.repository.ts'

/** A form that comes in, as the learner whose it is: the transaction reaches her own rows. */
export type HandingOver = {
  world: World
  codes: ReadonlySet<string>
  learner: { workspace_id: WorkspaceId; id: LearnerId; trajectory_id: TrajectoryId; person_id: PersonId }
  moment: MomentRow
  /** Made with the form: sent twice it is one form. The first thing that is stored carries it. */
  id: LearningAnswerId
  given: HandIn
  way: ReceiptWay
  /** When it came in; of paper the day that stands on it. */
  at: Instant
  enteredBy: MemberId | null
  /** Her consent is in force: others may read it. */
  isShared: boolean
  /** She chose this form over the one that a lead typed over. */
  isReplacing: boolean
}

export type HandOver =
  | { done: 'kept' | 'repeated' }
  /** Something came in before: that stands. `mayReplace`: she can choose this one in its place. */
  | { done: 'taken'; receipt: ReceiptRow; mayReplace: boolean }
  | { done: 'problems'; problems: HandInProblem[] }

/**
 * Stores a form of a moment once. What came in first stands; what was thrown away for want of consent stands in nobody's way. The
 * learner must be locked.
 */
export async function handOver(trx: Trx, of: HandingOver): Promise<HandOver> {
  const { learner, moment } = of
  const all = await goalsOf(trx, learner.id)
  if (await isHandedIn(trx, { id: of.id, learner: learner.id })) return { done: 'repeated' }
  const receipt = (await receiptsOf(trx, learner.id)).find((row) => row.moment_id === moment.id)
  const stands = receipt !== undefined && !receipt.discarded
  const before = withoutMoment(all.map(goalOf), moment.id)
  const mayReplace = stands && receipt.entered_by !== null && before !== null && of.enteredBy === null
  if (stands && !(of.isReplacing && mayReplace)) return { done: 'taken', receipt, mayReplace }
  const isReplaced = stands && before !== null
  const goals = goalsUnderReview(isReplaced ? before.goals : all.map(goalOf), moment.id)
  const checked = checkHandIn({ form: moment.form as MomentForm, goals, codes: of.codes }, of.given)
  if ('problems' in checked) return { done: 'problems', problems: checked.problems }
  if (isReplaced) {
    await removeHandedIn(trx, { moment: moment.id, learner: learner.id })
    if (before.restored.length > 0) {
      await updateGoals(trx, before.restored, { status: 'current', changed_at: of.world.now() })
    }
  }
  await keep(trx, of, checked.handedIn)
  await keepReceipt(trx, of, receipt)
  return { done: 'kept' }
}

/** What is on every row of hers. */
function ownOf({ learner, isShared }: Pick<HandingOver, 'learner' | 'isShared'>) {
  const { workspace_id, trajectory_id, id: learner_id, person_id } = learner
  const shared = isShared ? ('research' as const) : null
  return { workspace_id, trajectory_id, learner_id, person_id, shared }
}

async function keep(trx: Trx, of: HandingOver, handedIn: HandedIn): Promise<void> {
  const now = of.world.now()
  const own = { ...ownOf(of), moment_id: of.moment.id }
  let isFirst = true
  const nextId = <Id extends string>() => {
    if (!isFirst) return of.world.newId<Id>()
    isFirst = false
    return of.id as string as Id
  }
  for (const { words, replaces, reason } of handedIn.goals) {
    await insertGoal(trx, {
      ...{ ...own, id: nextId<GoalId>(), text: words.text, situation: words.situation, why: words.why },
      ...{ first_step: words.firstStep, notice: words.notice, status: 'current', replaces, reason },
      ...{ scale: null, created_at: now, changed_at: now, version: 1 },
    })
  }
  const replaced = handedIn.goals.flatMap(({ replaces }) => replaces ?? [])
  if (replaced.length > 0) await updateGoals(trx, replaced, { status: 'replaced', changed_at: now })
  // Only she hands in what she wrote for herself: what is on paper is all there is to it.
  if (of.enteredBy === null && handedIn.takesAlong.length > 0) {
    const { moment_id, shared } = own
    await updateGoals(trx, handedIn.takesAlong, { moment_id, shared, in_use: true, changed_at: now })
  }
  const answers = handedIn.answers.map(({ item, goal, choice, body }) => ({
    ...{ ...own, id: nextId<LearningAnswerId>(), item_key: item, goal_id: goal, choice, body, at: now },
  }))
  await insertAnswers(trx, answers)
  const mentions = handedIn.mentions.map((mention) => ({
    ...{ ...own, ...mention, id: nextId<MentionId>(), at: now },
  }))
  await insertMentions(trx, mentions)
}

async function keepReceipt(trx: Trx, of: HandingOver, before: ReceiptRow | undefined): Promise<void> {
  const { learner, moment, way, at, enteredBy } = of
  const received = { way, at, entered_by: enteredBy, discarded: false }
  if (before !== undefined) return updateReceipt(trx, { moment: moment.id, learner: learner.id }, received)
  const { workspace_id, trajectory_id, id: learner_id } = learner
  await insertReceipt(trx, { workspace_id, trajectory_id, learner_id, moment_id: moment.id, ...received })
}

import { momentAt } from '@weerklank/core/learning/trajectory.plan'
import type { LearningAnswerId } from '@weerklank/core/shared/ids'
import { addCalendarDays } from '@weerklank/core/shared/local-hours'
import { setContext } from '../db/context.ts'
import { loadMentionBook, mentionCodes } from '../learning/mention.content.ts'
import { lockLearner } from '../learning/moment.consent.ts'
import { handOver } from '../learning/moment.hand-in.ts'
import { goalsOf, insertReceipt, type MomentRow, momentsOf } from '../learning/moment.repository.ts'
import { learnerContext } from '../learning/own/own.door.ts'
import { asLead, type ToldLearner, type TrajectoryTelling } from './trajectory.telling.ts'
import { type MomentKey, type Told, wholeForm } from './trajectory.words.ts'

const codes = mentionCodes(loadMentionBook())

/** Everybody hands in what she has for one moment, each on a day of its own; paper and talks are typed over by the lead. */
export async function handInAll(told: TrajectoryTelling, key: MomentKey, daysLater: number): Promise<void> {
  await asLead(told)
  const moment = (await momentsOf(told.trx, told.trajectory)).find((one) => one.key === key)
  if (moment === undefined) throw new Error(`The trajectory of the demo has no ${key}`)
  const first = addCalendarDays(moment.opens_on, daysLater)
  for (const [index, learner] of told.learners.entries()) {
    const form = learner.told[key]
    if (form === undefined) continue
    told.clock.at = momentAt(addCalendarDays(first, index % 4), '19:30', told.place.timeZone)
    await handIn(told, { learner, moment, form })
  }
}

type HandingIn = { learner: ToldLearner; moment: MomentRow; form: Told }

async function handIn(told: TrajectoryTelling, { learner, moment, form }: HandingIn): Promise<void> {
  const { trx, deps, place, trajectory, clock, session } = told
  const isTyped = form.way !== 'phone'
  if (isTyped && !learner.consents) {
    await asLead(told)
    await insertReceipt(trx, {
      ...{ workspace_id: place.workspace, trajectory_id: trajectory, learner_id: learner.id },
      ...{ moment_id: moment.id, way: form.way, at: clock.at, entered_by: session.member.id },
      discarded: true,
    })
    return
  }
  await setContext(trx, learnerContext({ workspace: place.workspace, learner: learner.id, trajectory }))
  const row = await lockLearner(trx, learner.id)
  if (row === undefined) throw new Error(`${learner.name} takes part`)
  const done = await handOver(trx, {
    ...{ world: deps.world, codes, learner: row, moment, way: form.way, at: clock.at },
    ...{ id: deps.world.newId<LearningAnswerId>(), isShared: learner.consents, isReplacing: false },
    ...{
      given: await givenBy(told, { learner, form, isTyped }),
      enteredBy: isTyped ? session.member.id : null,
    },
  })
  if (done.done !== 'kept') throw new Error(`${learner.name} could not hand in ${moment.key}: ${done.done}`)
}

/** On her phone she says of which goal she speaks; on paper nobody else knows her goals. */
async function givenBy(
  { trx }: TrajectoryTelling,
  { learner, form, isTyped }: { learner: ToldLearner; form: Told; isTyped: boolean },
) {
  const given = wholeForm(form.form)
  const [goal] = await goalsOf(trx, learner.id)
  if (isTyped || goal === undefined) return given
  return {
    ...given,
    reviews: given.reviews.map((review) => ({ ...review, goal: goal.id })),
    choices: given.choices.map((choice) =>
      choice.item === 'attained' ? { ...choice, goal: goal.id } : choice,
    ),
  }
}

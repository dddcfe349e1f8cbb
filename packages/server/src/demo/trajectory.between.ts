import { nudgeHours } from '@weerklank/core/learning/nudge'
import type { MeasureId } from '@weerklank/core/shared/ids'
import { atLocalHour, firstWithin } from '@weerklank/core/shared/local-hours'
import { localDay } from '@weerklank/core/shared/time'
import { setContext } from '../db/context.ts'
import { insertMeasure, keepWorkFact } from '../learning/feasibility.repository.ts'
import { loadNudges } from '../learning/nudge.content.ts'
import { giveCard, planNudges } from '../learning/nudge.job.ts'
import { insertStandard } from '../learning/nudge.plan.ts'
import * as nudges from '../learning/nudge.repository.ts'
import type { When } from './calendar.ts'
import { asLead, programFor, type TrajectoryTelling } from './trajectory.telling.ts'

const content = loadNudges()

/** The standard plan, and everybody's cards up to now, as the work that runs by itself gives them; one wants none. */
export async function giveNudges(told: TrajectoryTelling): Promise<void> {
  const { trx, deps, place, trajectory, session } = told
  await asLead(told)
  const dates = await nudges.datesOf(trx, trajectory)
  if (dates === undefined) throw new Error('The trajectory of the demo is there')
  await insertStandard(trx, session, { deps: { world: deps.world, nudges: content }, dates })
  await planNudges(trx, deps.world, { workspace: place.workspace, trajectory })
  for (const { person, wantsNone } of told.learners) {
    if (wantsNone !== true) continue
    await setContext(trx, programFor(told, person))
    await nudges.choose(trx, { workspace: place.workspace, person, isOff: true, now: told.clock.at })
  }
}

/** One look on each day of the plan, after the first of two days of the story through the second. */
export async function giveCards(
  told: TrajectoryTelling,
  [from, until]: readonly [from: When, until: When],
): Promise<void> {
  const { trx, deps, place, trajectory, clock } = told
  await asLead(told)
  const dates = await nudges.datesOf(trx, trajectory)
  if (dates === undefined) throw new Error('The trajectory of the demo is there')
  const rows = await nudges.nudgesOf(trx, trajectory)
  const days = rows.map((row) => nudges.plannedNudge(row, dates).day).toSorted()
  const { timeZone } = place
  const on = (when: When) => localDay(told.calendar(when), timeZone)
  for (const day of days.filter((one) => one > on(from) && one <= on(until))) {
    clock.at = firstWithin(atLocalHour(day, nudgeHours.from, timeZone), { ...nudgeHours, timeZone })
    for (const { id, person } of told.learners) {
      await setContext(trx, programFor(told, person))
      await giveCard(
        trx,
        { world: deps.world, publicUrl: deps.publicUrl, nudges: content, canSendMail: false },
        { workspace: place.workspace, trajectory, now: clock.at, learner: id },
      )
    }
  }
}

/** Asking parents after each contact was looked at before anybody planned it: the work of most does not allow it. */
export async function lookAtMeasure(told: TrajectoryTelling): Promise<void> {
  const { trx, deps, place, trajectory, clock, session } = told
  await asLead(told)
  await insertMeasure(trx, {
    ...{ workspace_id: place.workspace, trajectory_id: trajectory, id: deps.world.newId<MeasureId>() },
    ...{ name: 'Contactcheck voor ouders', rhythm: 'each-contact', people: 'parents', version: 1 },
    ...{ status: 'looked-at', reason: '', made_by: session.member.id, made_at: clock.at, decided_at: null },
  })
  for (const { id, work_is: fact } of told.learners) {
    if (fact === undefined) continue
    await keepWorkFact(trx, {
      ...{ workspace_id: place.workspace, trajectory_id: trajectory, learner_id: id, ...fact },
      ...{ at: clock.at, entered_by: session.member.id },
    })
  }
}

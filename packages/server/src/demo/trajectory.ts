import type { TrajectoryId } from '@weerklank/core/shared/ids'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import { openSession } from '../access/access.ts'
import type { ConsentDeps } from '../consent/consent.ts'
import { loadConsentTexts } from '../consent/consent-texts.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { loadTemplates } from '../learning/templates.ts'
import { composeTrajectory, reachAsLead } from '../learning/trajectory.compose.ts'
import { findTrajectory, updateTrajectory } from '../learning/trajectory.repository.ts'
import type { Trx } from '../schema.ts'
import { calendarFrom } from './calendar.ts'
import { demoId } from './identifiers.ts'
import type { Place } from './stage.ts'
import { askAfterLecture, askForQuotes } from './trajectory.around.ts'
import { giveCards, giveNudges, lookAtMeasure } from './trajectory.between.ts'
import { makePairs, meetBuddies } from './trajectory.buddies.ts'
import { handInAll } from './trajectory.moments.ts'
import { attend, comeInAndChoose, letEverybodyIn, stopTwo } from './trajectory.people.ts'
import type { TrajectoryTelling } from './trajectory.telling.ts'

/**
 * One learning trajectory from its lecture to its last moment, led by Farid and read by Ravi, done as people do it: composed from a
 * template, two stop, two do not consent, five pairs, forms by phone and on paper, cards in between.
 */
export async function tellTrajectory(trx: Trx, of: { place: Place; now: Instant }): Promise<void> {
  const told = await compose(trx, of)
  const { clock, calendar } = told
  clock.at = calendar('-19 tue 16.30')
  await askAfterLecture(told)
  await attend(told, 0, ['bo'])
  clock.at = calendar('-18 thu 09.00')
  await comeInAndChoose(told)
  clock.at = calendar('-17 wed 09.00')
  await attend(told, 1, [])
  await makePairs(told)
  await giveNudges(told)
  await handInAll(told, 'T1', 1)
  await giveCards(told, ['-17 wed 09.00', '-13 wed 09.00'])
  clock.at = calendar('-13 wed 10.00')
  await stopTwo(told)
  await handInAll(told, 'exit', 30)
  clock.at = calendar('-12 thu 15.00')
  await meetBuddies(told)
  await giveCards(told, ['-13 wed 09.00', '-11 wed 18.00'])
  await handInAll(told, 'T2', 2)
  clock.at = calendar('-10 fri 17.00')
  await attend(told, 2, ['ria'])
  await lookAtMeasure(told)
  await giveCards(told, ['-11 wed 18.00', '0 tue 18.00'])
  await handInAll(told, 'T3', 2)
  clock.at = calendar('-1 thu 17.00')
  await attend(told, 3, [])
  await askForQuotes(told)
}

async function compose(trx: Trx, { place, now }: { place: Place; now: Instant }): Promise<TrajectoryTelling> {
  const calendar = calendarFrom(now, place.timeZone)
  const clock = { at: calendar('-24 mon 10.00') }
  let made = 0
  const world: World = {
    now: () => clock.at,
    newId: <Id extends string>() => demoId<Id>(clock.at, `trajectory ${made++}`),
  }
  const { workspace, members } = place
  const at = { workspace, member: members.farid, now: clock.at }
  const session = await openSession(trx, at, 'trajectories')
  const deps: ConsentDeps = { world, consentTexts: loadConsentTexts(), publicUrl: '' }
  const trajectory = world.newId<TrajectoryId>()
  await composeTrajectory(
    trx,
    { session, deps: { ...deps, templates: loadTemplates() } },
    {
      ...{ id: trajectory, title: 'Samen aan tafel', from: { template: 'equal-partners' } },
      startsOn: localDay(calendar('-19 tue 13.30'), place.timeZone),
    },
  )
  const context = await reachAsLead(trx, session, trajectory)
  const leading = { ...session, context }
  const row = await findTrajectory(trx, trajectory)
  await updateTrajectory(
    trx,
    { id: trajectory, version: row?.version ?? 1, now: clock.at },
    { status: 'running', member_ids: [members.farid, members.ravi] },
  )
  clock.at = calendar('-20 mon 10.00')
  const told = { trx, place, deps, clock, calendar, now, session: leading, trajectory }
  const learners = await letEverybodyIn(told)
  await setContext(trx, context)
  return { ...told, learners }
}

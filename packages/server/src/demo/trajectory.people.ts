import { asPerson } from '@weerklank/core/access/access'
import type { Purpose } from '@weerklank/core/consent/consent'
import type { ConsentEventId, PersonId } from '@weerklank/core/shared/ids'
import { addMilliseconds, localDay } from '@weerklank/core/shared/time'
import { decide, reachFamilies } from '../consent/consent.ts'
import { type Context, setContext } from '../db/context.ts'
import { joinPeople } from '../learning/trajectory.joining.ts'
import * as learners from '../learning/trajectory.learners.ts'
import { standingOf } from '../learning/trajectory.people.ts'
import { eventsOf } from '../learning/trajectory.repository.ts'
import { asLead, type ToldLearner, type TrajectoryTelling } from './trajectory.telling.ts'
import { trajectoryPeople } from './trajectory.words.ts'

/** The versions of the texts that people choose about. */
const textVersions: Partial<Record<Purpose, number>> = { research: 2, 'quotes-publish': 1 }

/** Lets everybody in, in one list: professionals, a mother and experts by experience. Nobody of them has an address. */
export async function letEverybodyIn(told: Omit<TrajectoryTelling, 'learners'>): Promise<ToldLearner[]> {
  const { trx, session, deps, trajectory, place } = told
  const joining = trajectoryPeople.map((one) => ({
    ...{ name: one.name, email: '', organisation: one.organisation, function: one.work, voice: one.voice },
    ...{ address: one.address, language: 'nl' as const, bornOn: null, isKnown: one.member !== undefined },
    member: one.member === undefined ? null : place.members[one.member],
    person: one.member === undefined ? deps.world.newId<PersonId>() : asPerson(place.members[one.member]),
  }))
  const ids = await joinPeople(trx, { session, deps, trajectory }, joining)
  return trajectoryPeople.map((one, index) => {
    const [id, person] = [ids[index], joining[index]?.person]
    if (id === undefined || person === undefined) throw new Error('Everybody was let in')
    return { ...one, id, person }
  })
}

/** Everybody comes to her pages for the first time and chooses whether others may read what she hands in. */
export async function comeInAndChoose(told: TrajectoryTelling): Promise<void> {
  for (const learner of told.learners) {
    told.clock.at = addMilliseconds(told.clock.at, 1_800_000)
    await asLead(told)
    await told.trx
      .updateTable('learner')
      .set({ status: 'active', seen_at: told.clock.at })
      .where('id', '=', learner.id)
      .execute()
    await choose(told, learner, 'research')
    if (learner.mayQuote === true) await choose(told, learner, 'quotes-publish')
  }
}

async function choose(told: TrajectoryTelling, learner: ToldLearner, purpose: Purpose): Promise<void> {
  const { trx, deps, place } = told
  const { person } = learner
  const start: Context = {
    ...{ workspace: place.workspace, actor: { person }, persons: [person], relations: [], purpose: 'access' },
  }
  await setContext(trx, start)
  const context = await reachFamilies(trx, start, [person])
  await decide(trx, {
    deps,
    hand: {
      workspace: { id: place.workspace, timeZone: place.timeZone },
      ...{ context, basis: 'own-link', relation: null },
    },
    choice: {
      id: deps.world.newId<ConsentEventId>(),
      ...{
        person,
        purpose,
        isYes: learner.consents,
        textVersion: textVersions[purpose] ?? 1,
        language: 'nl',
      },
      ...{ readingLevel: learner.address === 'u' ? 'parent' : 'professional' },
      ...{ decidedBy: person, decidedAs: 'self', method: 'own-page' },
    },
  })
}

/** Two stop between the first moment and the second: the lead writes down why, and whether there was a talk. */
export async function stopTwo(told: TrajectoryTelling): Promise<void> {
  await asLead(told)
  const today = localDay(told.clock.at, told.place.timeZone)
  for (const row of await learners.learnersOf(told.trx, told.trajectory)) {
    const stopped = told.learners.find(({ id }) => id === row.id)?.stopped
    if (stopped === undefined) continue
    const standing = standingOf(row, { to: 'stopped', on: today, ...stopped }, today)
    const at = { id: row.id, version: row.version, now: told.clock.at }
    await learners.updateLearner(told.trx, at, standing)
  }
}

/** Who was at one event, by its place in the row; who stopped by then was not. */
export async function attend(
  told: TrajectoryTelling,
  event: number,
  absent: readonly string[],
): Promise<void> {
  await asLead(told)
  const row = (await eventsOf(told.trx, [told.trajectory]))[event]
  if (row === undefined) throw new Error('The trajectory of the demo has four events')
  await learners.keepAttendance(
    told.trx,
    told.learners.map(({ id, key, stopped }) => {
      const attended = !absent.includes(key) && (event < 2 || stopped === undefined)
      return {
        ...{ workspace_id: told.place.workspace, trajectory_id: told.trajectory, event_id: row.id },
        ...{ learner_id: id, attended, hours: attended ? row.hours : 0, at: told.clock.at },
        entered_by: told.session.member.id,
      }
    }),
  )
}

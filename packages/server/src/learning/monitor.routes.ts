import { monitorOf } from '@weerklank/core/learning/monitor'
import { type MonitorPage, monitorEndpoints } from '@weerklank/core/learning/monitor.contract'
import { withoutWords } from '@weerklank/core/learning/monitor.reader'
import type { Monitor } from '@weerklank/core/learning/monitor.shape'
import { AppError } from '@weerklank/core/shared/errors'
import type { PersonId, TrajectoryId } from '@weerklank/core/shared/ids'
import { type MemberApi, serveMonitor } from '../access/access.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { recordInTrajectory } from './learning.record.ts'
import { codeNames } from './monitor.codes.ts'
import { readMonitorInput } from './monitor.read.ts'
import { lectureSurveyCount } from './survey.ts'
import { findTrajectory } from './trajectory.repository.ts'

/** The monitor for who leads a trajectory or reads along, under numbers. */
export function serveMonitorPage(to: MemberApi, { world }: { world: World }): void {
  const names = { nl: codeNames('nl'), en: codeNames('en') }
  serveMonitor(to, monitorEndpoints.trajectoryMonitor, async (session, { params }, trx) => {
    const { trajectory } = params
    const row = await findTrajectory(trx, trajectory)
    if (row === undefined) throw new AppError('not-found')
    const showsWords = !row.lead_ids.includes(session.member.id)
    const context = { ...session.context, monitors: [trajectory] }
    const lectureSurvey = await lectureSurveyCount(trx, { context, trajectory, now: world.now() })
    const whole = monitorOf(await readMonitorInput(trx, { trajectory, lectureSurvey }))
    const monitor = showsWords ? whole : withoutWords(whole)
    const persons = showsWords ? await personsOf(trx, trajectory, monitor) : []
    await recordInTrajectory(trx, world, {
      ...{ session, trajectory, action: 'trajectory.monitor-read', persons },
    })
    const { id, title, status } = row
    const page: MonitorPage = {
      trajectory: { id, title, status },
      ...{ monitor, showsWords },
      codes: Object.fromEntries(
        codesIn(monitor).map((code) => [code, { nl: names.nl(code), en: names.en(code) }]),
      ),
    }
    return page
  })
}

function codesIn({ mentions }: Monitor): string[] {
  return [...new Set(mentions.three.flatMap(({ code }) => code ?? []))].toSorted()
}

/** Whose words are shown: her goal, or what hinders or helps in words of her own. She can read that they were. */
async function personsOf(trx: Trx, trajectory: TrajectoryId, monitor: Monitor): Promise<PersonId[]> {
  const shown = new Set(monitor.goalLines.flatMap(({ words, learner }) => (words === null ? [] : [learner])))
  const rows = await trx
    .selectFrom('learner')
    .select(['number', 'person_id', 'id'])
    .where('trajectory_id', '=', trajectory)
    .execute()
  const free = await trx
    .selectFrom('learning_mention')
    .select('learner_id')
    .distinct()
    .where('trajectory_id', '=', trajectory)
    .where('code', 'is', null)
    .where('shared', 'is not', null)
    .execute()
  const wrote = new Set(free.map(({ learner_id }) => learner_id))
  return rows.flatMap(({ number, id, person_id }) => (shown.has(number) || wrote.has(id) ? [person_id] : []))
}

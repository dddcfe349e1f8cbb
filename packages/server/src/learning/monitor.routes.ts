import { type MonitorPage, monitorEndpoints } from '@weerklank/core/learning/monitor.contract'
import { withoutWords, withWordsFrom } from '@weerklank/core/learning/monitor.reader'
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
  serveMonitor(to, monitorEndpoints.trajectoryMonitor, async (session, { params, query }, trx) => {
    const { trajectory } = params
    const row = await findTrajectory(trx, trajectory)
    if (row === undefined) throw new AppError('not-found')
    const context = { ...session.context, monitors: [trajectory] }
    const lectureSurvey = await lectureSurveyCount(trx, { context, trajectory, now: world.now() })
    const input = await readMonitorInput(trx, { trajectory, lectureSurvey })
    const isLead = row.lead_ids.includes(session.member.id)
    const { monitor, shown } = isLead
      ? { monitor: withoutWords(input), shown: null }
      : withWordsFrom(input, query.from ?? 1)
    const persons = await personsOf(trx, trajectory, shown?.people ?? [])
    await recordInTrajectory(trx, world, {
      ...{ session, trajectory, action: 'trajectory.monitor-read', persons },
    })
    const { id, title, status } = row
    const page: MonitorPage = {
      trajectory: { id, title, status },
      monitor,
      words: shown === null ? null : { people: [...shown.people], next: shown.next },
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

/** Whose words are shown: she can read that they were. */
async function personsOf(
  trx: Trx,
  trajectory: TrajectoryId,
  numbers: readonly number[],
): Promise<PersonId[]> {
  if (numbers.length === 0) return []
  const rows = await trx
    .selectFrom('learner')
    .select('person_id')
    .where('trajectory_id', '=', trajectory)
    .where('number', 'in', [...numbers])
    .execute()
  return rows.map(({ person_id }) => person_id)
}

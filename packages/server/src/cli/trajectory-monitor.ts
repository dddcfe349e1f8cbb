import { monitorOf } from '@weerklank/core/learning/monitor'
import { monitorAsData } from '@weerklank/core/learning/monitor.print'
import { trajectoryId } from '@weerklank/core/shared/ids'
import { asMaintenance } from '../access/accounts.ts'
import { record } from '../audit/audit.ts'
import { realWorld } from '../deps.ts'
import { codeNames } from '../learning/monitor.codes.ts'
import { readMonitorInput } from '../learning/monitor.read.ts'
import { lectureSurveyCount } from '../learning/survey.ts'
import type { Db } from '../schema.ts'
import type { Invocation } from './command.ts'
import { print } from './input.ts'
import { asOwner, CommandError, onDatabase } from './on-database.ts'

/** Prints the monitor of one trajectory, as it is now. */
export async function printMonitor(invocation: Invocation, wanted: string): Promise<number> {
  const data = await onDatabase(invocation, 'use', (on) => asOwner(on, (owner) => take(owner, wanted)))
  print(JSON.stringify(data, null, 2))
  return 0
}

async function take(owner: Db, wanted: string) {
  const asked = trajectoryId.safeParse(wanted)
  const none = new CommandError(`There is no trajectory "${wanted}".`)
  if (!asked.success) throw none
  const trajectory = asked.data
  return asMaintenance(owner, async (trx) => {
    const there = await trx
      .selectFrom('trajectory')
      .select(['id', 'title', 'workspace_id'])
      .where('id', '=', trajectory)
      .executeTakeFirst()
    if (there === undefined) throw none
    const { id, title, workspace_id: workspace } = there
    const context = { workspace, actor: 'system' as const, relations: [], monitors: [trajectory] }
    const now = realWorld.now()
    const lectureSurvey = await lectureSurveyCount(trx, { context, trajectory, now })
    const input = await readMonitorInput(trx, { trajectory, lectureSurvey })
    await record(trx, realWorld, {
      ...{ workspace, actor: 'system', basis: 'command-line', relation: null },
      ...{ action: 'trajectory.monitor-read', subject: { kind: 'trajectory', id: trajectory } },
    })
    return monitorAsData(monitorOf(input), { trajectory: { id, title }, nameOf: codeNames('nl') })
  })
}

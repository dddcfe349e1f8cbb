import { dueNudges, nudgeHours, nudgeLapsesDays, type PlannedNudge } from '@weerklank/core/learning/nudge'
import type { LearnerId, TrajectoryId, WorkspaceId } from '@weerklank/core/shared/ids'
import { screenLanguage } from '@weerklank/core/shared/language'
import { addCalendarDays, firstWithin } from '@weerklank/core/shared/local-hours'
import { addMilliseconds, type Instant, localDay } from '@weerklank/core/shared/time'
import { record } from '../audit/audit.ts'
import { type Context, inContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { enqueue, type JobHandler } from '../jobs/jobs.ts'
import type { Db, Trx } from '../schema.ts'
import type { NudgeDeps } from './nudge.deps.ts'
import { mailCard } from './nudge.mail.ts'
import { type NudgeReaders, nudgeReaders, type Reader } from './nudge.readers.ts'
import * as nudges from './nudge.repository.ts'
import { cardWords } from './nudge.words.ts'

/** The work of looking whether somebody gets a card. */
export const nudgeKind = 'nudges'

const hour = 3_600_000

/** Plans the look at a trajectory, in the transaction that gives it a plan; there is one look at a time. */
export async function planNudges(
  trx: Trx,
  world: World,
  of: { workspace: WorkspaceId; trajectory: TrajectoryId },
): Promise<void> {
  await enqueue(trx, world, {
    ...{ kind: nudgeKind, key: of.trajectory, runAt: world.now() },
    payload: { workspace: of.workspace, trajectory: of.trajectory },
  })
}

type Deps = NudgeDeps & { db: Db }
type Of = { workspace: WorkspaceId; trajectory: TrajectoryId; now: Instant }

/** Looks at one trajectory, gives whoever it is time for her card, and comes back within the hour, or on the next morning. */
export function nudgeLook(deps: Deps): JobHandler {
  return async ({ payload }) => {
    const workspace = payload.workspace as WorkspaceId
    const trajectory = payload.trajectory as TrajectoryId
    const context: Context = { workspace, actor: 'system', relations: [], leads: [trajectory] }
    const of: Of = { workspace, trajectory, now: deps.world.now() }
    const found = await inContext(deps.db, context, (trx) => candidates(trx, of))
    if (found === null) return null
    for (const learner of found.learners) {
      const persons = [learner.person]
      // In a transaction of her own: the choice of one person is held as short as can be.
      await inContext(deps.db, { ...context, persons }, (trx) =>
        giveCard(trx, deps, { ...of, learner: learner.id }),
      )
    }
    return firstWithin(addMilliseconds(of.now, hour), { ...nudgeHours, timeZone: found.timeZone })
  }
}

type Found = { learners: readonly Reader[]; timeZone: string }

/** Who may be due, by what this trajectory alone knows; null when the trajectory is gone. */
async function candidates(trx: Trx, of: Of): Promise<Found | null> {
  const dates = await nudges.datesOf(trx, of.trajectory)
  if (dates === undefined) return null
  const { timeZone } = dates
  const plan = (await nudges.nudgesOf(trx, of.trajectory)).map((row) => nudges.plannedNudge(row, dates))
  if (dates.trajectory.status !== 'running' || !isAnyDue(plan, of.now, timeZone))
    return { learners: [], timeZone }
  const readers = await nudgeReaders(trx, { trajectory: of.trajectory, timeZone })
  const learners = readers.all.filter(
    (reader) => stepFor(reader, { readers, plan, of, timeZone }).do === 'send',
  )
  return { learners, timeZone }
}

function isAnyDue(plan: readonly PlannedNudge[], now: Instant, timeZone: string): boolean {
  const today = localDay(now, timeZone)
  return plan.some(({ isOn, day }) => isOn && day <= today && addCalendarDays(day, nudgeLapsesDays) >= today)
}

type Asked = { readers: NudgeReaders; plan: readonly PlannedNudge[]; of: Of; timeZone: string }

function stepFor(
  reader: Reader,
  { readers, plan, of, timeZone }: Asked,
  more: { isOptedOut?: boolean; sent?: readonly nudges.SentRow[] } = {},
) {
  const sent = more.sent ?? readers.sent.get(reader.id) ?? []
  return dueNudges(plan, {
    ...{ now: of.now, timeZone },
    sentBefore: sent.map((row) => ({ nudge: row.nudge_id, at: row.at })),
    learner: { ...reader.standing, isOptedOut: more.isOptedOut ?? false },
  })
}

/**
 * Decides for one learner with her choice held, over all her trajectories, as everything stands now; then gives her the card that
 * is due, if any. The context reaches her trajectory as the program that leads it, and her person.
 */
export async function giveCard(trx: Trx, deps: NudgeDeps, of: Of & { learner: LearnerId }): Promise<void> {
  const dates = await nudges.datesOf(trx, of.trajectory)
  if (dates === undefined || dates.trajectory.status !== 'running') return
  const readers = await nudgeReaders(trx, {
    ...{ trajectory: of.trajectory, timeZone: dates.timeZone, only: of.learner },
  })
  const reader = readers.all[0]
  if (reader === undefined) return
  const { workspace, now } = of
  const offSince = await nudges.holdChoice(trx, { workspace, person: reader.person, now })
  const rows = await nudges.nudgesOf(trx, of.trajectory)
  const plan = rows.map((row) => nudges.plannedNudge(row, dates))
  const sent = await nudges.sentTo(trx, [reader.person])
  const asked = { readers, plan, of, timeZone: dates.timeZone }
  const step = stepFor(reader, asked, { sent, isOptedOut: offSince !== null })
  const row = step.do === 'send' ? rows.find(({ id }) => id === step.nudge) : undefined
  if (row === undefined) return
  const byMail = deps.canSendMail && reader.email !== ''
  await nudges.noteSent(trx, {
    ...{ workspace_id: workspace, nudge_id: row.id, learner_id: reader.id, trajectory_id: of.trajectory },
    ...{ person_id: reader.person, at: now, by_mail: byMail },
  })
  const listener = { language: screenLanguage(reader.language), address: reader.address }
  if (byMail) {
    await mailCard(trx, deps, {
      ...{ workspace: { id: workspace, name: dates.workspaceName }, trajectory: of.trajectory },
      ...{ learner: reader.id, email: reader.email, listener, card: cardWords(row, deps.nudges, listener) },
    })
  }
  await record(trx, deps.world, {
    ...{ workspace, actor: 'system', action: 'trajectory.nudged', relation: null, person: reader.person },
    subject: { kind: 'trajectory', id: of.trajectory },
  })
}

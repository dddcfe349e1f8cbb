import type { AuditAction } from '@weerklank/core/audit/audit'
import { mayPlanMeasure } from '@weerklank/core/learning/feasibility'
import { type Between, nudgeEndpoints } from '@weerklank/core/learning/nudge.contract'
import { mayWithTrajectory } from '@weerklank/core/learning/trajectory'
import { AppError } from '@weerklank/core/shared/errors'
import type { LearnerId, TrajectoryId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveAsLead } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import { Download } from '../http/download.ts'
import type { Trx } from '../schema.ts'
import {
  insertMeasure,
  keepWorkFact,
  measuresOf,
  namesIn,
  updateMeasure,
  workFactsOf,
} from './feasibility.repository.ts'
import { recordInTrajectory } from './learning.record.ts'
import type { NudgeDeps } from './nudge.deps.ts'
import { planNudges } from './nudge.job.ts'
import { packFile } from './nudge.pack.ts'
import { insertOne, insertStandard } from './nudge.plan.ts'
import { foundFor, presentBetween } from './nudge.presenter.ts'
import { nudgeReaders } from './nudge.readers.ts'
import * as nudges from './nudge.repository.ts'

/** What comes between the meetings, for those who lead a trajectory. */
export function serveNudges(to: MemberApi, deps: NudgeDeps): void {
  serveAsLead(to, nudgeEndpoints.getBetween, async (session, { params }, trx) => {
    await note(trx, session, { deps, trajectory: params.trajectory, action: 'trajectory.between-read' })
    return betweenOf(trx, session, { deps, trajectory: params.trajectory })
  })
  serveAsLead(to, nudgeEndpoints.beginNudges, async (session, { params }, trx) => {
    const dates = await composing(trx, params.trajectory)
    const isEmpty = (await nudges.nudgesOf(trx, params.trajectory)).length === 0
    if (isEmpty) await insertStandard(trx, session, { deps, dates })
    return changed(trx, session, { deps, trajectory: params.trajectory, action: 'trajectory.nudges-planned' })
  })
  serveAsLead(to, nudgeEndpoints.addNudge, async (session, { params, body }, trx) => {
    const dates = await composing(trx, params.trajectory)
    await insertOne(trx, session, { deps, dates, ...body })
    return changed(trx, session, { deps, trajectory: params.trajectory, action: 'trajectory.nudges-planned' })
  })
  serveAsLead(to, nudgeEndpoints.changeNudge, async (session, { params, body }, trx) => {
    await composing(trx, params.trajectory)
    const known = (await nudges.nudgesOf(trx, params.trajectory)).some(({ id }) => id === params.nudge)
    if (!known) throw new AppError('not-found')
    const { version, ownTitle: title, ownBody, url, offsetDays, fixedOn, isOn } = body
    const isChanged = await nudges.updateNudge(
      trx,
      { id: params.nudge, trajectory: params.trajectory, version },
      {
        ...{ title, body: ownBody, url, offset_days: offsetDays, fixed_on: fixedOn, is_on: isOn },
        ...{ changed_by: session.member.id, changed_at: deps.world.now() },
      },
    )
    if (!isChanged) throw new AppError('conflict')
    return changed(trx, session, { deps, trajectory: params.trajectory, action: 'trajectory.nudge-changed' })
  })
  serveAsLead(to, nudgeEndpoints.getPack, async (session, { params }, trx) => {
    const dates = await nudges.datesOf(trx, params.trajectory)
    if (dates === undefined) throw new AppError('not-found')
    await note(trx, session, { deps, trajectory: params.trajectory, action: 'trajectory.pack-fetched' })
    const { language } = session.member
    return packDownload({ deps, language, author: session.workspace.name, timeZone: dates.timeZone })
  })
  serveMeasures(to, deps)
}

/** The sheets as a file, laid out while it is sent. */
function packDownload(of: Parameters<typeof packFile>[0] & { timeZone: string }): Download {
  async function* bytes() {
    yield await packFile(of)
  }
  return new Download({
    name: `weerklank-${localDay(of.deps.world.now(), of.timeZone)}.pdf`,
    type: 'application/pdf',
    text: ReadableStream.from(bytes()) as ReadableStream<Uint8Array<ArrayBuffer>>,
  })
}

function serveMeasures(to: MemberApi, deps: NudgeDeps): void {
  const { world } = deps
  serveAsLead(to, nudgeEndpoints.lookAtMeasure, async (session, { params, body }, trx) => {
    await composing(trx, params.trajectory)
    await insertMeasure(trx, {
      ...{ workspace_id: session.workspace.id, trajectory_id: params.trajectory, ...body },
      ...{ status: 'looked-at', reason: '', made_by: session.member.id, made_at: world.now() },
      ...{ decided_at: null, version: 1 },
    })
    return changed(trx, session, { deps, trajectory: params.trajectory, action: 'trajectory.measure-looked' })
  })
  serveAsLead(to, nudgeEndpoints.decideMeasure, async (session, { params, body }, trx) => {
    const dates = await composing(trx, params.trajectory)
    const row = (await measuresOf(trx, params.trajectory)).find(({ id }) => id === params.measure)
    if (row === undefined) throw new AppError('not-found')
    const readers = await nudgeReaders(trx, { trajectory: params.trajectory, timeZone: dates.timeZone })
    const active = readers.all.filter(({ standing }) => standing.takesPart)
    const found = foundFor(row, { active, facts: await workFactsOf(trx, params.trajectory) })
    if (body.to === 'planned') {
      const may = mayPlanMeasure(found, body.reason)
      if (!may.allowed && may.reason === 'too-few-answers') throw new AppError('conflict')
      if (!may.allowed) throw new AppError('invalid-input', { fields: { reason: 'required' } })
    }
    const isDecided = body.to !== 'looked-at'
    const isChanged = await updateMeasure(
      trx,
      { id: row.id, version: body.version },
      { status: body.to, reason: body.reason, decided_at: isDecided ? world.now() : null },
    )
    if (!isChanged) throw new AppError('conflict')
    return changed(trx, session, {
      deps,
      trajectory: params.trajectory,
      action: 'trajectory.measure-decided',
    })
  })
  serveAsLead(to, nudgeEndpoints.writeWorkFact, async (session, { params, body }, trx) => {
    await composing(trx, params.trajectory)
    const names = await namesIn(trx, params.trajectory)
    if (!names.has(params.learner)) throw new AppError('not-found')
    await keepWorkFact(trx, {
      ...{ workspace_id: session.workspace.id, trajectory_id: params.trajectory, ...body.fact },
      ...{ learner_id: params.learner, at: world.now(), entered_by: session.member.id },
    })
    return changed(trx, session, { deps, trajectory: params.trajectory, action: 'trajectory.work-written' })
  })
}

/** The trajectory, while its plan may be changed. */
async function composing(trx: Trx, trajectory: TrajectoryId): Promise<nudges.Dates> {
  const dates = await nudges.datesOf(trx, trajectory)
  if (dates === undefined) throw new AppError('not-found')
  if (!mayWithTrajectory(dates.trajectory.status, 'compose').allowed) throw new AppError('conflict')
  return dates
}

type Of = { deps: NudgeDeps; trajectory: TrajectoryId }

/** After a change: written down, looked at by the job, and shown as it is now. */
async function changed(trx: Trx, session: MemberSession, of: Of & { action: AuditAction }): Promise<Between> {
  await note(trx, session, of)
  await planNudges(trx, of.deps.world, { workspace: session.workspace.id, trajectory: of.trajectory })
  return betweenOf(trx, session, of)
}

function note(
  trx: Trx,
  session: MemberSession,
  { deps, trajectory, action }: Of & { action: AuditAction },
): Promise<void> {
  return recordInTrajectory(trx, deps.world, { session, trajectory, action })
}

async function betweenOf(trx: Trx, session: MemberSession, { deps, trajectory }: Of): Promise<Between> {
  const dates = await nudges.datesOf(trx, trajectory)
  if (dates === undefined) throw new AppError('not-found')
  const readers = (await nudgeReaders(trx, { trajectory, timeZone: dates.timeZone })).all
  return presentBetween({
    ...{ dates, readers, content: deps.nudges, canSendMail: deps.canSendMail, now: deps.world.now() },
    rows: await nudges.nudgesOf(trx, trajectory),
    sent: await nudges.sentCounts(trx, trajectory),
    names: await namesIn(trx, trajectory),
    measures: await measuresOf(trx, trajectory),
    facts: await workFactsOf(trx, trajectory),
    optedOut: await choicesOf(trx, session, readers),
    listener: { language: session.member.language, address: 'je' },
  })
}

/** Who wants none is counted by the program, of the people here alone; the lead herself reaches nobody's choice. */
async function choicesOf(
  trx: Trx,
  session: MemberSession,
  readers: readonly { person: Parameters<typeof nudges.optedOut>[1][number]; id: LearnerId }[],
): ReturnType<typeof nudges.optedOut> {
  const persons = readers.map(({ person }) => person)
  await setContext(trx, { workspace: session.workspace.id, actor: 'system', relations: [], persons })
  const off = await nudges.optedOut(trx, persons)
  await setContext(trx, session.context)
  return off
}

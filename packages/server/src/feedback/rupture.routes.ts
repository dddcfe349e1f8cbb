import { ruptureEndpoints } from '@weerklank/core/feedback/rupture.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { RelationId, RuptureId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveInRelation, serveSelf } from '../access/access.ts'
import type { World } from '../deps.ts'
import { keptDays } from '../ownership/ownership.ts'
import { peopleOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { signalsOf } from './feedback.repository.ts'
import { presentRupture } from './rupture.presenter.ts'
import { note, noteLooked } from './rupture.record.ts'
import * as repository from './rupture.repository.ts'
import { serveRuptureReviews } from './rupture.reviews.ts'
import { settleSignals } from './rupture.signals.ts'
import { takeStep } from './rupture.step.ts'

/** Strain in a collaboration and its repair. What somebody keeps to herself is shown to nobody else, by the database. */
export function serveRuptures(to: MemberApi, deps: FeedbackDeps): void {
  const { world, content } = deps
  serveSelf(to, ruptureEndpoints.reflectionTexts, async () => ({
    hints: [...content.repairHints],
    prompts: [...content.journalPrompts],
  }))
  serveInRelation(to, ruptureEndpoints.listRuptures, async (session, { params }, trx) => {
    const { relation } = params
    const days = await keptDays(trx)
    const rows = await repository.rupturesOf(trx, [relation])
    await noteLooked(trx, session, { world, relation, rows })
    return { ruptures: rows.map((row) => presentRupture(row, { reader: session.member.id, keptDays: days })) }
  })
  serveRuptureReviews(to, world)
  serveNoticing(to, world)
  serveRepair(to, world)
}

function serveNoticing(to: MemberApi, world: World): void {
  serveInRelation(to, ruptureEndpoints.noticeRupture, async (session, { params, body }, trx) => {
    const { relation } = params
    await enforceKnown(trx, relation, body)
    const { id: rupture, participant, shared, signals, text, ...noticed } = body
    const at = world.now()
    const row = {
      workspace_id: session.workspace.id,
      ...{ id: rupture, relation_id: relation, participant_id: participant, author_id: session.member.id },
      ...{ ...noticed, body: text, markers: [...new Set(noticed.markers)] },
      ...{ noticed_at: at, changed_at: at, shared_at: shared ? at : null, version: 1 },
      ...{ agreement_id: null, review_on: null, outcome: null, closed_at: null },
    }
    if (await repository.insertRupture(trx, row)) {
      await note(trx, session, { world, row, action: 'rupture.noticed' })
      await settleSignals(trx, world, { session, relation, outcome: 'discussed', signals })
    }
    return presentOne(trx, session, { relation, rupture })
  })
  serveInRelation(to, ruptureEndpoints.changeRupture, async (session, { params, body }, trx) => {
    const row = await lockOrRefuse(trx, params)
    const { version, text, ...noticed } = body
    const change = { ...noticed, body: text, markers: [...new Set(noticed.markers)] }
    if (!holds(row, change)) {
      if (row.version !== version) throw new AppError('conflict')
      const next = { ...change, changed_at: world.now(), version: row.version + 1 }
      await repository.changeRupture(trx, row.id, next)
    }
    await note(trx, session, { world, row, action: 'rupture.changed' })
    return presentOne(trx, session, params)
  })
  serveInRelation(to, ruptureEndpoints.removeRupture, async (session, { params }, trx) => {
    const row = await lockOrRefuse(trx, params)
    // From the moment of sharing it is part of the file.
    if (row.shared_at !== null) throw new AppError('conflict')
    await repository.deleteRupture(trx, row.id)
    await note(trx, session, { world, row, action: 'rupture.removed' })
    return { done: true } as const
  })
}

function serveRepair(to: MemberApi, world: World): void {
  serveInRelation(to, ruptureEndpoints.shareRupture, async (session, { params, body }, trx) => {
    const row = await lockOrRefuse(trx, params)
    if (row.shared_at === null) {
      // What she saw when she decided to share is what is shared.
      if (row.version !== body.version) throw new AppError('conflict')
      const at = world.now()
      await repository.setShared(trx, row.id, at)
      await note(trx, session, { world, row: { ...row, shared_at: at }, action: 'rupture.shared' })
    } else await note(trx, session, { world, row, action: 'rupture.read' })
    return presentOne(trx, session, params)
  })
  serveInRelation(to, ruptureEndpoints.stepRupture, async (session, { params, body }, trx) => {
    const { relation, rupture, step } = params
    const row = await lockOrRefuse(trx, params)
    const isNew = await takeStep(trx, session, { world, relation, rupture, step, input: body, row })
    const done = body.state === 'open' ? 'rupture.step-undone' : 'rupture.step-taken'
    await note(trx, session, { world, row, action: isNew ? done : 'rupture.read' })
    return presentOne(trx, session, params)
  })
}

type Place = { relation: RelationId; rupture: RuptureId }

async function lockOrRefuse(trx: Trx, of: Place): Promise<repository.RuptureWithSteps> {
  const row = await repository.lockRupture(trx, of)
  if (row === undefined) throw new AppError('not-found')
  return row
}

async function presentOne(trx: Trx, session: MemberSession, of: Place) {
  const row = await repository.lockRupture(trx, of)
  // The id is of somebody else's, which is nobody's business.
  if (row === undefined) throw new AppError('conflict')
  return presentRupture(row, { reader: session.member.id, keptDays: await keptDays(trx) })
}

function holds(
  row: repository.RuptureRow,
  change: Pick<repository.RuptureRow, 'kind' | 'markers' | 'salience' | 'body'>,
) {
  return (
    row.kind === change.kind &&
    row.salience === change.salience &&
    row.body === change.body &&
    row.markers.join() === change.markers.join()
  )
}

async function enforceKnown(
  trx: Trx,
  relation: RelationId,
  wanted: { participant: string; signals: readonly string[] },
): Promise<void> {
  const people = (await peopleOf(trx, [relation])).get(relation) ?? []
  if (!people.some(({ id }) => id === wanted.participant)) {
    throw new AppError('invalid-input', { fields: { participant: 'unknown' } })
  }
  if (wanted.signals.length === 0) return
  const known = new Set<string>((await signalsOf(trx, [relation], 'open')).map(({ id }) => id))
  if (wanted.signals.some((id) => !known.has(id))) throw new AppError('not-found')
}

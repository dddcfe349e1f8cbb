import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { RelationId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { peopleOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import { serveCaseload } from './caseload.routes.ts'
import { serveChallenges } from './challenge.routes.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { serveInvitations } from './feedback.invitations.ts'
import { serveOverview } from './feedback.overview.ts'
import {
  answeredLongAgo,
  presentAgreement,
  presentInvitations,
  presentResponse,
  presentSignal,
  presentSignals,
} from './feedback.presenter.ts'
import * as repository from './feedback.repository.ts'
import { serveFittingChecks } from './fitting-checks.ts'
import { serveForms } from './form.routes.ts'
import { serveFormBuilding } from './form-build.routes.ts'
import { serveFormInvitations } from './form-invitation.routes.ts'
import { serveMutual } from './mutual.routes.ts'
import { servePlans } from './plan.routes.ts'
import { serveRuptures } from './rupture.routes.ts'
import { serveSupervision } from './supervision.routes.ts'
import { serveWaysIn } from './ways-in.routes.ts'

/** Checks, signals and agreements, for the members of a relation. */
export function serveFeedback(to: MemberApi, deps: FeedbackDeps): void {
  serveInRelation(to, feedbackEndpoints.relationFeedback, async (session, { params }, trx) => {
    await recordDeed(trx, deps.world, { session, relation: params.relation, action: 'feedback.read' })
    return loadFeedback(trx, params.relation, deps)
  })
  serveSignals(to, deps.world)
  serveAgreements(to, deps.world)
  serveInvitations(to, deps)
  serveFittingChecks(to, deps)
  serveOverview(to, deps)
  serveFormInvitations(to, deps)
  serveRuptures(to, deps)
  serveMutual(to, deps)
  servePlans(to, deps)
  serveWaysIn(to, deps)
  serveForms(to, deps)
  serveFormBuilding(to, deps)
  serveSupervision(to, deps)
  serveCaseload(to, deps)
  serveChallenges(to, deps)
}

async function loadFeedback(trx: Trx, relation: RelationId, deps: FeedbackDeps) {
  const responses = await repository.responsesOf(trx, [relation])
  const known = { answers: responses, without: answeredLongAgo(responses) }
  const [invitations, signals, agreements] = await Promise.all([
    repository.invitationsOf(trx, [relation], known),
    repository.signalsOf(trx, [relation], 'all'),
    repository.agreementsOf(trx, [relation]),
  ])
  const { contactCheck, instruments, openers } = deps.content
  // The words of the invitation, so that an old answer keeps the question it was given to.
  const ownWords = new Map(
    invitations.flatMap((row): [string, { ownWords: string }][] =>
      row.own_words === null ? [] : [[row.response_id, { ownWords: row.own_words }]],
    ),
  )
  const asked = new Set([contactCheck.id, ...responses.map((row) => row.instrument_id)])
  const used = [...new Set(responses.map((row) => `${row.instrument_id}@${row.instrument_version}`))]
  return {
    instruments: [...new Set([contactCheck, ...used.flatMap((key) => instruments.get(key) ?? [])])],
    responses: responses.map((row) => ({ ...presentResponse(row), ...ownWords.get(row.id) })),
    invitations: presentInvitations(invitations, deps.world.now()),
    signals: presentSignals(signals),
    agreements: agreements.map(presentAgreement),
    // Those of the contact check fit every check of its family, and their rules fit any.
    openers: [...asked].flatMap((id) => openers.get(id) ?? []),
  }
}

function serveSignals(to: MemberApi, world: World): void {
  serveInRelation(to, feedbackEndpoints.closeSignals, async (session, { params, body }, trx) => {
    const { relation } = params
    await enforceSignals(trx, relation, body.signals)
    const { outcome, note } = body
    const close = outcome && { outcome, note, at: world.now(), by: session.member.id }
    await settle(trx, session, { world, relation, signals: body.signals, close })
    const after = await repository.signalsOf(trx, [relation], 'all')
    return { signals: after.filter((row) => body.signals.includes(row.id)).map(presentSignal) }
  })
}

type Closing = {
  world: World
  relation: RelationId
  signals: Parameters<typeof repository.closeSignals>[1]['signals']
  close: Parameters<typeof repository.closeSignals>[2]
}

async function settle(trx: Trx, session: MemberSession, closing: Closing): Promise<void> {
  const { world, relation, signals, close } = closing
  await repository.closeSignals(trx, { relation, signals }, close)
  await repository.refreshAttention(trx, relation)
  const action = close === null ? 'signal.reopened' : 'signal.closed'
  for (const subject of new Set(signals)) await recordDeed(trx, world, { session, relation, action, subject })
}

function serveAgreements(to: MemberApi, world: World): void {
  serveInRelation(to, feedbackEndpoints.agree, async (session, { params, body }, trx) => {
    const { relation } = params
    await enforcePeople(trx, relation, body.participants)
    await enforceSignals(trx, relation, body.signals)
    const row = {
      workspace_id: session.workspace.id,
      id: body.id,
      relation_id: relation,
      body: body.text,
      ask_back: body.askBack,
      made_at: world.now(),
      ended_at: null,
      created_by: session.member.id,
    }
    if (await repository.insertAgreement(trx, row, [...new Set(body.participants)])) {
      const close = { outcome: 'agreed' as const, note: '', at: world.now(), by: session.member.id }
      await settle(trx, session, { world, relation, signals: body.signals, close })
      await recordDeed(trx, world, { session, relation, action: 'agreement.made', subject: body.id })
    }
    return presentOne(trx, relation, body.id)
  })
  serveInRelation(to, feedbackEndpoints.endAgreement, async (session, { params, body }, trx) => {
    const { relation, agreement } = params
    await repository.setEnded(trx, { relation, agreement }, body.ended ? world.now() : null)
    const presented = await presentOne(trx, relation, agreement)
    const action = body.ended ? 'agreement.ended' : 'agreement.resumed'
    await recordDeed(trx, world, { session, relation, action, subject: agreement })
    return presented
  })
}

async function presentOne(trx: Trx, relation: RelationId, id: string) {
  const row = (await repository.agreementsOf(trx, [relation])).find((one) => one.id === id)
  if (row === undefined) throw new AppError('not-found')
  return presentAgreement(row)
}

async function enforceSignals(trx: Trx, relation: RelationId, wanted: readonly string[]): Promise<void> {
  if (wanted.length === 0) return
  const known = new Set<string>((await repository.signalsOf(trx, [relation], 'all')).map((row) => row.id))
  if (wanted.some((id) => !known.has(id))) throw new AppError('not-found')
}

async function enforcePeople(trx: Trx, relation: RelationId, wanted: readonly string[]): Promise<void> {
  const people = (await peopleOf(trx, [relation])).get(relation) ?? []
  const known = new Set<string>(people.map((person) => person.id))
  if (wanted.some((id) => !known.has(id)))
    throw new AppError('invalid-input', { fields: { participants: 'unknown' } })
}

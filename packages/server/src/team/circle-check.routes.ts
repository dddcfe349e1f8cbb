import type { AuditAction } from '@weerklank/core/audit/audit'
import { AppError } from '@weerklank/core/shared/errors'
import type { CircleCheckId, MeetingId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import { addMilliseconds, dayBounds, localDay } from '@weerklank/core/shared/time'
import { mayMakeCheck, mayTalkOn, mayWithdrawCheck, wrongSize } from '@weerklank/core/team/circle-check'
import { type CircleCheckList, circleCheckEndpoints } from '@weerklank/core/team/circle-check.contract'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { type Context, setContext } from '../db/context.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Trx } from '../schema.ts'
import { circleToAsk, personIn } from './circle.open.ts'
import { findCircle, peopleOf } from './circle.repository.ts'
import { answerCheck, takeBackAnswer } from './circle-check.answer.ts'
import { circleCheckAskKind } from './circle-check.ask.ts'
import { circleCheckCloseKind } from './circle-check.job.ts'
import {
  type CircleCheckDeps,
  dayFor,
  factsOf,
  type Looker,
  loadCheck,
  loadChecks,
} from './circle-check.load.ts'
import * as checks from './circle-check.repository.ts'
import { knownMeeting, meetingsToCome } from './talk.ts'

const done = { done: true } as const

/** Checks of a circle for its people with an account: what can be asked, one's own answer, what came out. */
export function serveCircleChecks(to: MemberApi, deps: CircleCheckDeps): void {
  serveInRelation(to, circleCheckEndpoints.list, async (session, { params: { relation } }, trx) => {
    const looker = await asHerself(trx, session, relation)
    await note(trx, session, { deps, relation, action: 'circle.checks-read' })
    return listOf(trx, session, { deps, relation, looker })
  })
  serveInRelation(to, circleCheckEndpoints.get, async (session, { params }, trx) => {
    const looker = await asHerself(trx, session, params.relation)
    await note(trx, session, { deps, ...params, action: 'circle.check-read' })
    const loaded = await loadCheck(trx, { deps, ...params, looker })
    const mayPlanTalk = mayKeep(session, params.relation)
    const meetings = await meetingsToCome(trx, { relation: params.relation, timeZone: looker.timeZone })
    const isStill = mayWithdrawCheck(loaded, deps.world.now()).allowed
    return { ...loaded, meetings, mayPlanTalk, mayWithdraw: mayPlanTalk && isStill }
  })
  serveInRelation(to, circleCheckEndpoints.answer, async (session, { params, body }, trx) => {
    const asked = await asAsked(trx, session, params.relation)
    const isOpen = await answerCheck(trx, { deps, ...asked, ...params }, body)
    if (isOpen) session.changed.add(params.relation)
    return done
  })
  serveInRelation(to, circleCheckEndpoints.takeBack, async (session, { params }, trx) => {
    const { me } = await asAsked(trx, session, params.relation)
    await takeBackAnswer(trx, { me, ...params })
    return done
  })
  serveMaking(to, deps)
  serveWithdrawing(to, deps)
}

function serveMaking(to: MemberApi, deps: CircleCheckDeps): void {
  serveInRelation(to, circleCheckEndpoints.make, async (session, { params: { relation }, body }, trx) => {
    const looker = await asHerself(trx, session, relation)
    const row = await plannedRow(trx, session, { deps, relation, looker, body })
    if (!(await checks.insertCheck(trx, row))) {
      // The same once more, as after an answer that got lost, changes nothing.
      if ((await checks.lockCheck(trx, { relation, check: row.id })) === undefined)
        throw new AppError('conflict')
      return done
    }
    const payload = { workspace: row.workspace_id, relation, check: row.id }
    await enqueue(trx, deps.world, {
      ...{ kind: circleCheckCloseKind, key: row.id, payload, runAt: row.closes_at },
    })
    await enqueue(trx, deps.world, {
      ...{ kind: circleCheckAskKind, key: row.id, payload, runAt: row.asks_from },
    })
    await note(trx, session, { deps, relation, check: row.id, action: 'circle.check-made' })
    return done
  })
  serveInRelation(to, circleCheckEndpoints.planTalk, async (session, { params, body }, trx) => {
    const { relation, check } = params
    const looker = await asHerself(trx, session, relation)
    const row = await checks.lockCheck(trx, { relation, check })
    if (row === undefined) throw new AppError('not-found')
    if (!mayKeep(session, relation)) throw new AppError('not-allowed')
    const openedOn = row.opened_at === null ? null : dayFor(row.opened_at, looker)
    // It closes as that day ends.
    const closesOn = dayFor(addMilliseconds(row.closes_at, -1), looker)
    const may = mayTalkOn(body.talkOn, { closesOn, openedOn })
    if (!may.allowed) throw new AppError('invalid-input', { fields: { talkOn: may.reason } })
    await knownMeeting(trx, { relation, meeting: body.meeting })
    if (!(await checks.updateTalk(trx, { check, ...body }))) throw new AppError('conflict')
    await note(trx, session, { deps, relation, check, action: 'circle.check-talk-planned' })
    return done
  })
}

/** Who answered is not looked at: whoever takes a check away learns nothing of it, and a repeat is answered as the first time. */
function serveWithdrawing(to: MemberApi, deps: CircleCheckDeps): void {
  serveInRelation(to, circleCheckEndpoints.withdraw, async (session, { params }, trx) => {
    const { relation, check } = params
    if (!mayKeep(session, relation)) throw new AppError('not-allowed')
    const row = await checks.lockCheck(trx, { relation, check })
    if (row === undefined) return done
    if (!mayWithdrawCheck(factsOf(row), deps.world.now()).allowed) throw new AppError('conflict')
    await checks.deleteCheck(trx, check)
    await note(trx, session, { deps, relation, check, action: 'circle.check-withdrawn' })
    return done
  })
}

type Made = {
  id: CircleCheckId
  instrument: { id: string; version: number }
  asksFrom: string
  closesOn: string
  talkOn: string
  meeting: MeetingId | null
  asked: readonly ParticipantId[]
}
type Making = { deps: CircleCheckDeps; relation: RelationId; looker: Looker; body: Made }

/** A check as it is stored, or the refusal: for a number that would belong to somebody, for no talk, for people who are not here. */
async function plannedRow(trx: Trx, session: MemberSession, { deps, relation, looker, body }: Making) {
  const { timeZone } = looker
  if (!mayKeep(session, relation)) throw new AppError('not-allowed')
  const now = deps.world.now()
  const circle = await circleToAsk(trx, relation, { now, timeZone })
  const asked = [...new Set(body.asked)].filter((one) => personIn(circle, one) !== undefined).toSorted()
  const days = { asksFrom: body.asksFrom, closesOn: body.closesOn, talkOn: body.talkOn }
  const today = localDay(now, timeZone)
  const may = mayMakeCheck({ asked: asked.length, ...days, today })
  if (!may.allowed) throw new AppError('invalid-input', { fields: { [fieldOf[may.reason]]: may.reason } })
  const { id, version } = body.instrument
  const named = { instrument_id: id, instrument_version: version }
  const instrument = deps.content.circleInstruments.get(`${id}@${version}`)
  if (instrument === undefined) throw new AppError('invalid-input', { fields: { instrument: 'unknown' } })
  await knownMeeting(trx, { relation, meeting: body.meeting })
  const from = dayBounds(body.asksFrom, timeZone).from
  return {
    ...{ workspace_id: session.workspace.id, id: body.id, circle_id: circle.row.id, relation_id: relation },
    ...{
      ...named,
      asks_from: body.asksFrom === today ? now : from,
      closes_at: dayBounds(body.closesOn, timeZone).to,
    },
    ...{ talk_on: body.talkOn, meeting_id: body.meeting, min_share: instrument.minShare, asked_ids: asked },
    ...{ opened_at: null, opened_by: null, opened_with: null, opened_asked: null },
    ...{ created_by: session.member.id, created_at: now, version: 1 },
  }
}

const fieldOf = {
  'too-few-people': 'asked',
  'too-many-people': 'asked',
  'no-talk': 'talkOn',
  'wrong-days': 'closesOn',
} as const

async function listOf(
  trx: Trx,
  session: MemberSession,
  of: { deps: CircleCheckDeps; relation: RelationId; looker: Looker },
): Promise<CircleCheckList> {
  const { deps, relation, looker } = of
  const { circle, checks: rows } = await loadChecks(trx, of)
  const names = new Map<string, string>(circle.sides.map(({ id, name }) => [id, name]))
  const people = circle.people.filter((one) => one.left_at === null)
  const isOver = circle.state.status !== 'running'
  const why = whyNotMake({ isOver, people: people.length, mayKeep: mayKeep(session, relation) })
  return {
    instruments: [...deps.content.circleInstruments.values()],
    checks: rows,
    people: people.map(({ participant_id, name, side_ids }) => ({
      ...{ participant: participant_id, name },
      sides: side_ids.flatMap((side) => names.get(side) ?? []),
    })),
    meetings: await meetingsToCome(trx, { relation, timeZone: looker.timeZone }),
    ...{ midcourseOn: circle.row.midcourse_on, today: dayFor(deps.world.now(), looker) },
    may: { make: why === null, why },
  }
}

function whyNotMake(of: {
  isOver: boolean
  people: number
  mayKeep: boolean
}): CircleCheckList['may']['why'] {
  if (!of.mayKeep) return 'role'
  if (of.isOver) return 'ended'
  return wrongSize(of.people)
}

/** Whoever takes part and is no guest keeps the checks of a circle. */
function mayKeep({ member }: MemberSession, relation: RelationId): boolean {
  return member.relations.get(relation) === 'takes-part' && !member.roles.includes('guest')
}

/** Her own answer is hers by her place in the collaboration: the context says which that is. */
async function asHerself(trx: Trx, session: MemberSession, relation: RelationId): Promise<Looker> {
  const circle = await findCircle(trx, relation)
  const people = circle === undefined ? [] : await peopleOf(trx, [circle.id])
  const me = people.find((one) => one.member_id === session.member.id && one.left_at === null)?.participant_id
  const context: Context = { ...session.context, ...(me && { participants: [me] }) }
  await setContext(trx, context)
  return { context, me, timeZone: session.workspace.timeZone }
}

async function asAsked(trx: Trx, session: MemberSession, relation: RelationId) {
  const { me, ...looker } = await asHerself(trx, session, relation)
  if (me === undefined) throw new AppError('not-allowed')
  return { me, ...looker }
}

type Note = { deps: CircleCheckDeps; relation: RelationId; check?: CircleCheckId; action: AuditAction }

function note(trx: Trx, session: MemberSession, { deps, relation, check, action }: Note): Promise<void> {
  return recordDeed(trx, deps.world, { session, relation, action, ...(check && { subject: check }) })
}

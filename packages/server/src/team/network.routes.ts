import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId, NetworkWaveId, RelationId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import { mayTalkOn } from '@weerklank/core/team/circle-check'
import { networkExportPurposes } from '@weerklank/core/team/network'
import { type NetworkDetails, networkEndpoints } from '@weerklank/core/team/network.contract'
import { networkCsv } from '@weerklank/core/team/network-csv'
import {
  enforceExport,
  type MemberApi,
  type MemberSession,
  PurposeRefused,
  serveInRelation,
} from '../access/access.ts'
import { record, recordDeed } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { type Network, openNetwork, standingOf } from './network.people.ts'
import { byProgram, loadMap, loadSheet, presentWave } from './network.presenter.ts'
import * as repository from './network.repository.ts'
import { tellTies, untellTies } from './network.tell.ts'
import { knownMeeting, meetingsToCome } from './talk.ts'

/** Maps of who works with whom, for members who take part in the team or network. */
export function serveNetwork(to: MemberApi, { world }: { world: World }): void {
  serveMoments(to, world)
  serveTelling(to, world)
  serveTaking(to, world)
}

function serveMoments(to: MemberApi, world: World): void {
  const open = (trx: Trx, session: MemberSession, { relation }: { relation: RelationId }) =>
    openNetwork(trx, reachOf(session, relation, world))
  serveInRelation(to, networkEndpoints.listNetwork, async (session, { params: { relation } }, trx) => {
    const network = await open(trx, session, { relation })
    const waves = await repository.wavesOf(trx, network.circle)
    await recordDeed(trx, world, { session, relation, action: 'network.listed', subject: network.circle })
    return {
      waves: waves.map((row) => presentWave(row, network.today)),
      standing: standingOf(network),
      mayBegin: network.mayAsk && mayKeep(session),
      mayPlanTalk: mayKeep(session) && !isLook(session, relation),
      meetings: await meetingsToCome(trx, { relation, timeZone: session.workspace.timeZone }),
    }
  })
  serveInRelation(to, networkEndpoints.beginNetwork, async (session, { params: { relation }, body }, trx) => {
    if (!mayKeep(session)) throw new AppError('not-allowed')
    const network = await open(trx, session, { relation })
    const row = await begin(trx, network, { session, body })
    await recordDeed(trx, world, { session, relation, action: 'network.begun', subject: row.id })
    return presentWave(row, network.today)
  })
  serveInRelation(to, networkEndpoints.getNetwork, async (session, { params, query }, trx) => {
    const { relation, wave } = params
    const network = await open(trx, session, { relation })
    await recordDeed(trx, world, { session, relation, action: 'network.read', subject: wave })
    return present(trx, network, { wave, since: query.since ?? null, isLook: isLook(session, relation) })
  })
  serveInRelation(to, networkEndpoints.removeNetwork, async (session, { params }, trx) => {
    const { relation, wave } = params
    if (!mayKeep(session)) throw new AppError('not-allowed')
    const network = await open(trx, session, { relation })
    await byProgram(trx, network, async () => {
      const row = await repository.lockWave(trx, { relation, wave })
      if (row === undefined) throw new AppError('not-found')
      if ((await repository.answeredIn(trx, wave)).size > 0) throw new AppError('conflict')
    })
    await repository.deleteWave(trx, wave)
    await recordDeed(trx, world, { session, relation, action: 'network.removed', subject: wave })
    return { done: true as const }
  })
  serveInRelation(to, networkEndpoints.planNetworkTalk, async (session, { params, body }, trx) => {
    const { relation, wave } = params
    if (!mayKeep(session)) throw new AppError('not-allowed')
    await planTalk(trx, await open(trx, session, { relation }), { wave, body })
    await recordDeed(trx, world, { session, relation, action: 'network.talk-planned', subject: wave })
    return { done: true as const }
  })
}

function serveTelling(to: MemberApi, world: World): void {
  serveInRelation(to, networkEndpoints.tellNetwork, async (session, { params, body }, trx) => {
    const { relation, wave } = params
    const network = await openNetwork(trx, reachOf(session, relation, world), { toStore: true })
    await tellTies(trx, network, { wave, told: body.ties })
    await recordDeed(trx, world, { session, relation, action: 'network.told', subject: wave })
    return present(trx, network, { wave, since: null, isLook: false })
  })
  serveInRelation(to, networkEndpoints.untellNetwork, async (session, { params }, trx) => {
    const { relation, wave } = params
    await untellTies(trx, await openNetwork(trx, reachOf(session, relation, world)), wave)
    await recordDeed(trx, world, { session, relation, action: 'network.untold', subject: wave })
    return { done: true as const }
  })
}

function serveTaking(to: MemberApi, world: World): void {
  serveInRelation(to, networkEndpoints.exportNetwork, async (session, { params, body }, trx) => {
    enforceExport(body.purpose)
    // People agreed that those of the team or network see it, and nobody else.
    if (!networkExportPurposes.some((one) => one === body.purpose)) throw new PurposeRefused(body.purpose)
    const { relation, wave } = params
    const network = await openNetwork(trx, reachOf(session, relation, world))
    const details = await present(trx, network, { wave, since: body.since, isLook: false })
    if (details.state !== 'closed') throw new AppError('conflict')
    await record(trx, world, {
      ...{ workspace: session.workspace.id, actor: session.member.id, roles: session.member.roles },
      ...{ action: 'network.exported', basis: session.member.relations.get(relation) ?? 'takes-part' },
      ...{ subject: { kind: 'network', id: wave, purpose: body.purpose }, relation, token: session.token },
    })
    return { name: `kaart-${wave}`, csv: networkCsv(details, body.language), details }
  })
}

function reachOf(session: MemberSession, relation: RelationId, world: World) {
  const { workspace, context, member } = session
  return { workspace, context, relation, now: world.now(), me: { member: member.id } }
}

/** A guest takes part; beginning a moment is for the people of the house. */
const mayKeep = ({ member }: MemberSession) => !member.roles.includes('guest')

/** The map was agreed to for the people of the team or network: whoever looks in for an emergency is none of them. */
const isLook = ({ member }: MemberSession, relation: RelationId) =>
  member.relations.get(relation) === 'emergency'

type Body = {
  id: NetworkWaveId
  title: string
  closesOn: string
  talkOn: string
  meeting: MeetingId | null
}

/** Begins a moment that is talked about after it shuts; the same again by its identifier gives what is there. */
async function begin(
  trx: Trx,
  network: Network,
  { session, body }: { session: MemberSession; body: Body },
): Promise<repository.WaveRow> {
  const { reach, circle, today } = network
  const known = await repository.findWave(trx, { relation: reach.relation, wave: body.id })
  if (known !== undefined) return known
  if (body.closesOn < today) throw new AppError('invalid-input', { fields: { closesOn: 'past' } })
  const may = mayTalkOn(body.talkOn, { closesOn: body.closesOn, openedOn: null })
  if (!may.allowed) throw new AppError('invalid-input', { fields: { talkOn: may.reason } })
  if (!network.mayAsk) throw new AppError('conflict')
  await knownMeeting(trx, { relation: reach.relation, meeting: body.meeting })
  const row: repository.WaveRow = {
    ...{ workspace_id: reach.workspace.id, relation_id: reach.relation, circle_id: circle, id: body.id },
    ...{ title: body.title, opened_on: today, closes_on: body.closesOn, closed_at: null },
    ...{ talk_on: body.talkOn, meeting_id: body.meeting },
    ...{ created_by: session.member.id, created_at: reach.now },
  }
  if (!(await repository.insertWave(trx, row))) throw new AppError('conflict')
  return row
}

type Planned = { wave: NetworkWaveId; body: Pick<Body, 'talkOn' | 'meeting'> }

/** Moves the talk. A moment is changed by the program alone, so that nobody shuts one by hand. */
async function planTalk(trx: Trx, network: Network, { wave, body }: Planned): Promise<void> {
  const { relation, workspace } = network.reach
  await knownMeeting(trx, { relation, meeting: body.meeting })
  await byProgram(trx, network, async () => {
    const row = await repository.lockWave(trx, { relation, wave })
    if (row === undefined) throw new AppError('not-found')
    const openedOn = row.closed_at === null ? null : localDay(row.closed_at, workspace.timeZone)
    const may = mayTalkOn(body.talkOn, { closesOn: row.closes_on, openedOn })
    if (!may.allowed) throw new AppError('invalid-input', { fields: { talkOn: may.reason } })
    await repository.moveTalk(trx, wave, body)
  })
}

/** A moment as whoever asks may have it. */
export async function present(
  trx: Trx,
  network: Network,
  of: { wave: NetworkWaveId; since: NetworkWaveId | null; isLook: boolean },
): Promise<NetworkDetails> {
  const { relation } = network.reach
  const row = await repository.findWave(trx, { relation, wave: of.wave })
  if (row === undefined) throw new AppError('not-found')
  const wave = presentWave(row, network.today)
  if (of.isLook) return { state: 'hidden', wave }
  if (wave.state === 'open') {
    const sheet = await loadSheet(trx, network, row)
    const answered = await byProgram(trx, network, () => repository.answeredIn(trx, row.id))
    return { state: 'open', wave, sheet, answered: answered.size, size: network.members.length }
  }
  return loadMap(trx, network, { row, since: await earlier(trx, network, of.since) })
}

/** The moment to lay beside it: of the same team or network, and shut. */
async function earlier(
  trx: Trx,
  { reach: { relation }, today }: Network,
  since: NetworkWaveId | null,
): Promise<repository.WaveRow | null> {
  if (since === null) return null
  const row = await repository.findWave(trx, { relation, wave: since })
  if (row === undefined || presentWave(row, today).state === 'open') throw new AppError('not-found')
  return row
}

import type { Role } from '@weerklank/core/access/access'
import type { AuditAction } from '@weerklank/core/audit/audit'
import { applyLive, maySpeakFor } from '@weerklank/core/dialogue/live'
import type { LiveCommand } from '@weerklank/core/dialogue/live.commands'
import type { LiveAnswer, LiveContribution, LiveView } from '@weerklank/core/dialogue/live.contract'
import {
  isOpen,
  isSealed,
  type LivePlace,
  type LiveState,
  startLive,
} from '@weerklank/core/dialogue/live.state'
import { heardMark } from '@weerklank/core/dialogue/live.turns'
import { dotSpent, mayWrite, ownOf, roomOf, type SeatedPlace } from '@weerklank/core/dialogue/live.view'
import { mayInMeeting, type PlannedStep } from '@weerklank/core/dialogue/meeting'
import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId, PlaceId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Insertable } from 'kysely'
import { record } from '../audit/audit.ts'
import { actorText, type Context, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { planAfter } from './after.ask.ts'
import {
  asProgram,
  insertEvent,
  keepText,
  openRound,
  ownTextsOf,
  stateOf,
  writeLive,
} from './live.repository.ts'
import type { MeetingEventTable } from './live.table.ts'
import { namelessId, wallOf } from './live.wall.ts'
import { findMeeting, lockMeeting, type MeetingRow, type PlaceRow, placesOf } from './meeting.repository.ts'
import { beginMeeting, endMeeting } from './meeting.status.ts'
import type { MeetingTextTable } from './meeting.table.ts'

/** Who asks something of a meeting: a place at its table, in a transaction whose context is hers. */
export type Asking = {
  workspace: WorkspaceId
  meeting: MeetingId
  context: Context
  place: PlaceId
  /** What a colleague is besides. */
  roles?: readonly Role[]
}

/** What was asked, with whether everybody has to be told that the meeting went on. */
export type Asked = { answer: LiveAnswer; isTold: boolean }

const done = { done: true, reason: null }
const refusedBecause = (reason: string): Asked => ({ answer: { done: false, reason }, isTold: false })

/** Everybody who sits at the table, in its order. */
export function seated(places: readonly PlaceRow[]): SeatedPlace[] {
  return places
    .filter(({ left_at }) => left_at === null)
    .map(({ id, name, voice, role, member_id }) => ({ id, name, voice, role, isMember: member_id !== null }))
}

type Held = { row: MeetingRow; places: readonly PlaceRow[]; table: SeatedPlace[]; by: SeatedPlace }

/** The meeting, held until the end of the transaction, with the program at work. */
async function hold(trx: Trx, ask: Asking): Promise<Held> {
  await setContext(trx, asProgram(ask))
  const row = await lockMeeting(trx, ask.meeting)
  const places = await placesOf(trx, [ask.meeting])
  const table = seated(places)
  const by = table.find(({ id }) => id === ask.place)
  if (row === undefined || by === undefined) throw new AppError('not-found')
  return { row, places, table, by }
}

/** Begins a meeting, with its first step; begun already it goes on as it is. */
export async function beginLive(trx: Trx, world: World, ask: Asking): Promise<Asked> {
  const { row, places, table, by } = await hold(trx, ask)
  if (stateOf(row) !== null) return { answer: done, isTold: false }
  const may = mayInMeeting(makerOf(row, places, by), row.status, 'begin')
  if (!may.allowed) return refusedBecause(may.reason)
  const now = world.now()
  const begun = await beginMeeting(trx, { context: asProgram(ask), meeting: ask.meeting, now })
  await planAfter(trx, world, begun)
  const state = startLive({ steps: begun.format.steps, by, places: table, now })
  await writeLive(trx, begun, state)
  await keepEvent(trx, world, { ...ask, event: { kind: 'begin', step_key: state.step, reason: null } })
  await note(trx, world, { ...ask, row, action: 'meeting.live-begun' })
  return { answer: done, isTold: true }
}

function makerOf(row: MeetingRow, places: readonly PlaceRow[], { id, role, isMember }: LivePlace) {
  const member = places.find((place) => place.id === id)?.member_id ?? null
  return { role, isMember, isMaker: member !== null && member === row.created_by }
}

/** Asks something of a meeting that is held. Whatever the screen knew, what is done is decided here, one after the other. */
export async function commandLive(
  trx: Trx,
  world: World,
  { command, ...ask }: Asking & { command: LiveCommand },
): Promise<Asked> {
  const { row, table, by } = await hold(trx, ask)
  const state = stateOf(row)
  if (state === null) return refusedBecause('not-begun')
  const now = world.now()
  const outcome = applyLive(state, command, { now, by, places: table })
  if (!outcome.allowed) return refusedBecause(outcome.reason)
  const next =
    command.do === 'reveal' ? await opened(trx, ask, { state: outcome.state, command, now }) : outcome.state
  if (next !== state) await writeLive(trx, row, next)
  if (outcome.log !== null) await keepEvent(trx, world, { ...ask, event: eventOf(command, outcome.log) })
  if (state.endedAt === null && next.endedAt !== null) {
    const ended = await endMeeting(trx, { context: asProgram(ask), meeting: ask.meeting, now })
    await planAfter(trx, world, ended)
  }
  const action = actionOf(command, outcome.log !== null)
  if (action !== null) await note(trx, world, { ...ask, row, action })
  return { answer: done, isTold: next.version !== state.version }
}

type EventOf = Pick<MeetingEventTable, 'kind' | 'step_key' | 'reason'>

const eventOf = ({ do: kind }: LiveCommand, log: { step: string; reason: string | null }): EventOf => ({
  ...{ kind, step_key: log.step, reason: log.reason },
})

function keepEvent(trx: Trx, world: World, { event, ...ask }: Asking & { event: EventOf }): Promise<void> {
  const { workspace: workspace_id, meeting: meeting_id, place: place_id } = ask
  return insertEvent(trx, {
    workspace_id,
    id: world.newId(),
    meeting_id,
    place_id,
    at: world.now(),
    ...event,
  })
}

/** Opens what was written, and counts as heard who wrote it with a name: from now on everybody reads that anyway. */
async function opened(
  trx: Trx,
  ask: Asking,
  of: { state: LiveState; command: Extract<LiveCommand, { do: 'reveal' }>; now: Instant },
): Promise<LiveState> {
  const { step, round } = of.command
  await setContext(trx, asProgram({ ...ask, opens: true }))
  const authors = await openRound(trx, { meeting: ask.meeting, step, round, now: of.now })
  await setContext(trx, asProgram(ask))
  const people = { ...of.state.people }
  for (const author of authors) people[author] = heardMark(people[author])
  return { ...of.state, people }
}

type Noted = Asking & { row: MeetingRow; action: AuditAction }

/** What stands in the record: what who leads did. Marks and writing stand nowhere. */
function actionOf(command: LiveCommand, isKept: boolean): AuditAction | null {
  if (!isKept) return null
  if (command.do === 'reveal') return 'meeting.live-opened'
  if (command.do === 'take-over') return 'meeting.live-taken-over'
  return command.do === 'end' ? 'meeting.live-ended' : 'meeting.live-led'
}

async function note(trx: Trx, world: World, { row, action, ...ask }: Noted): Promise<void> {
  await setContext(trx, ask.context)
  await record(trx, world, {
    ...{ workspace: ask.workspace, actor: actorText(ask.context.actor), action },
    ...{ subject: { kind: 'meeting', id: ask.meeting }, relation: row.relation_id },
    ...(ask.roles === undefined ? { basis: 'own-link' } : { basis: 'takes-part', roles: ask.roles }),
  })
}

type Writing = {
  ask: Asking
  text: LiveContribution
  state: LiveState
  step: PlannedStep
  place: PlaceRow
  now: Instant
}

/** Keeps what somebody wrote. Where it is closed nobody is told, and nothing in the record or the state says that it came. */
export async function writeLiveText(
  trx: Trx,
  world: World,
  { text, ...ask }: Asking & { text: LiveContribution },
): Promise<Asked> {
  const { row, places, by } = await hold(trx, ask)
  const state = stateOf(row)
  if (state === null) return refusedBecause('not-begun')
  const place = places.find(({ id }) => id === (text.as ?? ask.place))
  if (place === undefined || !maySpeakFor(state, by, place.id)) return refusedBecause('speaks-herself')
  const may = mayWrite(state, place, text)
  const step = state.steps.find(({ key }) => key === text.step)
  if (!may.allowed || step === undefined) return refusedBecause(may.allowed ? 'no-such-step' : may.reason)
  if (step.input === 'vote' && !(await isOnWall(trx, ask.meeting, { state, key: text.body }))) {
    return refusedBecause('no-such-card')
  }
  await setContext(trx, asProgram({ ...ask, for: place.id }))
  const kept = await keepText(trx, rowOf({ ask, text, state, step, place, now: world.now() }))
  if (kept === 'not-hers') return refusedBecause('not-yours')
  await setContext(trx, asProgram(ask))
  const next = kept === 'new' ? afterWriting(state, step, place.id) : state
  if (next !== state) await writeLive(trx, row, next)
  return { answer: done, isTold: isOpen(state, text) }
}

async function isOnWall(trx: Trx, meeting: MeetingId, of: { state: LiveState; key: string }) {
  const { texts } = await wallOf(trx, meeting, of.state)
  return texts.some(({ key }) => key === of.key)
}

const kinds = { text: 'text', cards: 'card', vote: 'vote', round: 'round', none: 'text' } as const

function rowOf({ ask, text, state, step, place, now }: Writing): Insertable<MeetingTextTable> {
  const isNameless = step.isAnonymous === true
  // What is written in silence all has one moment, so that no order tells who was first.
  const at = isSealed(state, step) ? state.startedAt : now
  return {
    ...{ workspace_id: ask.workspace, meeting_id: ask.meeting, step_key: text.step, round: text.round },
    id: isNameless ? namelessId(ask.meeting, text.id) : text.id,
    ...(isNameless
      ? { place_id: null, person_id: null }
      : { place_id: place.id, person_id: place.person_id }),
    ...{ kind: kinds[step.input], body: text.body, is_anonymous: isNameless },
    ...{ at, changed_at: at, revealed_at: isOpen(state, text) ? now : null },
  }
}

/** A dot is counted for who gave it; who wrote in the open is heard. Of what is closed the state says nothing. */
function afterWriting(state: LiveState, step: PlannedStep, place: PlaceId): LiveState {
  const next = step.input === 'vote' ? dotSpent(state, place) : state
  if (isSealed(state, step)) return next
  const people = { ...next.people, [place]: heardMark(next.people[place]) }
  return { ...next, people, version: state.version + 1 }
}

/** The meeting as one place at its table may know it; null before it begins. The record says that she looked. */
export async function viewLive(trx: Trx, world: World, ask: Asking): Promise<LiveView | null> {
  await setContext(trx, asProgram({ ...ask, for: ask.place }))
  const row = await findMeeting(trx, ask.meeting)
  const table = seated(await placesOf(trx, [ask.meeting]))
  const by = table.find(({ id }) => id === ask.place)
  if (row === undefined || by === undefined) throw new AppError('not-found')
  const state = stateOf(row)
  const view = state === null ? null : await shownTo(trx, { ...ask, by, table, row, state, now: world.now() })
  await note(trx, world, { ...ask, row, action: 'meeting.live-read' })
  return view
}

type Shown = Asking & Omit<Held, 'places'> & { state: LiveState; now: Instant }

async function shownTo(trx: Trx, { by, table, row, state, now, ...ask }: Shown): Promise<LiveView> {
  const own = await ownTextsOf(trx, { ...ask, step: state.step })
  return {
    title: row.title,
    room: roomOf(state, table, now),
    own: ownOf(state, { by, places: table, now }),
    wall: await wallOf(trx, ask.meeting, state),
    written: own.map(({ id, round, body }) => ({ id, place: ask.place, round, body })),
  }
}

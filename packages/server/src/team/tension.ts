import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId, TensionId } from '@weerklank/core/shared/ids'
import { addDays, type Day, localDay } from '@weerklank/core/shared/time'
import {
  fieldsWithNames,
  type Lean,
  lookOutcome,
  type TensionPair,
  type TensionWords,
  tensionLimits,
} from '@weerklank/core/team/tension'
import type { Tension, TensionInput, TensionRegister } from '@weerklank/core/team/tension.contract'
import { setContext } from '../db/context.ts'
import { tablesNamed, tablesOf } from '../dialogue/dialogue.ts'
import type { Trx } from '../schema.ts'
import { type AtCircle, mayWriteAt, todayAt, withinCircle, writerAt } from './circle.at.ts'
import * as repository from './tension.repository.ts'

/** How far back the register looks: as long as between two looks at a network (domain.md §1.4, T1 to T2). */
const beforeDays = 42

/** The register of a circle as one of its people reads it; the context is as it was afterwards. */
export async function loadTensions(trx: Trx, at: AtCircle): Promise<TensionRegister> {
  const { context, circle } = at
  const rows = await repository.tensionsOf(trx, circle.row.id)
  const named = await tablesNamed(trx, context, [...new Set(rows.flatMap((row) => row.meeting_id ?? []))])
  const looks = await countedLooks(trx, at)
  const inZone = (moment: string) => localDay(moment, at.workspace.timeZone)
  const meetings = await tablesOf(trx, circle.row.relation_id)
  const tables = new Map(
    [...named.values()].map(({ id, title, at: on }) => [id, { id, title, on: inZone(on) }]),
  )
  return {
    tensions: rows.map((row) => present(row, { at, looks, tables })),
    meetings: meetings
      .filter(({ status }) => status === 'planned')
      .map(({ id, title, at: on }) => ({ id, title, on: inZone(on) })),
    mayWrite: mayWriteAt(at),
    today: todayAt(at),
  }
}

/** Everybody's looks, to be told as numbers and words and never by name: read by the program, for that alone. */
async function countedLooks(
  trx: Trx,
  { workspace, context, circle }: AtCircle,
): Promise<repository.LookRow[]> {
  const relations = [circle.row.relation_id]
  await setContext(trx, { workspace: workspace.id, actor: 'system', relations, purpose: 'results' })
  const looks = await repository.looksOf(trx, circle.row.id)
  await setContext(trx, context)
  return looks
}

type Shown = {
  at: AtCircle
  looks: readonly repository.LookRow[]
  tables: ReadonlyMap<MeetingId, { id: MeetingId; title: string; on: Day }>
}

function present(row: repository.TensionRow, { at, looks, tables }: Shown): Tension {
  const today = todayAt(at)
  const all = looks.filter(({ tension_id }) => tension_id === row.id)
  const told = all.map(({ participant_id, looked_on, lean }) => ({
    person: participant_id,
    on: looked_on,
    lean,
  }))
  const own = all.findLast(({ participant_id }) => participant_id === at.me)
  const then = lookOutcome(told, addDays(`${today}T12:00:00.000Z`, -beforeDays).slice(0, 10))
  return {
    ...{ id: row.id, pair: row.pair, left: row.left_pole, right: row.right_pole },
    ...{ leftGood: row.left_good, rightGood: row.right_good, situation: row.situation, asks: row.asks },
    ...{ room: row.room, lookOn: row.look_on, restingSince: row.resting_since, version: row.version },
    meeting: row.meeting_id === null ? null : (tables.get(row.meeting_id) ?? null),
    now: lookOutcome(told, today),
    before: then.seen === 0 ? null : then,
    mine: own === undefined ? null : { on: own.looked_on, lean: own.lean },
  }
}

const columnsOf = (input: TensionInput) => ({
  ...{
    left_pole: input.left,
    right_pole: input.right,
    left_good: input.leftGood,
    right_good: input.rightGood,
  },
  ...{ situation: input.situation, asks: input.asks, room: input.room, meeting_id: input.meeting },
  look_on: input.lookOn,
})

/** A tension is between poles, never about a person: refused by the fields in which a name of the circle stands. */
export async function enforceInput(trx: Trx, at: AtCircle, input: TensionInput): Promise<void> {
  const words: TensionWords = {
    ...{ left: input.left, right: input.right, leftGood: input.leftGood, rightGood: input.rightGood },
    ...{ situation: input.situation, asks: input.asks },
  }
  const named = fieldsWithNames(
    words,
    at.circle.people.map(({ name }) => name),
  )
  if (named.length > 0) {
    throw new AppError('invalid-input', { fields: Object.fromEntries(named.map((field) => [field, 'name'])) })
  }
  if (input.meeting === null) return
  const tables = await tablesOf(trx, at.circle.row.relation_id)
  if (!tables.some(({ id }) => id === input.meeting)) {
    throw new AppError('invalid-input', { fields: { meeting: 'unknown' } })
  }
}

/** Puts a tension in the register; the same once more changes nothing. */
export async function addTension(
  trx: Trx,
  at: AtCircle,
  { id, pair, ...input }: TensionInput & { id: TensionId; pair: TensionPair },
): Promise<void> {
  const participant_id = writerAt(at)
  await enforceInput(trx, at, input)
  if ((await repository.tensionsOf(trx, at.circle.row.id)).length >= tensionLimits.tensions) {
    throw new AppError('invalid-input', { fields: { left: 'too-many' } })
  }
  const now = at.world.now()
  const isNew = await repository.insertTension(trx, {
    ...{ ...withinCircle(at), id, participant_id, pair, ...columnsOf(input), resting_since: null },
    ...{ created_at: now, changed_at: now, version: 1 },
  })
  if (!isNew && (await repository.findTension(trx, at.circle.row.id, id)) === undefined) {
    throw new AppError('conflict')
  }
}

/** Changes the words of a tension; `conflict` when somebody changed them since. */
export async function changeTension(
  trx: Trx,
  at: AtCircle,
  { id, version, ...input }: TensionInput & { id: TensionId; version: number },
): Promise<void> {
  writerAt(at)
  const row = await tensionIn(trx, at, id)
  // A meeting that she cannot see may stay where it was.
  await enforceInput(trx, at, { ...input, meeting: input.meeting === row.meeting_id ? null : input.meeting })
  const change = { ...columnsOf(input), changed_at: at.world.now() }
  if (!(await repository.updateTension(trx, { id, version }, change))) throw new AppError('conflict')
}

/** "Not for now", or in sight again. Never solved. */
export async function restTension(
  trx: Trx,
  at: AtCircle,
  { id, resting }: { id: TensionId; resting: boolean },
): Promise<void> {
  writerAt(at)
  const row = await tensionIn(trx, at, id)
  if ((row.resting_since !== null) === resting) return
  const change = { resting_since: resting ? todayAt(at) : null, changed_at: at.world.now() }
  if (!(await repository.updateTension(trx, row, change))) throw new AppError('conflict')
}

/** Says today that she sees a tension, and where she sees us lean. */
export async function lookAt(
  trx: Trx,
  at: AtCircle,
  { id, lean }: { id: TensionId; lean: Lean | null },
): Promise<void> {
  const participant_id = writerAt(at)
  await tensionIn(trx, at, id)
  const row = { ...withinCircle(at), tension_id: id, participant_id, looked_on: todayAt(at), lean }
  await repository.keepLook(trx, row)
}

/** Takes back all that she said of a tension, also when nothing new is asked any more. */
export async function takeBackLooks(trx: Trx, at: AtCircle, tension: TensionId): Promise<void> {
  if (at.me === null) throw new AppError('not-allowed')
  await repository.deleteLooks(trx, { tension, participant: at.me })
}

async function tensionIn(trx: Trx, at: AtCircle, id: TensionId): Promise<repository.TensionRow> {
  const row = await repository.findTension(trx, at.circle.row.id, id)
  if (row === undefined) throw new AppError('not-found')
  return row
}

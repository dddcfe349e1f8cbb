import type { CircleCheckId, RelationId } from '@weerklank/core/shared/ids'
import { addDays, type Instant, localDay } from '@weerklank/core/shared/time'
import type { CircleMark, CircleMarks } from '@weerklank/core/team/circle-check'
import type { Context } from '../db/context.ts'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { findCircle, type PersonRow, peopleOf } from '../team/circle.repository.ts'
import * as checks from '../team/circle-check.repository.ts'
import { calendarFrom } from './calendar.ts'
import { chanceOf } from './chance.ts'
import { demoId } from './identifiers.ts'
import type { Place } from './stage.ts'

/** Around what people answered at each of the two moments, and what some of them wrote. */
const items: Readonly<Record<string, readonly [before: number, now: number]>> = {
  'trust-say': [4, 7],
  'trust-count': [5, 7],
  'responsibility-ours': [4, 6],
  'responsibility-family': [2, 7],
  'direction-same': [5, 8],
  'direction-clear': [3, 8],
  'tasks-who': [3, 6],
  'tasks-fit': [6, 5],
  unsaid: [3, 5],
}
const said = [
  ['Ik hoor steeds van een ander wat er is besloten.', 'Wie belt wie als het misgaat?'],
  ['Nu vraagt iemand het eerst aan ons.', 'De taken zijn helder. Het kost wel veel tijd.'],
] as const

type Of = { place: Place; now: Instant; relation: RelationId }
type Moment = { at: 0 | 1; from: Instant; check: CircleCheckId }

/** Two checks on the four conditions in the network of the demo, six weeks apart: what changed can be seen. */
export async function holdCircleChecks(trx: Trx, of: Of): Promise<void> {
  const { place, now, relation } = of
  const calendar = calendarFrom(now, place.timeZone)
  const within: Context = {
    ...{ workspace: place.workspace, actor: { member: place.members.noor }, relations: [relation] },
    roles: ['professional'],
  }
  await setContext(trx, within)
  const circle = await findCircle(trx, relation)
  if (circle === undefined) throw new Error('The demo has no network')
  const people = (await peopleOf(trx, [circle.id])).filter((one) => one.left_at === null)
  for (const [at, from] of [calendar('-7 tue 09.00'), calendar('-1 mon 09.00')].entries()) {
    const moment: Moment = { at: at === 0 ? 0 : 1, from, check: demoId(from, `circle check ${at}`) }
    await setContext(trx, within)
    await planned(trx, of, { circle, people, moment })
    for (const [index, person] of people.entries()) await answered(trx, of, { person, index, moment })
    await setContext(trx, { ...within, actor: 'system', purpose: 'reveal' })
    const everybody = { answers: people.length, asked: people.length }
    await checks.unseal(trx, moment.check, { at: addDays(from, 3), by: 'all-in', ...everybody })
  }
}

type Planned = {
  circle: NonNullable<Awaited<ReturnType<typeof findCircle>>>
  people: readonly PersonRow[]
  moment: Moment
}

async function planned(
  trx: Trx,
  { place, relation }: Of,
  { circle, people, moment }: Planned,
): Promise<void> {
  const { from, check } = moment
  await checks.insertCheck(trx, {
    ...{ workspace_id: place.workspace, id: check, circle_id: circle.id, relation_id: relation },
    ...{
      instrument_id: 'four-conditions',
      instrument_version: 1,
      asks_from: from,
      closes_at: addDays(from, 7),
    },
    ...{ talk_on: localDay(addDays(from, 8), place.timeZone), meeting_id: null, min_share: 60 },
    ...{
      asked_ids: people.map((one) => one.participant_id),
      opened_at: null,
      opened_by: null,
      opened_with: null,
      opened_asked: null,
    },
    ...{ created_by: place.members.noor, created_at: from, version: 1 },
  })
}

type Answering = { person: PersonRow; index: number; moment: Moment }

async function answered(
  trx: Trx,
  { place, relation }: Of,
  { person, index, moment }: Answering,
): Promise<void> {
  const { participant_id: participant, side_ids: sides, circle_id: circle } = person
  const { at, from, check } = moment
  const [side] = sides
  if (side === undefined) throw new Error('Somebody of a network speaks from a side')
  await setContext(trx, { workspace: place.workspace, actor: { participant }, relations: [relation] })
  await checks.keepAnswer(trx, {
    ...{ workspace_id: place.workspace, check_id: check, participant_id: participant, circle_id: circle },
    ...{ relation_id: relation, side_id: side, marks: marksOf(index, at), sealed: true },
    ...{ words: said[at][index] ?? '', answered_at: addDays(from, Math.min(3, index)) },
  })
}

/** Near what the network as a whole answers, further apart at the first moment; one person does not know who does what. */
function marksOf(index: number, at: 0 | 1): CircleMarks {
  const chance = chanceOf(`circle check ${index} ${at}`)
  const room = at === 0 ? 3 : 2
  const marks = Object.entries(items).map(([item, around]): [string, CircleMark] => {
    const mark = Math.min(10, Math.max(0, around[at] + chance(-room, room)))
    return [item, index === 2 && item === 'tasks-who' && at === 0 ? 'unknown' : mark]
  })
  return Object.fromEntries(marks)
}

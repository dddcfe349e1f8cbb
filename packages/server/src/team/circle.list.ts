import type { RelationId } from '@weerklank/core/shared/ids'
import { screenLanguage } from '@weerklank/core/shared/language'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import { countPeople, isMidcourse, midcourseSince } from '@weerklank/core/team/circle'
import type { CircleSummary } from '@weerklank/core/team/circle.contract'
import { mayAnswer, midcourseInstrument, wrongSize } from '@weerklank/core/team/circle-check'
import type { MemberSession } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import { tablesSince } from '../dialogue/dialogue.ts'
import type { Trx } from '../schema.ts'
import { type CircleDeps, momentOf } from './circle.deps.ts'
import { stateOf } from './circle.open.ts'
import * as repository from './circle.repository.ts'
import { factsOf } from './circle-check.load.ts'
import * as checks from './circle-check.repository.ts'

/**
 * The teams and networks in whose collaboration a member takes part, in the order of the alphabet. Nothing of what came out
 * of them is here: whoever sees to several sees when each comes together, and compares nothing (peers.md D13).
 */
export async function circleList(
  trx: Trx,
  session: MemberSession,
  deps: CircleDeps,
): Promise<{ circles: CircleSummary[] }> {
  await recordOwn(trx, deps.world, { session, action: 'circle.listed' })
  const moment = momentOf({ session, deps })
  const titles = await titlesOf(trx)
  const relations = [...titles.keys()]
  await setContext(trx, { ...session.context, relations })
  const rows = await repository.circlesOf(trx, relations)
  const ids = rows.map(({ id }) => id)
  const sides = await repository.sidesOf(trx, ids)
  const people = await repository.peopleOf(trx, ids)
  const tables = await tablesSince(trx, midcourseSince(moment.now))
  const waits = await waitsOf(trx, session, { circles: rows, people, now: moment.now })
  const order = new Intl.Collator(screenLanguage(session.member.language))
  const circles = rows.map((row): CircleSummary => {
    const own = {
      sides: sides.filter(({ circle_id }) => circle_id === row.id),
      people: people.filter(({ circle_id }) => circle_id === row.id),
    }
    const { state } = stateOf(row, own, moment)
    const belonging = own.people.map(({ side_ids, left_at }) => ({ sides: side_ids, leftAt: left_at }))
    const { all: count } = countPeople(belonging)
    const isHalfWay = state.status === 'running' && isMidcourse(row.midcourse_on, moment)
    const held = tables.filter(({ relation_id }) => relation_id === row.relation_id)
    const isTalk = ({ planned_at }: (typeof held)[number]) =>
      localDay(planned_at, moment.timeZone) >= (row.midcourse_on ?? '')
    // Of few people a mark would be somebody's, and many are asked in another way: they look half-way by talking.
    const isTalkedAbout = wrongSize(count) !== null && held.some(isTalk)
    const next = held.find(({ status, planned_at }) => status === 'planned' && planned_at >= moment.now)
    return {
      ...{ relation: row.relation_id, title: titles.get(row.relation_id) ?? '', kind: row.kind },
      people: count,
      isRunning: state.status !== 'ended',
      ...{ endsOn: row.ends_on, midcourseOn: row.midcourse_on },
      isMidcourse: isHalfWay,
      next: next?.planned_at ?? null,
      waits: waits(row, isHalfWay && !isTalkedAbout),
    }
  })
  return { circles: circles.toSorted((a, b) => order.compare(a.title, b.title)) }
}

/** The collaborations in which the member takes part, by their names. */
async function titlesOf(trx: Trx): Promise<ReadonlyMap<RelationId, string>> {
  const rows = await trx.selectFrom('relation').select(['id', 'title']).execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

type Waits = (row: repository.CircleRow, isHalfWay: boolean) => CircleSummary['waits']

/** What in these circles waits for the member herself. Of others nothing is read: who answered is nobody's business. */
async function waitsOf(
  trx: Trx,
  session: MemberSession,
  of: {
    circles: readonly repository.CircleRow[]
    people: readonly repository.PersonRow[]
    now: Instant
  },
): Promise<Waits> {
  const { circles, people, now } = of
  const rows = await checks.checksOf(
    trx,
    circles.map(({ id }) => id),
  )
  const own = people.filter(({ member_id, left_at }) => member_id === session.member.id && left_at === null)
  const me = new Map(own.map(({ circle_id, participant_id }) => [circle_id, participant_id]))
  const relations = circles.map(({ relation_id }) => relation_id)
  await setContext(trx, { ...session.context, relations, participants: [...me.values()] })
  const answered = await checks.answeredBy(trx, [...me.values()])
  await setContext(trx, { ...session.context, relations })
  const mayGive = (row: checks.CheckRow) => {
    const self = me.get(row.circle_id)
    const isAsked = self !== undefined && row.asked_ids.includes(self)
    return mayAnswer(factsOf(row), { isAsked, now }).allowed
  }
  const open = rows.filter((row) => mayGive(row) && !answered.has(row.id))
  return (circle, isHalfWay) => {
    const isPlanned = (row: checks.CheckRow) =>
      row.circle_id === circle.id && row.instrument_id === midcourseInstrument
    return {
      halfWay: isHalfWay && me.has(circle.id) && !rows.some(isPlanned),
      checks: open.filter((row) => row.circle_id === circle.id).map(({ id }) => id),
    }
  }
}

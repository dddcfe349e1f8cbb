import { type Feasibility, feasibilityOf, mayPlanMeasure } from '@weerklank/core/learning/feasibility'
import { shamingWords } from '@weerklank/core/learning/nudge'
import type { NudgeContent } from '@weerklank/core/learning/nudge.content'
import type {
  Between,
  BetweenMeasure,
  BetweenNudge,
  NudgeFrom,
} from '@weerklank/core/learning/nudge.contract'
import { mayWithTrajectory } from '@weerklank/core/learning/trajectory'
import type { LearnerId, NudgeId, PersonId } from '@weerklank/core/shared/ids'
import { type Listener, say } from '@weerklank/core/shared/spoken'
import { type Day, type Instant, localDay } from '@weerklank/core/shared/time'
import type { MeasureRow, WorkFactRow } from './feasibility.repository.ts'
import type { Reader } from './nudge.readers.ts'
import { anchoredOn, type Dates, type NudgeRow, plannedNudge } from './nudge.repository.ts'
import { cardWords } from './nudge.words.ts'

/** Everything of which the page between the meetings is made. */
export type BetweenParts = {
  dates: Dates
  rows: readonly NudgeRow[]
  sent: ReadonlyMap<NudgeId, number>
  readers: readonly Reader[]
  optedOut: ReadonlySet<PersonId>
  names: ReadonlyMap<LearnerId, string>
  measures: readonly MeasureRow[]
  facts: readonly WorkFactRow[]
  content: NudgeContent
  listener: Listener
  canSendMail: boolean
  now: Instant
}

/** What a lead sees of what comes between: the plan by day, counts of people, and what stands in the way of a measure. */
export function presentBetween(of: BetweenParts): Between {
  const { dates, now } = of
  const active = of.readers.filter(({ standing }) => standing.takesPart)
  return {
    nudges: of.rows.map((row) => presentNudge(row, of)).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    cards: of.content.cards.map((card) => ({
      ...{ key: card.key, kind: card.kind, title: say(card.title, of.listener) },
      body: card.body.map((text) => say(text, of.listener)).join('\n'),
    })),
    anchors: anchorsOf(dates),
    reach: reachOf(of),
    canSendMail: of.canSendMail,
    measures: of.measures.map((row) => presentMeasure(row, { active, facts: of.facts })),
    work: active.map((reader) => ({
      ...{ learner: reader.id, name: of.names.get(reader.id) ?? '' },
      fact: factOf(of.facts.find((fact) => fact.learner_id === reader.id)),
    })),
    mayChange: mayWithTrajectory(dates.trajectory.status, 'compose').allowed,
    today: localDay(now, dates.timeZone),
  }
}

function presentNudge(row: NudgeRow, of: BetweenParts): BetweenNudge {
  const { title, body } = cardWords(row, of.content, of.listener)
  const shown = body.join('\n')
  return {
    ...{ id: row.id, kind: row.kind, card: row.card_key, title, body: shown },
    ...{ ownTitle: row.title, ownBody: row.body, url: row.url },
    ...{ from: fromOf(row), fromTitle: titleOf(row, of.dates), offsetDays: row.offset_days },
    ...{ fixedOn: row.fixed_on, day: plannedNudge(row, of.dates).day, isOn: row.is_on },
    ...{ sent: of.sent.get(row.id) ?? 0, blames: shamingWords(`${title}\n${shown}`), version: row.version },
  }
}

function fromOf({ event_id: event, moment_id: moment }: NudgeRow): NudgeFrom {
  if (event !== null) return { kind: 'event', id: event }
  return moment === null ? { kind: 'start' } : { kind: 'moment', id: moment }
}

function titleOf(row: NudgeRow, dates: Dates): string {
  const moment = dates.moments.find(({ id }) => id === row.moment_id)
  const event = dates.events.find(({ id }) => id === row.event_id)
  return event?.title ?? moment?.title ?? ''
}

function anchorsOf(dates: Dates): Between['anchors'] {
  const on = (event_id: NudgeRow['event_id'], moment_id: NudgeRow['moment_id']): Day =>
    anchoredOn({ event_id, moment_id }, dates)
  return [
    { from: { kind: 'start' }, title: '', on: dates.trajectory.starts_on },
    ...dates.events.map(({ id, title }) => ({
      ...{ from: { kind: 'event' as const, id }, title, on: on(id, null) },
    })),
    ...dates.moments.map(({ id, title }) => ({
      ...{ from: { kind: 'moment' as const, id }, title, on: on(null, id) },
    })),
  ]
}

function reachOf({ readers, optedOut, canSendMail }: BetweenParts): Between['reach'] {
  const active = readers.filter(({ standing }) => standing.takesPart)
  const open = active.filter(({ person }) => !optedOut.has(person))
  const byMail = open.filter(({ email }) => canSendMail && email !== '')
  return {
    ...{ takePart: active.length, byMail: byMail.length, pageOnly: open.length - byMail.length },
    ...{ optedOut: active.length - open.length, notNow: readers.length - active.length },
    withoutBuddy: active.filter(({ standing }) => !standing.hasBuddy).length,
  }
}

function factOf(row: WorkFactRow | undefined) {
  return row === undefined ? null : { meetings: row.meetings, stage: row.stage, parents: row.parents }
}

type Work = { active: readonly Reader[]; facts: readonly WorkFactRow[] }

/** What the answers of those who take part say of a measure. */
export function foundFor(row: Pick<MeasureRow, 'rhythm' | 'people'>, { active, facts }: Work): Feasibility {
  const ids = new Set(active.map(({ id }) => id))
  return feasibilityOf(row, {
    asked: active.length,
    answers: facts.filter((fact) => ids.has(fact.learner_id)),
  })
}

function presentMeasure(row: MeasureRow, work: Work): BetweenMeasure {
  const found = foundFor(row, work)
  const may = mayPlanMeasure(found, '')
  return {
    ...{ id: row.id, name: row.name, rhythm: row.rhythm, people: row.people, status: row.status },
    ...{ reason: row.reason, madeAt: row.made_at, decidedAt: row.decided_at, version: row.version },
    found: { ...found, obstacles: [...found.obstacles] },
    mayPlan: may.allowed ? 'yes' : may.reason,
  }
}

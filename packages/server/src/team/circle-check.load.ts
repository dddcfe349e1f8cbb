import { AppError } from '@weerklank/core/shared/errors'
import type { CircleCheckId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import { mayAnswer, phaseOf } from '@weerklank/core/team/circle-check'
import type {
  CircleCheckDetails,
  CircleCheckList,
  CircleCheckSummary,
  CircleOutcome,
} from '@weerklank/core/team/circle-check.contract'
import { circleOutcome } from '@weerklank/core/team/circle-check.outcome'
import type { CircleInstrument } from '@weerklank/core/team/circle-instrument'
import { type Context, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { type OpenCircle, openCircle, personIn } from './circle.open.ts'
import * as checks from './circle-check.repository.ts'

export type CircleCheckDeps = {
  world: World
  content: { circleInstruments: ReadonlyMap<string, CircleInstrument> }
}

/** Who looks: in which context, as whom she takes part (nobody for who only looks in), and how days are counted for her. */
export type Looker = { context: Context; me: ParticipantId | undefined; timeZone: string }

type Loading = { deps: CircleCheckDeps; relation: RelationId; looker: Looker }

/** The questionnaire of a check. */
export function instrumentOf(
  { content }: Pick<CircleCheckDeps, 'content'>,
  row: Pick<checks.CheckRow, 'instrument_id' | 'instrument_version'>,
): CircleInstrument {
  const instrument = content.circleInstruments.get(`${row.instrument_id}@${row.instrument_version}`)
  if (instrument === undefined) throw new Error('A check points at a questionnaire that is not published')
  return instrument
}

/** All checks of a circle as one of its people sees them: of others it tells nothing while a check is shut. */
export async function loadChecks(
  trx: Trx,
  { deps, relation, looker }: Loading,
): Promise<Pick<CircleCheckList, 'checks'> & { circle: OpenCircle }> {
  const now = deps.world.now()
  const circle = await openCircle(trx, relation, { now, timeZone: looker.timeZone })
  const rows = await checks.checksIn(trx, circle.row.id)
  const ids = rows.map(({ id }) => id)
  const own = looker.me === undefined ? [] : await checks.answersOf(trx, looker.me, ids)
  const isIn = new Set(own.map((answer) => answer.check_id))
  const seen = { circle, me: looker.me, now, deps }
  return { circle, checks: rows.map((row) => summaryOf(row, { ...seen, answered: isIn.has(row.id) })) }
}

type Seen = { circle: OpenCircle; me: ParticipantId | undefined; now: Instant }

/** Whether she is asked, still belongs to the circle, and it still asks anything. */
export function isAskedIn(row: checks.CheckRow, { circle, me }: Omit<Seen, 'now'>): boolean {
  if (me === undefined || circle.state.status !== 'running') return false
  return row.asked_ids.includes(me) && personIn(circle, me) !== undefined
}

function summaryOf(
  row: checks.CheckRow,
  of: Seen & { deps: CircleCheckDeps; answered: boolean },
): CircleCheckSummary {
  const { deps, answered, now } = of
  const facts = factsOf(row)
  const isAsked = isAskedIn(row, of)
  return {
    id: row.id,
    instrument: { id: row.instrument_id, version: row.instrument_version },
    name: instrumentOf(deps, row).name,
    phase: phaseOf(facts, now),
    ...{ asksFrom: row.asks_from, closesAt: row.closes_at, openedAt: row.opened_at },
    ...{ talkOn: row.talk_on, meeting: row.meeting_id, asked: row.asked_ids.length, version: row.version },
    mine: { isAsked, answered, mayAnswer: mayAnswer(facts, { isAsked, now }).allowed },
  }
}

export function factsOf(row: checks.CheckRow) {
  return { asksFrom: row.asks_from, closesAt: row.closes_at, openedAt: row.opened_at }
}

/** One check: her own answer, and what came out of it and of earlier ones once it is open. */
export async function loadCheck(
  trx: Trx,
  { deps, relation, looker, check }: Loading & { check: CircleCheckId },
): Promise<Omit<CircleCheckDetails, 'meetings' | 'mayPlanTalk' | 'mayWithdraw'>> {
  const now = deps.world.now()
  const circle = await openCircle(trx, relation, { now, timeZone: looker.timeZone })
  const rows = await checks.checksIn(trx, circle.row.id)
  const row = rows.find(({ id }) => id === check)
  if (row === undefined) throw new AppError('not-found')
  const { me } = looker
  const [own] = me === undefined ? [] : await checks.answersOf(trx, me, [row.id])
  const { sides } = circle
  const before = earlierOf(row, rows)
  const outcomes = await outcomesOf(trx, { deps, looker, sides, rows: [...before, row] })
  const ownSides = me === undefined ? [] : (personIn(circle, me)?.side_ids ?? [])
  const last = before.at(-1)?.opened_at ?? null
  const made = last === null ? [] : await checks.agreementsSince(trx, relation, last)
  return {
    ...summaryOf(row, { deps, circle, me, now, answered: own !== undefined }),
    definition: instrumentOf(deps, row),
    ownSides: sides.flatMap(({ id, name }) => (ownSides.includes(id) ? [{ id, name }] : [])),
    own: own === undefined ? null : { side: own.side_id, marks: own.marks, words: own.words },
    outcome: outcomes.get(row.id) ?? null,
    earlier: row.opened_at === null ? [] : before.flatMap((one) => momentOf(one, { row, outcomes })),
    agreements: made.map(({ body, made_at, ended_at }) => ({
      ...{ text: body, madeAt: made_at, isOpen: ended_at === null },
    })),
  }
}

/** The open checks with the same wording before this one, oldest first. */
function earlierOf(row: checks.CheckRow, rows: readonly checks.CheckRow[]): checks.CheckRow[] {
  return rows
    .filter(
      (one) =>
        one.opened_at !== null &&
        one.asks_from < row.asks_from &&
        one.instrument_id === row.instrument_id &&
        one.instrument_version === row.instrument_version,
    )
    .toReversed()
}

function momentOf(
  one: checks.CheckRow,
  { row, outcomes }: { row: checks.CheckRow; outcomes: ReadonlyMap<CircleCheckId, CircleOutcome> },
) {
  const outcome = outcomes.get(one.id)
  if (outcome === undefined || one.opened_at === null) return []
  const sameAsked = isSameSet(one.asked_ids, row.asked_ids)
  return [{ id: one.id, openedAt: one.opened_at, asked: one.asked_ids.length, outcome, sameAsked }]
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one))
}

/** What came out of those that are open, made of the answers as they are now. Ends in the context it began in. */
async function outcomesOf(
  trx: Trx,
  of: {
    deps: CircleCheckDeps
    looker: Looker
    sides: readonly { id: string; name: string }[]
    rows: readonly checks.CheckRow[]
  },
): Promise<Map<CircleCheckId, CircleOutcome>> {
  const { deps, looker, sides } = of
  const open = of.rows.filter(({ opened_at }) => opened_at !== null)
  await setContext(trx, { ...looker.context, purpose: 'results' })
  const answers = await checks.openAnswers(
    trx,
    open.map(({ id }) => id),
  )
  await setContext(trx, looker.context)
  return new Map(
    open.map((row) => {
      const given = answers.filter(({ check_id }) => check_id === row.id)
      const outcome = circleOutcome({
        ...{ asked: row.opened_asked ?? row.asked_ids.length, minShare: row.min_share },
        openedWith: row.opened_with ?? given.length,
        items: instrumentOf(deps, row).items.map(({ id }) => id),
        sides: withGone(sides, given),
        answers: given.map(({ side_id, marks, words }) => ({ side: side_id, marks, words })),
      })
      return [row.id, outcome]
    }),
  )
}

/** Sides that are there no more have no name and are not told apart; their answers count. */
function withGone(
  sides: readonly { id: string; name: string }[],
  given: readonly { side_id: string }[],
): { id: string; name: string }[] {
  const known = new Set(sides.map(({ id }) => id))
  const gone = new Set(given.map(({ side_id }) => side_id).filter((id) => !known.has(id)))
  return [...sides, ...[...gone].map((id) => ({ id, name: '' }))]
}

/** The day of a moment for a looker. */
export function dayFor(at: Instant, { timeZone }: Looker): string {
  return localDay(at, timeZone)
}

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCalendarDays, atLocalHour } from '../shared/local-hours.ts'
import type { Spoken } from '../shared/spoken.schema.ts'
import { addMilliseconds, clock, type Instant, localDay, millis } from '../shared/time.ts'
import { nudgeContent, nudgeFile, nudgePlanFile } from './nudge.content.ts'
import {
  dueNudges,
  type NudgeLearner,
  nudgeDay,
  nudgeHours,
  type PlannedNudge,
  type SentNudge,
  shamingWords,
} from './nudge.ts'

const timeZone = 'Europe/Amsterdam'
const hour = 3_600_000
const learner = { takesPart: true, isOptedOut: false, hasBuddy: true, since: '2026-01-01', received: [] }

const nudge = (of: Partial<PlannedNudge> & { id: string; day: string }): PlannedNudge => ({
  ...{ kind: 'question', isOn: true, url: '', moment: null },
  ...of,
})

/** Asks again and again, as the job does, and sends what it is told to. */
function play(
  plan: readonly PlannedNudge[],
  of: { from: Instant; hours: number; every?: number; change?: (at: Instant) => Partial<typeof learner> },
): SentNudge[] {
  const sent: SentNudge[] = []
  for (let hours = 0; hours < of.hours; hours += of.every ?? 1) {
    const now = addMilliseconds(of.from, hours * hour)
    const step = dueNudges(plan, {
      ...{ now, timeZone, sentBefore: sent },
      learner: { ...learner, ...of.change?.(now) },
    })
    if (step.do === 'send') sent.push({ nudge: step.nudge, at: now })
  }
  return sent
}

describe('whatever the plan, over two trajectories and both changes of the clock', () => {
  const days = fc.integer({ min: 0, max: 60 })
  const plans = fc.array(
    fc.record({ at: days, kind: fc.constantFrom('question', 'buddy', 'moment', 'film') }),
    { minLength: 1, maxLength: 12 },
  )
  // Five hours apart, from an odd minute on, so that looks fall on all hours of the day and of the night.
  const world = fc.record({
    plan: plans,
    start: fc.constantFrom('2026-03-09', '2026-10-05', '2026-06-01'),
    minute: fc.integer({ min: 0, max: 59 }),
    outAfter: fc.integer({ min: 0, max: 60 }),
  })

  test('never two within seven days, never in quiet hours or a weekend, never after she opted out', () => {
    fc.assert(
      fc.property(world, ({ plan, start, minute, outAfter }) => {
        const planned = plan.map(({ at, kind }, index) =>
          nudge({
            ...{ id: `n${index}`, day: addCalendarDays(start, at), kind: kind as PlannedNudge['kind'] },
            ...{ url: 'https://film.example', moment: kind === 'moment' ? 'm' : null },
          }),
        )
        const out = atLocalHour(addCalendarDays(start, outAfter), 12, timeZone)
        const sent = play(planned, {
          ...{ from: addMilliseconds(atLocalHour(start, 0, timeZone), minute * 60_000) },
          ...{ hours: 80 * 24, every: 5, change: (at) => ({ isOptedOut: at >= out }) },
        })
        for (const [index, { at }] of sent.entries()) {
          const local = Number(clock(at, 'en', timeZone).slice(0, 2))
          const weekday = new Date(`${localDay(at, timeZone)}T00:00:00Z`).getUTCDay()
          expect([local >= nudgeHours.from, local < nudgeHours.until, weekday % 6 !== 0]).toEqual([
            true,
            true,
            true,
          ])
          const before = sent[index - 1]
          if (before !== undefined)
            expect(millis(at) - millis(before.at)).toBeGreaterThanOrEqual(7 * 24 * hour)
          expect(at < out).toBe(true)
        }
        expect(new Set(sent.map((one) => one.nudge)).size).toBe(sent.length)
      }),
      { numRuns: 60 },
    )
  })
})

test('a nudge goes on its day at nine, in winter and in summer; before it the plan says when', () => {
  const plan = [nudge({ id: 'a', day: '2026-10-26' })]
  const ask = (now: Instant) => dueNudges(plan, { learner, sentBefore: [], now, timeZone })
  expect(ask('2026-10-23T10:00:00.000Z')).toEqual({ do: 'wait', until: '2026-10-26T08:00:00.000Z' })
  expect(ask('2026-10-26T07:59:00.000Z')).toMatchObject({ do: 'wait' })
  expect(ask('2026-10-26T08:00:00.000Z')).toEqual({ do: 'send', nudge: 'a' })
})

test('what fell in a weekend waits for Monday; what is long past is not sent any more', () => {
  const plan = [nudge({ id: 'a', day: '2026-11-21' })]
  const ask = (now: Instant) => dueNudges(plan, { learner, sentBefore: [], now, timeZone })
  expect(ask('2026-11-21T10:00:00.000Z')).toEqual({ do: 'wait', until: '2026-11-23T08:00:00.000Z' })
  expect(ask('2026-12-02T10:00:00.000Z')).toEqual({ do: 'nothing', because: 'none-left' })
})

test('nobody who stopped, opted out, handed in already or has no buddy is nudged about it', () => {
  const now = '2026-11-24T10:00:00.000Z'
  const day = '2026-11-24'
  const ask = (one: Partial<PlannedNudge>, who: Partial<NudgeLearner>) =>
    dueNudges([nudge({ id: 'a', day, ...one })], {
      ...{ now, timeZone, sentBefore: [] },
      learner: { ...learner, ...who },
    })
  expect(ask({}, { takesPart: false })).toEqual({ do: 'nothing', because: 'not-taking-part' })
  expect(ask({}, { isOptedOut: true })).toEqual({ do: 'nothing', because: 'opted-out' })
  expect(ask({ kind: 'buddy' }, { hasBuddy: false })).toMatchObject({ do: 'nothing' })
  expect(ask({ kind: 'moment', moment: 't2' }, { received: ['t2'] })).toMatchObject({ do: 'nothing' })
  expect(ask({ kind: 'moment', moment: 't2' }, {})).toMatchObject({ do: 'send' })
  expect(ask({ kind: 'film' }, {})).toMatchObject({ do: 'nothing' })
  expect(ask({ isOn: false }, {})).toMatchObject({ do: 'nothing' })
  expect(ask({}, { since: '2026-11-25' })).toMatchObject({ do: 'nothing' })
})

test('what another trajectory sent counts for the week', () => {
  const step = dueNudges([nudge({ id: 'a', day: '2026-11-24' })], {
    ...{ learner, now: '2026-11-24T10:00:00.000Z', timeZone },
    sentBefore: [{ nudge: 'elsewhere', at: '2026-11-19T09:30:00.000Z' }],
  })
  expect(step).toEqual({ do: 'wait', until: '2026-11-26T09:30:00.000Z' })
})

test('a day is counted from what a nudge hangs on, unless the lead fixed one', () => {
  expect(nudgeDay({ fixedOn: null, anchoredOn: '2026-10-20', offsetDays: 14 })).toBe('2026-11-03')
  expect(nudgeDay({ fixedOn: '2026-12-01', anchoredOn: '2026-10-20', offsetDays: 14 })).toBe('2026-12-01')
})

const folder = new URL('../../../../content/learning/nudges/', import.meta.url)
const parsed = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

describe('the cards', () => {
  const names = readdirSync(folder).filter((name) => name !== 'plan.json')
  const content = nudgeContent({
    files: names.map((name) => nudgeFile.parse(parsed(name))),
    plan: nudgePlanFile.parse(parsed('plan.json')),
  })
  const spokenTexts = content.cards.flatMap(({ title, body }) => [title, ...body])
  const all = [
    ...spokenTexts.flatMap((text: Spoken) => [text.nl.u, text.nl.je, text.en]),
    ...content.sheets.flatMap(({ title, lines, points }) =>
      [title, ...lines, ...points].flatMap(({ nl, en }) => [nl, en]),
    ),
  ]

  test('none counts or names what somebody did not do', () => {
    expect(all.map(shamingWords).filter((found) => found !== null)).toEqual([])
  })

  test('sentences have fifteen words at most', () => {
    const sentences = all.flatMap((text) => text.split(/(?<=[.?!…])\s+/))
    expect(sentences.filter((one) => one.split(/\s+/).length > 15)).toEqual([])
  })

  test('there is one of each kind, and the standard plan is on from day three to the last moment', () => {
    expect(new Set(content.cards.map(({ kind }) => kind)).size).toBe(8)
    expect(content.plan.filter(({ on }) => on).map(({ days }) => days)).toEqual([3, 14, 21, 28, 0, 14, 70, 0])
  })
})

test.each([
  ['Je hebt T2 nog niet ingevuld.', 'nl'],
  ['Je bent 3 weken te laat.', 'nl'],
  ['Vergeten? De vragen staan open.', 'nl'],
  ['Drie mensen hebben nog steeds niet gereageerd.', 'nl'],
  ['You have not yet answered.', 'en'],
  ['You missed two moments.', 'en'],
])('%s is heard as blame', (text) => expect(shamingWords(text)).not.toBeNull())

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Setting } from '../relation/relation.ts'
import { mayTellAnew, worksGroups } from './works.groups.ts'
import { pulledTogether } from './works.pull.ts'
import { asTeams, type TeamTrace } from './works.teams.ts'
import { followedBy, stillHigher, type Trace, wayOf } from './works.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString()
const checks = (from: number, values: readonly number[]) =>
  values.map((value, at) => ({ moment: Date.parse(day(from + at * 7)), value }))

test('the checks before a deed lie beside those after it', () => {
  const around = followedBy([...checks(0, [5, 6, 5]), ...checks(28, [7, 8, 6])], day(21))
  expect(around).toMatchObject({ before: [5, 6, 5], after: [7, 8, 6] })
  expect(around?.nap).toBeCloseTo(8.5 / 9, 12)
})

test.each([
  ['two before', checks(0, [5, 6]), checks(28, [7, 8, 6])],
  ['two after', checks(0, [5, 6, 5]), checks(28, [7, 8])],
  ['what came before is long ago', checks(-400, [5, 6, 5]), checks(28, [7, 8, 6])],
])('nothing is said where %s', (_, before, after) =>
  expect(followedBy([...before, ...after], day(21))).toBeNull(),
)

test.each([
  [0.61, 'higher'],
  [0.6, 'higher'],
  [0.55, 'same'],
  [0.4, 'lower'],
])('%d is %s', (nap, way) => expect(wayOf(nap)).toBe(way))

test('a small group is pulled towards the whole, a large one hardly', () => {
  const values = (count: number, value: number) =>
    Array.from({ length: count }, (_, at) => value + (at % 2 === 0 ? 0.2 : -0.2))
  const groups = [{ values: values(60, 0.7) }, { values: values(60, 0.5) }, { values: values(4, 0.3) }]
  const [large, middle, small] = pulledTogether(groups)
  expect(large?.value).toBeCloseTo(0.7, 1)
  expect(small?.own).toBeLessThan(large?.own ?? 0)
  expect(small?.value).toBeGreaterThan(0.3)
  expect((small?.to ?? 0) - (small?.from ?? 0)).toBeGreaterThan((middle?.to ?? 0) - (middle?.from ?? 0))
})

test('groups that differ no more than chance get the mean of all', () => {
  const values = [0.2, 0.8, 0.5, 0.4, 0.6]
  for (const { value, own } of pulledTogether([{ values }, { values }])) {
    expect(value).toBeCloseTo(0.5, 12)
    expect(own).toBe(0)
  }
})

const guidance: Setting = { kind: 'with-help-seekers', context: 'micro', situation: 'guidance' }
const therapy: Setting = { kind: 'with-help-seekers', context: 'micro', situation: 'therapy' }
const between: Setting = { kind: 'interpersonal', context: null, situation: null }

const traces = (count: number, more: Partial<Trace> = {}): Trace[] =>
  Array.from({ length: count }, (_, at) => ({
    unit: `${more.setting?.situation ?? 'x'}-${more.colleagues?.[0] ?? 'own'}-${at}`,
    deed: 'repair',
    setting: guidance,
    colleagues: [`colleague ${at % 2}`],
    nap: at % 3 === 0 ? 0.4 : 0.9,
    tauU: at % 3 === 0 ? -0.2 : 0.8,
    isNew: true,
    ...more,
  }))
const shownPlaces = (rows: ReturnType<typeof worksGroups>) =>
  rows.flatMap(({ result, kind, context, situation }) =>
    result.status === 'shown' ? [[kind, context, situation, result.people]] : [],
  )
const usual = { k: 5, colleagues: 3 }

test('a group of five is told with what it counts, fewer are not', () => {
  const rows = worksGroups([...traces(6), ...traces(3, { setting: therapy })], usual)
  expect(shownPlaces(rows)).toContainEqual(['with-help-seekers', 'micro', 'guidance', 6])
  expect(shownPlaces(rows).every(([, , situation]) => situation !== 'therapy')).toBe(true)
  expect(rows[0]?.result).toMatchObject({ status: 'shown', people: 6, higher: 4, lower: 2, leavesOut: true })
})

test('whoever was in it twice counts once', () => {
  const twice = traces(4).flatMap((trace) => [trace, trace])
  expect(shownPlaces(worksGroups(twice, usual))).toEqual([])
})

test('of those who lie higher some stay so once what was rising is taken off; who was falling before is not one of them', () => {
  const some = [...traces(4), ...traces(2, { setting: therapy, nap: 0.5, tauU: 0.6 })]
  expect(worksGroups(some, usual)[0]?.result).toMatchObject({ people: 6, higher: 2, same: 2, still: 2 })
})

test('people who are told of at four depths are no four times as many: what is uncertain of them stays so', () => {
  const alone = pulledTogether([{ values: traces(6).map(({ nap }) => nap) }])
  for (const { result } of worksGroups(traces(6), usual)) expect(result).toMatchObject({ estimate: alone[0] })
})

test('what would be about one colleague is not told of, unless she works alone', () => {
  const hers = traces(8, { setting: between, colleagues: ['Noor'] })
  const rows = worksGroups([...hers, ...traces(6)], usual)
  expect(shownPlaces(rows)).toEqual([
    // 14 would be: six, and the eight of Noor.
    [null, null, null, 6],
    ['with-help-seekers', null, null, 6],
    ['with-help-seekers', 'micro', null, 6],
    ['with-help-seekers', 'micro', 'guidance', 6],
  ])
  expect(shownPlaces(worksGroups(hers, { k: 5, colleagues: 1 }))).toContainEqual([
    'interpersonal',
    null,
    null,
    8,
  ])
})

const known = (rows: Trace[]) => rows.map((trace) => ({ ...trace, isNew: false }))

test.each([
  ['one who is new', [...known(traces(6)), ...traces(1, { colleagues: ['Farid'] })], false],
  ['five who are new', [...known(traces(6)), ...traces(5, { colleagues: ['Farid'] })], true],
  ['one who went', known(traces(5)), false],
  ['nobody came or went', known(traces(6)), true],
  ['so many went that nothing is told any more', known(traces(1)), true],
])('told anew: %s', (_, rows, may) => {
  const before = worksGroups(traces(6), usual)
  expect(mayTellAnew(before, worksGroups(rows, usual), 5)).toBe(may)
})

const someTrace = fc.record({
  unit: fc.integer({ min: 0, max: 25 }).map((at) => `person ${at}`),
  deed: fc.constantFrom('repair', 'agreement', 'format:stilstaan'),
  setting: fc.constantFrom(guidance, therapy, between),
  colleagues: fc.subarray(['Noor', 'Farid', 'Ravi'], { minLength: 1 }),
  nap: fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10),
  tauU: fc.integer({ min: -10, max: 10 }).map((tenth) => tenth / 10),
  isNew: fc.boolean(),
})

test('whatever happened: each total minus its shown parts is nobody, or five people and more', () => {
  fc.assert(
    fc.property(fc.array(someTrace, { maxLength: 80 }), (all) => {
      const rows = worksGroups(all, usual)
      for (const row of rows) {
        if (row.result.status === 'hidden') continue
        const { people, higher, same, lower, estimate } = row.result
        expect(higher + same + lower).toBe(people)
        expect(estimate.from).toBeLessThanOrEqual(estimate.value)
        expect(estimate.to).toBeGreaterThanOrEqual(estimate.value)
        const below = rows.filter((part) => part.deed === row.deed && isPart(part, row))
        const rest = below.reduce(
          (left, { result }) => left - (result.status === 'shown' ? result.people : 0),
          people,
        )
        expect(rest === 0 || rest >= 5).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

type Row = ReturnType<typeof worksGroups>[number]
const pathOf = ({ kind, context, situation }: Row) => [kind, context, situation].flatMap((part) => part ?? [])

/** Whether a group stands right below another. */
function isPart(part: Row, whole: Row): boolean {
  const [long, short] = [pathOf(part), pathOf(whole)]
  return long.length === short.length + 1 && short.every((step, at) => long[at] === step)
}

const someTeamTrace = fc.record({
  team: fc.constantFrom('a', 'b', 'c'),
  person: fc.option(fc.integer({ min: 0, max: 7 }).map(String)),
  subject: fc.constantFrom('one', 'other'),
  instrument: fc.constant('midcourse@1'),
  deed: fc.constant('agreement'),
  setting: fc.constant(guidance),
  colleagues: fc.constant(['Noor']),
  nap: fc.double({ min: 0, max: 1, noNaN: true }),
  tauU: fc.double({ min: -1, max: 1, noNaN: true }),
  isNew: fc.boolean(),
})

test('a team counts only by five of its people or by a round, and lies between what its people said', () => {
  fc.assert(
    fc.property(fc.array(someTeamTrace, { maxLength: 60 }), (rows: TeamTrace[]) => {
      for (const { unit, nap } of asTeams(rows, 5)) {
        const own = rows.filter(({ team }) => team === unit)
        const people = new Set(own.flatMap(({ person }) => person ?? []))
        expect(people.size >= 5 || own.some(({ person }) => person === null)).toBe(true)
        expect(nap).toBeGreaterThanOrEqual(Math.min(...own.map((one) => one.nap)) - 1e-9)
        expect(nap).toBeLessThanOrEqual(Math.max(...own.map((one) => one.nap)) + 1e-9)
      }
    }),
    { numRuns: 200 },
  )
})

test.each([
  [0.19, false],
  [0.2, true],
  [2 * 0.6 - 1, true],
])('with what was rising taken off, %d is still higher: %s', (tau, still) =>
  expect(stillHigher(tau)).toBe(still),
)

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Instant, millis } from '../shared/time.ts'
import { buildInstrument } from './instrument.factory.ts'
import { allSignals, goalsMetAt, type RelationHistory } from './signal.history.ts'
import { type HistoryCheck, signalsOfNewCheck } from './signal.new-check.ts'
import { type PointSource, signalPoints } from './signal.points.ts'

const instrument = buildInstrument()
const instruments = new Map([['test@1', instrument]])
const start = '2026-01-01T09:00:00.000Z'
const empty: RelationHistory = {
  ...{ instruments, checks: [], goals: [], asking: [], ruptures: [], challenges: [] },
  until: '2026-12-01T09:00:00.000Z',
}

let made = 0
function check(
  participant: string,
  day: number,
  value: number,
  parts: Partial<HistoryCheck> = {},
): HistoryCheck {
  made++
  return {
    id: `c${String(made).padStart(6, '0')}`,
    participant,
    professional: participant === 'noor',
    instrument: 'test@1',
    family: 'contact-check',
    contact: null,
    answers: { heard: value, what: value, how: value, whole: value },
    answeredAt: addDays(start, day),
    ...parts,
  }
}

const told = (history: Partial<RelationHistory>) =>
  allSignals({ ...empty, ...history }).map(
    (one) => `${one.participant} ${one.rule} ${one.openedAt.slice(5, 10)}`,
  )

describe('allSignals', () => {
  it('a child, her father and the worker: the worker sees it when the second of two has answered', () => {
    const checks = [check('father', 0, 9), check('yara', 0.1, 4), check('noor', 0.2, 8)]
    expect(told({ checks: checks.toReversed() })).toEqual([
      'yara low-item 01-01',
      'yara voices-differ 01-01',
      'yara below-cutoff 01-01',
      'yara mutual-difference 01-01',
    ])
    const found = allSignals({ ...empty, checks })
    expect(found.find(({ rule }) => rule === 'mutual-difference')).toMatchObject({
      response: checks[1]?.id,
      occasion: `${checks[1]?.id} ${checks[2]?.id}`,
      openedAt: checks[2]?.answeredAt,
      finding: { own: 4, other: 8, by: 'noor', otherAt: checks[2]?.answeredAt },
    })
    expect(found.find(({ rule }) => rule === 'voices-differ')?.finding).toMatchObject({
      own: 4,
      other: 9,
      by: 'father',
    })
  })

  it('the answers of the professional raise nothing by themselves', () => {
    expect(told({ checks: [check('noor', 0, 1), check('noor', 9, 1)] })).toEqual([])
  })

  it('forms of two families, two contacts, or of long ago are not laid side by side', () => {
    expect(told({ checks: [check('father', 0, 9), check('lina', 0.1, 7, { family: 'goals' })] })).toEqual([])
    const contacts = [check('noor', 0, 9, { contact: 'a' }), check('lina', 0.1, 7, { contact: 'b' })]
    expect(told({ checks: contacts })).toEqual([])
    expect(told({ checks: [check('noor', 0, 9), check('lina', 8, 7)] })).toEqual([])
  })

  it('no change only once it is known that goals are not met', () => {
    const checks = [0, 10, 20, 30, 40, 50].map((day) => check('lina', day, 7))
    expect(told({ checks })).toEqual([])
    expect(told({ checks, goals: [{ at: addDays(start, 35), met: false }] })).toEqual([
      'lina no-change 02-20',
    ])
    const met = [
      { at: addDays(start, 49), met: true },
      { at: addDays(start, 5), met: false },
    ]
    expect(told({ checks, goals: met })).toEqual(['lina no-change 01-21'])
    expect(goalsMetAt(met, start)).toBeNull()
  })

  it('a missed check for each window that closed without an answer', () => {
    const asking = { participant: 'lina', startedAt: start, windowDays: 14, sentAt: [addDays(start, 20)] }
    const checks = [check('lina', 10, 8), check('lina', 40, 8)]
    const until = addDays(start, 53)
    const found = allSignals({ ...empty, checks, asking: [asking], until })
    expect(found).toMatchObject([
      {
        ...{ rule: 'no-check', occasion: addDays(start, 10), openedAt: addDays(start, 24), response: null },
        finding: { since: addDays(start, 10), unanswered: 1, windowDays: 14 },
      },
    ])
    expect(told({ checks, asking: [asking], until: addDays(start, 54) })).toHaveLength(2)
  })

  it('a rupture and a challenge of one’s own, only what was there by then', () => {
    const rupture = { participant: 'lina', openedAt: start }
    const ruptures = [
      { ...rupture, id: 'long', closedAt: addDays(start, 20) },
      { ...rupture, id: 'soon', closedAt: addDays(start, 10) },
      { ...rupture, id: 'open', closedAt: null },
    ]
    const challenges = [
      { id: 'h1', participant: 'noor', challenge: 'postponing' as const, at: addDays(start, 3) },
      { id: 'h2', participant: 'noor', challenge: 'unsure' as const, at: addDays(start, 99) },
    ]
    const until = addDays(start, 30)
    expect(allSignals({ ...empty, ruptures, challenges, until }).map(({ occasion }) => occasion)).toEqual([
      'h1',
      'long',
      'open',
    ])
  })

  it('passes over what is later than it looks, and instruments it does not know', () => {
    const checks = [check('lina', 1, 2), check('lina', 2, 2, { instrument: 'gone@1' })]
    expect(told({ checks: checks.slice(1) })).toEqual([])
    expect(told({ checks, until: start })).toEqual([])
  })
})

describe('replaying a history', () => {
  const tenth = fc.integer({ min: 0, max: 100 }).map((value) => value / 10)
  const one = fc.record({
    participant: fc.constantFrom('lina', 'father', 'noor'),
    day: fc.integer({ min: 0, max: 90 }),
    answers: fc.record(
      { heard: tenth, what: tenth, how: tenth, whole: tenth },
      { requiredKeys: ['heard', 'what'] },
    ),
    contact: fc.constantFrom(null, 'a', 'b'),
  })
  const goals = fc.array(fc.record({ day: fc.integer({ min: 0, max: 90 }), met: fc.boolean() }), {
    maxLength: 3,
  })
  const histories = fc.tuple(fc.array(one, { maxLength: 40 }), goals).map(([many, known]) => ({
    ...empty,
    checks: many.map(({ participant, day, answers, contact }) =>
      check(participant, day, 0, { answers, contact }),
    ),
    goals: known.map(({ day, met }) => ({ at: addDays(start, day), met })),
  }))

  /** As the server finds them: one answer at a time, with what is stored at that moment. */
  function oneByOne(history: RelationHistory): unknown[] {
    const order = history.checks.toSorted(
      (a, b) => millis(a.answeredAt) - millis(b.answeredAt) || a.id.localeCompare(b.id),
    )
    return order.flatMap((now, i) => {
      const before = order.slice(0, i)
      const own = before.filter(({ participant }) => participant === now.participant)
      const others = ['lina', 'father', 'noor'].flatMap(
        (name) =>
          before.filter(({ participant }) => participant === name && name !== now.participant).at(-1) ?? [],
      )
      const goalsMet = goalsMetAt(history.goals, now.answeredAt)
      return signalsOfNewCheck({
        instrument,
        check: now,
        earlier: own.map(({ answers }) => answers),
        others,
        goalsMet,
      })
    })
  }

  const key = (found: unknown) => JSON.stringify(found)

  it('gives what was found one answer at a time, whatever the order of the rows', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const replayed = allSignals(history)
        expect(replayed.map(key).sort()).toEqual(oneByOne(history).map(key).sort())
        expect(allSignals({ ...history, checks: history.checks.toReversed() })).toEqual(replayed)
        const moments = replayed.map(({ openedAt }) => millis(openedAt))
        expect(moments).toEqual(moments.toSorted((a, b) => a - b))
      }),
    )
  })

  it('what comes later changes nothing of what was found; each is one of a kind', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 90 }), (history, day) => {
        const until: Instant = addDays(start, day)
        const all = allSignals(history)
        const then = all.filter(({ openedAt }) => millis(openedAt) <= millis(until))
        expect(allSignals({ ...history, until })).toEqual(then)
        const kinds = all.map(({ participant, rule, occasion }) => `${participant} ${rule} ${occasion}`)
        expect(new Set(kinds).size).toBe(kinds.length)
      }),
    )
  })

  it('100 collaborations of 50 checks take less than 0.6 s: 10,000 of them less than a minute', () => {
    const checks = Array.from({ length: 50 }, (_, i) =>
      check(['lina', 'father', 'noor'][i % 3] ?? '', i * 3, 4 + ((i * 7) % 50) / 10),
    )
    const asking = [{ participant: 'lina', startedAt: start, windowDays: 7, sentAt: [] }]
    const goals = [{ at: start, met: false }]
    // Processor time: what else this machine does is not counted.
    const from = process.cpuUsage()
    for (let i = 0; i < 100; i++) allSignals({ ...empty, checks, asking, goals })
    const { user, system } = process.cpuUsage(from)
    expect((user + system) / 1_000).toBeLessThan(600)
  })
})

describe('signalPoints', () => {
  const line = [8, 7.5, 7, 8, 7.5, 7, 4].map((value, i) => ({
    at: addDays(start, i),
    answers: { heard: value, what: value, how: value, whole: value },
  }))
  const source: PointSource = { instrument, line, openedAt: addDays(start, 6) }
  const values = (points: ReturnType<typeof signalPoints>) => points.map(({ value }) => value)

  it('are the values and moments that a rule rests on', () => {
    const found = allSignals({
      ...empty,
      checks: line.map(({ answers, at }) => check('lina', 0, 0, { answers, answeredAt: at })),
    })
    const of = (rule: string) => found.findLast((one) => one.rule === rule)?.finding
    const points = (rule: string) => {
      const finding = of(rule)
      return finding === undefined ? [] : signalPoints(finding, source)
    }
    expect(points('low-item')).toEqual([
      { at: addDays(start, 5), value: 7, item: 'heard', by: null },
      { at: addDays(start, 6), value: 4, item: 'heard', by: null },
    ])
    expect(values(points('drop'))).toEqual([7, 4])
    expect(points('below-cutoff')).toEqual([{ at: addDays(start, 6), value: 4, item: null, by: null }])
    expect(values(points('own-limits'))).toEqual([8, 7.5, 7, 8, 7.5, 7, 4])
  })

  it('a row, a level, a ceiling: the last of them', () => {
    const limits = { centre: 7.2, lower: 6, upper: 8, baseline: 6, provisional: true }
    const run = { rule: 'own-limits', kind: 'run', side: 'above', score: 7.5, run: 3, ...limits } as const
    expect(values(signalPoints(run, source))).toEqual([7.5, 8, 7.5])
    const level = { rule: 'no-change', checks: 3, from: 7, score: 7, within: 1 } as const
    expect(values(signalPoints(level, source))).toEqual([7.5, 7, 4])
    expect(values(signalPoints({ rule: 'ceiling', run: 2, from: 9.9 }, source))).toEqual([7, 4])
  })

  it('both answers with their own moment, or a moment alone', () => {
    const otherAt = addDays(start, 5)
    const differ = {
      rule: 'voices-differ',
      item: 'how',
      own: 4,
      other: 9,
      by: 'p2',
      otherAt,
      atLeast: 3,
    } as const
    expect(signalPoints(differ, source)).toEqual([
      { at: addDays(start, 6), value: 4, item: 'how', by: null },
      { at: otherAt, value: 9, item: 'how', by: 'p2' },
    ])
    const strain = { rule: 'rupture-open', rupture: 'r1', since: start, days: 14 } as const
    expect(signalPoints(strain, source)).toEqual([{ at: start, value: null, item: null, by: null }])
    expect(signalPoints({ rule: 'own-challenge', challenge: 'unsure' }, source)).toEqual([
      { at: source.openedAt, value: null, item: null, by: null },
    ])
  })
})

import { expect, test } from 'vitest'
import { buildFeedback, buildResponse, buildSignal } from './check.factory.ts'
import { momentOf, pointsOf } from './signal-points.ts'

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:30:00.000Z`
const answers = (value: number) => ({ heard: value, what: value, how: value, whole: value })
const responses = [
  buildResponse({ id: 'a', answeredAt: at(10), answers: answers(8) }),
  buildResponse({ id: 'b', answeredAt: at(11), answers: answers(7) }),
  buildResponse({ id: 'of-another', participant: 'samira', answeredAt: at(12), answers: answers(9) }),
  buildResponse({ id: 'c', answeredAt: at(13), answers: answers(5) }),
  buildResponse({ id: 'later', answeredAt: at(14), answers: answers(6) }),
]

test('a fall rests on the score before it and its own, not on what came later or was said by somebody else', () => {
  const finding = { rule: 'drop' as const, score: 5, previous: 7, atLeast: 1 }
  const signal = buildSignal({ participant: 'lina', response: 'c', openedAt: at(13), finding })
  expect(pointsOf(buildFeedback({ responses }), signal)).toEqual([
    { at: at(11), value: 7, item: null, by: null },
    { at: at(13), value: 5, item: null, by: null },
  ])
})

test('a silence rests on the moment since which nothing was heard', () => {
  const finding = { rule: 'no-check' as const, since: at(1), unanswered: 1, windowDays: 14 }
  const signal = buildSignal({ participant: 'lina', response: null, openedAt: at(15), finding })
  expect(pointsOf(buildFeedback({ responses }), signal)).toEqual([
    { at: at(1), value: null, item: null, by: null },
  ])
})

test('a moment says what it is: the last answer of the same person, the begin, or since when there is strain', () => {
  const about = (finding: Parameters<typeof buildSignal>[0]) =>
    momentOf(buildFeedback({ responses }), buildSignal({ participant: 'lina', response: null, ...finding }))
  const silence = (since: string) => ({ rule: 'no-check' as const, since, unanswered: 1, windowDays: 14 })
  expect(about({ finding: silence(at(11)) })).toBe('last-answer')
  expect(about({ finding: silence(at(12)) })).toBe('start')
  expect(about({ finding: { rule: 'rupture-open', rupture: 'r', since: at(1), days: 14 } })).toBe('strain')
  expect(about({ finding: { rule: 'ceiling', run: 3, from: 9.9 } })).toBeNull()
})

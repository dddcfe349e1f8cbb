import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueFrom, mayKeepFor, retentionDays, retentionKinds, retentionRules } from './retention.ts'

test('every kind keeps to its own limits by default, and says why in both languages', () => {
  for (const kind of retentionKinds) {
    const rule = retentionRules[kind]
    expect(rule.kind).toBe(kind)
    expect(mayKeepFor(kind, rule.defaultDays), kind).toEqual({ allowed: true })
    for (const words of [rule.name, rule.from, rule.basis]) {
      expect(words.nl.length, kind).toBeGreaterThan(3)
      expect(words.en, kind).not.toBe(words.nl)
    }
  }
})

test('the terms that were agreed', () => {
  const terms = retentionKinds.map((kind) => [
    kind,
    retentionRules[kind].defaultDays,
    retentionRules[kind].minimumDays,
  ])
  expect(terms).toEqual([
    ['working-notes', 90, 7],
    ['meeting-notes', 365, 30],
    ['recordings', 0, 0],
    ['care-data', 7305, 365],
    ['research', 3653, 365],
    ['audit-log', 1827, 1827],
    ['personal-links', 30, 1],
    ['sent-mail', 30, 1],
    ['round-tickets', 30, 1],
    ['rounds', 731, 30],
    ['takeaway-files', 7, 1],
    ['practice-stories', 1827, 90],
  ])
})

test('a term outside the limits is refused, and never used', () => {
  expect(mayKeepFor('audit-log', 1826)).toEqual({ allowed: false, reason: 'too-short' })
  expect(mayKeepFor('working-notes', 366)).toEqual({ allowed: false, reason: 'too-long' })
  fc.assert(
    fc.property(fc.constantFrom(...retentionKinds), fc.integer({ min: -1, max: 40_000 }), (kind, days) => {
      const used = retentionDays(new Map([[kind, days]]))[kind]
      expect(mayKeepFor(kind, used).allowed).toBe(true)
      expect(used).toBe(mayKeepFor(kind, days).allowed ? days : retentionRules[kind].defaultDays)
    }),
  )
})

test('a term is counted in whole days back from now', () => {
  expect(dueFrom('2026-11-22T08:00:00.000Z', 90)).toBe('2026-08-24T08:00:00.000Z')
  expect(dueFrom('2026-11-22T08:00:00.000Z', 0)).toBe('2026-11-22T08:00:00.000Z')
})

import { describe, expect, it } from 'vitest'
import type { PersonId } from '../shared/ids.ts'
import { purposes } from './consent.ts'
import { type ConsentNeeded, consentNeeded, decidersOf, mayDecide } from './consent-needed.ts'

/** A verdict in a few words, so that the whole table can be read. */
function brief(needed: ConsentNeeded): string {
  if (!needed.needed) {
    return needed.why === 'part-of-care'
      ? `${needed.why}, may refuse: ${needed.mayRefuse.join('+')}`
      : needed.why
  }
  return needed.deciders
    .map((decider) => {
      if (decider.who === 'parent') return `all of ${decider.known} parents`
      return decider.assent ? 'child is asked too' : 'self'
    })
    .join(' + ')
}

const child = (parents: number) => `child is asked too + all of ${parents} parents`
const youth = (parents: number) => `self + all of ${parents} parents`
const anyParents = [0, 1, 2, 3]

/** Purpose, ages, numbers of parents with authority, verdict. Every purpose × every band. */
const table: [(typeof purposes)[number], (number | null)[], (parents: number) => string][] = [
  ['care-talk', [0, 11], () => 'part-of-care, may refuse: self+parent'],
  ['care-talk', [12, 15], () => 'part-of-care, may refuse: self+parent'],
  ['care-talk', [16, 17, 18, null], () => 'part-of-care, may refuse: self'],
  ['research', [0, 11], child],
  ['research', [12, 15], youth],
  ['research', [16, 17, 18, null], () => 'self'],
  ['recording-analysis', [0, 11], child],
  ['recording-analysis', [12, 15], youth],
  ['recording-analysis', [16, 17, 18, null], () => 'self'],
  ['recording-training', [0, 11], child],
  ['recording-training', [12, 15], youth],
  ['recording-training', [16, 17, 18, null], () => 'self'],
  ['analysis', [0, 11], child],
  ['analysis', [12, 15], youth],
  ['analysis', [16, 17, 18, null], () => 'self'],
  ['quotes-team', [0, 11], child],
  ['quotes-team', [12, 15], youth],
  ['quotes-team', [16, 17, 18, null], () => 'self'],
  ['quotes-publish', [0, 11], child],
  ['quotes-publish', [12, 15], youth],
  ['quotes-publish', [16, 17, 18, null], () => 'self'],
  ['network-map', [0, 11], child],
  ['network-map', [12, 15], youth],
  ['network-map', [16, 17, 18, null], () => 'self'],
  ['anonymous-survey', [0, 11], () => 'no-names-kept'],
  ['anonymous-survey', [12, 15], () => 'no-names-kept'],
  ['anonymous-survey', [16, 17, 18, null], () => 'no-names-kept'],
  ['parents-read', [0, 11], () => 'under-12'],
  ['parents-read', [12, 15], () => 'self'],
  ['parents-read', [16, 17, 18, null], () => 'from-16'],
]

describe('consentNeeded', () => {
  it('has a row for every purpose and band', () => {
    expect(table).toHaveLength(purposes.length * 3)
    expect(new Set(table.map(([purpose]) => purpose))).toEqual(new Set(purposes))
  })
  it.each(table)('%s at %j', (purpose, ages, expected) => {
    for (const age of ages) {
      for (const parents of anyParents) {
        expect([age, parents, brief(consentNeeded({ age, parents }, purpose))]).toEqual([
          age,
          parents,
          expected(parents),
        ])
      }
    }
  })
  it('asks nobody where there is nothing to decide', () => {
    expect(decidersOf(consentNeeded({ age: 40, parents: 0 }, 'anonymous-survey'))).toEqual([])
    expect(decidersOf(consentNeeded({ age: 16, parents: 2 }, 'parents-read'))).toEqual([])
  })
})

const [sam, mother, father, aunt] = ['sam', 'mother', 'father', 'aunt'] as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
]

describe('mayDecide', () => {
  const person = { id: sam, bornOn: '2012-02-29', parents: [mother, father] }
  // 11 until 1 March 2024 has come … 12 on 29 February 2024, 16 on 29 February 2028.
  const rows: [
    string,
    PersonId,
    'self' | 'parent' | 'guardian',
    (typeof purposes)[number],
    string,
    string,
  ][] = [
    ['a parent, the day before 12', mother, 'parent', 'research', '2024-02-28', 'yes'],
    ['the child, the day before 12: she is asked too', sam, 'self', 'research', '2024-02-28', 'yes'],
    ['the youth at 12', sam, 'self', 'research', '2024-02-29', 'yes'],
    ['a parent at 12', father, 'parent', 'research', '2024-02-29', 'yes'],
    ['a guardian the day before 16', father, 'guardian', 'research', '2028-02-28', 'yes'],
    ['a parent at 16', mother, 'parent', 'research', '2028-02-29', 'decides-alone'],
    ['the youth at 16', sam, 'self', 'research', '2028-02-29', 'yes'],
    ['someone without authority', aunt, 'parent', 'research', '2024-02-28', 'no-authority'],
    ['someone without authority as guardian', aunt, 'guardian', 'research', '2026-01-01', 'no-authority'],
    ['a parent as if she were the child', mother, 'self', 'research', '2026-01-01', 'not-herself'],
    ['the child as if she were a parent', sam, 'parent', 'research', '2026-01-01', 'no-authority'],
    ['parents-read: the youth', sam, 'self', 'parents-read', '2026-01-01', 'yes'],
    ['parents-read: a parent', mother, 'parent', 'parents-read', '2026-01-01', 'decides-alone'],
    ['parents-read, the day before 12', sam, 'self', 'parents-read', '2024-02-28', 'not-offered'],
    ['parents-read at 16', sam, 'self', 'parents-read', '2028-02-29', 'not-offered'],
    ['care-talk: a parent before 16', mother, 'parent', 'care-talk', '2028-02-28', 'yes'],
    ['care-talk: a parent at 16', mother, 'parent', 'care-talk', '2028-02-29', 'decides-alone'],
    ['an anonymous survey', sam, 'self', 'anonymous-survey', '2028-02-29', 'not-offered'],
  ]
  it.each(rows)('%s', (_, by, as, purpose, today, expected) => {
    const decision = mayDecide({ person: by, as }, { person, purpose, today })
    expect(decision.allowed ? 'yes' : decision.reason).toBe(expected)
  })
})

import { describe, expect, test } from 'vitest'
import { otherVoices, sameDifferences, whoAgrees } from './agreement-who.ts'

const people = [
  { id: 'sem', active: true, member: null },
  { id: 'yara', active: true, member: null },
  { id: 'oma', active: false, member: null },
  { id: 'noor', active: true, member: 'noor' },
] as unknown as Parameters<typeof whoAgrees>[0]

type Signals = Parameters<typeof sameDifferences>[0]
const differs = { rule: 'voices-differ', item: 'heard', own: 2.5, other: 7.4, otherAt: '', atLeast: 3 }
const signals = [
  { id: 'of-sem', participant: 'sem', outcome: null, finding: { ...differs, by: 'yara' } },
  { id: 'of-yara', participant: 'yara', outcome: null, finding: { ...differs, by: 'sem' } },
  { id: 'before', participant: 'yara', outcome: 'discussed', finding: { ...differs, by: 'sem' } },
  { id: 'other-item', participant: 'yara', outcome: null, finding: { ...differs, item: 'how', by: 'sem' } },
  { id: 'low', participant: 'yara', outcome: null, finding: { rule: 'low-item', item: 'heard', value: 2 } },
] as unknown as Signals
const [ofSem] = signals
const open = ofSem === undefined ? [] : [ofSem]

describe('who is ticked when something is agreed', () => {
  test('with one person: she and the one who writes', () => {
    expect(whoAgrees(people, { person: { id: 'sem' } as never }, 'noor')).toEqual(['sem', 'noor'])
  })

  test('about a difference: both voices, and the one who writes', () => {
    const others = otherVoices(open)
    expect(others).toEqual(['yara'])
    expect(whoAgrees(people, { person: { id: 'sem' } as never, others }, 'noor')).toEqual([
      'sem',
      'yara',
      'noor',
    ])
  })

  test('nobody who takes part no more', () => {
    expect(whoAgrees(people, { person: { id: 'sem' } as never, others: ['oma'] }, 'iemand')).toEqual(['sem'])
  })
})

test('what is agreed about a difference closes it on both sides, and nothing else', () => {
  expect(sameDifferences(open, signals)).toEqual(['of-yara'])
  expect(sameDifferences([], signals)).toEqual([])
})

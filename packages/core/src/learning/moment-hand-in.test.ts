import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GoalId } from '../shared/ids.ts'
import { momentForm } from './moment-form.schema.ts'
import { standardForms } from './moment-form.standard.ts'
import { answerScales } from './moment-form.ts'
import { checkHandIn, type HandIn, type HandingIn, handIn } from './moment-hand-in.ts'

const blank: HandIn = { goals: [], reviews: [], mentions: [], choices: [], texts: [] }
const words = { text: 'Ik wil leren vragen', situation: '', why: '', firstStep: '', notice: '' }
const id = (letter: string) => `0199aaaa-0000-7000-8000-00000000000${letter}` as GoalId
const codes = new Set(['workload', 'fear'])
const handedIn = { before: { id: id('a'), moment: 'T1' }, now: { id: id('a'), moment: 'T1' } }
const changedSince = { before: { id: id('a'), moment: 'T1' }, now: { id: id('b'), moment: null } }
const ownOnly = { before: null, now: { id: id('c'), moment: null } }

function at(kind: keyof typeof standardForms, goals: HandingIn['goals'] = []): HandingIn {
  return { form: standardForms[kind], goals, codes }
}

function problemsOf(of: HandingIn, given: Partial<HandIn>): string[] {
  const checked = checkHandIn(of, { ...blank, ...given })
  return 'problems' in checked ? checked.problems.map(({ code }) => code) : []
}

function keptOf(of: HandingIn, given: Partial<HandIn>) {
  const checked = checkHandIn(of, { ...blank, ...given })
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems))
  return checked.handedIn
}

test('every standard form is a form, in both languages and both forms of address', () => {
  for (const form of Object.values(standardForms)) expect(momentForm.safeParse(form).error).toBeUndefined()
})

describe('what is refused', () => {
  const two = { reviews: [{ goal: null, kept: 'same' as const, reason: '', next: null }] }
  test.each<[string, HandingIn, Partial<HandIn>]>([
    ['empty', at('goals'), {}],
    ['empty', at('closing'), { texts: [{ item: 'tips', body: '' }] }],
    ['unknown-item', at('closing'), { goals: [words] }],
    ['unknown-item', at('goals'), two],
    ['unknown-item', at('goals'), { texts: [{ item: 'tips', body: 'x' }] }],
    ['unknown-item', at('goals'), { choices: [{ item: 'applied', goal: null, choice: 'ja' }] }],
    ['unknown-item', at('closing'), { mentions: [{ item: 'barriers-met', named: [] }] }],
    ['not-in-scale', at('review'), { choices: [{ item: 'applied', goal: null, choice: 'grotendeels' }] }],
    ['unknown-goal', at('review'), { choices: [{ item: 'attained', goal: id('a'), choice: 'ja' }] }],
    [
      'unknown-goal',
      at('review', [handedIn]),
      { choices: [{ item: 'applied', goal: id('a'), choice: 'ja' }] },
    ],
    [
      'answered-twice',
      at('review'),
      { choices: ['ja', 'nee'].map((choice) => ({ item: 'applied', goal: null, choice })) },
    ],
    [
      'reason-missing',
      at('review', [handedIn]),
      { reviews: [{ goal: id('a'), kept: 'changed', reason: '', next: words }] },
    ],
    [
      'next-missing',
      at('review', [handedIn]),
      { reviews: [{ goal: id('a'), kept: 'changed', reason: 'x', next: null }] },
    ],
    [
      'unknown-goal',
      at('review', [ownOnly]),
      { reviews: [{ goal: id('c'), kept: 'same', reason: '', next: null }] },
    ],
    ['too-many-goals', at('goals', [handedIn, ownOnly]), { goals: [words, words] }],
    [
      'unknown-code',
      at('goals'),
      { mentions: [{ item: 'barriers-expected', named: [{ level: 'team', code: 'weather' }] }] },
    ],
    [
      'too-many-mentions',
      at('goals'),
      {
        mentions: [
          {
            item: 'barriers-expected',
            named: Array.from({ length: 21 }, (_, index) => ({ level: 'team' as const, body: `x${index}` })),
          },
        ],
      },
    ],
  ])('%s', (code, of, given) => {
    expect(problemsOf(of, given)).toContain(code)
  })
})

describe('what becomes of a goal', () => {
  test('written at a first moment, it is hers from then on', () => {
    expect(keptOf(at('goals'), { goals: [words] }).goals).toEqual([{ words, replaces: null, reason: '' }])
  })

  test('one that she wrote for herself before goes along', () => {
    expect(keptOf(at('goals', [ownOnly]), {}).takesAlong).toEqual([id('c')])
  })

  test('changed, with why: both are kept, and the answer is about the one that was handed in', () => {
    const reviews = [{ goal: id('a'), kept: 'changed' as const, reason: 'te groot', next: words }]
    const kept = keptOf(at('review', [handedIn]), { reviews })
    expect(kept.goals).toEqual([{ words, replaces: id('a'), reason: 'te groot' }])
    expect(kept.answers).toEqual([{ item: 'goal-kept', goal: id('a'), choice: 'changed', body: '' }])
  })

  test('changed in between, it counts as changed, whatever is ticked, and the new one goes along', () => {
    const reviews = [{ goal: id('b'), kept: 'same' as const, reason: '', next: null }]
    const kept = keptOf(at('review', [changedSince]), { reviews })
    expect(kept.answers).toEqual([{ item: 'goal-kept', goal: id('a'), choice: 'changed', body: '' }])
    expect(kept.takesAlong).toEqual([id('b')])
  })

  test('on paper, where nobody knows which goal, it is the first that is asked back', () => {
    const reviews = [{ goal: null, kept: 'same' as const, reason: '', next: null }]
    expect(keptOf(at('review', [ownOnly, handedIn]), { reviews }).answers[0]?.goal).toBe(id('a'))
    expect(keptOf(at('review'), { reviews }).answers[0]?.goal).toBeNull()
  })
})

test('a level belongs to the mention: one code is named on two', () => {
  const named = [
    { level: 'person' as const, code: 'workload' },
    { level: 'organisation' as const, code: 'workload' },
    { level: 'organisation' as const, body: 'De bus rijdt niet' },
  ]
  const kept = keptOf(at('review'), { mentions: [{ item: 'barriers-met', named }] })
  expect(kept.mentions).toEqual([
    { kind: 'barrier', stance: 'met', level: 'person', code: 'workload', body: '' },
    { kind: 'barrier', stance: 'met', level: 'organisation', code: 'workload', body: '' },
    { kind: 'barrier', stance: 'met', level: 'organisation', code: null, body: 'De bus rijdt niet' },
  ])
})

test('whatever is handed in, what is kept answers only what was asked, each once', () => {
  const anyIn = fc.record({
    goals: fc.array(fc.constant(words), { maxLength: 3 }),
    reviews: fc.array(
      fc.record({
        goal: fc.constantFrom(null, id('a'), id('c')),
        kept: fc.constantFrom('same' as const, 'changed' as const),
        reason: fc.constantFrom('', 'x'),
        next: fc.constantFrom(null, words),
      }),
      { maxLength: 2 },
    ),
    mentions: fc.constant([]),
    choices: fc.array(
      fc.record({
        item: fc.constantFrom('applied', 'attained', 'noticed'),
        goal: fc.constantFrom(null, id('a')),
        choice: fc.constantFrom(...answerScales.three, ...answerScales.noticed),
      }),
      { maxLength: 4 },
    ),
    texts: fc.array(fc.record({ item: fc.constantFrom('succeeded', 'tips'), body: fc.string() }), {
      maxLength: 3,
    }),
  })
  fc.assert(
    fc.property(anyIn, fc.constantFrom('goals' as const, 'review' as const), (given, kind) => {
      const of = at(kind, [handedIn, ownOnly])
      const checked = checkHandIn(of, handIn.parse(given))
      if ('problems' in checked) return
      const asked = new Set(of.form.map(({ key }) => key))
      const keys = checked.handedIn.answers.map(({ item, goal }) => `${item} ${goal}`)
      expect(new Set(keys).size).toBe(keys.length)
      for (const { item } of checked.handedIn.answers) expect(asked).toContain(item)
      expect(checked.handedIn.goals.length).toBeLessThanOrEqual(3)
    }),
    { numRuns: 100 },
  )
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildInstrument } from './instrument.factory.ts'
import { partScores, scoreOf } from './instrument.score.ts'
import { type Instrument, instrumentFamily, instrumentSchema } from './instrument.ts'

const folder = new URL('../../../../content/instruments/', import.meta.url)
const own = readdirSync(folder).flatMap((file): Instrument[] => {
  const json: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
  const isForRounds = typeof json === 'object' && json !== null && 'use' in json
  return isForRounds ? [] : [instrumentSchema.parse(json)]
})
const byId = new Map(own.map((one) => [one.id, one]))

const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
const allOf = ({ nl, en }: Instrument['open']['question']) => [nl.u, nl.je, en]

describe('our own checks', () => {
  it('are there for everyone', () => {
    expect([...byId.keys()].sort()).toEqual([
      'collaboration-check',
      'collaboration-check-mirror',
      'contact-check',
      'contact-check-child',
      'contact-check-group',
      'contact-check-mirror',
      'contact-check-young-child',
      'contact-check-youth',
      'network-check',
      'own-goal',
      'own-question',
      'single-contact',
    ])
  })

  it.each(own.map((one) => [one.id, one] as const))(
    '%s says that it is no test and not studied',
    (_, one) => {
      for (const text of [one.caution.nl.u, one.caution.nl.je]) {
        expect(text).toContain('geen test')
        expect(text).toMatch(/geen onderzoek|niet onderzocht/)
      }
      expect(one.caution.en).toContain('not validated')
    },
  )

  it('asks a child in at most six words', () => {
    const long = own
      .filter(({ audience }) => audience === 'child' || audience === 'young-child')
      .flatMap(({ items, open, drawing }) => [...items, open, ...(drawing ? [drawing] : [])])
      .map(({ question }) => question)
      .flatMap(allOf)
      .filter((text) => words(text) > 6)
    expect(long).toEqual([])
  })

  it('shows a child the faces in one order, not only glad ones, on the scale of the lines', () => {
    const child = byId.get('contact-check-child')
    expect(child?.options?.map(({ face }) => face)).toEqual([
      'very-sad',
      'sad',
      'neutral',
      'glad',
      'very-glad',
    ])
    expect(child?.options?.map(({ value }) => value)).toEqual([0, 2.5, 5, 7.5, 10])
    expect(child?.scale).toMatchObject({ min: 0, max: 10 })
    expect(child?.onePerScreen).toBe(true)
  })

  it('never makes a number of the face that a young child chose', () => {
    const one = byId.get('contact-check-young-child')
    expect(one && [0, 2, 4].map((whole) => scoreOf(one, { whole }))).toEqual([null, null, null])
  })

  it.each(['collaboration-check', 'contact-check'])('asks of the professional the same items: %s', (id) => {
    const mirror = byId.get(`${id}-mirror`)
    const client = byId.get(id)
    expect(mirror?.items.map(({ id }) => id)).toEqual(client?.items.map(({ id }) => id))
    expect(mirror?.items.map(({ label }) => label)).toEqual(client?.items.map(({ label }) => label))
    expect(mirror && instrumentFamily(mirror)).toBe(id)
    expect(client && instrumentFamily(client)).toBe(id)
    expect(mirror?.perspective).toBe('professional')
  })

  it('asks a child and a youth the same items as an adult, so that their answers may lie side by side', () => {
    for (const { id, items, scale } of own.filter(({ family }) => family !== undefined)) {
      const elder = byId.get('contact-check')
      expect(
        items.map((item) => item.id),
        id,
      ).toEqual(elder?.items.map((item) => item.id))
      expect([scale.min, scale.max], id).toEqual([elder?.scale.min, elder?.scale.max])
    }
    const families = own.map((one) => [one.id, instrumentFamily(one)])
    expect(families).toContainEqual(['contact-check-child', 'contact-check'])
    expect(families).toContainEqual(['contact-check-youth', 'contact-check'])
    expect(families).toContainEqual(['contact-check-young-child', 'contact-check-young-child'])
  })

  it('asks after one contact no more than two questions', () => {
    expect(byId.get('single-contact')?.items).toHaveLength(1)
  })
})

describe('the score of an instrument', () => {
  const build = (scoring: Instrument['scoring'], parts: Partial<Instrument> = {}): Instrument => ({
    ...buildInstrument({ itemIds: ['a', 'b', 'c'] }),
    ...parts,
    scoring,
  })

  it.each([
    ['a sum', { method: 'sum', missingAtMost: 1 }, { a: 2, b: 3, c: 4 }, 9],
    [
      'a sum with one left empty, which counts as the others',
      { method: 'sum', missingAtMost: 1 },
      { a: 2, b: 4 },
      9,
    ],
    ['a sum with too many left empty', { method: 'sum', missingAtMost: 1 }, { a: 2 }, null],
    ['none', { method: 'none', missingAtMost: 1 }, { a: 2, b: 3, c: 4 }, null],
  ] as const)('%s', (_, scoring, answers, expected) => {
    expect(scoreOf(build(scoring), answers)).toBe(expected)
  })

  it('is told of each part, items turned round where the part says so', () => {
    const part = { name: { nl: 'deel', en: 'part' }, missingAtMost: 0 }
    const parts = [
      { id: 'first', items: ['a', 'b'], reversed: ['b'], ...part },
      { id: 'second', items: ['c'], reversed: [], ...part },
    ]
    const instrument = build({ method: 'mean', missingAtMost: 1 }, { subscales: parts })
    expect(partScores(instrument, { a: 8, b: 4 })).toMatchObject([
      { id: 'first', score: 7 },
      { id: 'second', score: null },
    ])
    expect(partScores({ ...instrument, scoring: { method: 'none', missingAtMost: 1 } }, { a: 8 })).toEqual([])
  })
})

describe('instrumentSchema, beyond lines', () => {
  const good = buildInstrument()
  const label = good.caution
  const step = (value: number, face = 'glad') => ({ value, face, label })
  const none = { method: 'none', missingAtMost: 0 }
  const part = {
    id: 'part',
    name: { nl: 'deel', en: 'part' },
    items: ['heard'],
    reversed: [],
    missingAtMost: 0,
  }
  const [first] = good.items
  const ask = (text: string) => ({ nl: { u: text, je: text }, en: text })

  it.each<[string, object]>([
    ['faces on the scale', { display: 'faces', onePerScreen: true, options: [step(0, 'sad'), step(10)] }],
    [
      'a choice without score',
      { display: 'choice', onePerScreen: true, options: [step(0), step(1)], scoring: none },
    ],
    ['parts', { subscales: [part] }],
    [
      'a sum, with its cut-off on the scale of sums',
      { ...buildInstrument({ cutoff: 36 }), scoring: { method: 'sum', missingAtMost: 1 } },
    ],
    ['a mirror', { mirrors: 'contact-check', perspective: 'professional' }],
    [
      'one question in own words',
      { items: [{ ...first, question: ask('{own}?'), ownWording: 'question' }], scoring: none },
    ],
  ])('takes %s', (_, change) => {
    expect(instrumentSchema.safeParse({ ...good, ...change }).error?.issues).toBeUndefined()
  })

  it.each<[string, object]>([
    ['faces without options', { display: 'faces', onePerScreen: true }],
    ['faces below each other', { display: 'faces', options: [step(0, 'sad'), step(10)] }],
    ['lines one a screen', { onePerScreen: true }],
    ['options on a line', { options: [step(0), step(10)] }],
    ['a choice with a score', { display: 'choice', onePerScreen: true, options: [step(0), step(1)] }],
    ['a face beside the scale', { display: 'faces', onePerScreen: true, options: [step(0), step(11)] }],
    ['faces in another order', { display: 'faces', onePerScreen: true, options: [step(10), step(0)] }],
    [
      'a face that nobody can draw',
      { display: 'faces', onePerScreen: true, options: [step(0), step(10, 'smug')] },
    ],
    ['a part of unknown items', { subscales: [{ ...part, items: ['other'] }] }],
    ['a part that turns round what it does not hold', { subscales: [{ ...part, reversed: ['what'] }] }],
    ['a part out of nothing', { subscales: [{ ...part, missingAtMost: 1 }] }],
    ['two parts with one id', { subscales: [part, part] }],
    ['parts of no score', { subscales: [part], scoring: none }],
    ['a mirror of itself', { mirrors: good.id, perspective: 'professional' }],
    ['a mirror of another family', { mirrors: 'a', perspective: 'professional', family: 'b' }],
    ['a mirror for nobody', { mirrors: 'contact-check' }],
    ['own words without a place', { items: [{ ...first, ownWording: 'goal' }], scoring: none }],
    ['a place without own words', { items: [{ ...first, question: ask('{own}?') }], scoring: none }],
  ])('refuses %s', (_, change) => {
    expect(instrumentSchema.safeParse({ ...good, ...change }).success).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { signalPriority } from '../feedback/signal.ts'
import type { Setting } from '../relation/relation.ts'
import type { Place } from './fit.place.ts'
import { fitting } from './fit.ts'
import { fitReasonWords } from './fit.words.ts'
import { goalTopics } from './goal-topics.ts'
import { itemFactory } from './item.factory.ts'
import type { Item, ItemFits } from './item.schema.ts'

const anywhere: ItemFits = itemFactory().fits
const item = (key: string, of: Partial<ItemFits> = {}, rest: Partial<Item> = {}) =>
  itemFactory({ key, fits: { ...anywhere, ...of }, ...rest })

const guidance: Setting = { kind: 'with-help-seekers', context: 'micro', situation: 'guidance' }
const ask = (items: readonly Item[], place: Place, setting: Setting | null = guidance) => ({
  ...{ items, place, setting },
  voice: null,
})
const keys = (...of: Parameters<typeof ask>) => fitting(ask(...of)).map(({ item: one }) => one.key)
const lowItem: Place = { at: 'signal', rule: 'low-item', line: 'doable', challenge: null }

describe('what is offered', () => {
  const tasks = item('tasks', { lines: ['doable'] }, { kind: 'element' })
  const planning = item('planning', { lines: ['doable'] }, { kind: 'prompt' })
  const general = item('general', { signals: ['low-item'] }, { kind: 'exercise' })
  const other = item('other', { signals: ['drop'], lines: ['goals'] })

  it.each<[string, Place, string[]]>([
    ['the line that stood out comes before the rule alone', lowItem, ['planning', 'tasks', 'general']],
    [
      'a rule of another kind offers nothing of this one',
      { ...lowItem, rule: 'drop', line: null },
      ['other'],
    ],
    ['nothing fits', { at: 'moment', moment: 'ending' }, []],
  ])('%s', (_, place, expected) => {
    expect(keys([other, general, tasks, planning], place)).toEqual(expected)
  })

  it('gives one of each kind before a second of the same', () => {
    const second = item('planning-too', { lines: ['doable'], signals: ['low-item'] }, { kind: 'prompt' })
    expect(keys([planning, second, tasks, general], lowItem)).toEqual(['planning-too', 'tasks', 'general'])
  })

  it('says of each item why, in words that begin with because', () => {
    const words = fitting(ask([tasks, general], lowItem)).map(({ reason }) =>
      fitReasonWords(reason, 'nl', () => undefined),
    )
    expect(words).toEqual([
      'omdat het antwoord over ‘afspraken die lukken’ opviel',
      'omdat één antwoord opviel',
    ])
  })
})

describe('ties', () => {
  it('are parted by what an item rests on, then by its key', () => {
    const of = (key: string, grade: Item['grade']) => item(key, { markers: ['W2'] }, { grade })
    const items = [of('b', 'opinion'), of('c', 'studies'), of('a', 'opinion')]
    expect(keys(items, { at: 'rupture', markers: ['W2'], step: null })).toEqual(['c', 'a', 'b'])
  })

  it('never put what a chatbot listed before what has a source', () => {
    const listed = item(
      'listed',
      { themes: ['trust'], situations: ['guidance'] },
      { kind: 'theory', grade: 'none', provenance: 'chatbot-list' },
    )
    const sourced = ['x', 'y'].map((key) => item(key, { themes: ['trust'] }))
    expect(keys([listed, ...sourced], { at: 'theme', code: 'trust', like: [], topics: [] })).toEqual([
      ...['x', 'y', 'listed'],
    ])
  })
})

test('a theme of one’s own is offered what it is like, after what has its very name, and says which', () => {
  const named = item('named', { themes: ['trust'] })
  const alike = item('alike', { themes: ['equality'] }, { kind: 'prompt' })
  const about = item('about', { goals: ['power'] }, { kind: 'exercise' })
  const place: Place = { at: 'theme', code: 'trust', like: ['equality'], topics: ['power'] }
  const found = fitting(ask([about, alike, named], place))
  expect(
    found.map(({ item: one, reason }) => [
      one.key,
      fitReasonWords(reason, 'nl', (code) => ({ nl: code, en: code })),
    ]),
  ).toEqual([
    ['named', 'omdat het gaat over ‘trust’'],
    ['alike', 'omdat het lijkt op ‘equality’'],
    ['about', 'omdat het lijkt te gaan over verschil in macht'],
  ])
  expect(keys([about, alike, named], { at: 'theme', code: null, like: [], topics: [] })).toEqual([])
})

describe('where one is', () => {
  const team = item('team', { kinds: ['interprofessional'], moments: ['tension'] })
  const meso = item('meso', { contexts: ['meso'], moments: ['tension'] })
  const here = item('here', { kinds: ['with-help-seekers'], moments: ['tension'] })
  const tension: Place = { at: 'moment', moment: 'tension' }
  it.each<[Setting | null, string[]]>([
    [guidance, ['here']],
    [{ kind: 'interprofessional', context: 'meso', situation: 'mdo' }, ['meso', 'team']],
    [null, ['here', 'meso', 'team']],
  ])('%o', (setting, expected) => expect(keys([team, meso, here], tension, setting)).toEqual(expected))

  it('the words for the step one is at come before what fits all that was noticed', () => {
    const marked = item('marked', { markers: ['W1', 'W2', 'W3'] })
    const step = item('repair-listen', { moments: ['rupture'] }, { kind: 'prompt' })
    const [first] = fitting(
      ask([marked, step], { at: 'rupture', markers: ['W1', 'W2', 'W3'], step: 'listen' }),
    )
    expect(first?.item.key).toBe('repair-listen')
    expect(first && fitReasonWords(first.reason, 'en', () => undefined)).toBe(
      'because you are at the step ‘Listen’',
    )
  })

  it('a meeting is not offered a format, least of all its own', () => {
    const format = item('stilstaan', { moments: ['meeting'], themes: ['room'] }, { kind: 'format' })
    const word = item('word', { themes: ['room'] })
    expect(keys([format, word], { at: 'meeting', format: 'stilstaan', part: 'table' })).toEqual(['word'])
  })

  it('from something to say one comes to an exercise, and an item does not offer itself', () => {
    const prompt = item('prompt', { goals: ['listening'] }, { kind: 'prompt' })
    const tip = item('a-tip', { goals: ['listening'] })
    const exercise = item('try', { goals: ['listening'] }, { kind: 'exercise' })
    expect(keys([prompt, tip, exercise], { at: 'item', key: 'prompt' })).toEqual(['try', 'a-tip'])
  })
})

test('what a goal is about is read from its words, and a beginning in another word is not', () => {
  expect(goalTopics('Ik wil beter luisteren en grenzen durven aangeven')).toEqual(['listening', 'boundaries'])
  expect(goalTopics('Iets neergezet')).toEqual([])
  expect(goalTopics('I want to listen to my colleagues')).toEqual(['listening', 'colleagues'])
})

test('at most three, each once, the same whatever the order, and only what may be offered', () => {
  const made = fc
    .array(
      fc.record({
        n: fc.integer({ min: 0, max: 40 }),
        signals: fc.subarray([...signalPriority]),
        kind: fc.constantFrom('tip', 'prompt', 'exercise', 'theory'),
        kinds: fc.subarray(['with-help-seekers', 'interprofessional'] as const),
        chatbot: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    .map((all) => {
      const once = new Map(all.map((one) => [one.n, one]))
      return [...once.values()].map(({ n, signals, kind, kinds, chatbot }) =>
        item(
          `i${n}`,
          { signals, kinds: [...kinds] },
          { kind: kind as Item['kind'], ...(chatbot ? { grade: 'none', provenance: 'chatbot-list' } : {}) },
        ),
      )
    })
  fc.assert(
    fc.property(made, fc.constantFrom(...signalPriority), (items, rule) => {
      const place: Place = { at: 'signal', rule, line: null, challenge: null }
      const found = fitting(ask(items, place))
      expect(found.length).toBeLessThanOrEqual(3)
      expect(keys(items.toReversed(), place)).toEqual(found.map(({ item: one }) => one.key))
      const isListed = found.map(({ item: one }) => one.provenance === 'chatbot-list')
      expect(isListed).toEqual(isListed.toSorted())
      for (const { item: one } of found) {
        expect(one.fits.kinds.length === 0 || one.fits.kinds.includes('with-help-seekers')).toBe(true)
      }
    }),
    { numRuns: 100 },
  )
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { forbiddenWords, longSentences } from '../../../../scripts/text-rules.ts'
import type { Bilingual } from '../shared/language.ts'
import { fill } from '../shared/spoken.ts'
import { instrumentSchema } from './instrument.ts'
import { type OpenerOccasion, openerItem, openersFor } from './opener.choice.ts'
import { type Opener, openerFile, openerSchema } from './opener.ts'
import { labelInSentence } from './signal.sentences.ts'
import { signalPriority } from './signal.ts'

describe('openersFor', () => {
  const opener = (id: string, place: string): Opener => ({
    id,
    for: place,
    say: { nl: { u: id, je: id }, en: id },
    next: { nl: id, en: id },
  })
  const openers = [
    opener('any', 'any'),
    opener('drop', 'rule:drop'),
    opener('full', 'rule:ceiling'),
    opener('silent', 'rule:no-check'),
    opener('strain', 'rule:rupture-open'),
    opener('what-1', 'item:what'),
    opener('how-1', 'item:how'),
    opener('what-2', 'item:what'),
  ]
  const low = { rule: 'low-item', item: 'how', value: 5, previous: null, below: 6 } as const
  const drop = { rule: 'drop', score: 6, previous: 8, atLeast: 1 } as const
  const cutoff = { rule: 'below-cutoff', score: 6, cutoff: 6.5 } as const
  const ceiling = { rule: 'ceiling', run: 3, from: 9.9 } as const
  const noCheck = {
    rule: 'no-check',
    since: '2026-11-01T10:00:00.000Z',
    unanswered: 2,
    windowDays: 14,
  } as const
  const rupture = {
    rule: 'rupture-open',
    rupture: 'r1',
    since: '2026-11-01T10:00:00.000Z',
    days: 14,
  } as const
  const rows: [string, OpenerOccasion, string[]][] = [
    ['nothing to go by', { finding: null, lowestItem: null }, ['any']],
    [
      'an answer without a signal: its lowest item',
      { finding: null, lowestItem: 'what' },
      ['what-1', 'what-2'],
    ],
    [
      'a low item, before the lowest of today',
      { finding: low, lowestItem: 'what' },
      ['how-1', 'what-1', 'what-2'],
    ],
    ['a low item that is the lowest: each once', { finding: low, lowestItem: 'how' }, ['how-1']],
    [
      'a drop: the item is more concrete than the rule',
      { finding: drop, lowestItem: 'how' },
      ['how-1', 'drop'],
    ],
    ['a rule without sentences of its own', { finding: cutoff, lowestItem: 'how' }, ['how-1']],
    ['an item and a rule without sentences', { finding: cutoff, lowestItem: 'whole' }, ['any']],
    ['a full ten has no low item to ask about', { finding: ceiling, lowestItem: 'what' }, ['full']],
    [
      'a rupture has nothing to do with the lowest item',
      { finding: rupture, lowestItem: 'what' },
      ['strain'],
    ],
    ['a missing check', { finding: noCheck, lowestItem: 'what' }, ['silent']],
  ]
  it.each(rows)('%s', (_, occasion, expected) => {
    expect(openersFor(openers, occasion).map(({ id }) => id)).toEqual(expected)
  })

  it('names the item that the finding tells of, else the lowest', () => {
    const differ = {
      rule: 'voices-differ',
      item: 'how',
      own: 4,
      other: 9,
      by: 'p2',
      otherAt: '2026-09-03T09:00:00.000Z',
      atLeast: 3,
    } as const
    expect(openerItem({ finding: differ, lowestItem: 'what' })).toBe('how')
    expect(openerItem({ finding: drop, lowestItem: 'what' })).toBe('what')
    expect(openerItem({ finding: null, lowestItem: null })).toBeNull()
  })

  it('is written for an item, a rule or any', () => {
    const takes = (place: string) => openerSchema.safeParse(opener('x', place)).success
    expect(['item:q1', 'item:heard', 'rule:no-check', 'any'].every(takes)).toBe(true)
    expect(['item:', 'item:1', 'heard', 'all', 'any ', ' rule:drop'].some(takes)).toBe(false)
  })
})

const content = new URL('../../../../content/', import.meta.url)
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, content), 'utf8'))
// A team is asked without names: nobody opens a talk about one answer of its check.
const instruments = readdirSync(new URL('instruments/', content))
  .map((file) => read(`instruments/${file}`))
  .filter((json) => typeof json === 'object' && json !== null && !('use' in json))
  .map((json) => instrumentSchema.parse(json))
const files = readdirSync(new URL('openers/', content)).map((file) => ({
  file,
  ...openerFile.parse(read(`openers/${file}`)),
}))
const rulesOfTheirOwn = signalPriority
  .filter((rule) => !['low-item', 'drop', 'below-cutoff'].includes(rule))
  .map((rule) => `rule:${rule}`)

describe.each(files)('the openers of $instrument', ({ file, instrument: id, openers }) => {
  const versions = instruments.filter((instrument) => instrument.id === id)
  const countFor = (place: string) => openers.filter((opener) => opener.for === place).length

  it('belong to a published instrument, by the name of their file', () => {
    expect(file).toBe(`${id}.json`)
    expect(versions).not.toEqual([])
  })

  it('have an id each', () => {
    expect(new Set(openers.map((opener) => opener.id)).size).toBe(openers.length)
  })

  it('speak of items and rules that exist', () => {
    const items = versions.flatMap(({ items }) => items.map((item) => `item:${item.id}`))
    const known = new Set([...items, ...signalPriority.map((rule) => `rule:${rule}`), 'any'])
    expect(openers.map((opener) => opener.for).filter((place) => !known.has(place))).toEqual([])
  })

  it('leave a choice: three for each item and each rule that is not about a low one; one for the rest', () => {
    const items = versions.flatMap(({ items }) => items.map((item) => `item:${item.id}`))
    // Sentences that go with a rule are the same whatever was asked: they stand with the contact check.
    const isFirst = id === 'contact-check'
    for (const place of [...items, ...(isFirst ? rulesOfTheirOwn : [])])
      expect([place, countFor(place) >= 3]).toEqual([place, true])
    for (const place of isFirst ? ['rule:drop', 'rule:below-cutoff', 'any'] : []) {
      expect(countFor(place)).toBeGreaterThan(0)
    }
  })

  it('can be said aloud: filled in, in short plain sentences that end in a question', () => {
    const complaints = openers.flatMap((opener) => {
      const nl = { when: 'op 3 november', item: longestLabel('nl') }
      const dutch = [fill(opener.say.nl.u, nl), fill(opener.say.nl.je, nl), opener.next.nl]
      const english = fill(opener.say.en, { when: 'on 3 November', item: longestLabel('en') })
      const open = [...dutch.slice(0, 2), english].filter((text) => !text.endsWith('?'))
      const unfilled = [...dutch, english].filter((text) => /[{}]/.test(text))
      const lint = dutch.flatMap((text) => [...longSentences(text), ...forbiddenWords(text)])
      return [...open, ...unfilled, ...lint.map((complaint) => complaint.fact)]
    })
    expect(complaints).toEqual([])
  })

  it('keep u and je apart', () => {
    const mixed = openers.filter(
      ({ say }) => /\b(je|jij|jou|jouw)\b/i.test(say.nl.u) || /\b(u|uw)\b/i.test(say.nl.je),
    )
    expect(mixed).toEqual([])
  })

  function longestLabel(language: keyof Bilingual): string {
    const labels = versions.flatMap(({ items }) => items.map((item) => labelInSentence(item.label[language])))
    return labels.toSorted((a, b) => b.split(' ').length - a.split(' ').length)[0] ?? ''
  }
})

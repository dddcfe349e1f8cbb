import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { forbiddenWords, longSentences } from '../../../../scripts/text-rules.ts'
import { fill } from '../shared/spoken.ts'
import { buildInstrument } from './instrument.factory.ts'
import { lowestItem, scoreOf, valueLabel } from './instrument.score.ts'
import { type Answers, type Instrument, instrumentKey, instrumentSchema } from './instrument.ts'

const instrument = buildInstrument()

describe('scoreOf', () => {
  const rows: [string, Answers, number | null][] = [
    ['all four', { heard: 8, what: 6, how: 7, whole: 7 }, 7],
    ['all at the bottom', { heard: 0, what: 0, how: 0, whole: 0 }, 0],
    ['all at the top', { heard: 10, what: 10, how: 10, whole: 10 }, 10],
    ['one left empty: the mean of the rest, never a zero', { heard: 9, what: 6, how: 6 }, 7],
    ['two left empty: more than is allowed', { heard: 9, what: 6 }, null],
    ['nothing', {}, null],
    ['answers to other items count for nothing', { other: 1, heard: 5, what: 5, how: 5 }, 5],
    ['unrounded', { heard: 6.4, what: 6.5, how: 6.5, whole: 6.5 }, 6.475],
  ]
  it.each(rows)('%s', (_, answers, expected) => {
    const score = scoreOf(instrument, answers)
    if (expected === null) expect(score).toBeNull()
    else expect(score).toBeCloseTo(expected, 12)
  })

  it('follows the number of empty items that the instrument allows', () => {
    const answers = { heard: 9, what: 6, how: 6 }
    expect(scoreOf(buildInstrument({ missingAtMost: 0 }), answers)).toBeNull()
    expect(scoreOf(buildInstrument({ missingAtMost: 2 }), { heard: 9, what: 6 })).toBe(7.5)
    expect(scoreOf(buildInstrument({ missingAtMost: 3 }), {})).toBeNull()
  })
})

describe('lowestItem', () => {
  const rows: [string, Answers, [string, number] | null][] = [
    ['one lowest', { heard: 8, what: 5.4, how: 7, whole: 6 }, ['what', 5.4]],
    ['the first of equals', { heard: 8, what: 6, how: 6, whole: 8 }, ['what', 6]],
    ['zero is an answer', { heard: 8, whole: 0 }, ['whole', 0]],
    ['empty items are passed over', { whole: 9 }, ['whole', 9]],
    ['nothing answered', {}, null],
  ]
  it.each(rows)('%s', (_, answers, expected) => {
    const lowest = lowestItem(instrument, answers)
    expect(lowest && [lowest.item.id, lowest.value]).toEqual(expected)
  })
})

describe('valueLabel', () => {
  const rows = [
    [5.4, '5,4', '5.4'],
    [8, '8,0', '8.0'],
    [10, '10,0', '10.0'],
    [0, '0,0', '0.0'],
    [6.475, '6,5', '6.5'],
    // 2.05 and 7.45 lie on different sides of their half in binary; both are read as a half.
    [2.05, '2,1', '2.1'],
    [7.45, '7,5', '7.5'],
    // The mean that should be 7.25 comes out as 7.249999999999999.
    [(4 + 5.6 + 9.7 + 9.7) / 4, '7,3', '7.3'],
  ] as const
  it.each(rows)('%d reads %s and %s', (value, dutch, english) => {
    expect([valueLabel(value, 'nl'), valueLabel(value, 'en')]).toEqual([dutch, english])
  })
})

describe('instrumentSchema', () => {
  const refusals: [string, (good: Instrument) => unknown][] = [
    ['two items with one id', (good) => ({ ...good, items: [...good.items, ...good.items] })],
    ['no items', (good) => ({ ...good, items: [] })],
    ['a scale without length', (good) => ({ ...good, scale: { min: 10, max: 10, step: 0.1 } })],
    ['a scale without steps', (good) => ({ ...good, scale: { min: 0, max: 10, step: 0 } })],
    ['a score out of nothing', (good) => ({ ...good, scoring: { method: 'mean', missingAtMost: 4 } })],
    ['a cut-off beside the scale', () => buildInstrument({ cutoff: 36 })],
    ['an item limit beside the scale', () => buildInstrument({ itemBelow: -1 })],
    ['a ceiling above the scale', () => buildInstrument({ ceiling: { from: 11, run: 3 } })],
    ['a ceiling at the floor', () => buildInstrument({ ceiling: { from: 0, run: 3 } })],
    ['a version that is no version', (good) => ({ ...good, version: 0 })],
    ['a field it does not know', (good) => ({ ...good, colour: 'green' })],
  ]
  it('takes a coherent instrument', () => {
    expect(instrumentSchema.parse(instrument)).toEqual(instrument)
  })
  it.each(refusals)('refuses %s', (_, spoil) => {
    expect(instrumentSchema.safeParse(spoil(instrument)).success).toBe(false)
  })
})

const folder = new URL('../../../../content/instruments/', import.meta.url)
const published = readdirSync(folder).flatMap((file) => {
  const json = readFileSync(new URL(file, folder), 'utf8')
  // What is asked of groups without names has a schema of its own (team/team-instrument.ts) and its own test.
  return 'use' in JSON.parse(json)
    ? []
    : [{ file, json, instrument: instrumentSchema.parse(JSON.parse(json)) }]
})

describe('the published instruments', () => {
  it('carry their id and version in the name of their file', () => {
    for (const { file, instrument } of published)
      expect(file).toBe(`${instrument.id}.v${instrument.version}.json`)
  })

  // Answers point at a version (peers.md A37). A hash that no longer fits means: leave the published file as it was,
  // write the new wording as a new version, and add its line here.
  it('never change', () => {
    const hashes = published.map(({ json, instrument }) => {
      const content = JSON.stringify(JSON.parse(json))
      return `${instrumentKey(instrument)} ${createHash('sha256').update(content).digest('hex')}`
    })
    expect(hashes).toEqual([
      'collaboration-check-mirror@1 ff6b730816fd0f55ba7bcc83da8745f1917704744dec5c0bcf39655c440725ce',
      'collaboration-check@1 f0a87baf2996fd147edf4d6264c4480d5c10f10b005b4380212d8fb9a93067d1',
      'contact-check-child@1 3a17a094e689edafa24d75dcc61bf7921a9bf340821a50c73fad8f3dacf7b346',
      'contact-check-group@1 f1d0837991eecbde73ef89d0b76eca425f59b6d0fc41d6544aebe636ab9338ec',
      'contact-check-mirror@1 ea8a87a83c48d2d68971d01423fa7104a62619cb8d9f2af678d11ee593a0389f',
      'contact-check-young-child@1 ee58526e09b156caeb40285d6ba0ca7efe989a6938d4e2d2bc20d74f633e1a97',
      'contact-check-young-child@2 a92dce0d5a6693b4f0c0734d88ea80f754823a5e3b4908f8bbf08e94e3e85983',
      'contact-check-youth@1 c922a2433c7f1441f7276f267508450b71d05fff4b3f32d32cdd3ed617a7af6b',
      'contact-check@1 b8cd6cbf52aff6ce4ce27358d03cf0eb615fa87589f318a3117aee754bf89e4d',
      'network-check@1 94c10267c0886459b4b6015363af9c8ca1c561255c0dd274666d0fed6e65022b',
      'own-goal@1 29191adc990d368d3f8205c214830e5b7c56f1318f6c16a49b089e0d58e136ad',
      'own-question@1 61cda78c2517904976ad46bbfc4950f158166a95afdd16cd4da32a550d08c709',
      'single-contact@1 4e65958d142146c8435e042b79a1fafb64ac78bc102fd48f2cc1ef5997963be5',
    ])
  })

  it('say in plain short sentences what they ask', () => {
    const complaints = published.flatMap(({ json }) =>
      dutchTexts(JSON.parse(json)).flatMap((text) => {
        const said = fill(text, { professional: 'Noor van der Berg' })
        return [...longSentences(said), ...forbiddenWords(said)]
      }),
    )
    expect(complaints).toEqual([])
  })
})

describe('the contact check', () => {
  const check = published.find(({ file }) => file === 'contact-check.v1.json')?.instrument

  it('has the four items, scale and limits that the screens and signals count on', () => {
    expect(check?.items.map((item) => item.id)).toEqual(['heard', 'what', 'how', 'whole'])
    expect(check?.scale).toEqual({ min: 0, max: 10, step: 0.1 })
    expect(check?.scoring.missingAtMost).toBe(1)
    const { cutoff, itemBelow, dropAtLeast, ceiling } = check?.signals ?? {}
    expect([cutoff?.value, itemBelow?.value, dropAtLeast, ceiling]).toEqual([
      6.5,
      6,
      1,
      { from: 9.9, run: 3 },
    ])
  })

  it('says of itself that it is no test, and of its limits whose they are', () => {
    expect(check?.caution.nl.je).toContain('geen test')
    expect(check?.caution.en).toContain('not validated')
    expect(check?.signals.cutoff.source).toContain('Eigen keuze van Weerklank')
    expect(check?.signals.itemBelow.source).toContain('Eigen keuze van Weerklank')
  })

  it('leaves a place for the name of the professional in the open question only', () => {
    expect(check?.open.question.nl.u).toContain('{professional}')
    expect(check?.open.question.nl.je).toContain('{professional}')
    expect(check?.open.question.en).toContain('{professional}')
    const questions = check?.items.map((item) => item.question) ?? []
    expect(questions.map((question) => JSON.stringify(question)).join()).not.toContain('{professional}')
  })
})

function dutchTexts(value: unknown, isDutch = false): string[] {
  if (typeof value === 'string') return isDutch ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => dutchTexts(part, isDutch || key === 'nl'))
}

import { describe, expect, it } from 'vitest'
import { bilingual, type Spoken, spoken } from './spoken.schema.ts'
import { fill, say } from './spoken.ts'

const question: Spoken = {
  nl: { u: 'Wat wilt u aan {name} vragen?', je: 'Wat wil je aan {name} vragen?' },
  en: 'What do you want to ask {name}?',
}

describe('say', () => {
  const rows = [
    ['nl', 'u', 'Wat wilt u aan Noor vragen?'],
    ['nl', 'je', 'Wat wil je aan Noor vragen?'],
    ['en', 'u', 'What do you want to ask Noor?'],
    ['en', 'je', 'What do you want to ask Noor?'],
  ] as const
  it.each(rows)('%s, %s', (language, address, expected) => {
    expect(say(question, { language, address }, { name: 'Noor' })).toBe(expected)
  })

  it('leaves a place without a value as it is', () => {
    expect(say(question, { language: 'nl', address: 'je' })).toBe('Wat wil je aan {name} vragen?')
  })
})

describe('fill', () => {
  const rows: [string, Record<string, string>, string][] = [
    ['{a} en {b}', { a: 'Lina', b: 'Noor' }, 'Lina en Noor'],
    ['{a}, {a}', { a: 'Lina' }, 'Lina, Lina'],
    ['{a}', { a: '' }, ''],
    ['{ a } {} {a-b}', { a: 'x' }, '{ a } {} {a-b}'],
    ['no places', { a: 'x' }, 'no places'],
    ['{constructor} {toString} {__proto__}', {}, '{constructor} {toString} {__proto__}'],
  ]
  it.each(rows)('%j with %j', (text, values, expected) => {
    expect(fill(text, values)).toBe(expected)
  })

  it('takes a value as it is: no pattern, no second filling', () => {
    expect(fill('{a}', { a: '$& $1 {b}', b: 'x' })).toBe('$& $1 {b}')
  })
})

describe('the shapes of texts', () => {
  it('take both languages and both forms of address, none empty, nothing more', () => {
    expect(spoken.parse(question)).toEqual(question)
    expect(bilingual.parse({ nl: 'ja', en: 'yes' })).toEqual({ nl: 'ja', en: 'yes' })
    const wrong = [
      { ...question, en: '' },
      { ...question, nl: { u: 'a' } },
      { ...question, nl: 'a' },
      { ...question, fr: 'a' },
    ]
    expect(wrong.filter((text) => spoken.safeParse(text).success)).toEqual([])
    expect(bilingual.safeParse({ nl: 'ja' }).success).toBe(false)
  })
})

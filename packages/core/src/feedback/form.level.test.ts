import { describe, expect, it, test } from 'vitest'
import { emptyForm } from './form.build.ts'
import { levelsOf, readingLevelFor, wordedFor, wordingGaps } from './form.level.ts'
import { type FormModel, formText } from './form.ts'

const form: FormModel = {
  ...emptyForm('Samenwerken', 'nl'),
  title: { text: 'Samenwerken', levels: { child: { text: 'Samen' } } },
  items: [
    {
      linkId: 'a',
      kind: 'choice',
      text: {
        text: 'Luisteren we naar elkaar?',
        translations: { tr: 'Birbirimizi dinliyor muyuz?' },
        levels: {
          child: { text: 'Luister ik?', translations: { tr: 'Dinliyor muyum?' } },
          professional: { text: 'Hoe is de wederzijdse afstemming?' },
        },
      },
      options: [
        {
          value: { kind: 'coding', value: { code: '1' } },
          text: { text: 'Nooit', levels: { child: { text: 'Nee' } } },
        },
      ],
    },
    { linkId: 'b', kind: 'text', text: { text: 'Wat helpt?' } },
  ],
}
const wordsOf = (model: FormModel, language: string) => [
  formText(model.title, language),
  ...model.items.flatMap(({ text, options = [] }) => [
    formText(text, language),
    ...options.map((one) => formText(one.text, language)),
  ]),
]

describe('a form in the words of a reading level', () => {
  it.each([
    ['parent', 'nl', ['Samenwerken', 'Luisteren we naar elkaar?', 'Nooit', 'Wat helpt?']],
    ['child', 'nl', ['Samen', 'Luister ik?', 'Nee', 'Wat helpt?']],
    ['child', 'tr', ['Samen', 'Dinliyor muyum?', 'Nee', 'Wat helpt?']],
    ['professional', 'nl', ['Samenwerken', 'Hoe is de wederzijdse afstemming?', 'Nooit', 'Wat helpt?']],
    // Her language goes before her level: the plain Turkish, and no Dutch of a professional.
    ['professional', 'tr', ['Samenwerken', 'Birbirimizi dinliyor muyuz?', 'Nooit', 'Wat helpt?']],
  ] as const)('%s in %s', (level, language, expected) => {
    expect(wordsOf(wordedFor(form, level), language)).toEqual(expected)
  })
  it('holds no words of other levels, and leaves a form without levels as it is', () => {
    for (const level of ['parent', 'child', 'professional'] as const)
      expect(JSON.stringify(wordedFor(form, level))).not.toContain('levels')
    const plain = emptyForm('Samen', 'nl')
    expect(wordedFor(plain, 'child')).toBe(plain)
    expect([levelsOf(plain), levelsOf(form)]).toEqual([['parent'], ['professional', 'parent', 'child']])
  })
})

test('where the words of a level or a language are missing, that is told once per question', () => {
  const gaps = (level: 'parent' | 'child' | 'professional', language: string) =>
    wordingGaps(form, { level, language }).map(({ linkId, missing }) => `${linkId} ${missing}`)
  expect(gaps('parent', 'nl-NL')).toEqual([])
  expect(gaps('child', 'nl')).toEqual(['b level'])
  expect(gaps('professional', 'nl')).toEqual(['null level', 'a level', 'b level'])
  expect(gaps('parent', 'tr')).toEqual(['null language', 'a language', 'b language'])
})

test.each([
  ['child', 'child'],
  ['youth', 'parent'],
  ['client', 'parent'],
  ['mother', 'parent'],
  ['professional', 'professional'],
  ['colleague', 'professional'],
  ['expert-by-experience', 'parent'],
] as const)('%s reads the words of: %s', (voice, level) => {
  expect(readingLevelFor(voice)).toBe(level)
})

import { expect, test } from 'vitest'
import { emptyForm } from './form.build.ts'
import { languagesOf, sourceLanguage, type Writing, withWords, wordsIn } from './form.build-language.ts'

const plain: Writing = { language: 'nl', source: 'nl', level: 'parent' }
const turkish: Writing = { ...plain, language: 'tr' }
const child: Writing = { ...plain, level: 'child' }

test('words are written per language, and an empty translation is none', () => {
  const text = withWords(withWords(undefined, 'Hoe gaat het?', plain), 'Nasıl?', turkish)
  expect(text).toEqual({ text: 'Hoe gaat het?', translations: { tr: 'Nasıl?' } })
  expect(wordsIn(text, turkish)).toBe('Nasıl?')
  expect(wordsIn(text, { ...plain, language: 'pl' })).toBe('')
  expect(withWords(text, '', turkish)).toEqual({ text: 'Hoe gaat het?' })
  expect(withWords(text, 'Anders', plain).translations).toEqual({ tr: 'Nasıl?' })
})

test('words are written per reading level beside the plain ones, and leave nothing behind when they go', () => {
  const written = withWords(withWords({ text: 'Hoe gaat het?' }, 'Gaat het?', child), 'İyi mi?', {
    ...turkish,
    level: 'child',
  })
  expect(written).toEqual({
    text: 'Hoe gaat het?',
    levels: { child: { text: 'Gaat het?', translations: { tr: 'İyi mi?' } } },
  })
  expect([wordsIn(written, child), wordsIn(written, plain), wordsIn(written, turkish)]).toEqual([
    'Gaat het?',
    'Hoe gaat het?',
    '',
  ])
  expect(wordsIn(written, { ...plain, level: 'professional' })).toBe('')
  expect(withWords(written, 'Hoe is het?', plain).levels).toEqual(written.levels)
  expect(withWords(withWords(written, '', child), '', { ...turkish, level: 'child' })).toEqual({
    text: 'Hoe gaat het?',
  })
})

test('a form names the languages that are written anywhere in it', () => {
  const text = { text: 'x', translations: { ar: 'y' }, levels: { child: { translations: { uk: 'z' } } } }
  const form = { ...emptyForm('Samen', 'nl'), items: [{ linkId: 'a', kind: 'text' as const, help: text }] }
  expect(languagesOf(form)).toEqual(['nl', 'ar', 'uk'])
  expect(sourceLanguage({})).toBe('nl')
})

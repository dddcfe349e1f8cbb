import { expect, test } from 'vitest'
import { emptyForm } from './form.build.ts'
import { languagesOf, sourceLanguage, withWords, wordsIn } from './form.build-language.ts'

const turkish = { language: 'tr', source: 'nl' }

test('words are written per language, and an empty translation is none', () => {
  const text = withWords(
    withWords(undefined, 'Hoe gaat het?', { language: 'nl', source: 'nl' }),
    'Nasıl?',
    turkish,
  )
  expect(text).toEqual({ text: 'Hoe gaat het?', translations: { tr: 'Nasıl?' } })
  expect(wordsIn(text, 'tr', 'nl')).toBe('Nasıl?')
  expect(wordsIn(text, 'pl', 'nl')).toBe('')
  expect(withWords(text, '', turkish)).toEqual({ text: 'Hoe gaat het?' })
  expect(withWords(text, 'Anders', { language: 'nl', source: 'nl' }).translations).toEqual({ tr: 'Nasıl?' })
})

test('a form names the languages that are written anywhere in it', () => {
  const form = {
    ...emptyForm('Samen', 'nl'),
    items: [{ linkId: 'a', kind: 'text' as const, help: { text: 'x', translations: { ar: 'y' } } }],
  }
  expect(languagesOf(form)).toEqual(['nl', 'ar'])
  expect(sourceLanguage({})).toBe('nl')
})

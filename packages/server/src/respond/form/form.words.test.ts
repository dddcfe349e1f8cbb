import { addressForms, furtherLanguages } from '@weerklank/core/shared/language'
import { inForm } from '@weerklank/core/shared/spoken'
import { expect, test } from 'vitest'
import { phrase, readLanguageFile } from '../../http/further-languages.ts'
import { type FormWords, formPageText, formWordsFor } from './form.text.ts'

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

test('both languages have the same places to fill', () => {
  for (const address of addressForms) {
    const dutch = formWordsFor({ language: 'nl', address })
    for (const [key, text] of Object.entries(formPageText.en)) {
      expect(places(dutch[key as keyof FormWords]), key).toEqual(places(text))
    }
  }
})

test.each(furtherLanguages)(
  'in %s none is missing, none is left over, and all have the places of the Dutch ones',
  (tag) => {
    const file = readLanguageFile(tag, 'form') as { words: Record<string, unknown> }
    expect(Object.keys(file.words).sort()).toEqual(Object.keys(formPageText.nl).sort())
    for (const address of addressForms) {
      const dutch = formWordsFor({ language: 'nl', address })
      const said = formWordsFor({ language: tag, address })
      for (const [key, text] of Object.entries(said)) {
        expect(text, key).toBe(inForm(phrase.parse(file.words[key]), address))
        expect(places(text), key).toEqual(places(dutch[key as keyof FormWords]))
      }
    }
  },
)

import { expect, test } from 'vitest'
import { type FormWords, formPageText, formWordsFor } from './form.text.ts'

test('both languages have the same places to fill', () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
  for (const address of ['u', 'je'] as const) {
    const dutch = formWordsFor({ language: 'nl', address })
    for (const [key, text] of Object.entries(formPageText.en)) {
      expect(places(dutch[key as keyof FormWords]), key).toEqual(places(text))
    }
  }
})

import { expect, it } from 'vitest'
import { languageName, shortName } from './form-words.ts'

it.each([
  ['nl', 'Nederlands'],
  ['tr', 'Turks'],
  ['zz', 'zz'],
  ['no tag at all', 'no tag at all'],
  ['', ''],
])('the language %j is called %s', (tag, name) => {
  expect(languageName(tag, 'nl')).toBe(name)
})

it.each([
  ['http://hl7.org/fhir/StructureDefinition/questionnaire-unit', 'questionnaire-unit'],
  ['http://example.org/ValueSet/elders', 'http://example.org/ValueSet/elders'],
  ['itemControl tab', 'itemControl tab'],
])('%s reads as %s', (named, short) => {
  expect(shortName(named)).toBe(short)
})

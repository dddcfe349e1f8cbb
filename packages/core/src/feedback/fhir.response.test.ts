import { expect, test } from 'vitest'
import { convertQuestionnaire } from './fhir.convert.ts'
import { questionnaireFrom } from './fhir.export.ts'
import { importQuestionnaire } from './fhir.import.ts'
import { exportResponse, importResponse } from './fhir.response.ts'
import type { FormModel } from './form.ts'

const option = (code: string, weight: number) => ({
  ...{ valueCoding: { system: 'urn:s', code, display: code.toUpperCase() } },
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: weight }],
})
const choice = { type: 'choice', answerOption: [option('a', 1), option('b', 2)] }
const questionnaire = {
  ...{ resourceType: 'Questionnaire', status: 'active', title: 'Proef', url: 'urn:q', version: '2' },
  item: [
    { linkId: 'one', text: 'x', ...choice, required: true },
    { linkId: 'open', text: 'x', ...choice, type: 'open-choice' },
    { linkId: 'many', text: 'x', ...choice, repeats: true },
    { linkId: 'short', text: 'x', type: 'string', maxLength: 3 },
    { linkId: 'day', text: 'x', type: 'date' },
    {
      ...{ linkId: 'number', text: 'x', type: 'integer' },
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 10 }],
    },
    { linkId: 'parent', text: 'x', type: 'boolean', item: [{ linkId: 'child', text: 'x', type: 'string' }] },
    {
      linkId: 'g',
      text: 'x',
      type: 'group',
      repeats: true,
      item: [{ linkId: 'in', text: 'x', type: 'string', required: true }],
    },
    {
      linkId: 'later',
      text: 'x',
      type: 'string',
      enableWhen: [{ question: 'parent', operator: '=', answerBoolean: true }],
    },
  ],
}
const { model } = importQuestionnaire(questionnaire)
if (model === null) throw new Error('refused')
const form: FormModel = model

const coded = (code: string) => ({ valueCoding: { system: 'urn:s', code, display: code.toUpperCase() } })
const one = { linkId: 'one', answer: [coded('a')] }
const response = (item: unknown[], status = 'completed') => ({
  ...{
    resourceType: 'QuestionnaireResponse',
    questionnaire: 'urn:q|2',
    status,
    authored: '2026-11-20T10:00:00Z',
  },
  item,
})
const told = (item: unknown[], status?: string) =>
  importResponse(response(item, status), form).report.map(({ kind, linkId }) => [kind, linkId])

test('answers at every depth come in, and go out in the same shape', () => {
  const items = [
    one,
    { linkId: 'open', answer: [{ valueString: 'iets anders' }] },
    { linkId: 'many', answer: [coded('a'), coded('b')] },
    {
      linkId: 'parent',
      answer: [{ valueBoolean: true, item: [{ linkId: 'child', answer: [{ valueString: 'ja' }] }] }],
    },
    { linkId: 'g', item: [{ linkId: 'in', answer: [{ valueString: 'a' }] }] },
    { linkId: 'g', item: [{ linkId: 'in', answer: [{ valueString: 'b' }] }] },
    { linkId: 'later', answer: [{ valueString: 'z' }] },
  ]
  const { answers, report, status } = importResponse(response(items), form)
  expect([report, status]).toEqual([[], 'completed'])
  if (answers === null) throw new Error('refused')
  const facts = { questionnaire: 'urn:q|2', status: 'completed' as const, authored: '2026-11-20T10:00:00Z' }
  const out = JSON.parse(
    JSON.stringify(exportResponse(form, answers, facts), (key, value) =>
      key === 'text' ? undefined : value,
    ),
  )
  expect(out).toEqual(response(items))
})

test('a text that stands with its question may be there, as an item of its own', () => {
  const control = { coding: [{ code: 'help' }] }
  const url = 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl'
  const help = {
    linkId: 'a-help',
    text: 'Uitleg',
    type: 'display',
    extension: [{ url, valueCodeableConcept: control }],
  }
  const asked = {
    resourceType: 'Questionnaire',
    status: 'active',
    title: 'x',
    item: [{ linkId: 'a', text: 'a', type: 'string', item: [help] }],
  }
  const read = importQuestionnaire(asked).model
  if (read === null) throw new Error('refused')
  const answer = { valueString: 'x', item: [{ linkId: 'a-help' }] }
  expect(importResponse(response([{ linkId: 'a', answer: [answer] }]), read).report).toEqual([])
})

test.each<[string, unknown[], string, string | undefined]>([
  ['an unknown item', [one, { linkId: 'x', answer: [{ valueString: 'x' }] }], 'response-item-unknown', 'x'],
  [
    'an item in another place',
    [one, { linkId: 'child', answer: [{ valueString: 'x' }] }],
    'response-item-place',
    'child',
  ],
  ['no linkId', [one, { answer: [{ valueString: 'x' }] }], 'link-id-missing', undefined],
  ['what is missing', [], 'response-required', 'one'],
  ['what is missing in a group that was begun', [one, { linkId: 'g' }], 'response-required', 'in'],
  ['no option', [{ linkId: 'one', answer: [coded('z')] }], 'response-option', 'one'],
  ['another kind', [{ linkId: 'one', answer: [{ valueInteger: 1 }] }], 'response-value-kind', 'one'],
  [
    'two answers where one goes',
    [{ linkId: 'one', answer: [coded('a'), coded('b')] }],
    'response-twice',
    'one',
  ],
  ['an item twice', [one, one], 'response-twice', 'one'],
  ['too long', [one, { linkId: 'short', answer: [{ valueString: 'lang' }] }], 'response-length', 'short'],
  ['too much', [one, { linkId: 'number', answer: [{ valueInteger: 11 }] }], 'response-limit', 'number'],
  ['half a number', [one, { linkId: 'number', answer: [{ valueInteger: 1.5 }] }], 'response-value', 'number'],
  [
    'a day that is none',
    [one, { linkId: 'day', answer: [{ valueDate: '2026-13-01' }] }],
    'response-value',
    'day',
  ],
  ['an answer without a value', [one, { linkId: 'short', answer: [{}] }], 'response-value-missing', 'short'],
  [
    'an answer of a group',
    [one, { linkId: 'g', answer: [{ valueString: 'x' }] }],
    'response-no-answer-here',
    'g',
  ],
  [
    'a question by item',
    [one, { linkId: 'parent', item: [{ linkId: 'child' }] }],
    'response-item-place',
    'parent',
  ],
  [
    'what was not asked',
    [one, { linkId: 'later', answer: [{ valueString: 'x' }] }],
    'response-not-asked',
    'later',
  ],
  ['another order', [{ linkId: 'short', answer: [{ valueString: 'x' }] }, one], 'response-order', 'one'],
  ['items that are no list', 'x' as never, 'wrong-type', undefined],
])('%s is told', (_, items, kind, linkId) => {
  expect(told(items)).toContainEqual([kind, linkId])
})

test('who is still busy may leave out what must be answered; a status of nobody is refused', () => {
  expect(told([], 'in-progress')).toEqual([])
  expect(told([one], 'finished')).toEqual([['response-status', undefined]])
  expect(importResponse('{', form).report[0]?.kind).toBe('not-json')
  expect(importResponse({ resourceType: 'Patient' }, form).report[0]?.kind).toBe('wrong-resource')
})

test('a form that was made here goes out and comes back the same', () => {
  const { source: _, ...again } = importQuestionnaire(questionnaireFrom(form))
  expect(again.report).toEqual([])
  expect(again.model).toEqual(form)
})

test('R4 in the words of R5 means the same, and back', () => {
  const r5 = convertQuestionnaire(questionnaire, { from: '4.0', to: '5.0' })
  const read = importQuestionnaire(r5)
  expect([read.fhirVersion, read.model]).toEqual(['5.0', form])
  const r4 = convertQuestionnaire(r5, { from: '5.0', to: '4.0' })
  expect(r4).toEqual(questionnaire)
  const newer = {
    ...questionnaire,
    copyrightLabel: '© wij',
    item: [{ linkId: 'a', text: 'a', type: 'string', disabledDisplay: 'hidden' }],
  }
  const older = convertQuestionnaire(newer, { from: '5.0', to: '4.0' })
  expect(convertQuestionnaire(older, { from: '4.0', to: '5.0' })).toEqual(newer)
  expect(convertQuestionnaire(newer, { from: '5.0', to: '4.0' })).toMatchObject({
    extension: [
      {
        url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.copyrightLabel',
        valueString: '© wij',
      },
    ],
    item: [{ extension: [{ valueCode: 'hidden' }] }],
  })
})

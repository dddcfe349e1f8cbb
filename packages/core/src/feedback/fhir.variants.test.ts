/** Ways of writing that real forms use, each as small as it can be. */
import { expect, test } from 'vitest'
import { convertQuestionnaire } from './fhir.convert.ts'
import { importQuestionnaire } from './fhir.import.ts'
import { importResponse } from './fhir.response.ts'
import { itemsOf } from './form.ts'

const core = 'http://hl7.org/fhir/StructureDefinition/'
const form = (item: unknown[], more: object = {}) => ({
  ...{ resourceType: 'Questionnaire', status: 'active', title: 'Proef', item },
  ...more,
})
const itemOf = (...item: object[]) => form(item.map((one, n) => ({ linkId: `q${n}`, text: 'x', ...one })))

function modelOf(input: unknown, fhirVersion?: '4.0' | '5.0') {
  const { model, report } = importQuestionnaire(input, fhirVersion === undefined ? {} : { fhirVersion })
  if (model === null) throw new Error(JSON.stringify(report))
  return model
}

function refusedFor(input: unknown, status: string, item: unknown[]) {
  const response = { resourceType: 'QuestionnaireResponse', status, item }
  const { answers, report } = importResponse(response, modelOf(input))
  return answers === null ? report.map((issue) => issue.kind) : []
}

test('what stands in a group that nobody sees need not be answered', () => {
  const inside = { linkId: 'in', text: 'x', type: 'string', required: true }
  const group = { type: 'group', item: [{ linkId: 'deep', text: 'x', type: 'group', item: [inside] }] }
  const hidden = { extension: [{ url: `${core}questionnaire-hidden`, valueBoolean: true }] }
  expect(refusedFor(itemOf({ ...group, ...hidden }), 'completed', [])).toEqual([])
  expect(refusedFor(itemOf(group), 'completed', [])).toEqual(['response-required'])
})

test('too few answers are only too few when all is answered, too many always', () => {
  const counts = ['minOccurs', 'maxOccurs'].map((name) => ({
    url: `${core}questionnaire-${name}`,
    valueInteger: 2,
  }))
  const many = itemOf({ type: 'string', repeats: true, extension: counts })
  const answers = (count: number) => [{ linkId: 'q0', answer: Array(count).fill({ valueString: 'x' }) }]
  expect(refusedFor(many, 'in-progress', answers(1))).toEqual([])
  expect(refusedFor(many, 'completed', answers(1))).toEqual(['response-count'])
  expect(refusedFor(many, 'completed', answers(2))).toEqual([])
  expect(refusedFor(many, 'in-progress', answers(3))).toEqual(['response-count'])
})

test('a year or a month is held against the part of a limit that it has', () => {
  const limits = [`${core}minValue`, `${core}maxValue`].map((url, n) => ({
    url,
    valueDate: ['1994-05-31', '2024-05-31'][n],
  }))
  const dates = itemOf({ type: 'date', extension: limits })
  const on = (valueDate: string) =>
    refusedFor(dates, 'completed', [{ linkId: 'q0', answer: [{ valueDate }] }])
  for (const day of ['1994', '1994-05', '1994-05-31', '2024', '2024-05-31']) expect(on(day)).toEqual([])
  for (const day of ['1993', '1994-04', '1994-05-30', '2024-06', '2025'])
    expect(on(day)).toEqual(['response-limit'])
})

test.each([['text/fhirpath'], ['text/FHIRPath'], ['application/fhirpath']])(
  'an expression in %s',
  (language) => {
    const url = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression'
    const extension = [{ url, valueExpression: { language, expression: '1 + 1' } }]
    expect(modelOf(itemOf({ type: 'integer', extension })).items[0]?.calculated).toBe('1 + 1')
  },
)

const kindsOf = (input: unknown, version?: '4.0' | '5.0') =>
  Array.from(itemsOf(modelOf(input, version).items), (item) => [item.kind, item.options?.length ?? 0])

test('an open question whose choices live elsewhere stays open in R5', () => {
  const r4 = itemOf({ type: 'open-choice' }, { type: 'open-choice', answerValueSet: 'http://example.org/v' })
  const r5 = convertQuestionnaire(r4, { from: '4.0', to: '5.0' })
  expect(kindsOf(r5, '5.0')).toEqual(kindsOf(r4))
  expect(convertQuestionnaire(r5, { from: '5.0', to: '4.0' })).toEqual(r4)
})

test.each([
  ['string', { valueString: 'a' }],
  ['integer', { valueInteger: 1 }],
  ['date', { valueDate: '2026-11-23' }],
  ['time', { valueTime: '10:00:00' }],
])(
  'a question of R5 of type %s with choices is a choice in R4, where no other type may have them',
  (type, option) => {
    const r5 = itemOf({ type, answerConstraint: 'optionsOnly', answerOption: [option] })
    const r4 = convertQuestionnaire(r5, { from: '5.0', to: '4.0' })
    expect(r4).toEqual(itemOf({ type: 'choice', answerOption: [option] }))
    expect(kindsOf(r4)).toEqual(kindsOf(r5, '5.0'))
    expect(convertQuestionnaire(r4, { from: '4.0', to: '5.0' })).toEqual(r5)
  },
)

test.each([
  [
    'a list in the value set',
    { compose: { include: [{ system: 'urn:c', concept: [{ code: 'in' }, { code: 'out' }] }] } },
  ],
  [
    'what it was unfolded to',
    { expansion: { contains: ['in', 'out'].map((code) => ({ system: 'urn:c', code })) } },
  ],
])('weights that stand in the code system beside %s', (_, set) => {
  const weight = (valueDecimal: number) => ({ extension: [{ url: `${core}itemWeight`, valueDecimal }] })
  const concept = [{ code: 'all', concept: [{ code: 'in', ...weight(4) }] }, { code: 'out' }]
  const contained = [
    { resourceType: 'ValueSet', id: 'v', ...set },
    { resourceType: 'CodeSystem', id: 'c', url: 'urn:c', concept },
  ]
  const item = [{ linkId: 'q', text: 'x', type: 'choice', answerValueSet: '#v' }]
  const options = modelOf(form(item, { contained })).items[0]?.options
  expect(options?.map((option) => option.weight)).toEqual([4, undefined])
})

test('a bundle is told to send its forms one by one', () => {
  const { model, report } = importQuestionnaire({ resourceType: 'Bundle', entry: [{ resource: form([]) }] })
  expect(model).toBeNull()
  expect(report.map((issue) => issue.kind)).toEqual(['wrong-resource', 'bundle-here'])
})

test('R5 comes back from R4 as it went, with all that R4 has no word for', () => {
  const r5 = {
    ...{
      resourceType: 'Questionnaire',
      status: 'draft',
      versionAlgorithmCoding: { code: 'semver' },
      copyrightLabel: 'c',
    },
    item: [
      {
        ...{
          linkId: 'a',
          text: 'A',
          type: 'string',
          disabledDisplay: 'protected',
          answerConstraint: 'optionsOrType',
        },
        ...{ answerOption: [{ valueString: 'x' }], extension: [{ url: 'urn:own', valueString: 'x' }] },
      },
    ],
  }
  const r4 = convertQuestionnaire(r5, { from: '5.0', to: '4.0' })
  expect(JSON.stringify(r4)).not.toMatch(/"(disabledDisplay|copyrightLabel|versionAlgorithm\w*)":/)
  expect(convertQuestionnaire(r4, { from: '4.0', to: '5.0' })).toEqual(r5)
})

test('numbers and flags that are written as text are what they are meant to be, and told', () => {
  const item = {
    ...{ type: 'integer', initial: [{ valueInteger: '20' }] },
    enableWhen: [{ question: 'q1', operator: '=', answerBoolean: 'true' }],
    answerOption: [{ valueInteger: '10' }, { valueInteger: '20' }, { valueInteger: 'x' }],
  }
  const given = itemOf(item, { type: 'boolean' })
  const { model, report, source } = importQuestionnaire(given)
  const [first] = model?.items ?? []
  expect(first?.options?.map((one) => one.value.value)).toEqual([10, 20])
  expect(first?.initial?.map((one) => one.value)).toEqual([20])
  expect(first?.enableWhen?.conditions.map((one) => one.value.value)).toEqual([true])
  expect(source).toEqual(given)
  const told = report.filter((issue) => issue.kind === 'type-read').map((issue) => issue.at)
  expect(told.map((at) => at.replace('Questionnaire.item[0].', ''))).toEqual([
    ...['answerOption[0].valueInteger', 'answerOption[1].valueInteger'],
    ...['initial[0].valueInteger', 'enableWhen[0].answerBoolean'],
  ])
  expect(report.map((issue) => issue.kind)).toContain('option-unreadable')
})

test('an explanation with a condition of its own comes and goes; one without stands with its question', () => {
  const control = {
    url: `${core}questionnaire-itemControl`,
    valueCodeableConcept: { coding: [{ code: 'help' }] },
  }
  const help = (linkId: string, more: object) => ({
    ...{ linkId, type: 'display', text: linkId, extension: [control], ...more },
  })
  const enableWhen = [{ question: 'q0', operator: 'exists', answerBoolean: true }]
  const [item] = modelOf(itemOf({ type: 'string', item: [help('a', {}), help('b', { enableWhen })] })).items
  expect([item?.help?.text, item?.items?.map((one) => one.linkId)]).toEqual(['a', ['b']])
})

test('under a question without an answer nothing is missing, and nothing there makes another question asked', () => {
  const child = { linkId: 'child', text: 'x', type: 'string', required: true }
  const enableWhen = [{ question: 'child', operator: 'exists', answerBoolean: true }]
  const form = itemOf({ type: 'string', item: [child] }, { type: 'string', required: true, enableWhen })
  expect(refusedFor(form, 'completed', [])).toEqual([])
  const answered = [{ linkId: 'q0', answer: [{ valueString: 'a' }] }]
  expect(refusedFor(form, 'completed', answered)).toEqual(['response-required'])
})

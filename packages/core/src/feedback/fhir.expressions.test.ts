import { expect, test } from 'vitest'
import { expressionsOf } from './fhir.expressions.ts'
import { importQuestionnaire } from './fhir.import.ts'

const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-'
const calculated = (expression: string) => ({
  url: `${sdc}calculatedExpression`,
  valueExpression: { language: 'text/fhirpath', expression },
})
const variable = (name: string, expression: string) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/variable',
  valueExpression: { name, language: 'text/fhirpath', expression },
})
const item = (linkId: string, extension: object[], more: object = {}) => ({
  ...{ linkId, text: linkId, type: 'decimal', extension },
  ...more,
})
const read = (items: object[], extension: object[] = []) =>
  importQuestionnaire({ resourceType: 'Questionnaire', status: 'draft', title: 'T', extension, item: items })

const missing = (expression: string, extension: object[] = []) =>
  read([item('a', [calculated(expression)])], extension).report.flatMap((one) =>
    one.kind === 'expression-context' ? [one.args?.[0]] : [],
  )

test.each([
  ['%resource.item.count() + %context.answer.value', []],
  ["%questionnaire.item.where(linkId = '%patient').count()", []],
  ['%qitem.maxLength + %rootResource.item.count()', []],
  ["'50%a' & %`ext-x` & %'vs-gender' & %ucum", []],
  ['%patient.birthDate', ['%patient']],
  ['iif(%patient.exists(), %Observations.entry, {}) // %remark', ['%patient, %Observations']],
  ["answer.value.memberOf('http://example.org/vs')", ['memberOf()']],
  ['%resource.subject.resolve().name /* %nobody */', ['resolve()']],
])('what is not here for %s', (expression, names) => {
  expect(missing(expression)).toEqual(names)
})

test('a variable is known to what stands after it and under it, and nowhere else', () => {
  const { report } = read(
    [
      item('a', [variable('own', '%sum * 2'), calculated('%own + %sum-1')]),
      item('g', [variable('inner', '1')], { type: 'group', item: [item('b', [calculated('%inner')])] }),
      item('c', [calculated('%inner + %own')]),
    ],
    [variable('early', '%sum'), variable('sum', '1')],
  )
  expect(report.map(({ kind, args, linkId, at }) => [kind, args, linkId, at])).toEqual([
    ['expression-context', ['%sum'], undefined, 'Questionnaire.variable(%early)'],
    [
      'expression-context',
      ['%inner, %own'],
      'c',
      "Questionnaire.descendants().where(linkId = 'c').calculatedExpression",
    ],
  ])
})

test('all expressions of a form, in its order', () => {
  const { model } = read([item('a', [calculated('1'), variable('x', '2')])], [variable('sum', '3')])
  expect(model && expressionsOf(model)).toEqual([
    { linkId: null, name: 'variable(%sum)', expression: '3' },
    { linkId: 'a', name: 'variable(%x)', expression: '2' },
    { linkId: 'a', name: 'calculatedExpression', expression: '1' },
  ])
})

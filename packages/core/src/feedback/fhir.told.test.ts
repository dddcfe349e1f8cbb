import { expect, test } from 'vitest'
import { importQuestionnaire } from './fhir.import.ts'

// Whatever stands in a form and is not used is told by its place: nothing is dropped unseen.
const hl7 = 'http://hl7.org/fhir/StructureDefinition/'
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-'
const expression = (text: string, name = 'x') => ({
  valueExpression: { name, language: 'text/fhirpath', expression: text },
})
const told = (item: object, more: object = {}) =>
  importQuestionnaire({
    resourceType: 'Questionnaire',
    status: 'draft',
    title: 'T',
    item: [item],
    ...more,
  }).report.map(({ kind, at, args }) =>
    `${kind} ${at.replace('Questionnaire.', '')} ${(args ?? []).join(' ')}`.trim(),
  )
const a = { linkId: 'a', text: 'A', type: 'string' }
const choice = (option: object) => ({
  ...{ linkId: 'a', text: 'A', type: 'choice' },
  answerOption: [{ valueCoding: { code: '1', display: 'One' }, ...option }],
})

test.each<[string, object, object, string[]]>([
  [
    'a calculation on the form itself, and a control',
    a,
    {
      extension: [
        { url: `${sdc}calculatedExpression`, ...expression('1') },
        { url: `${hl7}questionnaire-hidden` },
      ],
    },
    [`not-used extension[0] ${sdc}calculatedExpression`, `not-used extension[1] ${hl7}questionnaire-hidden`],
  ],
  [
    'a second calculation',
    { ...a, extension: ['1', '2'].map((one) => ({ url: `${sdc}calculatedExpression`, ...expression(one) })) },
    {},
    [`not-used item[0].extension[1] ${sdc}calculatedExpression`],
  ],
  [
    'a weight on a question',
    { ...a, extension: [{ url: `${hl7}itemWeight`, valueDecimal: 1 }] },
    {},
    [`not-used item[0].extension[0] ${hl7}itemWeight`],
  ],
  [
    'what is asked of a text',
    { ...a, type: 'display', initial: [{ valueString: 'x' }], answerOption: [{ valueString: 'x' }] },
    {},
    [
      'display-with-condition item[0].initial initial',
      'display-with-condition item[0].answerOption answerOption',
    ],
  ],
  [
    'a length of a number',
    { ...a, type: 'integer', maxLength: 3 },
    {},
    ['limit-unreadable item[0] maxLength'],
  ],
  [
    'parts of a condition',
    {
      ...a,
      enableWhen: [
        { question: 'a2', operator: 'exists', answerBoolean: true, extra: 1, extension: [{ url: 'urn:x' }] },
      ],
    },
    {},
    [
      'not-supported item[0].enableWhen[0].extra extra',
      'not-supported item[0].enableWhen[0] urn:x',
      "unknown-question descendants().where(linkId = 'a').enableWhen a2",
    ],
  ],
  ['parts of an option', choice({ score: 2 }), {}, ['not-supported item[0].answerOption[0].score score']],
  [
    'parts of an initial value',
    { ...a, initial: [{ valueString: 'x', extension: [{ url: 'urn:x' }] }] },
    {},
    ['not-supported item[0].initial[0] urn:x'],
  ],
  [
    'a resource in the form that is no list of choices',
    a,
    {
      contained: [
        { resourceType: 'ValueSet', id: 'v' },
        { resourceType: 'StructureMap', id: 'm' },
      ],
    },
    ['not-used contained[1] contained StructureMap'],
  ],
  [
    'an expression in a language of another kind',
    {
      ...a,
      extension: [
        {
          url: `${sdc}calculatedExpression`,
          valueExpression: { language: 'text/cql-identifier', expression: 'X' },
        },
      ],
    },
    {},
    ['expression-language item[0].extension[0] text/cql-identifier'],
  ],
  [
    'a text that is computed',
    { ...a, _text: { extension: [{ url: `${hl7}cqf-expression`, ...expression('1') }] } },
    {},
    [`not-supported item[0].text.extension ${hl7}cqf-expression`],
  ],
])('%s', (_, item, more, lines) => {
  const found = told(item, more)
  for (const line of lines) expect(found).toContain(line)
  expect(found.length).toBe(lines.length)
})

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
  [
    'parts of a value set that are no lists of choices',
    a,
    {
      contained: [
        {
          ...{ resourceType: 'ValueSet', id: 'v', compose: { include: 'x', exclude: [{ concept: [null] }] } },
          expansion: { contains: [{ code: 'a', contains: { code: 'b' } }] },
        },
      ],
    },
    ['expansion.contains[0].contains', 'compose.include', 'compose.exclude[0].concept'].map(
      (part) => `type-left contained[0].${part} ${part} a list of objects`,
    ),
  ],
  // What programs that are not strict write: read as it is meant, or left aside, and told.
  [
    'flags and numbers as text',
    { ...a, required: 'true', maxLength: '10' },
    {},
    ['type-read item[0].required required true or false', 'type-read item[0].maxLength maxLength a number'],
  ],
  ['a flag that is none', { ...a, repeats: 'yes' }, {}, ['type-left item[0].repeats repeats true or false']],
  [
    'a version that is a number, one subject',
    a,
    { version: 2, subjectType: 'Patient' },
    ['type-read version version a string', 'type-read subjectType subjectType a list'],
  ],
  [
    'one code where a list should stand',
    { ...a, code: { code: 'x' } },
    {},
    ['type-read item[0].code code a list'],
  ],
  ['a text that is none', { ...a, prefix: { a: 1 } }, {}, ['type-left item[0].prefix prefix a string']],
])('%s', (_, item, more, lines) => {
  const found = told(item, more)
  for (const line of lines) expect(found).toContain(line)
  expect(found.length).toBe(lines.length)
})

test('what was read as it is meant counts, and comes back as it came', () => {
  const item = { ...a, required: 'true', maxLength: '10', code: { code: 'x' } }
  const form = {
    resourceType: 'Questionnaire',
    status: 'draft',
    title: 'T',
    version: 2,
    subjectType: 'Patient',
    item,
  }
  const { model, source } = importQuestionnaire(form)
  expect(model).toMatchObject({ version: '2', subjectTypes: ['Patient'] })
  expect(model?.items[0]).toMatchObject({ required: true, maxLength: 10, codes: [{ code: 'x' }] })
  expect(source).toBe(form)
})

test.each([
  ['© Uitgever. Alle rechten voorbehouden; toestemming is nodig.', 1],
  ['CC0-1.0', 0],
  ['No permission required to use this.', 0],
])('whether its use needs a licence is told with what it says itself: %s', (copyright, count) => {
  const found = told(a, { copyright }).filter((line) => line.startsWith('licence-needed'))
  expect(found).toEqual(Array(count).fill(`licence-needed copyright ${copyright}`))
})

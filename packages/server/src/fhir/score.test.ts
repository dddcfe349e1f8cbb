import { existsSync, readFileSync } from 'node:fs'
import { importQuestionnaire } from '@weerklank/core/feedback/fhir.import'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newScorer, type Scorer } from './score.ts'

const folder = new URL('../../../../../shared/fixtures/fhir/', import.meta.url)
if (!existsSync(folder))
  throw new Error('The real forms are not here: shared/fixtures/fhir beside the project.')

const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-'
const fhirpath = (expression: string, name?: string) => ({
  ...(name && { name }),
  language: 'text/fhirpath',
  expression,
})
const calculated = (expression: string) => ({
  url: `${sdc}calculatedExpression`,
  valueExpression: fhirpath(expression),
})
const variable = (name: string, expression: string) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/variable',
  valueExpression: fhirpath(expression, name),
})

let scorer: Scorer
beforeAll(() => {
  scorer = newScorer({ milliseconds: 400, megabytes: 96 })
})
afterAll(() => scorer.close())

type As = { key?: string; whose?: string }

function score(questionnaire: Json, item: unknown[], as: string | As = {}) {
  const { key = crypto.randomUUID() as string, ...more } = typeof as === 'string' ? { key: as } : as
  const { model, fhirVersion, report } = importQuestionnaire(questionnaire)
  if (model === null) throw new Error(JSON.stringify(report))
  const response: Json = { resourceType: 'QuestionnaireResponse', status: 'completed', item }
  return scorer.score({ ...more, key, plan: () => ({ form: model, questionnaire, fhirVersion }), response })
}

const options = [0, 1, 2, 3].map((n) => ({
  valueCoding: { system: 'urn:s', code: `c${n}`, display: `Choice ${n}` },
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: n }],
}))
const choice = (linkId: string) => ({ linkId, text: linkId, type: 'choice', answerOption: options })
const chosen = (linkId: string, n: number) => ({
  linkId,
  answer: [{ valueCoding: { system: 'urn:s', code: `c${n}`, display: `Choice ${n}` } }],
})
const form = (items: unknown[], extension: unknown[] = []): Json => ({
  ...{ resourceType: 'Questionnaire', status: 'active', title: 'Score', extension },
  item: items,
})

test('a workspace whose expressions never end does not hold up another one', async () => {
  const endless = (at: number): Json =>
    form([
      {
        ...{ linkId: 'never', text: 'Never', type: 'integer' },
        extension: [calculated(`${at} + (1 | 2).repeat($this + 1).count()`)],
      },
    ])
  const quick = form([
    choice('q0'),
    { linkId: 'total', text: 'Total', type: 'integer', extension: [calculated('1 + 1')] },
  ])
  // Warm: what a thread needs to begin is not what is measured.
  await score(quick, [], { whose: 'quick' })
  const slow = Array.from({ length: 5 }, (_, at) => score(endless(at), [], { whose: 'slow' }))
  await new Promise((resolve) => setTimeout(resolve, 100))
  let done = 0
  for (const one of slow) void one.then(() => (done += 1))
  for (let n = 0; n < 3; n += 1) {
    const { values } = await score(quick, [chosen('q0', n % 4)], { whose: 'quick' })
    expect(values).toEqual([{ linkId: 'total', value: { kind: 'integer', value: 2 } }])
  }
  // All three while the slow ones, one after the other, had only begun.
  expect(done).toBeLessThan(5)
  const told = await Promise.all(slow)
  expect(told.every(({ notComputed }) => notComputed[0]?.reason === 'time')).toBe(true)
}, 60_000)

test('a sum of weights, from a variable, of a form of twelve items', async () => {
  const items = Array.from({ length: 11 }, (_, n) => choice(`q${n}`))
  const total = { linkId: 'total', text: 'Total', type: 'integer', extension: [calculated('%sum')] }
  const sum = variable('sum', "%resource.item.where(linkId.startsWith('q')).answer.weight().sum()")
  const answers = Array.from({ length: 11 }, (_, n) => chosen(`q${n}`, n % 4))
  const result = await score(form([...items, total], [sum]), answers)
  expect(result).toEqual({
    values: [{ linkId: 'total', value: { kind: 'integer', value: 15 } }],
    ...{ notComputed: [], enabled: {}, broken: [] },
  })
})

test('what is computed is used by what comes before it; a variable of a group is only known there', async () => {
  const result = await score(
    form([
      {
        linkId: 'double',
        text: 'x',
        type: 'integer',
        extension: [calculated("%resource.item.where(linkId='one').answer.value * 2")],
      },
      { linkId: 'one', text: 'x', type: 'integer', extension: [calculated('3')] },
      {
        ...{ linkId: 'g', text: 'g', type: 'group', extension: [variable('here', '7')] },
        item: [{ linkId: 'in', text: 'x', type: 'decimal', extension: [calculated('%here / 2')] }],
      },
      { linkId: 'out', text: 'x', type: 'integer', extension: [calculated('%here')] },
    ]),
    [],
  )
  expect(Object.fromEntries(result.values.map((one) => [one.linkId, one.value.value]))).toEqual({
    double: 6,
    one: 3,
    in: 3.5,
  })
  expect(result.notComputed).toMatchObject([{ linkId: 'out', reason: 'context' }])
})

test('all answers with a weight in a value set that came along, however deep', async () => {
  const concept = [0, 1, 2].map((n) => ({ code: `More than ${n}`, extension: options[n]?.extension }))
  const include = [{ system: 'urn:deep', concept }]
  const contained = [{ resourceType: 'ValueSet', id: 'often', status: 'draft', compose: { include } }]
  const ask = (linkId: string) => ({ linkId, text: linkId, type: 'choice', answerValueSet: '#often' })
  const total = {
    linkId: 'total',
    text: 'x',
    type: 'quantity',
    extension: [calculated('%resource.answers().value.ordinal().sum()')],
  }
  const questionnaire = {
    ...form([{ linkId: 'g', text: 'g', type: 'group', item: [ask('a'), ask('b'), ask('c'), total] }]),
    contained,
  }
  const said = (linkId: string, n: number) => ({
    linkId,
    answer: [{ valueCoding: { system: 'urn:deep', code: `More than ${n}` } }],
  })
  const result = await score(questionnaire, [
    { linkId: 'g', item: [said('a', 2), said('b', 2), said('c', 1)] },
  ])
  expect(result.values).toEqual([{ linkId: 'total', value: { kind: 'quantity', value: { value: 5 } } }])
})

test('a choice without a weight counts for nothing, wherever a form writes the others, in R4 and R5', async () => {
  const loinc = 'http://loinc.org'
  const old = 'http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue'
  const answerOption = [
    { valueCoding: { system: loinc, code: 'on', extension: [{ url: old, valueDecimal: 3 }] } },
    { valueCoding: { system: loinc, code: 'off' } },
  ]
  const scale = [1, 2].map((n) => ({
    ...{ valueInteger: n },
    _valueInteger: {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/itemWeight', valueDecimal: n * 10 }],
    },
  }))
  const questionnaire = form([
    ...['a', 'b'].map((linkId) => ({ linkId, text: linkId, type: 'choice', answerOption })),
    { linkId: 'n', text: 'n', type: 'choice', answerOption: scale },
    { linkId: 'free', text: 'free', type: 'string' },
    {
      linkId: 'one',
      text: 'x',
      type: 'integer',
      extension: [calculated('%resource.item.answer.weight().sum()')],
    },
    {
      linkId: 'two',
      text: 'x',
      type: 'integer',
      extension: [calculated('%resource.item.answer.value.ordinal().sum()')],
    },
    {
      linkId: 'all',
      text: 'x',
      type: 'integer',
      extension: [calculated('%qitem.text.length() + %questionnaire.item.answerOption.weight().count()')],
    },
  ])
  const said = (linkId: string, code: string) => ({
    linkId,
    answer: [{ valueCoding: { system: loinc, code } }],
  })
  const items = [
    said('a', 'on'),
    said('b', 'off'),
    { linkId: 'n', answer: [{ valueInteger: 2 }] },
    { linkId: 'free', answer: [{ valueString: 'x' }] },
  ]
  for (const versionAlgorithmString of [undefined, 'semver']) {
    const result = await score({ ...questionnaire, versionAlgorithmString }, items)
    expect(result.notComputed).toEqual([])
    expect(result.values.map((one) => one.value.value)).toEqual([23, 23, 5])
  }
})

test('quantities are computed with their units', async () => {
  const quantity = (linkId: string) => `%resource.item.where(linkId='${linkId}').answer.value`
  const valueCoding = { system: 'http://unitsofmeasure.org', code: 'kg/m2' }
  const unit = { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unit', valueCoding }
  const result = await score(
    form([
      { linkId: 'w', text: 'w', type: 'quantity' },
      { linkId: 'h', text: 'h', type: 'quantity' },
      {
        linkId: 'bmi',
        text: 'x',
        type: 'decimal',
        extension: [unit, calculated(`${quantity('w')} / (${quantity('h')} * ${quantity('h')})`)],
      },
    ]),
    [
      {
        linkId: 'w',
        answer: [{ valueQuantity: { value: 80, system: 'http://unitsofmeasure.org', code: 'kg' } }],
      },
      {
        linkId: 'h',
        answer: [{ valueQuantity: { value: 2, system: 'http://unitsofmeasure.org', code: 'm' } }],
      },
    ],
  )
  expect(result.values.map((one) => one.value.value)).toEqual([20])
})

test('what is filled in beforehand, only when that is asked for and nothing was answered', async () => {
  const initial = { url: `${sdc}initialExpression`, valueExpression: fhirpath("'begin'") }
  const questionnaire = form([{ linkId: 'a', text: 'a', type: 'string', extension: [initial] }])
  const { model } = importQuestionnaire(questionnaire)
  if (model === null) throw new Error('refused')
  const plan = () => ({ form: model, questionnaire, fhirVersion: '4.0' as const })
  const values = async (item: unknown[], withInitial: boolean) =>
    (
      await scorer.score({
        key: 'initial',
        plan,
        response: { resourceType: 'QuestionnaireResponse', item },
        withInitial,
      })
    ).values
  expect(await values([], true)).toEqual([{ linkId: 'a', value: { kind: 'string', value: 'begin' } }])
  expect(await values([], false)).toEqual([])
  expect(await values([{ linkId: 'a', answer: [{ valueString: 'eigen' }] }], true)).toEqual([])
})

test('what a variable holds stays what it is: a date, an amount, a part of the answers or of the form', async () => {
  const dated = { linkId: 'born', text: 'Born', type: 'date' }
  const computed = (linkId: string, type: string, expression: string, more: unknown[] = []) => ({
    ...{ linkId, text: linkId, type },
    extension: [...more, calculated(expression)],
  })
  const group = {
    ...{ linkId: 'g', text: 'g', type: 'group' },
    extension: [variable('here', '%context')],
    item: [
      { linkId: 'a', text: 'a', type: 'integer' },
      computed('part', 'integer', "%here.item.where(linkId = 'a').answer.value + 1"),
      computed('own', 'string', '%qitem.text & %qitem.code.first().code'),
    ],
  }
  const items = [
    dated,
    computed('adult', 'boolean', '%born <= today() - 18 years'),
    computed('later', 'date', '%born + 1 month'),
    group,
  ]
  const all = variable('born', "%resource.item.where(linkId = 'born').answer.value // remark")
  const { values, notComputed } = await score(form(items, [all]), [
    { linkId: 'born', answer: [{ valueDate: '1990-05-31' }] },
    { linkId: 'g', item: [{ linkId: 'a', answer: [{ valueInteger: 6 }] }] },
  ])
  expect(notComputed).toEqual([])
  expect(values.map(({ linkId, value }) => [linkId, value.value])).toEqual([
    ['adult', true],
    ['later', '1990-06-30'],
    ['part', 7],
    ['own', 'own'],
  ])
})

test('which expressions are none; one that keeps the reader busy costs the others nothing', async () => {
  const busy = '('.repeat(5_000)
  const { wrong, left } = await scorer.check(['1 + 1', 'let a := 1', busy, 'x(', 'answers().count()'])
  expect(left.size).toBe(0)
  expect([...wrong.keys()].toSorted()).toEqual([busy, 'let a := 1', 'x('].toSorted())
  expect(wrong.get('let a := 1')).toMatch(/mismatched input/)
})

test('a condition that is an expression', async () => {
  const condition = {
    url: `${sdc}enableWhenExpression`,
    valueExpression: fhirpath("%resource.item.where(linkId='a').answer.value > 3"),
  }
  const asked = form([
    { linkId: 'a', text: 'a', type: 'integer' },
    { linkId: 'b', text: 'b', type: 'string', extension: [condition] },
  ])
  expect((await score(asked, [{ linkId: 'a', answer: [{ valueInteger: 4 }] }])).enabled).toEqual({ b: true })
  expect((await score(asked, [{ linkId: 'a', answer: [{ valueInteger: 2 }] }])).enabled).toEqual({ b: false })
})

test.each([
  ['R4--sdc--questionnaire-sdc-profile-example-hunger-vital-signs.json'],
  ['R4--sdc--questionnaire-sdc-profile-example-framingham-HCHD.json'],
  ['R4--sdc--questionnaire-sdc-test-fhirpath-prepop-candexpr.json'],
  ['R4--smart-forms--CVD_Risk.json'],
  ['R4--smart-forms--715.R4-modified.json'],
  ['R4--android-fhir--behavior_calculated_expression.json'],
])('%s: everything is computed, or said not to be and why', async (name) => {
  const questionnaire = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
  const result = await score(questionnaire, [])
  for (const one of result.notComputed) expect(['context', 'error']).toContain(one.reason)
})

test.each([
  ['never ends', "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(a+)+$')", /time/],
  ['calls itself for ever', 'repeat(%resource | (1 | 2)).repeat($this)', /time|error|memory|kind|^$/],
  [
    'eats all memory',
    '(1|2|3|4|5|6|7|8|9).repeat(iif($this < 100000000, $this * 10 | $this * 10 + 1)).count()',
    /time|memory|error/,
  ],
  ['is wrong', '1 +', /error/],
  ['asks for a server', "%resource.item.answer.value.memberOf('http://x')", /error|^$/],
  ['asks for who it is about', '%patient.birthDate', /context/],
  ['is longer than anything', `${'1+'.repeat(20_000)}1`, /error/],
  ['is nested deeper than anything', `${'('.repeat(3_000)}1${')'.repeat(3_000)}`, /error|time|memory|^$/],
])(
  'an expression that %s does not stop the rest',
  async (_, expression, reason) => {
    const bad = { linkId: 'bad', text: 'x', type: 'integer', extension: [calculated(expression)] }
    const good = { linkId: 'good', text: 'x', type: 'integer', extension: [calculated('1 + 1')] }
    const result = await score(form([bad, good]), [])
    expect(result.values.find((one) => one.linkId === 'good')?.value.value).toBe(2)
    expect(result.notComputed.map((one) => one.reason).join()).toMatch(reason)
  },
  20_000,
)

test('what never ends costs its time once, and then no more', async () => {
  const slow = form([
    {
      linkId: 'bad',
      text: 'x',
      type: 'integer',
      extension: [calculated("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(a+)+$')")],
    },
  ])
  await score(slow, [], 'slow')
  const started = performance.now()
  const again = await score(slow, [], 'slow')
  expect(again.notComputed).toMatchObject([{ linkId: 'bad', reason: 'time' }])
  expect(performance.now() - started).toBeLessThan(2_000)
}, 20_000)

test('an expression for which there is no time left is named', async () => {
  // Each of another shape, so that each has to be read.
  const all = Array.from({ length: 6_000 }, (_, n) => `${'(1 + a.b.c) and '.repeat(40)}x${n}.y${n}`)
  const { wrong, left } = await scorer.check(all)
  expect(wrong.size).toBe(0)
  expect(left.size).toBeGreaterThan(0)
  expect(left.has(all[0] ?? '')).toBe(false)
  expect(left.has(all.at(-1) ?? '')).toBe(true)
})

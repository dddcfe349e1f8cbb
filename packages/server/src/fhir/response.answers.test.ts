import { expect, test, vi } from 'vitest'
import { openFhir } from './fhir.fixture.ts'

vi.setConfig({ testTimeout: 30_000 })

const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-'
const calculated = (expression: string, language = 'text/fhirpath') => ({
  extension: [{ url: `${sdc}calculatedExpression`, valueExpression: { language, expression } }],
})
const number = (linkId: string, more: object = {}) => ({ linkId, text: linkId, type: 'decimal', ...more })
const form = (item: object[]) => ({
  ...{ resourceType: 'Questionnaire', status: 'active', url: 'http://example.org/q/sum', title: 'Som' },
  item,
})
const answer = (item: object[], more: object = {}) => ({
  ...{
    resourceType: 'QuestionnaireResponse',
    questionnaire: 'http://example.org/q/sum',
    status: 'completed',
    item,
  },
  ...more,
})
const said = (linkId: string, valueDecimal: number) => ({ linkId, answer: [{ valueDecimal }] })
const total = number('total', calculated("%resource.item.where(linkId.startsWith('q')).answer.value.sum()"))

async function kept(items: object[], answers: object[]) {
  const on = await openFhir()
  const { fhir, key } = on
  expect((await fhir.request('POST', '/Questionnaire', { body: form(items), key })).status).toBe(201)
  const headers = { prefer: 'return=OperationOutcome' }
  const post = await fhir.request('POST', '/QuestionnaireResponse', { body: answer(answers), key, headers })
  const path = post.headers.get('location')?.replace('https://weerklank.example/fhir', '') ?? '/nowhere'
  const back = await fhir.request('GET', path, { key })
  const report = await fhir.request('GET', `${path}/$report`, { key })
  const lines = (issues: typeof post.json.issue) => issues.map((one) => one.diagnostics)
  return {
    ...{ post, back: back.json, told: lines(post.json.issue), reported: lines(report.json.issue ?? []) },
    [Symbol.asyncDispose]: () => on[Symbol.asyncDispose](),
  }
}

test('what is computed stands in the answer that comes back, and in its report', async () => {
  await using on = await kept([number('q1'), total, number('q2')], [said('q1', 1.5), said('q2', 2)])
  const sum = { linkId: 'total', text: 'total', answer: [{ valueDecimal: 3.5 }] }
  expect(on.back.item).toEqual([said('q1', 1.5), sum, said('q2', 2)])
  expect(on.reported).toEqual(['computed: linkId total'])
})

test('what the sender computed is kept, and told when it is computed differently here', async () => {
  await using on = await kept([number('q1'), total], [said('q1', 1), said('total', 9)])
  expect(on.back.item).toEqual([said('q1', 1), said('total', 9)])
  expect(on.told).toEqual(['computed-other: linkId total'])
})

test('what cannot be computed is told with the answer', async () => {
  const items = [
    number('q1'),
    number('x', calculated('%patient.birthDate')),
    number('y', calculated("'no number'")),
  ]
  await using on = await kept(items, [said('q1', 1)])
  expect(on.post.status).toBe(201)
  expect(on.told.toSorted()).toEqual(['not-computed: linkId x', 'not-computed: linkId y'])
  expect(on.reported.toSorted()).toEqual(on.told.toSorted())
})

test('a question that is asked because of what is computed', async () => {
  const when = (operator: string) => [{ question: 'total', operator, answerDecimal: 10 }]
  const items = [
    ...[number('q1'), total, number('high', { enableWhen: when('>'), required: true })],
    number('low', { enableWhen: when('<='), ...calculated('1') }),
  ]
  await using on = await kept(items, [said('q1', 20), said('high', 1)])
  expect(on.post.status).toBe(201)
  // `low` computes something too, and is not asked: nothing of it is kept.
  expect(on.reported).toEqual(['computed: linkId total'])
  await using missing = await kept(items, [said('q1', 20)])
  expect([missing.post.status, missing.told]).toEqual([422, ['response-required: linkId high']])
})

test('each time that a group is filled in has a sum of its own', async () => {
  const own = number('sum', calculated("%here.item.where(linkId = 'a' or linkId = 'b').answer.value.sum()"))
  const here = {
    url: 'http://hl7.org/fhir/StructureDefinition/variable',
    valueExpression: { name: 'here', language: 'text/fhirpath', expression: '%context' },
  }
  const group = {
    linkId: 'g',
    text: 'g',
    type: 'group',
    repeats: true,
    extension: [here],
    item: [number('a'), number('b'), own],
  }
  const entry = (a: number, b: number) => ({ linkId: 'g', item: [said('a', a), said('b', b)] })
  await using on = await kept([group], [entry(1, 2), entry(10, 20)])
  const sums = (on.back.item as { item: { answer: object[] }[] }[]).map((one) => one.item[2]?.answer)
  expect(sums).toEqual([[{ valueDecimal: 3 }], [{ valueDecimal: 30 }]])
})

test('an expression that is no FHIRPath is told when the form comes in, by its question', async () => {
  await using on = await openFhir()
  const items = [
    number('a', calculated('let h := 1; h')),
    number('b', calculated('1 + 1')),
    number('c', calculated('('.repeat(5_000))),
  ]
  const { fhir, key } = on
  const { json } = await fhir.request('POST', '/Questionnaire/$validate', { body: form(items), key })
  expect(json.issue.map((one) => one.diagnostics)).toEqual([
    'expression-wrong: linkId a',
    'expression-wrong: linkId c',
  ])
})

test('numbers come back as they were written, in forms and answers', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const text = JSON.stringify(form([number('q1', { initial: [{ valueDecimal: 111.5 }] })])).replace(
    '111.5',
    '1.50',
  )
  const made = await fhir.request('POST', '/Questionnaire', { body: text, key })
  expect(made.text).toContain('"valueDecimal":1.50}')
  const r5 = { accept: 'application/fhir+json; fhirVersion=5.0' }
  for (const headers of [{}, r5])
    expect((await fhir.request('GET', `/Questionnaire/${made.json.id}`, { key, headers })).text).toContain(
      '1.50',
    )
  const body = JSON.stringify(answer([said('q1', 222)])).replace('222', '0.10')
  const kept = await fhir.request('POST', '/QuestionnaireResponse', { body, key })
  expect(kept.status).toBe(201)
  for (const path of [`/QuestionnaireResponse/${kept.json.id}`, '/QuestionnaireResponse'])
    expect((await fhir.request('GET', path, { key })).text).toContain('"valueDecimal":0.10}')
})

test('answers name their form by the id that it had where it came from, as long as only one had it', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const own = { ...form([number('q1')]), id: 'sum-1' }
  const post = async (questionnaire: string) => {
    const body = answer([said('q1', 1)], { questionnaire })
    return (await fhir.request('POST', '/QuestionnaireResponse', { body, key })).status
  }
  await fhir.request('POST', '/Questionnaire', { body: own, key })
  expect(await post('Questionnaire/sum-1')).toBe(201)
  expect(await post('http://elsewhere.example/fhir/Questionnaire/sum-1')).toBe(201)
  expect(await post('Questionnaire/sum-1|2')).toBe(422)
  expect(await post('Questionnaire/sum-2')).toBe(422)
  await fhir.request('POST', '/Questionnaire', { body: { ...own, url: 'http://example.org/q/other' }, key })
  expect(await post('Questionnaire/sum-1')).toBe(422)
})

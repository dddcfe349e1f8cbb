/** What is sent to break something: each gets a clear OperationOutcome, and the server goes on. */
import { gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { openFhir } from './fhir.fixture.ts'

vi.setConfig({ testTimeout: 120_000 })

const item = { linkId: 'a', text: 'a', type: 'string' }
const form = { resourceType: 'Questionnaire', url: 'http://example.org/h', status: 'active', title: 'H' }
const answers = { resourceType: 'QuestionnaireResponse', questionnaire: form.url, status: 'completed' }

test('answers with senseless moments, languages and subjects never fail the server', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  await fhir.request('POST', '/Questionnaire', { body: { ...form, item: [item] }, key })
  const authored = [
    ...[
      '0000-01-01',
      '-000001-01-01T00:00:00Z',
      '+100000-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
      'x',
      '',
      5,
    ],
    ...['2026-02-30', '2026-11-22T25:00:00Z', '275760-09-13', null, {}, ['2026']],
  ]
  const odd: object[] = [
    ...authored.map((one) => ({ authored: one })),
    ...['x'.repeat(20_000), '', 5, {}, 'nl-NL', '\u202e'].map((language) => ({ language })),
    ...['x', 5, [], {}, { reference: 5 }, { reference: 'x'.repeat(9_000) }].map((subject) => ({ subject })),
    ...['', 5, {}, [], 'http://', '|', '|1', `${form.url}|`, 'x'.repeat(9_000)].map((questionnaire) => ({
      questionnaire,
    })),
    ...[{}, 5, 'x', null, [null], [5], [[]], [{ linkId: {} }]].map((one) => ({ item: one })),
    ...[{}, 5, [], 'x', null].map((meta) => ({ meta })),
    ...[5, {}, 'x'.repeat(9_000)].map((id) => ({ id })),
    { item: [{ linkId: 'a', answer: [{ valueString: 'a', item: [{ linkId: 'a' }] }] }] },
    { item: [{ linkId: 'a', answer: [{ valueString: '' }] }] },
    { contained: [{ resourceType: 'Patient', id: 'x' }] },
  ]
  for (const one of odd) {
    const reply = await fhir.request('POST', '/QuestionnaireResponse', { body: { ...answers, ...one }, key })
    expect([200, 201, 400, 422], JSON.stringify(one).slice(0, 100)).toContain(reply.status)
    if (reply.status < 300) {
      const back = await fhir.request('GET', `/QuestionnaireResponse/${reply.json.id}`, { key })
      expect(back.status, JSON.stringify(one).slice(0, 100)).toBe(200)
    }
  }
})

test('searches for senseless days, numbers and names never fail the server', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const days = [
    '0000',
    'ge0000-01-01',
    'le9999',
    'gt9999-12-31',
    '2026-13-01',
    'lt0001',
    'sa2026-11-22T10',
    'eb0000',
  ]
  const queries = [
    ...days.flatMap((day) => [`_lastUpdated=${day}`, `authored=${day}`]),
    ...[
      '_count=-1',
      '_count=1e3',
      '_count=99999999999',
      '_offset=999999999',
      '_offset=x',
      '_count=0',
      '_count=',
    ],
    ...['_id=', '_id=,', '_id=%00', 'title=%25', 'title:contains=_%25', 'url=%27', 'status=', 'status=x,y'],
    ...[
      'title=%E0%A4%A',
      `title=${'x'.repeat(9_000)}`,
      '_format=xml',
      '_format=json;x',
      '_format=',
      '_summary=x',
    ],
    ...['__proto__=1', 'constructor=1', 'subject=,', 'questionnaire=%7C', 'version=', 'name=%F0%9F'],
  ]
  for (const query of queries) {
    for (const type of ['Questionnaire', 'QuestionnaireResponse']) {
      const { status, json } = await fhir.request('GET', `/${type}?${query}`, { key })
      expect([200, 400, 406], `${type} ${query.slice(0, 60)}`).toContain(status)
      expect(json.resourceType).toBe(status === 200 ? 'Bundle' : 'OperationOutcome')
    }
  }
})

test('bodies that are no plain JSON are refused for what they are', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const text = JSON.stringify({ ...form, item: [item] })
  const sent = async (body: unknown, headers: Record<string, string> = {}) => {
    const { status, json } = await fhir.request('POST', '/Questionnaire', { body, headers, key })
    return [status, json.resourceType]
  }
  const refused = (status: number) => [status, 'OperationOutcome']
  expect(await sent(gzipSync(text).toString('latin1'), { 'content-encoding': 'gzip' })).toEqual(refused(415))
  expect(await sent(text, { 'content-encoding': 'identity' })).toEqual([201, 'Questionnaire'])
  expect(await sent(text, { 'content-type': 'text/html' })).toEqual(refused(415))
  expect(await sent(text, { 'content-type': 'application/fhir+json; fhirVersion=3.0' })).toEqual(refused(415))
  expect(await sent('')).toEqual(refused(400))
  expect(await sent('{')).toEqual(refused(400))
  expect(await sent('\uFEFF <Questionnaire/>')).toEqual(refused(400))
  expect(await sent('null')).toEqual(refused(400))
  expect(await sent('[]')).toEqual(refused(400))
  expect(await sent(`${'['.repeat(100_000)}1.50${']'.repeat(100_000)}`)).toEqual(refused(422))
  expect(
    await sent(
      `{"resourceType":"Questionnaire","item":${'[{"item":'.repeat(20_000)}[]${'}]'.repeat(20_000)}}`,
    ),
  ).toEqual(refused(422))
})

const include = (id: string) => ({ compose: { include: [{ valueSet: [`#${id}`] }] } })
const set = (id: string, to: string) => ({ resourceType: 'ValueSet', id, ...include(to) })
const choice = { ...item, type: 'choice', answerValueSet: '#a' }
const own = JSON.parse('{"__proto__":{"x":1},"constructor":{"prototype":{}}}') as object

test.each<[string, object, number, string?]>([
  ['names that every object has by birth', { item: [{ ...item, linkId: '__proto__', ...own }], ...own }, 201],
  ['the same linkId twice', { item: [item, item] }, 422, 'link-id-double: linkId a'],
  ['no linkId', { item: [{ ...item, linkId: '' }] }, 422, 'link-id-missing'],
  [
    'a list of choices that is part of itself',
    { item: [choice], contained: [set('a', 'a')] },
    422,
    'value-set-cycle: linkId a',
  ],
  [
    'a longer circle',
    { item: [choice], contained: [set('a', 'b'), set('b', 'c'), set('c', 'a')] },
    422,
    'value-set-cycle: linkId a',
  ],
  ['numbers beyond all', { item: [{ ...item, maxLength: 1e300 }] }, 201],
  ['a character of half', { title: 'a\ud800' }, 422, 'unstorable-text'],
  ['a title of a million', { title: '😴'.repeat(500_000), version: 'é'.repeat(5_000), item: [item] }, 201],
  ['what is no item', { item: [null, 5, 'x', []] }, 422, 'wrong-type'],
  ['items that are a circle of conditions', { item: circle(300) }, 201],
])('a form with %s', async (_, more, status, told) => {
  await using on = await openFhir()
  const { fhir, key } = on
  const headers = { prefer: 'return=OperationOutcome' }
  const reply = await fhir.request('POST', '/Questionnaire', {
    body: { ...form, url: undefined, ...more },
    key,
    headers,
  })
  expect([reply.status, reply.json.resourceType]).toEqual([status, 'OperationOutcome'])
  if (told !== undefined) expect(reply.json.issue.map((one) => one.diagnostics)).toContain(told)
})

function circle(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    ...{ linkId: `q${at}`, text: 'x', type: 'boolean' },
    enableWhen: [{ question: `q${(at + 1) % count}`, operator: '=', answerBoolean: true }],
  }))
}

test('more answers than anybody gives are refused, and those that are many are held against many choices at once', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const answerOption = Array.from({ length: 10_000 }, (_, n) => ({
    valueCoding: { code: `c${n}`, display: `C ${n}` },
  }))
  const many = { linkId: 'm', text: 'm', type: 'choice', repeats: true, answerOption }
  await fhir.request('POST', '/Questionnaire', { body: { ...form, item: [many] }, key })
  const send = async (count: number, code: (n: number) => string) => {
    const answer = Array.from({ length: count }, (_, n) => ({ valueCoding: { code: code(n) } }))
    const body = { ...answers, item: [{ linkId: 'm', answer }] }
    const { status, json } = await fhir.request('POST', '/QuestionnaireResponse', { body, key })
    return [status, json.issue?.[0]?.diagnostics]
  }
  expect(await send(9_000, (n) => `c${n}`)).toEqual([201, undefined])
  expect((await send(9_000, (n) => `x${n}`))[0]).toBe(422)
  expect(await send(120_000, () => 'c1')).toEqual([422, 'response-many'])
})

test('a question that is called as every object is by birth is asked as its expression says', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const url = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression'
  const extension = [{ url, valueExpression: { language: 'text/fhirpath', expression: 'false' } }]
  await fhir.request('POST', '/Questionnaire', {
    body: { ...form, item: [{ ...item, linkId: '__proto__', extension }] },
    key,
  })
  const body = { ...answers, item: [{ linkId: '__proto__', answer: [{ valueString: 'x' }] }] }
  const reply = await fhir.request('POST', '/QuestionnaireResponse', { body, key })
  expect([reply.status, reply.json.issue[0]?.diagnostics]).toEqual([
    422,
    'response-not-asked: linkId __proto__',
  ])
})

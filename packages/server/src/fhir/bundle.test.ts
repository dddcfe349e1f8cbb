import { expect, test, vi } from 'vitest'
import { openFhir, type Told } from './fhir.fixture.ts'

vi.setConfig({ testTimeout: 30_000 })

const url = 'http://example.org/q/bundle'
const form = {
  resourceType: 'Questionnaire',
  ...{ url, version: '1', status: 'active', title: 'Hoe was het?' },
  item: [{ linkId: 'ok', text: 'Goed?', type: 'boolean', required: true }],
}
const answers = (questionnaire: string, linkId = 'ok') => ({
  resourceType: 'QuestionnaireResponse',
  ...{ questionnaire, status: 'completed', item: [{ linkId, answer: [{ valueBoolean: true }] }] },
})
const entry = (resource: { resourceType: string }, more: object = {}) => ({
  resource,
  request: { method: 'POST', url: resource.resourceType },
  ...more,
})
const bundle = (type: string, ...list: unknown[]) => ({ resourceType: 'Bundle', type, entry: list })

type Line = { resource?: Told; response: { status: string; location?: string; etag?: string; outcome: Told } }
const lines = (json: Told) => json.entry as unknown as Line[]
const statuses = (json: Told) => lines(json).map((one) => Number(one.response.status.split(' ')[0]))

test('a transaction keeps a form and the answers to it, whichever comes first, and answers by the names within it', async () => {
  await using on = await openFhir()
  const { fhir, key, app } = on
  const nameless = { ...form, url: undefined, title: 'Zonder adres' }
  const sent = bundle(
    'transaction',
    entry(answers('urn:uuid:9b1c7f2e-0000-4000-8000-000000000001')),
    entry(nameless, { fullUrl: 'urn:uuid:9b1c7f2e-0000-4000-8000-000000000001' }),
    entry(answers(`${url}|1`)),
    entry(form),
  )
  const { status, json } = await fhir.request('POST', '', { body: sent, key })
  expect(status, JSON.stringify(json)).toBe(200)
  expect(json).toMatchObject({ resourceType: 'Bundle', type: 'transaction-response' })
  expect(statuses(json)).toEqual([201, 201, 201, 201])
  const [first, second] = lines(json)
  const formId = /Questionnaire\/([^/]+)\/_history\/1$/.exec(second?.response.location ?? '')?.[1]
  const kept = await fhir.request('GET', (first?.response.location ?? '').replace(/^.*\/fhir/, ''), { key })
  expect(kept.json.questionnaire).toBe(`https://weerklank.example/fhir/Questionnaire/${formId}`)
  expect(second?.response).toMatchObject({ etag: 'W/"1"', outcome: { resourceType: 'OperationOutcome' } })
  expect([
    (await app.audit('form.imported')).length,
    (await app.audit('form-response.stored')).length,
  ]).toEqual([2, 2])
})

test('of a transaction with one that cannot be kept nothing is kept, and it is said which one', async () => {
  await using on = await openFhir()
  const { fhir, key, app } = on
  const before = async () => (await fhir.request('GET', '/Questionnaire?_summary=count', { key })).json.total
  const wrong = [
    [entry(answers(url, 'nobody')), 422, 'not-found'],
    [entry({ resourceType: 'Patient' }), 422, 'not-supported'],
    [{ resource: form }, 400, 'required'],
    [{ request: { method: 'DELETE', url: 'Questionnaire/1' } }, 422, 'not-supported'],
    [entry({ ...form, item: [{ text: 'x' }] } as never), 422, 'required'],
  ] as const
  for (const [one, expected, code] of wrong) {
    const { status, json } = await fhir.request('POST', '', {
      body: bundle('transaction', entry(form), one),
      key,
    })
    expect([status, json.resourceType], JSON.stringify(json)).toEqual([expected, 'OperationOutcome'])
    expect(json.issue.some((issue) => issue.code === code)).toBe(true)
    expect((json.issue[0] as unknown as { expression: string[] }).expression[0]).toBe('Bundle.entry[1]')
  }
  expect(await before()).toBe(0)
  expect((await app.audit('form.imported')).length).toBe(0)
})

test('of a batch each is kept or refused by itself; other types are refused by name', async () => {
  await using on = await openFhir()
  const { fhir, key, noor } = on
  const sent = bundle(
    'batch',
    entry(form),
    entry({ resourceType: 'Patient' }),
    entry(answers(url, 'nobody')),
    entry(answers(url)),
    entry(form),
    entry(form, { request: { method: 'POST', url: 'QuestionnaireResponse' } }),
    entry({ ...form, url: 'http://example.org/x' } as never, {
      request: { method: 'POST', url: 'Questionnaire', ifNoneExist: `url=${url}` },
    }),
    'no object',
  )
  const { status, json } = await fhir.request('POST', '', { body: sent, key })
  expect([status, json.type]).toEqual([200, 'batch-response'])
  expect(statuses(json)).toEqual([201, 404, 422, 201, 200, 400, 200, 400])
  expect(lines(json)[1]?.response.outcome.issue[0]?.code).toBe('not-supported')
  const representation = await fhir.request('POST', '', {
    body: bundle('batch', entry(form)),
    ...{ key, headers: { prefer: 'return=representation' } },
  })
  expect(lines(representation.json)[0]?.resource?.title).toBe('Hoe was het?')
  const onlyForms = fhir.key(noor.member, ['forms:write'])
  const half = await fhir.request('POST', '', {
    body: bundle('batch', entry(form), entry(answers(url))),
    key: onlyForms,
  })
  expect(statuses(half.json)).toEqual([200, 403])
  const reader = fhir.key(noor.member, ['forms:read'])
  expect((await fhir.request('POST', '', { body: sent, key: reader })).status).toBe(403)
  expect((await fhir.request('POST', '', { body: sent })).status).toBe(401)
})

test('a new version by PUT, with the newest one named', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const { id } = (await fhir.request('POST', '/Questionnaire', { body: form, key })).json
  const put = (ifMatch: string) =>
    fhir.request('POST', '', {
      key,
      body: bundle('transaction', {
        resource: { ...form, id, title: 'Hoe ging het?' },
        request: { method: 'PUT', url: `Questionnaire/${id}`, ifMatch },
      }),
    })
  expect((await put('W/"7"')).status).toBe(412)
  const right = await put('W/"1"')
  expect(lines(right.json)[0]?.response).toMatchObject({ status: '200 OK', etag: 'W/"2"' })
})

test('a collection is brought in as it is, with the value sets in it known to its forms', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const valueSet = {
    resourceType: 'ValueSet',
    ...{ url: 'http://example.org/vs', status: 'active' },
    compose: { include: [{ system: 'http://example.org/cs', concept: [{ code: 'a', display: 'A' }] }] },
  }
  const choice = { linkId: 'c', text: 'c', type: 'choice', answerValueSet: 'http://example.org/vs' }
  const sent = bundle('collection', { resource: valueSet }, { resource: { ...form, item: [choice] } })
  const { json } = await fhir.request('POST', '', { body: sent, key })
  expect(statuses(json)).toEqual([404, 201])
  expect(lines(json)[1]?.response.outcome.issue[0]?.code).toBe('informational')
})

test('what is no Bundle to bring in is refused', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const post = async (body: unknown) => (await fhir.request('POST', '', { body, key })).status
  expect(await post(bundle('searchset'))).toBe(422)
  expect(await post(form)).toBe(400)
  expect(await post('{')).toBe(400)
  expect(await post({ ...bundle('batch'), entry: 'none' })).toBe(422)
  expect(await post(bundle('batch', ...Array.from({ length: 501 }, () => entry(form))))).toBe(422)
  expect((await fhir.request('POST', '', { body: bundle('batch'), key })).json.type).toBe('batch-response')
})

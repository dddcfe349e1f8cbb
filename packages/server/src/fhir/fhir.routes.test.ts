import type { FormResponseId } from '@weerklank/core/shared/ids'
import { expect, test, vi } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { buildStory } from '../test-story.ts'
import { openFhir, realForm } from './fhir.fixture.ts'

vi.setConfig({ testTimeout: 30_000 })

const form = {
  resourceType: 'Questionnaire',
  url: 'http://example.org/q/check',
  version: '1',
  status: 'active',
  title: 'Hoe was het?',
  item: [
    { linkId: 'ok', text: 'Goed?', type: 'boolean', required: true },
    {
      linkId: 'why',
      text: 'Waarom niet?',
      type: 'string',
      enableWhen: [{ question: 'ok', operator: '=', answerBoolean: false }],
    },
  ],
}

test('what can be done here, in both versions, without a key', async () => {
  await using on = await openFhir()
  const { json, headers } = await on.fhir.request('GET', '/metadata')
  expect(json).toMatchObject({
    resourceType: 'CapabilityStatement',
    fhirVersion: '4.0.1',
    software: { version: '1.2.3' },
  })
  expect(headers.get('content-type')).toBe('application/fhir+json; fhirVersion=4.0; charset=utf-8')
  const r5 = await on.fhir.request('GET', '/metadata', {
    headers: { accept: 'application/fhir+json; fhirVersion=5.0' },
  })
  expect(r5.json.fhirVersion).toBe('5.0.0')
})

test('a form is kept, and comes back as it came', async () => {
  await using on = await openFhir()
  const { fhir, key, app } = on
  const sent = realForm('R4--sdc--Questionnaire-CardiologyForm.json')
  const made = await fhir.request('POST', '/Questionnaire', { body: sent, key })
  expect(made.status).toBe(201)
  const { id, meta } = made.json
  expect(made.headers.get('location')).toBe(`https://weerklank.example/fhir/Questionnaire/${id}/_history/1`)
  expect(made.headers.get('etag')).toBe('W/"1"')
  expect(meta).toMatchObject({ versionId: '1', lastUpdated: app.clock.now() })
  const back = await fhir.request('GET', `/Questionnaire/${id}`, { key })
  const { id: _, meta: __, ...rest } = back.json
  const { id: ___, meta: ____, ...before } = sent
  expect(rest).toEqual(before)
  expect(
    (await fhir.request('GET', `/Questionnaire/${id}/$report`, { key })).json.issue.length,
  ).toBeGreaterThan(10)
  expect((await app.audit('form.imported')).length).toBe(1)
})

test('the same form again is the same; a changed one is its next version', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const post = (body: object, headers = {}) => fhir.request('POST', '/Questionnaire', { body, key, headers })
  const first = await post(form)
  const again = await post({ ...form, id: 'mine', meta: { versionId: '7' } })
  expect([first.status, again.status, again.json.id, again.json.meta.versionId]).toEqual([
    201,
    200,
    first.json.id,
    '1',
  ])
  const changed = await post({ ...form, title: 'Hoe ging het?' })
  expect([changed.status, changed.json.id, changed.json.meta.versionId]).toEqual([201, first.json.id, '2'])
  const older = await fhir.request('GET', `/Questionnaire/${first.json.id}/_history/1`, { key })
  expect(older.json.title).toBe('Hoe was het?')
  const known = await post(
    { ...form, url: 'http://example.org/other' },
    { 'if-none-exist': `url=${form.url}` },
  )
  expect([known.status, known.json.id]).toEqual([200, first.json.id])
  const put = (body: object, headers = {}) =>
    fhir.request('PUT', `/Questionnaire/${first.json.id}`, { body, key, headers })
  const stale = await put({ ...form, id: first.json.id }, { 'if-match': 'W/"1"' })
  const right = await put({ ...form, id: first.json.id }, { 'if-match': 'W/"2"' })
  expect([stale.status, right.status, right.json.meta.versionId]).toEqual([412, 200, '3'])
  expect((await put({ ...form, id: 'other' })).status).toBe(400)
  const taken = await post({ ...form, url: 'http://example.org/taken' })
  expect(
    (await put({ ...form, url: 'http://example.org/taken', id: first.json.id })).json.issue[0]?.code,
  ).toBe('conflict')
  expect(taken.status).toBe(201)
})

test('Prefer says what comes back, the version of FHIR how it is written', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const odd = {
    ...form,
    item: [
      {
        linkId: 'a',
        text: 'a',
        type: 'choice',
        answerOption: [{ valueCoding: { code: 'x' } }],
        colour: 'red',
      },
    ],
  }
  const prefer = (value: string) =>
    fhir.request('POST', '/Questionnaire', { body: odd, key, headers: { prefer: value } })
  const told = await prefer('return=OperationOutcome')
  expect(told.json).toMatchObject({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'warning', code: 'not-supported', expression: ['Questionnaire.item[0].colour'] }],
  })
  expect((await prefer('return=minimal')).json).toBeNull()
  const { json } = await fhir.request('GET', '/Questionnaire?title=hoe', {
    key,
    headers: { accept: 'application/fhir+json; fhirVersion=5.0' },
  })
  expect(json.entry[0]?.resource.item[0]).toMatchObject({
    type: 'coding',
    answerConstraint: 'optionsOnly',
    colour: 'red',
  })
})

test('forms are searched, a page at a time', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  for (let n = 0; n < 5; n += 1) {
    const body = {
      ...form,
      url: `${form.url}/${n}`,
      title: `Lijst ${n}`,
      status: n === 0 ? 'draft' : 'active',
    }
    await fhir.request('POST', '/Questionnaire', { body, key })
  }
  const get = async (query: string) => (await fhir.request('GET', `/Questionnaire?${query}`, { key })).json
  const page = await get('title=lijst&_count=2')
  expect([page.type, page.total, page.entry.length, page.link.map((one) => one.relation)]).toEqual([
    'searchset',
    5,
    2,
    ['self', 'next'],
  ])
  const next = new URL(page.link[1]?.url ?? '')
  expect((await get(next.search.slice(1))).entry).toHaveLength(2)
  expect((await get(`url=${form.url}/3`)).entry[0]?.resource.title).toBe('Lijst 3')
  expect((await get('status=draft')).total).toBe(1)
  expect((await get('title:exact=lijst 1')).total).toBe(0)
  expect(await get('version=1&_summary=count')).toMatchObject({ total: 5 })
  expect(await get('status=hidden')).toMatchObject({ issue: [{ code: 'code-invalid' }] })
})

const answer = (ok: boolean, more: object = {}) => ({
  ...{
    resourceType: 'QuestionnaireResponse',
    questionnaire: `${form.url}|1`,
    status: 'completed',
    authored: '2026-11-18T10:00:00Z',
  },
  item: [{ linkId: 'ok', answer: [{ valueBoolean: ok }] }],
  ...more,
})

test('an answer is held against its form, kept, and read back', async () => {
  await using on = await openFhir()
  const { fhir, key, app } = on
  const made = await fhir.request('POST', '/Questionnaire', { body: form, key })
  const post = (body: unknown) => fhir.request('POST', '/QuestionnaireResponse', { body, key })
  const stored = await post(answer(true))
  expect(stored.status).toBe(201)
  const back = await fhir.request('GET', `/QuestionnaireResponse/${stored.json.id}`, { key })
  const { id: _, meta: __, ...rest } = back.json
  expect(rest).toEqual(answer(true))
  const all = await fhir.request(
    'GET',
    `/QuestionnaireResponse?questionnaire=Questionnaire/${made.json.id}`,
    { key },
  )
  expect([all.json.total, all.json.entry[0]?.resource.id]).toEqual([1, stored.json.id])
  expect((await app.audit('form-response.stored')).length).toBe(1)
  expect((await app.audit('form-response.read')).length).toBe(2)
  const refused = async (body: unknown) => {
    const { status, json } = await post(body)
    return [status, json.issue[0]?.diagnostics.split(':')[0]]
  }
  expect(await refused(answer(true, { questionnaire: 'http://example.org/none' }))).toEqual([
    422,
    'response-form',
  ])
  expect(await refused(answer(true, { questionnaire: undefined }))).toEqual([422, 'response-form'])
  expect(await refused(answer(true, { item: [] }))).toEqual([422, 'response-required'])
  expect(await refused(answer(true, { item: [{ linkId: 'ok', answer: [{ valueString: 'ja' }] }] }))).toEqual([
    422,
    'response-value-kind',
  ])
  expect(
    await refused(answer(true, { item: [{ linkId: 'nope', answer: [{ valueString: 'ja' }] }] })),
  ).toEqual([422, 'response-item-unknown'])
  expect(
    await refused(
      answer(true, { item: [...answer(true).item, { linkId: 'why', answer: [{ valueString: 'x' }] }] }),
    ),
  ).toEqual([422, 'response-not-asked'])
  expect(
    await refused(
      answer(true, {
        subject: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '1' } },
      }),
    ),
  ).toEqual([422, 'personal-number'])
  expect(await refused({ resourceType: 'Patient' })).toEqual([400, 'wrong-resource'])
})

test('an answer of somebody in a collaboration is read by who takes part in it, and by nobody else', async () => {
  await using on = await openFhir()
  const { fhir, app } = on
  const story = await buildStory(app)
  const key = fhir.key(story.by.member)
  await fhir.request('POST', '/Questionnaire', { body: form, key })
  const subject = { reference: `Patient/${story.lina.id}` }
  const { json } = await fhir.request('POST', '/QuestionnaireResponse', {
    body: answer(true, { subject }),
    key,
  })
  const path = `/QuestionnaireResponse/${json.id}`
  const colleague = fhir.key(story.colleague.member)
  const stranger = fhir.key((await app.professional({ name: 'Eva' })).member)
  const asked = [key, colleague, stranger].map(
    async (one) => (await fhir.request('GET', path, { key: one })).status,
  )
  expect(await Promise.all(asked)).toEqual([200, 200, 404])
  const own = await fhir.request('GET', `/QuestionnaireResponse?subject=Patient/${story.lina.id}`, { key })
  expect(own.json.total).toBe(2)
})

test('a subject that is out of reach, or nobody, is refused and not kept as the member’s own', async () => {
  await using on = await openFhir()
  const { fhir, app, key } = on
  const story = await buildStory(app)
  await fhir.request('POST', '/Questionnaire', { body: form, key })
  for (const id of [story.lina.id, app.world.newId<string>()]) {
    const body = answer(true, { subject: { reference: `Patient/${id}` } })
    const { status, json } = await fhir.request('POST', '/QuestionnaireResponse', { body, key })
    expect([status, json.resourceType, json.issue[0]?.code]).toEqual([422, 'OperationOutcome', 'not-found'])
  }
  expect((await fhir.request('GET', '/QuestionnaireResponse', { key })).json.total).toBe(0)
})

test('a condition shows no form to a key that may not read forms, nor to a member who may not keep them', async () => {
  await using on = await openFhir()
  const { fhir, app, key, noor } = on
  const made = await fhir.request('POST', '/Questionnaire', { body: form, key })
  const headers = { 'if-none-exist': `url=${form.url}`, prefer: 'return=representation' }
  const body = { ...form, url: 'http://example.org/other' }
  const post = (one: string) => fhir.request('POST', '/Questionnaire', { body, key: one, headers })
  const writes = await post(fhir.key(noor.member, ['forms:write']))
  expect([writes.status, writes.json]).toEqual([200, null])
  expect(writes.headers.get('location')).toContain(made.json.id)
  expect((await post(key)).json.id).toBe(made.json.id)
  const guards = await app.professional({ name: 'Pim', role: 'privacy-officer' })
  expect((await post(fhir.key(guards.member))).status).toBe(403)
})

test('scores are kept with the answer', async () => {
  await using on = await openFhir()
  const { fhir, key, app } = on
  const body = realForm('R4--sdc--questionnaire-sdc-profile-example-hunger-vital-signs.json')
  const made = await fhir.request('POST', '/Questionnaire', { body, key })
  expect(made.status).toBe(201)
  const often = { system: 'http://loinc.org', code: 'LA28397-0', display: 'Often true' }
  const item = [
    { linkId: '/88122-7', answer: [{ valueCoding: often }] },
    { linkId: '/88123-5', answer: [{ valueCoding: often }] },
  ]
  const status = 'in-progress'
  const questionnaire = `Questionnaire/${made.json.id}`
  const sent = { resourceType: 'QuestionnaireResponse', questionnaire, status, item }
  const kept = await fhir.request('POST', '/QuestionnaireResponse', { body: sent, key })
  expect(kept.status).toBe(201)
  const row = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('form_response')
      .select('scores')
      .where('id', '=', kept.json.id as FormResponseId)
      .executeTakeFirstOrThrow(),
  )
  expect(row.scores?.values).toEqual([
    {
      linkId: '/88124-3',
      value: { kind: 'coding', value: { system: 'http://loinc.org', code: 'LA19952-3', display: 'At risk' } },
    },
  ])
})

test('every refusal is an OperationOutcome', async () => {
  await using on = await openFhir()
  const { fhir, key, app, noor } = on
  const guest = fhir.key((await app.professional({ name: 'Gijs', role: 'guest' })).member)
  const officer = fhir.key((await app.professional({ name: 'Pim', role: 'privacy-officer' })).member)
  const reads = fhir.key(noor.member, ['forms:read'])
  const id = app.world.newId<string>()
  const big = JSON.stringify({ ...form, description: 'x'.repeat(10 * 1024 * 1024) })
  const rows: [number, string, string, string, Parameters<typeof fhir.request>[2]][] = [
    [401, 'login', 'GET', '/Questionnaire', {}],
    [401, 'login', 'POST', '/Questionnaire', { body: form, key: 'unknown' }],
    [403, 'forbidden', 'POST', '/Questionnaire', { body: form, key: reads }],
    [403, 'forbidden', 'GET', '/QuestionnaireResponse', { key: reads }],
    [403, 'forbidden', 'GET', '/Questionnaire', { key: guest }],
    [403, 'forbidden', 'POST', '/Questionnaire', { body: form, key: officer }],
    [404, 'not-found', 'GET', `/Questionnaire/${id}`, { key }],
    [404, 'not-found', 'GET', '/Questionnaire/nonsense', { key }],
    [404, 'not-found', 'GET', `/QuestionnaireResponse/${id}`, { key }],
    [404, 'not-found', 'PUT', `/Questionnaire/${id}`, { key, body: { ...form, id } }],
    [404, 'not-found', 'GET', '/Patient/1', { key }],
    [405, 'not-supported', 'DELETE', '/Questionnaire', { key }],
    [405, 'not-supported', 'DELETE', `/Questionnaire/${id}`, { key }],
    [405, 'not-supported', 'PATCH', `/QuestionnaireResponse/${id}`, { key, body: {} }],
    [405, 'not-supported', 'PUT', `/QuestionnaireResponse/${id}`, { key, body: {} }],
    [422, 'not-supported', 'POST', '/', { key, body: { resourceType: 'Bundle' } }],
    [400, 'value', 'GET', '/Questionnaire?_lastUpdated=yesterday', { key }],
    [400, 'value', 'GET', '/Questionnaire?_lastUpdated=9999', { key }],
    [400, 'value', 'GET', '/Questionnaire?url=%00', { key }],
    [400, 'value', 'GET', '/QuestionnaireResponse?questionnaire=x%00', { key }],
    [400, 'value', 'POST', '/Questionnaire', { key, body: form, headers: { 'if-none-exist': 'url=%00' } }],
    [422, 'too-long', 'POST', '/Questionnaire', { key, body: { ...form, url: 'x'.repeat(3_000) } }],
    [422, 'value', 'POST', '/Questionnaire', { key, body: '{"resourceType":"Questionnaire","x":1e-40000}' }],
    [400, 'code-invalid', 'GET', '/Questionnaire?status=toString', { key }],
    [400, 'code-invalid', 'GET', '/QuestionnaireResponse?status=done', { key }],
    [
      415,
      'not-supported',
      'POST',
      '/Questionnaire/_search',
      { key, body: '{}', headers: { 'content-type': 'application/json' } },
    ],
    [406, 'not-supported', 'GET', '/Questionnaire', { key, headers: { accept: 'application/fhir+xml' } }],
    [406, 'not-supported', 'GET', '/Questionnaire?_format=xml', { key }],
    [
      406,
      'not-supported',
      'GET',
      '/metadata',
      { headers: { accept: 'application/fhir+json; fhirVersion=3.0' } },
    ],
    [
      415,
      'not-supported',
      'POST',
      '/Questionnaire',
      { key, body: '<Questionnaire/>', headers: { 'content-type': 'application/fhir+xml' } },
    ],
    [400, 'structure', 'POST', '/Questionnaire', { key, body: '{"resourceType":' }],
    [400, 'invalid', 'POST', '/Questionnaire', { key, body: { resourceType: 'Patient' } }],
    [
      422,
      'duplicate',
      'POST',
      '/Questionnaire',
      { key, body: { ...form, item: [form.item[0], form.item[0]] } },
    ],
    [413, 'too-long', 'POST', '/Questionnaire', { key, body: big }],
    [400, 'value', 'GET', '/Questionnaire?_count=many', { key }],
    [
      400,
      'not-supported',
      'GET',
      '/Questionnaire?colour=red',
      { key, headers: { prefer: 'handling=strict' } },
    ],
  ]
  for (const [status, code, method, path, wish] of rows) {
    const reply = await fhir.request(method, path, wish)
    expect(
      [reply.status, reply.json?.resourceType, reply.json?.issue?.[0]?.code],
      `${method} ${path}`,
    ).toEqual([status, 'OperationOutcome', code])
    if (status === 405) expect(reply.headers.get('allow'), path).toMatch(/GET/)
    if (status === 401) expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer/)
  }
})

import { formEndpoints, outlineAtOnce } from '@weerklank/core/feedback/form.contract'
import type { FormId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { inContext } from '../db/context.ts'
import { realForm } from '../fhir/fhir.fixture.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { findForm } from './form.repository.ts'
import { mayAskForm } from './form-licence.ts'

const licensed = (title = 'Samen kijken', more: object = {}) =>
  JSON.stringify({
    ...{ resourceType: 'Questionnaire', status: 'draft', title, copyright: '© De Uitgever' },
    item: [{ linkId: '1', type: 'string', text: 'Wat ziet u?' }],
    ...more,
  })

async function brought(app: TestApp, by: Person, text: string): Promise<FormId> {
  const answer = await app.as(by).call(formEndpoints.bring, { body: { text } })
  if (!answer.kept) throw new Error(JSON.stringify(answer.refusals))
  const [form] = answer.forms
  if (form === undefined) throw new Error('A form came in')
  return form.id
}

const licenceUntil = (expiresOn: string, revision: number) => ({
  ...{ holder: 'Praktijk De Linde', number: 'L-1', validFrom: null, expiresOn, note: '', revision },
})

async function withLicence(app: TestApp, by: Person, of: { form: FormId; until: string }) {
  const { form, until } = of
  const { revision } = await app.as(by).call(formEndpoints.form, { params: { form } })
  const params = { form, licence: app.world.newId<string>() }
  return app.as(by).call(formEndpoints.recordLicence, { params, body: licenceUntil(until, revision) })
}

async function publish(app: TestApp, by: Person, form: FormId) {
  const { revision, version } = await app.as(by).call(formEndpoints.form, { params: { form } })
  const params = { form, version: String(version) } as never
  return app.as(by).call(formEndpoints.setStatus, { params, body: { status: 'published', revision } })
}

const actions = async (app: TestApp) => (await app.audit()).map((line) => line.action)

test('a licensed form is brought, read over, and switched on only with a licence', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const form = await brought(app, noor, licensed())
  const me = app.as(noor)
  const detail = await me.call(formEndpoints.form, { params: { form } })
  expect(detail).toMatchObject({
    status: 'draft',
    needsLicence: true,
    licence: { state: 'missing' },
    mayKeep: true,
  })
  const params = { form, version: '1' } as never
  const body = { status: 'published', revision: detail.revision } as const
  expect(await me.refusal(formEndpoints.setStatus, { params, body })).toMatchObject({
    ...{ code: 'invalid-input', fields: { licence: 'licence-missing' } },
  })
  const after = await withLicence(app, noor, { form, until: '2099-12-31' })
  expect(after.licence).toEqual({ state: 'valid', until: '2099-12-31' })
  expect(after.licences).toMatchObject([{ holder: 'Praktijk De Linde', number: 'L-1', ended: null }])
  const done = await publish(app, noor, form)
  expect(done).toMatchObject({ status: 'published', publishedVersion: 1 })
  expect((await actions(app)).filter((one) => !one.endsWith('.read'))).toEqual(
    expect.arrayContaining(['form.imported', 'licence.recorded', 'form.published']),
  )
})

async function verdict(app: TestApp, by: Person, form: FormId) {
  const context = {
    workspace: app.workspace,
    actor: { member: by.member },
    relations: [],
    roles: ['professional'] as const,
  }
  return inContext(app.db, context, async (trx) => {
    const found = await findForm(trx, form)
    if (found === undefined) throw new Error('It is there')
    const decision = await mayAskForm(trx, found, { now: app.clock.now(), timeZone: 'Europe/Amsterdam' })
    return decision.allowed ? 'allowed' : decision.reason
  })
}

test('the licence holds up to midnight of its last day, and asking stops then by itself', async () => {
  await using app = await testApp({ now: '2026-12-30T10:00:00.000Z' })
  const noor = await app.professional()
  const form = await brought(app, noor, licensed('Samen', { status: 'active' }))
  expect(await verdict(app, noor, form)).toBe('licence-missing')
  await withLicence(app, noor, { form, until: '2026-12-31' })
  expect(await verdict(app, noor, form)).toBe('allowed')
  const seen = async () => (await app.as(noor).call(formEndpoints.licencesToSee)).forms
  expect(await seen()).toEqual([
    { id: form, title: 'Samen', licence: { state: 'ending', until: '2026-12-31', daysLeft: 1 } },
  ])
  app.clock.advance(Date.parse('2026-12-31T22:59:59.999Z') - Date.parse(app.clock.now()))
  expect(await verdict(app, noor, form)).toBe('allowed')
  app.clock.advance(1)
  expect(await verdict(app, noor, form)).toBe('licence-expired')
  expect(await seen()).toMatchObject([{ licence: { state: 'expired', since: '2026-12-31' } }])
  // What came in as published goes out as it came, whatever its licence.
  const file = await app.as(noor).request('GET', `/api/forms/${form}/versions/1/file`)
  expect(JSON.parse(String(file.body))).toMatchObject({ status: 'active', copyright: '© De Uitgever' })
})

test('an ended licence counts no more, and stays to be read', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const form = await brought(app, noor, licensed())
  const { licences, revision } = await withLicence(app, noor, { form, until: '2099-12-31' })
  const params = { form, licence: licences[0]?.id ?? '' }
  const ended = { ended: true, revision } as const
  const after = await app.as(noor).call(formEndpoints.endLicence, { params, body: ended })
  expect(after).toMatchObject({
    licence: { state: 'missing' },
    licences: [{ ended: { at: app.clock.now() } }],
  })
  // It cannot be brought back to life by mending it.
  const body = licenceUntil('2099-12-31', after.revision)
  expect(await app.as(noor).refusal(formEndpoints.recordLicence, { params, body })).toMatchObject({
    code: 'conflict',
  })
})

test('a licence can be mended, but not moved to another form, and does not end before it begins', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const form = await brought(app, noor, licensed())
  const other = await brought(app, noor, licensed('Nog een'))
  const { licences, revision } = await withLicence(app, noor, { form, until: '2099-12-31' })
  const licence = licences[0]?.id ?? ''
  const me = app.as(noor)
  const body = { ...licenceUntil('2098-12-31', revision), number: 'L-2' }
  const mended = await me.call(formEndpoints.recordLicence, { params: { form, licence }, body })
  expect(mended.licences).toMatchObject([{ id: licence, number: 'L-2', expiresOn: '2098-12-31' }])
  const elsewhere = { params: { form: other, licence }, body: licenceUntil('2099-12-31', 1) }
  expect(await me.refusal(formEndpoints.recordLicence, elsewhere)).toMatchObject({ code: 'not-found' })
  const odd = { ...licenceUntil('2098-12-31', mended.revision), validFrom: '2099-01-01' }
  expect(
    await me.refusal(formEndpoints.recordLicence, { params: { form, licence }, body: odd }),
  ).toMatchObject({
    ...{ code: 'invalid-input', fields: { expiresOn: 'before-begin' } },
  })
})

test('what a person says of the need of a licence counts, with her reason, also for later versions', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const url = 'https://example.org/Questionnaire/samen'
  const form = await brought(app, noor, licensed('Samen', { url }))
  const me = app.as(noor)
  const said = { needed: false, reason: 'De uitgever gaf haar vrij op 3 mei.', revision: 1 }
  const after = await me.call(formEndpoints.sayNeed, { params: { form }, body: said })
  expect(after).toMatchObject({ needsLicence: false, licence: { state: 'not-needed' } })
  expect(after.needSaid).toMatchObject([{ needed: false, reason: said.reason, by: 'Noor' }])
  expect(await brought(app, noor, licensed('Samen, opnieuw', { url }))).toBe(form)
  expect(await me.call(formEndpoints.form, { params: { form } })).toMatchObject({
    version: 2,
    needsLicence: false,
  })
  const again = { needed: true, reason: 'Toch betaald gebruik.', revision: 3 }
  const back = await me.call(formEndpoints.sayNeed, { params: { form }, body: again })
  expect(back.needSaid.map(({ needed }) => needed)).toEqual([true, false])
  expect((await actions(app)).filter((one) => one === 'form.licence-need')).toHaveLength(2)
})

test('new words without an owner do not take the need of a licence away; with one they bring it', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const url = 'https://example.org/Questionnaire/samen'
  const free = licensed('Samen', { url, copyright: 'CC0-1.0' })
  const form = await brought(app, noor, free)
  const need = async () => (await app.as(noor).call(formEndpoints.form, { params: { form } })).needsLicence
  expect(await need()).toBe(false)
  await brought(app, noor, licensed('Samen', { url }))
  expect(await need()).toBe(true)
  await brought(app, noor, free)
  expect(await need()).toBe(true)
})

test('two people who change one form at the same time: the second is told, and nothing of either is lost', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const bram = await app.professional({ name: 'Bram' })
  const form = await brought(app, noor, licensed())
  const params = (by: Person) => ({ form, licence: app.world.newId<string>(), by })
  const tries = [params(noor), params(bram)].map(({ by, form, licence }) =>
    app.as(by).request('PUT', `/api/forms/${form}/licences/${licence}`, licenceUntil('2099-12-31', 1)),
  )
  const replies = await Promise.all(tries)
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const { licences, revision } = await app.as(noor).call(formEndpoints.form, { params: { form } })
  expect([licences.length, revision]).toEqual([1, 2])
  // Also one who publishes, and one who brings a new version, look at what the other did.
  await brought(app, bram, licensed('Ander onderwerp'))
  const stale = {
    params: { form, version: '1' } as never,
    body: { status: 'published', revision: 1 } as const,
  }
  expect(await app.as(bram).refusal(formEndpoints.setStatus, stale)).toMatchObject({ code: 'conflict' })
})

test('two people who bring the same new form at the same moment: it is there once', async () => {
  await using app = await testApp()
  const [noor, bram] = [await app.professional(), await app.professional()]
  const text = licensed('Samen', { url: 'https://example.org/Questionnaire/samen' })
  const replies = await Promise.all(
    [noor, bram].map((by) => app.as(by).request('POST', '/api/forms', { text })),
  )
  expect(replies.map(({ status }) => status).every((status) => status === 200 || status === 409)).toBe(true)
  const { forms, total } = await app.as(noor).call(formEndpoints.forms)
  expect([total, forms[0]?.version]).toEqual([1, 1])
})

test.each([
  ['no JSON', '{"resourceType":', 'not-json'],
  ['another resource', '{"resourceType":"Patient"}', 'wrong-resource'],
  [
    'a linkId twice',
    licensed('Twee', { item: [1, 2].map(() => ({ linkId: 'a', type: 'string' })) }),
    'link-id-double',
  ],
  ['half a character', licensed('Half \ud800'), 'unstorable-text'],
])('%s is refused with why, and nothing is kept', async (_, text, kind) => {
  await using app = await testApp()
  const noor = await app.professional()
  const answer = await app.as(noor).call(formEndpoints.bring, { body: { text } })
  expect(answer).toMatchObject({ kept: false, refusals: [{ issues: [{ kind }] }] })
  expect(await app.as(noor).call(formEndpoints.forms)).toMatchObject({ total: 0, forms: [] })
})

test('of a file with two forms of which one cannot be used nothing is kept', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const good = JSON.parse(licensed('Goed'))
  const bad = { ...good, title: 'Slecht', item: [{ type: 'string', text: 'zonder linkId' }] }
  const bundle = (resources: unknown[]) =>
    JSON.stringify({
      resourceType: 'Bundle',
      type: 'collection',
      entry: resources.map((resource) => ({ resource })),
    })
  const me = app.as(noor)
  expect(await me.call(formEndpoints.bring, { body: { text: bundle([good, bad]) } })).toMatchObject({
    ...{ kept: false, refusals: [{ title: 'Slecht' }] },
  })
  expect((await me.call(formEndpoints.forms)).total).toBe(0)
  const both = await me.call(formEndpoints.bring, {
    body: { text: bundle([good, { ...good, title: 'Ook' }]) },
  })
  expect(both).toMatchObject({ kept: true, forms: [{ done: 'created' }, { done: 'created' }] })
})

test('a file of more than 10 MB is too large, whatever is in it', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const large = licensed('Groot', { description: 'x'.repeat(10 * 1024 * 1024) })
  expect(await app.as(noor).refusal(formEndpoints.bring, { body: { text: large } })).toMatchObject({
    code: 'too-large',
  })
})

test('the same words again are no new version, and nobody else is told of them as new', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const text = licensed('Samen', { url: 'https://example.org/Questionnaire/samen' })
  await brought(app, noor, text)
  const answer = await app.as(noor).call(formEndpoints.bring, { body: { text } })
  expect(answer).toMatchObject({ kept: true, forms: [{ done: 'same', version: 1 }] })
})

test('a real form is read over in parts, and taken along unchanged', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const real = realForm('R4--smart-forms--715.R4-modified.json')
  const form = await brought(app, noor, JSON.stringify(real))
  const me = app.as(noor)
  const params = { form, version: '1' } as never
  const first = await me.call(formEndpoints.outline, { params })
  const next = await me.call(formEndpoints.outline, { params, query: { from: outlineAtOnce } as never })
  expect([first.lines.length, first.total === first.lines.length + next.lines.length]).toEqual([
    outlineAtOnce,
    true,
  ])
  expect(Object.values(first.counts).reduce((sum, one) => sum + one, 0)).toBe(first.total)
  const file = await me.request('GET', `/api/forms/${form}/versions/1/file`)
  expect(file.headers.get('content-disposition')).toContain(`vragenlijst-${form}-1-R4.json`)
  const { id: _, meta: __, ...out } = JSON.parse(String(file.body))
  const { id: ___, meta: ____, ...came } = real
  expect(out).toEqual(came)
  const r5 = await me.request('GET', `/api/forms/${form}/versions/1/file?fhir=5.0`)
  expect(String(r5.body)).toContain('"coding"')
  expect(await me.refusal(formEndpoints.outline, { params: { form, version: '9' } as never })).toMatchObject({
    code: 'not-found',
  })
})

test('a version is taken out of use, and an older one that is published is asked again', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const url = 'https://example.org/Questionnaire/samen'
  const open = (title: string) => licensed(title, { url, copyright: 'CC0-1.0', status: 'active' })
  const form = await brought(app, noor, open('Een'))
  await brought(app, noor, open('Twee'))
  const me = app.as(noor)
  expect(await me.call(formEndpoints.form, { params: { form } })).toMatchObject({
    version: 2,
    publishedVersion: 2,
  })
  const body = { status: 'retired', revision: 2 } as const
  const after = await me.call(formEndpoints.setStatus, { params: { form, version: '2' } as never, body })
  expect(after).toMatchObject({ status: 'retired', publishedVersion: 1 })
  expect(after.versions.map(({ version, status }) => [version, status])).toEqual([
    [2, 'retired'],
    [1, 'published'],
  ])
})

test('the list comes in parts and can be searched; our own checks stand beside it', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  await brought(app, noor, licensed('Thuis en school'))
  await brought(app, noor, licensed('Slapen'))
  const me = app.as(noor)
  const found = await me.call(formEndpoints.forms, { query: { search: 'SCHOOL' } as never })
  expect(found).toMatchObject({ total: 1, forms: [{ title: 'Thuis en school' }] })
  expect(await me.call(formEndpoints.forms, { query: { from: 1 } as never })).toMatchObject({
    ...{ total: 2, forms: [{ title: 'Thuis en school' }] },
  })
  const { checks } = await me.call(formEndpoints.forms)
  expect(checks.find(({ id }) => id === 'contact-check')).toMatchObject({ isForRounds: false })
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
})

test('who may do what with forms', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const form = await brought(app, noor, licensed())
  const karin = await app.professional({ role: 'administrator' })
  const guard = await app.professional({ role: 'privacy-officer' })
  const guest = await app.professional({ role: 'guest' })
  const code = async (by: Person | null, method: string, path: string, body?: unknown) => {
    const reply = await app.as(by).request(method, `/api/forms${path}`, body)
    return [reply.status, (reply.body as { error?: { code: string } }).error?.code]
  }
  const changes: [string, string, unknown][] = [
    ['POST', '', { text: licensed('Nieuw') }],
    ['PUT', `/${form}/versions/1/status`, { status: 'retired', revision: 1 }],
    ['PUT', `/${form}/licence-need`, { needed: false, reason: 'Omdat.', revision: 1 }],
    ['PUT', `/${form}/licences/${app.world.newId()}`, licenceUntil('2099-12-31', 1)],
    ['PUT', `/${form}/licences/${app.world.newId()}/ended`, { ended: true, revision: 1 }],
  ]
  for (const [method, path, body] of changes) {
    expect(await code(null, method, path, body)).toEqual([401, 'not-signed-in'])
    for (const by of [guard, guest]) expect(await code(by, method, path, body)).toEqual([403, 'not-allowed'])
  }
  for (const path of ['', '/licences', `/${form}`, `/${form}/versions/1`, `/${form}/versions/1/file`]) {
    expect(await code(null, 'GET', path)).toEqual([401, 'not-signed-in'])
    expect(await code(guest, 'GET', path)).toEqual([403, 'not-allowed'])
    expect((await code(guard, 'GET', path))[0]).toBe(200)
  }
  expect(await app.as(guard).call(formEndpoints.forms)).toMatchObject({ mayKeep: false })
  await brought(app, karin, licensed('Van Karin'))
})

test('of a form of another workspace nothing is seen or changed', async () => {
  await using app = await testApp()
  await using other = await testApp()
  const noor = await app.professional()
  const form = await brought(app, noor, licensed())
  const ilse = await app.professional({ name: 'Ilse', workspace: other.workspace })
  const me = app.as(ilse)
  expect((await me.call(formEndpoints.forms)).total).toBe(0)
  for (const path of ['', '/versions/1', '/versions/1/file'])
    expect((await me.request('GET', `/api/forms/${form}${path}`)).status).toBe(404)
  const body = { needed: false, reason: 'Omdat.', revision: 1 }
  expect((await me.request('PUT', `/api/forms/${form}/licence-need`, body)).status).toBe(404)
})

test('on the screen too it is told which calculation is none, at its question', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const url = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression'
  const extension = [{ url, valueExpression: { language: 'text/fhirpath', expression: 'x(' } }]
  const item = [{ linkId: 'sum', type: 'integer', text: 'Samen', extension }]
  const text = JSON.stringify({ resourceType: 'Questionnaire', status: 'draft', title: 'Som', item })
  const form = await brought(app, noor, text)
  const { lines } = await app
    .as(noor)
    .call(formEndpoints.outline, { params: { form, version: '1' } as never })
  expect(lines.flatMap((line) => line.issues.map(({ kind }) => kind))).toContain('expression-wrong')
})

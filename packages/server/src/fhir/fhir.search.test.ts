import { expect, test, vi } from 'vitest'
import { openFhir } from './fhir.fixture.ts'
import { momentsOf } from './fhir.search.ts'

vi.setConfig({ testTimeout: 30_000 })

const form = (name: string, more: object = {}) => ({
  ...{
    resourceType: 'Questionnaire',
    status: 'active',
    url: `http://example.org/q/${name}`,
    name,
    title: name,
  },
  item: [{ linkId: 'a', text: 'A', type: 'string' }],
  ...more,
})

test.each([
  ['ge2026-01-31', ['>= 2026-01-31T00:00:00.000Z']],
  ['gt2026-01', ['>= 2026-02-01T00:00:00.000Z']],
  ['le2026', ['< 2027-01-01T00:00:00.000Z']],
  ['lt2026-11-22T08:30:00+01:00', ['< 2026-11-22T07:30:00.000Z']],
  ['2024-02-29', ['>= 2024-02-29T00:00:00.000Z', '< 2024-03-01T00:00:00.000Z']],
  ['eq2026-11-22T08:30', ['>= 2026-11-22T08:30:00.000Z', '< 2026-11-22T08:31:00.000Z']],
])('a date in a search: %s', (text, moments) => {
  const query = new URLSearchParams({ date: text })
  expect(momentsOf(query, 'date').map(({ operator, at }) => `${operator} ${at}`)).toEqual(moments)
})

test('forms are found by each of what a program may name, also with the parameters in the body', async () => {
  await using on = await openFhir()
  const { fhir, key, app } = on
  const ids: string[] = []
  for (const body of [form('Alpha', { version: '1' }), form('Beta', { status: 'draft' }), form('Gamma')]) {
    ids.push((await fhir.request('POST', '/Questionnaire', { body, key })).json.id)
  }
  const titles = async (query: string) => {
    const { status, json } = await fhir.request('GET', `/Questionnaire?${query}`, { key })
    expect([status, json.total]).toEqual([200, json.entry?.length ?? 0])
    return (json.entry ?? []).map((one) => one.resource.title).toSorted()
  }
  expect(await titles('name=al')).toEqual(['Alpha'])
  expect(await titles(`_id=${ids[0]},${ids[2]}`)).toEqual(['Alpha', 'Gamma'])
  expect(await titles('_id=nonsense')).toEqual([])
  expect(await titles('status=draft,retired')).toEqual(['Beta'])
  expect(await titles('version=1')).toEqual(['Alpha'])
  expect(await titles(`url=${form('Alpha').url},${form('Beta').url}`)).toEqual(['Alpha', 'Beta'])
  const today = app.clock.now().slice(0, 10)
  expect(await titles(`_lastUpdated=${today}`)).toEqual(['Alpha', 'Beta', 'Gamma'])
  expect(await titles(`_lastUpdated=gt${today}`)).toEqual([])
  const posted = await fhir.request('POST', '/Questionnaire/_search?status=active', {
    ...{ body: 'name=Gam&_count=5', key },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect([posted.status, posted.json.total, posted.json.entry[0]?.resource.title]).toEqual([200, 1, 'Gamma'])
})

test('answers are found by their status and day', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  await fhir.request('POST', '/Questionnaire', { body: form('Alpha'), key })
  const answer = (status: string, authored: string) => ({
    ...{ resourceType: 'QuestionnaireResponse', questionnaire: form('Alpha').url, status, authored },
    item: [{ linkId: 'a', answer: [{ valueString: status }] }],
  })
  for (const body of [
    answer('completed', '2026-03-01T10:00:00Z'),
    answer('in-progress', '2026-04-01T10:00:00Z'),
  ])
    expect((await fhir.request('POST', '/QuestionnaireResponse', { body, key })).status).toBe(201)
  const total = async (query: string) =>
    (await fhir.request('GET', `/QuestionnaireResponse?${query}`, { key })).json.total
  expect(await total('status=completed')).toBe(1)
  expect(await total('status=completed,in-progress')).toBe(2)
  expect(await total('authored=2026-03')).toBe(1)
  expect(await total('authored=ge2026-03-02&authored=lt2026-05')).toBe(1)
  expect(await total('_id=nonsense')).toBe(0)
  expect(await total(`questionnaire=${form('Alpha').url}&authored=gt2026-04-01`)).toBe(0)
})

/** What the server says it can do, held against what it does. */
import { expect, test, vi } from 'vitest'
import { openFhir } from './fhir.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

type Param = { name: string; type: string; definition: string }
type Operation = { name: string; definition: string }
type Resource = {
  type: string
  interaction: { code: string }[]
  searchParam?: Param[]
  operation?: Operation[]
}
const values: Record<string, string> = { uri: 'http://x', string: 'x', token: 'draft', date: 'ge2020' }

test.each(['4.0', '5.0'])('in FHIR %s everything that is named is there', async (version) => {
  await using on = await openFhir()
  const { fhir, key } = on
  const headers = { accept: `application/fhir+json; fhirVersion=${version}`, prefer: 'handling=strict' }
  const get = (path: string) => fhir.request('GET', path, { key, headers })
  const { rest } = (await get('/metadata')).json as unknown as { rest: { resource: Resource[] }[] }
  const resources = rest[0]?.resource ?? []
  expect(resources.map((one) => one.type)).toEqual([
    ...['Questionnaire', 'QuestionnaireResponse', 'OperationDefinition'],
  ])
  for (const { type, searchParam = [], operation = [] } of resources) {
    for (const { name, type: kind } of searchParam) {
      const value = name === '_id' ? crypto.randomUUID() : name === 'status' ? statusOf(type) : values[kind]
      const found = await get(`/${type}?${name}=${encodeURIComponent(value ?? 'Patient/1')}`)
      expect([found.status, found.json.resourceType], `${type} ${name}`).toEqual([200, 'Bundle'])
    }
    for (const { definition } of operation) {
      const own = definition.split('https://weerklank.example/fhir')[1]
      if (own === undefined) continue
      const found = (await get(own)).json
      expect(found).toMatchObject({ resourceType: 'OperationDefinition', url: definition, code: 'report' })
    }
  }
})

const statusOf = (type: string) => (type === 'Questionnaire' ? 'draft' : 'completed')

test('parameters are named as each version of FHIR names them', async () => {
  await using on = await openFhir()
  const named = async (version: string) => {
    const headers = { accept: `application/fhir+json; fhirVersion=${version}` }
    const { json } = await on.fhir.request('GET', '/metadata', { headers })
    const { rest } = json as unknown as { rest: { resource: Resource[] }[] }
    const all = (rest[0]?.resource ?? []).flatMap((one) => one.searchParam ?? [])
    return all.map((one) => one.definition.replace('http://hl7.org/fhir/SearchParameter/', ''))
  }
  expect(await named('4.0')).toEqual([
    ...['url', 'name', 'title', 'version', 'status'].map((name) => `Questionnaire-${name}`),
    ...['Resource-id', 'Resource-lastUpdated'],
    ...['questionnaire', 'subject', 'patient', 'status', 'authored'].map(
      (name) => `QuestionnaireResponse-${name}`,
    ),
    ...['Resource-id', 'Resource-lastUpdated'],
  ])
  expect(await named('5.0')).toEqual([
    ...['url', 'name', 'title', 'version', 'status'].map((name) => `CanonicalResource-${name}`),
    ...['Resource-id', 'Resource-lastUpdated'],
    ...['QuestionnaireResponse-questionnaire', 'QuestionnaireResponse-subject', 'clinical-patient'],
    ...['QuestionnaireResponse-status', 'QuestionnaireResponse-authored'],
    ...['Resource-id', 'Resource-lastUpdated'],
  ])
})

test('what cannot be done at an address is said with what can', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const tried = async (method: string, path: string) => {
    const { status, headers } = await fhir.request(method, path, { key })
    return [status, headers.get('allow')]
  }
  const id = crypto.randomUUID()
  expect(await tried('DELETE', `/Questionnaire/${id}`)).toEqual([405, 'GET, PUT'])
  expect(await tried('GET', `/QuestionnaireResponse/${id}/_history/1`)).toEqual([404, null])
  expect(await tried('POST', '/OperationDefinition/report')).toEqual([405, 'GET'])
  expect(await tried('GET', '/OperationDefinition/other')).toEqual([404, null])
})

test('that the use of a form needs a licence is a warning, and is still told later', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const body = {
    ...{ resourceType: 'Questionnaire', status: 'draft', title: 'Van elders' },
    copyright: '(c) Elders. All rights reserved.',
    item: [{ linkId: 'a', text: 'a', type: 'string' }],
  }
  const headers = { prefer: 'return=OperationOutcome', 'accept-language': 'nl' }
  const { status, json } = await fhir.request('POST', '/Questionnaire', { body, key, headers })
  expect(status).toBe(201)
  expect(json.issue).toMatchObject([
    { severity: 'warning', code: 'business-rule', diagnostics: 'licence-needed' },
  ])
  expect(JSON.stringify(json.issue)).toContain('is een licentie nodig')
  const [form] = (await fhir.request('GET', '/Questionnaire?title=Van elders', { key })).json.entry
  const report = await fhir.request('GET', `/Questionnaire/${form?.resource.id}/$report`, { key })
  expect(report.json.issue.map((one) => one.diagnostics)).toEqual(['licence-needed'])
})

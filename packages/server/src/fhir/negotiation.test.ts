import { expect, test, vi } from 'vitest'
import { openFhir } from './fhir.fixture.ts'

vi.setConfig({ testTimeout: 30_000 })

const form = {
  ...{ resourceType: 'Questionnaire', url: 'http://example.org/q/n', status: 'active', title: 'N' },
  item: [{ linkId: 'a', text: 'a', type: 'string' }],
}

test('JSON by any of its names, laid out when asked for; anything else is refused as FHIR has it', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const { json } = await fhir.request('POST', '/Questionnaire', { body: form, key })
  const at = `/Questionnaire/${json.id}`
  for (const format of ['json', 'application/json', 'application/fhir%2Bjson'])
    expect((await fhir.request('GET', `${at}?_format=${format}`, { key })).status, format).toBe(200)
  const laidOut = await fhir.request('GET', `${at}?_pretty=true`, { key })
  expect(laidOut.text.split('\n').length).toBeGreaterThan(5)
  expect(laidOut.json.title).toBe('N')
  const xml = { headers: { accept: 'application/fhir+xml', 'content-type': 'application/fhir+xml' } }
  const refused = [
    await fhir.request('GET', at, { key, ...xml }),
    await fhir.request('POST', '', {
      key,
      body: '<Bundle/>',
      headers: { 'content-type': 'application/fhir+xml' },
    }),
    await fhir.request('POST', '', { key, body: '<Bundle/>', ...xml }),
  ]
  expect(refused.map((one) => [one.status, one.json.resourceType])).toEqual([
    [406, 'OperationOutcome'],
    [415, 'OperationOutcome'],
    [406, 'OperationOutcome'],
  ])
})

test('parameters that are not looked at are passed over, unless one asks to be strict', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  await fhir.request('POST', '/Questionnaire', { body: form, key })
  const get = async (query: string, prefer: string) =>
    (await fhir.request('GET', `/Questionnaire?${query}`, { key, headers: { prefer } })).status
  for (const query of ['_elements=url', '_summary=true', '_summary=text', 'colour=red']) {
    expect([await get(query, 'handling=lenient'), await get(query, 'handling=strict')], query).toEqual([
      200, 400,
    ])
  }
  expect(await get('_summary=count&_pretty=true&_format=json', 'handling=strict')).toBe(200)
})

test('what of Structured Data Capture is not done here is named, and refuses no form', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-'
  const valueExpression = { language: 'text/fhirpath', expression: '1' }
  const names = [
    ...['answerExpression', 'answerOptionsToggleExpression', 'itemPopulationContext', 'candidateExpression'],
    ...[
      'contextExpression',
      'unitsExpression',
      'lookupQuestionnaire',
      'itemExtractionContext',
      'observationExtract',
    ],
    ...['sourceQueries', 'launchContext', 'definitionExtract', 'subQuestionnaire', 'targetStructureMap'],
  ]
  const extension = names.map((name) => ({ url: `${sdc}${name}`, valueExpression }))
  const body = { ...form, extension, item: [{ ...form.item[0], extension }] }
  const told = await fhir.request('POST', '/Questionnaire', {
    ...{ body, key, headers: { prefer: 'return=OperationOutcome' } },
  })
  expect(told.status).toBe(201)
  const texts = JSON.stringify(told.json.issue)
  for (const name of names) expect(texts.split(`sdc-questionnaire-${name} `).length - 1, name).toBe(2)
})

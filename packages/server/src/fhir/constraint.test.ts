import { expect, test, vi } from 'vitest'
import { openFhir } from './fhir.fixture.ts'

vi.setConfig({ testTimeout: 30_000 })

const base = 'http://hl7.org/fhir/StructureDefinition/'
const rule = (expression: object, severity: string, human: string, name = 'targetConstraint') => ({
  url: base + name,
  extension: [
    { url: 'key', valueId: 'r-1' },
    { url: 'severity', valueCode: severity },
    { url: 'expression', ...expression },
    { url: 'human', valueString: human },
  ],
})
const inFhirPath = (expression: string) => ({ valueExpression: { language: 'text/fhirpath', expression } })
const form = {
  resourceType: 'Questionnaire',
  ...{ url: 'http://example.org/q/rules', version: '1', status: 'active', title: 'Regels' },
  extension: [
    rule(
      inFhirPath(
        "%resource.item.where(linkId='to').answer.value >= %resource.item.where(linkId='from').answer.value",
      ),
      'error',
      'Tot is voor van',
    ),
    rule({ valueExpression: { language: 'text/cql', expression: 'x' } }, 'error', 'cql'),
    rule(inFhirPath('%patient.active'), 'error', 'patient'),
  ],
  item: [
    { linkId: 'from', text: 'Van', type: 'integer' },
    {
      ...{ linkId: 'to', text: 'Tot', type: 'integer' },
      extension: [
        rule({ valueString: 'answer.value < 100' }, 'warning', 'Dat is veel', 'questionnaire-constraint'),
      ],
    },
  ],
}
const answers = (status: string, from: number, to?: number) => ({
  resourceType: 'QuestionnaireResponse',
  ...{ questionnaire: form.url, status },
  item: [
    { linkId: 'from', answer: [{ valueInteger: from }] },
    ...(to === undefined ? [] : [{ linkId: 'to', answer: [{ valueInteger: to }] }]),
  ],
})

test('answers that break a rule of the form are refused in its words when they are complete, and told before', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const headers = { prefer: 'return=OperationOutcome' }
  const told = await fhir.request('POST', '/Questionnaire', { body: form, key, headers })
  const kinds = told.json.issue.map((one) => one.diagnostics).toSorted()
  expect(kinds).toEqual(['expression-context', 'expression-language'])
  const post = async (body: object) => {
    const { status, json } = await fhir.request('POST', '/QuestionnaireResponse', { body, key, headers })
    const rules = json.issue.flatMap((one) => {
      const { severity, details } = one as unknown as { severity: string; details: { text: string } }
      return one.code === 'invariant' ? [`${severity} ${details.text}`] : []
    })
    return [status, rules]
  }
  expect(await post(answers('completed', 5, 2))).toEqual([422, ['error Tot is voor van']])
  expect(await post(answers('in-progress', 5, 2))).toEqual([201, ['warning Tot is voor van']])
  expect(await post(answers('completed', 5, 500))).toEqual([201, ['warning Dat is veel']])
  expect(await post(answers('completed', 5, 6))).toEqual([201, []])
  expect(await post(answers('completed', 5))).toEqual([201, []])
})

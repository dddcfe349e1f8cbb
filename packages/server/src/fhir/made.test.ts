/** Forms made at random (core/feedback/fhir.made-form.factory.ts), as programs bring them, answer them and fetch them back. */
import { importQuestionnaire } from '@weerklank/core/feedback/fhir.import'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import { fillMade } from '@weerklank/core/feedback/fhir.made-answers.factory'
import { type MadeForm, makeForm } from '@weerklank/core/feedback/fhir.made-form.factory'
import { exportResponse } from '@weerklank/core/feedback/fhir.response'
import { entriesOf, type FormAnswers } from '@weerklank/core/feedback/form.answers'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { openFhir } from './fhir.fixture.ts'
import { compute } from './score.engine.ts'

vi.setConfig({ testTimeout: 120_000 })

const made = fc
  .record({ seed: fc.nat(), size: fc.integer({ min: 1, max: 25 }) })
  .map(({ seed, size }) => ({ ...makeForm(seed, size), seed }))

function read(one: MadeForm) {
  const imported = importQuestionnaire(JSON.stringify(one.form))
  const { model, source, fhirVersion } = imported
  if (model === null || source === null) throw new Error(JSON.stringify(imported.report.slice(0, 3)))
  return { model, source, fhirVersion }
}

/** The weights as the form itself says them: the letter of the code, where its choices weigh something; none without any. */
function weightsIn(form: Json, answers: FormAnswers): number | undefined {
  const weighed = new Set<string>()
  const open: Json[] = [form]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const options = JSON.stringify(at.answerOption ?? '')
    const isIn = String(at.answerValueSet ?? '').startsWith('#')
    if (isIn || options.includes('StructureDefinition/itemWeight')) weighed.add(String(at.linkId))
    if (Array.isArray(at.item)) open.push(...(at.item as Json[]))
  }
  const given = [...entriesOf(answers.items)].filter((entry) => weighed.has(entry.linkId))
  const codes = given.flatMap(({ values = [] }) =>
    values.flatMap(({ value }) => (value.kind === 'coding' ? (value.value.code ?? []) : [])),
  )
  if (codes.length === 0) return undefined
  return codes.reduce((sum, code) => sum + code.charCodeAt(0) - 97, 0)
}

const responseTo = (form: MadeForm, answers: FormAnswers, questionnaire: string) =>
  exportResponse(read(form).model, answers, {
    ...{ questionnaire, status: 'completed' as const },
    authored: '2026-11-22T10:00:00.000Z',
  })

test('what a form adds up is what its choices weigh', () => {
  let totals = 0
  fc.assert(
    fc.property(made, (one) => {
      const { model, source, fhirVersion } = read(one)
      const answers = fillMade(one, model, one.seed)
      const watch = { skip: new Set<string>(), onExpression: () => undefined }
      const plan = { form: model, questionnaire: source, fhirVersion }
      const { values, notComputed } = compute(plan, responseTo(one, answers, 'x'), watch)
      expect(notComputed).toEqual([])
      const total = values.find((value) => value.linkId === 'total')
      if (!JSON.stringify(one.form).includes('"linkId":"total"')) return
      totals += 1
      expect(total?.value.value).toBe(weightsIn(source, answers))
    }),
    { numRuns: 300 },
  )
  expect(totals).toBeGreaterThan(50)
})

test('brought in, fetched, answered and fetched again: all as it was, and never a failure of the server', async () => {
  await using on = await openFhir()
  const { fhir, key } = on
  const runs = fc.asyncProperty(made, async (one) => {
    const came = JSON.parse(JSON.stringify(one.form))
    const brought = await fhir.request('POST', '/Questionnaire', { body: one.form, key })
    expect([200, 201]).toContain(brought.status)
    const {
      id,
      meta: _,
      ...back
    } = (await fhir.request('GET', `/Questionnaire/${brought.json.id}`, { key })).json
    const { id: __, meta: ___, ...before } = came
    expect(back).toEqual(before)
    const report = await fhir.request('GET', `/Questionnaire/${id}/$report`, { key })
    const texts = JSON.stringify(report.json.issue)
    for (const { name } of one.marks) expect(texts).toContain(JSON.stringify(name).slice(1, -1))
    const answers = fillMade(one, read(one).model, one.seed)
    const response = responseTo(one, answers, `Questionnaire/${id}`)
    const stored = await fhir.request('POST', '/QuestionnaireResponse', { body: response, key })
    expect([stored.status, stored.json.issue]).toEqual([201, undefined])
    const kept = (await fhir.request('GET', `/QuestionnaireResponse/${stored.json.id}`, { key })).json
    const own = (kept.item as Json[] | undefined)?.filter((item) => item.linkId !== 'total')
    expect(own ?? []).toEqual(JSON.parse(JSON.stringify(response.item ?? [])))
  })
  await fc.assert(runs, { numRuns: 25 })
})

/** Forms made at random out of all that real ones hold: what comes in, goes out, and is answered. */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { convertQuestionnaire } from './fhir.convert.ts'
import { exportQuestionnaire } from './fhir.export.ts'
import { importQuestionnaire } from './fhir.import.ts'
import { fillMade } from './fhir.made-answers.factory.ts'
import { type MadeForm, makeForm } from './fhir.made-form.factory.ts'
import { exportResponse, importResponse } from './fhir.response.ts'
import { outlineOf } from './form.report.ts'

vi.setConfig({ testTimeout: 60_000 })

const made = fc
  .record({ seed: fc.nat(), size: fc.integer({ min: 1, max: 40 }) })
  .map(({ seed, size }) => ({ ...makeForm(seed, size), seed }))
const runs = { numRuns: 400 }

function read({ form }: MadeForm) {
  const imported = importQuestionnaire(JSON.stringify(form))
  const { model, report, source, fhirVersion } = imported
  if (model === null || source === null) throw new Error(JSON.stringify(report.slice(0, 3)))
  return { model, report, source, fhirVersion }
}

test('what comes in goes out unchanged, and what is not supported is named with its item', () => {
  fc.assert(
    fc.property(made, (one) => {
      const { model, report, source, fhirVersion } = read(one)
      const { id, meta, ...out } = exportQuestionnaire({
        ...{ source, model, fhirVersion },
        meta: { id: 'x', versionId: '1', lastUpdated: '2026-11-22T10:00:00Z' },
      })
      const { id: _, meta: before, ...came } = JSON.parse(JSON.stringify(one.form))
      expect([id, out]).toEqual(['x', came])
      expect(meta).toMatchObject(before ?? {})
      for (const { name, linkId } of one.marks) {
        const told = report.filter((issue) => issue.args?.includes(name) === true)
        expect(
          told.map((issue) => issue.linkId ?? null),
          name,
        ).toContain(linkId)
        expect(told.every((issue) => issue.at.startsWith('Questionnaire'))).toBe(true)
      }
      const outline = outlineOf(model, report, 'nl')
      const told = outline.issues.length + outline.lines.reduce((sum, line) => sum + line.issues.length, 0)
      expect(told).toBe(report.length)
    }),
    runs,
  )
})

test('to the other version of FHIR and back again it is the same form', () => {
  fc.assert(
    fc.property(made, (one) => {
      const { source, fhirVersion } = read(one)
      const other = fhirVersion === '4.0' ? '5.0' : '4.0'
      const there = convertQuestionnaire(source, { from: fhirVersion, to: other })
      const back = importQuestionnaire(there, { fhirVersion: other })
      const kinds = (model: typeof back.model) =>
        model && outlineOf(model, [], 'nl').lines.map(({ linkId, kind, options }) => [linkId, kind, options])
      expect(kinds(back.model)).toEqual(kinds(read(one).model))
    }),
    { numRuns: 150 },
  )
})

test('filled in as on the page it is accepted, and comes back as it was', () => {
  fc.assert(
    fc.property(made, (one) => {
      const { model } = read(one)
      const answers = fillMade(one, model, one.seed)
      const facts = { questionnaire: 'x', status: 'completed' as const, authored: '2026-11-22T10:00:00Z' }
      const back = importResponse(JSON.stringify(exportResponse(model, answers, facts)), model)
      const wrong = back.report.filter((issue) => issue.kind !== 'response-order')
      expect(wrong).toEqual([])
      expect(JSON.parse(JSON.stringify(back.answers))).toEqual(JSON.parse(JSON.stringify(answers)))
    }),
    runs,
  )
})

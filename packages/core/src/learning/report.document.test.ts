import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportDocumentOf } from './report.document.ts'
import { type MadeLearner, makeReportFacts, tenPeople } from './report.factory.ts'
import type { ReportDocument } from './report.shape.ts'
import { startingDraft } from './report.ts'

const draft = startingDraft('Gelijkwaardig Samenwerken')

function section(document: ReportDocument, wanted: string) {
  return document.parts.flatMap((part) =>
    part.kind === 'section' && part.section === wanted ? part.blocks : [],
  )
}
const tables = (document: ReportDocument, wanted: string) =>
  section(document, wanted).flatMap((block) => (block.kind === 'table' ? [block] : []))
const textOf = (document: ReportDocument, wanted: string) => JSON.stringify(section(document, wanted))

test('a report tells of ten people what is known of them, each number with its source', () => {
  const document = reportDocumentOf(makeReportFacts(tenPeople()), draft)
  expect(textOf(document, 'response')).toContain('Deelnemers: 10. Gestopt: 2. Zonder toestemming: 2.')
  expect(textOf(document, 'response')).toContain('6 van 10. Daarvan 4 compleet, 2 niet compleet.')
  expect(tables(document, 'completeness')[0]).toMatchObject({ source: 'register', n: 10 })
  expect(tables(document, 'completeness')[0]?.rows[1]).toEqual(['2', 'Ja', 'Gestopt', 'Gestopt', 'Gestopt'])
  const [counts] = tables(document, 'counts')
  // Of five people: counts, no percentages.
  expect(counts).toMatchObject({ source: 'consented', n: 5 })
  expect(counts?.rows[0]).toEqual(['Toegepast', '0 van 5', '2 van 5', '3 van 5', '0'])
  expect(JSON.stringify(document)).not.toMatch(/\d%/)
  expect(textOf(document, 'method')).toContain(
    'T2, Terugkijken: open van 15 november 2022 tot en met 29 november 2022.',
  )
  expect(textOf(document, 'method')).toContain('Van 2 formulieren is de inhoud niet bewaard')
  expect(textOf(document, 'lecture')).toContain('9 antwoorden')
  expect(document.caution[0]).toContain('aantallen, geen procenten')
  expect(textOf(document, 'stopped')).toContain('had iets anders verwacht')
})

test('no function below five people is told of, nor one that follows from the others', () => {
  const people = (function_: string, amount: number, from: number): MadeLearner[] =>
    Array.from({ length: amount }, (_, at) => ({
      ...{
        number: from + at,
        hasConsent: true,
        hasStopped: false,
        function: function_,
        came: ['T2'],
        tip: '',
      },
      answers: { applied: at % 2 === 0 ? 'ja' : 'nee' },
    }))
  const of = (...all: MadeLearner[][]) =>
    tables(reportDocumentOf(makeReportFacts(all.flat()), draft), 'by-function')[0]
  const two = of(people('Wijkteam', 7, 1), people('Gezinshuis', 2, 20))
  expect(two?.rows).toEqual([
    ['Gezinshuis', 'te weinig mensen', '–', '–', '–'],
    ['Wijkteam', 'te weinig mensen', '–', '–', '–'],
  ])
  // The counts over all nine stand in the report: seven beside them would tell of the two.
  expect(two?.n).toBe(null)
  expect(of(people('Wijkteam', 7, 1), people('Gezinshuis', 6, 20))?.n).toBe(13)
})

test('words of the writer stand between the sections, and a section that was left out is gone', () => {
  const document = reportDocumentOf(makeReportFacts(tenPeople()), {
    title: 'Verslag',
    parts: [
      { kind: 'words', words: '# Vooraf\nEen regel.\n\nNog een.' },
      { kind: 'section', section: 'lecture' },
    ],
  })
  expect(document.parts.map((part) => (part.kind === 'words' ? part.paragraphs : part.section))).toEqual([
    [
      { look: 'heading', text: 'Vooraf' },
      { look: 'text', text: 'Een regel.' },
      { look: 'text', text: 'Nog een.' },
    ],
    'lecture',
  ])
})

const learner = fc.record({
  hasConsent: fc.boolean(),
  hasStopped: fc.boolean(),
  function: fc.constantFrom('A', 'B', ''),
  came: fc.subarray(['T1', 'T2', 'T3']),
  answers: fc.record({ applied: fc.constantFrom('nee', 'enigszins', 'ja') }),
  tip: fc.constantFrom('', 'tijd'),
})

test('consent of one person changes what holds her content and leaves the register as it is', () => {
  const people = fc.array(learner, { minLength: 1, maxLength: 14 })
  fc.assert(
    fc.property(people, fc.nat(), (made, pick) => {
      const all = made.map((one, at): MadeLearner => ({ ...one, number: at + 1 }))
      const at = pick % all.length
      const with_ = reportDocumentOf(makeReportFacts(consenting(all, at, true)), draft)
      const without = reportDocumentOf(makeReportFacts(consenting(all, at, false)), draft)
      const value = (document: ReportDocument, key: string) =>
        document.numbers.find((one) => one.key === key)?.value ?? 0
      // The register knows as many people, stops, pairs and forms as before.
      for (const key of [
        'people.participants',
        'people.stopped',
        'pairs.formed',
        'goals.registered',
        'lecture',
      ])
        expect(value(without, key)).toBe(value(with_, key))
      const own = all[at]
      const cameAt = (moment: string) => (own?.came.includes(moment) ? 1 : 0)
      for (const moment of ['T1', 'T2', 'T3'])
        expect(value(with_, `respondents.${moment}`) - value(without, `respondents.${moment}`)).toBe(
          cameAt(moment),
        )
      const said = `applied.T2.${own?.answers.applied ?? ''}`
      expect(value(with_, said) - value(without, said)).toBe(cameAt('T2'))
    }),
    { numRuns: 60 },
  )
})

const consenting = (all: readonly MadeLearner[], at: number, hasConsent: boolean) =>
  all.with(at, { ...(all[at] as MadeLearner), hasConsent })

import { expect, test } from 'vitest'
import { importQuestionnaire } from './fhir.import.ts'
import { outlineOf, useOf } from './form.report.ts'
import type { FormItem } from './form.ts'

const coding = (code: string) => ({ valueCoding: { code, display: `Keuze ${code}` } })
const hiddenMark = { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden', valueBoolean: true }

const source = {
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'Thuis',
  modifierExtension: [{ url: 'http://example.org/unknown', valueString: 'x' }],
  item: [
    {
      ...{ linkId: 'g', type: 'group', text: 'Samen' },
      item: [
        {
          linkId: 'g.1',
          type: 'choice',
          prefix: '1.',
          text: 'Hoe gaat het?',
          required: true,
          answerOption: 'abcdefghij'.split('').map(coding),
        },
        {
          ...{ linkId: 'g.2', type: 'string', text: 'Wat ging mis?' },
          enableWhen: [{ question: 'g.1', operator: '=', answerCoding: { code: 'a' } }],
        },
      ],
    },
    { linkId: 'file', type: 'attachment', text: 'Stuur een foto mee' },
    { linkId: 'code', type: 'choice', text: 'Welke?', answerValueSet: 'http://example.org/ValueSet/elders' },
    { linkId: 'gone', type: 'integer', extension: [hiddenMark] },
  ],
}

test('a form is read over line by line, each with what was told of it', () => {
  const { model, report } = importQuestionnaire(source)
  if (model === null) throw new Error('It can be used')
  const outline = outlineOf(model, report, 'nl')
  expect(outline.lines.map(({ linkId, depth, use, text }) => [linkId, depth, use, text])).toEqual([
    ['g', 0, 'shown', 'Samen'],
    ['g.1', 1, 'asked', '1. Hoe gaat het?'],
    ['g.2', 1, 'asked', 'Wat ging mis?'],
    ['file', 0, 'kept', 'Stuur een foto mee'],
    ['code', 0, 'kept', 'Welke?'],
    ['gone', 0, 'hidden', ''],
  ])
  expect(outline.counts).toEqual({ asked: 2, shown: 1, computed: 0, hidden: 1, kept: 2 })
  const [, first, second, file, code] = outline.lines
  expect([first?.required, first?.options.length, first?.moreOptions]).toEqual([true, 8, 2])
  expect([first?.conditional, second?.conditional]).toEqual([false, true])
  expect([file?.issues.length, code?.issues.length].every((count) => (count ?? 0) > 0)).toBe(true)
  expect(outline.noted).toBeGreaterThanOrEqual(2)
  // Nothing that was told is lost on the way to the screen.
  const shown = [...outline.lines.flatMap((line) => line.issues), ...outline.issues]
  expect(shown.toSorted(byPlace)).toEqual([...report].toSorted(byPlace))
  expect(outline.issues.length).toBeGreaterThan(0)
})

const byPlace = (a: { at: string; kind: string }, b: { at: string; kind: string }) =>
  `${a.at} ${a.kind}` < `${b.at} ${b.kind}` ? -1 : 1

const item = (of: Partial<FormItem>): FormItem => ({ linkId: 'x', kind: 'string', ...of })

test.each([
  [item({}), 'asked'],
  [item({ kind: 'group' }), 'shown'],
  [item({ kind: 'display' }), 'shown'],
  [item({ kind: 'reference' }), 'kept'],
  [item({ kind: 'unsupported', hidden: true }), 'kept'],
  [item({ kind: 'group', hidden: true }), 'hidden'],
  [item({ kind: 'decimal', calculated: '1 + 1' }), 'computed'],
  [item({ kind: 'decimal', calculated: '1 + 1', hidden: true }), 'hidden'],
  [item({ kind: 'choice', optionsElsewhere: 'http://example.org' }), 'kept'],
  // In one's own words it can be answered.
  [item({ kind: 'open-choice', optionsElsewhere: 'http://example.org' }), 'asked'],
] as const)('%o is %s', (one, use) => {
  expect(useOf(one)).toBe(use)
})

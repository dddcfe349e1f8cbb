import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { separators } from '../shared/csv-read.ts'
import { holdsPersonalNumber } from '../shared/personal-number.ts'
import { checkSetting, voices } from './relation.ts'
import { importProblemCodes } from './relation-import.problem.ts'
import { importLinesAtMost, readRelationImport } from './relation-import.ts'
import { importProblemWords } from './relation-import.words.ts'

const problemsOf = (text: string) =>
  readRelationImport(text).problems.map(({ line, field, code, value }) => [line, field, code, value])

describe('a file as people make them', () => {
  test('people with one title stand together; what is left out is as the form begins', () => {
    const text = [
      '\uFEFFSamenwerking;Naam;Rol;Toelichting;Aanspreekvorm;Taal;Soort;Situatie;Elke (dagen);Kleur',
      'Rond Yara;Yara;Kind;9 jaar;;;Samenwerken met hulpvragers;Begeleiding;7;blauw',
      'rond  yara;Mama;MOEDER;;je;Engels;;;;',
      ';Lina;;;;;;;;',
    ].join('\r\n')
    const read = readRelationImport(text)
    expect(read.problems).toEqual([])
    expect(read.columns.filter(({ field }) => field === null)).toEqual([{ head: 'Kleur', field: null }])
    expect(read.relations).toEqual([
      {
        ...{ line: 2, title: 'Rond Yara', kind: 'with-help-seekers', context: 'micro' },
        ...{ situation: 'guidance', purpose: '', checkEveryDays: 7 },
        people: [
          { line: 2, name: 'Yara', voice: 'child', detail: '9 jaar', address: 'je', language: 'nl' },
          { line: 3, name: 'Mama', voice: 'mother', detail: '', address: 'je', language: 'en' },
        ],
      },
      {
        ...{ line: 4, title: 'Lina', kind: 'interpersonal', context: null, situation: null },
        ...{ purpose: '', checkEveryDays: 14 },
        people: [{ line: 4, name: 'Lina', voice: 'client', detail: '', address: 'u', language: 'nl' }],
      },
    ])
  })
  test('the same in English, with commas', () => {
    const { relations, problems } = readRelationImport(
      'name,role,collaboration,kind,context,situation\nSam,expert by experience,Team,Between professions,meso,Case consultation',
    )
    expect(problems).toEqual([])
    expect(relations[0]).toMatchObject({ title: 'Team', kind: 'interprofessional', context: 'meso' })
    expect(relations[0]?.people[0]?.voice).toBe('expert-by-experience')
  })
})

test.each([
  ['', [[1, null, 'empty', '']]],
  ['naam;stem\n', [[1, null, 'empty', '']]],
  ['voornaam;stem\nLina;kind', [[1, null, 'no-name-column', '']]],
  ['naam;name\nLina;kind', [[1, null, 'column-twice', 'name']]],
  ['naam;stem\n"Lina;kind', [[2, null, 'unclosed-quote', '']]],
  ['naam\nLina;kind', [[2, null, 'too-many-cells', 'kind']]],
  ['naam;stem\n;kind', [[2, 'name', 'name-missing', '']]],
  ['naam;stem\nLina;tovenaar', [[2, 'voice', 'unknown-word', 'tovenaar']]],
  [
    'naam;dagen\nLina;0\nSam;elke week',
    [
      [2, 'days', 'no-days', '0'],
      [3, 'days', 'no-days', 'elke week'],
    ],
  ],
  ['naam;soort\nLina;interprofessioneel', [[2, 'context', 'context-missing', '']]],
  ['naam;situatie\nLina;therapie', [[2, 'situation', 'not-applicable', 'therapie']]],
  ['naam;titel;doel\nLina;A;x\nSam;A;y', [[3, 'purpose', 'differs', 'y']]],
  ['naam;titel\nLina;A\nlina ;A', [[3, 'name', 'doubled', 'lina']]],
  ['naam\nLina\nLINA', [[3, 'name', 'doubled', 'LINA']]],
  ['naam\nLina 111222333', [[2, 'name', 'personal-number', '']]],
  ['naam\nL\u0000na', [[2, 'name', 'unreadable', 'L\u0000na']]],
  [`naam\n${'é'.repeat(81)}`, [[2, 'name', 'too-long', 'é'.repeat(60)]]],
])('%j is refused line by line', (text, problems) => {
  expect(problemsOf(text)).toEqual(problems)
})

test('2,000 lines are taken, one more is not; forty people stand in one collaboration, one more does not', () => {
  const file = (lines: number, title: (at: number) => string) =>
    ['naam;titel', ...Array.from({ length: lines }, (_, at) => `N${at};${title(at)}`)].join('\n')
  const each = (at: number) => `T${at}`
  expect(readRelationImport(file(importLinesAtMost, each)).relations).toHaveLength(importLinesAtMost)
  expect(problemsOf(file(importLinesAtMost + 1, each))).toEqual([[1, null, 'too-many-lines', '2001']])
  expect(problemsOf(file(40, () => 'T'))).toEqual([])
  expect(problemsOf(file(41, () => 'T'))).toEqual([[42, 'relation', 'too-many-people', '41']])
})

test('a cell that begins like a formula is text, with or without the apostrophe of a spreadsheet', () => {
  const read = readRelationImport('naam;titel\n"=HYPERLINK(""http://x"")";A\n\'+31 6;B\n-1;C')
  expect(read.relations.map(({ people }) => people[0]?.name)).toEqual([
    '=HYPERLINK("http://x")',
    '+31 6',
    '-1',
  ])
  expect(read.formulas).toBe(1)
})

test.each([
  ['111222333', true],
  ['111.222.333', true],
  ['bsn 1112 22333.', true],
  ['111222334', false],
  ['06-12345678', false],
  ['000000000', false],
  ['2026-11-19', false],
  ['', false],
])('%j holds a personal number: %s', (text, expected) => {
  expect(holdsPersonalNumber(text)).toBe(expected)
})

test('every problem has its words in both languages, and they say what to do', () => {
  for (const code of importProblemCodes) {
    const problem = { line: 3, field: 'voice', code, value: 'x' } as const
    const [nl, en] = [importProblemWords(problem, 'nl'), importProblemWords(problem, 'en')]
    expect(nl).not.toBe(en)
    expect([nl, en].every((words) => /\.$/.test(words) && words.length > 20)).toBe(true)
  }
})

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', 'Lina', 'kind', 'meso', 'mdo', 'therapie', '=1+1', '"', "'", '7', 'with-help-seekers'),
)
const someHead = fc.constantFrom(
  'naam',
  'stem',
  'titel',
  'soort',
  'context',
  'situatie',
  'dagen',
  'doel',
  'x',
)

test('whatever stands in a file: without a problem each line is one person in a collaboration that could be made', () => {
  const file = fc.record({
    heads: fc.uniqueArray(someHead, { minLength: 1, maxLength: 9 }),
    rows: fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 }),
    separator: fc.constantFrom(...separators),
  })
  fc.assert(
    fc.property(file, ({ heads, rows, separator }) => {
      const text = [heads, ...rows].map((row) => row.join(separator)).join('\n')
      const read = readRelationImport(text)
      expect(readRelationImport(text)).toEqual(read)
      if (read.problems.length > 0) return
      const people = read.relations.flatMap((relation) => relation.people)
      expect(people.length).toBeGreaterThan(0)
      expect(new Set(people.map(({ line }) => line)).size).toBe(people.length)
      for (const relation of read.relations) {
        expect(checkSetting(relation)).toEqual({ allowed: true })
        expect(relation.title.trim()).not.toBe('')
        expect(relation.people.every(({ name }) => name !== '')).toBe(true)
      }
    }),
  )
})

test('who stands in a good file comes out of it, whatever separates the cells', () => {
  const name = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `N${text.trim()}`)
  const person = fc.record({ name, voice: fc.constantFrom(...voices) })
  const people = fc.uniqueArray(person, {
    selector: (one) => one.name.toLowerCase().replace(/\s+/g, ' '),
    minLength: 1,
    maxLength: 40,
  })
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(people, fc.constantFrom(...separators), (group, separator) => {
      const rows = group.map((one) => [one.voice, quoted(one.name), 'Samen'].join(separator))
      const read = readRelationImport([['rol', 'naam', 'titel'].join(separator), ...rows].join('\n'))
      const numbers = read.problems.every(({ code }) => code === 'personal-number')
      expect(numbers).toBe(true)
      expect(read.relations).toHaveLength(1)
      const found = read.relations[0]?.people.map(({ name, voice }) => ({ name, voice }))
      expect(found).toEqual(group.map((one) => ({ ...one, name: one.name.trim() })))
    }),
  )
})

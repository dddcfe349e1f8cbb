import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPeople } from './trajectory.people.ts'

const today = '2026-11-22'
const problemsOf = (text: string, known: Parameters<typeof readPeople>[1] = []) => {
  const read = readPeople(text, known, today)
  return 'problems' in read ? read.problems.map(({ line, field, code }) => [line, field, code]) : []
}

test('professionals, parents, youths and experts by experience come from one list', () => {
  const text = [
    'naam;organisatie;functie;e-mail;stem;geboren',
    'Noor;Buurtteam Oost;gezinswerker;noor@example.test',
    'Sami;;ouder;;moeder',
    'Bo\tx',
    'Kim;Cliëntenraad;adviseur;kim@example.test;Ervaringsdeskundige',
    'Robin;;;;jongere;3-5-2010',
  ]
  text.splice(3, 1)
  expect(readPeople(text.join('\r\n'), [], today)).toEqual({
    people: [
      person('Noor', {
        organisation: 'Buurtteam Oost',
        function: 'gezinswerker',
        email: 'noor@example.test',
      }),
      person('Sami', { function: 'ouder', voice: 'mother' }),
      person('Kim', {
        ...{ organisation: 'Cliëntenraad', function: 'adviseur' },
        ...{ email: 'kim@example.test', voice: 'expert-by-experience' },
      }),
      person('Robin', { voice: 'youth', bornOn: '2010-05-03' }),
    ],
  })
})

const person = (name: string, more: object) => ({
  ...{ name, organisation: '', function: '', email: '', voice: 'professional', bornOn: null },
  ...more,
})

test('each wrong line is named, and nobody is added', () => {
  const text = [
    'Noor;Oost;werker;noor@example.test',
    ';Oost;werker;x@example.test',
    'Tom;Oost;werker;geen adres',
    'Ann;Oost;werker;;astronaut',
    'Robin;;;;jongere',
    'Lou;;;;kind;2030-01-01',
    'Max;;;;jongere;2010-02-31',
    'noor ; OOST;ander;ander@example.test',
    'Eva;West;werker;NOOR@example.test',
    'Een;twee;drie;;;;zeven',
    'Bsn 111222333;West;;',
  ].join('\n')
  expect(problemsOf(text)).toEqual([
    [2, 'name', 'name-missing'],
    [3, 'email', 'email-wrong'],
    [4, 'voice', 'unknown-voice'],
    [5, 'born', 'born-missing'],
    [6, 'born', 'born-wrong'],
    [7, 'born', 'born-wrong'],
    [8, 'name', 'doubled'],
    [9, 'email', 'email-twice'],
    [10, null, 'too-many-cells'],
    [11, 'name', 'personal-number'],
  ])
})

test('who is in the trajectory already is not added twice', () => {
  const known = [{ name: 'Noor', organisation: 'Oost', email: 'noor@example.test' }]
  expect(problemsOf('Noor;Oost;;\nTom;West;;Noor@Example.test\nNoor;West;;', known)).toEqual([
    [1, 'name', 'known'],
    [2, 'name', 'known'],
  ])
})

test.each([
  ['', 'empty'],
  ['naam;organisatie', 'empty'],
  ['"Noor;Oost', 'unclosed-quote'],
  [Array.from({ length: 1_501 }, (_, at) => `Mens ${at}`).join('\n'), 'too-many-lines'],
])('nothing useful in %#', (text, code) => expect(problemsOf(text).at(0)?.[2]).toBe(code))

test('any text is read or refused as a whole, and never throws', () => {
  const sign = fc.constantFrom(';', '\t', '\n', '"', 'a', '@', '.', '1', '\u0000', 'é', '😀', ' ')
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 60 }), (text) => {
      const read = readPeople(text, [], today)
      if ('problems' in read) expect(read.problems.length).toBeGreaterThan(0)
      else expect(read.people.every(({ name }) => name.length > 0)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

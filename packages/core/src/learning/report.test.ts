import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedNumbers, countOf } from './report.numbers.ts'
import { otherMark, piecesOf, quotable, quoteLine, readQuote } from './report.quote.ts'
import { reportDraft } from './report.schema.ts'
import { addSection, movePart, reportSections, sectionsLeft, startingDraft } from './report.ts'

test('a report begins with every section, and one that was taken out comes back at its place', () => {
  const { parts } = startingDraft('Gelijkwaardig Samenwerken')
  expect(reportDraft.safeParse({ title: 'x', parts }).success).toBe(true)
  expect(sectionsLeft(parts)).toEqual([])
  const without = parts.filter((part) => part.kind !== 'section' || part.section !== 'goals')
  expect(sectionsLeft(without)).toEqual(['goals'])
  expect(addSection(without, 'goals')).toEqual(parts)
  expect(movePart(parts, 0, 1)[1]).toEqual(parts[0])
  expect(movePart(parts, 0, -1)).toEqual(parts)
  const twice = [...parts, { kind: 'section', section: reportSections[0] }]
  expect(reportDraft.safeParse({ title: 'x', parts: twice }).success).toBe(false)
})

test('counts are told as counts, with a percentage from ten people on', () => {
  expect([countOf(3, 5, 'nl'), countOf(9, 9, 'en'), countOf(12, 40, 'nl')]).toEqual([
    '3 van 5',
    '9 of 9',
    '12 van 40 (30%)',
  ])
})

test('numbers that changed since a file left are told, whichever way they went', () => {
  const then = [
    { key: 'used', label: 'Met gegevens', value: 6 },
    { key: 'n:T2', label: 'T2', value: 5 },
    { key: 'lecture', label: 'Lezing', value: 9 },
  ]
  const now = [
    { key: 'used', label: 'Met gegevens', value: 6 },
    { key: 'n:T2', label: 'T2', value: 4 },
    { key: 'n:T3', label: 'T3', value: 2 },
  ]
  expect(changedNumbers(then, now)).toEqual([
    { key: 'n:T2', label: 'T2', was: 5, is: 4 },
    { key: 'lecture', label: 'Lezing', was: 9, is: null },
    { key: 'n:T3', label: 'T3', was: null, is: 2 },
  ])
  expect(changedNumbers(then, then)).toEqual([])
})

test('nobody else stands in a quote, and the words of the editor are told apart', () => {
  const said = 'Met [mijn] buddy Noor (pp2) heb ik gesproken, deelnemer 10 was er niet bij.'
  const clean = quotable(said, ['Noor de Vries'])
  expect(clean).toBe(`Met (mijn) buddy [naam] (${otherMark}) heb ik gesproken, ${otherMark} was er niet bij.`)
  expect(quotable(clean, ['Noor de Vries'])).toBe(clean)
  const read = readQuote(`${otherMark} was er [toen] niet bij.`, clean)
  expect(read).toEqual({
    ok: true,
    pieces: [
      { by: 'editor', words: 'andere deelnemer' },
      { by: 'speaker', words: 'was er' },
      { by: 'editor', words: 'toen' },
      { by: 'speaker', words: 'niet bij.' },
    ],
  })
  expect(quoteLine(piecesOf('Mijn buddy […] gaf mij een richting.'))).toBe(
    'Mijn buddy […] gaf mij een richting.',
  )
})

test('nobody gets words put in her mouth', () => {
  const from = 'Ik bespreek de samenwerking meer met de ouders.'
  expect(readQuote('Ik bespreek […] meer met de ouders.', from).ok).toBe(true)
  expect(readQuote('Ik bespreek alles met de ouders.', from)).toEqual({ ok: false, reason: 'not-her-words' })
  // Her words in another order are other words.
  expect(readQuote('met de ouders [en] de samenwerking', from)).toEqual({
    ok: false,
    reason: 'not-her-words',
  })
  expect(readQuote('[…]', from)).toEqual({ ok: false, reason: 'empty' })
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(40), fc.nat(40), (extra, a, b) => {
      const clean = quotable(`${extra} ${from}`, [])
      const hers = clean.slice(Math.min(a, b), Math.max(a, b)).replace(/[[\]]/gu, '')
      const read = readQuote(hers, clean)
      if (read.ok) for (const { words } of read.pieces) expect(clean.replace(/\s+/gu, ' ')).toContain(words)
    }),
    { numRuns: 100 },
  )
})

import { describe, expect, test } from 'vitest'
import { entryAtMost, entryOf, readEntry } from './form.entry.ts'
import type { FormItem, FormKind } from './form.ts'

const zone = 'Europe/Amsterdam'
const item = (kind: FormKind, more: Partial<FormItem> = {}): FormItem => ({ linkId: 'a', kind, ...more })
const option = (code: string, more: { exclusive?: boolean } = {}) => ({
  value: { kind: 'coding' as const, value: { code } },
  text: { text: code },
  ...more,
})
const read = (of: FormItem, ...values: string[]) => readEntry(of, { values }, zone)

describe('what was typed becomes an answer of the kind that was asked', () => {
  test.each<[FormItem, string, unknown]>([
    [item('boolean'), '1', { kind: 'boolean', value: true }],
    [item('boolean'), '0', { kind: 'boolean', value: false }],
    [item('integer'), ' 12 ', { kind: 'integer', value: 12 }],
    [item('decimal'), '7,5', { kind: 'decimal', value: 7.5 }],
    [item('decimal'), '-0.25', { kind: 'decimal', value: -0.25 }],
    [item('date'), '2026-02-28', { kind: 'date', value: '2026-02-28' }],
    [item('date'), '28-2-2026', { kind: 'date', value: '2026-02-28' }],
    [item('date'), '2-2026', { kind: 'date', value: '2026-02' }],
    [item('date'), '1987', { kind: 'date', value: '1987' }],
    [item('time'), '9.30', { kind: 'time', value: '09:30:00' }],
    [item('dateTime'), '2026-07-01T09:30', { kind: 'dateTime', value: '2026-07-01T07:30:00.000Z' }],
    [item('dateTime'), '2026-12-01T09:30', { kind: 'dateTime', value: '2026-12-01T08:30:00.000Z' }],
    [item('text'), 'een\r\ntwee ', { kind: 'string', value: 'een\ntwee' }],
    [item('url'), 'https://voorbeeld.example', { kind: 'url', value: 'https://voorbeeld.example' }],
  ])('%j: %s', (of, typed, value) => {
    expect(read(of, typed)).toEqual({ values: [value] })
  })

  test.each<[FormItem, string, string]>([
    [item('boolean'), 'ja', 'choice'],
    [item('integer'), '7,5', 'whole-number'],
    [item('integer'), '1e3', 'whole-number'],
    [item('decimal'), 'zeven', 'number'],
    [item('date'), '31-02-2026', 'date'],
    [item('date'), 'gisteren', 'date'],
    [item('time'), '25:00', 'time'],
    [item('dateTime'), '2026-02-30T10:00', 'moment'],
    [item('string'), 'x'.repeat(entryAtMost + 1), 'too-long'],
    [item('string'), 'a\u0000b', 'unreadable'],
    [item('choice', { options: [option('a')] }), '1', 'choice'],
  ])('%j does not take %s', (of, typed, problem) => {
    expect(read(of, typed)).toEqual({ problem })
  })

  test('nothing filled in is no answer', () => {
    for (const kind of ['boolean', 'integer', 'date', 'text', 'choice'] as const) {
      expect(read(item(kind), '')).toEqual({ values: [] })
    }
  })
})

test('choices go by number; what excludes the others stands alone; own words stand beside them', () => {
  const of = item('open-choice', {
    repeats: true,
    options: [option('a'), option('b'), option('none', { exclusive: true })],
  })
  expect(read(of, '0', '1', '1')).toEqual({
    values: [
      { kind: 'coding', value: { code: 'a' } },
      { kind: 'coding', value: { code: 'b' } },
    ],
  })
  expect(read(of, '0', '2')).toEqual({ problem: 'alone' })
  const own = readEntry(of, { values: ['0'], other: ' anders ' }, zone)
  expect(own).toEqual({
    values: [
      { kind: 'coding', value: { code: 'a' } },
      { kind: 'string', value: 'anders' },
    ],
  })
})

test('choices that stand elsewhere are answered in words, a number with the unit that was chosen', () => {
  const elsewhere = item('choice', { optionsElsewhere: 'https://voorbeeld.example/ValueSet/x' })
  expect(readEntry(elsewhere, { values: [], other: 'Rood' }, zone)).toEqual({
    values: [{ kind: 'coding', value: { display: 'Rood' } }],
  })
  const weight = item('quantity', {
    units: [
      { unit: 'kg', code: 'kg' },
      { unit: 'gram', code: 'g' },
    ],
  })
  expect(readEntry(weight, { values: ['900'], unit: '1' }, zone)).toEqual({
    values: [{ kind: 'quantity', value: { value: 900, unit: 'gram', code: 'g' } }],
  })
})

test.each<[FormItem, string[], object?]>([
  [item('boolean'), ['0']],
  [item('decimal'), ['7.5']],
  [item('date'), ['2026-02-28']],
  [item('dateTime'), ['2026-07-01T09:30']],
  [item('time'), ['09:30:00']],
  [item('string', { repeats: true }), ['een\ntwee']],
  [item('choice', { options: [option('a'), option('b')] }), ['1']],
  [item('quantity', { units: [{ unit: 'kg' }, { unit: 'gram' }] }), ['3'], { unit: '1' }],
])('%j: what was kept stands in the field again as %j', (of, values, more = {}) => {
  const entry = { values, ...more }
  const first = readEntry(of, entry, zone)
  if ('problem' in first) throw new Error(first.problem)
  expect(entryOf(of, first.values, zone)).toEqual(entry)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementId, responseId } from '../shared/ids.ts'
import { languages } from '../shared/language.ts'
import { readable, tidy } from '../shared/text-input.ts'
import { echoAnswers } from './agreement.ts'
import { buildInstrument } from './instrument.factory.ts'
import {
  answeredAtOf,
  answerField,
  type CheckForm,
  echoField,
  openTextAtMost,
  parseSubmission,
  type Submission,
  type SubmissionProblem,
  submissionFields,
  submissionProblems,
} from './submission.ts'

const key = responseId.parse('01936b5e-7c00-7abc-8def-0123456789ab')
const agreement = agreementId.parse('01936b5e-7c00-7abc-8def-0123456789ac')
const form: CheckForm = {
  responseId: key,
  instrument: buildInstrument(),
  agreements: [{ id: agreement, text: 'We beginnen met wat Lina zelf wil bespreken' }],
}
type Fields = [string, string][]
const base: Fields = [
  ['key', key],
  ['a.heard', '8.2'],
]

function problemsOf(fields: Fields): Readonly<Record<string, SubmissionProblem>> {
  const result = parseSubmission(form, fields)
  return result.ok ? {} : result.errors
}

function submissionOf(fields: Fields): Submission {
  const result = parseSubmission(form, fields)
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return result.submission
}

describe('a form as a phone sends it', () => {
  it('is read whole', () => {
    const at = '2026-11-17T15:30:00.000Z'
    const fields: Fields = [
      ['key', key],
      ['a.heard', '8.2'],
      ['a.what', '5,4'],
      ['a.how', ''],
      ['a.whole', '10'],
      [`e.${agreement}`, 'a-bit'],
      ['open', '  Ik wil dat we ook\r\nover mijn stage praten. \n'],
      ['at', at],
      ['lang', 'nl'],
    ]
    expect(submissionOf(fields)).toEqual({
      responseId: key,
      answers: { heard: 8.2, what: 5.4, whole: 10 },
      openText: 'Ik wil dat we ook\nover mijn stage praten.',
      echoes: [{ agreement, answer: 'a-bit' }],
      at,
      language: 'nl',
    })
  })

  it('needs no more than its key and one answer', () => {
    const nothingMore = { responseId: key, openText: '', echoes: [], answers: {}, at: null, language: null }
    expect(submissionOf(base)).toEqual({ ...nothingMore, answers: { heard: 8.2 } })
    expect(
      submissionOf([
        ['key', key],
        ['open', 'Fijn'],
      ]),
    ).toEqual({ ...nothingMore, openText: 'Fijn' })
    const echo: Fields = [
      ['key', key],
      [`e.${agreement}`, 'changed'],
    ]
    expect(submissionOf(echo)).toEqual({ ...nothingMore, echoes: [{ agreement, answer: 'changed' }] })
  })

  it('reads what URLSearchParams reads', () => {
    const body = new URLSearchParams(`key=${key}&a.heard=7%2C3&open=caf%C3%A9+%F0%9F%8C%B7`)
    const result = parseSubmission(form, body)
    expect(result.ok && [result.submission.answers, result.submission.openText]).toEqual([
      { heard: 7.3 },
      'café 🌷',
    ])
  })
})

describe('what is refused, field by field', () => {
  const long = 'é'.repeat(openTextAtMost)
  const rows: [string, Fields, Readonly<Record<string, SubmissionProblem>>][] = [
    ['a field the form does not have', [...base, ['colour', 'red']], { colour: 'unknown-field' }],
    ['an item of another instrument', [...base, ['a.tempo', '5']], { 'a.tempo': 'unknown-field' }],
    ['an agreement of another form', [...base, [`e.${key}`, 'changed']], { [`e.${key}`]: 'unknown-field' }],
    ['a name in other letters', [...base, ['A.what', '5']], { 'A.what': 'unknown-field' }],
    ['an empty name', [...base, ['', '']], { '': 'unknown-field' }],
    [
      'of many unknown fields only the first is told',
      [...base, ['x', '1'], ['y', '2']],
      { x: 'unknown-field' },
    ],
    ['an answer twice', [...base, ['a.heard', '8.2']], { 'a.heard': 'repeated-field' }],
    ['a text twice', [...base, ['open', ''], ['open', '']], { open: 'repeated-field' }],
    ['a number that does not fit', [...base, ['a.what', '1e1']], { 'a.what': 'not-a-number' }],
    ['a number beside the scale', [...base, ['a.what', '10.1']], { 'a.what': 'out-of-range' }],
    ['a number between the steps', [...base, ['a.what', '7.35']], { 'a.what': 'too-fine' }],
    ['a key twice', [...base, ['key', key]], { key: 'repeated-field' }],
    ['a time twice', [...base, ['at', ''], ['at', '']], { at: 'repeated-field' }],
    ['no key', [['a.heard', '5']], { key: 'wrong-key' }],
    [
      'an empty key',
      [
        ['key', ''],
        ['a.heard', '5'],
      ],
      { key: 'wrong-key' },
    ],
    [
      'the key of another form',
      [
        ['key', agreement],
        ['a.heard', '5'],
      ],
      { key: 'wrong-key' },
    ],
    [
      'the key in capitals',
      [
        ['key', key.toUpperCase()],
        ['a.heard', '5'],
      ],
      { key: 'wrong-key' },
    ],
    [
      'an answer that the agreement does not have',
      [...base, [`e.${agreement}`, 'yes']],
      { [`e.${agreement}`]: 'unknown-choice' },
    ],
    ['a language that we do not speak', [...base, ['lang', 'fr']], { lang: 'unknown-choice' }],
    ['a text that is too long', [...base, ['open', `${long}é`]], { open: 'too-long' }],
    ['a text of a megabyte of emoji', [...base, ['open', '🌷'.repeat(262_144)]], { open: 'too-long' }],
    ['a NUL in a text', [...base, ['open', 'a\u0000b']], { open: 'unreadable' }],
    ['half a character in a text', [...base, ['open', 'a\ud83c']], { open: 'unreadable' }],
    ['nothing at all', [['key', key]], { 'a.heard': 'nothing-answered' }],
    [
      'only empty fields',
      [
        ['key', key],
        ['a.what', ' '],
        ['open', ' \r\n '],
        [`e.${agreement}`, ''],
      ],
      { 'a.heard': 'nothing-answered' },
    ],
    ['no fields', [], { key: 'wrong-key' }],
    [
      'everything that is wrong is told at once',
      [
        ['key', 'x'],
        ['a.heard', '11'],
        ['a.what', 'veel'],
        ['open', '\u0007'],
        ['z', ''],
      ],
      {
        'a.heard': 'out-of-range',
        'a.what': 'not-a-number',
        key: 'wrong-key',
        open: 'unreadable',
        z: 'unknown-field',
      },
    ],
  ]
  it.each(rows)('%s', (_, fields, expected) => {
    expect(problemsOf(fields)).toEqual(expected)
  })

  it('a name that objects have by nature', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(Object.entries(problemsOf([...base, [name, '1']]))).toEqual([[name, 'unknown-field']])
    }
  })

  it('counts a text after white space and line ends are tidied', () => {
    expect(submissionOf([...base, ['open', `\r\n${long}\r\n`]]).openText).toBe(long)
  })

  it('counts characters: an emoji is one', () => {
    const tulips = '🌷'.repeat(openTextAtMost)
    expect(submissionOf([...base, ['open', tulips]]).openText).toBe(tulips)
    expect(problemsOf([...base, ['open', `${tulips}🌷`]])).toEqual({ open: 'too-long' })
  })

  it('does not slow down on a field that comes a hundred thousand times', () => {
    const many: Fields = Array.from({ length: 100_000 }, () => ['a.heard', '5'])
    expect(problemsOf([['key', key], ...many])).toEqual({ 'a.heard': 'repeated-field' })
  })
})

describe('the time of a device', () => {
  const unreadable = [
    '',
    'yesterday',
    '5',
    '2026-02-30T10:00:00Z',
    '2026-11-17',
    '2026-11-17T15:30:00',
    '1e15',
    '\u0000',
  ]
  it.each(unreadable)('%j is passed over; the answer stays', (at) => {
    const { at: read, answers } = submissionOf([...base, ['at', at]])
    expect([read, answers]).toEqual([null, { heard: 8.2 }])
  })

  const sent = '2026-11-17T10:00:00.000Z'
  const now = '2026-11-18T10:00:00.000Z'
  const rows: [string, string | null, string][] = [
    ['between sending and now', '2026-11-17T15:30:00.000Z', '2026-11-17T15:30:00.000Z'],
    ['at the sending', sent, sent],
    ['now', now, now],
    ['before the sending', '2026-11-17T09:59:59.999Z', now],
    ['in 1970, after an empty battery', '1970-01-01T00:00:00.000Z', now],
    ['ahead of the server', '2026-11-18T10:00:00.001Z', now],
    ['years ahead', '2099-01-01T00:00:00.000Z', now],
    ['not told', null, now],
  ]
  it.each(rows)('%s', (_, at, expected) => {
    expect(answeredAtOf(at, { openedNotBefore: sent, now })).toBe(expected)
  })

  it('counts for nothing when the server itself stands before the sending', () => {
    const before = '2026-11-16T10:00:00.000Z'
    expect(answeredAtOf(sent, { openedNotBefore: sent, now: before })).toBe(before)
    expect(answeredAtOf(before, { openedNotBefore: sent, now: before })).toBe(before)
  })

  it('never lies outside the window, and can be stored', () => {
    const moment = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2200-01-01') })
    fc.assert(
      fc.property(moment, moment, moment, (at, from, to) => {
        const window = { openedNotBefore: from.toISOString(), now: to.toISOString() }
        const result = Date.parse(answeredAtOf(at.toISOString(), window))
        expect(result <= to.getTime() && (result === to.getTime() || result >= from.getTime())).toBe(true)
      }),
    )
  })
})

describe('any form', () => {
  // Every UTF-16 unit, half surrogates as well.
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
  const anyText = fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' }))
  const names = ['key', 'a.heard', 'a.what', 'open', 'at', 'lang', `e.${agreement}`, '__proto__']
  const name = fc.oneof(fc.constantFrom(...names), anyText)
  const value = fc.oneof(fc.constant(key), fc.constantFrom('5', '7.3', 'changed', 'nl'), anyText)

  it('never throws, and either fits the form or says what is wrong', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), fc.boolean(), (rest, begun) => {
        const fields = begun ? [...base, ...rest] : rest
        const result = parseSubmission(form, fields)
        if (!result.ok) {
          expect(Object.values(result.errors).length).toBeGreaterThan(0)
          for (const problem of Object.values(result.errors)) expect(submissionProblems).toContain(problem)
          return
        }
        const { submission } = result
        expect(submission.responseId).toBe(key)
        expect([...submission.openText].length).toBeLessThanOrEqual(openTextAtMost)
        expect(readable(submission.openText)).toBe(true)
        expect(Object.keys(submission.answers).every((id) => /^(heard|what)$/.test(id))).toBe(true)
      }),
    )
  })

  it('reads bytes that were no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const body = new TextDecoder('utf-8').decode(bytes)
        expect(typeof parseSubmission(form, new URLSearchParams(body)).ok).toBe('boolean')
      }),
    )
  })

  it('comes back as it was sent', () => {
    const item = fc.option(fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10))
    const sent = fc.record({
      items: fc.record({ heard: item, what: item, how: item, whole: item }),
      comma: fc.boolean(),
      open: fc.string({ unit: 'grapheme', maxLength: 500 }).map(tidy).filter(readable),
      echo: fc.option(fc.constantFrom(...echoAnswers)),
      at: fc.option(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2200-01-01') })),
      language: fc.option(fc.constantFrom(...languages)),
    })
    fc.assert(
      fc.property(sent, ({ items, comma, open, echo, at, language }) => {
        const given = Object.entries(items).filter(([, value]) => value !== null)
        fc.pre(given.length > 0 || open !== '' || echo !== null)
        const written = (value: number | null) => (comma ? String(value).replace('.', ',') : String(value))
        const fields: Fields = [
          [submissionFields.key, key],
          ...given.map(([id, value]): [string, string] => [answerField(id), written(value)]),
          [submissionFields.open, open],
          [echoField(agreement), echo ?? ''],
          [submissionFields.at, at?.toISOString() ?? ''],
          [submissionFields.language, language ?? ''],
        ]
        expect(submissionOf(fields)).toEqual({
          responseId: key,
          answers: Object.fromEntries(given),
          openText: open,
          echoes: echo === null ? [] : [{ agreement, answer: echo }],
          at: at?.toISOString() ?? null,
          language,
        })
      }),
    )
  })
})

describe('a drawing', () => {
  const asked = { ...form, instrument: { ...form.instrument, drawing: form.instrument.open } }
  const read = (drawing: string, of: Parameters<typeof parseSubmission>[0] = asked) =>
    parseSubmission(of, [
      ['key', key],
      ['drawing', drawing],
    ])

  it('is an answer by itself where it is asked for', () => {
    expect(read('M1 2L3 4')).toMatchObject({
      ok: true,
      submission: { drawing: 'M1 2L3 4', answers: {}, openText: '' },
    })
  })

  it.each([
    ['left empty: nothing was answered', '', asked, { 'a.heard': 'nothing-answered' }],
    ['no drawing', 'M1 2L3 <4', asked, { drawing: 'no-drawing' }],
    ['where none is asked for', 'M1 2L3 4', form, { drawing: 'unknown-field' }],
  ])('%s', (_, drawing, of, errors) => {
    expect(read(drawing, of)).toMatchObject({ ok: false, errors })
  })
})

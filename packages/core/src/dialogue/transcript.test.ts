import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockOf } from './transcript.time.ts'
import { readTranscript } from './transcript.ts'

const told = (text: string) => {
  const { format, lines, notes } = readTranscript(text)
  return {
    format,
    lines: lines.map(
      ({ label, words, from }) => `${from === null ? '-' : clockOf(from)} ${label ?? '?'}: ${words}`,
    ),
    notes: notes.map(({ line, code }) => `${line} ${code}`),
  }
}

describe('WebVTT', () => {
  test('takes voices, names, marks, settings and remarks', () => {
    const text = `\uFEFFWEBVTT - overleg\r\nKind: captions\r\n\r\nNOTE gemaakt door een programma\r\n\r\n1\r\n00:01.000 --> 00:04.000 align:start\r\n<v.luid Anna de Boer>Ik was <i>blij</i> &amp; moe.</v>\r\n\r\ncue-2\r\n00:00:05.000 --> 00:00:06.000\r\nSam: Ik <3 dit <00:05.500>huis\r\nen de tuin`
    expect(told(text)).toEqual({
      format: 'vtt',
      lines: ['0:00:01 Anna de Boer: Ik was blij & moe.', '0:00:05 Sam: Ik <3 dit huis en de tuin'],
      notes: ['2 remark-left-out', '4 remark-left-out'],
    })
  })

  test('keeps words without times, with times that cannot be, over each other and backwards, and says on which line', () => {
    const text = [
      'WEBVTT',
      '',
      '00:00:10.000 --> 00:00:14.000',
      '<v Anna>Wij begonnen.',
      '',
      '00:00:12.000 --> 00:00:13.000',
      '<v Sam>Ja!',
      '',
      'zonder tijd',
      '',
      '00:99:12.000 --> 00:00:13.000',
      '<v Sam>Minuut 99',
      '',
      '00:00:02.000 --> 00:00:01.000',
      '<v Anna>Terug',
    ].join('\n')
    expect(told(text)).toEqual({
      format: 'vtt',
      lines: [
        '0:00:10 Anna: Wij begonnen.',
        '0:00:12 Sam: Ja!',
        '- ?: zonder tijd',
        '- Sam: Minuut 99',
        '0:00:02 Anna: Terug',
      ],
      notes: [
        '7 time-overlaps',
        '9 time-missing',
        '9 nobody-named',
        '11 time-unreadable',
        '15 time-backwards',
      ],
    })
  })
})

test('SubRip: numbers, commas, a lost empty line', () => {
  const text =
    '1\n00:00:01,000 --> 00:00:02,000\nAnna: Eén\n2\n00:00:03,000 --> 00:00:04,500\n{\\an8}Sam: twee\n\n3\n00:00:05,000 --> 00:00:06,000\nnog iets'
  expect(told(text)).toEqual({
    format: 'srt',
    lines: ['0:00:01 Anna: Eén', '0:00:03 Sam: twee', '0:00:05 ?: nog iets'],
    notes: ['10 nobody-named'],
  })
})

describe('plain text', () => {
  test('names with a colon, times in front, a name above the words, lines that go on', () => {
    const text =
      'Verslag van de middag\n\nAnna: Wij zaten\nbij het vuur.\n[0:01:05] Sam (jongere) : Ik zweeg.\nJan de Boer   1:05\nEn toen zei zij wat zij dacht: dit moet anders.\n'
    expect(told(text)).toEqual({
      format: 'text',
      lines: [
        '- ?: Verslag van de middag',
        '- Anna: Wij zaten\nbij het vuur.',
        '0:01:05 Sam (jongere): Ik zweeg.',
        '0:01:05 Jan de Boer: En toen zei zij wat zij dacht: dit moet anders.',
      ],
      notes: ['1 nobody-named'],
    })
  })

  test('nothing gives nothing', () => {
    expect(readTranscript(' \n\r\n\uFEFF ').lines).toEqual([])
  })

  test('a sign that cannot be shown is told with its line', () => {
    expect(told('Anna: goed\u0000zo').notes).toEqual(['1 unreadable-sign'])
  })
})

const word = fc.stringMatching(/^[a-zé🔥ש]{1,8}$/u)
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const spoken = fc.array(fc.tuple(fc.constantFrom('Anna', 'Sam', 'Mevrouw De Wit'), sentence), {
  minLength: 1,
  maxLength: 12,
})
const lineEnd = fc.constantFrom('\n', '\r\n', '\r')

const writers = {
  text: (name: string, words: string) => `${name}: ${words}`,
  srt: (name: string, words: string, at: number) =>
    `${at + 1}\n00:00:${String(at).padStart(2, '0')},000 --> 00:00:${String(at).padStart(2, '0')},900\n${name}: ${words}\n`,
  vtt: (name: string, words: string, at: number) =>
    `00:${String(at).padStart(2, '0')}.000 --> 00:${String(at).padStart(2, '0')}.900\n<v ${name}>${words}\n`,
}

test.each(['text', 'srt', 'vtt'] as const)(
  '%s: what was written comes back, by whom and in its order',
  (format) => {
    fc.assert(
      fc.property(spoken, lineEnd, (said, end) => {
        const body = said.map(([name, words], at) => writers[format](name, words, at)).join('\n')
        const read = readTranscript(`${format === 'vtt' ? 'WEBVTT\n\n' : ''}${body}`.replaceAll('\n', end))
        expect(read.format).toBe(format)
        expect(read.lines.map(({ label, words }) => [label, words])).toEqual(said)
        expect(read.notes).toEqual([])
      }),
      { numRuns: 60 },
    )
  },
)

test('no word of a file is lost, whatever stands in it', () => {
  const piece = fc.oneof(
    sentence,
    fc.constantFrom('', '7', '00:01 --> 00:02', '00:00:01,000 --> x', 'Anna:', '[0:01]', '<v Sam>', 'NOTE'),
  )
  fc.assert(
    fc.property(
      fc.constantFrom('', 'WEBVTT\n\n', '00:00:01,000 --> 00:00:02,000\n'),
      fc.array(piece, { maxLength: 20 }),
      (head, pieces) => {
        const { lines, notes } = readTranscript(head + pieces.join('\n'))
        const kept = [
          ...lines.flatMap(({ label, words }) => [label ?? '', words]),
          ...notes.map(({ value }) => value),
        ].join(' ')
        // A remark of a program is cut when it is told; here it stays below that.
        for (const one of pieces.join(' ').match(/[a-zé🔥ש]{3,}/gu) ?? [])
          if (!pieces.includes('NOTE')) expect(kept).toContain(one)
      },
    ),
    { numRuns: 100 },
  )
})

test('two hundred pages are read at once', () => {
  const page = Array.from(
    { length: 40 },
    (_, at) => `${at % 2 === 0 ? 'Anna' : 'Sam'}: ${'woord '.repeat(12).trim()}`,
  ).join('\n')
  const { lines } = readTranscript(Array.from({ length: 200 }, () => page).join('\n'))
  expect(lines).toHaveLength(8000)
})

import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openTranscript } from './transcript.file.ts'

const wordFile = (xml: string, name = 'word/document.xml') => zipSync({ [name]: strToU8(xml) })
const document = (...paragraphs: string[]) =>
  `<w:document><w:body>${paragraphs.map((words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`
const said = (bytes: Uint8Array) => {
  const opened = openTranscript(bytes)
  return opened.ok ? opened.read.lines.map(({ label, words }) => `${label}: ${words}`) : opened.problem
}

const text = 'Zoë: dát was één avond'
const wide = (start: readonly number[], swap: boolean) => {
  const units = Buffer.from(text, 'utf16le')
  return new Uint8Array([...start, ...(swap ? units.swap16() : units)])
}

test.each([
  ['UTF-8', strToU8(text)],
  ['UTF-8 with a mark', strToU8(`\uFEFF${text}`)],
  ['Windows-1252', new Uint8Array(Buffer.from(text, 'latin1'))],
  ['UTF-16, small end first', wide([0xff, 0xfe], false)],
  ['UTF-16, large end first', wide([0xfe, 0xff], true)],
  ['Word', wordFile(document(text))],
])('reads %s', (_, bytes) => {
  expect(said(bytes)).toEqual(['Zoë: dát was één avond'])
})

test('Windows-1252 has its own quotes and euro', () => {
  expect(said(new Uint8Array([...Buffer.from('Sam: '), 0x93, 0x80, 0x35, 0x94]))).toEqual(['Sam: “€5”'])
})

describe('what is no transcript is refused, with its reason', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['only white space', strToU8(' \n\n '), 'empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'not-text'],
    ['another zip file', wordFile('<a/>', 'xl/workbook.xml'), 'not-word'],
    ['a zip that is cut off', wordFile(document('Sam: hoi')).slice(0, 60), 'not-word'],
    [
      'an entity',
      wordFile('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document>&b;</w:document>'),
      'not-word',
    ],
    ['a bomb', wordFile(document(`Sam: ${'a'.repeat(48 * 1024 * 1024)}`)), 'unpacks-too-large'],
    ['far too much', strToU8(`Sam: ${'woord '.repeat(600_000)}`), 'too-long'],
  ])('%s', (_, bytes, problem) => {
    expect(said(bytes)).toBe(problem)
  })
})

test('a path outside the file is not looked at', () => {
  const bytes = zipSync({
    '../../word/document.xml': strToU8(document('Sam: buiten')),
    'word/document.xml': strToU8(document('Sam: binnen')),
  })
  expect(said(bytes)).toEqual(['Sam: binnen'])
})

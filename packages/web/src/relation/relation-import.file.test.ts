import { expect, test } from 'vitest'
import { textOfFile } from './relation-import.file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, endian: 'le' | 'be') => {
  const bytes = new Uint8Array(2 + 2 * text.length)
  const view = new DataView(bytes.buffer)
  for (const [at, sign] of [...`\uFEFF${text}`].entries())
    view.setUint16(2 * at, sign.charCodeAt(0), endian === 'le')
  return bytes
}

test.each([
  ['UTF-8', utf8('naam\nZoë'), 'naam\nZoë'],
  ['UTF-8 with a mark', utf8('\uFEFFnaam\nZoë'), 'naam\nZoë'],
  ['UTF-16', utf16('naam\nZoë', 'le'), 'naam\nZoë'],
  ['UTF-16, the other way round', utf16('naam\nZoë', 'be'), 'naam\nZoë'],
  ['Windows-1252', Uint8Array.of(0x5a, 0x6f, 0xeb, 0x20, 0x80, 0x20, 0x93), 'Zoë € “'],
])('%s becomes text', (_, bytes, text) => {
  expect(textOfFile(bytes)).toEqual({ text })
})

test.each([
  ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'no-text'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1), 'no-text'],
  ['nothing', new Uint8Array(0), 'empty'],
  ['blanks', utf8(' \r\n '), 'empty'],
  ['too much', new Uint8Array(500_001).fill(65), 'too-large'],
] as const)('%s is refused', (_, bytes, refused) => {
  expect(textOfFile(bytes)).toEqual({ refused })
})

import { expect, it } from 'vitest'
import { textOfForm } from './form-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

it.each([
  ['text', bytes('{"title":"Hoé"}'), { text: '{"title":"Hoé"}' }],
  ['a mark at its start', bytes('\ufeff{}'), { text: '{}' }],
  ['nothing', bytes(''), { refused: 'empty' }],
  ['another encoding', new Uint8Array([0x7b, 0xe9, 0x7d]), { refused: 'no-text' }],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), { refused: 'no-text' }],
  ['a picture', new Uint8Array([0x50, 0x4b, 0, 0]), { refused: 'no-text' }],
  ['10 MB', new Uint8Array(10 * 1024 * 1024).fill(0x20), { text: ' '.repeat(10 * 1024 * 1024) }],
  ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1).fill(0x20), { refused: 'too-large' }],
])('%s', (_, given, found) => {
  expect(textOfForm(given)).toEqual(found)
})

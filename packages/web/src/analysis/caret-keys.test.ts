import { expect, it } from 'vitest'
import { caretKey } from './caret-keys.ts'

const none = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }
const press = (key: string, held: Partial<typeof none> = {}) => caretKey({ key, ...none, ...held })

it.each([
  ['ArrowRight', {}, { by: 'word', back: false, extend: false }],
  ['ArrowLeft', { ctrlKey: true, shiftKey: true }, { by: 'sign', back: true, extend: true }],
  ['ArrowDown', { shiftKey: true }, { by: 'sentence', back: false, extend: true }],
  ['PageUp', {}, { by: 'passage', back: true, extend: false }],
  ['End', { shiftKey: true }, { by: 'edge', back: false, extend: true }],
])('%s moves', (key, held, move) => {
  expect(press(key, held)).toEqual({ does: 'move', move })
})

it('asks for a code with Enter, or with the letter that was typed', () => {
  expect(press('Enter')).toEqual({ does: 'choose', typed: '' })
  expect(press('é')).toEqual({ does: 'choose', typed: 'é' })
  expect(press('B', { shiftKey: true })).toEqual({ does: 'choose', typed: 'B' })
})

it('leaves to the browser what is not its own: undo, back, tab', () => {
  expect(press('z', { ctrlKey: true })).toBeUndefined()
  expect(press('ArrowLeft', { altKey: true })).toBeUndefined()
  expect(press('Tab')).toBeUndefined()
  expect(press(' ')).toBeUndefined()
})

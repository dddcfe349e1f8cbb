import { caretAt } from '@weerklank/core/analysis/caret'
import { expect, it } from 'vitest'
import { type DeskAction, deskReducer, emptyDesk } from './coding-desk.ts'

const words = [{ passage: 'p', start: 2, end: 9 }]
const after = (...actions: DeskAction[]) => actions.reduce(deskReducer, emptyDesk)
const head = { passage: 'p', at: 9 }
const selecting: DeskAction = {
  type: 'caret',
  caret: { anchor: { passage: 'p', at: 2 }, head },
  picked: words,
}

it('asks for a code as soon as words are selected by mouse, and lets them go again', () => {
  const picked: DeskAction = { type: 'picked', picked: words, by: 'mouse' }
  expect(after(picked)).toMatchObject({ picked: words, choosing: { for: 'words', typed: '' } })
  expect(after(picked, { type: 'put-away' })).toEqual(emptyDesk)
})

it('keeps words that were selected by keyboard when no code is chosen after all', () => {
  const choosing: DeskAction = { type: 'choosing', choosing: { for: 'words' }, typed: 'b' }
  expect(after(selecting, choosing).choosing).toEqual({ for: 'words', typed: 'b' })
  expect(after(selecting, choosing, { type: 'put-away' })).toMatchObject({ picked: words, choosing: null })
})

it('loses no letter of who types faster than the field appears', () => {
  const typed = (letter: string): DeskAction => ({
    type: 'choosing',
    choosing: { for: 'words' },
    typed: letter,
  })
  expect(after(selecting, typed('b'), typed('u'), typed(' ')).choosing).toEqual({
    for: 'words',
    typed: 'bu ',
  })
  expect(after(selecting, typed('b'), { type: 'put-away' }, typed('u')).choosing?.typed).toBe('u')
})

it('asks for no code while nothing is selected', () => {
  expect(after({ type: 'choosing', choosing: { for: 'words' } })).toEqual(emptyDesk)
})

it('goes on where the coded words ended', () => {
  expect(after(selecting, { type: 'coded', code: 'c' })).toMatchObject({
    picked: [],
    caret: caretAt(head),
    code: 'c',
  })
})

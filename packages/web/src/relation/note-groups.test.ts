import type { Note } from '@weerklank/core/relation/relation.contract'
import { expect, it } from 'vitest'
import { noteGroups } from './note-groups.ts'

const note = (text: string, kind: Note['kind'], toldBy: string, at: string) =>
  ({ id: text, text, kind, toldBy, at }) as Note

it('names the people of one day once, with what helps before what does not', () => {
  const groups = noteGroups(
    [
      note('niet op maandag', 'hinders', 'Lina', '2026-09-03T10:00:00Z'),
      note('wandelen', 'helps', 'Lina', '2026-09-03T21:00:00Z'),
      note('lezen', 'helps', 'Samira', '2026-09-03T10:00:00Z'),
      // After midnight in Amsterdam.
      note('thee', 'helps', 'Lina', '2026-09-03T22:30:00Z'),
    ],
    'Europe/Amsterdam',
  )
  expect(groups.map(({ toldBy, notes }) => [toldBy, ...notes.map(({ text }) => text)])).toEqual([
    ['Lina', 'wandelen', 'niet op maandag'],
    ['Samira', 'lezen'],
    ['Lina', 'thee'],
  ])
})

import { expect, it } from 'vitest'
import { looksOf } from './code-look.ts'
import type { CodeLine } from './code-tree.ts'

const line = (id: string, name: string, quotes: number) =>
  ({ code: { id, name, colour: '#1f6f5c', quotes }, number: 1 }) as unknown as CodeLine

it('lets only the quotes of a code be drawn anew that looks different', () => {
  const before = looksOf([line('a', 'Buiten staan', 1), line('b', 'Zelf kiezen', 1)])
  expect(looksOf([line('a', 'Buiten staan', 9), line('b', 'Zelf kiezen', 0)], before)).toBe(before)
  const after = looksOf([line('a', 'Erbuiten staan', 1), line('b', 'Zelf kiezen', 1)], before)
  expect(after.get('a')?.name).toBe('Erbuiten staan')
  expect(after.get('b')).toBe(before.get('b'))
  expect(looksOf([line('a', 'Buiten staan', 1)], before)).not.toBe(before)
})

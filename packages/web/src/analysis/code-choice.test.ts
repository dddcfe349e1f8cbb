import { expect, it } from 'vitest'
import { codeOptions } from './code-choice.ts'
import type { CodeLine } from './code-tree.ts'

const line = (name: string, number: number, above: string[] = []) =>
  ({ code: { id: name, name }, number, path: [...above, name] }) as unknown as CodeLine
const lines = [line('Buiten staan', 1, ['Schaduwkant']), line('Staande houden', 2), line('Eén lijstje', 3)]

const offered = (typed: string) =>
  codeOptions(lines, typed).map((option) =>
    option.kind === 'new' ? `+ ${option.name}` : option.line.code.name,
  )

it('finds without capitals and accents, what begins with it in front', () => {
  expect(offered('sta')).toEqual(['Staande houden', 'Buiten staan', '+ sta'])
  expect(offered('EEN')).toEqual(['Eén lijstje', '+ EEN'])
  expect(offered('schaduw')).toEqual(['Buiten staan', '+ schaduw'])
  expect(offered('')).toEqual(['Buiten staan', 'Staande houden', 'Eén lijstje'])
})

it('finds by number, and offers no second code of the same name', () => {
  expect(offered('2')).toEqual(['Staande houden'])
  expect(offered(' buiten Staan ')).toEqual(['Buiten staan'])
  expect(offered('Niemand vroeg mij')).toEqual(['+ Niemand vroeg mij'])
})

import { expect, it } from 'vitest'
import { safeTarget } from './safe-target.ts'

it.each([
  ['/samenwerkingen?zoek=Lina', '/samenwerkingen?zoek=Lina'],
  ['/', '/'],
  ['//elders.example/', undefined],
  ['/\\elders.example', undefined],
  ['/\t/elders.example', undefined],
  ['https://elders.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['/inloggen?naar=/', undefined],
  ['/inloggen/verder', undefined],
  ['/inloggens', '/inloggens'],
  ['', undefined],
  [7, undefined],
])('%j leads to %j', (value, target) => {
  expect(safeTarget(value)).toBe(target)
})

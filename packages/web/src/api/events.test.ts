import { expect, it } from 'vitest'
import { changedRelation } from './events.ts'

it.each([
  ['{"relation":"a"}', 'a'],
  ['{"relation":3}', undefined],
  ['null', undefined],
  ['not json', undefined],
])('reads %s as %s', (data, relation) => {
  expect(changedRelation(data)).toBe(relation)
})

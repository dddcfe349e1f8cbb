import { readRelationImport } from '@weerklank/core/relation/relation-import'
import { expect, test } from 'vitest'
import { importExample } from './relation-import.example.ts'

test.each(['nl', 'en'] as const)('the example in %s can be taken in as it is', (language) => {
  const read = readRelationImport(importExample(language))
  expect(read.problems).toEqual([])
  expect(read.columns.every(({ field }) => field !== null)).toBe(true)
  expect(read.relations.map(({ people }) => people.map(({ voice }) => voice))).toEqual([
    ['child', 'mother'],
    ['client'],
  ])
})

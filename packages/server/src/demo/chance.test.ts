import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersAround, chanceOf } from './chance.ts'
import { demoId, isMadeFor } from './identifiers.ts'

test('chance is the same for the same key, and stays within its bounds', () => {
  const row = (key: string) => {
    const chance = chanceOf(key)
    return Array.from({ length: 20 }, () => chance(1, 100))
  }
  expect(row('lina')).toEqual(row('lina'))
  expect(row('lina')).not.toEqual(row('samira'))
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (key, low, width) => {
      const number = chanceOf(key)(low, low + width)
      expect(Number.isInteger(number) && number >= low && number <= low + width).toBe(true)
    }),
  )
})

test('answers round a mean lie on the scale and have that mean', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.string(), (tenths, key) => {
      const answers = answersAround(tenths / 10, chanceOf(key))
      expect(answers).toHaveLength(4)
      expect(answers.every((one) => one >= 0 && one <= 10 && Math.abs(one - tenths / 10) < 0.55)).toBe(true)
      expect(Math.round(answers.reduce((sum, one) => sum + one, 0) * 10)).toBe(tenths * 4)
    }),
  )
})

test('an identifier tells when it was made and is found back by its key', () => {
  const id = demoId<string>('2026-11-19T08:00:00.000Z', 'lina')
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(demoId<string>('2027-11-19T08:00:00.000Z', 'lina')).not.toBe(id)
  expect(isMadeFor(demoId<string>('2027-11-19T08:00:00.000Z', 'lina'), 'lina')).toBe(true)
  expect(isMadeFor(id, 'samira')).toBe(false)
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { uuidV7 } from './uuid-v7.ts'

const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const random = fc.uint8Array({ minLength: 10, maxLength: 10 })

it('is a version 7 UUID that begins with its moment', () => {
  fc.assert(
    fc.property(moment, random, (milliseconds, bytes) => {
      const id = uuidV7(milliseconds, bytes)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(milliseconds)
    }),
  )
})

it('sorts by moment', () => {
  fc.assert(
    fc.property(moment, moment, random, (one, other, bytes) => {
      expect(uuidV7(one, bytes) < uuidV7(other, bytes)).toBe(one < other)
    }),
  )
})

import { expect, test } from 'vitest'
import { isTimeZone } from './time-zone.ts'

test('a time zone goes by its name', () => {
  for (const name of ['Europe/Amsterdam', 'America/Curacao', 'UTC']) expect(isTimeZone(name), name).toBe(true)
  for (const name of ['', 'Amsterdam', '+01:00', 'Europe/Amsterdam;', 'nl']) {
    expect(isTimeZone(name), name).toBe(false)
  }
})

import { describe, expect, it } from 'vitest'
import * as ids from './ids.ts'
import { uuidV7 } from './uuid-v7.ts'

const schemas = Object.entries(ids)
const random = new Uint8Array(10).fill(255)
const id = uuidV7(Date.UTC(2026, 10, 17), random)

it('there are ids to try', () => {
  expect(schemas.length).toBeGreaterThan(5)
})

describe.each(schemas)('%s', (_, schema) => {
  it('takes what uuidV7 makes', () => {
    expect(schema.parse(id)).toBe(id)
    expect(schema.parse(uuidV7(0, new Uint8Array(10)))).toMatch(/^00000000-0000-7000-8000-0{12}$/)
  })

  it('reads capitals as small letters', () => {
    expect(schema.parse(id.toUpperCase())).toBe(id)
  })

  it.each([
    '',
    'x',
    '42',
    `${id}0`,
    ` ${id}`,
    `${id}\n`,
    id.replaceAll('-', ''),
    `{${id}}`,
    id.replace('-7', '-0'),
    id.replace('f', 'g'),
    null,
    7,
    [id],
  ])('refuses %j', (value) => {
    expect(schema.safeParse(value).success).toBe(false)
  })
})

describe('uuidV7', () => {
  it('is laid out as RFC 9562 has it, version and variant over the random bits', () => {
    // The moment of the RFC's own example (appendix A.6): 2022-02-22T19:22:22Z.
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7fff-bfff-ffffffffffff')
    expect(uuidV7(0x017f22e279b0, new Uint8Array(10))).toBe('017f22e2-79b0-7000-8000-000000000000')
  })

  it('sorts as text by its moment, whatever the random bits', () => {
    const moments = [0, 1, 255, 256, Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1) + 1, 2 ** 48 - 1]
    const made = moments.map((moment, i) => uuidV7(moment, new Uint8Array(10).fill(i % 2 === 0 ? 255 : 0)))
    expect([...made].sort()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
  })
})

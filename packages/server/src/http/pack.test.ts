import { constants, gunzipSync, gzipSync, inflateRawSync, inflateSync, unzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codesOf, lengthsOf } from './deflate/huffman.ts'
import { tightDeflate } from './deflate/tight.ts'
import { pack, pageBudget, tightGzip, tightZlib } from './pack.ts'

const parts = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ maxLength: 300 }).map((text) => Buffer.from(text)),
    // What repeats near and far, also longer than one match can be.
    fc
      .tuple(fc.string({ minLength: 1, maxLength: 9 }), fc.nat(90))
      .map(([text, n]) => Buffer.from(text.repeat(n))),
  ),
  { minLength: 1, maxLength: 4 },
)

/** More than the 32 kB that a match reaches back, with little in it that repeats. */
const distinct = Array.from({ length: 5000 }, (_, i) =>
  (Math.imul(i, 2_654_435_761) >>> 0).toString(36),
).join('')

describe('deflate that takes its time', () => {
  test('every text comes back as it was', () => {
    fc.assert(
      fc.property(parts, (some) => {
        expect(Buffer.compare(inflateRawSync(tightDeflate(some)), Buffer.concat(some))).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  test.each([
    ['nothing', ''],
    ['one letter', 'a'],
    ['one letter very often', 'a'.repeat(3000)],
    ['farther back than a match may reach', `begin${distinct}begin`],
  ])('%s', (_, text) => {
    expect(inflateRawSync(tightDeflate([Buffer.from(text)])).toString()).toBe(text)
  })

  test('all bytes that there are', () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i) % 256)
    expect(Buffer.compare(inflateRawSync(tightDeflate([bytes])), bytes)).toBe(0)
  })
})

test('no code is longer than it may be, and together they fill all places', () => {
  const counts = fc.array(fc.nat({ max: 1e6 }), { minLength: 2, maxLength: 286 })
  fc.assert(
    fc.property(counts, fc.constantFrom(9, 15), (some, atMost) => {
      const lengths = lengthsOf(some, atMost)
      const used = lengths.filter((bits) => bits > 0)
      expect(used).toHaveLength(some.filter((count) => count > 0).length)
      expect(Math.max(0, ...used)).toBeLessThanOrEqual(atMost)
      if (used.length > 1) expect(used.reduce((sum, bits) => sum + 2 ** -bits, 0)).toBe(1)
      expect(new Set(codesOf(lengths).map((code, i) => `${lengths[i]} ${code}`)).size).toBe(
        used.length + (used.length < some.length ? 1 : 0),
      )
    }),
  )
})

/** Numbered lines weigh about the same each, so that there is a page just over the budget. */
function pageOf(isWanted: (gzipped: number) => boolean): string {
  for (let lines = 10; lines < 5000; lines++) {
    const rows = Array.from(
      { length: lines },
      (_, i) => `<p>${Math.imul(i + 1, 2_654_435_761) >>> 0} Привіт</p>`,
    )
    const page = `<style>p{color:red}</style><script>let a=1</script>${rows.join('')}`
    if (isWanted(gzipSync(page, { level: 9 }).length)) return page
  }
  throw new Error('No such page')
}
const small = pageOf((size) => size > 3000)
const over = pageOf((size) => size > pageBudget + 60)
const far = pageOf((size) => size > pageBudget * 1.2)

describe('a page on its way', () => {
  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['deflate', 'deflate'],
  ])('by what is accepted: %s', async (accepted, encoding) => {
    for (const page of [small, over, far]) {
      const packed = await pack(page, accepted, true)
      expect(packed?.encoding).toBe(encoding)
      const bytes = packed?.bytes ?? new Uint8Array()
      if (encoding !== 'br') expect(unzipSync(bytes).toString()).toBe(page)
    }
  })

  test('as it is for whoever accepts nothing of it', async () => {
    expect(await pack(small, 'identity')).toBeNull()
  })

  test('is packed once more when it is just over the budget, and only there', async () => {
    const size = async (page: string, isTight: boolean) => (await pack(page, 'gzip', isTight))?.bytes.length
    expect(await size(over, true)).toBeLessThan(gzipSync(over, { level: 9 }).length)
    for (const page of [small, far]) expect(await size(page, true)).toBe(await size(page, false))
  })

  test('both wrappings hold their check sums', () => {
    expect(gunzipSync(tightGzip(over)).toString()).toBe(over)
    expect(inflateSync(tightZlib(over)).toString()).toBe(over)
    const wrong = tightZlib(over)
    wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1
    expect(() => inflateSync(wrong, { finishFlush: constants.Z_FINISH })).toThrow(/check/)
  })
})

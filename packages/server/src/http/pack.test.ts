import { deflateSync, gzipSync, unzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { pack, pageBudget } from './pack.ts'

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

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
  ])('is packed once more when it is just over the budget, and only there: %s', async (way, plain) => {
    const size = async (page: string, isTight: boolean) => (await pack(page, way, isTight))?.bytes.length
    expect(await size(over, true)).toBeLessThan(plain(over, { level: 9 }).length)
    for (const page of [small, far]) expect(await size(page, true)).toBe(await size(page, false))
  })
})

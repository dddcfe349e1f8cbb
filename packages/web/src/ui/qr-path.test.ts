import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { qrPath } from './qr-path.ts'

it.each([
  ['nothing dark', [[false, false]], ''],
  ['one square', [[false, true]], 'M1 0h1v1h-1z'],
  ['neighbours are one rectangle', [[true, true, false, true]], 'M0 0h2v1h-2zM3 0h1v1h-1z'],
  ['rows stay apart', [[true], [true]], 'M0 0h1v1h-1zM0 1h1v1h-1z'],
])('%s', (_, rows, path) => {
  expect(qrPath(rows)).toBe(path)
})

it('draws exactly the dark squares of a real code', () => {
  const { data, size } = encode('https://weerklank.example/f/abc', { ecc: 'M', border: 4 })
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x = '', y = '', width = ''] of qrPath(data).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(width); i++) {
      const row = drawn[Number(y)]
      if (row !== undefined) row[Number(x) + i] = true
    }
  }
  expect(drawn).toEqual(data)
})

import { describe, expect, it } from 'vitest'
import { countWord, fixedNumber, plainNumber } from './number-words.ts'

describe('countWord', () => {
  const rows = [
    [0, 'nul', 'zero'],
    [1, 'één', 'one'],
    [2, 'twee', 'two'],
    [10, 'tien', 'ten'],
    [11, '11', '11'],
    [1000, '1000', '1000'],
    [-1, '-1', '-1'],
  ] as const
  it.each(rows)('%d is %s, %s', (count, dutch, english) => {
    expect([countWord(count, 'nl'), countWord(count, 'en')]).toEqual([dutch, english])
  })
})

describe('fixedNumber', () => {
  const rows: [number, number, string, string][] = [
    [6, 1, '6,0', '6.0'],
    [6.05, 1, '6,1', '6.1'],
    [2.05, 1, '2,1', '2.1'],
    [0.1 + 0.2, 1, '0,3', '0.3'],
    [6.475, 2, '6,48', '6.48'],
    // Times 100 this is 127.49999999999999.
    [1.275, 2, '1,28', '1.28'],
    [9.96, 1, '10,0', '10.0'],
    [7, 0, '7', '7'],
    [-1.5, 1, '-1,5', '-1.5'],
  ]
  it.each(rows)('%d with %d decimals is %s, %s', (value, decimals, dutch, english) => {
    expect([fixedNumber(value, 'nl', decimals), fixedNumber(value, 'en', decimals)]).toEqual([dutch, english])
  })
})

describe('plainNumber', () => {
  it('leaves out what says nothing', () => {
    expect([6, 6.5, 9.9, 6.475, 0.1 + 0.2].map((value) => plainNumber(value, 'nl'))).toEqual([
      '6',
      '6,5',
      '9,9',
      '6,48',
      '0,3',
    ])
    expect(plainNumber(6.475, 'en', 1)).toBe('6.5')
  })
})

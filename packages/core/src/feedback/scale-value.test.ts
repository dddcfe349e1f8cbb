import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readScaleValue } from './scale-value.ts'

const scale = { min: 0, max: 10, step: 0.1 }

describe('a number as people and sliders write it', () => {
  const accepted: [string, number][] = [
    ['0', 0],
    ['10', 10],
    ['10.0', 10],
    ['7.3', 7.3],
    ['7,3', 7.3],
    ['7.30', 7.3],
    ['07', 7],
    ['0.1', 0.1],
    ['9.9', 9.9],
    ['-0', 0],
  ]
  it.each(accepted)('%j is %d', (text, value) => {
    expect(readScaleValue(text, scale)).toEqual({ value })
  })

  const refused: [string, string][] = [
    ['', 'not-a-number'],
    [' 7', 'not-a-number'],
    ['7\n', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['-Infinity', 'not-a-number'],
    ['1e1', 'not-a-number'],
    ['0x5', 'not-a-number'],
    ['0b1', 'not-a-number'],
    ['7.', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['7.3.1', 'not-a-number'],
    ['7.3,1', 'not-a-number'],
    ['7 3', 'not-a-number'],
    ['+7', 'not-a-number'],
    ['--7', 'not-a-number'],
    ['7_0', 'not-a-number'],
    ['٧', 'not-a-number'],
    ['７', 'not-a-number'],
    ['½', 'not-a-number'],
    ['zeven', 'not-a-number'],
    ['true', 'not-a-number'],
    ['[7]', 'not-a-number'],
    ['7\u0000', 'not-a-number'],
    ['\ud800', 'not-a-number'],
    ['10.1', 'out-of-range'],
    ['-0.1', 'out-of-range'],
    ['11', 'out-of-range'],
    ['-0.00000000000000000000000000001', 'out-of-range'],
    ['7.35', 'too-fine'],
    ['7.299999999999999999999', 'too-fine'],
    ['7.30000000000000000000000000001', 'too-fine'],
    ['10.00000000000000000000000000001', 'too-fine'],
  ]
  it.each(refused)('%j: %s', (text, problem) => {
    expect(readScaleValue(text, scale)).toEqual({ problem })
  })

  it('may have more digits than a number can hold', () => {
    const digits = '9'.repeat(1000)
    expect(readScaleValue(digits, scale)).toEqual({ problem: 'out-of-range' })
    expect(readScaleValue(`-${digits}`, scale)).toEqual({ problem: 'out-of-range' })
    expect(readScaleValue(`7.${digits}`, scale)).toEqual({ problem: 'too-fine' })
    expect(readScaleValue(`7.${'0'.repeat(1000)}`, scale)).toEqual({ value: 7 })
  })
})

describe('the steps of a scale', () => {
  const rows: [string, { min: number; max: number; step: number }, string[], string[]][] = [
    ['whole points', { min: 1, max: 5, step: 1 }, ['1', '2', '3', '4', '5'], ['0', '1.5', '6']],
    ['from its low end', { min: 1, max: 7, step: 2 }, ['1', '3', '5', '7'], ['0', '2', '3.5', '4', '8']],
    ['quarters', { min: 0, max: 1, step: 0.25 }, ['0', '0.25', '0,5', '1.00'], ['0.2', '0.3', '0.255']],
    ['below zero', { min: -2, max: 2, step: 0.5 }, ['-2', '-1.5', '0', '2'], ['-2.5', '-0.1', '2.5']],
    ['a low end finer than the step', { min: 0.5, max: 3.5, step: 1 }, ['0.5', '3.5'], ['1', '0', '0.55']],
  ]
  it.each(rows)('%s', (_, steps, on, off) => {
    const isTaken = (text: string) => 'value' in readScaleValue(text, steps)
    expect([on.filter((text) => !isTaken(text)), off.filter(isTaken)]).toEqual([[], []])
  })
})

it('takes every step of the check, and gives the number that was written', () => {
  for (let tenths = 0; tenths <= 100; tenths++) {
    expect(readScaleValue(String(tenths / 10), scale)).toEqual({ value: tenths / 10 })
    expect(readScaleValue((tenths / 10).toFixed(1).replace('.', ','), scale)).toEqual({ value: tenths / 10 })
  }
})

it('never throws, and what it takes lies on the grid', () => {
  const digits = fc.stringMatching(/^-?\d{0,3}[.,]?\d{0,25}$/)
  const near = fc.integer({ min: -2000, max: 12_000 }).map((thousandths) => String(thousandths / 1000))
  fc.assert(
    fc.property(fc.oneof(digits, near, fc.double().map(String), fc.string({ unit: 'binary' })), (text) => {
      const read = readScaleValue(text, scale)
      if ('problem' in read) return
      expect(read.value).toBeGreaterThanOrEqual(0)
      expect(read.value).toBeLessThanOrEqual(10)
      expect(read.value).toBe(Number(read.value.toFixed(1)))
      expect(read.value).toBe(Number(text.replace(',', '.')) + 0)
    }),
  )
})

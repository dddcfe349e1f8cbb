import { describe, expect, test } from 'vitest'
import { escapeXml, svgElement, svgId, svgNumber } from './svg-text.ts'

describe('escapeXml', () => {
  test.each([
    ['Lina & Samira', 'Lina &amp; Samira'],
    ['<script>alert("x")</script>', '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;'],
    ["'t Hof", '&#39;t Hof'],
    ['één ☀ 👩‍👧', 'één ☀ 👩‍👧'],
    ['a\u0000b\u0008c', 'a\uFFFDb\uFFFDc'],
    ['half \uD83D pair', 'half \uFFFD pair'],
    ['no character: \uFFFE', 'no character: \uFFFD'],
    ['two\tcolumns\nand\rlines', 'two\tcolumns\nand lines'],
  ])('%j becomes %j', (text, expected) => {
    expect(escapeXml(text)).toBe(expected)
  })
})

describe('svgElement', () => {
  test('escapes attributes, rounds numbers and leaves out what is undefined', () => {
    expect(svgElement('line', { class: 'a"b', x1: 1.26, x2: undefined })).toBe(
      '<line class="a&quot;b" x1="1.3"/>',
    )
  })

  test('takes children as they are', () => {
    expect(svgElement('g', {}, '<line/>')).toBe('<g><line/></g>')
  })
})

test.each([
  [1.25, '1.3'],
  [-0.04, '0'],
  [100, '100'],
])('the length %d is written as %s', (value, expected) => {
  expect(svgNumber(value)).toBe(expected)
})

test.each([
  ['chart', 'chart-title'],
  ['relation 7/lina', 'relation-7-lina-title'],
  ['7', 'c-7-title'],
  ['', 'c--title'],
  ['"><x', 'c----x-title'],
])('the prefix %j makes the id %j', (prefix, expected) => {
  expect(svgId(prefix, 'title')).toBe(expected)
})

import { describe, expect, it } from 'vitest'
import css from './tokens.css?raw'

type Tokens = Readonly<Record<string, string>>

const light = tokensIn(css.slice(0, css.indexOf('@media')))
const dark = { ...light, ...tokensIn(part('@media screen and (prefers-color-scheme: dark)')) }
const onPaper = { ...light, ...tokensIn(part('@media print')) }

function part(start: string): string {
  const from = css.indexOf(start)
  const next = css.indexOf('@media', from + 1)
  return css.slice(from, next === -1 ? undefined : next)
}

function tokensIn(block: string): Tokens {
  return Object.fromEntries(
    [...block.matchAll(/--wk-([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [first, second] = [one, other].map((name) => {
    const colour = tokens[name]
    if (colour === undefined) throw new Error(`No colour for --wk-${name}`)
    return luminance(colour)
  })
  const [dim, bright] = [first ?? 0, second ?? 0].sort((a, b) => a - b)
  return ((bright ?? 0) + 0.05) / ((dim ?? 0) + 0.05)
}

const textPairs: [string, string[]][] = [
  ['ink', ['paper', 'ground', 'warm', 'cool', 'green-tint', 'danger-tint']],
  ['muted', ['paper', 'ground', 'warm', 'cool', 'green-tint']],
  ['primary', ['paper', 'ground', 'warm', 'cool']],
  ['primary-strong', ['paper', 'ground', 'warm', 'cool']],
  ['on-primary', ['primary', 'primary-strong']],
  ['warm-ink', ['warm', 'paper', 'ground']],
  ['danger', ['paper', 'ground', 'danger-tint']],
  ['on-danger', ['danger', 'danger-strong']],
  ['green', ['paper', 'ground', 'green-tint']],
  ['on-voice', ['client', 'kin', 'professional', 'partner']],
  ['client', ['paper', 'ground', 'warm']],
  ['kin', ['paper', 'ground', 'warm']],
  ['professional', ['paper', 'ground', 'warm']],
  ['partner', ['paper', 'ground', 'warm']],
]

describe.each([
  ['light', light],
  ['dark', dark],
  ['print', onPaper],
])('%s', (_scheme, tokens) => {
  const pairs = textPairs.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const))

  it.each(pairs)('--wk-%s can be read on --wk-%s', (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ['edge', 'paper'],
    ['edge', 'ground'],
  ])('--wk-%s can be seen on --wk-%s (the border of a field, WCAG 1.4.11)', (line, ground) => {
    expect(contrast(tokens, line, ground)).toBeGreaterThanOrEqual(3)
  })
})

it('measures as WCAG does', () => {
  expect(contrast({ a: '#ffffff', b: '#000000' }, 'a', 'b')).toBeCloseTo(21, 5)
  expect(contrast({ a: '#767676', b: '#ffffff' }, 'a', 'b')).toBeCloseTo(4.54, 2)
})

it('gives every colour a dark and a forced counterpart', () => {
  const forced = part('@media (forced-colors: active)')
  const darkOnly = tokensIn(part('@media screen and (prefers-color-scheme: dark)'))
  expect(Object.keys(darkOnly)).toEqual(Object.keys(light))
  expect(Object.keys(light).filter((name) => !forced.includes(`--wk-${name}:`))).toEqual([])
})

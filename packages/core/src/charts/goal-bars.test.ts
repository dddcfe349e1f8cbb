import { expect, test } from 'vitest'
import { goalBars } from './goal-bars.ts'
import { type GoalBarsInput, goalBarsSentence, goalBarsTable } from './goal-bars-words.ts'

const steps = ['veel minder', 'minder', 'zoals verwacht', 'meer', 'veel meer']
const input: GoalBarsInput = {
  ...{ lang: 'nl', idPrefix: 'd', title: 'Mijn doelen', description: 'Twee doelen.', steps },
  goals: [
    { name: 'Vragen wat ouders willen', baseline: -1, level: 1, seen: 'Ik vraag het elk gesprek' },
    { name: 'Langer stil zijn', baseline: -2, level: null, seen: '' },
  ],
}

const attribute = (svg: string, element: string, name: string) =>
  [...svg.matchAll(new RegExp(`<${element} [^>]*?\\b${name}="([\\d.]+)"`, 'g'))].map(([, value]) =>
    Number(value),
  )

test('a bar goes from where a goal began to where it is; without a word about it there is only the beginning', () => {
  const svg = goalBars(input)
  // 340 px wide with 2 px of edge: a step is 67.2 px, the middle of −1 at 102.8, of +1 at 237.2, of −2 at 35.6.
  expect(attribute(svg, 'circle', 'cx')).toEqual([102.8, 237.2, 35.6])
  expect(svg.split('class="wk-c-open"').length - 1).toBe(2)
  expect(svg).toContain('width="134.4"')
})

test('the same goal downwards is drawn in the same colour', () => {
  const colours = (level: number) =>
    goalBars({ ...input, goals: [{ name: 'A', baseline: 0, level, seen: '' }] }).match(/fill="#[\da-f]+"/g)
  expect(colours(-1)).toEqual(colours(1))
})

test('the table and the sentences say what the picture shows', () => {
  expect(goalBarsTable(input)).toMatchInlineSnapshot(`
    [
      [
        "Doel",
        "Bij het begin",
        "Nu",
        "Dat is te zien aan",
      ],
      [
        "Vragen wat ouders willen",
        "minder",
        "meer",
        "Ik vraag het elk gesprek",
      ],
      [
        "Langer stil zijn",
        "veel minder",
        "nog niet gezegd",
        "",
      ],
    ]
  `)
  expect(goalBarsSentence(input)).toBe(
    'Bij 1 van de 2 doelen is gezegd hoe het ging. “Vragen wat ouders willen”: meer.',
  )
  expect(goalBarsSentence({ ...input, lang: 'en', goals: [] })).toBe('There is no goal with a scale yet.')
})

test('no goals, no picture; a level that is no step is a fault', () => {
  expect(goalBars({ ...input, goals: [] })).toBe('')
  expect(() => goalBars({ ...input, goals: [{ name: 'A', baseline: 3, level: null, seen: '' }] })).toThrow(
    RangeError,
  )
})

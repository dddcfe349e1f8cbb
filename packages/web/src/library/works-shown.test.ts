import type { ToldGroup } from '@weerklank/core/library/works.contract'
import { expect, test } from 'vitest'
import { ofTen, shownGroups } from './works-shown.ts'

const everybody = { kind: null, context: null, situation: null }
const help = { ...everybody, kind: 'with-help-seekers' } as const
const micro = { ...help, context: 'micro' } as const
const guidance = { ...micro, situation: 'guidance' } as const
const therapy = { ...micro, situation: 'therapy' } as const
const between = { ...everybody, kind: 'interpersonal' } as const

type Place = Omit<ToldGroup, 'result'>
const of = (place: Place, people: number): ToldGroup => {
  const estimate = { value: 0.7, from: 0.5, to: 0.9, own: 1 }
  const counts = { people, higher: people, same: 0, lower: 0, still: people }
  return { ...place, result: { status: 'shown', ...counts, estimate, leavesOut: false } }
}
const hidden = (place: Place): ToldGroup => ({ ...place, result: { status: 'hidden' } })

test.each<[string, ToldGroup[], [Place, number][]]>([
  [
    'the same people at four depths stand once, where it is narrowest',
    [of(everybody, 7), of(help, 7), of(micro, 7), of(guidance, 7), hidden(therapy)],
    [[guidance, 0]],
  ],
  [
    'two groups stand inside what tells of both',
    [of(everybody, 12), of(between, 5), of(help, 7), of(micro, 7), of(guidance, 7)],
    [
      [everybody, 0],
      [between, 1],
      [guidance, 1],
    ],
  ],
  [
    'as many people beside each other are others',
    [of(everybody, 10), of(between, 5), of(help, 5)],
    [
      [everybody, 0],
      [between, 1],
      [help, 1],
    ],
  ],
])('%s', (_, groups, expected) =>
  expect(shownGroups(groups).map(({ group: { result: _, ...place }, depth }) => [place, depth])).toEqual(
    expected,
  ),
)

test('times of ten never seem surer than what was reckoned', () => {
  expect(ofTen({ from: 0.48, to: 0.81 })).toEqual([4, 9])
  expect(ofTen({ from: 0, to: 1 })).toEqual([0, 10])
})

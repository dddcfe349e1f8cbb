import { expect, test } from 'vitest'
import { wayPicture } from './way-picture.ts'

const input = {
  idPrefix: 'way',
  title: 'De weg',
  description: 'Team, en dan vijf minuten.',
  lang: 'nl',
  width: 320,
  steps: [
    {
      question: 'Wat wil je weten?',
      options: [
        { label: 'ons team', isTaken: true },
        { label: 'een netwerk', isTaken: false },
      ],
    },
  ],
  end: 'Team-check',
} as const

const marks = (svg: string, name: string) => svg.split(`class="${name}"`).length - 1

test('what was answered lies on the line, what was not beside it, and it ends in the outcome', () => {
  const svg = wayPicture(input)
  expect(marks(svg, 'wk-c-line')).toBe(1)
  // The answer and the end are full, the question is a ring.
  expect(marks(svg, 'wk-c-full')).toBe(2)
  expect(marks(svg, 'wk-c-open')).toBe(1)
  expect(svg.indexOf('ons team')).toBeLessThan(svg.indexOf('een netwerk'))
  expect(svg).toContain('Team-check')
})

test('a question that is still open has no outcome yet, and without questions there is no picture', () => {
  expect(marks(wayPicture({ ...input, end: null }), 'wk-c-map-ring')).toBe(0)
  expect(wayPicture({ ...input, steps: [] })).toBe('')
})

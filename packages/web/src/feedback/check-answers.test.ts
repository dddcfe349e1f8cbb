import { buildInstrument } from '@weerklank/core/feedback/instrument.factory'
import { describe, expect, it } from 'vitest'
import { buildAgreement, buildResponse } from './check.factory.ts'
import { answersView } from './check-answers.ts'

// Items below 6 are low, a fall of 1 is worth a talk.
const instrument = buildInstrument({ itemIds: ['heard'], missingAtMost: 0 })

const lineOf = (value: number | null, previous: number | null) => {
  const answers = (at: number | null) => (at === null ? {} : { heard: at })
  const earlier = previous === null ? [] : [buildResponse({ answers: answers(previous) })]
  const response = buildResponse({ answers: answers(value) })
  return answersView({ instrument, response, earlier, agreements: [] }).lines[0]
}

describe('an answer beside the one before', () => {
  it.each([
    ['never answered', null, null, { kind: 'empty' }, false],
    ['left empty now', null, 8, { kind: 'empty' }, false],
    ['the first one', 8, null, { kind: 'first' }, false],
    ['the first one, low', 5.9, null, { kind: 'low' }, true],
    ['exactly on the limit is not low', 6, null, { kind: 'first' }, false],
    ['a clear fall', 7.9, 8.9, { kind: 'fell', by: 1 }, true],
    ['a clear fall to a low answer', 5.4, 7.9, { kind: 'fell', by: 2.5 }, true],
    ['a small fall', 7.5, 8.1, { kind: 'fell', by: 0.6 }, false],
    ['hardly anything', 7.9, 8.2, { kind: 'near', by: 0.3 }, false],
    ['the same', 10, 10, { kind: 'near', by: 0 }, false],
    ['higher', 8, 6.5, { kind: 'rose', by: 1.5 }, false],
    ['higher and still low', 5, 3, { kind: 'low' }, true],
    ['low as before', 5, 5.2, { kind: 'low' }, true],
  ])('%s', (_, value, previous, turn, worthTalk) => {
    const line = lineOf(value, previous)
    expect(line?.turn.kind).toBe(turn.kind)
    if ('by' in turn && line !== undefined && 'by' in line.turn) expect(line.turn.by).toBeCloseTo(turn.by, 9)
    expect(line?.worthTalk).toBe(worthTalk)
  })

  it('looks back past a time when it was left empty', () => {
    const earlier = [buildResponse({ answers: { heard: 9 } }), buildResponse({ answers: {} })]
    const view = answersView({
      instrument,
      response: buildResponse({ answers: { heard: 7 } }),
      earlier,
      agreements: [],
    })
    expect(view.lines[0]?.previous).toBe(9)
    expect(view.previousScore).toBe(9)
  })

  it('compares a person with herself, on the same questions', () => {
    const earlier = [
      buildResponse({ answers: { heard: 8 } }),
      buildResponse({ answers: { heard: 1 }, participant: 'samira' }),
      buildResponse({ answers: { heard: 2 }, instrument: 'other' }),
    ]
    const view = answersView({
      instrument,
      response: buildResponse({ answers: { heard: 8 } }),
      earlier,
      agreements: [],
    })
    expect(view.lines[0]?.previous).toBe(8)
  })
})

it('tells the agreements that were asked back in this check only', () => {
  const response = buildResponse({ id: 'r1', answers: { heard: 8 } })
  const asked = buildAgreement({
    text: 'Eerst Lina.',
    echoes: [
      { answer: 'not-yet', at: '2026-11-10T10:00:00Z', participant: 'lina', response: 'r0' },
      { answer: 'a-bit', at: '2026-11-17T10:00:00Z', participant: 'lina', response: 'r1' },
    ],
  })
  const { echoes } = answersView({ instrument, response, earlier: [], agreements: [asked, buildAgreement()] })
  expect(echoes).toEqual([{ agreement: asked.id, text: 'Eerst Lina.', answer: 'a-bit' }])
})

it('has a score only when enough was answered', () => {
  const view = answersView({
    instrument,
    response: buildResponse({ answers: {} }),
    earlier: [],
    agreements: [],
  })
  expect(view).toMatchObject({ score: null, previousScore: null })
})

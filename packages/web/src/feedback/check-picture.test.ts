import { checksOf } from '@weerklank/core/feedback/check-answer'
import { withFacts } from '@weerklank/core/feedback/check-facts'
import { itemLines } from '@weerklank/core/feedback/check-items'
import { checkSeries } from '@weerklank/core/feedback/check-series'
import { buildInstrument } from '@weerklank/core/feedback/instrument.factory'
import { describe, expect, it } from 'vitest'
import { buildAgreement, buildFeedback, buildInvitation, buildResponse, seenNl } from './check.factory.ts'
import { checkText } from './check.text.ts'
import { checkPictureText } from './check-picture.text.ts'
import { itemsFile, lineFile } from './check-whole-file.ts'

const lina = { participant: 'lina', timeZone: seenNl.timeZone }
const instrument = buildInstrument()
const week = (number: number) => new Date(Date.UTC(2026, 8, 1 + 7 * number, 10)).toISOString()
const answers = (value: number) => Object.fromEntries(instrument.items.map(({ id }) => [id, value]))
const answered = (number: number, value: number) =>
  buildResponse({ answeredAt: week(number), answers: answers(value) })

function seriesOf(parts: Parameters<typeof buildFeedback>[0]) {
  const feedback = buildFeedback(parts)
  const checks = checksOf(feedback, lina)
  return checkSeries({ feedback, checks, happenings: [], seen: seenNl, words: checkText.nl })
}

const words = checkPictureText.nl
const line = { instrument, words }

describe('a line with its facts', () => {
  it('begins at the own start, with no limits until somebody asks', () => {
    const series = seriesOf({ responses: [answered(0, 6), answered(1, 8)] })
    const drawn = withFacts(series, { ...line, withLimits: false })
    expect(drawn.series.start).toEqual({ value: 6, label: 'Begin: 6' })
    expect(drawn.series.limits).toBeUndefined()
    expect(withFacts(series, { ...line, withLimits: true }).series.limits).toBeUndefined()
  })

  it('names of how many the start is made, and draws limits once there are enough', () => {
    const responses = [6, 7, 8, 7, 6, 7].map((value, i) => answered(i, value))
    const drawn = withFacts(seriesOf({ responses }), { ...line, withLimits: true })
    expect(drawn.series.start?.label).toBe('Begin: 7 (eerste drie)')
    // Mean 6.83, mean step 1.
    expect(drawn.series.limits?.lower.label).toBe('Meestal boven 4,2')
    expect(drawn.series.limits?.upper.label).toBe('Meestal onder 9,5')
  })

  it('has nothing to begin with after one answer', () => {
    expect(
      withFacts(seriesOf({ responses: [answered(0, 6)] }), { ...line, withLimits: true }).series.start,
    ).toBeUndefined()
  })

  it('tells in the picture when somebody said that an agreement changed something', () => {
    const echoes = [{ answer: 'changed' as const, at: week(1), participant: 'lina', response: 'r' }]
    const agreements = [buildAgreement({ madeAt: week(0), echoes })]
    const { annotations } = seriesOf({ responses: [answered(0, 6), answered(1, 8)], agreements })
    expect(annotations.map(({ kind, label }) => `${kind}: ${label}`)).toEqual([
      'agreement: Afspraak',
      'changed: Het is veranderd',
    ])
  })
})

describe('small lines per question', () => {
  const invitations = [buildInvitation({ sentAt: week(1), status: 'expired' })]
  const withoutFirst = Object.fromEntries(instrument.items.slice(1).map(({ id }) => [id, 8]))
  const responses = [
    answered(0, 6),
    buildResponse({ instrument: 'other', answeredAt: week(1), answers: { heard: 1 } }),
    buildResponse({ answeredAt: week(2), answers: withoutFirst }),
  ]
  const feedback = buildFeedback({ responses, invitations })

  it('hold only answers to the same questions, with a gap for what was missed or left empty', () => {
    const items = itemLines({
      instruments: feedback.instruments,
      checks: checksOf(feedback, lina),
      seen: seenNl,
    })
    expect(items?.lines.map(({ values }) => values)).toEqual([
      [6, null, null],
      ...instrument.items.slice(1).map(() => [6, null, 8]),
    ])
    expect(items?.dates).toHaveLength(3)
  })

  it('are not there before the first answer', () => {
    expect(
      itemLines({
        instruments: feedback.instruments,
        checks: [{ at: week(0), response: null }],
        seen: seenNl,
      }),
    ).toBeNull()
  })
})

it('a picture that leaves the page takes its caution and its day along', () => {
  const series = seriesOf({ responses: [answered(0, 6), answered(1, 8)] })
  const below = ['Deze vragen zijn niet onderzocht.', 'Gemaakt op donderdag 19 november.']
  const whole = lineFile({ series, title: 'Hoe het was', sentence: 'Hoger.', below })
  const lines = [{ id: 'a', label: 'Gehoord', values: [6, 8] }]
  const input = {
    lang: 'nl',
    idPrefix: 'a',
    title: 'Per vraag',
    description: '',
    lines,
    dates: [],
    below: null,
  } as const
  const perItem = itemsFile({ input, sentence: 'Hoger.', below })
  for (const { svg } of [whole, perItem]) for (const text of below) expect(svg).toContain(`>${text}<`)
  expect(whole.height).toBeGreaterThan(300)
})

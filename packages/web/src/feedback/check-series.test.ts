import { checksOf, instrumentOf, itemLabelsFor } from '@weerklank/core/feedback/check-answer'
import { checkSeries } from '@weerklank/core/feedback/check-series'
import { buildInstrument } from '@weerklank/core/feedback/instrument.factory'
import { describe, expect, it } from 'vitest'
import {
  buildAgreement,
  buildFeedback,
  buildInvitation,
  buildResponse,
  buildSignal,
  seenEn,
  seenNl,
} from './check.factory.ts'
import { checkText } from './check.text.ts'

const lina = { participant: 'lina', timeZone: seenNl.timeZone }
const answered = (answeredAt: string, answers?: Record<string, number>) =>
  buildResponse({ answeredAt, ...(answers === undefined ? {} : { answers }) })

describe('checksOf', () => {
  it('puts answers and silences of one person in the order of time', () => {
    const late = answered('2026-11-10T10:00:00Z')
    const responses = [answered('2026-09-03T10:00:00Z'), late, buildResponse({ participant: 'samira' })]
    const invitations = [
      buildInvitation({ sentAt: '2026-09-03T09:00:00Z', status: 'answered' }),
      buildInvitation({ sentAt: '2026-10-01T09:00:00Z', status: 'expired' }),
      buildInvitation({ sentAt: '2026-10-02T09:00:00Z', status: 'revoked' }),
      buildInvitation({ sentAt: '2026-11-10T09:00:00Z', status: 'answered' }),
      buildInvitation({ sentAt: '2026-11-17T09:00:00Z', status: 'open' }),
    ]
    const checks = checksOf({ responses, invitations }, lina)
    expect(checks.map(({ at, response }) => [at.slice(0, 10), response !== null])).toEqual([
      ['2026-09-03', true],
      ['2026-10-01', false],
      ['2026-11-10', true],
    ])
    expect(checks.at(-1)?.response).toBe(late)
  })
})

function seriesOf(parts: Parameters<typeof buildFeedback>[0], seen = seenNl) {
  const feedback = buildFeedback(parts)
  const words = checkText[seen.language]
  return checkSeries({ feedback, checks: checksOf(feedback, lina), happenings: [], seen, words })
}

describe('checkSeries', () => {
  const responses = [
    answered('2025-12-01T10:00:00Z', { heard: 6, what: 6.2, how: 6.1, whole: 6.1 }),
    answered('2026-11-17T10:00:00Z', { heard: 8 }),
  ]
  const invitations = [
    buildInvitation({ sentAt: '2026-11-03T10:00:00Z', status: 'expired' }),
    buildInvitation({ status: 'answered' }),
  ]

  it.each([
    [
      seenNl,
      ['1 dec', '3 nov', '17 nov'],
      [
        '1 december 2025: 6,1',
        '3 november: niet ingevuld',
        '17 november: te weinig ingevuld voor een gemiddelde',
      ],
      'Onder 6,5: een gesprek waard',
      'dinsdag',
    ],
    [
      seenEn,
      ['1 Dec', '3 Nov', '17 Nov'],
      ['1 December 2025: 6.1', '3 November: not filled in', '17 November: too little filled in for a mean'],
      'Below 6.5: worth a talk',
      'on Tuesday',
    ],
  ])('tells points in words (%#)', (seen, labels, descriptions, cutoff, when) => {
    const series = seriesOf({ responses, invitations }, seen)
    expect(series.points.map(({ label }) => label)).toEqual(labels)
    expect(series.points.map(({ description }) => description)).toEqual(descriptions)
    expect(series.points.map(({ value }) => value)).toEqual([6.1, null, null])
    expect(series.cutoff).toEqual({ value: 6.5, label: cutoff })
    expect(series.points.at(-1)?.when).toBe(when)
    expect(series.scale).toEqual({ min: 0, max: 10, step: 2 })
  })

  it('scores each answer by its own version, and draws the line of the one asked now', () => {
    const now = { ...buildInstrument({ cutoff: 7 }), version: 2 }
    const before = buildInstrument({ itemIds: ['heard', 'old'] })
    const series = seriesOf({
      instruments: [now, before],
      responses: [
        buildResponse({ answers: { heard: 4, old: 8 }, answeredAt: '2026-11-01T10:00:00Z' }),
        buildResponse({ instrumentVersion: 2, answers: { heard: 9, what: 9, how: 9, whole: 5 } }),
      ],
    })
    expect(series.points.map(({ valueLabel }) => valueLabel)).toEqual(['6,0', '8,0'])
    expect(series.cutoff?.value).toBe(7)
  })

  it('shows agreements beside checks, not before the first one', () => {
    const agreements = [
      buildAgreement({ madeAt: '2026-11-05T10:00:00Z' }),
      buildAgreement({ madeAt: '2025-11-05T10:00:00Z' }),
    ]
    expect(seriesOf({ responses, agreements }).annotations).toEqual([
      { at: '2026-11-05T10:00:00Z', label: 'Afspraak', dateLabel: '5 november', kind: 'agreement' },
    ])
    expect(seriesOf({ agreements }).annotations).toEqual([])
  })
})

it('knows an answer’s version, or nothing', () => {
  const instrument = buildInstrument()
  expect(instrumentOf([instrument], buildResponse())).toBe(instrument)
  expect(instrumentOf([instrument], buildResponse({ instrumentVersion: 9 }))).toBeUndefined()
})

it('names items as they were called in the answer that a signal speaks of', () => {
  const now = { ...buildInstrument({ itemIds: ['now'] }), version: 2 }
  const feedback = buildFeedback({
    instruments: [now, buildInstrument({ itemIds: ['then'] })],
    responses: [buildResponse({ id: 'r1' })],
  })
  expect(Object.keys(itemLabelsFor(feedback, buildSignal({ response: 'r1' })))).toEqual(['then'])
  expect(Object.keys(itemLabelsFor(feedback, buildSignal()))).toEqual(['now'])
})

import type { EchoAnswer } from '@weerklank/core/feedback/agreement'
import { describe, expect, it } from 'vitest'
import { agreementView, nextContactAt, splitAgreements } from './agreement-view.ts'
import { buildAgreement, buildContact, buildParticipant, seenEn, seenNl } from './check.factory.ts'

const people = [
  buildParticipant({ id: 'lina', name: 'Lina' }),
  buildParticipant({ id: 'noor', name: 'Noor' }),
]
const echo = (answer: EchoAnswer, at: string) => ({ answer, at, participant: 'lina', response: at })

it('tells an agreement, its people and what was answered, newest first', () => {
  const agreement = buildAgreement({
    participants: ['lina', 'noor', 'someone'],
    state: 'changed',
    echoes: [echo('not-yet', '2026-11-10T10:00:00Z'), echo('changed', '2026-11-17T10:00:00Z')],
  })
  const view = agreementView(agreement, people, seenNl)
  expect(view).toMatchObject({ day: '5 november', names: 'Lina en Noor', stateWord: 'Het is veranderd' })
  expect(view.echoes.map(({ name, when, answer, changed }) => [name, when, answer, changed])).toEqual([
    ['Lina', 'dinsdag', 'Ja, dat is veranderd', true],
    ['Lina', 'op 10 november', 'Nee, nog niet', false],
  ])
  expect(agreementView(agreement, people, seenEn).names).toBe('Lina and Noor')
})

describe('splitAgreements', () => {
  const rows: [string, Parameters<typeof buildAgreement>[0], 'current' | 'over'][] = [
    ['to ask', { state: 'to-ask' }, 'current'],
    ['asked', { state: 'asked', echoes: [echo('a-bit', '2026-08-10T10:00:00Z')] }, 'current'],
    ['without asking back', { state: 'kept' }, 'current'],
    [
      'changed lately: good news',
      { state: 'changed', echoes: [echo('changed', '2026-11-10T10:00:00Z')] },
      'current',
    ],
    ['changed long ago', { state: 'changed', echoes: [echo('changed', '2026-09-10T10:00:00Z')] }, 'over'],
    ['ended', { state: 'ended' }, 'over'],
  ]
  it.each(rows)('%s', (_, parts, place) => {
    const agreement = buildAgreement(parts)
    expect(splitAgreements({ agreements: [agreement] }, seenNl.now)[place]).toEqual([agreement])
  })
})

describe('nextContactAt', () => {
  it.each([
    ['none', [], null],
    ['only past ones', ['2026-11-17T10:00:00Z'], null],
    [
      'the first of those to come',
      ['2026-12-01T10:00:00Z', '2026-11-24T10:00:00Z', '2026-11-17T10:00:00Z'],
      '2026-11-24T10:00:00Z',
    ],
    ['one that begins now', ['2026-11-19T08:30:00.000Z'], '2026-11-19T08:30:00.000Z'],
  ])('%s', (_, moments, expected) => {
    expect(
      nextContactAt(
        moments.map((at) => buildContact({ at })),
        seenNl.now,
      ),
    ).toBe(expected)
  })
})

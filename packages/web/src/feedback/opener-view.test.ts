import { buildInstrument } from '@weerklank/core/feedback/instrument.factory'
import type { Opener } from '@weerklank/core/feedback/opener'
import { describe, expect, it } from 'vitest'
import {
  buildFeedback,
  buildParticipant,
  buildResponse,
  buildSignal,
  seenEn,
  seenNl,
} from './check.factory.ts'
import { openerSentences } from './opener-view.ts'
import { talkOccasion } from './talk-occasion.ts'

const lina = buildParticipant({ id: 'lina', name: 'Lina', address: 'je' })
const samira = buildParticipant({ id: 'samira', name: 'Samira' })
const people = [lina, samira]

describe('talkOccasion', () => {
  const own = buildSignal({ participant: 'samira', response: 'r2' })
  const leading = buildSignal({ participant: 'lina', response: 'r1' })
  const responses = [
    buildResponse({ id: 'r1' }),
    buildResponse({ id: 'r2', participant: 'samira' }),
    buildResponse({ id: 'r3' }),
  ]
  it.each([
    ['the person shown, when she has a signal', [leading, own], samira, 'Samira', 1, 'r2'],
    ['else the leading signal', [leading], samira, 'Lina', 1, 'r1'],
    ['without signals the person shown and her last answer', [], lina, 'Lina', 0, 'r3'],
  ])('%s', (_, signals, shown, name, count, response) => {
    const occasion = talkOccasion(buildFeedback({ signals, responses }), people, shown)
    expect(occasion?.person.name).toBe(name)
    expect(occasion?.signals.length).toBe(count)
    expect(occasion?.response?.id).toBe(response)
  })

  it('is nothing when nobody was asked', () => {
    expect(talkOccasion(buildFeedback(), people, undefined)).toBeNull()
  })
})

const opener = (id: string, place: string, said: string): Opener => ({
  id,
  for: place,
  say: { nl: { u: `${said} (u)`, je: `${said} (je)` }, en: `${said} (en)` },
  next: { nl: 'Wacht.', en: 'Wait.' },
})
const openers = [
  opener('what', 'item:what', '{when} over {item}'),
  opener('rule', 'rule:below-cutoff', 'Dank'),
  opener('silence', 'rule:no-check', 'Hoe vraag ik het?'),
  opener('any-when', 'any', 'Wat ging {when} goed?'),
  opener('any', 'any', 'Hoe is het?'),
]
const feedback = buildFeedback({ openers, instruments: [buildInstrument()] })
const low = buildResponse({ answers: { heard: 8, what: 5.4, how: 7, whole: 7 } })

describe('openerSentences', () => {
  const about = (parts: object) => ({ person: lina, signals: [buildSignal()], response: low, ...parts })
  it.each([
    ['the lowest item, then the rule', about({}), ['dinsdag over what (je)', 'Dank (je)']],
    ['formally for who is spoken to so', about({ person: samira }), ['dinsdag over what (u)', 'Dank (u)']],
    [
      'in the language of whom it is said to',
      about({ person: { ...lina, language: 'en' } }),
      ['on Tuesday over what (en)', 'Dank (en)'],
    ],
    ['calm: what always fits', about({ signals: [] }), ['Wat ging dinsdag goed? (je)', 'Hoe is het? (je)']],
    [
      'without any answer no sentence that needs a day',
      about({ signals: [], response: null }),
      ['Hoe is het? (je)'],
    ],
    [
      'a silence has its own',
      about({
        response: null,
        signals: [
          buildSignal({
            finding: { rule: 'no-check', since: '2026-09-03T10:00:00Z', unanswered: 2, windowDays: 14 },
          }),
        ],
      }),
      ['Hoe vraag ik het? (je)'],
    ],
  ])('%s', (_, occasion, said) => {
    expect(openerSentences(feedback, occasion, seenNl).map((sentence) => sentence.said)).toEqual(said)
  })

  it('names the item that two people see differently, not the lowest of the answer', () => {
    const apart = { rule: 'voices-differ', item: 'how', own: 6, other: 9, by: 'vader', atLeast: 3 } as const
    const signals = [buildSignal({ finding: { ...apart, otherAt: '2026-11-17T09:00:00Z' } })]
    const words = { nl: { u: 'Hoe was ‘{item}’?', je: 'Hoe was ‘{item}’?' }, en: 'How was ‘{item}’?' }
    const own = { id: 'v1', for: 'rule:voices-differ', say: words, next: { nl: 'Wacht.', en: 'Wait.' } }
    const [first] = openerSentences({ ...feedback, openers: [own] }, about({ signals }), seenNl)
    expect(first?.said).toBe('Hoe was ‘how’?')
  })

  it('tells how to go on in the language of the reader', () => {
    const [first] = openerSentences(feedback, about({}), seenEn)
    expect(first).toMatchObject({ said: 'dinsdag over what (je)', language: 'nl', next: 'Wait.' })
  })
})

import { describe, expect, it } from 'vitest'
import {
  buildAgreement,
  buildFeedback,
  buildInvitation,
  buildParticipant,
  buildResponse,
  buildSignal,
  seenEn,
  seenNl,
} from './check.factory.ts'
import { checkText } from './check.text.ts'
import { checkEvents, contactsAnswered } from './check-events.ts'

const participants = [
  buildParticipant({ id: 'lina', name: 'Lina' }),
  buildParticipant({ id: 'samira', name: 'Samira' }),
]

function tell(parts: Parameters<typeof buildFeedback>[0], seen = seenNl) {
  const words = checkText[seen.language].events
  return checkEvents({ feedback: buildFeedback(parts), participants, seen, words }).map(
    ({ date, title, text, tone }) => ({ date, title, text, tone }),
  )
}

describe('answers', () => {
  const lina = buildResponse({ id: 'r1' })

  it('tells who answered and the mean', () => {
    expect(tell({ responses: [lina] })).toEqual([
      { date: '17 nov', title: 'Lina vulde de vragen in', text: 'Gemiddeld 7,0.', tone: 'primary' },
    ])
    expect(tell({ responses: [lina] }, seenEn)[0]).toMatchObject({
      title: 'Lina answered the questions',
      text: 'Mean 7.0.',
    })
  })

  it('tells those of one day in one breath', () => {
    const samira = buildResponse({ participant: 'samira', answers: { heard: 8, what: 8, how: 8, whole: 8 } })
    expect(tell({ responses: [lina, samira] })).toEqual([
      {
        date: '17 nov',
        title: 'Lina en Samira vulden de vragen in',
        text: 'Lina gemiddeld 7,0. Samira gemiddeld 8,0.',
        tone: 'primary',
      },
    ])
  })

  it('lets the local day decide', () => {
    const atMidnight = buildResponse({ answeredAt: '2026-11-17T23:30:00Z' })
    expect(tell({ responses: [lina, atMidnight] }).map(({ date }) => date)).toEqual(['17 nov', '18 nov'])
  })

  it('says what was not talked about yet, and what was answered about an agreement', () => {
    const echoes = [{ answer: 'a-bit' as const, at: lina.answeredAt, participant: 'lina', response: 'r1' }]
    const [told] = tell({
      responses: [lina],
      signals: [buildSignal({ response: 'r1' })],
      agreements: [buildAgreement({ echoes })],
    })
    expect(told).toMatchObject({
      text: 'Gemiddeld 7,0. “Is het veranderd?” Een beetje. Nog niet besproken.',
      tone: 'warm',
    })
  })

  it('says nothing of a mean when too little was answered', () => {
    const [told] = tell({ responses: [buildResponse({ answers: { heard: 3 } })] })
    expect(told?.text).toBeUndefined()
  })
})

it('tells silences, also of several people, but no link that still waits', () => {
  const invitations = [
    buildInvitation({ status: 'expired', sentAt: '2026-10-01T09:00:00Z' }),
    buildInvitation({ status: 'ended', sentAt: '2026-10-01T10:00:00Z', participant: 'samira' }),
    buildInvitation({ status: 'open' }),
  ]
  expect(tell({ invitations })).toEqual([
    { date: '1 okt', title: 'Geen antwoord', text: 'Lina en Samira vulden niets in.', tone: undefined },
  ])
})

it('tells agreements, and that one changed', () => {
  const echoes = [
    { answer: 'changed' as const, at: '2026-11-12T10:00:00Z', participant: 'samira', response: 'r1' },
  ]
  expect(tell({ agreements: [buildAgreement({ text: 'Eerst thee.', echoes })] })).toEqual([
    { date: '5 nov', title: 'Afspraak gemaakt', text: 'Eerst thee.', tone: 'kept' },
    { date: '12 nov', title: 'Het is veranderd', text: 'Samira zei dat over: “Eerst thee.”', tone: 'kept' },
  ])
})

describe('closed signals', () => {
  const closedAt = '2026-11-18T10:00:00Z'

  it('tells those that were closed together once, with what was said', () => {
    const signals = [
      buildSignal({ outcome: 'discussed', closedAt, note: 'Lina wil over stage praten.' }),
      buildSignal({
        outcome: 'discussed',
        closedAt,
        finding: { rule: 'drop', score: 6, previous: 8, atLeast: 1 },
      }),
    ]
    expect(tell({ signals })).toEqual([
      { date: '18 nov', title: 'Besproken', text: 'Lina wil over stage praten.', tone: 'kept' },
    ])
  })

  it('names what it was about when nothing was written', () => {
    expect(tell({ signals: [buildSignal({ outcome: 'not-applicable', closedAt })] })).toEqual([
      { date: '18 nov', title: 'Niet van toepassing', text: 'Een gesprek waard', tone: 'plain' },
    ])
  })

  it('leaves to the agreement what led to one, and open ones to their card', () => {
    expect(tell({ signals: [buildSignal({ outcome: 'agreed', closedAt }), buildSignal()] })).toEqual([])
  })
})

it('knows the contacts that an answer tells about', () => {
  const responses = [buildResponse({ contact: 'c1' }), buildResponse()]
  expect([...contactsAnswered({ responses })]).toEqual(['c1'])
})

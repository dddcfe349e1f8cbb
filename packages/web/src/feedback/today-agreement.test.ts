import type { Today } from '@weerklank/core/feedback/feedback.contract'
import type { AgreementId, ParticipantId, RelationId, ResponseId } from '@weerklank/core/shared/ids'
import { describe, expect, it } from 'vitest'
import { agreementMoment, agreementStory } from './today-agreement.ts'

type Agreement = Today['agreements'][number]

const id = (last: string) => `01890000-0000-7000-8000-00000000000${last}`
const lina = id('1') as ParticipantId
const samira = id('2') as ParticipantId
const nl = { today: '2026-11-19', language: 'nl', timeZone: 'Europe/Amsterdam' } as const
const en = { ...nl, language: 'en' } as const

function agreed(change: Partial<Agreement> = {}): Agreement {
  return {
    id: id('a') as AgreementId,
    text: 'We beginnen met wat Lina zelf wil bespreken',
    participants: [lina, samira],
    madeAt: '2026-11-05T10:00:00Z',
    state: 'to-ask',
    askBack: true,
    echoes: [],
    relation: id('b') as RelationId,
    title: 'Lina en Samira',
    names: ['Lina', 'Samira'],
    nextContactAt: null,
    ...change,
  }
}

function echoed(change: Partial<Agreement> = {}): Agreement {
  const echo = {
    answer: 'a-bit',
    at: '2026-11-17T10:00:00Z',
    participant: lina,
    response: id('c') as ResponseId,
  }
  return agreed({ state: 'asked', echoes: [echo] as Agreement['echoes'], ...change })
}

describe('agreementMoment', () => {
  it.each([
    ['2026-11-19T13:00:00Z', 'primary', 'Vandaag terugvragen', 'Ask back today'],
    ['2026-11-23T13:00:00Z', 'plain', 'Maandag terugvragen', 'Ask back on Monday'],
    ['2026-12-03T13:00:00Z', 'plain', 'Op 3 december terugvragen', 'Ask back on 3 December'],
  ])('with a contact at %s it is %s: %s', (nextContactAt, tone, dutch, english) => {
    expect(agreementMoment(agreed({ nextContactAt }), nl)).toEqual({ tone, label: dutch })
    expect(agreementMoment(agreed({ nextContactAt }), en)).toEqual({ tone, label: english })
  })

  it('asks again what has not changed yet', () => {
    const agreement = echoed({ nextContactAt: '2026-11-23T13:00:00Z' })
    expect(agreementMoment(agreement, nl)).toEqual({ tone: 'plain', label: 'Maandag nog eens vragen' })
  })

  it('says the state when no contact is planned', () => {
    expect(agreementMoment(agreed(), nl)).toEqual({ tone: 'plain', label: 'Volgende keer terugvragen' })
    expect(agreementMoment(echoed(), nl)).toEqual({ tone: 'plain', label: 'Nog een keer terugvragen' })
  })

  it('shows what changed, whatever is planned', () => {
    const agreement = echoed({ state: 'changed', nextContactAt: '2026-11-23T13:00:00Z' })
    expect(agreementMoment(agreement, nl)).toEqual({ tone: 'kept', label: 'Het is veranderd' })
  })
})

describe('agreementStory', () => {
  it('tells when and with whom it was agreed, without the reader', () => {
    expect(agreementStory(agreed(), 'Noor Bakker', nl)).toBe('Afgesproken op 5 november met Lina en Samira')
    const withReader = agreed({
      names: ['Lina', 'Noor Bakker', 'Samira'],
      participants: [lina, lina, samira],
    })
    expect(agreementStory(withReader, 'Noor Bakker', en)).toBe('Agreed on 5 November with Lina and Samira')
  })

  it('tells it without names when nobody is known any more', () => {
    expect(agreementStory(agreed({ names: [] }), 'Noor Bakker', nl)).toBe('Afgesproken op 5 november')
  })

  it('tells what was answered when it was asked back', () => {
    expect(agreementStory(echoed(), 'Noor Bakker', nl)).toBe('Lina zei dinsdag: “Een beetje.”')
  })

  it('names nobody when it is not sure who answered', () => {
    const unsure = 'Het antwoord dinsdag: “Een beetje.”'
    expect(agreementStory(echoed({ names: ['Samira'] }), 'Noor Bakker', nl)).toBe(unsure)
    expect(agreementStory(echoed({ participants: [samira, samira] }), 'Noor Bakker', nl)).toBe(unsure)
  })
})

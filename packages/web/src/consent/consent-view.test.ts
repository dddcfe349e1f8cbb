import type { ConsentChoice } from '@weerklank/core/consent/consent.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { describe, expect, it } from 'vitest'
import { consentText } from './consent.text.ts'
import { consentSummary, offeredChoices, stateShown, waitsForUnknownParent } from './consent-view.ts'

const lina = '019a0000-0000-7000-8000-000000000001' as PersonId
const samira = '019a0000-0000-7000-8000-000000000002' as PersonId
const karim = '019a0000-0000-7000-8000-000000000003' as PersonId
const since = '2026-11-20T09:00:00.000Z'

const sentence = 'Zo gaat het.'
const wording = {
  ...{ title: sentence, what: [sentence, sentence], whatIfNo: sentence, whoSees: sentence },
  ...{ howLong: sentence, howToStop: sentence, question: 'Mag dit?', yes: 'Ja', no: 'Nee' },
}
const text: ConsentChoice['text'] = { version: 1, level: 'parent', language: 'nl', wording }
const deciders: ConsentChoice['deciders'] = [
  { person: lina, name: 'Lina', as: 'self', assent: false, text, said: null },
  { person: samira, name: 'Samira', as: 'parent', assent: false, text, said: null },
  { person: karim, name: 'Karim', as: 'parent', assent: false, text, said: null },
]

function choiceOf(status: ConsentChoice['status'], more: Partial<ConsentChoice> = {}): ConsentChoice {
  return {
    ...{ purpose: 'research', basis: 'consent', asking: 'consent', status, deciders },
    ...{ text, mayUse: false, content: 'on-hold' },
    ...more,
  }
}

const parent = (person: PersonId | null) => ({ who: 'parent', person, why: 'not-answered' }) as const
const waiting = choiceOf({
  state: 'waiting',
  since,
  waitingFor: [parent(samira), parent(karim)],
  assentOpen: false,
})

describe('where someone stands', () => {
  it('names everybody whose yes is still to come', () => {
    expect(stateShown(waiting, consentText.nl, 'nl')).toEqual({
      words: 'wacht op Samira en Karim',
      tone: 'warm',
    })
    expect(stateShown(waiting, consentText.en, 'en').words).toBe('waits for Samira and Karim')
  })

  it('says of a parent nobody knows that she is a parent with authority', () => {
    const choice = choiceOf({ state: 'waiting', since, waitingFor: [parent(null)], assentOpen: false })
    expect(stateShown(choice, consentText.nl, 'nl').words).toBe('wacht op een ouder met gezag')
    expect([choice, waiting].map(waitsForUnknownParent)).toEqual([true, false])
  })

  it.each([
    ['given', 'gegeven', 'kept'],
    ['refused', 'niet gegeven', 'plain'],
    ['withdrawn', 'ingetrokken', 'plain'],
  ] as const)('a no stands out no more than a question that was not asked: %s', (state, words, tone) => {
    const status =
      state === 'given' ? { state, since, by: [lina], assentOpen: false } : { state, since, by: [lina] }
    expect(stateShown(choiceOf(status), consentText.nl, 'nl')).toEqual({ words, tone })
  })

  it('calls what is part of care by what it is: nobody gave consent for it', () => {
    const care = choiceOf({ state: 'not-asked', waitingFor: [], assentOpen: false }, { basis: 'care' })
    expect(stateShown(care, consentText.nl, 'nl').words).toBe('hoort bij de hulp')
  })
})

describe('the summary of one person', () => {
  const choices = [
    choiceOf({ state: 'refused', since, by: [lina] }, { purpose: 'care-talk', basis: 'care' }),
    choiceOf({ state: 'given', since, by: [lina], assentOpen: false }),
    choiceOf({ state: 'given', since, by: [lina], assentOpen: false }, { purpose: 'quotes-team' }),
    choiceOf({ state: 'not-asked', waitingFor: [], assentOpen: false }, { purpose: 'recording-analysis' }),
    choiceOf({ state: 'not-offered', why: 'no-names-kept' }, { purpose: 'anonymous-survey' }),
  ]

  it('takes together what stands the same, and leaves out what was never asked', () => {
    const lines = consentSummary({ choices }, consentText.nl, 'nl')
    expect(lines.map(({ state, purposes }) => `${state.words}: ${purposes.join(', ')}`)).toEqual([
      'doet niet mee: Vragen hoe een gesprek was',
      'gegeven: Onderzoek, Uitspraken delen met het team',
    ])
  })

  it('does not offer what nobody can choose', () => {
    expect(offeredChoices({ choices }).map(({ purpose }) => purpose)).not.toContain('anonymous-survey')
  })
})

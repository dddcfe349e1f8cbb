import type { ConsentChoice } from '@weerklank/core/consent/consent.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { describe, expect, it } from 'vitest'
import { choiceUrl, emptyAsk, missingOf, recordedOf } from './consent-ask.ts'

const lina = '019a0000-0000-7000-8000-000000000001' as PersonId
const samira = '019a0000-0000-7000-8000-000000000002' as PersonId

const wording = {
  ...{ title: 'Onderzoek', what: ['Een.', 'Twee.'], whatIfNo: 'Niets.', whoSees: 'Wij.', howLong: 'Kort.' },
  ...{ howToStop: 'Zeg het.', question: 'Mag dit?', yes: 'Ja', no: 'Nee' },
}
const textAt = (level: 'child' | 'parent') => ({ version: 3, level, language: 'nl' as const, wording })
/** A mother reads it as it is written for a parent, also where her child decides too. */
const decider = (person: PersonId, as: 'self' | 'parent') => {
  const text = textAt(as === 'self' ? 'child' : 'parent')
  return { person, name: 'Iemand', as, assent: false, said: null, text }
}
const choice: ConsentChoice = {
  ...{ purpose: 'research', basis: 'consent', asking: 'consent', mayUse: false, content: 'on-hold' },
  text: textAt('child'),
  status: { state: 'not-asked', waitingFor: [], assentOpen: false },
  deciders: [decider(lina, 'self'), decider(samira, 'parent')],
}

describe('asking one thing', () => {
  it('chooses nothing beforehand', () => {
    expect(emptyAsk(choice)).toEqual({ way: null, decider: null, answer: null })
    expect(missingOf(emptyAsk(choice))).toEqual(['decider', 'way'])
  })

  it('does not ask who decides where only one can', () => {
    expect(emptyAsk({ deciders: [decider(lina, 'self')] }).decider).toBe(lina)
  })

  it('asks for the answer only when it is written down here', () => {
    expect(missingOf({ way: 'own-page', decider: lina, answer: null })).toEqual([])
    expect(missingOf({ way: 'spoken', decider: lina, answer: null })).toEqual(['answer'])
  })

  it('sends who said what, as what, on which text', () => {
    expect(recordedOf(choice, { way: 'paper', decider: samira, answer: 'no' })).toEqual({
      ...{ purpose: 'research', decision: 'refused', method: 'paper', decidedAs: 'parent' },
      ...{ decidedBy: samira, textVersion: 3, readingLevel: 'parent', language: 'nl' },
    })
    expect(recordedOf(choice, { way: 'spoken', decider: lina, answer: 'yes' })).toMatchObject({
      ...{ decidedBy: lina, readingLevel: 'child' },
    })
  })

  it('sends nothing while something is missing, or when it is chosen on the own page', () => {
    expect(recordedOf(choice, { way: 'spoken', decider: null, answer: 'yes' })).toBe(null)
    expect(recordedOf(choice, { way: 'own-page', decider: lina, answer: 'yes' })).toBe(null)
  })

  it('leads to the choice itself, for a parent to that of her child', () => {
    const about = { person: lina, purpose: 'research' }
    expect(choiceUrl('https://w.example/p/t', { ...about, decider: lina })).toBe(
      'https://w.example/p/t/keuze/research',
    )
    expect(choiceUrl('https://w.example/p/t', { ...about, decider: samira })).toBe(
      `https://w.example/p/t/kind/${lina}/keuze/research`,
    )
  })
})

import { dictionary } from '../language/dictionary.ts'

/** What the card and the page say of where someone stands. */
export const consentText = dictionary({
  nl: {
    title: 'Toestemming',
    open: 'Bekijk en vraag',
    chose: (names: string) => `Gevraagd: ${names}.`,
    nothingAsked: (names: string) => `Nog niets gevraagd: ${names}.`,
    you: 'jij',
    state: {
      given: 'gegeven',
      refused: 'niet gegeven',
      withdrawn: 'ingetrokken',
      'not-asked': 'nog niet gevraagd',
      'not-offered': 'wordt niet gevraagd',
    },
    care: {
      given: 'doet mee',
      refused: 'doet niet mee',
      withdrawn: 'gestopt',
      'not-asked': 'hoort bij de hulp',
      'not-offered': 'wordt niet gevraagd',
    },
    waitingFor: (names: string) => `wacht op ${names}`,
    confirmationBy: (names: string) => `bevestiging door ${names} zelf`,
    and: 'en',
    unknownParent: 'een ouder met gezag',
  },
  en: {
    title: 'Consent',
    open: 'Look and ask',
    chose: (names: string) => `Asked: ${names}.`,
    nothingAsked: (names: string) => `Nothing asked yet: ${names}.`,
    you: 'you',
    state: {
      given: 'given',
      refused: 'not given',
      withdrawn: 'withdrawn',
      'not-asked': 'not asked yet',
      'not-offered': 'is not asked',
    },
    care: {
      given: 'takes part',
      refused: 'does not take part',
      withdrawn: 'stopped',
      'not-asked': 'is part of the help',
      'not-offered': 'is not asked',
    },
    waitingFor: (names: string) => `waits for ${names}`,
    confirmationBy: (names: string) => `confirmation by ${names} in person`,
    and: 'and',
    unknownParent: 'a parent with authority',
  },
})

export type ConsentWords = (typeof consentText)['nl']

import type { Bilingual } from '../shared/language.ts'

/** Ways to a question beside its link, in the words of the record (see action.words.ts). */
export const waysInWords = {
  'invitation.coded': {
    nl: 'maakte een code om [de|uw] vragen bij een kiosk te openen',
    en: 'made a code to open [the|your] questions at a kiosk',
  },
  'kiosk.made': { nl: 'maakte een kiosk', en: 'made a kiosk' },
  'kiosk.set-up': { nl: 'maakte van een toestel een kiosk', en: 'set a device up as a kiosk' },
  'kiosk.revoked': { nl: 'stopte een kiosk', en: 'ended a kiosk' },
  'kiosks.read': { nl: 'bekeek de kiosken', en: 'looked at the kiosks' },
  'invitation.handed-over': {
    nl: 'gaf een toestel uit handen om [de|uw] vragen te beantwoorden',
    en: 'handed over a device to answer [the|your] questions',
  },
  'invitation.mailed': {
    nl: 'liet een mail sturen met een link voor [de|uw] vragen',
    en: 'had a mail sent with a link to [the|your] questions',
  },
  'form-invitation.mailed': {
    nl: 'liet een mail sturen met een link naar een vragenlijst',
    en: 'had a mail sent with a link to a form',
  },
  'form-invitation.reminded': {
    nl: 'stuurde een herinnering voor [een|uw] vragenlijst',
    en: 'sent a reminder for [a|your] form',
  },
  'form-invitation.coded': {
    nl: 'maakte een code om een vragenlijst bij een kiosk te openen',
    en: 'made a code to open a form at a kiosk',
  },
  'form-invitation.handed-over': {
    nl: 'gaf een toestel uit handen om een vragenlijst in te vullen',
    en: 'handed over a device to fill in a form',
  },
  'invitation.printed': {
    nl: 'maakte een papier met [de|uw] vragen',
    en: 'made a paper with [the|your] questions',
  },
  'form-invitation.printed': {
    nl: 'maakte een papier met een vragenlijst',
    en: 'made a paper with a form',
  },
  'form-invitation.typed': {
    nl: 'typte aan een vragenlijst van papier',
    en: 'typed at a form from paper',
  },
  'form-response.entered': {
    nl: 'typte een vragenlijst van papier over[|, die van u]',
    en: 'typed a form over from paper[|, one of yours]',
  },
  'response.entered': {
    nl: 'typte een antwoord van papier over[|, dat van u]',
    en: 'typed an answer over from paper[|, one of yours]',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

import type { Bilingual } from '../shared/language.ts'

/** What comes after a meeting, in the words of the record (see action.words.ts). */
export const afterWords = {
  'meeting.asked': {
    nl: 'stelde na een gesprek de vier vragen',
    en: 'asked the four questions after a meeting',
  },
  'meeting.reminded': {
    nl: 'herinnerde aan de vier vragen na een gesprek',
    en: 'reminded of the four questions after a meeting',
  },
  'meeting.ended': { nl: 'sloot een gesprek af', en: 'ended a meeting' },
  'meeting.after-read': {
    nl: 'bekeek wat na een gesprek is geschreven',
    en: 'looked at what was written after a meeting',
  },
  'meeting.opening-read': {
    nl: 'bekeek waar een gesprek mee begint',
    en: 'looked at what a meeting begins with',
  },
  'meeting.reflection-written': {
    nl: 'beantwoordde de vier vragen na een gesprek',
    en: 'answered the four questions after a meeting',
  },
  'meeting.reflection-withdrawn': {
    nl: 'nam de antwoorden na een gesprek terug',
    en: 'took back the answers after a meeting',
  },
  'meeting.quote-asked': {
    nl: 'vroeg of woorden uit een gesprek getoond mogen worden',
    en: 'asked whether words from a meeting may be shown',
  },
  'meeting.quote-decided': {
    nl: 'besliste of eigen woorden uit een gesprek getoond mogen worden',
    en: 'decided whether own words from a meeting may be shown',
  },
  'meeting.quote-withdrawn': {
    nl: 'nam eigen woorden uit een gesprek terug',
    en: 'took back own words from a meeting',
  },
  'meeting.agreed': {
    nl: 'schreef een afspraak uit een gesprek op',
    en: 'wrote down an agreement of a meeting',
  },
  'meeting.agreement-changed': {
    nl: 'schreef op hoe het met een afspraak uit een gesprek ging',
    en: 'wrote down how it went with an agreement of a meeting',
  },
  'meeting.topics-carried': {
    nl: 'nam onderwerpen mee naar een volgend gesprek',
    en: 'carried topics over to a next meeting',
  },
  'meeting.minutes-written': {
    nl: 'schreef het verslag van een gesprek',
    en: 'wrote the minutes of a meeting',
  },
  'meeting.minutes-said': {
    nl: 'zei of het verslag van een gesprek klopt',
    en: 'said whether the minutes of a meeting are right',
  },
  'meeting.letter-sent': { nl: 'stuurde een brief na een gesprek', en: 'sent a letter after a meeting' },
  'meeting.transcript-looked': {
    nl: 'keek een uitgeschreven gesprek na, zonder het te bewaren',
    en: 'looked at a transcript without keeping it',
  },
  'meeting.transcript-taken': { nl: 'nam een uitgeschreven gesprek op', en: 'took a transcript in' },
  'meeting.transcript-removed': { nl: 'haalde een uitgeschreven gesprek weg', en: 'removed a transcript' },
} satisfies Record<string, Bilingual>

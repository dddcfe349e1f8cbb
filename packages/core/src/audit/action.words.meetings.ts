import type { Bilingual } from '../shared/language.ts'

/** Planning a meeting, and a place at its table, in the words of the record (see action.words.ts). */
export const meetingWords = {
  'meeting.listed': { nl: 'keek welke gesprekken er zijn', en: 'looked which meetings there are' },
  'meeting.read': { nl: 'bekeek een gesprek', en: 'looked at a meeting' },
  'meeting.planned': { nl: 'plande een gesprek', en: 'planned a meeting' },
  'meeting.edited': { nl: 'veranderde een gesprek', en: 'changed a meeting' },
  'meeting.programme-changed': {
    nl: 'veranderde de stappen van een gesprek',
    en: 'changed the steps of a meeting',
  },
  'meeting.seated': { nl: 'veranderde wie er aan tafel zit', en: 'changed who sits at the table' },
  'meeting.linked': {
    nl: 'maakte een link naar een plek aan tafel',
    en: 'made a link to a place at a table',
  },
  'meeting.mailed': {
    nl: 'mailde een link naar een plek aan tafel',
    en: 'mailed a link to a place at a table',
  },
  'meeting.unlinked': {
    nl: 'trok de link naar een plek aan tafel in',
    en: 'ended the link to a place at a table',
  },
  'meeting.cancelled': { nl: 'zegde een gesprek af', en: 'called off a meeting' },
  'meeting.replanned': {
    nl: 'liet een afgezegd gesprek toch doorgaan',
    en: 'let a meeting that was called off go on',
  },
  'meeting.place-opened': { nl: 'opende een plek aan tafel', en: 'opened a place at a table' },
  'meeting.answered': {
    nl: 'liet vooraf iets weten voor een gesprek',
    en: 'let something be known before a meeting',
  },
} satisfies Record<string, Bilingual>

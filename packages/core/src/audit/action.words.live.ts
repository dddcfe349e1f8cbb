import type { Bilingual } from '../shared/language.ts'

/** A meeting while it is held, in the words of the record (see action.words.ts). */
export const liveWords = {
  'meeting.live-begun': { nl: 'begon een gesprek aan tafel', en: 'began a meeting' },
  'meeting.live-read': {
    nl: 'kwam bij een gesprek aan tafel: wie er zijn en wat er open ligt',
    en: 'came to a meeting: who is there and what lies open',
  },
  'meeting.live-led': {
    nl: 'leidde een gesprek aan tafel: een stap, de tijd of een rondje',
    en: 'led a meeting: a step, the time or a round',
  },
  'meeting.live-opened': {
    nl: 'opende wat er aan tafel in stilte was geschreven',
    en: 'opened what had been written in silence at a meeting',
  },
  'meeting.live-taken-over': {
    nl: 'nam het leiden van een gesprek over, met de reden erbij',
    en: 'took over the leading of a meeting, with the reason',
  },
  'meeting.live-ended': { nl: 'sloot een gesprek aan tafel af', en: 'ended a meeting' },
} satisfies Record<string, Bilingual>

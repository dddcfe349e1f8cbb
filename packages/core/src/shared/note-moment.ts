import type { Bilingual, Language } from './language.ts'

/** Moments in working together at which one writes something down for oneself (the journal of a collaboration). */
export const journalMoments = ['start', 'after-session', 'evaluation', 'tension', 'ending'] as const
export type JournalMoment = (typeof journalMoments)[number]

/**
 * What a note of one's own is for: a moment of the journal, one's own part in a rupture, thinking it over, or a case for
 * peer reflection. A note without a moment is a memory aid.
 */
export const noteMoments = [...journalMoments, 'own-part', 'reflection', 'peer-case'] as const
export type NoteMoment = (typeof noteMoments)[number]

const words: Record<NoteMoment, Bilingual> = {
  start: { nl: 'Aan het begin', en: 'At the start' },
  'after-session': { nl: 'Na een contact', en: 'After a contact' },
  evaluation: { nl: 'Bij het terugkijken', en: 'When looking back' },
  tension: { nl: 'Als het schuurt', en: 'When there is strain' },
  ending: { nl: 'Bij het einde', en: 'At the end' },
  'own-part': { nl: 'Mijn eigen aandeel', en: 'My own part' },
  reflection: { nl: 'Mijn gedachten erbij', en: 'My own thoughts' },
  'peer-case': { nl: 'Voor intervisie', en: 'For peer reflection' },
}

/** The one wording of a moment. */
export function noteMomentWord(moment: NoteMoment, language: Language): string {
  return words[moment][language]
}

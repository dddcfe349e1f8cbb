import type { Bilingual } from '../shared/language.ts'
import type { MentionKind, ShownLevel } from './mention.ts'
import type { GoalKept, ScaleAnswer } from './moment-form.ts'

/** The answers of the scales, as they are chosen and shown. */
export const scaleAnswerWords: Readonly<Record<ScaleAnswer, Bilingual>> = {
  nee: { nl: 'Nee', en: 'No' },
  enigszins: { nl: 'Enigszins', en: 'Somewhat' },
  ja: { nl: 'Ja', en: 'Yes' },
  'helemaal-niet': { nl: 'Helemaal niet', en: 'Not at all' },
  'een-beetje': { nl: 'Een beetje', en: 'A little' },
  grotendeels: { nl: 'Grotendeels', en: 'Mostly' },
  helemaal: { nl: 'Helemaal', en: 'Completely' },
}

export const goalKeptWords: Readonly<Record<GoalKept, Bilingual>> = {
  same: { nl: 'Hetzelfde', en: 'The same' },
  changed: { nl: 'Veranderd', en: 'Changed' },
}

export const mentionKindWords: Readonly<Record<MentionKind, Bilingual>> = {
  barrier: { nl: 'Belemmeringen', en: 'Barriers' },
  resource: { nl: 'Hulpbronnen', en: 'Resources' },
}

/** Where it lies, seen from the person who names it. */
export const levelWords: Readonly<Record<ShownLevel, Bilingual>> = {
  person: { nl: 'Bij mezelf', en: 'In myself' },
  team: { nl: 'In het team', en: 'In the team' },
  organisation: { nl: 'In de organisatie', en: 'In the organisation' },
  'team-organisation': { nl: 'In team en organisatie', en: 'In team and organisation' },
}

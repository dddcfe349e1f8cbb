import type { Bilingual } from '../shared/language.ts'

/** What a learner keeps of her own learning, and what she asks others, in the words of the record (see action.words.ts). */
export const portfolioWords = {
  'practice.read': { nl: 'bekeek de eigen oefeningen', en: 'looked at her own exercises' },
  'practice.logged': { nl: 'schreef een oefening op', en: 'wrote down an exercise' },
  'practice.removed': { nl: 'haalde een oefening weg', en: 'took away an exercise' },
  'practice.planned': { nl: 'schreef een eigen aanpak op', en: 'wrote down a plan of her own' },
  'practice.dropped': { nl: 'liet een eigen aanpak los', en: 'let go of a plan of her own' },
  'practice.scales-read': {
    nl: 'bekeek het eigen leerdoel in stappen',
    en: 'looked at her own goal in steps',
  },
  'practice.scaled': {
    nl: 'schreef de stappen van een leerdoel op',
    en: 'wrote the steps of a learning goal',
  },
  'practice.attained': {
    nl: 'zei waar een leerdoel nu staat',
    en: 'said where a learning goal is now',
  },
  'portfolio.read': { nl: 'bekeek de eigen map', en: 'looked at her own portfolio' },
  'portfolio.kept': { nl: 'legde een stuk in de eigen map', en: 'put a piece in her own portfolio' },
  'portfolio.changed': {
    nl: 'veranderde een stuk in de eigen map',
    en: 'changed a piece of her own portfolio',
  },
  'portfolio.removed': {
    nl: 'haalde een stuk uit de eigen map',
    en: 'took a piece out of her own portfolio',
  },
  'portfolio.taken': { nl: 'nam de eigen map mee', en: 'took her own portfolio along' },
  'portfolio.shared': {
    nl: 'maakte een link naar stukken uit de eigen map',
    en: 'made a link to pieces of her own portfolio',
  },
  'portfolio.ended': {
    nl: 'trok een link naar de eigen map in',
    en: 'took back a link to her own portfolio',
  },
  'portfolio.feedback-read': {
    nl: 'las wat een ander over het leren schreef',
    en: 'read what somebody else wrote about learning',
  },
  'portfolio.feedback-shown': {
    nl: 'bekeek wat deelnemers met de trekkers delen',
    en: 'looked at what learners share with those who lead',
  },
  'portfolio.feedback-removed': {
    nl: 'haalde weg wat een ander over het leren schreef',
    en: 'took away what somebody else wrote about learning',
  },
  'portfolio.shown': {
    nl: 'bekeek gedeelde stukken via een link',
    en: 'looked at shared pieces by a link',
  },
  'portfolio.answered': {
    nl: 'schreef via een link terug aan een deelnemer',
    en: 'wrote back to a learner by a link',
  },
  'portfolio.answer-withdrawn': {
    nl: 'nam terug wat via een link was geschreven',
    en: 'took back what was written by a link',
  },
} satisfies Record<string, Bilingual>

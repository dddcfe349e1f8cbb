import { type Listener, wordsTo } from '@weerklank/core/shared/spoken'

/** The sentences of the page with someone's own answers. `{name}` places are filled in; Dutch is the source. */
const nl = {
  title: { u: 'Wat u antwoordde', je: 'Wat je antwoordde' },
  way: { u: 'Wat u antwoordde en afsprak', je: 'Wat je antwoordde en afsprak' },
  intro: {
    u: 'Dit zijn uw eigen cijfers. Er is geen goed of fout.',
    je: 'Dit zijn je eigen cijfers. Er is geen goed of fout.',
  },
  nothing: { u: 'U hebt nog niets ingevuld.', je: 'Je hebt nog niets ingevuld.' },
  you: { u: 'u', je: 'je' },
  picture: { u: 'Hoe u het vond, per keer', je: 'Hoe je het vond, per keer' },
  start: 'Begin: {level}',
  asTable: 'Lees het als lijst',
  day: 'Dag',
  mean: 'Gemiddeld',
  sum: 'Samen',
  noScore: 'te weinig ingevuld',
  answers: { u: 'Uw antwoorden', je: 'Je antwoorden' },
  agreements: 'Wat is afgesproken',
  madeOn: 'Afgesproken op {day}.',
  ended: 'Dit is gestopt.',
  cameBack: '“Is het veranderd?” {answer} ({day}).',
  onPaper: { u: '{name} typte dit over van uw papier.', je: '{name} typte dit over van je papier.' },
  colleague: 'Een collega',
  forms: 'Vragenlijsten',
  formWaits: 'Gevraagd op {day}. Nog niet ingevuld.',
  who: 'Wie mag dit lezen?',
  whoIntro: {
    u: 'U kiest wie dit antwoord mag lezen. Veranderen mag altijd.',
    je: 'Je kiest wie dit antwoord mag lezen. Veranderen mag altijd.',
  },
  everyone: 'Iedereen die meewerkt: {names}',
  onlyOne: 'Alleen {name}',
  nobody: { u: 'Niemand, alleen u', je: 'Niemand, alleen jij' },
  readBy: 'Dit lezen nu: {names}.',
  readByNobody: { u: 'Alleen u leest dit nu.', je: 'Alleen jij leest dit nu.' },
  alreadyRead: 'Wie het al las, kan het nog weten.',
  known: { u: 'Anderen zien wel dat u iets invulde.', je: 'Anderen zien wel dat je iets invulde.' },
  keep: 'Bewaar deze keuze',
  kept: { u: 'Uw keuze is bewaard.', je: 'Je keuze is bewaard.' },
  chooseOne: 'Kies wie dit mag lezen. Er is nog niets veranderd.',
  notAsked: { u: 'Hier is u nog niet naar gevraagd.', je: 'Hier is je nog niet naar gevraagd.' },
}

type Words = typeof nl

const en: Record<keyof Words, string> = {
  title: 'What you answered',
  way: 'What you answered and agreed',
  intro: 'These are your own scores. There is no right or wrong.',
  nothing: 'You have not filled in anything yet.',
  you: 'you',
  picture: 'How you found it, each time',
  start: 'Start: {level}',
  asTable: 'Read it as a list',
  day: 'Day',
  mean: 'Mean',
  sum: 'Together',
  noScore: 'too little filled in',
  onPaper: '{name} typed this over from your paper.',
  colleague: 'A colleague',
  formWaits: 'Asked on {day}. Not filled in yet.',
  answers: 'Your answers',
  agreements: 'What was agreed',
  madeOn: 'Agreed on {day}.',
  ended: 'This has ended.',
  cameBack: '“Has it changed?” {answer} ({day}).',
  forms: 'Forms',
  who: 'Who may read this?',
  whoIntro: 'You choose who may read this answer. You can always change it.',
  everyone: 'Everyone who takes part: {names}',
  onlyOne: 'Only {name}',
  nobody: 'Nobody, only you',
  readBy: 'Who reads this now: {names}.',
  readByNobody: 'Only you read this now.',
  alreadyRead: 'Whoever read it already may still know it.',
  known: 'Others do see that you filled in something.',
  keep: 'Keep this choice',
  kept: 'Your choice was kept.',
  chooseOne: 'Choose who may read this. Nothing has changed yet.',
  notAsked: 'You were not asked about this yet.',
}

export const ownChecksText = { nl, en }

export type OwnChecksWords = Record<keyof Words, string>

/** All sentences in the listener's language and form of address. */
export function ownChecksWordsFor(listener: Listener): OwnChecksWords {
  return wordsTo(ownChecksText, listener)
}

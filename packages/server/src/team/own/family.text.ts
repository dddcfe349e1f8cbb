import { type Listener, type Phrase, wordsTo } from '@weerklank/core/shared/spoken'

/** What a network asks or tells the family, on the pages by link. */
const nl = {
  toFamily: { u: 'Wat wij u vragen en vertellen', je: 'Wat wij je vragen en vertellen' },
  family: 'Wat we het gezin vragen of vertellen',
  onlySaid: 'Het gezin ziet dit pas als het is gezegd.',
  nothing: 'Hier staat nog niets.',
  ask: 'Vraag',
  tell: 'Vertellen',
  says: '{name} zegt het',
  saidBy: 'Gezegd door {name} op {day}',
  on: 'op {day}',
  answer: 'Antwoord: {text}',
  all: 'Iets opschrijven of afvinken',
  add: 'Iets opschrijven',
  addNow: 'Opschrijven',
  kind: 'Is het een vraag?',
  kindAsk: 'Ja, we vragen iets',
  kindTell: 'Nee, we vertellen iets',
  text: 'Wat vragen of vertellen we?',
  who: 'Wie zegt het?',
  when: 'Wanneer? Mag leeg blijven.',
  isSaid: 'Dit is gezegd',
  saidNow: 'Opschrijven dat het is gezegd',
  whatAnswer: 'Wat antwoordde het gezin? Mag leeg blijven.',
  kept: 'We hebben het bewaard.',
  missing: 'Schrijf op wat we vragen of vertellen, en kies wie het zegt.',
  tooLong: 'Deze tekst is te lang. Maak hem korter; hij staat er nog.',
  changed: 'Iemand anders schreef hier intussen iets bij. Kijk het nog eens na.',
} as const satisfies Record<string, Phrase>

const en: Readonly<Record<keyof typeof nl, string>> = {
  toFamily: 'What we ask and tell you',
  family: 'What we ask or tell the family',
  onlySaid: 'The family sees this once it was said.',
  nothing: 'Nothing stands here yet.',
  ask: 'Question',
  tell: 'To tell',
  says: '{name} says it',
  saidBy: 'Said by {name} on {day}',
  on: 'on {day}',
  answer: 'Answer: {text}',
  all: 'Write something down or tick it off',
  add: 'Write something down',
  addNow: 'Write it down',
  kind: 'Is it a question?',
  kindAsk: 'Yes, we ask something',
  kindTell: 'No, we tell something',
  text: 'What do we ask or tell?',
  who: 'Who says it?',
  when: 'When? May stay empty.',
  isSaid: 'This was said',
  saidNow: 'Write down that it was said',
  whatAnswer: 'What did the family answer? May stay empty.',
  kept: 'We kept it.',
  missing: 'Write what we ask or tell, and choose who says it.',
  tooLong: 'This text is too long. Make it shorter; it is still there.',
  changed: 'Somebody else wrote something here meanwhile. Please look once more.',
}

/** These sentences as this person is addressed. */
export const familyWordsFor = (listener: Listener): Readonly<Record<keyof typeof nl, string>> =>
  wordsTo({ nl, en }, listener)

import { type Listener, type Phrase, wordsTo } from '@weerklank/core/shared/spoken'

/** What stands around the questions of a moment. `{name}` places are filled in; Dutch is the source. */
const nl = {
  intro: {
    u: 'Vul in wat u wilt. Elke vraag mag leeg blijven.',
    je: 'Vul in wat je wilt. Elke vraag mag leeg blijven.',
  },
  readShared: {
    u: 'Onderzoekers en de trekker lezen dit zonder uw naam.',
    je: 'Onderzoekers en de trekker lezen dit zonder je naam.',
  },
  readNobody: {
    u: 'Alleen u leest dit. De trekker ziet alleen dat het binnen is.',
    je: 'Alleen jij leest dit. De trekker ziet alleen dat het binnen is.',
  },
  chooseBefore: {
    u: 'Mogen anderen dit lezen? Kies dat eerst; daarna vult u dit in.',
    je: 'Mogen anderen dit lezen? Kies dat eerst; daarna vul je dit in.',
  },
  chooseNot: {
    u: 'Kiest u niets? Dan blijft het van u alleen.',
    je: 'Kies je niets? Dan blijft het van jou alleen.',
  },
  choose: 'Lezen en kiezen',
  opens: { u: 'Dit kunt u invullen vanaf {day}.', je: 'Dit kun je invullen vanaf {day}.' },
  late: 'De laatste dag was {day}. Inleveren kan nog steeds.',
  until: 'Inleveren kan tot en met {day}.',
  over: 'Dit traject is afgelopen. Inleveren kan niet meer.',
  draft: 'Dit traject is nog niet begonnen.',
  notAsked: { u: 'Dit hoeft u niet in te vullen.', je: 'Dit hoef je niet in te vullen.' },
  send: 'Inleveren',
  kept: { u: 'Uw formulier is binnen. Dank u wel.', je: 'Je formulier is binnen. Dank je wel.' },
  isIn: 'Binnen op {day}.',
  byPaper: {
    u: 'Op papier gekomen en overgetypt. Klopt er iets niet? Zeg het de trekker.',
    je: 'Op papier gekomen en overgetypt. Klopt er iets niet? Zeg het de trekker.',
  },
  discarded: {
    u: 'Er kwam iets binnen op {day}. De inhoud is niet bewaard. U kunt het hier zelf invullen.',
    je: 'Er kwam iets binnen op {day}. De inhoud is niet bewaard. Je kunt het hier zelf invullen.',
  },
  yours: { u: 'Wat u inleverde', je: 'Wat je inleverde' },

  goes: { u: 'Deze leerdoelen gaan mee:', je: 'Deze leerdoelen gaan mee:' },
  another: 'Nog een leerdoel',
  yourGoal: { u: 'Uw leerdoel', je: 'Je leerdoel' },
  changedSince: {
    u: 'U veranderde dit doel al. Nu is het:',
    je: 'Je veranderde dit doel al. Nu is het:',
  },
  same: 'Hetzelfde',
  changed: 'Veranderd',
  newGoal: 'Is het veranderd? Schrijf hier het nieuwe doel',
  about: 'Over: {goal}',
  more: 'Meer om uit te kiezen',
  own: 'Iets anders? Zet elk punt op een eigen regel',
  ownAt: '{level}: iets anders',

  wrong: 'Nog niet alles klopt. Wat er al staat, blijft staan.',
  empty: {
    u: 'Vul eerst iets in. Eén antwoord is genoeg.',
    je: 'Vul eerst iets in. Eén antwoord is genoeg.',
  },
  reasonMissing: {
    u: 'Schrijf kort waarom het doel veranderde.',
    je: 'Schrijf kort waarom het doel veranderde.',
  },
  nextMissing: 'Schrijf het nieuwe doel, of kies “hetzelfde”.',
  goalMissing: { u: 'Schrijf op wat u wilt leren.', je: 'Schrijf op wat je wilt leren.' },
  sameOrChanged: {
    u: 'U koos “hetzelfde” en schreef een nieuw doel. Kies wat klopt.',
    je: 'Je koos “hetzelfde” en schreef een nieuw doel. Kies wat klopt.',
  },
  tooMany: {
    u: 'Drie doelen tegelijk is genoeg.',
    je: 'Drie doelen tegelijk is genoeg.',
  },
  tooManyMentions: 'Twintig punten per plek is genoeg.',
  tooLong: 'Deze tekst is te lang. Maak hem korter.',
  strange: 'Dit antwoord past niet bij de vraag. Kies opnieuw.',

  taken: {
    u: 'Er is al een formulier van u binnen, van {day}. Dat blijft staan.',
    je: 'Er is al een formulier van je binnen, van {day}. Dat blijft staan.',
  },
  takenPaper: {
    u: 'Uw papieren formulier kwam al binnen op {day}. Dat staat er nu. Welk wilt u houden?',
    je: 'Je papieren formulier kwam al binnen op {day}. Dat staat er nu. Welk wil je houden?',
  },
  keepPaper: { u: 'Houd het papieren formulier', je: 'Houd het papieren formulier' },
  replace: { u: 'Neem wat ik hier invulde', je: 'Neem wat ik hier invulde' },
  notKeptYet: {
    u: 'Wat u hieronder ziet, is nog niet bewaard.',
    je: 'Wat je hieronder ziet, is nog niet bewaard.',
  },
} as const satisfies Record<string, Phrase>

export type MomentWords = Readonly<Record<keyof typeof nl, string>>

const en: Readonly<Record<keyof typeof nl, string>> = {
  intro: 'Fill in what you want. Any question may stay empty.',
  readShared: 'Researchers and the lead read this without your name.',
  readNobody: 'Only you read this. The lead only sees that it came in.',
  chooseBefore: 'May others read this? Choose that first; then fill this in.',
  chooseNot: 'If you choose nothing, it stays yours alone.',
  choose: 'Read and choose',
  opens: 'You can fill this in from {day}.',
  late: 'The last day was {day}. You can still hand it in.',
  until: 'You can hand it in until {day}.',
  over: 'This trajectory is over. Nothing can be handed in any more.',
  draft: 'This trajectory has not begun yet.',
  notAsked: 'You do not have to fill this in.',
  send: 'Hand in',
  kept: 'Your form came in. Thank you.',
  isIn: 'Received on {day}.',
  byPaper: 'It came on paper and was typed over. Is something not right? Tell the lead.',
  discarded: 'Something came in on {day}. Its content was not kept. You can fill it in here yourself.',
  yours: 'What you handed in',

  goes: 'These learning goals go along:',
  another: 'One more learning goal',
  yourGoal: 'Your learning goal',
  changedSince: 'You changed this goal already. Now it is:',
  same: 'The same',
  changed: 'Changed',
  newGoal: 'Did it change? Write the new goal here',
  about: 'About: {goal}',
  more: 'More to choose from',
  own: 'Something else? Put each point on a line of its own',
  ownAt: '{level}: something else',

  wrong: 'Something is not right yet. What is there, stays there.',
  empty: 'Fill in something first. One answer is enough.',
  reasonMissing: 'Write in short why the goal changed.',
  nextMissing: 'Write the new goal, or choose “the same”.',
  goalMissing: 'Write what you want to learn.',
  sameOrChanged: 'You chose “the same” and wrote a new goal. Choose what is right.',
  tooMany: 'Three goals at a time are enough.',
  tooManyMentions: 'Twenty points per place are enough.',
  tooLong: 'This text is too long. Make it shorter.',
  strange: 'This answer does not fit the question. Choose again.',

  taken: 'A form of yours came in already, on {day}. That one stands.',
  takenPaper: 'Your form on paper came in already on {day}. That one stands now. Which do you want to keep?',
  keepPaper: 'Keep the form on paper',
  replace: 'Take what I filled in here',
  notKeptYet: 'What you see below is not kept yet.',
}

/** The sentences around a moment's form as this learner is addressed. */
export const momentWordsFor = (listener: Listener): MomentWords => wordsTo({ nl, en }, listener)

import { type Listener, type Phrase, wordsTo } from '@weerklank/core/shared/spoken'

/** Every sentence of the page of a place at a table. `{name}` places are filled in; Dutch is the source. */
const nl = {
  otherLanguage: 'English',
  back: 'Terug naar het gesprek',
  noTable: 'Dit gesprek vinden we niet',
  notNow: 'Even geduld',
  tryAgain: 'Dit lukt nu niet. Probeer het zo nog een keer.',
  askAgain: {
    u: 'Vraag een nieuwe link aan degene die u uitnodigde.',
    je: 'Vraag een nieuwe link aan degene die je uitnodigde.',
  },

  // What it is
  hello: 'Dag {name}',
  invited: { u: 'U bent uitgenodigd voor een gesprek.', je: 'Je bent uitgenodigd voor een gesprek.' },
  when: 'Wanneer',
  lasts: '{from} tot {to} uur',
  where: 'Waar',
  video: 'Meedoen met video',
  whatFor: 'Waar het over gaat',
  themes: 'Onderwerpen',
  yourPart: { u: 'Uw plek: {role}', je: 'Je plek: {role}' },
  calendar: { u: 'Zet het in uw agenda', je: 'Zet het in je agenda' },
  warmUp: 'Om erin te komen',
  openIt: 'Bekijk het (een andere website)',

  // Who is there, who sees what
  whoIsThere: 'Wie er zijn',
  you: { u: 'dat bent u', je: 'dat ben jij' },
  whoSees: 'Wie ziet wat?',
  seesNames: 'Iedereen aan tafel ziet de namen en rollen.',
  seesBefore: {
    u: 'Wat u vooraf schrijft, ziet niemand tot het gesprek begint. Dan ziet iedereen aan tafel het.',
    je: 'Wat je vooraf schrijft, ziet niemand tot het gesprek begint. Dan ziet iedereen aan tafel het.',
  },
  seesExpected: {
    u: 'Wat u verwacht gaat pas open na het gesprek.',
    je: 'Wat je verwacht gaat pas open na het gesprek.',
  },
  seesChoices: {
    u: 'Wie het gesprek voorbereidt, ziet uw keuzes.',
    je: 'Wie het gesprek voorbereidt, ziet je keuzes.',
  },
  filmNo: 'Er wordt niet gefilmd: niet iedereen zei ja.',
  filmYes: 'Iedereen zei ja tegen filmen.',

  // Coming
  comeQuestion: { u: 'Komt u?', je: 'Kom je?' },
  comeYes: 'Ja, ik kom',
  comeNo: 'Nee, ik kom niet',
  comeWhy: {
    u: 'Nee zeggen mag. U hoeft niet te zeggen waarom.',
    je: 'Nee zeggen mag. Je hoeft niet te zeggen waarom.',
  },
  keep: 'Bewaren',
  kept: { u: 'We hebben het bewaard.', je: 'We hebben het bewaard.' },
  chooseFirst: 'Kies eerst ja of nee.',

  // Choices per use
  uses: { u: 'Waar mogen we uw woorden voor gebruiken?', je: 'Waar mogen we je woorden voor gebruiken?' },
  usesWhy: {
    u: 'Kies per onderwerp. Meedoen kan ook als u overal nee zegt.',
    je: 'Kies per onderwerp. Meedoen kan ook als je overal nee zegt.',
  },
  usesFor: 'Voor {name}',
  notChosen: 'Nog niet gekozen',

  // Beforehand
  before: 'Vooraf',
  beforeWhy: 'Antwoorden mag, het hoeft niet.',
  expected: { u: 'Wat verwacht u van dit gesprek?', je: 'Wat verwacht je van dit gesprek?' },
  sendBefore: { u: 'Bewaar mijn antwoorden', je: 'Bewaar mijn antwoorden' },
  opened: 'Dit is al geopend. Het blijft zoals het was.',
  tooLong: 'Dit is te lang. Maak het wat korter. Er is nog niets bewaard.',

  // During and after
  goesOn: 'Het gesprek is bezig',
  goIn: 'Naar het gesprek',
  isOver: 'Het gesprek is geweest',
  thanks: { u: 'Fijn dat u erbij was.', je: 'Fijn dat je erbij was.' },
  after: { u: 'Vier vragen aan u', je: 'Vier vragen aan jou' },
  isOff: 'Dit gesprek gaat niet door',
  offWhy: {
    u: 'U hoeft niets te doen. Degene die u uitnodigde weet meer.',
    je: 'Je hoeft niets te doen. Degene die je uitnodigde weet meer.',
  },
} as const satisfies Readonly<Record<string, Phrase>>

export type GuestWord = keyof typeof nl
export type GuestWords = Readonly<Record<GuestWord, string>>

const en: GuestWords = {
  otherLanguage: 'Nederlands',
  back: 'Back to the meeting',
  noTable: 'We cannot find this meeting',
  notNow: 'One moment, please',
  tryAgain: 'This does not work right now. Please try again in a moment.',
  askAgain: 'Ask whoever invited you for a new link.',

  hello: 'Hello {name}',
  invited: 'You are invited to a meeting.',
  when: 'When',
  lasts: '{from} to {to}',
  where: 'Where',
  video: 'Join by video',
  whatFor: 'What it is about',
  themes: 'Themes',
  yourPart: 'Your place: {role}',
  calendar: 'Put it in your calendar',
  warmUp: 'To get into it',
  openIt: 'Look at it (another website)',

  whoIsThere: 'Who is there',
  you: 'that is you',
  whoSees: 'Who sees what?',
  seesNames: 'Everyone at the table sees the names and roles.',
  seesBefore:
    'What you write beforehand nobody sees until the meeting begins. Then everyone at the table does.',
  seesExpected: 'What you expect opens only after the meeting.',
  seesChoices: 'Whoever prepares the meeting sees your choices.',
  filmNo: 'There will be no filming: not everyone said yes.',
  filmYes: 'Everyone said yes to filming.',

  comeQuestion: 'Will you come?',
  comeYes: 'Yes, I will',
  comeNo: 'No, I will not',
  comeWhy: 'You may say no. You need not say why.',
  keep: 'Keep',
  kept: 'We have kept it.',
  chooseFirst: 'First choose yes or no.',

  uses: 'What may we use your words for?',
  usesWhy: 'Choose for each. You can take part also if you say no to all.',
  usesFor: 'For {name}',
  notChosen: 'Not chosen yet',

  before: 'Beforehand',
  beforeWhy: 'You may answer. You need not.',
  expected: 'What do you expect of this meeting?',
  sendBefore: 'Keep my answers',
  opened: 'This was opened already. It stays as it was.',
  tooLong: 'This is too long. Please make it shorter. Nothing was kept yet.',

  goesOn: 'The meeting is going on',
  goIn: 'To the meeting',
  isOver: 'The meeting is over',
  thanks: 'Thank you for being there.',
  after: 'Four questions for you',
  isOff: 'This meeting is called off',
  offWhy: 'You need not do anything. Whoever invited you knows more.',
}

/** The sentences as this person is addressed. */
export function guestWordsFor(listener: Listener): GuestWords {
  return wordsTo({ nl, en }, listener)
}

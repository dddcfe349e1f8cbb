import { type Listener, type Phrase, wordsTo } from '@weerklank/core/shared/spoken'

/** Sentences of the pages of a team or network by link. `{name}` places are filled in; Dutch is the source. */
const nl = {
  otherLanguage: 'English',
  back: { u: 'Terug naar uw pagina', je: 'Terug naar je pagina' },
  nowhere: 'Deze pagina vinden we niet',
  notNow: 'Even geduld',
  tryAgain: 'Dit lukt nu niet. Probeer het zo nog een keer.',
  shut: 'Hier komt niets meer bij',
  shutWhy: 'Dit is afgerond, of het gezin doet niet meer mee. Lezen kan nog wel.',
  askAgain: {
    u: 'Vraag een nieuwe link aan degene die u uitnodigde.',
    je: 'Vraag een nieuwe link aan degene die je uitnodigde.',
  },
  renewWhy: {
    u: 'Maak zelf een nieuwe link. Wat u schreef, is er nog.',
    je: 'Maak zelf een nieuwe link. Wat je schreef, is er nog.',
  },
  renew: 'Nieuwe link maken',
  renewed: {
    u: 'Dit is uw nieuwe link. Bewaar deze pagina.',
    je: 'Dit is je nieuwe link. Bewaar deze pagina.',
  },
  keep: 'Bewaren',

  hello: 'Dag {name}',
  introTeam: { u: 'Dit is uw plek in het team “{title}”.', je: 'Dit is jouw plek in het team “{title}”.' },
  introNetwork: {
    u: 'Dit is uw plek in het netwerk “{title}”.',
    je: 'Dit is jouw plek in het netwerk “{title}”.',
  },
  question: 'Wat we samen willen weten',
  until: 'Dit loopt tot en met {day}. Daarna stopt het vanzelf.',
  over: 'Dit is afgerond op {day}. Lezen kan nog.',
  overSelf: 'Dit stopte vanzelf op {day}. Lezen kan nog.',
  familyAway: 'Het gezin doet niet meer mee. We vragen niets nieuws. Op {day} stopt dit vanzelf.',
  familyAwayDo: 'Nodig het gezin uit voor een laatste gesprek, als het dat wil.',
  midcourse: 'Zijn we er allemaal nog?',
  midcourseWhy: 'We zijn halverwege. Een goed moment om samen stil te staan.',

  // What comes next
  next: 'Het volgende gesprek',
  nextAt: '{title}: {day}, {time} uur',
  toTable: 'Naar dit gesprek',
  nextNone: 'Er is nog geen gesprek gepland.',

  // What others see
  seen: 'Wie hierbij horen',
  seenWhy: {
    u: 'De anderen zien uw naam en voor wie u spreekt.',
    je: 'De anderen zien je naam en voor wie je spreekt.',
  },
  leave: { u: 'Ik wil hier niet meer bij horen', je: 'Ik wil hier niet meer bij horen' },
  leaveWhy: {
    u: 'U hoeft niet te zeggen waarom. Niemand neemt het u kwalijk.',
    je: 'Je hoeft niet te zeggen waarom. Niemand neemt het je kwalijk.',
  },
  leaveKept: {
    u: 'Uw naam gaat van de kaart. Wat u schreef, blijft staan. Vraag ons als het weg moet.',
    je: 'Je naam gaat van de kaart. Wat je schreef, blijft staan. Vraag ons als het weg moet.',
  },
  leaveForgets: {
    u: 'Wat u op vragen antwoordde, gaat weg. Niemand kan het dan nog uitrekenen.',
    je: 'Wat je op vragen antwoordde, gaat weg. Niemand kan het dan nog uitrekenen.',
  },
  leaveNow: { u: 'Ja, ik ga weg', je: 'Ja, ik ga weg' },
  leftTitle: { u: 'U hoort er niet meer bij', je: 'Je hoort er niet meer bij' },
  left: {
    u: 'Dank u wel voor uw tijd. Deze pagina gaat nu dicht.',
    je: 'Dank je wel voor je tijd. Deze pagina gaat nu dicht.',
  },
  leftBack: {
    u: 'Wilt u later terug? Zeg het tegen degene die u uitnodigde.',
    je: 'Wil je later terug? Zeg het tegen degene die je uitnodigde.',
  },
} as const satisfies Record<string, Phrase>

export type OwnCircleWords = Readonly<Record<keyof typeof nl, string>>

const en: Readonly<Record<keyof typeof nl, string>> = {
  otherLanguage: 'Nederlands',
  back: 'Back to your page',
  nowhere: 'We cannot find this page',
  notNow: 'One moment',
  tryAgain: 'This does not work now. Please try again in a while.',
  shut: 'Nothing more can be added here',
  shutWhy: 'This is over, or the family no longer takes part. You can still read it.',
  askAgain: 'Ask whoever invited you for a new link.',
  renewWhy: 'Make a new link yourself. What you wrote is still there.',
  renew: 'Make a new link',
  renewed: 'This is your new link. Keep this page.',
  keep: 'Keep it',

  hello: 'Hello {name}',
  introTeam: 'This is your place in the team “{title}”.',
  introNetwork: 'This is your place in the network “{title}”.',
  question: 'What we want to find out together',
  until: 'This goes on until {day}. Then it ends by itself.',
  over: 'This was rounded off on {day}. You can still read it.',
  overSelf: 'This ended by itself on {day}. You can still read it.',
  familyAway: 'The family no longer takes part. We ask nothing new. On {day} this ends by itself.',
  familyAwayDo: 'Invite the family for one last talk, if it wants that.',
  midcourse: 'Are we all still there?',
  midcourseWhy: 'We are half-way. A good moment to pause together.',

  next: 'The next meeting',
  nextAt: '{title}: {day}, {time}',
  toTable: 'To this meeting',
  nextNone: 'No meeting is planned yet.',

  seen: 'Who belong to this',
  seenWhy: 'The others see your name and for whom you speak.',
  leave: 'I no longer want to belong to this',
  leaveWhy: 'You need not say why. Nobody holds it against you.',
  leaveKept: 'Your name goes off the map. What you wrote stays. Ask us if it has to go.',
  leaveForgets: 'What you answered to questions goes away. Nobody can work it out after that.',
  leaveNow: 'Yes, I leave',
  leftTitle: 'You no longer belong to this',
  left: 'Thank you for your time. This page closes now.',
  leftBack: 'Do you want to come back later? Tell whoever invited you.',
}

/** The sentences of these pages as this person is addressed. */
export const ownCircleWordsFor = (listener: Listener): OwnCircleWords => wordsTo({ nl, en }, listener)

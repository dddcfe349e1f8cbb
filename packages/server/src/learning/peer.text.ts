import { type Listener, type Phrase, wordsTo } from '@weerklank/core/shared/spoken'

/** The page of whoever was asked something by a link. `{name}` places are filled in; Dutch is the source. */
const nl = {
  hello: 'Dag {to}',
  shows: { u: '{from} laat u iets zien.', je: '{from} laat je iets zien.' },
  asks: { u: '{from} vraagt u iets.', je: '{from} vraagt je iets.' },
  pieces: 'Stukken van {from}',
  questions: { u: 'Wat vindt u?', je: 'Wat vind je?' },
  fill: {
    u: 'Antwoord in uw eigen woorden. U mag een vraag overslaan.',
    je: 'Antwoord in je eigen woorden. Je mag een vraag overslaan.',
  },
  who: 'Wie leest dit?',
  'who-me': 'Alleen {from}.',
  'who-buddy': '{from} en een maatje uit dezelfde groep.',
  'who-lead': '{from} en wie de groep begeleidt.',
  fixed: 'Dat verandert later niet meer.',
  both: {
    u: '{from} schreef zelf ook. Dat leest u na uw eigen antwoord.',
    je: '{from} schreef zelf ook. Dat lees je na je eigen antwoord.',
  },
  noNames: 'Noem geen namen van cliënten.',
  send: 'Versturen',
  empty: 'Schrijf bij één vraag iets op.',
  tooLong: 'Deze tekst is te lang. Maak hem korter; hij staat er nog.',
  thanks: { u: 'Dank u wel', je: 'Dank je wel' },
  sent: { u: '{from} kan nu lezen wat u schreef.', je: '{from} kan nu lezen wat je schreef.' },
  yours: { u: 'Dit schreef u', je: 'Dit schreef je' },
  theirs: 'Dit schreef {from}',
  takeBack: 'Mijn antwoord terugnemen',
  takenBack: { u: 'Uw antwoord is weg.', je: 'Je antwoord is weg.' },
  until: 'Deze link werkt tot en met {day}.',
  nowhere: 'Deze link werkt niet',
  ask: 'Vraag een nieuwe link aan wie hem stuurde.',
} as const satisfies Record<string, Phrase>

export type PeerWords = Readonly<Record<keyof typeof nl, string>>

const en: Readonly<Record<keyof typeof nl, string>> = {
  hello: 'Hello {to}',
  shows: '{from} shows you something.',
  asks: '{from} asks you something.',
  pieces: 'Pieces of {from}',
  questions: 'What do you think?',
  fill: 'Answer in your own words. You may skip a question.',
  who: 'Who reads this?',
  'who-me': 'Only {from}.',
  'who-buddy': '{from} and a buddy of the same group.',
  'who-lead': '{from} and whoever leads the group.',
  fixed: 'That does not change later.',
  both: '{from} wrote too. You read that after your own answer.',
  noNames: 'Name no clients.',
  send: 'Send',
  empty: 'Write something at one question.',
  tooLong: 'This text is too long. Make it shorter; it is still there.',
  thanks: 'Thank you',
  sent: '{from} can now read what you wrote.',
  yours: 'This you wrote',
  theirs: 'This {from} wrote',
  takeBack: 'Take back my answer',
  takenBack: 'Your answer is gone.',
  until: 'This link works until {day}.',
  nowhere: 'This link does not work',
  ask: 'Ask whoever sent it for a new link.',
}

/** The sentences of this page as somebody is addressed of whom nothing is known but her language. */
export const peerWordsFor = (listener: Listener): PeerWords => wordsTo({ nl, en }, listener)

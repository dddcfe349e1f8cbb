import { type Listener, type Phrase, wordsTo } from '@weerklank/core/shared/spoken'

/** Putting a tension in by link, and the cards about what hinders us. Dutch is the source. */
const nl = {
  add: 'Een spanning opschrijven',
  which: { u: 'Welke spanning herkent u? Kies er één.', je: 'Welke spanning herken jij? Kies er één.' },
  own: 'Een eigen paar',
  otherPair: 'Toch een ander paar kiezen',
  read: {
    u: 'Iedereen hier leest dit. Uw naam staat er niet bij.',
    je: 'Iedereen hier leest dit. Je naam staat er niet bij.',
  },
  left: 'De ene kant',
  right: 'De andere kant',
  good: 'Wat is er voor ons goed aan ‘{pole}’?',
  leftGood: 'Wat is er voor ons goed aan de ene kant?',
  rightGood: 'Wat is er voor ons goed aan de andere kant?',
  example: 'Bijvoorbeeld: {example}',
  situation: 'Waar merken we het?',
  situationHint:
    'Een moment of een soort overleg. Geen namen: het gaat nooit over één mens. Dit mag leeg blijven.',
  asks: 'Wat vraagt het van ons?',
  mayBeEmpty: 'Dit mag leeg blijven.',
  keep: 'Bewaren',
  keepAsIs: 'Bewaren zoals het er staat',
  weigh: 'Kijk nog even naar: {words}. Gaat het dan nog over ons, en niet over één mens?',
  weighDo: {
    u: 'Verander het, of bewaar het zoals het er staat. Het is nog niet bewaard.',
    je: 'Verander het, of bewaar het zoals het er staat. Het is nog niet bewaard.',
  },
  named: {
    u: 'Hier staat een naam of adres. Schrijf het zonder: het gaat over ons.',
    je: 'Hier staat een naam of adres. Schrijf het zonder: het gaat over ons.',
  },
  missing: { u: 'Vul dit nog in.', je: 'Vul dit nog in.' },
  tooLong: { u: 'Dit is te lang. Maak de tekst korter.', je: 'Dit is te lang. Maak de tekst korter.' },
  unreadable: 'Hier staat een teken dat wij niet kunnen lezen. Typ de tekst opnieuw.',
  tooMany: 'Er staan al heel veel spanningen. Praat eerst samen over die.',

  toTensions: 'Naar de spanningen',
  cards: 'Kaarten: wat ons in de weg zit',
  hindering: 'Wat ons in de weg zit',
  hinderingWhy: 'Vijf kaarten om een gesprek mee te beginnen. Ze gaan over ons samen, nooit over één mens.',
  questions: 'Vragen',
  shadow: 'En de andere kant',
  source: 'Bron',
} as const satisfies Record<string, Phrase>

export type OwnTensionWords = Readonly<Record<keyof typeof nl, string>>

const en: Readonly<Record<keyof typeof nl, string>> = {
  add: 'Write down a tension',
  which: 'Which tension do you recognise? Choose one.',
  own: 'A pair of your own',
  otherPair: 'Choose another pair after all',
  read: 'Everybody here reads this. Your name does not stand with it.',
  left: 'The one side',
  right: 'The other side',
  good: 'What is good for us about ‘{pole}’?',
  leftGood: 'What is good for us about the one side?',
  rightGood: 'What is good for us about the other side?',
  example: 'For example: {example}',
  situation: 'Where do we notice it?',
  situationHint:
    'A moment or a kind of meeting. No names: it is never about one person. This may stay empty.',
  asks: 'What does it ask of us?',
  mayBeEmpty: 'This may stay empty.',
  keep: 'Keep it',
  keepAsIs: 'Keep it as it is',
  weigh: 'Look once more at: {words}. Is it still about us then, and not about one person?',
  weighDo: 'Change it, or keep it as it is. It has not been kept yet.',
  named: 'There is a name or an address here. Write it without: it is about us.',
  missing: 'Please fill this in.',
  tooLong: 'This is too long. Make the text shorter.',
  unreadable: 'There is a sign here that we cannot read. Type the text again.',
  tooMany: 'There are very many tensions already. Talk about those together first.',

  toTensions: 'To the tensions',
  cards: 'Cards: what hinders us',
  hindering: 'What hinders us',
  hinderingWhy: 'Five cards to begin a talk with. They are about us together, never about one person.',
  questions: 'Questions',
  shadow: 'And the other side',
  source: 'Source',
}

/** The sentences of these pages as this person is addressed. */
export const ownTensionWordsFor = (listener: Listener): OwnTensionWords => wordsTo({ nl, en }, listener)

import { type Listener, type Phrase, wordsTo } from '@weerklank/core/shared/spoken'

/** Erasing what one wrote. Dutch is the source. */
const nl = {
  title: { u: 'Wis wat u schreef', je: 'Wis wat je schreef' },
  what: {
    u: 'Dit gaat weg: uw doelen, antwoorden, oefeningen, plannen, map en gevraagde feedback.',
    je: 'Dit gaat weg: je doelen, antwoorden, oefeningen, plannen, map en gevraagde feedback.',
  },
  count: 'Het zijn nu {count} stukjes.',
  countOne: 'Het is nu 1 stukje.',
  nothing: { u: 'Er is niets van u bewaard.', je: 'Er is niets van jou bewaard.' },
  stays: {
    u: 'Op de lijst blijft staan dat u meedeed, en wanneer er iets binnenkwam.',
    je: 'Op de lijst blijft staan dat je meedeed, en wanneer er iets binnenkwam.',
  },
  left: 'Wat al in een verslag of bestand staat, kunnen we niet terughalen.',
  noWayBack: {
    u: 'Het komt niet terug. Wilt u het bewaren? Neem dan eerst uw map mee.',
    je: 'Het komt niet terug. Wil je het bewaren? Neem dan eerst je map mee.',
  },
  takeAlong: { u: 'Naar mijn map', je: 'Naar mijn map' },
  confirm: 'Ja, wis alles',
  done: { u: 'Alles wat u schreef, is weg.', je: 'Alles wat je schreef, is weg.' },
} as const satisfies Record<string, Phrase>

const en: Readonly<Record<keyof typeof nl, string>> = {
  title: 'Erase what you wrote',
  what: 'This goes: your goals, answers, exercises, plans, portfolio and feedback you asked for.',
  count: 'There are {count} pieces now.',
  countOne: 'There is 1 piece now.',
  nothing: 'Nothing of yours is kept.',
  stays: 'The list still says that you took part, and when something came in.',
  left: 'What is in a report or a file already, we cannot take back.',
  noWayBack: 'It does not come back. Do you want to keep it? Take your portfolio along first.',
  takeAlong: 'To my portfolio',
  confirm: 'Yes, erase everything',
  done: 'Everything that you wrote is gone.',
}

export const eraseWordsFor = (listener: Listener) => wordsTo({ nl, en }, listener)

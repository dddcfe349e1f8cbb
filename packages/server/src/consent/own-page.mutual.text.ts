import { type Listener, wordsTo } from '@weerklank/core/shared/spoken'

/** The sentences of the page on which two people's answers stand beside each other. Dutch is the source. */
const nl = {
  title: { u: 'Uw beeld en dat van de ander', je: 'Jouw beeld en dat van de ander' },
  way: { u: 'Uw beeld naast dat van de ander', je: 'Jouw beeld naast dat van de ander' },
  intro: {
    u: 'U en de ander antwoordden op dezelfde vragen. Er is geen goed of fout.',
    je: 'Jij en de ander antwoordden op dezelfde vragen. Er is geen goed of fout.',
  },
  nothing: { u: 'Er is u nog geen beeld gevraagd.', je: 'Er is je nog geen beeld gevraagd.' },
  with: 'Met {name}, gevraagd op {day}',
  bothWait: {
    u: 'Niemand leest de ander, tot u beiden klaar bent.',
    je: 'Niemand leest de ander, tot jullie beiden klaar zijn.',
  },
  opens: 'Op {day} gaat het open met wat er is.',
  waitsClient: { u: 'We wachten nog op uw antwoord.', je: 'We wachten nog op jouw antwoord.' },
  waitsOther: '{name} heeft nog niet geantwoord.',
  declined: {
    u: '{name} vult het niet in. Uw antwoord gaat dan alleen open.',
    je: '{name} vult het niet in. Jouw antwoord gaat dan alleen open.',
  },
  closed: 'De tijd is voorbij. Niemand heeft geantwoord.',
  you: { u: 'U', je: 'Jij' },
  youInside: { u: 'u', je: 'jij' },
  asTable: 'Lees het als lijst',
  item: 'Vraag',
  words: 'In woorden',
  openText: '{name} schreef:',
  afterReading: '{name} antwoordde na het lezen van het andere antwoord.',
  guesses: 'Wat jullie van elkaar dachten',
  guessTitle: {
    u: 'Wat denkt u dat {name} antwoordt?',
    je: 'Wat denk je dat {name} antwoordt?',
  },
  guessIntro: {
    u: 'Dit hoeft niet. Kies per vraag een cijfer van 0 tot 10.',
    je: 'Dit hoeft niet. Kies per vraag een cijfer van 0 tot 10.',
  },
  none: 'geen gok',
  guessKeep: { u: 'Bewaar wat ik denk', je: 'Bewaar wat ik denk' },
  guessKept: {
    u: 'Uw gok is bewaard. Straks staat hij naast het antwoord.',
    je: 'Je gok is bewaard. Straks staat hij naast het antwoord.',
  },
}

type Words = typeof nl

const en: Record<keyof Words, string> = {
  title: 'Your picture and that of the other',
  way: 'Your picture beside that of the other',
  intro: 'You and the other answered the same questions. There is no right or wrong.',
  nothing: 'You were not asked for a picture yet.',
  with: 'With {name}, asked on {day}',
  bothWait: 'Nobody reads the other until you both are done.',
  opens: 'On {day} it opens with what is there.',
  waitsClient: 'We are still waiting for your answer.',
  waitsOther: '{name} has not answered yet.',
  declined: '{name} does not fill it in. Your answer then opens by itself.',
  closed: 'The time is over. Nobody answered.',
  you: 'You',
  youInside: 'you',
  asTable: 'Read it as a list',
  item: 'Question',
  words: 'In words',
  openText: '{name} wrote:',
  afterReading: '{name} answered after reading the other answer.',
  guesses: 'What you thought of each other',
  guessTitle: 'What do you think {name} answers?',
  guessIntro: 'This is not needed. Choose a number from 0 to 10 for each question.',
  none: 'no guess',
  guessKeep: 'Keep what I think',
  guessKept: 'Your guess is kept. Later it stands beside the answer.',
}

export const ownMutualText = { nl, en }

export function ownMutualWordsFor(listener: Listener): Readonly<Record<keyof Words, string>> {
  return wordsTo(ownMutualText, listener)
}

import type { Language } from '../shared/language.ts'
import { countWord } from '../shared/number-words.ts'
import type { ItemChange, MomentCount, TalkReason } from './circle-check.talk.ts'
import type { CheckRefusal } from './circle-check.ts'

type Words = {
  refusal: Record<CheckRefusal, string>
  reason: Record<TalkReason, string>
  moment: (of: { n: number; near: number; end: string }) => string
  change: (before: string, now: string) => string
  still: (labels: string) => string
  hidden: string
  same: string
  others: string
  notYet: string
  talk: string
}

const nl: Words = {
  refusal: {
    'too-few-people':
      'Met vier mensen of minder hoort een cijfer bij iemand. Kies een gesprek: de kaarten hieronder helpen.',
    'too-many-people': 'Vanaf elf mensen vragen we het zonder namen: maak een peiling.',
    'no-talk': 'Kies een dag voor het gesprek, na de dag waarop het sluit.',
    'wrong-days': 'Kies een sluitdag na de eerste dag, binnen zestig dagen. Begin niet in het verleden.',
  },
  reason: {
    differ: 'Hier lopen jullie antwoorden het verst uiteen.',
    shadow: 'Dit komt altijd aan bod, wat er ook is geantwoord.',
    card: 'Een kaart om over te praten.',
  },
  moment: ({ near, n, end }) => `${countWord(near, 'nl')} van de ${countWord(n, 'nl')} dicht bij ‘${end}’`,
  change: (before, now) => `Toen ${before}, nu ${now}.`,
  still: (labels) => `In de aantallen veranderde niets bij: ${labels}.`,
  hidden: 'niet te tonen: te weinig antwoorden',
  same: 'Beide keren antwoordde iedereen, en het zijn dezelfde mensen.',
  others:
    'Het zijn niet zeker dezelfde mensen die antwoordden. Een ander cijfer kan ook van iemand anders zijn.',
  notYet: 'Nog niet iedereen antwoordde, of de tijd loopt nog. Tot dan ziet niemand iets.',
  talk: 'We tonen geen cijfers: dan zou een cijfer bij iemand kunnen horen. Het gesprek gaat gewoon door, met deze kaarten.',
}

const en: Words = {
  refusal: {
    'too-few-people':
      'With four people or fewer a mark belongs to somebody. Choose a talk: the cards below help.',
    'too-many-people': 'From eleven people on we ask without names: make a round.',
    'no-talk': 'Choose a day for the talk, after the last day to answer.',
    'wrong-days': 'Choose a last day after the first, within sixty days. Do not begin in the past.',
  },
  reason: {
    differ: 'Here your answers lie furthest apart.',
    shadow: 'This always comes up, whatever was answered.',
    card: 'A card to talk about.',
  },
  moment: ({ near, n, end }) => `${countWord(near, 'en')} of ${countWord(n, 'en')} near ‘${end}’`,
  change: (before, now) => `Then ${before}, now ${now}.`,
  still: (labels) => `The counts did not change for: ${labels}.`,
  hidden: 'not to be shown: too few answers',
  same: 'Both times everybody answered, and they are the same people.',
  others: 'Those who answered may not be the same people. Another mark can also be somebody else’s.',
  notYet: 'Not everybody answered yet, or there is still time. Until then nobody sees anything.',
  talk: 'We show no numbers: a number could belong to somebody. The talk goes on, with these cards.',
}

/** The sentences about checks of a circle that stand in the app and on the pages by link alike; Dutch is the source. */
export const circleCheckWords: Readonly<Record<Language, Words>> = { nl, en }

/**
 * One item at two moments in one sentence, in counts: "Toen twee van de zes dicht bij ‘ja, altijd’, nu vier van de zes …". Tells of the
 * low end where only that changed.
 */
export function changeSentence({ item, before, now }: ItemChange, language: Language): string {
  const say = circleCheckWords[language]
  const isLow = before !== null && now !== null && before.high === now.high && before.low !== now.low
  const at = isLow ? item.low : item.high
  const end = language === 'nl' ? at.nl.je : at.en
  const told = (count: MomentCount | null) =>
    count === null ? say.hidden : say.moment({ n: count.n, near: isLow ? count.low : count.high, end })
  return say.change(told(before), told(now))
}

/** The items of which nothing changed in the counts, in one sentence; null where there is none. */
export function stillSentence(still: readonly ItemChange[], language: Language): string | null {
  if (still.length === 0) return null
  return circleCheckWords[language].still(still.map(({ item }) => item.label[language]).join('; '))
}

import type { Language } from '../shared/language.ts'
import { fixedNumber } from '../shared/number-words.ts'
import type { Gap, Guess } from './round-between.ts'
import type { PlanStep } from './round-plan.ts'
import type { RoundOutcome } from './team.contract.ts'

type Pair = { first: string; second: string; one: string; other: string }

type Words = {
  guess: (pair: { from: string; about: string; guessed: string; said: string }) => string
  near: string
  far: string
  gap: (pair: Pair) => string
  same: string
  differ: string
  apart: (item: string) => string
  apartAsk: string
  shadow: (item: string) => string
  shadowAsk: string
  high: string
  highAsk: string
  tooLow: string
  tooLowAsk: string
  swapAsk: string
  gapAsk: string
  other: Record<'other-threshold' | 'other-shape' | 'too-few-new' | 'not-shown', string>
}

const nl: Words = {
  guess: ({ from, about, guessed, said }) =>
    `${from}: jullie dachten ${guessed}. ${about}: zij zeiden ${said}.`,
  near: 'Dat ligt dicht bij elkaar.',
  far: 'Dat ligt uit elkaar. Daar zit een gesprek in.',
  gap: ({ first, second, one, other }) =>
    `${first} over ${second}: ${one}. ${second} over ${first}: ${other}.`,
  same: 'Zij ervaren het ongeveer hetzelfde.',
  differ: 'Zij ervaren het verschillend.',
  apart: (item) => `‘${item}’: hier liggen de antwoorden uit elkaar.`,
  apartAsk:
    'Wat ziet de één wat de ander niet ziet? Laat eerst iemand aan het woord die anders denkt dan de meesten.',
  shadow: (item) => `‘${item}’: vraag hier altijd naar.`,
  shadowAsk: 'Wat kost het samenwerken? Wie voelde zich erbuiten staan? Zeg eerst dat dit geen verwijt is.',
  high: 'Alles staat hoog.',
  highAsk: 'Mooi. Wat zeggen we misschien niet? Wat zou er anders staan als iemand van buiten meekeek?',
  tooLow: 'Er zijn te weinig antwoorden om iets te laten zien. Dat zegt niets over wie wel of niet meedeed.',
  tooLowAsk: 'Praat toch. Wat maakt antwoorden hier lastig, en wat willen jullie wel met elkaar bespreken?',
  swapAsk:
    'Vertel elkaar waaraan je dacht. Niemand had het goed of fout: wat wisten jullie nog niet van elkaar?',
  gapAsk: 'Vraag elkaar om één voorbeeld. Wat ging er goed, en wat had je nodig?',
  other: {
    'other-threshold': 'Toen gold een andere grens voor kleine groepen. Daarom leggen we dit er niet naast.',
    'other-shape': 'Toen waren er andere groepen te zien. Daarom leggen we dit er niet naast.',
    'too-few-new':
      'Er kwamen maar een paar mensen bij, of er gingen er een paar weg. Ernaast leggen zou iets over hen verraden.',
    'not-shown': 'Van deze keer is niets te zien: er waren te weinig antwoorden.',
  },
}

const en: Words = {
  guess: ({ from, about, guessed, said }) => `${from}: you thought ${guessed}. ${about}: they said ${said}.`,
  near: 'These lie close together.',
  far: 'These lie apart. There is a talk in that.',
  gap: ({ first, second, one, other }) =>
    `${first} about ${second}: ${one}. ${second} about ${first}: ${other}.`,
  same: 'They experience it about the same.',
  differ: 'They experience it differently.',
  apart: (item) => `‘${item}’: here the answers lie apart.`,
  apartAsk: 'What does one see that another does not? First hear somebody who thinks otherwise than most.',
  shadow: (item) => `‘${item}’: always ask about this.`,
  shadowAsk: 'What does working together cost? Who felt left out? Say first that this is no reproach.',
  high: 'Everything is high.',
  highAsk: 'Good. What do we perhaps not say? What would be different if somebody from outside looked along?',
  tooLow: 'There are too few answers to show something. That says nothing about who took part or did not.',
  tooLowAsk:
    'Talk all the same. What makes answering hard here, and what do you want to talk about together?',
  swapAsk:
    'Tell each other what you thought of. Nobody was right or wrong: what did you not know of each other yet?',
  gapAsk: 'Ask each other for one example. What went well, and what did you need?',
  other: {
    'other-threshold': 'Another limit for small groups held then. So we do not lay it beside this one.',
    'other-shape': 'Other groups could be seen then. So we do not lay it beside this one.',
    'too-few-new':
      'Only a few people came or left. To lay it beside this one would tell something about them.',
    'not-shown': 'Nothing can be seen of this time: there were too few answers.',
  },
}

/** The sentences of what groups said about each other and of the plan for the talk; Dutch is the source. */
export const roundTalkWords: Readonly<Record<Language, Words>> = { nl, en }

/** From this part of the scale on two means are said to lie apart. */
const apartFrom = 0.1

type Of = { readonly outcome: RoundOutcome; readonly language: Language }

const nameOf = ({ groups }: RoundOutcome, id: string) => groups.find((group) => group.id === id)?.name ?? ''
const lengthOf = ({ scale }: RoundOutcome['instrument']) => scale.max - scale.min

/** "Jullie dachten 6,2, zij zeiden 7,4", and whether that is near; never that somebody was right. */
export function guessSentence(guess: Guess, { outcome, language }: Of): string {
  const told = (value: number) => fixedNumber(value, language, 1)
  const names = { from: nameOf(outcome, guess.from), about: nameOf(outcome, guess.about) }
  const means = { guessed: told(guess.guessed), said: told(guess.said) }
  const sentence = roundTalkWords[language].guess({ ...names, ...means })
  return `${sentence} ${guessBeside(guess, { outcome, language })}`
}

/** Whether what was thought lies near what was said, in words. */
export function guessBeside({ guessed, said }: Guess, { outcome, language }: Of): string {
  const words = roundTalkWords[language]
  const isFar = Math.abs(guessed - said) / lengthOf(outcome.instrument) >= apartFrom
  return isFar ? words.far : words.near
}

/** What two groups say about each other, side by side. */
export function gapSentence(
  { first, second, firstMean, secondMean, gap }: Gap,
  { outcome, language }: Of,
): string {
  const words = roundTalkWords[language]
  const told = (value: number) => fixedNumber(value, language, 1)
  const isFar = Math.abs(gap) / lengthOf(outcome.instrument) >= apartFrom
  const pair = { first: nameOf(outcome, first), second: nameOf(outcome, second) }
  return `${words.gap({ ...pair, one: told(firstMean), other: told(secondMean) })} ${isFar ? words.differ : words.same}`
}

/** A step of the talk in words: what it is about, and a question to open with. */
export function planWords(step: PlanStep, { outcome, language }: Of): { about: string; ask: string } {
  const words = roundTalkWords[language]
  const labelOf = (item: string) =>
    outcome.instrument.items.find(({ id }) => id === item)?.label[language] ?? item
  switch (step.kind) {
    case 'apart':
      return { about: words.apart(labelOf(step.item)), ask: words.apartAsk }
    case 'shadow':
      return { about: words.shadow(labelOf(step.item)), ask: words.shadowAsk }
    case 'guess':
      return {
        about: `‘${labelOf(step.guess.item)}’. ${guessSentence(step.guess, { outcome, language })}`,
        ask: words.swapAsk,
      }
    case 'gap':
      return { about: gapSentence(step.gap, { outcome, language }), ask: words.gapAsk }
    case 'high':
      return { about: words.high, ask: words.highAsk }
    case 'too-low':
      return { about: words.tooLow, ask: words.tooLowAsk }
  }
}

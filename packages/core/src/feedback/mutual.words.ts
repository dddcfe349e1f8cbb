import type { Language } from '../shared/language.ts'
import { fill, type Listener, wordsTo } from '../shared/spoken.ts'
import { valueLabel } from './instrument.score.ts'
import type { GuessFit, MutualLine } from './mutual.ts'

const nl = {
  near: 'dicht bij elkaar',
  lower: 'hier kijken jullie anders: {name} {by} lager',
  higher: 'hier kijken jullie anders: {name} {by} hoger',
  shortLower: '{name} {by} lager',
  shortHigher: '{name} {by} hoger',
  onlyOne: 'alleen {name} vulde dit in',
  shortOne: 'alleen {name}',
  nobody: 'niet ingevuld',
  none: 'Jullie antwoorden liggen overal dicht bij elkaar.',
  one: 'Bij 1 vraag kijken jullie anders: {items}.',
  many: 'Bij {count} vragen kijken jullie anders: {items}.',
  nothing: 'Er is nog niets naast elkaar te leggen.',
  // To say aloud to the client, by the professional.
  askLower: {
    u: 'Bij ‘{item}’ koos u lager dan ik. Wat maakt dat?',
    je: 'Bij ‘{item}’ koos je lager dan ik. Wat maakt dat?',
  },
  askHigher: {
    u: 'Bij ‘{item}’ koos u hoger dan ik. Wat ziet u dat ik mis?',
    je: 'Bij ‘{item}’ koos je hoger dan ik. Wat zie jij dat ik mis?',
  },
  askNone: {
    u: 'We zien het bijna hetzelfde. Klopt dat voor u ook zo?',
    je: 'We zien het bijna hetzelfde. Klopt dat voor jou ook zo?',
  },
  // To the client, about the professional.
  tell: {
    u: 'U kunt vragen: hoe kijkt u naar ‘{item}’?',
    je: 'Je kunt vragen: hoe kijk jij naar ‘{item}’?',
  },
  guessNear: '{who} raadde {guess}. Dat ligt dicht bij {value}.',
  guessOff: '{who} raadde {guess}. Het werd {value}. Praat erover: waar kwam dat door?',
  afterReading: 'gegeven na het lezen van het andere antwoord',
}

const en: Readonly<Record<keyof typeof nl, string>> = {
  near: 'close together',
  lower: 'here you look differently: {name} {by} lower',
  higher: 'here you look differently: {name} {by} higher',
  shortLower: '{name} {by} lower',
  shortHigher: '{name} {by} higher',
  onlyOne: 'only {name} filled this in',
  shortOne: 'only {name}',
  nobody: 'not filled in',
  none: 'Your answers are close together everywhere.',
  one: 'At 1 question you look differently: {items}.',
  many: 'At {count} questions you look differently: {items}.',
  nothing: 'There is nothing to lay side by side yet.',
  askLower: 'At ‘{item}’ you chose lower than I did. What makes it so?',
  askHigher: 'At ‘{item}’ you chose higher than I did. What do you see that I miss?',
  askNone: 'We see it almost the same way. Is that so for you too?',
  tell: 'You can ask: how do you look at ‘{item}’?',
  guessNear: '{who} guessed {guess}. That is close to {value}.',
  guessOff: '{who} guessed {guess}. It became {value}. Talk about it: where did that come from?',
  afterReading: 'given after reading the other answer',
}

type Names = { client: string; professional: string }

/** What is said of one item: near, or who is lower or higher and by how much; who left it empty. No judgement. */
export function lineWords(
  line: MutualLine,
  of: { names: Names; language: Language; short?: boolean },
): string {
  const words = wordsTo({ nl, en }, { language: of.language, address: 'u' })
  const { client, professional, difference, marked } = line
  if (client === null && professional === null) return words.nobody
  if (difference === null) {
    const name = client === null ? of.names.professional : of.names.client
    return fill(of.short === true ? words.shortOne : words.onlyOne, { name })
  }
  if (!marked) return words.near
  const by = valueLabel(Math.abs(difference), of.language)
  const isLower = difference < 0
  const short = isLower ? words.shortLower : words.shortHigher
  const long = isLower ? words.lower : words.higher
  return fill(of.short === true ? short : long, { name: of.names.client, by })
}

/** The picture in one sentence: at which questions the two look differently. Counts, never a total. */
export function pictureSentence(
  lines: readonly MutualLine[],
  of: { labels: Readonly<Record<string, string>>; language: Language },
): string {
  const words = wordsTo({ nl, en }, { language: of.language, address: 'u' })
  if (lines.every(({ difference }) => difference === null)) return words.nothing
  const marked = lines.filter((line) => line.marked).map(({ item }) => `‘${of.labels[item] ?? item}’`)
  if (marked.length === 0) return words.none
  return fill(marked.length === 1 ? words.one : words.many, {
    count: String(marked.length),
    items: marked.join(', '),
  })
}

/** A question with which the professional can open the talk about the largest difference, or about seeing it alike. */
export function pictureOpener(
  lines: readonly MutualLine[],
  of: { labels: Readonly<Record<string, string>>; listener: Listener; to: 'client' | 'professional' },
): string {
  const words = wordsTo({ nl, en }, of.listener)
  const largest = lines
    .filter((line) => line.marked)
    .toSorted((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0))[0]
  if (largest === undefined) return words.askNone
  const item = of.labels[largest.item] ?? largest.item
  // Whoever reads is told what she can ask the other.
  if (of.to === 'professional') return fill(words.tell, { item })
  return fill((largest.difference ?? 0) < 0 ? words.askLower : words.askHigher, { item })
}

/** A guess beside the answer, in words that invite to talk: nobody wins or loses. */
export function guessWords(
  of: { who: string; guess: number; value: number; fit: GuessFit },
  language: Language,
): string {
  const words = wordsTo({ nl, en }, { language, address: 'u' })
  return fill(of.fit === 'near' ? words.guessNear : words.guessOff, {
    who: of.who,
    guess: valueLabel(of.guess, language),
    value: valueLabel(of.value, language),
  })
}

/** Said beside an answer that was given when the other's could be read. */
export function afterReadingWords(language: Language): string {
  return (language === 'en' ? en : nl).afterReading
}

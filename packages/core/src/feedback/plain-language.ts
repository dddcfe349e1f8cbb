import type { ReadingLevel } from '../consent/consent.ts'
import { readsWords } from './plain-language.languages.ts'

/**
 * How easy a short text is to read, as an indication: no set of rules makes a text B1, and tools that judge it differ
 * (domain.md §9.1). It names what can be made plainer and never says that a text is good.
 */

/**
 * A sentence is best at most so long (`aim`), and of more words than `most` it is told: six for a child (domain.md §9.4), for
 * everybody twelve to fifteen (§9.1), and a little more for who reads such texts at work.
 */
export const sentenceWords = {
  child: { aim: 6, most: 6 },
  parent: { aim: 12, most: 15 },
  professional: { aim: 15, most: 20 },
} as const satisfies Record<ReadingLevel, { aim: number; most: number }>
const longWordLetters = { child: 10, parent: 12 } as const

export type PlainHint =
  | { kind: 'long-sentence'; words: number; aim: number; text: string }
  | { kind: 'long-word'; word: string }
  | { kind: 'hard-word'; word: string; instead: string }
  | { kind: 'abbreviation'; word: string }
  | { kind: 'passive'; text: string }
  | { kind: 'double-negation'; text: string }
  | { kind: 'two-questions'; text: string }

export type PlainReading = {
  words: number
  sentences: number
  syllables: number
  /** Flesch-Douma, of Dutch texts of 30 words or more: 60–70 normal, 70–80 rather easy, 80–90 easy. Else null. */
  flesch: number | null
  hints: PlainHint[]
}

/** Under so many words one long word decides the figure, and it says nothing. */
const fleschFromWords = 30

/**
 * Reads a text over for readers of a level. Sentence length is told of every language; words, passives and negations of Dutch
 * only (`language` is a BCP-47 tag), and words of the trade not to a professional. Of a hint that comes back in one text, the
 * first is given.
 */
export function readPlainly(text: string, language: string, level: ReadingLevel = 'parent'): PlainReading {
  const sentences = sentencesIn(text)
  const words = sentences.flatMap(wordsIn)
  const isDutch = readsWords(language)
  const syllables = isDutch ? words.reduce((sum, word) => sum + syllablesIn(word), 0) : 0
  const long = sentences.flatMap((sentence) => longSentence(sentence, level))
  const counts = { words: words.length, sentences: sentences.length, syllables }
  const flesch = isDutch && words.length >= fleschFromWords ? fleschDouma(counts) : null
  return {
    ...counts,
    flesch,
    hints: isDutch ? [...long, ...sentences.flatMap(sentenceHints), ...wordHints(words, level)] : long,
  }
}

/**
 * Flesch reading ease as Douma fitted it to Dutch (1960): 206.8 − 0.77 × syllables per 100 words − 0.93 × words per
 * sentence. Null without words or sentences. One decimal is meant; not rounded here.
 */
export function fleschDouma(of: { words: number; sentences: number; syllables: number }): number | null {
  const { words, sentences, syllables } = of
  if (words === 0 || sentences === 0) return null
  return 206.8 - 0.77 * ((100 * syllables) / words) - 0.93 * (words / sentences)
}

/** Sentences end with . ! ? … or at the end of a line; a dot inside a number or a short form ends nothing. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[.!?…؟]["'”’)]*)\s+|[\n\r]+/u)
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one))
}

/** Words with letters or digits; hyphens and apostrophes stay inside a word. */
export function wordsIn(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu) ?? []
}

/** Dutch vowels that sound as one, longest first; `ij` counts as a vowel. A number or a short form counts as one. */
const vowelGroups =
  /aai|ooi|oei|eeuw|ieuw|aa|ee|ii|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyáàäâéèêíìîóòôúùû]|[ëïöü]/giu

/** How many syllables a Dutch word has, by its vowels: right for most words, which is enough for a mean. */
export function syllablesIn(word: string): number {
  return Math.max(1, word.match(vowelGroups)?.length ?? 0)
}

function longSentence(sentence: string, level: ReadingLevel): PlainHint[] {
  const words = wordsIn(sentence).length
  const { aim, most } = sentenceWords[level]
  return words > most ? [{ kind: 'long-sentence', words, aim, text: sentence }] : []
}

// A form of "worden" or "zijn" with a past participle a few words further. A guess: "is" alone says nothing.
const passive =
  /\b(?:word|wordt|worden|werd|werden|geworden)\b(?:\s+\S+){0,5}?\s+(?:ge\p{L}{2,}(?:d|t|en)|(?:be|ver|ont|her)\p{L}{2,}(?:d|t|en))\b/iu
const negations =
  /\b(?:niet|geen|nooit|niemand|nergens|niets|zonder|on(?:mogelijk|duidelijk|juist|waar))\b/giu

function sentenceHints(sentence: string): PlainHint[] {
  const hints: PlainHint[] = []
  const found = passive.exec(sentence)
  if (found !== null) hints.push({ kind: 'passive', text: found[0] })
  if ((sentence.match(negations) ?? []).length > 1) hints.push({ kind: 'double-negation', text: sentence })
  if (asksTwice(sentence)) hints.push({ kind: 'two-questions', text: sentence })
  return hints
}

const verbsOfAsking =
  /\b(?:ben|bent|is|zijn|heb|hebt|heeft|kun|kunt|kan|wil|wilt|ga|gaat|doe|doet|voel|voelt|vind|vindt)\b/giu

/** One question that holds two: "Ben je blij en voel je je veilig?" has one answer for both. */
function asksTwice(sentence: string): boolean {
  if (!sentence.endsWith('?')) return false
  const [before, ...after] = sentence.split(/\s(?:en|of|maar)\s/iu)
  const asks = (part: string) => (part.match(verbsOfAsking) ?? []).length > 0
  return before !== undefined && asks(before) && after.some((part) => asksAtOnce(part))
}

/** What follows "en" asks by itself when it begins with its verb, as in "en voel je je veilig?". */
function asksAtOnce(part: string): boolean {
  const [first = '', second = ''] = wordsIn(part)
  return (
    (first.match(verbsOfAsking) ?? []).length > 0 &&
    /^(?:je|jij|u|jullie|dat|het|er|ze|hij|we)$/iu.test(second)
  )
}

/** Words of the trade with what people say. Lower case; other forms of the longer ones are found by their beginning. */
const hardWords: Readonly<Record<string, string>> = {
  samenwerkingsrelatie: 'samenwerking',
  evalueren: 'terugkijken',
  evaluatie: 'terugkijken',
  interventie: 'hulp of oefening',
  alliantie: 'klik, samenwerken',
  feedback: 'wat je ervan vindt',
  haalbaar: 'lukt het',
  implementeren: 'invoeren',
  communiceren: 'praten, vertellen',
  participeren: 'meedoen',
  participatie: 'meedoen',
  faciliteren: 'mogelijk maken',
  traject: 'hulp, periode',
  betrokkene: 'jij, de persoon',
  betreffende: 'over',
  aangaande: 'over',
  derhalve: 'daarom',
  desgewenst: 'als je wilt',
  indien: 'als',
  teneinde: 'om',
  middels: 'met, door',
  omtrent: 'over',
  tevens: 'ook',
  reeds: 'al',
  echter: 'maar',
  alvorens: 'voordat',
  gedurende: 'tijdens, in',
  aspecten: 'delen, dingen',
  functioneren: 'hoe het gaat',
  problematiek: 'problemen',
  ervaren: 'voelen, merken',
  ondersteuning: 'hulp',
  continueren: 'doorgaan',
  relevant: 'belangrijk',
  frequentie: 'hoe vaak',
  cognitief: 'wat je denkt',
  affectief: 'wat je voelt',
}
/** Begins like "ervaren", and is an everyday word. */
const everyday = new Set(['ervan', 'ervanaf', 'ervandaan'])
const known = Object.keys(hardWords).map((word) => ({ word, stem: word.replace(/(?:e?ren|.)$/u, '') }))

function wordHints(words: readonly string[], level: ReadingLevel): PlainHint[] {
  if (level === 'professional') return []
  const told = new Set<string>()
  return words.flatMap((word): PlainHint[] => {
    const low = word.toLowerCase()
    if (told.has(low)) return []
    told.add(low)
    const hint = wordHint(word, low, longWordLetters[level])
    return hint === null ? [] : [hint]
  })
}

function wordHint(word: string, low: string, letters: number): PlainHint | null {
  const base = everyday.has(low)
    ? undefined
    : known.find(({ word: one, stem }) => low === one || (one.length > 6 && low.startsWith(stem)))
  if (base !== undefined) return { kind: 'hard-word', word, instead: hardWords[base.word] ?? '' }
  if (isAbbreviation(word)) return { kind: 'abbreviation', word }
  if ([...word].length > letters && !word.includes('-')) return { kind: 'long-word', word }
  return null
}

/** "MDO", "a.u.b", "bijv": what one must know to read it. */
function isAbbreviation(word: string): boolean {
  return (
    /^\p{Lu}{2,6}$/u.test(word) ||
    /^\p{L}(?:\.\p{L})+$/u.test(word) ||
    /^(?:bijv|bv|evt|o\.a|m\.b\.t|enz|dhr|mw|incl|excl|nvt)$/iu.test(word)
  )
}

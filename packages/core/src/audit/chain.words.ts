import type { Language } from '../shared/language.ts'
import { clock, type Instant, localDay } from '../shared/time.ts'

/**
 * The first thing that is wrong with the record of a workspace. `lane` and `seq` name the link of the chain; `line` is the
 * line of which it can be told. `missing` ends at `last` when more links in a row are gone.
 */
export type ChainBreak = {
  kind: 'changed' | 'missing' | 'added' | 'out-of-order' | 'head' | 'outside'
  lane: number | null
  seq: number | null
  last?: number | undefined
  line: { id: string; at: Instant } | null
}

/** What is wrong with a chain, in plain words: which line or link, and what happened to it. */
export function breakWords(broken: ChainBreak, language: Language, timeZone: string): string {
  const { kind, lane, seq, last = seq } = broken
  const link = seq === null ? '' : linkWords[language](lane, seq, last)
  const line = broken.line === null ? null : lineWords[language](broken.line, timeZone)
  return sentences[language][kind](link, line)
}

const linkWords = {
  nl: (lane: number | null, seq: number, last: number | null) =>
    last === seq || last === null
      ? `schakel ${seq} van keten ${lane}`
      : `schakel ${seq} tot en met ${last} van keten ${lane}`,
  en: (lane: number | null, seq: number, last: number | null) =>
    last === seq || last === null
      ? `link ${seq} of chain ${lane}`
      : `links ${seq} to ${last} of chain ${lane}`,
}

const lineWords = {
  nl: ({ id, at }: { id: string; at: Instant }, timeZone: string) =>
    `regel ${id} van ${localDay(at, timeZone)} om ${clock(at, 'nl', timeZone)} uur`,
  en: ({ id, at }: { id: string; at: Instant }, timeZone: string) =>
    `line ${id} of ${localDay(at, timeZone)} at ${clock(at, 'en', timeZone)}`,
}

type Sentence = (link: string, line: string | null) => string

const sentences: Record<Language, Record<ChainBreak['kind'], Sentence>> = {
  nl: {
    changed: (link, line) =>
      line === null
        ? `In ${link} is een regel veranderd, of ontbreekt de laatste regel.`
        : `In ${link} is ${line} veranderd, of ontbreekt wat daarachter stond.`,
    missing: (link) => `Er ontbreekt iets: ${link}.`,
    added: (link, line) => `Aan ${link} is ${line ?? 'een regel'} later toegevoegd.`,
    'out-of-order': (link, line) =>
      `De volgorde klopt niet bij ${link}: daar hoort ${line ?? 'iets anders'}.`,
    head: (link) => `Het bewaarde einde van de keten past niet bij ${link}.`,
    outside: (_link, line) => `Buiten de ketens om is ${line ?? 'een regel'} toegevoegd.`,
  },
  en: {
    changed: (link, line) =>
      line === null
        ? `In ${link} a line was changed, or its last line is missing.`
        : `In ${link} ${line} was changed, or what stood behind it is missing.`,
    missing: (link) => `Something is missing: ${link}.`,
    added: (link, line) => `To ${link} ${line ?? 'a line'} was added afterwards.`,
    'out-of-order': (link, line) =>
      `The order is not right at ${link}: ${line ?? 'something else'} belongs there.`,
    head: (link) => `The end that was kept of the chain does not fit ${link}.`,
    outside: (_link, line) => `Outside the chains ${line ?? 'a line'} was added.`,
  },
}

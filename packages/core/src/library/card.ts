import type { Language } from '../shared/language.ts'
import type { Item } from './item.schema.ts'
import type { ReadingLevel } from './item.ts'
import { gradeWords, itemKindWords, licenceWords, provenanceWords } from './item.words.ts'

/** An item as one reader gets it: in one language, at one reading level, with what it rests on said in words. */
export type Card = {
  readonly key: string
  /** Of the words; another one than was asked for where the item has no other. */
  readonly language: Language
  readonly kind: string
  readonly title: string
  readonly summary: string
  readonly paragraphs: readonly string[]
  readonly sentences: readonly string[]
  readonly steps: readonly string[]
  /** Minutes and people, where they are known. */
  readonly needs: readonly string[]
  readonly source: string
  readonly url: string | null
  readonly grade: string
  readonly provenance: string
  /** A list of a chatbot: to be marked wherever the card stands. */
  readonly isFromChatbot: boolean
  readonly licence: string
}

const needWords = {
  nl: {
    minutes: (count: number) => (count === 1 ? '1 minuut' : `${count} minuten`),
    people: (min: number, max: number) => (min === max ? `${min} mensen` : `${min} tot ${max} mensen`),
  },
  en: {
    minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
    people: (min: number, max: number) => (min === max ? `${min} people` : `${min} to ${max} people`),
  },
}

/**
 * The card of an item; null where it has no text at that level. Children and youths are said `je`, parents `u`, colleagues `je`.
 * How much a source is worth, where something comes from and who may use it stand on every card.
 */
export function cardOf(item: Item, of: { level: ReadingLevel; language: Language }): Card | null {
  const written = item.levels[of.level]
  if (written === undefined) return null
  const language = written[of.language] === undefined ? otherOf(of.language) : of.language
  const address = of.level === 'parent' ? 'u' : 'je'
  const words = needWords[language]
  const { sentences = [], steps = [], groupSize, minutes, source } = item
  // How a way of talking goes is for who leads it, and not in words for a child.
  const isLed = of.level === 'child' && item.uses?.format !== undefined
  return {
    ...{ key: item.key, language, kind: itemKindWords[item.kind][language] },
    title: item.title[language] ?? '',
    summary: of.level === 'professional' ? (item.summary[language] ?? '') : '',
    paragraphs: (written[language] ?? '').split(/\n{2,}/).filter((one) => one !== ''),
    sentences: sentences.flatMap((one) => (language === 'nl' ? (one.nl?.[address] ?? []) : (one.en ?? []))),
    steps: isLed ? [] : steps.flatMap((one) => one[language] ?? []),
    needs: [
      ...(minutes === undefined ? [] : [words.minutes(minutes)]),
      ...(groupSize === undefined ? [] : [words.people(groupSize.min, groupSize.max)]),
    ],
    source: source.year === undefined ? source.text : `${source.text} (${source.year})`,
    url: source.url ?? null,
    grade: gradeWords[item.grade][language],
    provenance: provenanceWords[item.provenance][language],
    isFromChatbot: item.provenance === 'chatbot-list',
    licence: licenceWords[item.licence][language],
  }
}

const otherOf = (language: Language): Language => (language === 'nl' ? 'en' : 'nl')

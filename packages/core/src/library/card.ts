import { defaultAddressForm } from '../relation/relation.ts'
import type { Language } from '../shared/language.ts'
import type { Item } from './item.schema.ts'
import type { ReadingLevel } from './item.ts'
import { gradeWords, itemKindWords, licenceWords, provenanceWords, readingLevelWords } from './item.words.ts'

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
  /** What stands above the sentences: whether one says them, or may be asked them. */
  readonly sentencesHead: string
  readonly steps: readonly string[]
  readonly stepsHead: string
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

const headWords = {
  nl: { say: 'Zo kun je het zeggen', asked: 'Zo kan iemand het u vragen', steps: 'Zo gaat het' },
  en: { say: 'You can say it like this', asked: 'Somebody may ask you like this', steps: 'How it goes' },
}

/**
 * The card of an item, wherever it is shown: on a screen, behind a link, in a file. Null where it has no text at that level.
 * Children and youths are said `je`, parents `u`, colleagues `je`. What one says and how a talk is led are for who does so: they
 * stand on the professional's card. A parent finds there what she may be asked. How much a source is worth, where something comes
 * from and who may use it stand on every card.
 */
export function cardOf(item: Item, of: { level: ReadingLevel; language: Language }): Card | null {
  const written = item.levels[of.level]
  if (written === undefined) return null
  const language = written[of.language] === undefined ? otherOf(of.language) : of.language
  const words = needWords[language]
  const { steps = [], groupSize, minutes, source } = item
  const isLed = of.level !== 'professional' && item.uses?.format !== undefined
  return {
    ...{ key: item.key, language, kind: itemKindWords[item.kind][language] },
    title: item.title[language] ?? item.title[otherOf(language)] ?? '',
    summary: of.level === 'professional' ? (item.summary[language] ?? '') : '',
    paragraphs: (written[language] ?? '').split(/\n{2,}/).filter((one) => one !== ''),
    sentences: sentencesFor(item, of.level, language),
    sentencesHead: headWords[language][of.level === 'professional' ? 'say' : 'asked'],
    steps: isLed ? [] : steps.flatMap((one) => one[language] ?? []),
    stepsHead: headWords[language].steps,
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

/** What a professional says stands in her words, and never on the card of who hears it. */
function sentencesFor(item: Item, level: ReadingLevel, language: Language): string[] {
  const address = level === 'parent' ? 'u' : 'je'
  const all = (item.sentences ?? []).flatMap((one) =>
    language === 'nl' ? (one.nl?.[address] ?? []) : (one.en ?? []),
  )
  if (level === 'professional') return all
  const isAsked = level === 'parent' && asksParent(item) && all.every((one) => one.trim().endsWith('?'))
  return isAsked ? all : []
}

/** Questions that the item itself says are for a client or her family; a question to oneself or to a team is not. */
function asksParent({ kind, fits: { kinds, voices } }: Item): boolean {
  if (kind !== 'prompt') return false
  const isHelp = kinds.includes('with-help-seekers')
  if (voices.length === 0) return isHelp
  const hears = voices.some((voice) => defaultAddressForm(voice) === 'u')
  return hears && (isHelp || kinds.length === 0)
}

const leftOutWords = {
  nl: (count: number, level: ReadingLevel) =>
    `${count === 1 ? '1 kaart heeft' : `${count} kaarten hebben`} geen tekst ${lower(level, 'nl')} en ${count === 1 ? 'gaat' : 'gaan'} niet mee.`,
  en: (count: number, level: ReadingLevel) =>
    `${count === 1 ? '1 card has' : `${count} cards have`} no text ${lower(level, 'en')} and ${count === 1 ? 'is' : 'are'} left out.`,
}
const lower = (level: ReadingLevel, language: Language) => readingLevelWords[level][language].toLowerCase()

/** The cards of items, with in words how many have no text for this reader: whoever gets the file must know that it is not all. */
export function cardsOf(
  items: readonly Item[],
  of: { level: ReadingLevel; language: Language },
): { cards: Card[]; leftOut: string | null } {
  const cards = items.flatMap((item) => cardOf(item, of) ?? [])
  const count = items.length - cards.length
  return { cards, leftOut: count === 0 ? null : leftOutWords[of.language](count, of.level) }
}

const otherOf = (language: Language): Language => (language === 'nl' ? 'en' : 'nl')

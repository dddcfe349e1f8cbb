/**
 * Reading levels of a form, by the names of the consent texts: `parent` is the plain text that everybody reads, beside which a
 * text may have words for a `child` and for a `professional`. Where it has none the plain text stands.
 */
import { type ReadingLevel, readingLevels } from '../consent/consent.ts'
import type { Voice } from '../relation/relation.ts'
import {
  type FormItem,
  type FormLevel,
  type FormModel,
  type FormText,
  type FormWording,
  itemsOf,
} from './form.ts'

/** Levels beside the plain text. */
export const formLevels = ['child', 'professional'] as const satisfies readonly FormLevel[]

const professionals: readonly Voice[] = ['professional', 'colleague', 'partner', 'manager']

/** The level in which somebody is asked: a child's, a professional's for colleagues, else the plain one. */
export function readingLevelFor(voice: Voice): ReadingLevel {
  if (voice === 'child') return 'child'
  return professionals.includes(voice) ? 'professional' : 'parent'
}

/** The form as somebody of a level reads it, without words of other levels. The very same form where it has none at all. */
export function wordedFor(form: FormModel, level: ReadingLevel): FormModel {
  return levelsOf(form).length === 1 ? form : mapTexts(form, (text) => textFor(text, level))
}

function textFor({ levels, ...plain }: FormText, level: ReadingLevel): FormText {
  const own = level === 'parent' ? undefined : levels?.[level]
  if (own === undefined) return plain
  const translations = { ...plain.translations, ...own.translations }
  return {
    text: own.text ?? plain.text,
    ...(Object.keys(translations).length > 0 && { translations }),
  }
}

/** The levels in which some of the form is written; always the plain one. */
export function levelsOf(form: FormModel): ReadingLevel[] {
  const found = new Set<ReadingLevel>(['parent'])
  for (const { text } of textsIn(form)) {
    for (const level of formLevels) if (text.levels?.[level] !== undefined) found.add(level)
  }
  return readingLevels.filter((level) => found.has(level))
}

/** A text that is not there as somebody would read it: what stands for it is in another level or language. */
export type WordingGap = {
  /** Null: of the form itself. */
  linkId: string | null
  missing: 'level' | 'language'
}

/**
 * Which items (and the name of the form) have words that are missing in a language, or else at a level: the plain text, or that
 * of the first language, is read there. Each item once.
 */
export function wordingGaps(
  form: FormModel,
  reader: { level: ReadingLevel; language: string },
): WordingGap[] {
  const { level } = reader
  const source = form.language ?? 'nl'
  const language = isSame(source, reader.language) ? null : reader.language
  const found = new Map<string | null, WordingGap>()
  for (const { linkId, text } of textsIn(form)) {
    if (text.text.trim() === '') continue
    const own = level === 'parent' ? text : text.levels?.[level]
    const gap = hasWords(own, language)
      ? null
      : language !== null && !hasWords(text, language)
        ? 'language'
        : 'level'
    if (gap !== null && found.get(linkId)?.missing !== 'language') found.set(linkId, { linkId, missing: gap })
  }
  return [...found.values()]
}

/** Of the first language (null) the text itself, of another its translation. */
function hasWords(wording: FormWording | undefined, language: string | null): boolean {
  if (wording === undefined) return false
  if (language === null) return (wording.text ?? '') !== ''
  return Object.keys(wording.translations ?? {}).some((tag) => isSame(tag, language))
}

/** `nl` and `nl-NL` are read by the same people. */
const isSame = (one: string, other: string) => startOf(one) === startOf(other)
const startOf = (tag: string) => tag.toLowerCase().split('-')[0]

type Located = { linkId: string | null; text: FormText }

/** All words that somebody who answers may read, with where they stand; null is the form itself. */
export function* textsIn(form: FormModel): Generator<Located> {
  const all = (linkId: string | null, texts: readonly (FormText | undefined)[]) =>
    texts.flatMap((text) => (text === undefined ? [] : [{ linkId, text }]))
  yield* all(null, [form.title, form.description])
  for (const { linkId, text, help, shortText, options = [], slider } of itemsOf(form.items)) {
    yield* all(linkId, [text, help, shortText, slider?.low, slider?.high])
    for (const option of options) yield { linkId, text: option.text }
  }
}

type MakeText = (text: FormText) => FormText

function mapTexts(form: FormModel, make: MakeText): FormModel {
  const { description, items } = form
  return {
    ...form,
    title: make(form.title),
    ...(description && { description: make(description) }),
    items: items.map((item) => mapItem(item, make)),
  }
}

/** As deep as a form may be (`formDepthLimit`). */
function mapItem(item: FormItem, make: MakeText): FormItem {
  const { text, help, shortText, options, slider, items } = item
  return {
    ...item,
    ...(text && { text: make(text) }),
    ...(help && { help: make(help) }),
    ...(shortText && { shortText: make(shortText) }),
    ...(options && { options: options.map((option) => ({ ...option, text: make(option.text) })) }),
    ...(slider && {
      slider: {
        ...slider,
        ...(slider.low && { low: make(slider.low) }),
        ...(slider.high && { high: make(slider.high) }),
      },
    }),
    ...(items && { items: items.map((child) => mapItem(child, make)) }),
  }
}

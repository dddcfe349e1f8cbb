import { z } from 'zod'
import type { Language } from '../shared/language.ts'
import { type Card, cardsOf } from './card.ts'
import { type Item, itemShape } from './item.schema.ts'
import type { ReadingLevel } from './item.ts'

/** Items as an open file: JSON that can be read in again, and Markdown to read. */

const fileMark = 'weerklank-library'
const fileVersion = 1
/** A file that is read in holds so many items at most. */
export const itemsInFile = 1000

/** The file as it is written. */
export const libraryFile = z.object({
  format: z.literal(fileMark),
  version: z.literal(fileVersion),
  items: z.array(itemShape),
})

const fileShape = z.object({
  format: z.literal(fileMark),
  version: z.literal(fileVersion),
  items: z.array(z.unknown()).max(itemsInFile),
})

/** The items as JSON. What `readItems` reads of it are the same items. */
export function writeItems(items: readonly Item[]): string {
  return `${JSON.stringify({ format: fileMark, version: fileVersion, items }, null, 2)}\n`
}

/** Why an item of a file cannot be taken: which field, and what is wrong with it. */
export type ItemProblem = { readonly at: number; title: string; field: string; problem: string }

export type ReadItems =
  | {
      readonly ok: true
      readonly items: readonly { at: number; item: Item }[]
      readonly problems: readonly ItemProblem[]
    }
  | { readonly ok: false }

/** Reads a file of items; what is wrong is told per item, counted from 1, and the others are taken. Not ok: no such file. */
export function readItems(file: string): ReadItems {
  const whole = fileShape.safeParse(parsed(file))
  if (!whole.success) return { ok: false }
  const items: { at: number; item: Item }[] = []
  const problems: ItemProblem[] = []
  for (const [index, one] of whole.data.items.entries()) {
    const read = itemShape.safeParse(one)
    if (read.success) items.push({ at: index + 1, item: read.data })
    else {
      const [issue] = read.error.issues
      const field = issue?.path.join('.') ?? ''
      problems.push({ at: index + 1, title: titleOf(one), field, problem: issue?.message ?? '' })
    }
  }
  return { ok: true, items, problems }
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(file)
  } catch {
    return undefined
  }
}

const titled = z.object({ title: z.object({ nl: z.string().optional(), en: z.string().optional() }) })

function titleOf(one: unknown): string {
  const read = titled.safeParse(one)
  return read.success ? (read.data.title.nl ?? read.data.title.en ?? '').slice(0, 120) : ''
}

const headWords = {
  nl: { source: 'Bron', rests: 'Waar dit op rust' },
  en: { source: 'Source', rests: 'What this rests on' },
} as const

/** The items as Markdown, one below the other; how many have no text at that level is said below them. */
export function writeMarkdown(
  items: readonly Item[],
  of: { title: string; level: ReadingLevel; language: Language },
): string {
  const { cards, leftOut } = cardsOf(items, of)
  const below = leftOut === null ? [] : [plain(leftOut)]
  return `${[`# ${plain(of.title)}`, ...cards.map(markdownOf), ...below].join('\n\n')}\n`
}

function markdownOf(card: Card): string {
  const words = headWords[card.language]
  const facts = [card.kind, ...card.needs].join(' · ')
  return [
    `## ${plain(card.title)}`,
    `*${plain(facts)}*`,
    ...(card.isFromChatbot ? [`> **${card.provenance}**`] : []),
    ...(card.summary === '' ? [] : [plain(card.summary)]),
    ...card.paragraphs.map(plain),
    ...section(card.sentencesHead, card.sentences, '-'),
    ...section(card.stepsHead, card.steps, '1.'),
    [
      `- ${words.source}: ${plain(card.source)}${card.url === null ? '' : ` <${card.url}>`}`,
      `- ${words.rests}: ${card.grade}`,
      `- ${card.provenance}`,
      `- ${card.licence}`,
    ].join('\n'),
  ].join('\n\n')
}

const section = (head: string, lines: readonly string[], mark: string) =>
  lines.length === 0 ? [] : [`### ${head}`, lines.map((line) => `${mark} ${plain(line)}`).join('\n')]

/** What people wrote stays text: no heading, list, link or page of HTML comes of it. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)(\d+)([.)])|^(\s*)([-+])/gm, '$1$4$2\\$3$5')
}

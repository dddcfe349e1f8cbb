import { type Card, cardOf } from '@weerklank/core/library/card'
import { type ReadingLevel, readingLevels } from '@weerklank/core/library/item'
import { itemFactory } from '@weerklank/core/library/item.factory'
import type { Language } from '@weerklank/core/shared/language'
import { expect, test } from 'vitest'
import { cardsPdf } from '../reports/pdf.cards.ts'
import { type ReadTag, readPdf, tagsOf } from '../reports/pdf.reader.fixture.ts'
import { printedOf } from './card.printed.ts'
import { loadLibrary } from './library.content.ts'

const all = loadLibrary()
const again = / \((?:vervolg|continued)\)$/
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Each card as a reader of PDF gets it, with what went on on next cards. */
async function readCards(cards: readonly Card[], perPage: 4 | 8) {
  const bytes = await cardsPdf({
    ...{ title: 'Kaarten', language: 'nl', author: 'De Brug', made: '2026-11-22T08:00:00.000Z', perPage },
    cards: cards.map(printedOf),
    footer: (page, of) => `${page} / ${of}`,
  })
  const { tags, loose, pages } = await readPdf(bytes)
  const read: { title: string; heads: string[]; text: string; places: number }[] = []
  const sections = tagsOf(tags, 'Sect')
  for (const section of sections) {
    const title = of(section, 'H2').join(' ')
    const text = plain(of(section, 'P').join(' '))
    const last = read.at(-1)
    if (last !== undefined && title.replace(again, '') === last.title) {
      last.text += ` ${text}`
      last.heads.push(...of(section, 'H3'))
      last.places++
    } else read.push({ title, text, heads: of(section, 'H3'), places: 1 })
  }
  return { read, sections, loose, pages }
}

const of = (section: ReadTag, role: string) => tagsOf(section.children, role).map(({ text }) => text)

// What is for a parent or a child is short in each language.
const sheets = [
  ...readingLevels.map((level) => ({ level, language: 'nl' as const })),
  { level: 'professional' as const, language: 'en' as const },
].flatMap((one) => ([4, 8] as const).map((perPage) => ({ ...one, perPage })))

test.each(sheets)('all that a card says is printed: $level, $language, $perPage on a page', async (sheet) => {
  const cards = cardsFor(sheet)
  const { read, loose, pages } = await readCards(cards, sheet.perPage)
  expect(loose).toEqual([])
  expect(read.map(({ title }) => title)).toEqual(cards.map(({ title }) => plain(title)))
  const missing = cards.flatMap(({ paragraphs, sentences, steps, source, licence }, at) => {
    const text = read[at]?.text ?? ''
    const numbered = steps.map((one, index) => `${index + 1}. ${one}`)
    return [...paragraphs, ...sentences, ...numbered, source, licence].filter(
      (one) => !text.includes(plain(one)),
    )
  })
  expect(missing).toEqual([])
  const places = read.reduce((sum, one) => sum + one.places, 0)
  expect(pages).toBe(Math.ceil(places / sheet.perPage))
})

function cardsFor({ level, language }: { level: ReadingLevel; language: Language }): Card[] {
  return all.flatMap((item) => cardOf(item, { level, language }) ?? [])
}

test('the steps of a talk go on on a next card that says so, and none is broken off', async () => {
  const balint = cardsFor({ level: 'professional', language: 'nl' }).filter(({ key }) => key === 'balint')
  const { read, sections } = await readCards(balint, 8)
  expect(read).toHaveLength(1)
  expect(read[0]?.heads).toEqual(['Zo gaat het'])
  expect(read[0]?.text).toContain('11. ')
  const [, ...next] = sections
  expect(next.length).toBeGreaterThan(0)
  expect(next.map((one) => of(one, 'H2').join())).toEqual(next.map(() => 'Balintmethode (vervolg)'))
  expect(next.flatMap((one) => of(one, 'P')).filter((step) => !/^\d+\. /.test(step))).toEqual([])
})

test('a card of one’s own keeps all of its text, however long its title, source and text are', async () => {
  const long = Array.from({ length: 900 }, (_, at) => `w${at}`).join(' ')
  const own = itemFactory({
    title: { nl: 'W'.repeat(120) },
    levels: { professional: { nl: `Kort.\n\n${long}` } },
    source: { text: `${'W'.repeat(490)} slot` },
    ...{ provenance: 'chatbot-list', grade: 'none' },
  })
  const card = cardOf(own, { level: 'professional', language: 'nl' })
  for (const perPage of [4, 8] as const) {
    const { sections: parts } = await readCards(card === null ? [] : [card], perPage)
    const marked = parts.map((part) => of(part, 'P').some((one) => one.startsWith('Lijst van een chatbot')))
    expect(marked).toEqual(parts.map(() => true))
    const words = parts.flatMap((part) => of(part, 'P')).join(' ')
    const found = new Set(words.match(/\bw\d+\b/g))
    expect(found.size).toBe(900)
    expect(words).toContain('slot')
  }
})

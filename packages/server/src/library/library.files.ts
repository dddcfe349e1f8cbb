import { cardsOf } from '@weerklank/core/library/card'
import { collectionEndpoints } from '@weerklank/core/library/collection.contract'
import { filesAtMost, type LibraryFile } from '@weerklank/core/library/collection-files'
import { writeItems, writeMarkdown } from '@weerklank/core/library/exchange'
import type { ReadingLevel } from '@weerklank/core/library/item'
import type { Item } from '@weerklank/core/library/item.schema'
import { AppError } from '@weerklank/core/shared/errors'
import type { CollectionId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { fill } from '@weerklank/core/shared/spoken'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveSelfAfter } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { Download } from '../http/download.ts'
import { cardsPdf } from '../reports/pdf.cards.ts'
import type { Trx } from '../schema.ts'
import { printedLeftOut, printedOf } from './card.printed.ts'
import { findCollection } from './collection.repository.ts'
import { collectionText } from './collection.text.ts'
import { itemsByKey } from './item.repository.ts'
import { offlinePage } from './offline.page.ts'
import { itemsFor } from './search.routes.ts'

type Asked = {
  format: LibraryFile
  level: ReadingLevel
  language: Language
  title: string
  house: string
  items: readonly Item[]
  now: Instant
  zone: string
}

const titles = { nl: 'Kaarten uit Kennis', en: 'Cards from the library' } as const

/** Items to take along: to print, to read offline, or as an open file. Of what an organisation wrote it is recorded. */
export function serveLibraryFiles(to: MemberApi, { world }: { world: World }): void {
  serveSelfAfter(to, collectionEndpoints.takeLibrary, {
    read: async (session, { query }, trx): Promise<Asked> => {
      const { format, collection, reader, words, ...said } = query
      const language = words ?? query.language ?? session.member.language
      const of =
        collection === undefined
          ? await found(trx, session, { said, atMost: filesAtMost[format] })
          : await kept(trx, collection)
      await recordOwn(trx, world, { session, action: 'library.taken-along' })
      return {
        ...{ format, level: reader, language, title: of.title ?? titles[language], items: of.items },
        ...{ house: session.workspace.name, now: world.now(), zone: session.workspace.timeZone },
      }
    },
    make: fileOf,
  })
}

type Found = { title: string | null; items: Item[] }

async function kept(trx: Trx, id: CollectionId): Promise<Found> {
  const row = await findCollection(trx, id)
  if (row === undefined) throw new AppError('not-found')
  return { title: row.title, items: await itemsByKey(trx, row.item_keys) }
}

/** What stands in the list on the screen, in its order. */
async function found(
  trx: Trx,
  session: MemberSession,
  { said, atMost }: { said: object; atMost: number },
): Promise<Found> {
  const { hits, total } = await itemsFor(trx, session, { said, from: 0, atMost })
  if (total > atMost) throw new AppError('too-large')
  return { title: null, items: hits.map(({ body }) => body) }
}

async function fileOf(asked: Asked): Promise<Download> {
  const { format, items, title, language, level } = asked
  const day = localDay(asked.now, asked.zone).split('-').reverse().join('-')
  switch (format) {
    case 'json':
      return new Download({ name: 'kennis.json', type: 'application/json', text: writeItems(items) })
    case 'markdown':
      return new Download({ name: 'kennis.md', type: 'text/markdown', text: writeMarkdown(items, asked) })
    case 'offline': {
      const text = offlinePage({ language, title, day, ...cardsOf(items, { level, language }) })
      return new Download({ name: 'kennis.html', type: 'text/html', text })
    }
    case 'cards-4':
    case 'cards-8':
      return printed(asked)
  }
}

async function printed(asked: Asked): Promise<Download> {
  const { format, title, language, house, now } = asked
  const { cards, leftOut } = cardsOf(asked.items, asked)
  const words = collectionText[language]
  const text = await cardsPdf({
    ...{ title, language, author: house, made: now, perPage: format === 'cards-8' ? 8 : 4 },
    cards: [...cards.map(printedOf), ...(leftOut === null ? [] : [printedLeftOut(leftOut, asked)])],
    footer: (page, of) => `${fill(words.page, { page: String(page), of: String(of) })} · ${words.cut}`,
  })
  return new Download({ name: 'kaarten.pdf', type: 'application/pdf', text })
}

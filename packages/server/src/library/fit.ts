import { type FitAsk, fitting } from '@weerklank/core/library/fit'
import type { Offer } from '@weerklank/core/library/fit.contract'
import { fitReasonWords } from '@weerklank/core/library/fit.words'
import type { Item } from '@weerklank/core/library/item.schema'
import type { Bilingual } from '@weerklank/core/shared/language'
import { sql } from 'kysely'
import type { Trx } from '../schema.ts'
import { loadLibrary } from './library.content.ts'
import { loadThemeNames } from './theme-names.ts'

/** The shipped items in their newest version, and how themes of the codebooks are called. */
export type FitDeps = {
  readonly shipped: readonly Item[]
  readonly codeNames: ReadonlyMap<string, Bilingual>
}

/** What is needed to offer items, read once. */
export function loadFitDeps(): FitDeps {
  const all = loadLibrary().toSorted((a, b) => a.version - b.version)
  return {
    shipped: [...new Map(all.map((item) => [item.key, item])).values()],
    codeNames: loadThemeNames(),
  }
}

/** What is at hand, out of what ships and what the organisation published; each with why. */
export async function offers(trx: Trx, deps: FitDeps, ask: Omit<FitAsk, 'items'>): Promise<Offer[]> {
  return offered(deps, { ...ask, items: [...deps.shipped, ...(await publishedOwn(trx))] })
}

/** The same out of what ships alone: for who has no account with the organisation. */
export function shippedOffers(deps: FitDeps, ask: Omit<FitAsk, 'items'>): Offer[] {
  return offered(deps, { ...ask, items: deps.shipped })
}

function offered({ codeNames }: FitDeps, ask: FitAsk): Offer[] {
  return fitting(ask).map(({ item, reason }) => {
    const { key, kind, title, summary, minutes = null, grade, provenance } = item
    const because = (language: 'nl' | 'en') => fitReasonWords(reason, language, (code) => codeNames.get(code))
    return {
      ...{ key, kind, title, summary, minutes, grade, provenance },
      because: { nl: because('nl'), en: because('en') },
    }
  })
}

/** The newest published version of each own item that is still offered. */
async function publishedOwn(trx: Trx): Promise<Item[]> {
  const { rows } = await sql<{ body: Item }>`
    select distinct on (id) body from library_item where status = 'published' order by id, version desc
  `.execute(trx)
  return rows.map(({ body }) => body)
}

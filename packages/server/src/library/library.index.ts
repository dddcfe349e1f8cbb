import { isDeepStrictEqual } from 'node:util'
import type { Item, ShippedItem } from '@weerklank/core/library/item.schema'
import { type ItemIndex, indexOf, indexVersion } from '@weerklank/core/library/item-index'
import type { LibraryItemId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from '../schema.ts'
import { ownWords } from './search.words.ts'
import { tagNames } from './tag-names.ts'

/** What an item is found by, as the columns of both search tables. */
function findable(
  item: Item,
  { languages, levels, order, texts }: ItemIndex,
): Record<string, RawBuilder<unknown>> {
  const { fits, groupSize } = item
  const list = (values: readonly string[]) => sql`${[...values]}::text[]`
  const said = (language: 'dutch' | 'english', [title, summary, rest, tags]: ItemIndex['texts']['nl']) => {
    const part = (text: string, weight: string) =>
      sql`setweight(to_tsvector(${sql.lit(language)}, unaccent(${text})), ${sql.lit(weight)})`
    return sql`${part(title, 'A')} || ${part(summary, 'B')} || ${part(rest, 'C')} || ${part(tags, 'D')}`
  }
  return {
    ...{ item_key: sql`${item.key}`, version: sql`${item.version}`, kind: sql`${item.kind}` },
    ...{ grade: sql`${item.grade}`, provenance: sql`${item.provenance}` },
    ...{ languages: list(languages), levels: list(levels), relations: list(fits.kinds) },
    ...{ contexts: list(fits.contexts), situations: list(fits.situations), moments: list(fits.moments) },
    minutes: sql`${item.minutes ?? null}::int`,
    people_from: sql`${groupSize?.min ?? null}::int`,
    people_to: sql`${groupSize?.max ?? null}::int`,
    ...{ order_nl: sql`${order.nl}`, order_en: sql`${order.en}` },
    // Stop words of one language are words of the other: each text by its own.
    words: sql`${said('dutch', texts.nl)} || ${said('english', texts.en)}`,
    index_version: sql`${indexVersion}::int`,
  }
}

function upsert(table: string, values: Record<string, RawBuilder<unknown>>, key: readonly string[]) {
  const columns = Object.keys(values)
  const set = columns
    .filter((one) => !key.includes(one))
    .map((one) => sql`${sql.ref(one)} = excluded.${sql.ref(one)}`)
  return sql`insert into ${sql.table(table)} (${sql.join(columns.map((one) => sql.ref(one)))})
    values (${sql.join(Object.values(values))})
    on conflict (${sql.join(key.map((one) => sql.ref(one)))}) do update set ${sql.join(set)}`
}

type OwnOffered = { workspace: WorkspaceId; id: LibraryItemId; item: Item }

/** Lets a published item of the organisation be found, in place of its older version. */
export async function offerOwn(trx: Trx, of: OwnOffered): Promise<void> {
  const index = indexOf(of.item, tagNames)
  await putOwn(trx, of, index)
  await keepWords(trx, of.workspace, index.words)
}

/** The same of an item whose words are known already. */
export async function putOwn(trx: Trx, { workspace, id, item }: OwnOffered, index: ItemIndex): Promise<void> {
  const place = { workspace_id: sql`${workspace}::uuid`, item_id: sql`${id}::uuid` }
  const values = { ...place, ...findable(item, index) }
  await upsert('library_search', values, ['workspace_id', 'item_id']).execute(trx)
}

/** Every word of what the organisation wrote is known from now on; of an item that is withdrawn it stays so. */
async function keepWords(trx: Trx, workspace: WorkspaceId, words: ItemIndex['words']): Promise<void> {
  const known = await ownWords(trx, workspace)
  const fresh = (one: Language) => words[one].filter((word) => !known[one].has(word))
  for (const { letters, nl, en } of byLetters({ nl: fresh('nl'), en: fresh('en') })) {
    // What somebody else brings at the same moment stays; a word that came twice is one when it is read.
    await sql`insert into library_word (workspace_id, letters, words, english)
      values (${workspace}::uuid, ${letters}, ${nl}::text[], ${en}::text[])
      on conflict (workspace_id, letters) do update
      set words = library_word.words || excluded.words, english = library_word.english || excluded.english`.execute(
      trx,
    )
  }
}

/** Words as the rows of a table hold them: by how many letters they have. */
export function byLetters({ nl, en }: ItemIndex['words']): { letters: number; nl: string[]; en: string[] }[] {
  const of = { nl: Map.groupBy(nl, (word) => word.length), en: Map.groupBy(en, (word) => word.length) }
  return [...new Set([...of.nl.keys(), ...of.en.keys()])].map((letters) => ({
    ...{ letters, nl: of.nl.get(letters) ?? [], en: of.en.get(letters) ?? [] },
  }))
}

/**
 * Publishes the shipped items in the database, as its owner. A version that is there already must be the same to the letter:
 * collections and links point at it.
 */
export async function publishLibrary(owner: Db, items: readonly ShippedItem[]): Promise<void> {
  await owner.transaction().execute(async (trx) => {
    const kept = await trx.selectFrom('library_shipped').selectAll().execute()
    const stored = new Map(kept.map((row) => [`${row.item_key}@${row.version}`, row.body]))
    for (const item of items) {
      const before = stored.get(`${item.key}@${item.version}`)
      if (before === undefined) await addVersion(trx, item)
      else if (!isDeepStrictEqual(before, JSON.parse(JSON.stringify(item)))) {
        throw new Error(
          `content/library: ${item.key} version ${item.version} was changed after it was published. Put the old wording back and publish a new version.`,
        )
      }
    }
    await offerNewest(trx, items)
  })
}

async function addVersion(trx: Trx, item: ShippedItem): Promise<void> {
  await trx
    .insertInto('library_shipped')
    .values({ item_key: item.key, version: item.version, body: JSON.stringify(item) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** An item that is shipped no more is found no more; who kept it in a collection can still read it. */
async function offerNewest(trx: Trx, items: readonly ShippedItem[]): Promise<void> {
  const newest = new Map(items.toSorted((a, b) => a.version - b.version).map((one) => [one.key, one]))
  const rows = await trx
    .selectFrom('library_shipped_search')
    .select(['item_key', 'version', 'index_version'])
    .execute()
  const found = new Map(rows.map((row) => [row.item_key, row]))
  const gone = rows.map(({ item_key }) => item_key).filter((key) => !newest.has(key))
  if (gone.length > 0) await trx.deleteFrom('library_shipped_search').where('item_key', 'in', gone).execute()
  const stale = [...newest.values()].filter((item) => {
    const row = found.get(item.key)
    return row?.version !== item.version || row.index_version !== indexVersion
  })
  for (const item of stale) {
    const values = findable(item, indexOf(item, tagNames))
    await upsert('library_shipped_search', values, ['item_key']).execute(trx)
  }
  if (stale.length === 0 && gone.length === 0) return
  const indexes = [...newest.values()].map((item) => indexOf(item, tagNames))
  const all = (one: Language) => [...new Set(indexes.flatMap(({ words }) => words[one]))]
  await trx.deleteFrom('library_shipped_word').execute()
  for (const { letters, nl, en } of byLetters({ nl: all('nl'), en: all('en') })) {
    await trx.insertInto('library_shipped_word').values({ letters, words: nl, english: en }).execute()
  }
  await sql`analyze library_shipped_search, library_shipped_word`.execute(trx)
}

import {
  addressOfFilter,
  everything,
  filterOfAddress,
  type LibraryFilter,
} from '@weerklank/core/library/filter'
import { whyFound } from '@weerklank/core/library/found'
import { tagsOf } from '@weerklank/core/library/item-tags'
import { itemsOnPage, libraryEndpoints } from '@weerklank/core/library/library.contract'
import { mayWriteItems } from '@weerklank/core/library/own-item'
import { type MemberApi, type MemberSession, serveSelf } from '../access/access.ts'
import type { Trx } from '../schema.ts'
import { listed } from './item.presenter.ts'
import { searchItems } from './search.repository.ts'
import { termsOf } from './search.words.ts'
import { tagNames } from './tag-names.ts'

/** Finding items. Nothing of it is about anybody, and what is looked for is written down nowhere. */
export function serveLibrarySearch(to: MemberApi): void {
  serveSelf(to, libraryEndpoints.searchLibrary, async (session, { query }, trx) => {
    const { member } = session
    const { from = 0, ...said } = query
    const { terms, hits, total, isPartial, looked } = await itemsFor(trx, session, {
      ...{ said, from, atMost: itemsOnPage },
    })
    return {
      items: hits.map(({ body, isOwn }) => ({
        ...listed(body, isOwn),
        why: whyFound(body, looked, { tags: tagsOf(body, tagNames), language: member.language }),
      })),
      total,
      isPartial,
      meant: terms.flatMap(({ typed, meant }) => (meant.length === 0 ? [] : [{ typed, words: [...meant] }])),
      also: looked.flatMap(({ typed, also }) => (also === null ? [] : [{ typed, words: [...also.words] }])),
      mayWrite: mayWriteItems(member.roles).allowed,
    }
  })
}

/** What fits that a request asks for, in the order in which it is listed; with the terms that were made of what was typed. */
export async function itemsFor(
  trx: Trx,
  { workspace: { id: workspace }, member }: MemberSession,
  { said, from, atMost }: { said: object; from: number; atMost: number },
) {
  const filter = filterOf(said)
  const language = filter.language ?? member.language
  const terms = await termsOf(trx, { workspace, typed: filter.text, language })
  return { terms, ...(await searchItems(trx, { workspace, filter, terms, language, from, atMost })) }
}

/** The filter that a request says: only what can be chosen, by the same rule as for an address. */
export function filterOf(said: object): LibraryFilter {
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  return filterOfAddress(addressOfFilter({ ...everything, ...given }))
}

import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { collectionEndpoints } from '@weerklank/core/library/collection.contract'
import type { LibraryFilter } from '@weerklank/core/library/filter'
import type { libraryEndpoints } from '@weerklank/core/library/library.contract'
import { call, type Sent } from '../api/client.ts'

type Items = typeof libraryEndpoints
type Collections = typeof collectionEndpoints

/** Under which keys answers are kept: everything of the room hangs under `['library']`. */
export const libraryKeys = {
  all: ['library'],
  item: (key: string) => ['library', 'item', key] as const,
  collections: ['library', 'collections'],
} as const

/** What of a filter is chosen, as the server reads it. */
export function askedOf(filter: LibraryFilter): Sent<Items['searchLibrary']>['query'] {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== ''))
}

/** What fits, page after page. */
export function libraryQuery(filter: LibraryFilter) {
  return infiniteQueryOptions({
    queryKey: [...libraryKeys.all, 'search', filter],
    queryFn: ({ pageParam }) =>
      call<Items['searchLibrary']>('GET', '/api/library', { query: { ...askedOf(filter), from: pageParam } }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.items.length, 0)
      return shown < total ? shown : null
    },
  })
}

/** One item, in the version that is asked for or the newest. */
export function itemQuery(key: string, version?: number) {
  return queryOptions({
    queryKey: [...libraryKeys.item(key), version ?? null],
    queryFn: () =>
      call<Items['readLibraryItem']>('GET', '/api/library/items/:key', {
        params: { key },
        query: version === undefined ? {} : { version },
      }),
  })
}

export const ownItemsQuery = queryOptions({
  queryKey: [...libraryKeys.all, 'own'],
  queryFn: () => call<Items['listOwnItems']>('GET', '/api/library/own', {}),
})

/** What is done to an item of the organisation; afterwards every list of the room is asked anew. */
export function useItemDeeds() {
  const { afterwards } = useRoom()
  const keep = useMutation({
    mutationFn: (sent: Sent<Items['keepItem']>) =>
      call<Items['keepItem']>('PUT', '/api/library/own/:item', sent),
    onSettled: afterwards,
  })
  const publish = useMutation({
    mutationFn: (sent: Sent<Items['publishItem']>) =>
      call<Items['publishItem']>('POST', '/api/library/own/:item/publish', sent),
    onSettled: afterwards,
  })
  const withdraw = useMutation({
    mutationFn: (sent: Sent<Items['withdrawItem']>) =>
      call<Items['withdrawItem']>('POST', '/api/library/own/:item/withdraw', sent),
    onSettled: afterwards,
  })
  const bring = useMutation({
    mutationFn: (body: Sent<Items['importItems']>['body']) =>
      call<Items['importItems']>('POST', '/api/library/import', { body }),
    onSettled: afterwards,
  })
  return { keep, publish, withdraw, bring }
}

/** Says whether an item helped, and takes that back. */
export function useUses(key: string) {
  const queryClient = useQueryClient()
  const afterwards = () => queryClient.invalidateQueries({ queryKey: libraryKeys.item(key) })
  const say = useMutation({
    mutationFn: (body: Sent<Items['sayHelped']>['body']) =>
      call<Items['sayHelped']>('POST', '/api/library/items/:key/uses', { params: { key }, body }),
    onSettled: afterwards,
  })
  const takeBack = useMutation({
    mutationFn: (use: string) =>
      call<Items['takeBackUse']>('DELETE', '/api/library/items/:key/uses/:use', { params: { key, use } }),
    onSettled: afterwards,
  })
  return { say, takeBack }
}

export const collectionsQuery = queryOptions({
  queryKey: libraryKeys.collections,
  queryFn: () => call<Collections['listCollections']>('GET', '/api/library/collections', {}),
})

export function collectionQuery(collection: string) {
  return queryOptions({
    queryKey: [...libraryKeys.collections, collection],
    queryFn: () =>
      call<Collections['readCollection']>('GET', '/api/library/collections/:collection', {
        params: { collection },
      }),
  })
}

/** What is done to a collection of one's own. */
export function useCollectionDeeds() {
  const { afterwards } = useRoom()
  const keep = useMutation({
    mutationFn: (sent: Sent<Collections['keepCollection']>) =>
      call<Collections['keepCollection']>('PUT', '/api/library/collections/:collection', sent),
    onSettled: afterwards,
  })
  const remove = useMutation({
    mutationFn: (collection: string) =>
      call<Collections['removeCollection']>('DELETE', '/api/library/collections/:collection', {
        params: { collection },
      }),
    onSuccess: afterwards,
  })
  const share = useMutation({
    mutationFn: (sent: Sent<Collections['shareCollection']>) =>
      call<Collections['shareCollection']>('POST', '/api/library/collections/:collection/links', sent),
    onSettled: afterwards,
  })
  const revoke = useMutation({
    mutationFn: (params: Sent<Collections['revokeCollectionLink']>['params']) =>
      call<Collections['revokeCollectionLink']>(
        'DELETE',
        '/api/library/collections/:collection/links/:link',
        {
          params,
        },
      ),
    onSettled: afterwards,
  })
  return { keep, remove, share, revoke }
}

function useRoom() {
  const queryClient = useQueryClient()
  return { afterwards: () => queryClient.invalidateQueries({ queryKey: libraryKeys.all }) }
}

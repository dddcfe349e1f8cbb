import { queryOptions } from '@tanstack/react-query'
import type { fitEndpoints } from '@weerklank/core/library/fit.contract'
import type { Place } from '@weerklank/core/library/fit.place'
import { queryOf } from '@weerklank/core/library/fit.query'
import type { Setting, Voice } from '@weerklank/core/relation/relation'
import { call, type Sent } from '../api/client.ts'
import { libraryKeys } from './library.queries.ts'

export type FitAsked = { place: Place; setting: Setting | null; voice: Voice | null }

/** What is at hand at a place; only tags are sent. */
export function fitQuery({ place, setting, voice }: FitAsked) {
  const said = {
    ...queryOf(place),
    ...(setting === null ? {} : { kind: setting.kind }),
    ...(setting?.context == null ? {} : { context: setting.context }),
    ...(setting?.situation == null ? {} : { situation: setting.situation }),
    ...(voice === null ? {} : { voice }),
  } as Sent<typeof fitEndpoints.fitLibrary>['query']
  return queryOptions({
    queryKey: [...libraryKeys.all, 'fit', said],
    queryFn: () => call<typeof fitEndpoints.fitLibrary>('GET', '/api/library/fit', { query: said }),
  })
}

/** How the themes are called that items are tagged with; they change with the program only. */
export const fitThemesQuery = queryOptions({
  queryKey: [...libraryKeys.all, 'themes'],
  queryFn: () => call<typeof fitEndpoints.fitThemes>('GET', '/api/library/themes', {}),
  staleTime: Number.POSITIVE_INFINITY,
})

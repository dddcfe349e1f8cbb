import { queryOptions } from '@tanstack/react-query'
import type { ToldDeed, ToldGroup, worksEndpoints } from '@weerklank/core/library/works.contract'
import { call } from '../api/client.ts'
import { libraryKeys } from './library.queries.ts'

type Endpoints = typeof worksEndpoints

/** What followed on what was done here, of all together. */
export const worksQuery = queryOptions({
  queryKey: [...libraryKeys.all, 'works'],
  queryFn: () => call<Endpoints['whatWorks']>('GET', '/api/library/works', {}),
})

/** What a claim rests on, where one takes part oneself. */
export const evidenceQuery = ({ source, deed }: ToldDeed, { kind, context, situation }: ToldGroup) =>
  queryOptions({
    queryKey: [...libraryKeys.all, 'works', source, deed, kind, context, situation],
    queryFn: () =>
      call<Endpoints['evidence']>('GET', '/api/library/works/evidence', {
        query: {
          ...{ source, deed },
          ...(kind !== null && { kind }),
          ...(context !== null && { context }),
          ...(situation !== null && { situation }),
        },
      }),
  })

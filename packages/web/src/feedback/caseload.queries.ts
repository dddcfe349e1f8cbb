import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { caseloadEndpoints } from '@weerklank/core/feedback/caseload.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

type Endpoints = typeof caseloadEndpoints

/** One's own caseload, page by page; one that moved between two pages stands there once. */
export const caseloadQuery = infiniteQueryOptions({
  queryKey: [...keys.relations, 'caseload'],
  queryFn: ({ pageParam }) =>
    call<Endpoints['caseload']>('GET', '/api/caseload', { query: { from: pageParam } }),
  initialPageParam: 0,
  getNextPageParam: (page) => page.next,
  select: ({ pages }) => {
    const lines = new Map(pages.flatMap((page) => page.relations).map((one) => [one.id, one]))
    const { total = 0, asking = 0, unseen = 0, itemLabels = {} } = pages.at(-1) ?? {}
    return { relations: [...lines.values()], total, asking, unseen, itemLabels }
  },
})

export const coverageQuery = queryOptions({
  queryKey: [...keys.relations, 'coverage'],
  queryFn: () => call<Endpoints['coverage']>('GET', '/api/caseload/coverage', {}),
})

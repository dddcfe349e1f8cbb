import { queryOptions } from '@tanstack/react-query'
import type { ruptureEndpoints } from '@weerklank/core/feedback/rupture.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

type Endpoints = typeof ruptureEndpoints

/** Strain in one collaboration: what was shared, and what is one's own. */
export function rupturesQuery(relation: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'ruptures'],
    queryFn: () =>
      call<Endpoints['listRuptures']>('GET', '/api/relations/:relation/ruptures', { params: { relation } }),
  })
}

/** What helps at each step, and questions to oneself: part of the product, so they are asked for once. */
export function reflectionTextsQuery() {
  return queryOptions({
    queryKey: ['reflection-texts'],
    queryFn: () => call<Endpoints['reflectionTexts']>('GET', '/api/reflection-texts', {}),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Repairs to look back at soon, in all one's collaborations. */
export function ruptureReviewsQuery() {
  return queryOptions({
    queryKey: [...keys.today, 'reviews'],
    queryFn: () => call<Endpoints['ruptureReviews']>('GET', '/api/rupture-reviews', {}),
  })
}

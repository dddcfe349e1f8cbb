import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query'
import type { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { type Answer, call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

export type ListFilter = { search: string; closed: 'no' | 'yes' }
type Page = Answer<typeof feedbackEndpoints.listRelations>

/** The collaborations, page by page. */
export function relationListQuery(filter: ListFilter) {
  return infiniteQueryOptions({
    queryKey: [...keys.relations, 'list', filter],
    queryFn: ({ pageParam }) =>
      call<typeof feedbackEndpoints.listRelations>('GET', '/api/relations', {
        query: { ...filter, from: pageParam },
      }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
    select: asOneList,
  })
}

/** The pages as one list. Between two pages something may move up, e.g. because an answer came: it stands there once. */
export function asOneList({ pages }: InfiniteData<Page>) {
  const relations = new Map(pages.flatMap((page) => page.relations).map((one) => [one.id, one]))
  const last = pages.at(-1)
  return {
    relations: [...relations.values()],
    total: last?.total ?? 0,
    itemLabels: last?.itemLabels ?? {},
  }
}

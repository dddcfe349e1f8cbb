import {
  type InfiniteData,
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import type { researchEndpoints } from '@weerklank/core/consent/research.contract'
import { type Answer, call, type Sent } from '../api/client.ts'

type Endpoints = typeof researchEndpoints
type Material = Answer<Endpoints['answers']>

const researchKey = ['research'] as const

/** Nothing is shown from before: who stopped meanwhile must not come back on the screen. */
const neverFromBefore = { staleTime: 0, gcTime: 0 }

/** Who was asked, what was chosen, how often someone took part. */
export const registerQuery = queryOptions({
  queryKey: [...researchKey, 'register'],
  queryFn: () => call<Endpoints['register']>('GET', '/api/research/register', {}),
  ...neverFromBefore,
})

/** The answers of those whose consent is in force, page by page. */
export const materialQuery = infiniteQueryOptions({
  queryKey: [...researchKey, 'material'],
  queryFn: ({ pageParam }) =>
    call<Endpoints['answers']>('GET', '/api/research/answers', { query: { from: pageParam } }),
  ...neverFromBefore,
  initialPageParam: 0,
  getNextPageParam: (page) => page.next,
  select: asOneList,
})

/** The counts are those of the page that was fetched last. */
function asOneList({ pages }: InfiniteData<Material>) {
  return {
    answers: pages.flatMap((page) => page.answers),
    counts: pages.at(-1)?.counts ?? { source: 'material' as const, people: 0, answers: 0 },
  }
}

/** The files that left. */
export const exportsQuery = queryOptions({
  queryKey: [...researchKey, 'exports'],
  queryFn: () => call<Endpoints['listExports']>('GET', '/api/research/exports', {}),
  ...neverFromBefore,
})

/** Makes a file; it is answered once and kept by the browser. */
export function useMakeExport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Sent<Endpoints['makeExport']>['body']) =>
      call<Endpoints['makeExport']>('POST', '/api/research/exports', { body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  })
}

/** Says that results of a file were published. */
export function usePublishExport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      call<Endpoints['publish']>('POST', '/api/research/exports/:export/published', {
        params: { export: id },
        body: { published: true },
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  })
}

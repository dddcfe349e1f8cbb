import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { PracticeDetail, practiceEndpoints } from '@weerklank/core/library/practice.contract'
import type { Setting } from '@weerklank/core/relation/relation'
import { call, type Sent } from '../api/client.ts'

type Endpoints = typeof practiceEndpoints
const all = ['practice'] as const
const oneKey = (story: string) => [...all, 'one', story] as const

export type PracticeFilter = Omit<NonNullable<Sent<Endpoints['list']>['query']>, 'from'>

/** What colleagues shared that fits, a part at a time, and one's own stories with the first part. */
export const practiceListQuery = (filter: PracticeFilter) =>
  infiniteQueryOptions({
    queryKey: [...all, 'list', filter],
    queryFn: ({ pageParam: from }) =>
      call<Endpoints['list']>('GET', '/api/practice', { query: { ...filter, from } }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.shared.length, 0)
      return seen < last.total && last.shared.length > 0 ? seen : undefined
    },
  })

/** How many stories of colleagues fit a setting, or the nearest wider one. */
export const practiceCountQuery = ({ kind, context, situation }: Setting) =>
  queryOptions({
    queryKey: [...all, 'count', kind, context, situation],
    queryFn: () =>
      call<Endpoints['count']>('GET', '/api/practice/count', {
        query: { kind, ...(context !== null && { context }), ...(situation !== null && { situation }) },
      }),
  })

export const practiceQuery = (story: string) =>
  queryOptions({
    queryKey: oneKey(story),
    queryFn: () => call<Endpoints['read']>('GET', '/api/practice/:story', { params: { story } }),
  })

export type PracticeDraft = Sent<Endpoints['save']>['body']

export const savePractice = (story: string, body: PracticeDraft) =>
  call<Endpoints['save']>('PUT', '/api/practice/:story', { params: { story }, body })

export const checkPractice = (story: string) =>
  call<Endpoints['check']>('POST', '/api/practice/:story/check', { params: { story }, body: {} })

/** Does something with a story; what is shown of it afterwards is what came back, and lists are asked for anew. */
function usePracticeDeed<Given, Answer>(
  story: string,
  deed: (given: Given) => Promise<Answer>,
  after: (answer: Answer) => PracticeDetail | undefined,
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: deed,
    onSuccess: (answer) => {
      const known = after(answer)
      if (known === undefined) void client.invalidateQueries({ queryKey: all })
      else client.setQueryData(oneKey(story), known)
      void client.invalidateQueries({ queryKey: [...all, 'list'] })
    },
  })
}

export const useSharePractice = (story: string) =>
  usePracticeDeed(
    story,
    (body: Sent<Endpoints['share']>['body']) =>
      call<Endpoints['share']>('POST', '/api/practice/:story/share', { params: { story }, body }),
    (known) => known,
  )

export const useWithdrawPractice = (story: string) =>
  usePracticeDeed(
    story,
    (version: number) =>
      call<Endpoints['withdraw']>('POST', '/api/practice/:story/withdraw', {
        params: { story },
        body: { version },
      }),
    (known) => known,
  )

export const useRemovePractice = (story: string) =>
  usePracticeDeed(
    story,
    () => call<Endpoints['remove']>('DELETE', '/api/practice/:story', { params: { story } }),
    () => undefined,
  )

export const useRecognisePractice = (story: string) =>
  usePracticeDeed(
    story,
    (recognised: boolean) =>
      call<Endpoints['recognise']>('PUT', '/api/practice/:story/recognised', {
        params: { story },
        body: { recognised },
      }),
    () => undefined,
  )

type Addition = Sent<Endpoints['add']>['body'] & { addition: string }

export const useAddToPractice = (story: string) =>
  usePracticeDeed(
    story,
    ({ addition, ...body }: Addition) =>
      call<Endpoints['add']>('PUT', '/api/practice/:story/additions/:addition', {
        params: { story, addition },
        body,
      }),
    (answer) => answer.story,
  )

export const useRemovePracticeAddition = (story: string) =>
  usePracticeDeed(
    story,
    (addition: string) =>
      call<Endpoints['removeAddition']>('DELETE', '/api/practice/:story/additions/:addition', {
        params: { story, addition },
      }),
    (known) => known,
  )

export const useTakeDownPractice = (story: string) =>
  usePracticeDeed(
    story,
    (addition: string | null) =>
      call<Endpoints['takeDown']>('POST', '/api/practice/:story/take-down', {
        params: { story },
        body: { addition },
      }),
    () => undefined,
  )

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { glossaryEndpoints } from '@weerklank/core/team/glossary.contract'
import { call, type Sent } from '../api/client.ts'
import { circleKeys } from './circle.queries.ts'

type Endpoints = typeof glossaryEndpoints

/** The words of one team or network. */
export const glossaryQuery = (relation: string) =>
  queryOptions({
    queryKey: [...circleKeys.one(relation), 'glossary'],
    queryFn: () =>
      call<Endpoints['getGlossary']>('GET', '/api/relations/:relation/circle/glossary', {
        params: { relation },
      }),
    refetchOnWindowFocus: false,
  })

export const useAddWord = (relation: string) =>
  useWordChange(relation, (body: Sent<Endpoints['addGlossaryWord']>['body']) =>
    call<Endpoints['addGlossaryWord']>('POST', '/api/relations/:relation/circle/glossary/words', {
      params: { relation },
      body,
    }),
  )

export const useCarryCards = (relation: string) =>
  useWordChange(relation, (body: Record<never, never>) =>
    call<Endpoints['carryGlossaryCards']>('POST', '/api/relations/:relation/circle/glossary/carried', {
      params: { relation },
      body,
    }),
  )

export const useRemoveWord = (relation: string) =>
  useWordChange(relation, (word: string) =>
    call<Endpoints['removeGlossaryWord']>('DELETE', '/api/relations/:relation/circle/glossary/words/:word', {
      params: { relation, word },
    }),
  )

type AtWord = { relation: string; word: string }

export const useGiveMeaning = ({ relation, word }: AtWord) =>
  useWordChange(relation, (body: Sent<Endpoints['giveMeaning']>['body']) =>
    call<Endpoints['giveMeaning']>('PUT', '/api/relations/:relation/circle/glossary/words/:word/meaning', {
      params: { relation, word },
      body,
    }),
  )

export const useRemoveMeaning = (relation: string) =>
  useWordChange(relation, (meaning: string) =>
    call<Endpoints['removeMeaning']>('DELETE', '/api/relations/:relation/circle/glossary/meanings/:meaning', {
      params: { relation, meaning },
    }),
  )

export const useSayDiffers = ({ relation, word }: AtWord) =>
  useWordChange(relation, (body: Sent<Endpoints['sayDiffers']>['body']) =>
    call<Endpoints['sayDiffers']>('PUT', '/api/relations/:relation/circle/glossary/words/:word/differs', {
      params: { relation, word },
      body,
    }),
  )

export const useAgreeOn = ({ relation, word }: AtWord) =>
  useWordChange(relation, (body: Sent<Endpoints['agreeOnMeaning']>['body']) =>
    call<Endpoints['agreeOnMeaning']>('POST', '/api/relations/:relation/circle/glossary/words/:word/agreed', {
      params: { relation, word },
      body,
    }),
  )

/** What others wrote in the meantime is fetched with it, also when it was refused because of that. */
function useWordChange<Input, Result>(relation: string, change: (input: Input) => Promise<Result>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: glossaryQuery(relation).queryKey }),
  })
}

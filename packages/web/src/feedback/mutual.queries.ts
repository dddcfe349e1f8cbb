import { queryOptions } from '@tanstack/react-query'
import type { mutualEndpoints } from '@weerklank/core/feedback/mutual.contract'
import { call, type Sent } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useRelationChange } from '../api/relation-change.ts'

/** The mutual pictures of one collaboration, newest first. */
export function mutualQuery(relation: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'mutual'],
    queryFn: () =>
      call<typeof mutualEndpoints.mutualPictures>('GET', '/api/relations/:relation/mutual-pictures', {
        params: { relation },
      }),
  })
}

/** Asks two people the same; answers the link, which nobody can fetch again. */
export function useAskMutual(relation: string) {
  return useRelationChange(relation, (body: Sent<typeof mutualEndpoints.ask>['body']) =>
    call<typeof mutualEndpoints.ask>('POST', '/api/relations/:relation/mutual-pictures', {
      params: { relation },
      body,
    }),
  )
}

type OfPicture = { relation: string; picture: string }

/** Gives one's own side, once. */
export function useAnswerMutual({ relation, picture }: OfPicture) {
  return useRelationChange(relation, (body: Sent<typeof mutualEndpoints.answer>['body']) =>
    call<typeof mutualEndpoints.answer>('POST', '/api/relations/:relation/mutual-pictures/:picture/answer', {
      params: { relation, picture },
      body,
    }),
  )
}

/** Keeps what one thinks that the other answers. */
export function useGuessMutual({ relation, picture }: OfPicture) {
  return useRelationChange(relation, (body: Sent<typeof mutualEndpoints.guess>['body']) =>
    call<typeof mutualEndpoints.guess>('POST', '/api/relations/:relation/mutual-pictures/:picture/guess', {
      params: { relation, picture },
      body,
    }),
  )
}

/** Says that one does not fill in one's side. */
export function useDeclineMutual(relation: string) {
  return useRelationChange(relation, (picture: string) =>
    call<typeof mutualEndpoints.decline>(
      'POST',
      '/api/relations/:relation/mutual-pictures/:picture/declined',
      { params: { relation, picture } },
    ),
  )
}

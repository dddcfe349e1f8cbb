import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { challengeEndpoints } from '@weerklank/core/feedback/challenge.contract'
import type { OwnChallenge } from '@weerklank/core/feedback/own-challenge'
import type { SignalOutcome } from '@weerklank/core/feedback/signal'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { newId } from '../api/new-id.ts'

type Endpoints = typeof challengeEndpoints

/** What one recognised in oneself in one collaboration; nobody else gets it. */
export function challengesQuery(relation: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'challenges'],
    queryFn: () =>
      call<Endpoints['challenges']>('GET', '/api/relations/:relation/challenges', { params: { relation } }),
  })
}

/** Nothing else on the page changes by it: nobody else is told. */
function useChange<Input>(relation: string, change: (input: Input) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: challengesQuery(relation).queryKey }),
  })
}

export function useTagChallenge(relation: string) {
  return useChange(relation, (challenge: OwnChallenge) =>
    call<Endpoints['tagChallenge']>('POST', '/api/relations/:relation/challenges', {
      params: { relation },
      body: { id: newId(), challenge },
    }),
  )
}

export function useCloseChallenge(relation: string, challenge: string) {
  return useChange(relation, (outcome: SignalOutcome | null) =>
    call<Endpoints['closeChallenge']>('POST', '/api/relations/:relation/challenges/:challenge/closed', {
      params: { relation, challenge },
      body: { outcome },
    }),
  )
}

export function useRemoveChallenge(relation: string, challenge: string) {
  return useChange(relation, () =>
    call<Endpoints['removeChallenge']>('DELETE', '/api/relations/:relation/challenges/:challenge', {
      params: { relation, challenge },
    }),
  )
}

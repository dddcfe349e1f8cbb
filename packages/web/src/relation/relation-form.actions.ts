import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { call } from '../api/client.ts'
import { refreshRelation } from '../api/refresh.ts'
import { relationQuery } from './relation.queries.ts'
import type { Body } from './relation-form.check.ts'

type Endpoints = typeof relationEndpoints

/** `version`: the one the edit started from; null makes a new collaboration. */
type Keeping = { id: string; version: number | null; body: Body }

const mutationKey = ['keep-relation']

/**
 * Keeps a collaboration, new or changed, and lets every page that shows it know. The second press of a double one does
 * nothing: an edit sent twice would conflict with itself.
 */
export function useKeepRelation() {
  const queryClient = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationKey,
    mutationFn: keep,
    onSuccess: (details) => {
      queryClient.setQueryData(relationQuery(details.id).queryKey, details)
      void refreshRelation(queryClient, details.id)
    },
  })
  const keepOnce: typeof mutate = (...sent) => {
    // Asked of the cache, which knows at once; the screen hears of it a moment later.
    if (queryClient.isMutating({ mutationKey }) === 0) mutate(...sent)
  }
  return { keep: keepOnce, isPending, error }
}

function keep({ id, version, body }: Keeping) {
  if (version === null) {
    return call<Endpoints['createRelation']>('POST', '/api/relations', { body: { id, ...body } })
  }
  return call<Endpoints['editRelation']>('PUT', '/api/relations/:relation', {
    params: { relation: id },
    body: { version, ...body },
  })
}

/** Ends a collaboration, or opens it again. */
export function useEndRelation(relation: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (closed: boolean) =>
      call<Endpoints['closeRelation']>('POST', '/api/relations/:relation/closed', {
        params: { relation },
        body: { closed },
      }),
    onSettled: () => refreshRelation(queryClient, relation),
  })
}

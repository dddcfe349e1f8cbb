import { useMutation, useQueryClient } from '@tanstack/react-query'
import { refreshRelation } from './refresh.ts'

/**
 * A change of one collaboration: after it, all that may show this collaboration is asked for again. It stays pending until
 * that is in, so a part of the screen that is gone by then must await `mutateAsync`, not hand over callbacks.
 */
export function useRelationChange<Input, Output>(
  relation: string,
  change: (input: Input) => Promise<Output>,
) {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn: change, onSettled: () => refreshRelation(queryClient, relation) })
}

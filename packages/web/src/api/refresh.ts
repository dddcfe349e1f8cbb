import type { QueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'

/** Asks again for all that may show this relation. Call it after each change of a relation. */
export async function refreshRelation(queryClient: QueryClient, relation: string): Promise<void> {
  const stale = [keys.relation(relation), keys.circle(relation), keys.today, keys.relations]
  await Promise.all(stale.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

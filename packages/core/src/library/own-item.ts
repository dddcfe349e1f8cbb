import type { Role } from '../access/access.ts'
import { allowed, type Decision, refused } from '../shared/decision.ts'

/** The key under which an own item is found, made from its identifier; no shipped item has such a key. */
export function ownItemKey(id: string): string {
  return `own-${id}`
}

/** The identifier in the key of an own item; undefined for the key of a shipped one. */
export function ownItemId(key: string): string | undefined {
  return /^own-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(key)?.[1]
}

const writers: readonly Role[] = ['professional', 'facilitator', 'trainer', 'coach']

/** Who writes items of the organisation: whoever works with people. A guest and who only keeps the house do not. */
export function mayWriteItems(roles: readonly Role[]): Decision<'not-a-writer'> {
  return roles.some((role) => writers.includes(role)) ? allowed : refused('not-a-writer')
}

/** Who says whether an item helped and keeps collections: everybody of the organisation, a guest not. */
export function mayUseLibrary(roles: readonly Role[]): Decision<'guest'> {
  return roles.some((role) => role !== 'guest') ? allowed : refused('guest')
}

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

/** What the address of the list says; in Dutch, for whoever reads it. */
export type ListSearch = { zoek?: string | undefined; gesloten?: 'ja' | undefined }

export const relationListRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen',
  // Undefined is said aloud: of a key that is left out, the router keeps what the address says.
  validateSearch: (search: Record<string, unknown>): ListSearch => ({
    zoek: searchFor(search.zoek),
    gesloten: search.gesloten === 'ja' ? 'ja' : undefined,
  }),
  component: lazyRouteComponent(() => import('./RelationListPage.tsx'), 'RelationListPage'),
})

// A hand-typed `?zoek=12` is read as a number by the router; it is a search all the same.
function searchFor(value: unknown): string | undefined {
  const wanted = typeof value === 'number' ? String(value) : value
  return typeof wanted === 'string' && wanted !== '' ? wanted.slice(0, 100) : undefined
}

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

/** What the address of the list says; in Dutch, for whoever reads it. */
export type ListSearch = { zoek?: string; gesloten?: 'ja' }

export const relationListRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen',
  validateSearch: (search: Record<string, unknown>): ListSearch => ({
    ...searchFor(search.zoek),
    ...(search.gesloten === 'ja' ? { gesloten: 'ja' } : {}),
  }),
  component: lazyRouteComponent(() => import('./RelationListPage.tsx'), 'RelationListPage'),
})

// A hand-typed `?zoek=12` is read as a number by the router; it is a search all the same.
function searchFor(value: unknown): { zoek?: string } {
  const wanted = typeof value === 'number' ? String(value) : value
  return typeof wanted === 'string' && wanted !== '' ? { zoek: wanted.slice(0, 100) } : {}
}

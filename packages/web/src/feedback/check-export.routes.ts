import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

/** Of which collaboration; of all of one's own when it is left out. */
export type CheckExportSearch = { van?: string | undefined }

export const checkExportRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen/meenemen',
  validateSearch: ({ van }: Record<string, unknown>): CheckExportSearch => ({
    van: typeof van === 'string' && /^[0-9a-f-]{36}$/i.test(van) ? van : undefined,
  }),
  component: lazyRouteComponent(() => import('./CheckExportPage.tsx'), 'CheckExportPage'),
})

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

/** Whose choices are shown; in Dutch, for whoever reads the address. */
export type ConsentSearch = { wie?: string | undefined }

export const consentRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen/$relation/toestemming',
  validateSearch: ({ wie }: Record<string, unknown>): ConsentSearch => ({
    wie: typeof wie === 'string' ? wie : undefined,
  }),
  component: lazyRouteComponent(() => import('./ConsentPage.tsx'), 'ConsentPage'),
})

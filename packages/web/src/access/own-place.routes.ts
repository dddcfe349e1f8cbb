import { createRoute, redirect } from '@tanstack/react-router'
import { rootRoute } from '../app/members-route.ts'

/** A page of one's own is written by the server: whoever is led there from a screen leaves the app. */
export const ownPlaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mijn/$',
  beforeLoad: ({ location }) => {
    throw redirect({ href: location.href, reloadDocument: true })
  },
})

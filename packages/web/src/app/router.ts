import { createRouter } from '@tanstack/react-router'
import { newQueryClient } from '../api/query-client.ts'
import { todayRoute } from '../feedback/feedback.routes.ts'
import { relationListRoute } from '../feedback/relation-list.routes.ts'
import { editRelationRoute, newRelationRoute } from '../relation/relation-form.routes.ts'
import { relationRoute } from '../relation/relation-page.routes.ts'
import { expectPageTitle } from '../ui/page-focus.ts'
import { BrokenPage } from './BrokenPage.tsx'
import { membersRoute, rootRoute } from './members-route.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import { signInRoute } from './sign-in-route.ts'

const routeTree = rootRoute.addChildren([
  signInRoute,
  membersRoute.addChildren([
    todayRoute,
    relationListRoute,
    relationRoute,
    newRelationRoute,
    editRelationRoute,
  ]),
])

export const queryClient = newQueryClient(goToSignIn)

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  // Freshness is decided in one place: the query client.
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
})

router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
  if (fromLocation !== undefined && pathChanged) expectPageTitle()
})

/** The session ended under way: sign in, and come back to this page. */
function goToSignIn() {
  const { pathname, href } = router.state.location
  if (pathname === '/inloggen') return
  queryClient.clear()
  void router.navigate({ to: '/inloggen', search: { naar: href } })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

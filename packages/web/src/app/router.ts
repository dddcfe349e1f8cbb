import { createRouter } from '@tanstack/react-router'
import { accountRoute } from '../access/account.routes.ts'
import { emergencyRoute } from '../access/emergency.routes.ts'
import { membersPageRoute } from '../access/members.routes.ts'
import { outboxRoute } from '../access/outbox.routes.ts'
import { ownPlaceRoute } from '../access/own-place.routes.ts'
import { programsRoute, tryRoute } from '../access/programs.routes.ts'
import { settingsRoute } from '../access/settings.routes.ts'
import { analysisRoutes } from '../analysis/analysis.routes.ts'
import { newQueryClient, type TurnedAway } from '../api/query-client.ts'
import { auditRoute } from '../audit/audit.routes.ts'
import { consentRoute } from '../consent/consent.routes.ts'
import { legalListRoute, legalTextRoute } from '../consent/legal.routes.ts'
import { researchRoute } from '../consent/research.routes.ts'
import { dialogueRoutes } from '../dialogue/dialogue.routes.ts'
import { checkExportRoute } from '../feedback/check-export.routes.ts'
import { todayRoute } from '../feedback/feedback.routes.ts'
import { formBuildRoute, formListRoute, formRoute, newFormRoute } from '../feedback/forms.routes.ts'
import { mutualRoute } from '../feedback/mutual.routes.ts'
import { relationListRoute } from '../feedback/relation-list.routes.ts'
import { peerCaseRoute, ruptureNoticeRoute, ruptureRoute } from '../feedback/rupture.routes.ts'
import { caseloadRoute, supervisionListRoute, supervisionRoute } from '../feedback/supervision.routes.ts'
import { learningRoutes } from '../learning/learning.routes.ts'
import { libraryRoutes } from '../library/library.routes.ts'
import { journalRoute, peerCasesRoute, retentionRoute, takeawayRoute } from '../ownership/ownership.routes.ts'
import { editRelationRoute, newRelationRoute } from '../relation/relation-form.routes.ts'
import { relationImportRoute } from '../relation/relation-import.routes.ts'
import { relationRoute } from '../relation/relation-page.routes.ts'
import { teamRoutes } from '../team/team.routes.ts'
import { expectPageTitle } from '../ui/page-focus.ts'
import { BrokenPage } from './BrokenPage.tsx'
import { membersRoute, rootRoute } from './members-route.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import { nextStepRoute } from './next-step-route.ts'
import { ownSignInRoute } from './own-sign-in-route.ts'
import { signInRoute } from './sign-in-route.ts'

const routeTree = rootRoute.addChildren([
  signInRoute,
  nextStepRoute,
  ownPlaceRoute,
  ownSignInRoute,
  membersRoute.addChildren([
    todayRoute,
    relationListRoute,
    relationRoute,
    newRelationRoute,
    relationImportRoute,
    checkExportRoute,
    editRelationRoute,
    mutualRoute,
    ruptureNoticeRoute,
    ruptureRoute,
    peerCaseRoute,
    caseloadRoute,
    supervisionListRoute,
    supervisionRoute,
    journalRoute,
    peerCasesRoute,
    formListRoute,
    formRoute,
    newFormRoute,
    formBuildRoute,
    accountRoute,
    emergencyRoute,
    membersPageRoute,
    settingsRoute,
    programsRoute,
    tryRoute,
    retentionRoute,
    takeawayRoute,
    auditRoute,
    legalListRoute,
    legalTextRoute,
    consentRoute,
    researchRoute,
    outboxRoute,
    ...dialogueRoutes,
    ...analysisRoutes,
    ...learningRoutes,
    ...teamRoutes,
    ...libraryRoutes,
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

/** The session ended under way, or a second step is asked for: do that, and come back to this page. */
function goToSignIn(why: TurnedAway) {
  const { pathname, href, search } = router.state.location
  const to = why === 'not-signed-in' ? '/inloggen' : '/inloggen/verder'
  if (pathname === to || pathname === '/inloggen') return
  queryClient.clear()
  void router.navigate({ to, search: { naar: pathname === '/inloggen/verder' ? search.naar : href } })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

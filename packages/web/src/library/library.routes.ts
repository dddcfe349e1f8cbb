import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { FilterAddress } from '@weerklank/core/library/filter'
import { membersRoute } from '../app/members-route.ts'
import type { PracticeSearch } from './practice-setting.ts'

const of = { getParentRoute: () => membersRoute, staticData: { room: 'library' } } as const

/** What the addresses of the room may say; each page reads it anew, so nothing is checked here. */
type Said = FilterAddress & {
  /** Which version of an item, and after which item one is written. */
  versie?: number | undefined
  naar?: string | undefined
  /** Where somebody came to an item from. */
  van?: string | undefined
}
const validateSearch = (said: Said): Said => said

const ofPractice = (said: PracticeSearch): PracticeSearch => said

/** The pages of the room *Kennis*, each loaded when it is opened. */
export const libraryRoutes = [
  createRoute({
    ...of,
    path: '/kennis/wat-werkt',
    component: lazyRouteComponent(() => import('./WorksPage.tsx'), 'WorksPage'),
  }),
  createRoute({
    ...of,
    validateSearch,
    path: '/kennis',
    component: lazyRouteComponent(() => import('./LibraryPage.tsx'), 'LibraryPage'),
  }),
  createRoute({
    ...of,
    validateSearch,
    path: '/kennis/nieuw',
    component: lazyRouteComponent(() => import('./ItemNewPage.tsx'), 'ItemNewPage'),
  }),
  createRoute({
    ...of,
    path: '/kennis/eigen',
    component: lazyRouteComponent(() => import('./OwnItemsPage.tsx'), 'OwnItemsPage'),
  }),
  createRoute({
    ...of,
    path: '/kennis/verzamelingen',
    component: lazyRouteComponent(() => import('./CollectionListPage.tsx'), 'CollectionListPage'),
  }),
  createRoute({
    ...of,
    path: '/kennis/verzamelingen/$collection',
    component: lazyRouteComponent(() => import('./CollectionPage.tsx'), 'CollectionPage'),
  }),
  createRoute({
    ...of,
    path: '/kennis/praktijk',
    validateSearch: ofPractice,
    component: lazyRouteComponent(() => import('./PracticeListPage.tsx'), 'PracticeListPage'),
  }),
  createRoute({
    ...of,
    path: '/kennis/praktijk/$story',
    component: lazyRouteComponent(() => import('./PracticePage.tsx'), 'PracticePage'),
  }),
  createRoute({
    ...of,
    path: '/kennis/praktijk/$story/schrijven',
    validateSearch: ofPractice,
    component: lazyRouteComponent(() => import('./PracticeWritePage.tsx'), 'PracticeWritePage'),
  }),
  createRoute({
    ...of,
    validateSearch,
    path: '/kennis/$key',
    component: lazyRouteComponent(() => import('./ItemPage.tsx'), 'ItemPage'),
  }),
  createRoute({
    ...of,
    path: '/kennis/$key/aanpassen',
    component: lazyRouteComponent(() => import('./ItemEditPage.tsx'), 'ItemEditPage'),
  }),
] as const

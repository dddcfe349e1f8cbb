import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'
import { readCodingSearch, readQuotesSearch } from './coding-search.ts'

const getParentRoute = () => membersRoute
const staticData = { room: 'analysis' } as const
const of = { getParentRoute, staticData }

/** The pages of the room *Duiden*, each loaded when it is opened. */
export const analysisRoutes = [
  createRoute({
    ...of,
    path: '/duiden',
    component: lazyRouteComponent(() => import('./AnalysisListPage.tsx'), 'AnalysisListPage'),
  }),
  createRoute({
    ...of,
    path: '/duiden/nieuw',
    component: lazyRouteComponent(() => import('./AnalysisNewPage.tsx'), 'AnalysisNewPage'),
  }),
  createRoute({
    ...of,
    path: '/duiden/inlezen',
    component: lazyRouteComponent(() => import('./BringPage.tsx'), 'BringPage'),
  }),
  createRoute({
    ...of,
    path: '/duiden/$analysis',
    validateSearch: readCodingSearch,
    component: lazyRouteComponent(() => import('./CodingPage.tsx'), 'CodingPage'),
  }),
  createRoute({
    ...of,
    path: '/duiden/$analysis/uitspraken',
    validateSearch: readQuotesSearch,
    component: lazyRouteComponent(() => import('./QuotesPage.tsx'), 'QuotesPage'),
  }),
  createRoute({
    ...of,
    path: '/duiden/$analysis/themas',
    component: lazyRouteComponent(() => import('./MatrixPage.tsx'), 'MatrixPage'),
  }),
  createRoute({
    ...of,
    path: '/duiden/$analysis/kaart',
    component: lazyRouteComponent(() => import('./MapPage.tsx'), 'MapPage'),
  }),
  createRoute({
    ...of,
    path: '/duiden/$analysis/vergelijken',
    component: lazyRouteComponent(() => import('./ComparePage.tsx'), 'ComparePage'),
  }),
  createRoute({
    ...of,
    path: '/duiden/$analysis/verslag',
    component: lazyRouteComponent(() => import('./ReportPage.tsx'), 'ReportPage'),
  }),
  createRoute({
    ...of,
    path: '/duiden/$analysis/instellen',
    component: lazyRouteComponent(() => import('./AnalysisEditPage.tsx'), 'AnalysisEditPage'),
  }),
  createRoute({
    ...of,
    path: '/duiden/$analysis/geschiedenis',
    component: lazyRouteComponent(() => import('./HistoryPage.tsx'), 'HistoryPage'),
  }),
] as const

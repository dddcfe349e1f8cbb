import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { RuptureStep } from '@weerklank/core/feedback/rupture'
import { membersRoute } from '../app/members-route.ts'

/** What it began with; in Dutch, for whoever reads the address. */
export type NoticeSearch = { signalen?: string | undefined; wie?: string | undefined }

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

export const ruptureNoticeRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen/$relation/schuurt',
  validateSearch: ({ signalen, wie }: Record<string, unknown>): NoticeSearch => ({
    signalen: text(signalen),
    wie: text(wie),
  }),
  component: lazyRouteComponent(() => import('./RuptureNoticePage.tsx'), 'RuptureNoticePage'),
})

export const ruptureRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen/$relation/schuurt/$rupture',
  validateSearch: ({ stap }: Record<string, unknown>): { stap?: RuptureStep | undefined } => ({
    // Which step it is, the page sees: its code is not needed to find the way.
    stap: text(stap) as RuptureStep | undefined,
  }),
  component: lazyRouteComponent(() => import('./RupturePage.tsx'), 'RupturePage'),
})

export const peerCaseRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen/$relation/schuurt/$rupture/intervisie',
  component: lazyRouteComponent(() => import('./PeerCasePage.tsx'), 'PeerCasePage'),
})

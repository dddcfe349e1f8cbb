import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

const place = { getParentRoute: () => membersRoute, staticData: { room: 'forms' } } as const

export const formListRoute = createRoute({
  ...place,
  path: '/vragenlijsten',
  component: lazyRouteComponent(() => import('./FormListPage.tsx'), 'FormListPage'),
})

export const formRoute = createRoute({
  ...place,
  path: '/vragenlijsten/$form',
  component: lazyRouteComponent(() => import('./FormPage.tsx'), 'FormPage'),
})

export const newFormRoute = createRoute({
  ...place,
  path: '/vragenlijsten/nieuw',
  component: lazyRouteComponent(() => import('./FormNewPage.tsx'), 'FormNewPage'),
})

export const formBuildRoute = createRoute({
  ...place,
  path: '/vragenlijsten/$form/bouwen',
  component: lazyRouteComponent(() => import('./FormBuildPage.tsx'), 'FormBuildPage'),
})

import { sql } from 'kysely'
import { sessionCookie } from './access/sign-in.session.ts'
import { webhookMessages } from './access/webhook.operations.ts'
import { legalOperations } from './consent/legal.operations.ts'
import { ownPageOperations } from './consent/own-page.operations.ts'
import { guestAfterOperations } from './dialogue/guest/after.operations.ts'
import { guestOperations } from './dialogue/guest/guest.operations.ts'
import { guestLiveOperations, meetingLiveOperations } from './dialogue/guest/live.operations.ts'
import { fhirOperations } from './fhir/fhir.operations.ts'
import { metricsText } from './http/metrics.ts'
import { openApiDocument, type PlainOperation } from './http/openapi.ts'
import type { Api } from './http/server.ts'
import { ownBetweenOperations } from './learning/own/between.operations.ts'
import { ownBuddyOperations } from './learning/own/buddy.operations.ts'
import { ownLearningOperations } from './learning/own/own.operations.ts'
import { portfolioOperations } from './learning/own/portfolio.operations.ts'
import { surveyOperations } from './learning/survey.operations.ts'
import { collectionOperations } from './library/collection.door.ts'
import { formPageOperations } from './respond/form/form.operations.ts'
import { kioskOperations } from './respond/kiosk.operations.ts'
import type { Db } from './schema.ts'
import { ownCheckOperations } from './team/own/check.operations.ts'
import { ownMapOperations } from './team/own/map.operations.ts'
import { ownCircleOperations } from './team/own/own.operations.ts'
import { ownWordsOperations } from './team/own/words.operations.ts'

const page = 'text/html'
const form = { parameters: ['token'], mediaType: page }

/** What is served beside the endpoints of the rooms; together they are all routes, which a test checks. */
export const plainOperations: readonly PlainOperation[] = [
  {
    method: 'get',
    path: '/f/{token}',
    summary: "The respondent's page: the questions, or what was answered",
    answers: {
      200: 'The page',
      404: 'Unknown link',
      410: 'Expired or withdrawn link, with what can be done',
    },
    ...form,
  },
  {
    method: 'post',
    path: '/f/{token}',
    summary:
      'The answer, as a form. With `Accept: application/json` it is acknowledged by `{"stored":true}`.',
    answers: {
      200: 'Stored, or stored before (JSON)',
      303: 'Stored, or stored before: see the page',
      400: 'Not readable',
      404: 'Unknown link',
      410: 'Withdrawn link',
      413: 'Too large',
      415: 'No form',
      422: 'Something can be mended: the page again with what, or the fields (JSON)',
      503: 'Try again; nothing is lost',
    },
    accepts: 'application/x-www-form-urlencoded',
    ...form,
  },
  {
    method: 'get',
    path: '/f/{token}/not-now',
    summary: 'Not taking part now: nothing is sent, the link stays',
    answers: { 200: 'The page', 404: 'Unknown link', 410: 'Expired or withdrawn link' },
    ...form,
  },
  {
    method: 'get',
    path: '/f/{token}/taal',
    summary: 'All languages in which the check can be answered; opens nothing',
    answers: { 200: 'The page' },
    ...form,
  },
  {
    method: 'get',
    path: '/f/{token}/vragen',
    summary: 'How often she is asked by itself; opening it changes nothing',
    answers: { 200: 'The page', 404: 'Unknown link' },
    ...form,
  },
  {
    method: 'post',
    path: '/f/{token}/vragen',
    summary: 'Pauses, stops or takes up again that she is asked by itself',
    answers: { 303: 'Kept: see the page', 404: 'Unknown link', 422: 'Not one of the choices' },
    accepts: 'application/x-www-form-urlencoded',
    ...form,
  },
  {
    method: 'post',
    path: '/f/{token}/renew',
    summary: 'The respondent makes herself a new link for an expired one',
    answers: { 303: 'The new link', 404: 'Unknown link', 429: 'Renewed too often' },
    ...form,
  },
  {
    method: 'post',
    path: '/f/{token}/mijn',
    summary: 'From an answer to one’s own page, by a link that still works',
    answers: { 303: 'The own page, or back to the answer', 404: 'Unknown link' },
    ...form,
  },
  ...formPageOperations,
  ...ownPageOperations,
  ...legalOperations,
  ...kioskOperations,
  ...guestOperations,
  ...ownLearningOperations,
  ...ownCircleOperations,
  ...ownWordsOperations,
  ...ownMapOperations,
  ...ownCheckOperations,
  ...guestAfterOperations,
  ...ownBetweenOperations,
  ...surveyOperations,
  ...collectionOperations,
  ...ownBuddyOperations,
  ...portfolioOperations,
  ...guestLiveOperations,
  ...meetingLiveOperations,
  ...fhirOperations,
  {
    method: 'get',
    path: '/r/{token}',
    summary: 'The questions of an anonymous round: the same page whether or not the ticket was used',
    answers: { 200: 'The page', 404: 'Unknown link, or the round is over' },
    ...form,
  },
  {
    method: 'post',
    path: '/r/{token}',
    summary: 'An answer without a name, as a form: counted once per ticket, kept as counts only',
    answers: {
      200: 'Thank you, the same page every time',
      404: 'Unknown link, or the round is over',
      422: 'Nothing that can be counted: the page again',
      503: 'Not counted yet; what was filled in is in the page',
    },
    accepts: 'application/x-www-form-urlencoded',
    ...form,
  },
  {
    method: 'get',
    path: '/api/events',
    summary: 'Server-sent events: `change` with the relation that changed',
    answers: { 200: 'The stream', 401: 'Not signed in' },
    mediaType: 'text/event-stream',
  },
  {
    method: 'post',
    path: '/api/auth/sign-in/email',
    summary: 'Sign in with e-mail and password: {email, password}',
    answers: { 200: 'Signed in, session cookie set', 401: 'Not right', 429: 'Too often' },
    accepts: 'application/json',
    mediaType: 'application/json',
  },
  {
    method: 'post',
    path: '/api/auth/sign-in/magic-link',
    summary: 'Ask for a link by mail: {email, callbackURL}. The answer is the same for unknown addresses.',
    answers: { 200: 'Asked', 429: 'Too often' },
    accepts: 'application/json',
    mediaType: 'application/json',
  },
  {
    method: 'get',
    path: '/api/auth/magic-link/verify',
    summary: 'Sign in with the link from the mail: ?token=…',
    answers: { 302: 'Signed in, or back to the sign-in page' },
    mediaType: page,
  },
  {
    method: 'get',
    path: '/api/auth/demo/{user}',
    summary: 'Become a person of the demo, with the key that the start printed: ?key=…',
    answers: { 302: 'Signed in, or back to the sign-in page' },
    parameters: ['user'],
    mediaType: page,
  },
  {
    method: 'post',
    path: '/api/auth/sign-out',
    summary: 'End the session',
    answers: { 200: 'Signed out' },
    mediaType: 'application/json',
  },
  {
    method: 'get',
    path: '/api/sign-in/single-sign-on',
    summary: "Sign in with the organisation's account: ?to=… is the page to come back to",
    answers: { 302: 'To the provider, or back to the sign-in page with ?sso=unavailable', 404: 'Not set up' },
    mediaType: page,
  },
  {
    method: 'get',
    path: '/api/sign-in/single-sign-on/callback',
    summary: 'Where the provider sends people back to',
    answers: { 302: 'Signed in, or back to the sign-in page with ?sso=refused', 404: 'Not set up' },
    mediaType: page,
  },
  {
    method: 'get',
    path: '/healthz',
    summary: 'The process lives',
    answers: { 200: 'It does' },
    mediaType: 'text/plain',
  },
  {
    method: 'get',
    path: '/readyz',
    summary: 'The process can serve: the database answers',
    answers: { 200: 'Ready', 503: 'Not ready' },
    mediaType: 'text/plain',
  },
  {
    method: 'get',
    path: '/metrics',
    summary: 'Counters as Prometheus text, without personal data',
    answers: { 200: 'The counters' },
    mediaType: 'text/plain',
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This document',
    answers: { 200: 'The document' },
    mediaType: 'application/json',
  },
]

/** For those who run the server: does it live, can it serve, how busy is it, what does it offer. */
export function serveProbes(api: Api, of: { db: Db; publicUrl: string; version: string }): void {
  api.app.get('/healthz', (c) => c.text('ok\n'))
  api.app.get('/readyz', async (c) => {
    try {
      await sql`select 1`.execute(of.db)
      return c.text('ready\n')
    } catch {
      return c.text('the database does not answer\n', 503)
    }
  })
  api.app.get('/metrics', (c) => {
    const { rss, heapUsed } = process.memoryUsage()
    const gauges = {
      process_resident_memory_bytes: rss,
      process_heap_bytes: heapUsed,
      process_uptime_seconds: Math.round(process.uptime()),
    }
    return c.text(metricsText(gauges))
  })
  api.app.get('/api/openapi.json', (c) =>
    c.json(
      openApiDocument({
        endpoints: api.endpoints,
        plain: plainOperations,
        url: of.publicUrl,
        version: of.version,
        sessionCookie: sessionCookie(of.publicUrl),
        messages: webhookMessages,
      }),
    ),
  )
}

/** A member at the door: real session, real cookies, every answer held against its contract. */
import { isDeepStrictEqual } from 'node:util'
import { accessEndpoints } from '@weerklank/core/access/access.contract'
import { apiTokenEndpoints } from '@weerklank/core/access/api-tokens.contract'
import { emergencyEndpoints } from '@weerklank/core/access/emergency.contract'
import { guestsEndpoints } from '@weerklank/core/access/guests.contract'
import { kioskEndpoints } from '@weerklank/core/access/kiosks.contract'
import { membersEndpoints } from '@weerklank/core/access/members.contract'
import { outboxEndpoints } from '@weerklank/core/access/outbox.contract'
import { passkeyEndpoints } from '@weerklank/core/access/passkeys.contract'
import { secondFactorEndpoints } from '@weerklank/core/access/second-factor.contract'
import { sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import { settingsEndpoints } from '@weerklank/core/access/settings.contract'
import { singleSignOnEndpoints } from '@weerklank/core/access/single-sign-on.contract'
import { webhookEndpoints } from '@weerklank/core/access/webhooks.contract'
import { workspacesEndpoints } from '@weerklank/core/access/workspaces.contract'
import { analysisEndpoints } from '@weerklank/core/analysis/analysis.contract'
import { exchangeEndpoints } from '@weerklank/core/analysis/exchange.contract'
import { pictureEndpoints } from '@weerklank/core/analysis/pictures.contract'
import { auditEndpoints } from '@weerklank/core/audit/audit.contract'
import { consentEndpoints } from '@weerklank/core/consent/consent.contract'
import { legalEndpoints } from '@weerklank/core/consent/legal.contract'
import { personEndpoints } from '@weerklank/core/consent/person.contract'
import { researchEndpoints } from '@weerklank/core/consent/research.contract'
import { afterEndpoints } from '@weerklank/core/dialogue/after.contract'
import { formatEndpoints } from '@weerklank/core/dialogue/format.contract'
import { liveEndpoints } from '@weerklank/core/dialogue/live.contract'
import { meetingEndpoints } from '@weerklank/core/dialogue/meeting.contract'
import { caseloadEndpoints } from '@weerklank/core/feedback/caseload.contract'
import { challengeEndpoints } from '@weerklank/core/feedback/challenge.contract'
import { checkExportEndpoints } from '@weerklank/core/feedback/check-export.contract'
import { exportJobEndpoints } from '@weerklank/core/feedback/export-job.contract'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { formEndpoints } from '@weerklank/core/feedback/form.contract'
import { formBuildEndpoints } from '@weerklank/core/feedback/form-build.contract'
import {
  formInvitationEndpoints,
  formPreviewEndpoints,
} from '@weerklank/core/feedback/form-invitation.contract'
import { mutualEndpoints } from '@weerklank/core/feedback/mutual.contract'
import { formPaperEndpoints, paperEndpoints } from '@weerklank/core/feedback/paper.contract'
import { planEndpoints } from '@weerklank/core/feedback/plan.contract'
import { ruptureEndpoints } from '@weerklank/core/feedback/rupture.contract'
import {
  supervisionEndpoints,
  supervisionShareEndpoints,
} from '@weerklank/core/feedback/supervision.contract'
import { formWaysInEndpoints, waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import { buddyEndpoints } from '@weerklank/core/learning/buddy.contract'
import { learnerEndpoints } from '@weerklank/core/learning/learner.contract'
import { momentEndpoints } from '@weerklank/core/learning/moment.contract'
import { monitorEndpoints } from '@weerklank/core/learning/monitor.contract'
import { nudgeEndpoints } from '@weerklank/core/learning/nudge.contract'
import { peerFeedbackEndpoints } from '@weerklank/core/learning/peer-feedback.contract'
import { reportEndpoints } from '@weerklank/core/learning/report.contract'
import { surveyEndpoints } from '@weerklank/core/learning/survey.contract'
import { trajectoryEndpoints } from '@weerklank/core/learning/trajectory.contract'
import { collectionEndpoints } from '@weerklank/core/library/collection.contract'
import { fitEndpoints } from '@weerklank/core/library/fit.contract'
import { libraryEndpoints } from '@weerklank/core/library/library.contract'
import { practiceEndpoints } from '@weerklank/core/library/practice.contract'
import { worksEndpoints } from '@weerklank/core/library/works.contract'
import { myDataEndpoints } from '@weerklank/core/ownership/my-data.contract'
import { retentionEndpoints } from '@weerklank/core/ownership/retention.contract'
import { takeawayEndpoints } from '@weerklank/core/ownership/takeaway.contract'
import { workingNoteEndpoints } from '@weerklank/core/ownership/working-note.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { relationImportEndpoints } from '@weerklank/core/relation/relation-import.contract'
import { type Endpoint, errorBody } from '@weerklank/core/shared/endpoint'
import type { ErrorCode } from '@weerklank/core/shared/errors'
import type { MemberId } from '@weerklank/core/shared/ids'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import { circleCheckEndpoints } from '@weerklank/core/team/circle-check.contract'
import { debriefEndpoints } from '@weerklank/core/team/debrief.contract'
import { glossaryEndpoints } from '@weerklank/core/team/glossary.contract'
import { networkEndpoints } from '@weerklank/core/team/network.contract'
import { teamEndpoints } from '@weerklank/core/team/team.contract'
import { tensionEndpoints } from '@weerklank/core/team/tension.contract'
import type { Hono } from 'hono'
import type { z } from 'zod'
import { statusOf } from './http/status.ts'

export const publicUrl = 'http://weerklank.test'

/** Someone who signed in; `cookie` is her session. */
export type Person = { member: MemberId; user: string; name: string; email: string; cookie: string }

/** About someone's own sign-in: tried out one by one in access/*.routes.test.ts. */
export const ownSignInEndpoints: readonly Endpoint[] = [
  ...Object.values(sessionEndpoints),
  ...Object.values(secondFactorEndpoints),
  ...Object.values(passkeyEndpoints),
  ...Object.values(singleSignOnEndpoints),
]

/** Served to one role only, or as a file to herself: tried in tests of their own. */
export const roleEndpoints: readonly Endpoint[] = [
  ...Object.values(auditEndpoints),
  ...Object.values(outboxEndpoints),
  ...Object.values(membersEndpoints),
  ...Object.values(settingsEndpoints),
  ...Object.values(apiTokenEndpoints),
  ...Object.values(kioskEndpoints),
  ...Object.values(webhookEndpoints),
  ...Object.values(researchEndpoints),
  ...Object.values(retentionEndpoints),
  ...Object.values(takeawayEndpoints),
  ...Object.values(legalEndpoints),
  ...Object.values(myDataEndpoints),
  ...Object.values(formEndpoints),
  ...Object.values(formBuildEndpoints),
  ...Object.values(formatEndpoints),
  ...Object.values(fitEndpoints),
  ...Object.values(worksEndpoints),
  ...Object.values(libraryEndpoints),
  ...Object.values(collectionEndpoints),
  ...Object.values(formPreviewEndpoints),
  ...Object.values(supervisionEndpoints),
]

export const endpoints: readonly Endpoint[] = [
  ...Object.values(accessEndpoints),
  ...Object.values(workspacesEndpoints),
  ...Object.values(guestsEndpoints),
  ...Object.values(emergencyEndpoints),
  ...ownSignInEndpoints,
  ...roleEndpoints,
  ...Object.values(relationEndpoints),
  ...Object.values(relationImportEndpoints),
  ...Object.values(feedbackEndpoints),
  ...Object.values(checkExportEndpoints),
  ...Object.values(supervisionShareEndpoints),
  ...Object.values(exportJobEndpoints),
  ...Object.values(mutualEndpoints),
  ...Object.values(formInvitationEndpoints),
  ...Object.values(caseloadEndpoints),
  ...Object.values(challengeEndpoints),
  ...Object.values(planEndpoints),
  ...Object.values(waysInEndpoints),
  ...Object.values(formWaysInEndpoints),
  ...Object.values(paperEndpoints),
  ...Object.values(formPaperEndpoints),
  ...Object.values(ruptureEndpoints),
  ...Object.values(teamEndpoints),
  ...Object.values(networkEndpoints),
  ...Object.values(practiceEndpoints),
  ...Object.values(consentEndpoints),
  ...Object.values(analysisEndpoints),
  ...Object.values(pictureEndpoints),
  ...Object.values(exchangeEndpoints),
  ...Object.values(personEndpoints),
  ...Object.values(meetingEndpoints),
  ...Object.values(circleEndpoints),
  ...Object.values(afterEndpoints),
  ...Object.values(liveEndpoints),
  ...Object.values(momentEndpoints),
  ...Object.values(monitorEndpoints),
  ...Object.values(nudgeEndpoints),
  ...Object.values(reportEndpoints),
  ...Object.values(surveyEndpoints),
  ...Object.values(peerFeedbackEndpoints),
  ...Object.values(trajectoryEndpoints),
  ...Object.values(learnerEndpoints),
  ...Object.values(buddyEndpoints),
  ...Object.values(glossaryEndpoints),
  ...Object.values(tensionEndpoints),
  ...Object.values(debriefEndpoints),
  ...Object.values(circleCheckEndpoints),
  ...Object.values(workingNoteEndpoints),
]

export type Reply = { status: number; headers: Headers; body: unknown }
export type Refusal = z.infer<typeof errorBody>['error']

type Parts<E extends Endpoint> = {
  params?: z.input<NonNullable<E['params']>>
  query?: z.input<NonNullable<E['query']>>
  body?: z.input<NonNullable<E['body']>>
}

/** Requests in the name of a person, or of nobody. */
export function asMember(app: { hono: Pick<Hono, 'request'> }, person: Pick<Person, 'cookie'> | null) {
  const request = (method: string, path: string, body?: unknown) =>
    exchange(app, { method, path, body, cookie: person?.cookie })
  return {
    /** Any request; a JSON answer is held against the contract of its endpoint. */
    request,
    /** An endpoint by its contract: what it answers when it does what was asked. */
    async call<E extends Endpoint>(endpoint: E, parts: Parts<E> = {}): Promise<z.output<E['response']>> {
      const reply = await request(endpoint.method, pathOf(endpoint, parts), parts.body)
      if (reply.status !== 200)
        throw new Error(`${endpoint.id}: ${reply.status} ${JSON.stringify(reply.body)}`)
      return reply.body as z.output<E['response']>
    },
    /** The refusal of an endpoint; throws when it was no refusal. */
    async refusal<E extends Endpoint>(endpoint: E, parts: Parts<E> = {}): Promise<Refusal> {
      const reply = await request(endpoint.method, pathOf(endpoint, parts), parts.body)
      if (reply.status < 400) throw new Error(`${endpoint.id} was not refused: ${JSON.stringify(reply.body)}`)
      return errorBody.parse(reply.body).error
    },
  }
}

/** The path of an endpoint with its parameters filled in. */
export function pathOf<E extends Endpoint>(endpoint: E, parts: Parts<E>): string {
  const params = (parts.params ?? {}) as Record<string, string>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? `:${name}`)
  const query = new URLSearchParams(
    Object.entries(parts.query ?? {}).map(([name, value]): [string, string] => [
      name,
      // An object from a fuzzer may have no toString.
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
  return query.size === 0 ? path : `${path}?${query}`
}

type Sent = { method: string; path: string; body: unknown; cookie: string | undefined }

async function exchange(app: { hono: Pick<Hono, 'request'> }, sent: Sent): Promise<Reply> {
  const headers = new Headers({ 'x-weerklank': '1' })
  if (sent.cookie !== undefined) headers.set('cookie', sent.cookie)
  if (sent.body !== undefined) headers.set('content-type', 'application/json')
  const body = sent.body === undefined ? null : JSON.stringify(sent.body)
  const response = await app.hono.request(publicUrl + sent.path, { method: sent.method, headers, body })
  const isJson = /^application\/json\b/.test(response.headers.get('content-type') ?? '')
  const text = await response.text()
  const reply = { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  const endpoint = endpointOf(sent.method, sent.path)
  if (isJson && endpoint !== undefined) enforceContract(endpoint, reply)
  return reply
}

function endpointOf(method: string, path: string): Endpoint | undefined {
  const plain = path.split('?')[0] ?? ''
  return endpoints.find(
    (one) => one.method === method && new RegExp(`^${one.path.replace(/:\w+/g, '[^/]+')}$`).test(plain),
  )
}

/** Refusals that every endpoint may give, whatever its contract says. */
const general: readonly ErrorCode[] = ['too-many', 'unavailable', 'internal', 'not-found']
/** What can stand before everything behind the sign-in; a program may not come everywhere. */
const ofTheDoor: readonly ErrorCode[] = ['second-factor-needed', 'session-locked', 'not-allowed']
const ofBodies: readonly ErrorCode[] = ['cross-site', 'wrong-media-type', 'unreadable-body', 'too-large']

/** An answer holds exactly the fields of its contract, and only refusals that the contract names. */
function enforceContract(endpoint: Endpoint, reply: Reply): void {
  if (reply.status === 200) {
    if (!isDeepStrictEqual(endpoint.response.parse(reply.body), reply.body)) {
      throw new Error(`${endpoint.id} answers more than its contract: ${JSON.stringify(reply.body)}`)
    }
    return
  }
  const { code } = errorBody.strict().parse(reply.body).error
  const behind = endpoint.errors.includes('not-signed-in') ? ofTheDoor : []
  const named = [...endpoint.errors, ...behind, ...general, ...(endpoint.method === 'GET' ? [] : ofBodies)]
  if (!named.includes(code))
    throw new Error(`${endpoint.id} refuses with ${code}, which its contract does not name`)
  if (statusOf[code] !== reply.status) throw new Error(`${endpoint.id}: ${code} with status ${reply.status}`)
}

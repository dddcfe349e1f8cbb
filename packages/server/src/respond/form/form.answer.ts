import type { AppError, ErrorCode } from '@weerklank/core/shared/errors'
import type { MemberId } from '@weerklank/core/shared/ids'
import type { Context as HonoContext } from 'hono'
import type { World } from '../../deps.ts'
import type { Scorer } from '../../fhir/score.ts'
import type { Announce } from '../../http/events.ts'
import { toAppError } from '../../http/failure.ts'
import type { Log } from '../../http/log.ts'
import { countRefusal } from '../../http/metrics.ts'
import { sendHtml } from '../../http/page.ts'
import { sayWhenAgain } from '../../http/refusal.ts'
import { logRefusal } from '../../http/server.ts'
import { statusOf } from '../../http/status.ts'
import type { Db } from '../../schema.ts'
import { unknownListener } from '../respond.answer.ts'
import type { LinkProblem } from '../respond.model.ts'
import { respondPolicies } from '../respond.policy.ts'
import { linkProblemPage } from '../respond.problem.ts'
import { formPolicy } from './form.frame.ts'

/** Who is signed in on the device that asks, as far as a form has to know. */
export type WhoIsIn = { step: string; handedOver: boolean; place: { member: MemberId } | null }

export type FormRespondDeps = {
  db: Db
  world: World
  scorer: Scorer
  publicUrl: string
  log: Log
  announce: Announce
  /** Whose session a request comes with: behind a device that was handed over is somebody’s work. */
  door: (headers: Headers) => Promise<WhoIsIn | null>
  /** Throws `too-many` when one address tries too many links that are none. */
  countMiss: (c: HonoContext) => void
}

export const token = (c: HonoContext) => c.req.param('token') ?? ''
export const pathOf = (c: HonoContext) => `/v/${token(c)}`

/** Whatever goes wrong becomes a page that a person understands. */
export async function answer(
  c: HonoContext,
  deps: FormRespondDeps,
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    c.header('Cache-Control', 'no-store')
    return await act()
  } catch (thrown) {
    let error = toAppError(thrown)
    if (error.code === 'link-unknown') error = missed(c, deps, error)
    countRefusal(error.code)
    logRefusal(deps.log, error, c)
    return sendProblem(c, { code: error.code, problem: problemOf(error.code), workspace: null })
  }
}

function problemOf(code: ErrorCode): LinkProblem {
  if (code === 'link-unknown') return { kind: 'unknown' }
  return code === 'too-large' ? { kind: 'too-large' } : { kind: 'unavailable', resend: null }
}

function missed(c: HonoContext, deps: FormRespondDeps, error: AppError): AppError {
  try {
    deps.countMiss(c)
    return error
  } catch (limit) {
    return toAppError(limit)
  }
}

type Problem = {
  code: ErrorCode
  problem: LinkProblem
  workspace: string | null
  listener?: ReturnType<typeof unknownListener>
}

/** The page for a link that does not lead to the questions. */
export function sendProblem(
  c: HonoContext,
  { code, problem, workspace, listener = unknownListener(c) }: Problem,
): Promise<Response> {
  const status = statusOf[code]
  sayWhenAgain(c, status)
  const page = linkProblemPage({ listener, workspace, path: pathOf(c), problem })
  return sendHtml(c, { page, status, policy: respondPolicies.plain })
}

/** Sends a page of a form. */
export const send = (c: HonoContext, page: string, status: 200 | 422 = 200) =>
  sendHtml(c, { page, status, policy: formPolicy, isTight: true })

import type { ErrorCode } from '@weerklank/core/shared/errors'
import { errorText } from '@weerklank/core/shared/errors'
import { type RespondLanguage, respondLanguage, screenLanguage } from '@weerklank/core/shared/language'
import type { Reader } from '@weerklank/core/shared/spoken'
import type { Context as HonoContext } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { sendHtml } from '../http/page.ts'
import { sayWhenAgain } from '../http/refusal.ts'
import { statusOf } from '../http/status.ts'
import type { LinkProblem } from './respond.model.ts'
import { respondPolicies } from './respond.policy.ts'
import { linkProblemPage } from './respond.problem.ts'
import type { PageKind } from './respond.script.ts'

/** Sends a page of the respondent. */
export function sendPage(
  c: HonoContext,
  page: string,
  { status = 200, kind = 'plain' }: { status?: ContentfulStatusCode; kind?: PageKind } = {},
): Promise<Response> {
  return sendHtml(c, { page, status, policy: respondPolicies[kind], isTight: true })
}

/** Whether the page's own script asks (for JSON) or a browser that shows what it gets. */
export function asksJson(c: HonoContext): boolean {
  return /^application\/json\b/.test(c.req.header('accept') ?? '')
}

/** Someone of whom nothing is known yet but what the browser says. */
export function unknownListener(c: HonoContext): Reader {
  const asked = c.req.query('lang') ?? c.req.header('accept-language') ?? 'nl'
  return { language: firstKnown(asked) ?? 'nl', address: 'u' }
}

/** Of a browser's languages, which stand in the order of its wish, the first in which we can say it. */
function firstKnown(asked: string): RespondLanguage | undefined {
  for (const one of asked.slice(0, 200).split(',')) {
    const language = respondLanguage(one.split(';')[0])
    if (language !== undefined) return language
  }
  return undefined
}

type Refusal = {
  code: ErrorCode
  problem: LinkProblem
  listener: Reader
  workspace: string | null
}

/** A refusal in the form that was asked for: a page that explains, or JSON for the page's script. */
export async function sendRefusal(c: HonoContext, refusal: Refusal): Promise<Response> {
  const { code, problem, listener, workspace } = refusal
  const status = statusOf[code]
  sayWhenAgain(c, status)
  if (asksJson(c))
    return c.json({ error: { code, message: errorText(code, screenLanguage(listener.language)) } }, status)
  const path = `/f/${c.req.param('token') ?? ''}`
  return sendPage(c, linkProblemPage({ listener, workspace, path, problem }), { status })
}

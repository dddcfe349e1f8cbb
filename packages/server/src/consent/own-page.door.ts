import type { Installation } from '@weerklank/core/consent/legal/legal-document'
import type { Instrument } from '@weerklank/core/feedback/instrument'
import { AppError } from '@weerklank/core/shared/errors'
import type { RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Context as HonoContext } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Announce } from '../http/events.ts'
import { toAppError } from '../http/failure.ts'
import type { Log } from '../http/log.ts'
import { countRefusal } from '../http/metrics.ts'
import { sendHtml } from '../http/page.ts'
import { countedMiss, sayWhenAgain, unknownListener } from '../http/refusal.ts'
import { logRefusal } from '../http/server.ts'
import { statusOf } from '../http/status.ts'
import type { Mailer } from '../mail/mail.ts'
import type { Db, Trx } from '../schema.ts'
import type { ConsentDeps } from './consent.status.ts'
import { gonePage } from './own-account.page.ts'
import type { OwnAccounts, Visitor } from './own-account.ts'
import { type OwnFrame, ownPagePolicy } from './own-page.frame.ts'
import { type Nowhere, nowherePage } from './own-page.home.ts'
import { type AccountKey, LinkError, type OwnPage, withAccountPage, withOwnPage } from './own-page.ts'

export type OwnPageDeps = ConsentDeps & {
  db: Db
  log: Log
  announce: Announce
  /** What answers were given to, by `instrumentKey`. */
  content: { instruments: ReadonlyMap<string, Instrument> }
  /** What her privacy page says of the machine. */
  installation: Installation
  accounts: OwnAccounts
  mailer: Mailer
  /** Throws `too-many` when one address tries too many links that are none. */
  countMiss: (c: HonoContext) => void
}

/** Ends a page by leading elsewhere: what was done is stored, and a reload does nothing again. */
export class Redirect {
  readonly path: string
  readonly changed: readonly RelationId[]

  constructor(path: string, changed: readonly RelationId[] = []) {
    this.path = path
    this.changed = changed
  }
}

const token = (c: HonoContext) => c.req.param('token') ?? ''

/** Where pages of one's own are served: by her link, and signed in with the account that she linked. */
export const ownRoots = ['/p/:token', '/mijn/:workspace/:person'] as const

/** The beginning of the addresses of the page that is asked for. */
export function rootOf(c: HonoContext): string {
  const { workspace, person } = c.req.param() as { workspace?: string; person?: string }
  // What stands in an address is anybody's: nothing of it may end a header or a path.
  return person === undefined
    ? `/p/${encodeURIComponent(token(c))}`
    : `/mijn/${encodeURIComponent(workspace ?? '')}/${encodeURIComponent(person)}`
}

const isByAccount = (c: HonoContext) => rootOf(c).startsWith('/mijn/')

/** Opens the page of a request, and does the work in its transaction; a `Redirect` that is thrown there keeps the work. */
export async function opened<Made>(
  c: HonoContext,
  deps: OwnPageDeps,
  work: (trx: Trx, page: OwnPage, c: HonoContext) => Promise<Made>,
): Promise<Made> {
  const of = { db: deps.db, deps, lang: c.req.query('lang') }
  const act = async (trx: Trx, page: OwnPage) => {
    try {
      return { made: await work(trx, page, c), redirect: undefined }
    } catch (thrown) {
      if (thrown instanceof Redirect) return { redirect: thrown, workspace: page.workspace.id }
      throw thrown
    }
  }
  const result = isByAccount(c)
    ? await withAccountPage({ ...of, key: await accountKey(c, deps) }, act)
    : await withOwnPage({ ...of, token: token(c) }, act)
  if (result.redirect === undefined) return result.made
  announceAll(deps, result.workspace, result.redirect)
  throw result.redirect
}

/** Who signed in, once nothing has to be done first. */
export async function visitorOf(c: HonoContext, deps: Pick<OwnPageDeps, 'accounts'>): Promise<Visitor> {
  const visitor = await deps.accounts.visitor(c)
  const before = visitor === null ? 'sign-in' : visitor.before
  if (visitor !== null && before === null) return visitor
  // What was posted is not kept: after signing in she is at the page again.
  const naar = encodeURIComponent(c.req.method === 'GET' ? c.req.path : '/mijn')
  throw new Redirect(`${before === 'second-step' ? '/inloggen/verder' : '/inloggen'}?naar=${naar}`)
}

async function accountKey(c: HonoContext, deps: OwnPageDeps): Promise<AccountKey> {
  const { user } = await visitorOf(c, deps)
  const places = await deps.accounts.placesOf(user)
  const asked = c.req.param() as { workspace?: string; person?: string }
  const place = places.find((one) => one.workspace === asked.workspace && one.person === asked.person)
  if (place === undefined) throw new AppError('not-found')
  return { user, ...place }
}

function announceAll(deps: OwnPageDeps, workspace: WorkspaceId, { changed }: Redirect): void {
  for (const relation of changed) deps.announce({ workspace, relation })
}

/** What every page knows; a file that is kept has no address of its own. */
export function frameOf(c: HonoContext, page: OwnPage, root = rootOf(c)): OwnFrame {
  return { listener: page.listener, workspace: page.workspace.name, root }
}

/** Sends a page of one's own. */
export function sendOwn(c: HonoContext, page: string, status: ContentfulStatusCode = 200): Promise<Response> {
  return sendHtml(c, { page, status, policy: ownPagePolicy })
}

/** Whatever goes wrong becomes a page that a person understands. */
export async function answer(
  c: HonoContext,
  deps: OwnPageDeps,
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    c.header('Cache-Control', 'no-store')
    return await act()
  } catch (thrown) {
    if (thrown instanceof Redirect) return c.redirect(thrown.path, 303)
    return refuse(c, deps, thrown)
  }
}

function refuse(c: HonoContext, deps: OwnPageDeps, thrown: unknown): Promise<Response> {
  const listener = (thrown instanceof LinkError ? thrown.listener : null) ?? unknownListener(c)
  const error = countedMiss(c, deps, toAppError(thrown))
  countRefusal(error.code)
  logRefusal(deps.log, error, c)
  const status = statusOf[error.code]
  sayWhenAgain(c, status)
  const frame = { listener, workspace: null, root: rootOf(c) }
  if (isByAccount(c) && error.code === 'not-found') return sendOwn(c, gonePage(frame), status)
  return sendOwn(c, nowherePage(frame, { code: nowhereOf(error) }), status)
}

function nowhereOf({ code }: AppError): Nowhere['code'] {
  if (code === 'link-unknown' || code === 'link-expired' || code === 'link-revoked') return code
  // A page that is none: an address that someone typed.
  return code === 'not-found' ? 'link-unknown' : 'unavailable'
}

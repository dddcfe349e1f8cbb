import { kioskReturn } from '@weerklank/core/access/kiosk'
import { linkDays, takesAnswer } from '@weerklank/core/feedback/invitation'
import { isSharedDevice } from '@weerklank/core/feedback/shared-device'
import {
  parseSubmission,
  type SubmissionProblem,
  submissionFields,
} from '@weerklank/core/feedback/submission'
import { AppError, type ErrorCode, errorText } from '@weerklank/core/shared/errors'
import type { RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { respondLanguage, screenLanguage } from '@weerklank/core/shared/language'
import { addDays } from '@weerklank/core/shared/time'
import type { Hono, Context as HonoContext } from 'hono'
import pg from 'pg'
import { writeRecords } from '../audit/audit.ts'
import { newPersonLink } from '../consent/consent.ts'
import { setContext } from '../db/context.ts'
import type { FeedbackDeps } from '../feedback/feedback.deps.ts'
import { insertToken, setExpiry } from '../feedback/feedback.repository.ts'
import type { Announce } from '../http/events.ts'
import { toAppError } from '../http/failure.ts'
import { readForm } from '../http/form-body.ts'
import { newToken } from '../http/link-token.ts'
import type { Log } from '../http/log.ts'
import { countRefusal } from '../http/metrics.ts'
import { countedMiss } from '../http/refusal.ts'
import { logRefusal } from '../http/server.ts'
import type { Db, Trx } from '../schema.ts'
import { countTokens } from './check.repository.ts'
import { audienceOf, formToRead, type OpenLink, withLink } from './check.ts'
import { type DeviceDeps, deviceOf, markDevice, newDevice } from './device.ts'
import { asksJson, sendPage, sendRefusal, unknownListener } from './respond.answer.ts'
import { languagePage } from './respond.language.ts'
import type { LinkProblem, Refill } from './respond.model.ts'
import { type LinkPage, pageFor } from './respond.pages.ts'
import { problemIn } from './respond.text.ts'
import { restOfChecks } from './rest.checks.ts'
import { serveRest } from './rest.ts'
import { recordFor, store } from './store.ts'

export type RespondDeps = FeedbackDeps &
  DeviceDeps & {
    db: Db
    log: Log
    announce: Announce
    /** Throws `too-many` when one address tries too many links that are none. */
    countMiss: (c: HonoContext) => void
  }

/** No more links than this are made for one invitation by renewing. */
const linksAtMost = 10

/** The respondent's side: a page and a post, without an account and without script if need be. */
export function serveRespond(app: Hono, deps: RespondDeps): void {
  app.get('/f/:token', (c) => answer(c, deps, () => go(c, deps)))
  app.post('/f/:token', (c) => answer(c, deps, (keep) => submit(c, deps, keep)))
  app.get('/f/:token/taal', (c) => answer(c, deps, () => languages(c)))
  app.get('/f/:token/not-now', (c) => answer(c, deps, () => leave(c, deps)))
  app.post('/f/:token/renew', (c) => answer(c, deps, () => renew(c, deps)))
  app.post('/f/:token/mijn', (c) => answer(c, deps, () => ownPage(c, deps)))
  serveRest(app, deps, { ...restOfChecks(deps), answer: (c, act) => answer(c, deps, act) })
}

type Fields = readonly (readonly [name: string, value: string])[]
/** Says what was posted before anything can fail, so that it can be given back. */
type Keep = (fields: Fields) => void

const token = (c: HonoContext) => c.req.param('token') ?? ''

/** Whatever goes wrong becomes a page or a line of JSON that a person understands; nothing she wrote is lost. */
async function answer(
  c: HonoContext,
  deps: RespondDeps,
  act: (keep: Keep) => Promise<Response>,
): Promise<Response> {
  let posted: Fields | null = null
  try {
    c.header('Cache-Control', 'no-store')
    return await act((fields) => {
      posted = fields
    })
  } catch (thrown) {
    const error = countedMiss(c, deps, toAppError(thrown))
    countRefusal(error.code)
    logRefusal(deps.log, error, c)
    const problem = problemOf(error.code, posted)
    return sendRefusal(c, { code: error.code, problem, listener: unknownListener(c), workspace: null })
  }
}

function problemOf(code: ErrorCode, posted: Fields | null): LinkProblem {
  if (code === 'link-unknown') return { kind: 'unknown' }
  if (code === 'too-large') return { kind: 'too-large' }
  return { kind: 'unavailable', resend: posted }
}

/** From the page itself its links go by `?ga=`, so that the token, which nothing can make smaller, stands nowhere in it. */
function go(c: HonoContext, deps: RespondDeps): Promise<Response> {
  switch (c.req.query('ga')) {
    case 'taal':
      return languages(c)
    case 'weg':
      return leave(c, deps)
    default:
      return open(c, deps)
  }
}

function languages(c: HonoContext): Promise<Response> {
  return sendPage(c, languagePage(unknownListener(c), token(c)))
}

async function open(c: HonoContext, deps: RespondDeps): Promise<Response> {
  const page = await withLink({ db: deps.db, deps, token: token(c) }, (trx, link) =>
    look(trx, link, { c, deps, refill: null }),
  )
  return sendLinkPage(c, page)
}

async function leave(c: HonoContext, deps: RespondDeps): Promise<Response> {
  const page = await withLink({ db: deps.db, deps, token: token(c) }, (trx, link) =>
    look(trx, link, { c, deps, refill: 'leave' }),
  )
  return sendLinkPage(c, page)
}

/** The page for a link, with its line in the record: also one that was asked for by the way out may show what is stored. */
async function look(
  trx: Trx,
  link: OpenLink,
  of: { c: HonoContext; deps: RespondDeps; refill: Refill | 'leave' | null },
): Promise<LinkPage> {
  const { c, deps, refill } = of
  await writeRecords(trx, [
    recordFor(link, { world: deps.world, action: 'check.opened', subject: link.check.id }),
  ])
  const device = deviceIn(c, deps, link)
  if (link.token.way === 'kiosk') c.header('Refresh', kioskRefresh(link.status))
  return pageFor(trx, link, { deps, path: `/f/${token(c)}`, lang: c.req.query('lang'), refill, device })
}

const deviceIn = (c: HonoContext, deps: RespondDeps, { check }: OpenLink) =>
  deviceOf(c, deps, { ...check, now: deps.world.now() })

/** A kiosk returns to its beginning by itself: soon when somebody is done, later when nobody goes on. */
const kioskRefresh = (status: OpenLink['status']) =>
  `${status === 'open' ? kioskReturn.idle : kioskReturn.done};url=/kiosk`

function sendLinkPage(c: HonoContext, page: LinkPage): Promise<Response> {
  if (page.kind === 'problem') return sendRefusal(c, page)
  return sendPage(c, page.html, { status: page.status, kind: page.look })
}

type Posted =
  | { kind: 'stored'; changed: { workspace: WorkspaceId; relation: RelationId; isOwnDevice: boolean } | null }
  | { kind: 'page'; page: LinkPage }
  | { kind: 'invalid'; fields: Readonly<Record<string, string>>; page: LinkPage }

/** Where the database refuses an answer of which somebody took back the ground while it was on its way. */
const overtaken = new Set(['research_answer', 'response'])

async function submit(c: HonoContext, deps: RespondDeps, keep: Keep): Promise<Response> {
  const fields = await readForm(c)
  keep(fields)
  const device = newDevice(c, deps)
  const attempt = () =>
    withLink({ db: deps.db, deps, token: token(c) }, (trx, link) =>
      receive(trx, link, { c, deps, fields, device: device?.hash ?? null }),
    )
  const posted = await attempt().catch((error) => {
    // Consent for research ended while the answer was on its way, or what she answered was deleted with its invitation. The
    // database refused the copy, or the answer: once more, now without a copy, or to hear that the link is gone.
    if (error instanceof pg.DatabaseError && overtaken.has(error.table ?? '')) return attempt()
    throw error
  })
  if (posted.kind === 'page') return sendLinkPage(c, posted.page)
  if (posted.kind === 'invalid') {
    if (!asksJson(c)) return sendLinkPage(c, posted.page)
    const message = errorText('invalid-input', screenLanguage(unknownListener(c).language))
    return c.json({ error: { code: 'invalid-input', message, fields: posted.fields } }, 422)
  }
  if (posted.changed !== null) {
    const { isOwnDevice, ...changed } = posted.changed
    markDevice(c, deps, isOwnDevice ? device : null)
    deps.announce(changed)
  }
  if (asksJson(c)) return c.json({ stored: true })
  return c.redirect(`/f/${token(c)}${langOf(c, fields)}`, 303)
}

/** The language in which the page was read, when it was chosen there. */
function langOf(c: HonoContext, fields: Fields): string {
  const posted = fields.find(([name]) => name === submissionFields.language)?.[1]
  const chosen = respondLanguage(c.req.query('lang') ?? posted)
  // A page in Dutch says so only where it was chosen.
  return chosen === undefined || (chosen === 'nl' && c.req.query('lang') === undefined)
    ? ''
    : `?lang=${chosen}`
}

async function receive(
  trx: Trx,
  link: OpenLink,
  of: { c: HonoContext; deps: RespondDeps; fields: Fields; device: string | null },
): Promise<Posted> {
  const { c, deps, fields } = of
  const page = (refill: Refill | null) => look(trx, link, { c, deps, refill })
  if (link.status === 'answered') return repeated(link, fields, () => page(null))
  if (!takesAnswer(link.status)) return { kind: 'page', page: await page(null) }
  const { form, earlier } = await formToRead(trx, link, deps)
  const result = parseSubmission(form, fields)
  if (!result.ok) return invalid(trx, link, { problems: result.errors, fields, page })
  const { submission } = result
  const language = submission.language ?? 'nl'
  const { instrument } = form
  const { world, content } = deps
  const { instruments } = content
  const asked = { instrument, instruments, language, world }
  // On a device of the house nothing of hers is opened afterwards, by whichever link (ADR 0020).
  const isOwnDevice = !isSharedDevice(link.token.way)
  const device = isOwnDevice ? of.device : null
  const isNew = await store(trx, link, { submission, earlier, device, ...asked })
  const changed = isNew ? { workspace: link.workspace, relation: link.token.relation_id, isOwnDevice } : null
  return { kind: 'stored', changed }
}

async function invalid(
  trx: Trx,
  link: OpenLink,
  of: {
    problems: Readonly<Record<string, SubmissionProblem>>
    fields: Fields
    page: (refill: Refill) => Promise<LinkPage>
  },
): Promise<Posted> {
  const { person } = await audienceOf(trx, link)
  const chosen = respondLanguage(of.fields.find(([name]) => name === submissionFields.language)?.[1])
  const listener = { language: chosen ?? person.language, address: person.address }
  const errors = Object.fromEntries(
    Object.entries(of.problems).map(([field, problem]) => [field, problemIn(problem, listener)]),
  )
  return {
    kind: 'invalid',
    fields: errors,
    page: await of.page({ values: Object.fromEntries(of.fields), errors }),
  }
}

// The answer is in. Whoever sends the same form again (double tap, second tab, a retry after a lost acknowledgement) is
// told so; anything else posted here is no repeat and gets the page that shows what is stored.
async function repeated(link: OpenLink, fields: Fields, page: () => Promise<LinkPage>): Promise<Posted> {
  const key = fields.find(([name]) => name === 'key')?.[1]
  if (key === link.check.response_id) return { kind: 'stored', changed: null }
  return { kind: 'page', page: await page() }
}

/** The respondent makes herself a new link: she holds the old one, and her draft waits under the same key. */
async function renew(c: HonoContext, deps: RespondDeps): Promise<Response> {
  const { world } = deps
  const fresh = await withLink({ db: deps.db, deps, token: token(c) }, async (trx, link) => {
    if (link.status !== 'expired' || isSharedDevice(link.token.way)) return null
    if ((await countTokens(trx, link.check.id)) >= linksAtMost) throw new AppError('too-many')
    const made = newToken(link.workspace)
    const expiresAt = addDays(world.now(), linkDays)
    await setExpiry(trx, link.check.id, expiresAt)
    const { relation_id, participant_id, invitation_id, by_letter } = link.token
    const row = { workspace_id: link.workspace, relation_id, participant_id, invitation_id, by_letter }
    await insertToken(trx, { ...row, token_hash: made.hash, expires_at: expiresAt })
    await writeRecords(trx, [
      recordFor(link, { world, action: 'invitation.renewed', subject: link.check.id }),
    ])
    return made.token
  })
  return c.redirect(`/f/${fresh ?? token(c)}`, 303)
}

/**
 * From her answer to her own page: on the device that gave it, while the link works, she makes herself one to what is hers.
 * Whoever else holds the link, such as the professional who showed it, does not (ADR 0020).
 */
async function ownPage(c: HonoContext, deps: RespondDeps): Promise<Response> {
  const { world } = deps
  const path = await withLink({ db: deps.db, deps, token: token(c) }, async (trx, link) => {
    const { person_id: person, expires_at } = link.token
    if (link.status !== 'answered' || expires_at <= world.now()) return null
    if (isSharedDevice(link.token.way)) return null
    // Whoever asked for half a mutual picture holds its link too: it leads nowhere else (ADR 0017).
    if (link.check.picture_id !== null || deviceIn(c, deps, link) !== 'hers') return null
    await setContext(trx, { ...link.context, persons: [person] })
    const made = await newPersonLink(trx, deps, { workspace: link.workspace, person })
    const line = recordFor(link, { world, action: 'own-page.linked', subject: person })
    await writeRecords(trx, [{ ...line, person_id: person }])
    // To the choice who may read this answer, or to the page where all choices stand.
    const isToChoose = c.req.query('wie') !== undefined
    return isToChoose ? `${made.path}/antwoorden/${link.check.response_id}` : made.path
  })
  return c.redirect((path ?? `/f/${token(c)}`) + langOf(c, []), 303)
}

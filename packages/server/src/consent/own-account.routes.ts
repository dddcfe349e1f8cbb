import { emailAddress } from '@weerklank/core/access/members.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { Listener } from '@weerklank/core/shared/spoken'
import { millis } from '@weerklank/core/shared/time'
import type { Hono, Context as HonoContext } from 'hono'
import { readForm } from '../http/form-body.ts'
import { newLimiter } from '../http/limit.ts'
import { unknownListener } from '../http/refusal.ts'
import type { Mail } from '../mail/mail.ts'
import type { Trx } from '../schema.ts'
import { ownAccountMail } from './own-account.mail.ts'
import {
  type AccountSection,
  accountSection,
  linkPage,
  minePage,
  overPage,
  sentPage,
} from './own-account.page.ts'
import { type Asked, accountOn, linkAccount, mayHaveOn, type OwnPlace, unlinkAccount } from './own-account.ts'
import { childrenOn, choicesOn, recordOn, selfOf } from './own-page.deeds.ts'
import {
  answer,
  frameOf,
  type OwnPageDeps,
  opened,
  ownRoots,
  Redirect,
  rootOf,
  sendOwn,
  visitorOf,
} from './own-page.door.ts'
import type { OwnFrame } from './own-page.frame.ts'
import { homePage } from './own-page.home.ts'
import { type OwnPage, withAccountPage } from './own-page.ts'

/** Mails that one person can have sent, and that one address can be sent. */
const asksPer = { max: 5, windowMs: 10 * 60_000 }

/** The account that someone may link with her own page, and the page by which it opens. */
export function serveOwnAccount(app: Hono, deps: OwnPageDeps): void {
  const nowMs = () => millis(deps.world.now())
  const limit = newLimiter(asksPer, nowMs)
  for (const root of ownRoots) {
    app.get(`${root}/account`, (c) => answer(c, deps, async () => c.redirect(`${rootOf(c)}#account`, 303)))
    app.post(`${root}/account`, (c) => answer(c, deps, () => ask(c, deps, limit)))
    app.post(`${root}/account/los`, (c) => answer(c, deps, () => unlink(c, deps)))
  }
  app.get('/koppel/:secret', (c) => answer(c, deps, () => showLink(c, deps)))
  app.post('/koppel/:secret', (c) => answer(c, deps, () => followLink(c, deps)))
  app.get('/mijn', (c) => answer(c, deps, () => mine(c, deps)))
  app.post('/mijn/uitloggen', (c) =>
    answer(c, deps, async () => {
      await deps.accounts.signOut(c)
      return c.redirect('/inloggen', 303)
    }),
  )
}

/** The first page, with what it says of an account. */
export async function homeOf(
  trx: Trx,
  page: OwnPage,
  of: { c: HonoContext; deps: Pick<OwnPageDeps, 'mailer'>; wrong?: { typed: string } },
): Promise<string> {
  const { c, deps, wrong = null } = of
  const frame = frameOf(c, page)
  const account = await accountOn(trx, page)
  return homePage(frame, {
    page,
    choices: await choicesOn(trx, page, selfOf(page)),
    children: await childrenOn(trx, page),
    isRenewed: c.req.query('nieuw') !== undefined,
    account: accountSection(frame, { page, mailer: deps.mailer, account, told: wrong ?? toldIn(c) }),
  })
}

function toldIn(c: HonoContext): AccountSection['told'] {
  const told = c.req.query('account')
  return told === 'gemaakt' ? 'made' : told === 'los' ? 'unlinked' : null
}

/** The same answer, after the same work, whether or not the address has an account; the mail is not waited for. */
async function ask(c: HonoContext, deps: OwnPageDeps, limit: (key: string) => void): Promise<Response> {
  const typed = new Map(await readForm(c)).get('adres') ?? ''
  const email = emailAddress.safeParse(typed).data
  const letters: Mail[] = []
  const page = await opened(c, deps, async (trx, own) => {
    if (!mayHaveOn(own, deps.mailer)) throw new AppError('not-found')
    if ((await accountOn(trx, own)) !== null) throw new Redirect(`${rootOf(c)}?lang=${own.listener.language}`)
    if (email === undefined) return homeOf(trx, own, { c, deps, wrong: { typed: typed.slice(0, 254) } })
    const person = own.family.person.id
    limit(person)
    limit(email)
    const { secret, code } = await deps.accounts.ask({ email, workspace: own.workspace.id, person })
    const url = new URL(`/koppel/${secret}?lang=${own.listener.language}`, deps.publicUrl).href
    letters.push(ownAccountMail({ to: email, url, publicUrl: deps.publicUrl }))
    await recordOn(trx, own, { action: 'own-account.asked' })
    return sentPage(frameOf(c, own), { email, code })
  })
  for (const mail of letters) void deps.mailer.send(mail)
  return sendOwn(c, page, email === undefined ? 422 : 200)
}

async function unlink(c: HonoContext, deps: OwnPageDeps): Promise<Response> {
  let isByAccount = false
  await opened(c, deps, async (trx, own) => {
    isByAccount = own.way.by === 'account'
    await unlinkAccount(trx, own)
    return ''
  })
  return c.redirect(isByAccount ? '/mijn' : `${rootOf(c)}?account=los#account`, 303)
}

const frameAt = (listener: Listener, root: string): OwnFrame => ({ listener, workspace: null, root })

/** Nothing is accepted where no mail goes out: only a mail that arrived proves an address. */
async function waitingOn(deps: OwnPageDeps, secret: string): Promise<Asked | null> {
  return deps.mailer.isConfigured ? deps.accounts.look(secret) : null
}

async function showLink(c: HonoContext, deps: OwnPageDeps): Promise<Response> {
  const frame = frameAt(unknownListener(c), `/koppel/${encodeURIComponent(c.req.param('secret') ?? '')}`)
  const asked = await waitingOn(deps, c.req.param('secret') ?? '')
  if (asked === null) return sendOwn(c, overPage(frame), 410)
  return sendOwn(c, linkPage(frame, { email: asked.email, isWrong: false }))
}

async function followLink(c: HonoContext, deps: OwnPageDeps): Promise<Response> {
  const secret = c.req.param('secret') ?? ''
  const frame = frameAt(unknownListener(c), `/koppel/${encodeURIComponent(secret)}`)
  const code = (new Map(await readForm(c)).get('code') ?? '').replaceAll(/\s/g, '')
  const waiting = await waitingOn(deps, secret)
  if (waiting === null) return sendOwn(c, overPage(frame), 410)
  const asked = await deps.accounts.take(secret, code)
  if (asked === null) return sendOwn(c, linkPage(frame, { email: waiting.email, isWrong: true }), 422)
  const user = await linkAccount(deps, asked)
  if (user === null) return sendOwn(c, overPage(frame), 410)
  await deps.accounts.signInAs(c, user)
  return c.redirect(`/mijn/${asked.workspace}/${asked.person}?account=gemaakt#account`, 303)
}

async function mine(c: HonoContext, deps: OwnPageDeps): Promise<Response> {
  const { user, isMember } = await visitorOf(c, deps)
  const pages = await Promise.all(
    (await deps.accounts.placesOf(user)).map((place) => nameOf(c, deps, { user, ...place })),
  )
  const found = pages.flatMap((page) => page ?? [])
  const listener = { ...unknownListener(c), address: found[0]?.address ?? ('u' as const) }
  return sendOwn(c, minePage(frameAt(listener, '/mijn'), { places: found, isMember }))
}

/** Of a page in the list only where it is, and as whom; nothing for one that does not open (any more). */
async function nameOf(c: HonoContext, deps: OwnPageDeps, key: OwnPlace & { user: string }) {
  const of = { db: deps.db, deps, lang: c.req.query('lang'), key }
  return withAccountPage(of, async (_trx, { workspace, name, listener }) => ({
    path: `/mijn/${workspace.id}/${key.person}`,
    workspace: workspace.name,
    name,
    address: listener.address,
  })).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  })
}

import { singleSignOnEndpoints } from '@weerklank/core/access/single-sign-on.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { addMilliseconds, type Instant, millis } from '@weerklank/core/shared/time'
import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { addressOf } from '../http/address.ts'
import { newLimiter } from '../http/limit.ts'
import { type OwnSessions, openSessionFor, serveOwn } from './own-session.ts'
import type { Seal } from './seal.ts'
import { noteFailedSignIn, recordAccountDeed, recordSignInChange } from './sign-in.record.ts'
import { cookieSettings } from './sign-in.session.ts'
import { type Arrived, claimedBy, linkIdentity, userOfIdentity } from './single-sign-on.identity.ts'
import {
  callbackPath,
  type Identity,
  type Journey,
  ProviderAway,
  type SingleSignOn,
} from './single-sign-on.ts'

const startPath = '/api/sign-in/single-sign-on'
const journeyMs = 10 * 60_000
/** Per address: many colleagues may sign in from behind one. */
const journeyLimit = { max: 60, windowMs: 60_000 }

/** Where the button for single sign-on leads, with the page to come back to behind it. */
export const singleSignOnStart = `${startPath}?to=%2F`

type Deps = OwnSessions & { journeySeal: Seal }

/** A journey to the provider with its purpose; kept sealed in the browser, so that any process can take it up. */
type Kept = Journey & { to: string; link: string | null; until: Instant }

/** Signing in with the account of one's organisation, and linking that to one's own. */
export function serveSingleSignOn(of: Deps): void {
  const count = newLimiter(journeyLimit, () => millis(of.now()))
  const configured = () => {
    if (of.singleSignOn === null) throw new AppError('not-found')
    return of.singleSignOn
  }
  of.api.app.get(startPath, async (c) => {
    const sso = configured()
    count(addressOf(c))
    return orSayWhy(of, c, async () =>
      c.redirect(await setOut(of, c, { sso, to: c.req.query('to') ?? '/', link: null })),
    )
  })
  of.api.app.get(callbackPath, async (c) => {
    const sso = configured()
    count(addressOf(c))
    return orSayWhy(of, c, () => arrive(of, c, sso))
  })
  // A write, so that another site cannot send someone off to have a stranger's account linked to hers.
  serveOwn(of, singleSignOnEndpoints.link, {
    during: ['open'],
    proved: true,
    handle: async ({ who, c }, { body }) => {
      const sso = configured()
      try {
        return { url: await setOut(of, c, { sso, to: body.to, link: who.user.id }) }
      } catch (cause) {
        throw cause instanceof ProviderAway ? new AppError('unavailable', { cause }) : cause
      }
    },
  })
}

type Purpose = { sso: SingleSignOn; to: string; link: string | null }

async function setOut(of: Deps, c: HonoContext, { sso, to, link }: Purpose): Promise<string> {
  const { url, journey } = await sso.begin(of.publicUrl)
  const until = addMilliseconds(of.now(), journeyMs)
  const kept: Kept = { ...journey, to: ownPage(of.publicUrl, to), link, until }
  const { name, marks } = cookieOf(of.publicUrl)
  setCookie(c, name, of.journeySeal.seal(JSON.stringify(kept)), { ...marks, maxAge: journeyMs / 1000 })
  c.header('Cache-Control', 'no-store')
  return url
}

async function arrive(of: Deps, c: HonoContext, sso: SingleSignOn): Promise<Response> {
  const kept = takeJourney(of, c)
  if (kept === null) throw new Refused('no-journey')
  const cameBackTo = new URL(callbackPath + new URL(c.req.url).search, of.publicUrl)
  const identity = await sso.finish(cameBackTo, kept)
  const arrived = await userFor(of, c, { kept, identity, sso })
  if (arrived === null) throw new Refused('nobody', kept.link === null ? identity : null)
  const { user } = arrived
  const before = await of.door(c.req.raw.headers)
  const replaces = before && { token: before.session.token, startedAt: new Date(of.now()) }
  // Linking takes away no second step that was proved before.
  const secondFactor = identity.secondFactor || (kept.link !== null && before?.secondFactorAt != null)
  await openSessionFor(of, c, { user, secondFactor, replaces })
  if (arrived.isNewlyLinked) {
    const change = 'single-sign-on-linked'
    await recordSignInChange(of, user, { action: `account.${change}`, change })
  }
  await recordAccountDeed(of, user, 'account.signed-in')
  return c.redirect(kept.to)
}

type Arrival = { kept: Kept; identity: Identity; sso: SingleSignOn }

/** Whose session to open; to link, whoever set out must still be the one who is signed in. */
async function userFor(of: Deps, c: HonoContext, { kept, identity, sso }: Arrival): Promise<Arrived | null> {
  const deps = { db: of.db, now: of.now, workspace: sso.settings.workspace }
  if (kept.link === null) return userOfIdentity(deps, identity)
  const who = await of.door(c.req.raw.headers)
  if (who?.user.id !== kept.link || who.step !== 'open') return null
  const linked = await linkIdentity(deps, kept.link, identity)
  const arrived = linked === 'not' ? null : await userOfIdentity(deps, identity)
  return arrived && { ...arrived, isNewlyLinked: linked === 'now' }
}

/** What was kept at the start, once: gone from the browser whatever comes of it. */
function takeJourney(of: Deps, c: HonoContext): Kept | null {
  const { name, marks } = cookieOf(of.publicUrl)
  const text = of.journeySeal.open(getCookie(c, name) ?? '')
  deleteCookie(c, name, marks)
  if (text === null) return null
  const kept = JSON.parse(text) as Kept
  return kept.until >= of.now() ? kept : null
}

function cookieOf(publicUrl: string) {
  const { cookiePrefix, defaultCookieAttributes } = cookieSettings(publicUrl)
  // Lax: the provider sends people back by an ordinary link.
  return {
    name: `${cookiePrefix}.single-sign-on`,
    marks: { ...defaultCookieAttributes, sameSite: 'Lax' as const },
  }
}

/** The page to come back to, in full: one of ours, or the first. Written out, `//elsewhere` cannot hide in it. */
export function ownPage(publicUrl: string, to: string): string {
  const home = new URL('/', publicUrl)
  if (!to.startsWith('/') || !URL.canParse(to, home.href)) return home.href
  const page = new URL(to, home)
  const isOwn = page.origin === home.origin && !/^\/+api(\/|$)/i.test(page.pathname)
  return isOwn ? page.href : home.href
}

class Refused extends Error {
  /** Who stood at the door, where that is known and she came to sign in. */
  readonly identity: Identity | null

  constructor(reason: 'no-journey' | 'nobody', identity: Identity | null = null) {
    super(reason)
    this.identity = identity
  }
}

/** One answer to everything that is not right, so that it tells nobody who has an account here. */
async function orSayWhy(of: Deps, c: HonoContext, act: () => Promise<Response>): Promise<Response> {
  c.header('Cache-Control', 'no-store')
  try {
    return await act()
  } catch (error) {
    if (error instanceof AppError) throw error
    const outcome = error instanceof ProviderAway ? 'unavailable' : 'refused'
    // Of what the provider said only the kind: its messages may name people.
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const what =
      error instanceof Refused ? error.message : `${error instanceof Error ? error.name : ''} ${code}`.trim()
    const identity = error instanceof Refused ? error.identity : null
    if (outcome === 'refused') {
      const user = async () => identity && claimedBy(of.db, identity)
      noteFailedSignIn(of, { way: 'single-sign-on', user })
    }
    of.api.log.warn({ reason: what }, `Single sign-on: ${outcome}`)
    return c.redirect(`/inloggen?sso=${outcome}`)
  }
}

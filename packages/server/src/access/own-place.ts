import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { PersonId, WorkspaceId } from '@weerklank/core/shared/ids'
import { millis } from '@weerklank/core/shared/time'
import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import type { World } from '../deps.ts'
import { newLimiter } from '../http/limit.ts'
import type { Db } from '../schema.ts'
import { openSessionFor } from './own-session.ts'
import { type Door, noteUse } from './session-door.ts'
import { recordAccountDeed } from './sign-in.record.ts'
import type { SignIn } from './sign-in.ts'

/** A page of one's own, by workspace and person. */
export type OwnPlace = { workspace: WorkspaceId; person: PersonId }

/** Someone who signed in, whether or not she is a member; `before`: what she has to do first. */
export type Visitor = {
  user: string
  email: string
  isMember: boolean
  before: 'second-step' | 'sign-in' | null
}

/** What was asked for: that this address opens this page. */
export type Asked = OwnPlace & { email: string }

const asked = z.strictObject({
  email: z.string(),
  workspace: z.string(),
  person: z.string(),
  code: z.string(),
})
/** How long a link in the mail waits. */
const waitMs = 60 * 60_000
/** A wrong code: so often, and the link is of no use any more. */
const tries = { max: 3, windowMs: waitMs }
const perVisitor = { max: 240, windowMs: 60_000 }

type Deps = { db: Db; signIn: SignIn; door: Door; world: World }

/** What a page of one's own needs of the sign-in: who comes, and how an address becomes an account. */
export function newOwnPlaces(of: Deps) {
  const nowMs = () => millis(of.world.now())
  const limit = newLimiter(perVisitor, nowMs)
  const tried = newLimiter(tries, nowMs)
  return {
    visitor: (c: HonoContext) => visitorOf(of, c, limit),
    placesOf: (user: string) => placesOf(of.db, user),
    ask: (what: Asked) => ask(of.signIn, what),
    look: (secret: string) => look(of.signIn, secret),
    /** Takes the link in, once, by the code that was shown where it was asked for; null when either is wrong. */
    take: (secret: string, code: string) => take(of.signIn, { secret, code, tried }),
    signInAs: (c: HonoContext, user: string) => signInAs(of, c, user),
    signOut: (c: HonoContext) => signOut(of, c),
  }
}

async function visitorOf(of: Deps, c: HonoContext, limit: (key: string) => void): Promise<Visitor | null> {
  const who = await of.door(c.req.raw.headers)
  if (who === null) return null
  limit(who.user.id)
  const visitor = { user: who.user.id, email: who.user.email, isMember: who.place !== null }
  if (who.step === 'prove-second-factor') return { ...visitor, before: 'second-step' }
  // Who signs in anew is not locked any more; the screen that unlocks belongs to members.
  if (who.step === 'locked') return { ...visitor, before: 'sign-in' }
  // A second step that a workspace asks of its members is for their work there, not for one's own page.
  await noteUse(of.db, who, of.world.now())
  return { ...visitor, before: null }
}

/** Where a user has a page of her own. */
async function placesOf(db: Db, user: string): Promise<OwnPlace[]> {
  return db
    .selectFrom('auth.person_place')
    .select(['workspace_id as workspace', 'person_id as person'])
    .where('user_id', '=', user)
    .orderBy('workspace_id')
    .orderBy('person_id')
    .execute()
}

/**
 * Keeps what was asked until the link in the mail is followed. The link alone opens nothing: it takes the code too, which
 * only whoever asked has seen, so that a mail to a wrong address, or read by whoever passes it on, is no way in.
 */
async function ask(signIn: SignIn, what: Asked): Promise<{ secret: string; code: string }> {
  const secret = randomBytes(24).toString('base64url')
  const code = String(randomInt(10_000)).padStart(4, '0')
  await (await signIn.$context).internalAdapter.createVerificationValue({
    identifier: identifierOf(secret),
    value: JSON.stringify({ ...what, code: hashOf(`${secret} ${code}`) }),
    expiresAt: new Date(Date.now() + waitMs),
  })
  return { secret, code }
}

async function look(signIn: SignIn, secret: string): Promise<Asked | null> {
  const { internalAdapter } = await signIn.$context
  const found = await internalAdapter.findVerificationValue(identifierOf(secret))
  if (!found || found.expiresAt.getTime() <= Date.now()) return null
  return askedIn(found.value)
}

type Taken = { secret: string; code: string; tried: (key: string) => void }

async function take(signIn: SignIn, { secret, code, tried }: Taken): Promise<Asked | null> {
  tried(identifierOf(secret))
  const { internalAdapter } = await signIn.$context
  const found = await internalAdapter.findVerificationValue(identifierOf(secret))
  if (!found || codeIn(found.value) !== hashOf(`${secret} ${code}`)) return null
  const taken = await internalAdapter.consumeVerificationValue(identifierOf(secret))
  return taken ? askedIn(taken.value) : null
}

const identifierOf = (secret: string) => `own-account:${hashOf(secret)}`
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

function read(value: string) {
  return asked.parse(JSON.parse(value))
}

const codeIn = (value: string) => read(value).code

function askedIn(value: string): Asked {
  const { email, workspace, person } = read(value)
  return { email, workspace: workspace as WorkspaceId, person: person as PersonId }
}

/** Opens a session for whoever showed that the address is hers; one that she had is the same account's, or ends. */
async function signInAs(of: Deps, c: HonoContext, user: string): Promise<void> {
  const before = await of.signIn.api.getSession({ headers: c.req.raw.headers })
  if (before?.user.id === user) return
  await openSessionFor(of, c, { user, secondFactor: false, replaces: null })
  if (before !== null) {
    await (await of.signIn.$context).internalAdapter.deleteSession(before.session.token)
  }
  await recordAccountDeed(of, user, 'account.signed-in')
}

async function signOut({ signIn }: Deps, c: HonoContext): Promise<void> {
  const { headers } = await signIn.api.signOut({ headers: c.req.raw.headers, returnHeaders: true })
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
}

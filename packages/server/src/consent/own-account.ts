import { mayHaveAccount } from '@weerklank/core/consent/own-account'
import { AppError } from '@weerklank/core/shared/errors'
import type { PersonId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import type { Context as HonoContext } from 'hono'
import { accountOfProved, forgetAsked, removeHomeless } from '../access/access.ts'
import { record } from '../audit/audit.ts'
import { actorText, type Context, inContext, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Mailer } from '../mail/mail.ts'
import type { Db, Trx } from '../schema.ts'
import { recordOn } from './own-page.deeds.ts'
import type { OwnPage } from './own-page.ts'

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

/** What pages of one's own need of the sign-in (access/own-place.ts). */
export type OwnAccounts = {
  /** Who comes; null when nobody is signed in. Limits are applied here. */
  visitor: (c: HonoContext) => Promise<Visitor | null>
  placesOf: (user: string) => Promise<OwnPlace[]>
  /** Keeps what is asked; gives the secret for the mail, and the code that only who asks may see. */
  ask: (what: Asked) => Promise<{ secret: string; code: string }>
  look: (secret: string) => Promise<Asked | null>
  /** Takes it in, once, by secret and code; null when either is wrong. Throws `too-many` after a few tries. */
  take: (secret: string, code: string) => Promise<Asked | null>
  signInAs: (c: HonoContext, user: string) => Promise<void>
  signOut: (c: HonoContext) => Promise<void>
}

/** The account that is linked with a page. */
export type LinkedAccount = { user: string; email: string; linkedAt: Instant }

/** Where whoever it is sees to her account, and nothing else. */
export function seeingToAccount({ workspace, person }: OwnPlace): Context {
  return { workspace, actor: { person }, relations: [], purpose: 'account' }
}

/** The account of a person; the context of the transaction must be hers, while she sees to it. */
export async function findAccount(trx: Trx, person: PersonId): Promise<LinkedAccount | null> {
  const row = await trx
    .selectFrom('person_account')
    .innerJoin('auth.user', 'auth.user.id', 'person_account.user_id')
    .select(['user_id as user', 'email', 'linked_at as linkedAt'])
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row ?? null
}

/** The account of whoever's page is open. */
export async function accountOn(trx: Trx, page: OwnPage): Promise<LinkedAccount | null> {
  const person = page.family.person.id
  await setContext(trx, seeingToAccount({ workspace: page.workspace.id, person }))
  const account = await findAccount(trx, person)
  await setContext(trx, page.context)
  return account
}

/**
 * Whether she may have an account now. Where no mail goes out nobody may: a letter that somebody else reads proves no
 * address, and whoever reads it could sign in as whoever has that address.
 */
export function mayHaveOn(page: OwnPage, mailer: Pick<Mailer, 'isConfigured'>): boolean {
  if (!mailer.isConfigured) return false
  return mayHaveAccount(page.family.person.born_on, localDay(page.now, page.workspace.timeZone)).allowed
}

/**
 * Links an address that was just proved with a page, in one transaction with its account. Gives the user; null when the page
 * has another account already. Who is not there any more, or may have none (any more), is `not-found`.
 */
export async function linkAccount(
  of: { db: Db; world: World },
  { workspace, person, email }: Asked,
): Promise<string | null> {
  const context = seeingToAccount({ workspace, person })
  return inContext(of.db, context, async (trx) => {
    await enforceMayHave(trx, { person, now: of.world.now() })
    const linked = await findAccount(trx, person)
    if (linked !== null) return linked.email === email ? linked.user : null
    const user = await accountOfProved(trx, of.world, email)
    const row = { workspace_id: workspace, person_id: person, user_id: user }
    await trx.insertInto('auth.person_place').values(row).execute()
    await trx
      .insertInto('person_account')
      .values({ ...row, linked_at: of.world.now() })
      .execute()
    await record(trx, of.world, {
      ...{ workspace, actor: actorText(context.actor), action: 'own-account.linked' },
      ...{ subject: { kind: 'person', id: person }, relation: null, basis: 'own-account', person },
    })
    return user
  })
}

async function enforceMayHave(trx: Trx, of: { person: PersonId; now: Instant }): Promise<void> {
  const row = await trx
    .selectFrom('person')
    .innerJoin('workspace', 'workspace.workspace_id', 'person.workspace_id')
    .select(['born_on', 'time_zone'])
    .where('person.id', '=', of.person)
    // Two links that are followed at once come one after the other.
    .forUpdate('person')
    .executeTakeFirst()
  if (row === undefined || !mayHaveAccount(row.born_on, localDay(of.now, row.time_zone)).allowed)
    throw new AppError('not-found')
}

/** Takes the account off whoever's page is open; an account that is of no use any more goes with it. False when there is none. */
export async function unlinkAccount(trx: Trx, page: OwnPage): Promise<boolean> {
  const place = { workspace: page.workspace.id, person: page.family.person.id }
  const isEnded = await endAccount(trx, place, page.context)
  if (isEnded) await recordOn(trx, page, { action: 'own-account.unlinked' })
  return isEnded
}

/**
 * Takes the account off a person, and whatever was asked for and not followed; whether there was one is for nobody else
 * to know. Leaves the transaction in the context `back`. False when there was no account.
 */
export async function endAccount(trx: Trx, { workspace, person }: OwnPlace, back: Context): Promise<boolean> {
  await setContext(trx, seeingToAccount({ workspace, person }))
  const gone = await trx
    .deleteFrom('person_account')
    .where('person_id', '=', person)
    .returning('user_id as user')
    .executeTakeFirst()
  await setContext(trx, back)
  await forgetAsked(trx, person)
  if (gone === undefined) return false
  await trx
    .deleteFrom('auth.person_place')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .execute()
  await removeHomeless(trx, [gone.user])
  return true
}

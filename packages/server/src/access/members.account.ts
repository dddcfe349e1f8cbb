import type { Invited } from '@weerklank/core/access/members.contract'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import type { World } from '../deps.ts'
import { enqueueMail } from '../mail/outbox.ts'
import type { Trx } from '../schema.ts'
import { invitationMail } from './members.mail.ts'
import type { SignIn } from './sign-in.ts'

export type InviteDeps = { world: World; publicUrl: string; canSend: boolean; signIn: SignIn }

export type Account = { id: string; email: string }

/** The account of an address; made when there is none, without any way to sign in but a link by mail. */
export async function accountFor(
  trx: Trx,
  world: World,
  of: { email: string; name: string },
): Promise<Account> {
  const now = world.now()
  // Its address counts as proved once a link that went there was used.
  await sql`
    insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
    values (${world.newId()}, ${of.name}, ${of.email}, false, ${now}, ${now})
    on conflict ("email") do nothing`.execute(trx)
  return trx
    .selectFrom('auth.user')
    .select(['id', 'email'])
    .where('email', '=', of.email)
    .executeTakeFirstOrThrow()
}

/**
 * Lets someone know that she can come in. Where mail goes out she asks for a link herself. Where it does not, whoever let
 * her in gets a link to pass on, but only for an account that was never used and has a place nowhere else: nobody gets a
 * key to somebody's work by inviting her.
 */
export async function letKnow(
  trx: Trx,
  deps: InviteDeps,
  of: { workspace: { id: WorkspaceId; name: string }; by: string; account: Account; name: string },
): Promise<Invited> {
  const { workspace, by, account, name } = of
  if (deps.canSend) {
    const to = { name, address: account.email }
    const mail = invitationMail({ to, by, workspace: workspace.name, publicUrl: deps.publicUrl })
    await enqueueMail(trx, deps.world, { workspace: workspace.id, kind: 'invitation', mail })
    return { mailed: true, link: null }
  }
  const isNew = await isUnused(trx, { user: account.id, workspace: workspace.id })
  return { mailed: false, link: isNew ? await linkFor(deps.signIn, account.email) : null }
}

async function linkFor(signIn: SignIn, email: string): Promise<string> {
  let link: string | undefined
  // A function cannot come in over HTTP: only the server itself can ask for a link to be shown.
  const metadata = {
    show: (url: string) => {
      link = url
    },
  }
  await signIn.api.signInMagicLink({ body: { email, callbackURL: '/', metadata }, headers: new Headers() })
  if (link === undefined) throw new Error('The auth library made no link')
  return link
}

async function isUnused(trx: Trx, of: { user: string; workspace: WorkspaceId }): Promise<boolean> {
  const { rows } = await sql<{ unused: boolean }>`
    select not "emailVerified"
      and not exists (select from auth.membership m where m.user_id = u.id and m.workspace_id <> ${of.workspace})
      and not exists (select from auth."session" s where s."userId" = u.id)
      and not exists (select from auth."account" a where a."userId" = u.id)
      and not exists (select from auth.identity i where i.user_id = u.id)
      and not exists (select from auth.passkey p where p.user_id = u.id) as unused
    from auth."user" u where u.id = ${of.user}`.execute(trx)
  return rows[0]?.unused === true
}

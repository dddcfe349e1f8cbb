import { asPerson, type Role } from '@weerklank/core/access/access'
import type { MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import type { SignIn } from './sign-in.ts'

export { asMaintenance } from '../db/maintenance.ts'

/** Makes a workspace. */
export async function createWorkspace(
  trx: Trx,
  world: World,
  of: { name: string; isDemo: boolean },
): Promise<WorkspaceId> {
  const id = world.newId<WorkspaceId>()
  await trx
    .insertInto('workspace')
    .values({
      workspace_id: id,
      name: of.name,
      time_zone: 'Europe/Amsterdam',
      is_demo: of.isDemo,
      second_factor_required: false,
      idle_minutes: 30,
      profile: '{}',
      created_at: world.now(),
    })
    .execute()
  return id
}

/** Makes an account with which one can sign in; with a password, or by mail links only. Gives its id. */
export async function createAccount(
  signIn: SignIn,
  of: { email: string; name: string; password: string | null },
): Promise<string> {
  const context = await signIn.$context
  const user = await context.internalAdapter.createUser(
    { email: of.email.toLowerCase(), name: of.name, emailVerified: true },
    { method: of.password === null ? 'magic-link' : 'email' },
  )
  if (of.password !== null) {
    const password = await context.password.hash(of.password)
    await context.internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password,
    })
  }
  return user.id
}

/** Gives an account its place in a workspace. */
export async function addMember(
  trx: Trx,
  world: World,
  of: { workspace: WorkspaceId; user: string; name: string; roles: readonly Role[]; organisation?: string },
): Promise<MemberId> {
  const id = world.newId<MemberId>()
  const person = { workspace_id: of.workspace, id: asPerson(id), name: of.name, born_on: null }
  await trx
    .insertInto('person')
    .values({ ...person, created_at: world.now() })
    .execute()
  await trx
    .insertInto('member')
    .values({
      workspace_id: of.workspace,
      id,
      user_id: of.user,
      name: of.name,
      roles: [...of.roles],
      organisation: of.organisation ?? '',
      ended_at: null,
      language: 'nl',
      created_at: world.now(),
    })
    .execute()
  await trx
    .insertInto('auth.membership')
    .values({ user_id: of.user, workspace_id: of.workspace, member_id: id })
    .execute()
  return id
}

import { type Role, roles } from '@weerklank/core/access/access'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { addMember, asMaintenance, createAccount, createWorkspace } from '../access/accounts.ts'
import { realWorld } from '../deps.ts'
import type { Db, Trx } from '../schema.ts'
import { assertPassword, emailOf, findAccount, withSignIn } from './account.ts'
import { type Invocation, UsageError } from './command.ts'
import { option, print, readPassword } from './input.ts'
import { asOwner, CommandError, type OnDatabase, onDatabase } from './on-database.ts'
import { recordNewWorkspace, recordUserDeed } from './user-deed.ts'

type Wanted = {
  email: string
  name: string
  roles: Role[]
  password: string | null
  workspace: string | undefined
  newWorkspace: string | undefined
}

/** `user add`: an account with a place in a workspace that is there, or in a new one. */
export async function addUser(invocation: Invocation): Promise<void> {
  const wanted = await read(invocation)
  const id = await onDatabase(invocation, 'use', (on) => asOwner(on, (owner) => add(on, owner, wanted)))
  print(id)
}

async function read(invocation: Invocation): Promise<Wanted> {
  const wanted = rolesOf(option(invocation, 'role') ?? 'professional')
  const [workspace, newWorkspace] = [option(invocation, 'workspace'), option(invocation, 'new-workspace')]
  if (workspace !== undefined && newWorkspace !== undefined) {
    throw new UsageError('Either --workspace or --new-workspace.')
  }
  const email = emailOf(invocation)
  const name = oneLine('name', option(invocation, 'name') ?? '')
  const password = invocation.values['password-stdin'] === true ? await readPassword() : null
  return {
    ...{ email, name, roles: wanted, password, workspace },
    newWorkspace: newWorkspace && oneLine('new-workspace', newWorkspace),
  }
}

/** One role or several with commas between them: who has a small practice is professional and administrator. */
function rolesOf(text: string): Role[] {
  const named = text.split(',').map((one) => roles.find((role) => role === one.trim()))
  const known = named.filter((role) => role !== undefined)
  const isAlone = !known.includes('guest') || known.length === 1
  if (known.length < named.length || !isAlone) {
    throw new UsageError(`--role is one or more of ${roles.join(', ')}, with commas; guest stands alone.`)
  }
  return known
}

/** Names appear in lists and mails. */
function oneLine(what: string, given: string): string {
  const name = given.trim()
  if (name.length < 1 || name.length > 80 || /\p{Cc}/u.test(name)) {
    throw new UsageError(`--${what} is one line of 1 to 80 characters.`)
  }
  return name
}

async function add(on: OnDatabase, owner: Db, wanted: Wanted): Promise<string> {
  if ((await findAccount(owner, wanted.email)) !== undefined) {
    throw new CommandError(`There is a user with the address ${wanted.email} already.`)
  }
  // Before the account is made, so that a wrong name leaves nothing behind.
  const workspace = await asMaintenance(owner, (trx) => existing(trx, wanted))
  return withSignIn(on, async (signIn) => {
    if (wanted.password !== null) {
      const { email, name, newWorkspace } = wanted
      await assertPassword(on, wanted.password, { email, name, organisations: [newWorkspace ?? ''] })
    }
    const user = await createAccount(signIn, wanted)
    try {
      await asMaintenance(owner, async (trx) => {
        const { name, roles: own, newWorkspace } = wanted
        const place = workspace ?? (await newPlace(trx, newWorkspace ?? ''))
        await addMember(trx, realWorld, { workspace: place, user, name, roles: own })
        await recordUserDeed(trx, user, 'account.added')
      })
    } catch (error) {
      await (await signIn.$context).internalAdapter.deleteUser(user)
      throw error
    }
    return user
  })
}

async function newPlace(trx: Trx, name: string): Promise<WorkspaceId> {
  const workspace = await createWorkspace(trx, realWorld, { name, isDemo: false })
  await recordNewWorkspace(trx, workspace)
  return workspace
}

/** The workspace that was named, or the only one there is; null when a new one is wanted. */
async function existing(trx: Trx, { workspace, newWorkspace }: Wanted): Promise<WorkspaceId | null> {
  if (newWorkspace !== undefined) return null
  const all = await trx
    .selectFrom('workspace')
    .select(['workspace_id as id', 'name', 'is_demo as isDemo'])
    .orderBy('name')
    .execute()
  const found = all.filter(({ id, name, isDemo }) =>
    // Nobody real comes to stand among the invented people without having been put there by name.
    workspace === undefined ? !isDemo : id === workspace || name === workspace,
  )
  const [one] = found
  if (found.length === 1 && one !== undefined) return one.id
  throw new CommandError(refusal(workspace, all, found.length))
}

type Known = { id: string; name: string }

function refusal(wanted: string | undefined, all: Known[], found: number): string {
  const choose = all.map(({ id, name }) => `\n  ${id}  ${name}`).join('')
  if (found > 1) return `There are more workspaces than one: choose with --workspace <id>.${choose}`
  const none = wanted === undefined ? 'There is no workspace yet' : `There is no workspace "${wanted}"`
  const make = `${none}: make one with --new-workspace <name>`
  return choose === '' ? `${make}.` : `${make}, or choose with --workspace <id>.${choose}`
}

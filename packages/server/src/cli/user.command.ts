import { type Command, type Invocation, UsageError } from './command.ts'
import { option, words, wrongUse } from './input.ts'
import { addUser } from './user-add.ts'
import { linkUser } from './user-link.ts'
import { listUsers } from './user-list.ts'
import { setPassword } from './user-password.ts'
import { removeUser } from './user-remove.ts'
import { resetSecondFactor } from './user-second-factor.ts'

/** One thing that can be done with users: which options it needs and knows. */
type Deed = {
  needs: readonly string[]
  knows: readonly string[]
  run: (invocation: Invocation) => Promise<void>
}

const deeds: Readonly<Record<string, Deed>> = {
  add: {
    needs: ['email', 'name'],
    knows: ['role', 'workspace', 'new-workspace', 'password-stdin'],
    run: addUser,
  },
  list: { needs: [], knows: [], run: listUsers },
  link: { needs: ['email'], knows: [], run: linkUser },
  password: { needs: ['email', 'password-stdin'], knows: [], run: setPassword },
  'reset-second-factor': { needs: ['email'], knows: [], run: resetSecondFactor },
  remove: { needs: ['email'], knows: [], run: removeUser },
}

/** `user`: who may sign in. */
export const userCommand: Command = {
  name: 'user',
  summary:
    'add, list or remove who may sign in; make a sign-in link; set a password; help who lost her phone',
  help: `weerklank user <add|list|link|password|reset-second-factor|remove> [options] [--data <folder>]

  user add --email <address> --name <name> [--role <role>[,<role>]]
           [--workspace <id or name> | --new-workspace <name>] [--password-stdin]
      makes an account in a workspace; without a password she signs in by links. Last line: the user's id
  user list
      a line for each: id, address, name, role, workspace, with tabs between them. Last line: how many
  user link --email <address>
      a link with which she signs in once, within a quarter of an hour, at PUBLIC_URL. Last line: the link
  user password --email <address> --password-stdin
      sets a password and ends her sessions. Last line: the user's id
  user reset-second-factor --email <address>
      for who lost her phone and her recovery codes: takes away app, codes and passkeys, and ends her sessions.
      Be sure that it is she who asks. Last line: the user's id
  user remove --email <address>
      takes away the account and ends its sessions. Her name stays in the relations she took part in and in the record
      of who did what. Last line: the user's id

A password is one line on standard input, never an argument: weerklank user password --email a@b.nl --password-stdin < file
--data <folder> is the embedded database in that folder (default ./data), unless DATABASE_URL is set.`,
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    workspace: { type: 'string' },
    'new-workspace': { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  run: async (invocation) => {
    const [name = ''] = words(invocation, 1, userCommand)
    const deed = deeds[name]
    if (deed === undefined) throw wrongUse(`There is no "user ${name}".`, userCommand)
    assertOptions(invocation, name, deed)
    try {
      await deed.run(invocation)
    } catch (error) {
      throw error instanceof UsageError ? wrongUse(error.message, userCommand) : error
    }
    return 0
  },
}

function assertOptions(invocation: Invocation, name: string, deed: Deed): void {
  const given = Object.keys(invocation.values).filter((one) => one !== 'data')
  const missing = deed.needs.find((one) => !given.includes(one) || option(invocation, one) === '')
  if (missing !== undefined) throw wrongUse(`user ${name} needs --${missing}.`, userCommand)
  const strange = given.find((one) => !deed.needs.includes(one) && !deed.knows.includes(one))
  if (strange !== undefined) throw wrongUse(`user ${name} does not take --${strange}.`, userCommand)
}

import { accountOf, assertPassword, emailOf, withSignIn } from './account.ts'
import type { Invocation } from './command.ts'
import { print, readPassword } from './input.ts'
import { asOwner, onDatabase } from './on-database.ts'
import { recordUserDeedBefore } from './user-deed.ts'

/** `user password`: a new password; whoever is signed in with the old one has to sign in again. */
export async function setPassword(invocation: Invocation): Promise<void> {
  const email = emailOf(invocation)
  const password = await readPassword()
  const id = await onDatabase(invocation, 'use', async (on) => {
    const account = await asOwner(on, (owner) => accountOf(owner, email))
    await withSignIn(on, async (signIn) => {
      await assertPassword(on, password, { ...account, organisations: [] })
      await asOwner(on, (owner) => recordUserDeedBefore(owner, account.id, 'account.password-set'))
      const context = await signIn.$context
      const hash = await context.password.hash(password)
      const accounts = await context.internalAdapter.findAccounts(account.id)
      if (accounts.some((one) => one.providerId === 'credential')) {
        await context.internalAdapter.updatePassword(account.id, hash)
      } else {
        const credential = {
          userId: account.id,
          providerId: 'credential',
          accountId: account.id,
          password: hash,
        }
        await context.internalAdapter.linkAccount(credential)
      }
      await context.internalAdapter.deleteUserSessions(account.id)
    })
    return account.id
  })
  print(id)
}

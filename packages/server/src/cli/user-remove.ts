import { asMaintenance } from '../access/accounts.ts'
import { accountOf, emailOf } from './account.ts'
import type { Invocation } from './command.ts'
import { print } from './input.ts'
import { asOwner, onDatabase } from './on-database.ts'
import { recordUserDeed } from './user-deed.ts'

/**
 * `user remove`: the account goes, with its password, sessions and places. The member stays: relations, agreements and the
 * record say who did what, and a record with holes is none. Nobody can sign in as that member any more, and a later
 * account with the same address is a new member.
 */
export async function removeUser(invocation: Invocation): Promise<void> {
  const email = emailOf(invocation)
  const id = await onDatabase(invocation, 'use', (on) =>
    asOwner(on, (owner) =>
      asMaintenance(owner, async (trx) => {
        const account = await accountOf(trx, email)
        await recordUserDeed(trx, account.id, 'account.removed')
        await trx.deleteFrom('auth.membership').where('user_id', '=', account.id).execute()
        // Its sessions, passwords and links with pages of one's own go with it (on delete cascade).
        await trx.deleteFrom('auth.user').where('id', '=', account.id).execute()
        return account.id
      }),
    ),
  )
  print(id)
}

import { asMaintenance } from '../access/accounts.ts'
import { removeSecondFactors } from '../access/second-factor.ts'
import { accountOf, emailOf } from './account.ts'
import type { Invocation } from './command.ts'
import { print } from './input.ts'
import { asOwner, onDatabase } from './on-database.ts'
import { recordUserDeed } from './user-deed.ts'

/** `user reset-second-factor`: whoever lost everything she could show signs in by password or link, and sets up anew. */
export async function resetSecondFactor(invocation: Invocation): Promise<void> {
  const email = emailOf(invocation)
  const id = await onDatabase(invocation, 'use', (on) =>
    asOwner(on, (owner) =>
      asMaintenance(owner, async (trx) => {
        const account = await accountOf(trx, email)
        await recordUserDeed(trx, account.id, 'account.second-factor-removed')
        await removeSecondFactors(trx, account.id)
        return account.id
      }),
    ),
  )
  print(id)
}

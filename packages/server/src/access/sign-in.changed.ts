import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { enqueueMail } from '../mail/outbox.ts'
import type { Trx } from '../schema.ts'
import type { MemberSession } from './access.ts'
import { type SignInChange, signInChangedMail } from './sign-in.changed.mail.ts'

export type { SignInChange } from './sign-in.changed.mail.ts'

/**
 * Tells the holder of an account by mail what changed about how she signs in, in the transaction that writes it down; as the
 * last deed in it: the program itself puts it in the outbox, since a guest has nothing to mail.
 */
export async function mailSignInChange(
  trx: Trx,
  world: World,
  of: { user: string; session: MemberSession; change: SignInChange },
): Promise<void> {
  const { member, workspace } = of.session
  const account = await trx
    .selectFrom('auth.user')
    .select('email')
    .where('id', '=', of.user)
    .executeTakeFirst()
  if (account === undefined) return
  const mail = signInChangedMail({
    to: { name: member.name, address: account.email },
    ...{ language: member.language, change: of.change, at: world.now(), timeZone: workspace.timeZone },
  })
  await setContext(trx, { workspace: workspace.id, actor: 'system', relations: [] })
  await enqueueMail(trx, world, { workspace: workspace.id, kind: 'sign-in-changed', mail })
}

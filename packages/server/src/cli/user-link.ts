import type { Mailer } from '../mail/mail.ts'
import { accountOf, emailOf, publicUrlOf, withSignIn } from './account.ts'
import type { Invocation } from './command.ts'
import { note, print } from './input.ts'
import { asOwner, type OnDatabase, onDatabase } from './on-database.ts'
import { recordUserDeedBefore } from './user-deed.ts'

/** `user link`: the link that a sign-in mail would carry, printed instead of sent. */
export async function linkUser(invocation: Invocation): Promise<void> {
  const email = emailOf(invocation)
  const link = await onDatabase(invocation, 'use', async (on) => {
    const account = await asOwner(on, async (owner) => {
      const found = await accountOf(owner, email)
      await recordUserDeedBefore(owner, found.id, 'account.link-made')
      return found
    })
    return linkFor(on, account.email)
  })
  note('This link works once, within a quarter of an hour. Whoever has it comes in as this user.')
  print(link)
}

/** Lets the auth library make and store the link, and takes it out of the mail that it would send. */
async function linkFor(on: OnDatabase, email: string): Promise<string> {
  if (on.config.publicUrl === null) {
    note(`PUBLIC_URL is not set: the link is made for ${publicUrlOf(on)}.`)
  }
  const mails: string[] = []
  const keeping: Mailer = { isConfigured: true, send: async (mail) => void mails.push(mail.text) }
  await withSignIn(
    on,
    (signIn) => signIn.api.signInMagicLink({ body: { email, callbackURL: '/' }, headers: new Headers() }),
    keeping,
  )
  const link = mails
    .join('\n')
    .split('\n')
    .find((line) => line.startsWith(`${publicUrlOf(on)}/`))
  if (link === undefined) throw new Error('The auth library made no link')
  return link
}

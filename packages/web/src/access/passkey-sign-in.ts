import type { passkeyEndpoints } from '@weerklank/core/access/passkeys.contract'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { askPasskey, offersPasskeysQuietly } from './passkey-browser.ts'

/** Asks for a passkey in a window of the browser, and signs in with it. */
export async function signInByPasskey(): Promise<void> {
  await signInWith(await askPasskey())
}

/** A question is good for five minutes at the server; before that it is asked anew. */
const askAgainMs = 4 * 60_000

/**
 * Lets the browser offer passkeys in the field of the address until one is chosen (true), or until the signal ends it, or a
 * press on the button takes its place (false).
 */
export async function offerPasskeys(signal: AbortSignal): Promise<boolean> {
  if (!(await offersPasskeysQuietly())) return false
  while (!signal.aborted) {
    const late = AbortSignal.timeout(askAgainMs)
    try {
      await signInWith(await askPasskey({ quietly: true, signal: AbortSignal.any([signal, late]) }))
      return true
    } catch (error) {
      // Refused by the server, or too late: offered again, with a new question. Put away: that is an answer.
      const again = late.aborted || (error instanceof ApiError && error.code === 'proof-wrong')
      if (!again) return false
    }
  }
  return false
}

async function signInWith(body: Awaited<ReturnType<typeof askPasskey>>): Promise<void> {
  await call<typeof passkeyEndpoints.signIn>('POST', '/api/sign-in/passkey', { body })
}

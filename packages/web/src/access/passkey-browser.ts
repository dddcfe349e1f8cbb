import type { passkeyEndpoints } from '@weerklank/core/access/passkeys.contract'
import { call } from '../api/client.ts'
import {
  assertedJson,
  type CredentialJson,
  createdJson,
  creationOptions,
  requestOptions,
} from './passkey-json.ts'

/** Whether this browser can work with passkeys at all, on this connection. */
export function knowsPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function'
}

/** The answer of a passkey to one question of the server. */
export type PasskeyAnswer = { ceremony: string; response: CredentialJson }

/** Put away by the person herself, or not there: the browser does not say which, so that no site learns it. */
export class PasskeyDeclined extends Error {}

/** The device has a passkey for this account already. */
export class PasskeyKnown extends Error {}

type Asking = {
  /** Offered among what the browser fills in, without a window of its own. */
  quietly?: boolean
  signal?: AbortSignal
}

// A browser asks for one passkey at a time; a new question ends the one before.
let running: AbortController | undefined

/** Asks the person to show one of her passkeys. Throws PasskeyDeclined when she does not. */
export async function askPasskey({ quietly = false, signal }: Asking = {}): Promise<PasskeyAnswer> {
  const control = startAsking(signal)
  const { ceremony, options } = await call<typeof passkeyEndpoints.signInOptions>(
    'POST',
    '/api/sign-in/passkey/options',
    {},
  )
  const given = await orDeclined(() =>
    navigator.credentials.get({
      publicKey: requestOptions(options),
      signal: control.signal,
      ...(quietly && { mediation: 'conditional' as const }),
    }),
  )
  return { ceremony, response: assertedJson(given) }
}

/** Lets the device make a passkey for who is signed in. Throws PasskeyDeclined or PasskeyKnown when it makes none. */
export async function makePasskey(): Promise<PasskeyAnswer> {
  const control = startAsking()
  const { ceremony, options } = await call<typeof passkeyEndpoints.registrationOptions>(
    'POST',
    '/api/passkeys/options',
    {},
  )
  const made = await orDeclined(() =>
    navigator.credentials.create({ publicKey: creationOptions(options), signal: control.signal }),
  )
  return { ceremony, response: createdJson(made) }
}

/** Whether the browser offers passkeys where one fills in an address. */
export async function offersPasskeysQuietly(): Promise<boolean> {
  if (!knowsPasskeys()) return false
  const available = await window.PublicKeyCredential.isConditionalMediationAvailable?.()
  return available ?? false
}

function startAsking(signal?: AbortSignal): AbortController {
  running?.abort()
  const control = new AbortController()
  running = control
  signal?.addEventListener('abort', () => control.abort(), { once: true })
  return control
}

async function orDeclined(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ask()
    if (credential instanceof PublicKeyCredential) return credential
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'InvalidStateError') {
      throw new PasskeyKnown('There is a passkey already', { cause })
    }
    throw new PasskeyDeclined('No passkey was shown', { cause })
  }
  throw new PasskeyDeclined('No passkey was shown')
}

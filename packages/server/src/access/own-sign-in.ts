import type { SignInOptions } from '@weerklank/core/access/access.contract'
import { newOwnLimit, type OwnSessions } from './own-session.ts'
import { servePasskeys } from './passkeys.routes.ts'
import { passwordCheck } from './password-choice.ts'
import { newSeal } from './seal.ts'
import { serveSecondFactor } from './second-factor.routes.ts'
import { serveSessions } from './sessions.routes.ts'
import type { SingleSignOnSettings } from './single-sign-on.config.ts'
import { serveSingleSignOn, singleSignOnStart } from './single-sign-on.routes.ts'
import { newSingleSignOn } from './single-sign-on.ts'

/** What the settings say of the ways to sign in. */
export type SignInMeans = {
  /** The server's secret. Keys of authenticator apps are sealed with it: with another one they open no more. */
  secret: string
  breachedPasswords: string | null
  magicLink: boolean
  singleSignOn: SingleSignOnSettings | null
}

type Parts = Pick<OwnSessions, 'api' | 'db' | 'signIn' | 'door' | 'now' | 'world' | 'log' | 'publicUrl'>

/** Everything about someone's own sign-in: sessions, second factor, passkeys, single sign-on. */
export function serveOwnSignIn(parts: Parts, means: SignInMeans): void {
  const of: OwnSessions = {
    ...parts,
    seal: newSeal(means.secret, 'authenticator app'),
    checkPassword: passwordCheck(means.breachedPasswords),
    magicLink: means.magicLink,
    singleSignOn: means.singleSignOn && newSingleSignOn(means.singleSignOn),
    limit: newOwnLimit(parts.now),
  }
  serveSessions(of)
  serveSecondFactor(of)
  servePasskeys(of)
  serveSingleSignOn({ ...of, journeySeal: newSeal(means.secret, 'single sign-on') })
}

/** The ways to sign in that follow from the settings alone. */
export function meansOffered(
  publicUrl: string,
  { singleSignOn }: SignInMeans,
): Pick<SignInOptions, 'passkey' | 'singleSignOn'> {
  const { protocol, hostname } = new URL(publicUrl)
  return {
    // Browsers know no passkeys over plain http, but for the machine itself.
    passkey: protocol === 'https:' || hostname === 'localhost',
    singleSignOn: singleSignOn && { name: singleSignOn.name, url: singleSignOnStart },
  }
}

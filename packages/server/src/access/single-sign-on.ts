import * as client from 'openid-client'
import type { SingleSignOnSettings } from './single-sign-on.config.ts'

/** Where the provider sends people back to, and what it has to be told beforehand. */
export const callbackPath = '/api/sign-in/single-sign-on/callback'

/** What has to be kept between setting out and coming back, in the browser of the one who signs in. */
export type Journey = { state: string; nonce: string; verifier: string }

/** Whom a provider means, and what it says of her; nothing else of what it knows is looked at. */
export type Identity = {
  issuer: string
  /** The provider's own name for her: never given to someone else. */
  subject: string
  /** Her address, when the provider answers for it; else null. */
  email: string | null
  /** Whether the provider asked for a second factor. */
  secondFactor: boolean
}

/** The provider does not answer, or not as a provider. Nobody did anything wrong. */
export class ProviderAway extends Error {}

export type SingleSignOn = {
  settings: SingleSignOnSettings
  /** Where to send someone, and what to keep until she is back. Throws `ProviderAway`. */
  begin: (publicUrl: string) => Promise<{ url: string; journey: Journey }>
  /** Who came back with this address. Throws `ProviderAway`, or another error for an answer that is not right. */
  finish: (cameBackTo: URL, journey: Journey) => Promise<Identity>
}

const timeoutSeconds = 10
const clockToleranceSeconds = 60

/**
 * Single sign-on with one OpenID Connect provider: authorization code with PKCE, state and nonce, signature of the ID token
 * checked (OpenID Connect Core 1.0, §3.1; RFC 9700). What the provider tells of itself is asked for when it is first needed,
 * and again after it failed, so that a provider that is away at the start is there as soon as it is.
 */
export function newSingleSignOn(settings: SingleSignOnSettings): SingleSignOn {
  let known: Promise<client.Configuration> | undefined
  const provider = () => {
    known ??= discover(settings).catch((cause) => {
      known = undefined
      throw new ProviderAway('The provider does not say who it is', { cause })
    })
    return known
  }
  return {
    settings,
    begin: async (publicUrl) => {
      const config = await provider()
      const verifier = client.randomPKCECodeVerifier()
      const journey = { state: client.randomState(), nonce: client.randomNonce(), verifier }
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: publicUrl + callbackPath,
        scope: 'openid email profile',
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, journey }
    },
    finish: async (cameBackTo, journey) => {
      const config = await provider()
      try {
        return await identify(config, settings, { cameBackTo, journey })
      } catch (error) {
        throw isAway(error) ? new ProviderAway('The provider does not answer', { cause: error }) : error
      }
    },
  }
}

async function discover(settings: SingleSignOnSettings): Promise<client.Configuration> {
  const metadata = { [client.clockTolerance]: clockToleranceSeconds }
  const plain = settings.issuer.startsWith('http:') ? [client.allowInsecureRequests] : []
  return client.discovery(new URL(settings.issuer), settings.clientId, metadata, secretAuth(settings), {
    timeout: timeoutSeconds,
    execute: [client.enableNonRepudiationChecks, ...plain],
  })
}

/** In the body where the provider takes it so; the specification's own default (basic) else. */
function secretAuth({ clientSecret }: SingleSignOnSettings): client.ClientAuth {
  const [post, basic] = [client.ClientSecretPost(clientSecret), client.ClientSecretBasic(clientSecret)]
  return (...request) => {
    const [provider] = request
    const takesPost = provider.token_endpoint_auth_methods_supported?.includes('client_secret_post')
    return (takesPost ? post : basic)(...request)
  }
}

type Back = { cameBackTo: URL; journey: Journey }

async function identify(
  config: client.Configuration,
  settings: SingleSignOnSettings,
  { cameBackTo, journey }: Back,
): Promise<Identity> {
  const tokens = await client.authorizationCodeGrant(config, cameBackTo, {
    pkceCodeVerifier: journey.verifier,
    expectedState: journey.state,
    expectedNonce: journey.nonce,
    idTokenExpected: true,
  })
  const idToken = tokens.claims()
  if (idToken === undefined) throw new Error('The provider gave no ID token')
  const told = { ...(await more(config, tokens.access_token, idToken)), ...idToken }
  return {
    issuer: idToken.iss,
    subject: idToken.sub,
    email: isAnsweredFor(told, settings) && typeof told.email === 'string' ? told.email.toLowerCase() : null,
    secondFactor: settings.trustsSecondFactor || askedTwice(idToken.amr),
  }
}

type Claims = Record<string, unknown>

/** Some providers (SURFconext) tell the address only when asked apart. */
async function more(
  config: client.Configuration,
  accessToken: string,
  idToken: client.IDToken,
): Promise<Claims> {
  if (idToken.email !== undefined || config.serverMetadata().userinfo_endpoint === undefined) return {}
  return client.fetchUserInfo(config, accessToken, idToken.sub)
}

/** `xms_edov` is Entra ID's word for an address whose domain belongs to the organisation. */
function isAnsweredFor(told: Claims, settings: SingleSignOnSettings): boolean {
  const says = (value: unknown) => value === true || value === 'true' || value === 1 || value === '1'
  return settings.trustsEmail || says(told.email_verified) || says(told.xms_edov)
}

/** RFC 8176: `mfa` says that more than one factor was asked for. */
function askedTwice(amr: unknown): boolean {
  return Array.isArray(amr) && amr.includes('mfa')
}

function isAway(error: unknown): boolean {
  if (error instanceof client.ResponseBodyError) return error.status >= 500
  if (error instanceof client.ClientError) {
    return error.code === 'OAUTH_TIMEOUT' || (error.cause instanceof Response && error.cause.status >= 500)
  }
  // What fetch throws when nobody answers.
  return error instanceof TypeError && error.message === 'fetch failed'
}

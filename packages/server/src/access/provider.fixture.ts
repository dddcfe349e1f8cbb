/** A real OpenID Connect provider on a port of its own, and someone who signs in there. */
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Adapter, type AdapterPayload, type JWK, Provider } from 'oidc-provider'
import { publicUrl } from '../test-member.ts'
import type { SingleSignOnSettings } from './single-sign-on.config.ts'
import { callbackPath } from './single-sign-on.ts'

/** Someone as the provider knows her. */
export type Account = { sub: string; claims: Record<string, unknown>; amr?: string[] }

const client = { clientId: 'weerklank', clientSecret: 'a secret of client and provider' }

/** A port on which nobody listens yet. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await listen(server, 0)
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

export function settingsFor(port: number, more: Partial<SingleSignOnSettings> = {}): SingleSignOnSettings {
  return {
    ...{ issuer: `http://127.0.0.1:${port}`, ...client, name: 'Hogeschool Oost', workspace: null },
    ...{ trustsEmail: false, trustsSecondFactor: false, ...more },
  }
}

type Kind = {
  /** Where the address is told: in the ID token, or only when asked apart. */
  tells?: 'id-token' | 'userinfo'
  auth?: 'client_secret_post' | 'client_secret_basic'
}

export async function openIdProvider(port: number, kind: Kind = {}) {
  let account: Account = { sub: 'nobody', claims: {} }
  const provider = providerFor(port, kind, () => account)
  const callback = provider.callback()
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    const login = { accountId: account.sub, ...amrOf(account) }
    return provider.interactionFinished(request, response, { login })
  }
  const server = createServer((request, response) => void answer(request, response))
  await listen(server, port)
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return {
    /** Who signs in at the provider from now on. */
    as: (next: Account) => {
      account = next
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

function providerFor(
  port: number,
  { tells, auth = 'client_secret_post' }: Kind,
  who: () => Account,
): Provider {
  const { clientId: client_id, clientSecret: client_secret } = client
  const secrets = { client_id, client_secret, token_endpoint_auth_method: auth }
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{ ...secrets, redirect_uris: [publicUrl + callbackPath] }],
    clientAuthMethods: [auth],
    adapter: memory(),
    jwks: { keys: [signingKey] },
    pkce: { required: () => true },
    claims: {
      openid: ['sub', 'amr'],
      email: ['email', 'email_verified', 'xms_edov'],
      profile: ['name', 'phone'],
    },
    conformIdTokenClaims: tells !== 'id-token',
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['only for tests'] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...who().claims, ...amrOf(who()) }),
    }),
    // Nobody is asked whether she consents: the organisation did.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: client_id, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  return provider
}

// One for all: making it takes a moment.
const signingKey: JWK = {
  ...(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as JWK),
  ...{ use: 'sig', alg: 'RS256' },
}

/** What the provider keeps, for as long as it runs. */
function memory(): (kind: string) => Adapter {
  const kept = new Map<string, AdapterPayload>()
  return (kind) => {
    const find = async (id: string) => kept.get(`${kind} ${id}`)
    return {
      find,
      findByUid: async (uid) => [...kept.values()].find((one) => one.uid === uid),
      findByUserCode: async () => undefined,
      upsert: async (id, payload) => void kept.set(`${kind} ${id}`, payload),
      consume: async (id) => void Object.assign((await find(id)) ?? {}, { consumed: 1 }),
      destroy: async (id) => void kept.delete(`${kind} ${id}`),
      revokeByGrantId: async () => undefined,
    }
  }
}

const amrOf = ({ amr }: Account) => (amr === undefined ? {} : { amr })

/** Walks from the provider's door to where it sends people back to, as a browser without script does. */
export async function walk(start: string): Promise<string> {
  const jar = new Map<string, string>()
  let url = start
  for (let step = 0; step < 10; step += 1) {
    if (url.startsWith(publicUrl)) return url
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null)
      throw new Error(`The provider: ${response.status} ${(await response.text()).slice(0, 500)}`)
    url = new URL(location, url).href
  }
  throw new Error('The provider sends people round in circles')
}

/** A browser in tests: keeps the cookies it is given, and forgets those that are taken away. */
import { randomBytes, scryptSync } from 'node:crypto'
import type { Endpoint } from '@weerklank/core/shared/endpoint'
import type { TestApp } from '../test-app.ts'
import { asMember, pathOf, publicUrl } from '../test-member.ts'
import { addMember, asMaintenance, createAccount } from './accounts.ts'

export const password = 'vier blauwe fietsen op zolder'

type Answer = { status: number; code: string | undefined; body: unknown; headers: Headers }
type Parts = { params?: Record<string, string>; body?: unknown }

export function browser(app: Pick<TestApp, 'hono'>, userAgent = '') {
  const jar = new Map<string, string>()
  // The auth library counts per address for the whole process: every browser comes from one of its own.
  const [a, b, c] = randomBytes(3)
  const incoming = { socket: { remoteAddress: `10.${a}.${b}.${c}`, remotePort: 1, remoteFamily: 'IPv4' } }
  const socket = { incoming }
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (headers: Headers) => {
    for (const set of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '' || /max-age=0/i.test(set)) jar.delete(name)
      else jar.set(name, value)
    }
  }
  const go = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers({ cookie: cookie(), 'user-agent': userAgent, ...init.headers })
    const response = await app.hono.request(new URL(path, publicUrl).href, { ...init, headers }, socket)
    keep(response.headers)
    return response
  }
  return {
    jar,
    cookie,
    /** A page or link, as one goes there. */
    go,
    /** An endpoint by its contract, whatever it answers. */
    async ask(endpoint: Endpoint, parts: Parts = {}): Promise<Answer> {
      const path = pathOf(endpoint, { params: parts.params } as never)
      const reply = await asMember(app, { cookie: cookie() }).request(endpoint.method, path, parts.body)
      keep(reply.headers)
      const { error } = (reply.body ?? {}) as { error?: { code: string } }
      return { status: reply.status, code: error?.code, body: reply.body, headers: reply.headers }
    },
    async signIn(email: string, secret = password): Promise<Response> {
      const headers = { 'content-type': 'application/json', origin: publicUrl }
      const body = JSON.stringify({ email, password: secret })
      return go('/api/auth/sign-in/email', { method: 'POST', headers, body })
    },
  }
}

export type Browser = ReturnType<typeof browser>

type Account = {
  name?: string
  password?: string | null
  /** As the program itself keeps it: for who looks at the time that signing in takes. */
  hasRealCost?: boolean
}

/** Someone with an account that is no demo person. */
export async function account(app: TestApp, of: Account = {}) {
  const { name = 'Noor', password: secret = password, hasRealCost = false } = of
  const email = `${name.toLowerCase()}.${app.world.newId()}@praktijk.example`
  const kept = hasRealCost ? secret : null
  const user = await createAccount(app.signIn, { email, name, password: kept })
  if (kept === null && secret !== null) await keepCheaply(app, user, secret)
  const place = { workspace: app.workspace, user, name, roles: ['professional' as const] }
  const member = await asMaintenance(app.owner, (trx) => addMember(trx, app.world, place))
  return { email, user, name, member }
}

/** The real cost is a third of a second and 128 MB each time that somebody signs in; a hash says its own cost. */
async function keepCheaply(app: TestApp, userId: string, secret: string): Promise<void> {
  const salt = randomBytes(16)
  const key = scryptSync(secret, salt, 32, { N: 1024, r: 8, p: 1 })
  const hash = ['scrypt', 1024, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$')
  const { internalAdapter } = await app.signIn.$context
  await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash })
}

/** Makes the workspace of a test a real one, that may ask something of its members. */
export async function realWorkspace(
  app: TestApp,
  of: { second_factor_required?: boolean; idle_minutes?: number } = {},
): Promise<void> {
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('workspace')
      .set({ is_demo: false, ...of })
      .where('workspace_id', '=', app.workspace)
      .execute(),
  )
  // What a workspace asks is remembered for five seconds.
  app.clock.advance(6_000)
}

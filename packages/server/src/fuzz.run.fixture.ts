/** Sends requests that nobody meant, and holds every answer against what must never happen. */
import type { Endpoint } from '@weerklank/core/shared/endpoint'
import fc from 'fast-check'
import { expect } from 'vitest'
import { asideDone } from './access/aside.ts'
import { asMaintenance } from './db/maintenance.ts'
import { programsWithout } from './fuzz.fhir.fixture.ts'
import { requestsIn } from './fuzz.requests.fixture.ts'
import { empty, kioskPages, linkPagesWithout, repeats, ruleOf } from './fuzz.rules.fixture.ts'
import { comeBack, type FuzzWorld, markOf, type Sent, scopes } from './fuzz.world.fixture.ts'
import { endpoints, publicUrl } from './test-member.ts'
import type { LogLine } from './test-running.ts'

type Got = { status: number; text: string; location: string; type: string }
type Line = { action: string; actor: string }

/** What came of a run: how often each status, and which routes were served at all. */
export type Tally = { statuses: Map<number, number>; served: Set<string>; read: Set<string> }

/** Sends `runs` requests into a world. Gives what was wrong: the first of each kind, with its seed and its request. */
export async function fuzz(
  world: FuzzWorld,
  of: { seed: number; runs: number; tally: Tally },
): Promise<string[]> {
  const { seed, runs: numRuns, tally } = of
  const faults = new Map<string, string>()
  let at = 0
  const property = fc.asyncProperty(requestsIn(world), async (sent) => {
    at++
    await exchange(world, sent, tally).catch((thrown: unknown) => {
      const why = thrown instanceof Error ? thrown.message : String(thrown)
      const kind = `${sent.method} ${routeOf(world, sent)?.path ?? sent.path} ${why.slice(0, 30)}`
      if (!faults.has(kind)) faults.set(kind, `Seed ${seed}, request ${at}: ${told(sent)}\n${why}`)
    })
  })
  await fc.assert(property, { seed, numRuns })
  const logged = world.app.log.filter((line) => line.level === 'error').map(writtenOut)
  return [...faults.values(), ...logged]
}

function writtenOut({ message, fields }: LogLine): string {
  const { err } = fields as { err?: unknown }
  return `${message}: ${err instanceof Error ? err.stack?.split('\n').slice(0, 5).join('\n') : ''}`
}

function told(sent: Sent): string {
  const body = sent.body === null ? '' : Buffer.from(sent.body).toString().slice(0, 2_000)
  const who = sent.link?.who ?? sent.actor.name
  return `${sent.method} ${sent.path} by ${who} ${JSON.stringify(sent.headers)} ${body}`
}

async function exchange(world: FuzzWorld, sent: Sent, tally: Tally): Promise<void> {
  const { app } = world
  // Slowly enough for every limit.
  app.clock.advance(1_000)
  // Identifiers sort in the order in which they were made: all lines of this request come after it.
  const before = app.world.newId<string>()
  const got = await send(world, sent)
  // What is written of a refusal comes after the answer: not among the lines of the next request.
  await asideDone()
  tally.statuses.set(got.status, (tally.statuses.get(got.status) ?? 0) + 1)
  expect(got.status).toBeLessThan(500)
  expect(got.text).not.toMatch(/node_modules|\n {4}at |SELECT |syntax error|violates/)
  noForeignRow(world, sent, got)
  const route = routeOf(world, sent)
  if (got.status < 400 && route !== null) {
    tally.served.add(`${route.method} ${route.path}`)
    const lines = await linesSince(world, before)
    noUnloggedRead(sent, got, lines)
    if (lines.length > 0) tally.read.add(`${route.method} ${route.path}`)
  }
  if (got.status === 401) await comeBack(app, sent.actor)
  if (got.status === 423 || /session-locked/.test(got.text)) await comeBack(app, sent.actor)
}

async function send({ app }: FuzzWorld, sent: Sent): Promise<Got> {
  const headers = new Headers()
  if (sent.actor.cookie !== '') headers.append('cookie', sent.actor.cookie)
  if (sent.actor.secret !== undefined) headers.append('authorization', `Bearer ${sent.actor.secret}`)
  for (const [name, value] of sent.headers) headers.append(name, value)
  const init = { method: sent.method, headers, body: sent.body }
  const response = await app.hono.fetch(new Request(publicUrl + sent.path, init))
  const type = response.headers.get('content-type') ?? ''
  const isStream = type.startsWith('text/event-stream')
  if (isStream) await response.body?.cancel()
  const text = isStream ? '' : await response.text()
  return { status: response.status, text, type, location: response.headers.get('location') ?? '' }
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Where a body says under which identifier something is to be made; what a note of one’s own names is not looked up. */
const newRows = new RegExp(
  `(?:"(?:id|as|rupture)":"|/(?:working-notes|peer-cases|practice|additions)/)(${uuids.source})`,
  'g',
)

/** Not a word of a story that the sender takes no part in, and not an identifier that she did not name herself. */
function noForeignRow(world: FuzzWorld, sent: Sent, got: Got): void {
  // Who plays in a demo stands on the page before the sign-in, with a link for each.
  if (sent.path.startsWith('/api/sign-in-options')) return
  const links = world.links.filter(({ path }) => sent.path.includes(path.split('/').at(-1) ?? path))
  const sees = new Set([
    ...sent.actor.sees,
    ...(sent.link?.sees ?? []),
    ...links.flatMap((link) => link.sees),
  ])
  const said =
    `${decodeURIComponentSafely(sent.path)} ${sent.body === null ? '' : Buffer.from(sent.body)}`.toLowerCase()
  const named = (`${got.text} ${got.location}`.match(uuids) ?? []).filter((id) => !said.includes(id))
  for (const scope of scopes.filter((one) => !sees.has(one))) {
    expect(got.text + got.location, 'a foreign text').not.toContain(markOf(scope))
    if (sent.actor.knows.includes(scope)) continue
    // Stories of practice and the library belong to all who work there.
    if (scope !== 'theirs' && /^\/api\/(practice|library)\b/.test(sent.path)) continue
    const foreign = named.filter((id) => world.rows[scope].has(id) && !isShared(world, id, sees))
    // What was taken under a foreign identifier is the sender's own row from now on.
    expect(
      foreign.filter((id) => !world.adopted.has(id)),
      `foreign identifiers of ${scope}`,
    ).toEqual([])
  }
  if (got.status >= 400 || endpointOf(sent) === undefined) return
  for (const [, id = ''] of said.matchAll(newRows)) if (!isShared(world, id, sees)) world.adopted.add(id)
}

/** A story in view may name what another one names too. */
const isShared = (world: FuzzWorld, id: string, sees: ReadonlySet<string>) =>
  scopes.some((scope) => sees.has(scope) && world.rows[scope].has(id))

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const patterns = new Map<string, RegExp>()
function matches(pattern: string, path: string): boolean {
  const known =
    patterns.get(pattern) ?? new RegExp(`^${pattern.replace(/\$/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`)
  patterns.set(pattern, known)
  return known.test(path.split('?')[0] ?? '')
}

const methodOf = (sent: Sent) => (sent.method === 'HEAD' ? 'GET' : sent.method)

function routeOf(world: FuzzWorld, sent: Sent) {
  const route = world.routes.find(({ method, path }) => method === methodOf(sent) && matches(path, sent.path))
  return route ?? null
}

function endpointOf(sent: Sent): Endpoint | undefined {
  // `..` in the place of an identifier leads elsewhere: to what an address says once it is read.
  const isElsewhere = /\/\.\.?(\/|$)/.test(sent.path)
  const path = isElsewhere ? new URL(sent.path, publicUrl).pathname : sent.path
  const meant = isElsewhere ? null : sent.endpoint
  return meant ?? endpoints.find((one) => one.method === methodOf(sent) && matches(one.path, path))
}

/** The lines of one request, in whichever workspace. */
async function linesSince({ app, workspaces }: FuzzWorld, before: string): Promise<Line[]> {
  return asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('audit_event')
      .select(['action', 'actor'])
      .where('workspace_id', 'in', [...workspaces] as never)
      .where('id', '>', before)
      .execute(),
  )
}

function noUnloggedRead(sent: Sent, got: Got, lines: readonly Line[]): void {
  const endpoint = endpointOf(sent)
  if (/^\/r\//.test(sent.path)) expect(lines, 'a ticket leaves no line').toEqual([])
  else if (/^\/kiosk(\/|\?|$)/.test(sent.path)) kioskHeld(sent, got, lines)
  else if (sent.path.startsWith('/fhir')) programHeld(sent, got, lines)
  else if (endpoint !== undefined) {
    const isEmpty = got.text === empty[endpoint.id]
    if (!isEmpty) heldAgainstRule(endpoint, sent, lines)
  } else if (got.status === 200 && sent.link !== null && /^\/[fpv]\//.test(sent.path)) {
    const path = sent.path.split('?')[0] ?? ''
    if (linkPagesWithout.some(([without]) => without.test(path))) return
    const link = sent.link
    expect(
      lines.map((line) => line.actor),
      `a page of ${link.who}`,
    ).toContain(link.who)
  }
}

/** A kiosk shows nothing of anybody, so it leaves no line; that a device became one does, by the link it came with. */
function kioskHeld(sent: Sent, got: Got, lines: readonly Line[]): void {
  const name = `${methodOf(sent)} ${sent.path.split('?')[0] ?? ''}`
  const rule = kioskPages.find(([page]) => page.test(name))
  if (rule === undefined) throw new Error(`Nobody said what ${name} leaves in the record`)
  const isMade = rule[1] !== null && got.location === '/kiosk'
  const expected = isMade ? [{ action: rule[1], actor: 'link' }] : []
  expect(lines, name).toEqual(expected)
}

/** A Bundle of which every entry was refused says only why. */
const isAllRefused = (text: string) => text.includes('"batch-response"') && !/"status":\s*"20/.test(text)

/** Whatever a program is told stands in the record in the name of whose token it has. */
function programHeld(sent: Sent, got: Got, lines: readonly Line[]): void {
  const path = sent.path.split('?')[0] ?? ''
  if (programsWithout.some(([without]) => without.test(path)) || isAllRefused(got.text)) return
  const actors = lines.map((line) => line.actor)
  expect(actors, `${path} answered a program without a line`).toContain(sent.actor.person?.member)
}

function heldAgainstRule(endpoint: Endpoint, sent: Sent, lines: readonly Line[]): void {
  const rule = ruleOf(endpoint)
  if (rule === null) throw new Error(`Nobody said what ${endpoint.id} leaves in the record`)
  if ('nothing' in rule || (lines.length === 0 && repeats[endpoint.id] !== undefined)) return
  const own = lines.filter((line) => line.actor === sent.actor.person?.member)
  const held = own
    .map((line) => line.action)
    .filter((action) => (rule.actions as readonly string[]).includes(action))
  expect(
    held.length,
    `${endpoint.id} answered without a line; there is ${JSON.stringify(lines)}`,
  ).toBeGreaterThan(0)
}

/** Which routes no request reached well, for the test to say. */
export const unserved = (world: FuzzWorld, tally: Tally): string[] =>
  world.routes.map(({ method, path }) => `${method} ${path}`).filter((name) => !tally.served.has(name))

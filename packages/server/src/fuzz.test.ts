/** Requests that nobody meant, over every route: whatever comes, no fault of ours and no word of what is inside. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from './test-app.ts'
import { pathOf, publicUrl } from './test-member.ts'
import { endpointRows, type Story } from './test-requests.ts'
import { buildStory } from './test-story.ts'

let app: TestApp
let story: Story
let theirs: Story
beforeAll(async () => {
  app = await testApp()
  story = await buildStory(app)
  theirs = await buildStory({ ...app, workspace: await app.otherWorkspace() })
})
afterAll(() => app[Symbol.asyncDispose]())

/** An identifier of the story, of another workspace's story, of nothing, or none at all. */
const identifiers = fc.oneof(
  { weight: 4, arbitrary: fc.nat().map((n) => knownIds()[n % knownIds().length] ?? '') },
  fc.uuid({ version: 7 }),
  fc.constantFrom('0', 'null', '-1', '%00', '..', "'", '{}', '00000000-0000-0000-0000-000000000000'),
  fc.string().map(encodeURIComponent),
)

function knownIds(): string[] {
  return [story, theirs].flatMap((one) => [
    ...[one.relation.id, one.lina.id, one.samira.id, one.contact, one.spareContact, one.note],
    ...[
      one.openInvitation,
      one.by.member,
      ...one.openSignals,
      ...one.clients.map((client) => client.agreement),
    ],
  ])
}

type Sent = { method: string; path: string; who: 'own' | 'theirs' | 'nobody'; type: string; body: unknown }

/** Anything that may stand where something else is expected; identifiers that exist among it. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  identifiers,
  fc.array(identifiers),
  fc.constantFrom(null, true, -1, 1e308, 2 ** 53, '2026-11-19T08:00:00Z', '🌱'.repeat(700), ['\0']),
)

/** A request that would be good, with one part replaced. */
const spoiled: fc.Arbitrary<Sent> = fc
  .record({
    row: fc.constantFrom(...endpointRows),
    param: fc.option(fc.tuple(fc.nat(), identifiers)),
    field: fc.option(fc.tuple(fc.nat(), anything)),
    who: fc.constantFrom(
      'own' as const,
      'own' as const,
      'own' as const,
      'theirs' as const,
      'nobody' as const,
    ),
  })
  .map(({ row: { endpoint, row }, param, field, who }) => {
    const { params = {}, query = {}, body } = row.parts(app, story)
    const path = pathOf(endpoint, { params: replaced(params, param), query: replaced(query, field) } as never)
    return {
      method: endpoint.method,
      path,
      who,
      type: 'application/json',
      body: body && replaced(body, field),
    }
  })

function replaced<Value>(of: Record<string, Value>, part: [number, Value] | null): Record<string, Value> {
  const names = Object.keys(of)
  if (part === null || names.length === 0) return of
  return { ...of, [names[part[0] % names.length] ?? '']: part[1] }
}

/** A request that makes no sense at all. */
const senseless: fc.Arbitrary<Sent> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
  path: fc.oneof(
    fc
      .tuple(fc.constantFrom('/api/relations/', '/api/', '/f/', '/p/', '/api/auth/'), identifiers)
      .map((parts) => parts.join('')),
    fc.constantFrom('', '/renew', '/not-now', '/x').map((way) => story.openLink.path + way),
    fc.constantFrom('/api/auth/sign-in/email', '/api/auth/get-session', '/healthz', '/readyz', '/metrics'),
    fc.webPath(),
    fc
      .dictionary(fc.constantFrom('search', 'from', 'closed', 'lang'), fc.string({ unit: 'binary' }))
      .map((query) => `/api/relations?${new URLSearchParams(query)}`),
  ),
  who: fc.constantFrom('own', 'theirs', 'nobody'),
  type: fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain', ''),
  body: anything,
})

const people = () => ({ own: story.by.cookie, theirs: theirs.by.cookie, nobody: '' })

function toRequest(of: Sent): Request {
  const headers = new Headers({ 'x-weerklank': '1', cookie: people()[of.who] })
  if (of.type !== '') headers.set('content-type', of.type)
  const isText = typeof of.body === 'string' && of.type !== 'application/json'
  const body = new TextEncoder().encode(isText ? String(of.body) : JSON.stringify(of.body))
  const hasBody = of.body !== undefined && !['GET', 'HEAD'].includes(of.method)
  return new Request(publicUrl + of.path, { method: of.method, headers, body: hasBody ? body : null })
}

const requests = fc.oneof({ weight: 3, arbitrary: spoiled }, { weight: 1, arbitrary: senseless })

test('a thousand random requests: no fault of ours, nothing of the inside', async () => {
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(requests, async (of) => {
      // Slowly enough for every limit.
      app.clock.advance(1_000)
      const response = await app.hono.fetch(toRequest(of))
      const text = await response.text()
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
      expect(response.status).toBeLessThan(500)
      expect(text).not.toMatch(/node_modules|\n {4}at |SELECT |syntax error|violates/)
    }),
    { numRuns: 1_000 },
  )
  // It came somewhere: some were done, some refused in each of the usual ways.
  for (const status of [200, 401, 404, 422])
    expect(statuses.get(status) ?? 0, `${status}`).toBeGreaterThan(30)
  expect(app.log.filter((line) => line.level === 'error')).toEqual([])
})

test('after all that the story still stands, and nobody took over anything of another workspace', async () => {
  const own = await app.as(story.by).request('GET', `/api/relations/${story.relation.id}/feedback`)
  expect(own.status).toBe(200)
  for (const path of [
    `/api/relations/${theirs.relation.id}`,
    `/api/relations/${theirs.relation.id}/feedback`,
  ]) {
    expect((await app.as(story.by).request('GET', path)).status).toBe(404)
    expect((await app.as(theirs.by).request('GET', path)).status).toBe(200)
  }
})

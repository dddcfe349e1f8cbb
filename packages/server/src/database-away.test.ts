/** The database goes away in the middle: nobody reads a stack trace, nothing is half, and the server goes on afterwards. */
import { errorBody } from '@weerklank/core/shared/endpoint'
import { errorText } from '@weerklank/core/shared/errors'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from './access/accounts.ts'
import { type TestApp, testApp } from './test-app.ts'
import { answerFields } from './test-factories.ts'
import { publicUrl } from './test-member.ts'

const endConnections = (app: TestApp) =>
  app.database.administer(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${app.database.name}'`,
  )

const close = (app: TestApp) =>
  app.database.administer(`alter database ${app.database.name} allow_connections false`)
const reopen = (app: TestApp) =>
  app.database.administer(`alter database ${app.database.name} allow_connections true`)

const storedResponses = (app: TestApp) =>
  asMaintenance(app.owner, (trx) => trx.selectFrom('response').select(['id', 'relation_id']).execute())

/** Asks until it works again; a pool needs a moment to throw away what broke. */
async function recovers(ask: () => Promise<{ status: number }>): Promise<void> {
  for (let i = 0; i < 1_000; i++) {
    if ((await ask()).status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('It did not recover')
}

test('connections that end while requests run: try again, nothing half, nothing twice', async () => {
  await using app = await testApp({ ownDatabase: true })
  const relation = await app.relation()
  const noor = app.as(relation.by)
  const links: { link: ReturnType<TestApp['link']>; key: string }[] = []
  for (let i = 0; i < 30; i++) {
    const { link } = await app.invite({ in: relation })
    links.push({ link, key: await link.key() })
  }
  let done = false
  const trouble = (async () => {
    while (!done) {
      await endConnections(app)
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
  })()
  const send = async ({ link, key }: (typeof links)[number]) => {
    const reply = await link.post({ key, ...answerFields('2') }, { accept: 'json' })
    const list = await noor.request('GET', '/api/relations')
    const page = await link.get()
    return [reply.status, list.status, page.status]
  }
  const statuses = (await Promise.all(links.map(send))).flat()
  done = true
  await trouble
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
  expect(statuses).toContain(503)
  await recovers(() => noor.request('GET', '/api/today'))
  // Everyone sends again, as the page does by itself.
  for (const { link, key } of links) {
    await recovers(() => link.post({ key, ...answerFields('2') }, { accept: 'json' }))
  }
  expect(await storedResponses(app)).toHaveLength(30)
  expect(await app.audit('response.stored')).toHaveLength(30)
  const signals = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('signal').select('response_id').execute(),
  )
  expect(new Set(signals.map((one) => one.response_id)).size).toBe(30)
})

test('a database that is closed: everyone is told to come back, and the answer is given back to be sent again', async () => {
  await using app = await testApp({ ownDatabase: true })
  const { link, relation } = await app.invite()
  const key = await link.key()
  await close(app)
  await endConnections(app)
  const paths = [
    '/api/me',
    '/api/today',
    '/api/relations',
    `/api/relations/${relation.id}/feedback`,
    '/api/sign-in-options',
  ]
  for (const path of paths) {
    const reply = await app.as(relation.by).request('GET', path)
    // Not 401: nobody is sent to the sign-in page because the database is away.
    expect([reply.status, reply.headers.get('retry-after')], path).toEqual([503, '5'])
    expect(errorBody.parse(reply.body).error).toEqual({
      code: 'unavailable',
      message: errorText('unavailable', 'nl'),
    })
  }
  const typed = { key, 'a.heard': '7.3', open: 'Ik was "bang" <toen>.', lang: 'nl' }
  const page = await link.post(typed)
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5'])
  expect(page.text).toContain('Het lukt nu even niet')
  expect(page.text).toContain('Ik was &quot;bang&quot; &lt;toen&gt;.')
  const json = await link.post(typed, { accept: 'json' })
  expect([json.status, json.json()]).toMatchObject([503, { error: { code: 'unavailable' } }])
  expect((await link.get()).status).toBe(503)
  const probe = async (path: string) => (await app.hono.request(publicUrl + path)).status
  expect([await probe('/healthz'), await probe('/readyz'), await probe('/metrics')]).toEqual([200, 503, 200])
  await reopen(app)
  await recovers(() => app.as(relation.by).request('GET', '/api/me'))
  expect(await probe('/readyz')).toBe(200)
  // What the page gave back is what one button sends again.
  const fields = [...page.text.matchAll(/<input type="?hidden"? name="([^"]*)" value="([^"]*)"/g)]
  const again = fields.map(([, name = '', value = '']): [string, string] => [name, unescaped(value)])
  expect(Object.fromEntries(again)).toEqual(typed)
  expect((await link.post(again)).status).toBe(303)
  expect((await link.get()).text).toContain('Ik was &quot;bang&quot; &lt;toen&gt;.')
})

function unescaped(value: string): string {
  const named: Record<string, string> = {
    '&quot;': '"',
    '&lt;': '<',
    '&gt;': '>',
    '&#39;': "'",
    '&amp;': '&',
  }
  return value.replace(/&(quot|lt|gt|#39|amp);/g, (entity) => named[entity] ?? entity)
}

test('signing in while the database is away is no wrong password', async () => {
  await using app = await testApp({ ownDatabase: true })
  await close(app)
  await endConnections(app)
  const signIn = await app.hono.request(`${publicUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl },
    body: JSON.stringify({ email: 'noor@example.org', password: 'correct horse battery' }),
  })
  expect(signIn.status).toBe(503)
  expect(await signIn.text()).not.toMatch(/connect|database|at /)
})

test('a query that is cancelled, as the time limit does, is no fault of whoever asked', async () => {
  await using app = await testApp({ ownDatabase: true })
  const { link, relation } = await app.invite()
  const key = await link.key()
  const locked = await app.owner.transaction().execute(async (trx) => {
    await sql`lock table response`.execute(trx)
    const asked = [
      link.post({ key, 'a.heard': '8' }, { accept: 'json' }),
      app.as(relation.by).request('GET', `/api/relations/${relation.id}/feedback`),
    ]
    await waiting(app, 2)
    await app.database.administer(`select pg_cancel_backend(pid) ${whoWaits(app)}`)
    return Promise.all(asked)
  })
  expect(locked.map((reply) => reply.status)).toEqual([503, 503])
  expect((await link.answer({ 'a.heard': '8' })).status).toBe(200)
})

const whoWaits = (app: TestApp) =>
  `from pg_stat_activity where datname = '${app.database.name}' and wait_event_type = 'Lock'`

/** Until so many queries wait for the lock. */
async function waiting(app: TestApp, expected: number): Promise<void> {
  const count = () => app.database.administer(`select count(*)::int as n ${whoWaits(app)}`)
  await expect.poll(async () => (await count())[0]?.n).toBe(expected)
}

test('when every connection is busy the next is told to come back, not kept waiting for ever', async () => {
  await using app = await testApp({ ownDatabase: true })
  const { link, relation } = await app.invite()
  const feedback = () => app.as(relation.by).request('GET', `/api/relations/${relation.id}/feedback`)
  const [turnedAway, kept] = await app.owner.transaction().execute(async (trx) => {
    await sql`lock table response`.execute(trx)
    const busy = Array.from({ length: 8 }, feedback)
    await waiting(app, 8)
    return [await link.get(), busy] as const
  })
  expect(turnedAway.status).toBe(503)
  expect((await Promise.all(kept)).map((reply) => reply.status)).toEqual(Array(8).fill(200))
})

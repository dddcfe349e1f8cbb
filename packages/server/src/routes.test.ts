/** What every route of the JSON interface must do, route by route: a new endpoint is in here by its type. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalsAtMost } from './access/refusal-count.ts'
import { type TestApp, testApp } from './test-app.ts'
import { pathOf, publicUrl } from './test-member.ts'
import { endpointRows, type Story } from './test-requests.ts'
import { buildStory } from './test-story.ts'

const written = endpointRows.filter(({ endpoint }) => endpoint.method !== 'GET')
const read = endpointRows.filter(({ endpoint }) => endpoint.method === 'GET')
const withBody = endpointRows.filter(({ endpoint }) => endpoint.body !== undefined)
const guarded = endpointRows.filter(({ row }) => row.reaches !== 'everyone')

type Row = (typeof endpointRows)[number]

const minuteMs = 60_000

/** Sends the good request of a row, with another sender or another body. */
async function send(app: TestApp, story: Story, of: Row & { by: { cookie: string } | null; body?: unknown }) {
  const parts = of.row.parts(app, story)
  return app.as(of.by).request(of.endpoint.method, pathOf(of.endpoint, parts), of.body ?? parts.body)
}

const codeOf = (reply: { body: unknown }) =>
  (reply.body as { error?: { code: string; fields?: Record<string, string> } }).error?.code

/** Runs what must be refused, and proves that nothing was written, neither deed nor record. */
async function unchanged(app: TestApp, act: () => Promise<void>): Promise<void> {
  const before = await app.audit()
  await act()
  expect(await app.audit()).toEqual(before)
}

type By = { cookie: string; member: string }

/**
 * Runs what must be refused, and proves that no deed was written: only that these people asked, with the collaboration or
 * without, within the bounds of an hour. Whoever works elsewhere leaves nothing.
 */
async function onlyRefused(app: TestApp, by: readonly By[], act: () => Promise<void>): Promise<void> {
  const before = await app.audit()
  await act()
  const written = (await app.audit()).slice(before.length)
  // In a story of practice nobody stands: whoever works here may read it.
  const lines = written.filter(({ action }) => !action.startsWith('story.'))
  expect(new Set(lines.map(({ actor }) => actor))).toEqual(new Set(by.map(({ member }) => member)))
  for (const { action } of lines) {
    const refused = ['relation.refused', 'relation.refused-more', 'round.refused', 'role.refused']
    expect([...refused, 'meeting.refused', 'analysis.refused', 'trajectory.refused']).toContain(action)
  }
  for (const { member } of by) {
    const hers = lines.filter(({ actor }) => actor === member)
    const most = refusalsAtMost.content
    expect(hers.filter(({ action }) => action === 'relation.refused-more').length).toBeLessThanOrEqual(1)
    expect(hers.filter(({ action }) => action !== 'relation.refused-more').length).toBeLessThanOrEqual(most)
  }
}

test('whoever is not signed in gets nowhere', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  await unchanged(app, async () => {
    for (const row of guarded) {
      const forged = { cookie: story.by.cookie.replace(/=.{6}/, '=AAAAAA') }
      for (const by of [null, forged]) {
        const reply = await send(app, story, { ...row, by })
        expect([reply.status, codeOf(reply)], row.name).toEqual([401, 'not-signed-in'])
      }
    }
  })
})

test('a member who takes no part learns nothing of a relation, meeting, analysis or trajectory, not even that it exists', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const story = await buildStory(app)
  const eva = await app.professional({ name: 'Eva' })
  // Another workspace on the same database, through this application.
  const ilse = await app.professional({ name: 'Ilse', workspace: elsewhere.workspace })
  const abroad = await elsewhere.audit()
  await onlyRefused(app, [eva], async () => {
    const ofOthers = ['relation', 'meeting', 'analysis', 'trajectory']
    for (const row of guarded.filter(({ row }) => ofOthers.includes(row.reaches))) {
      for (const by of [eva, ilse]) {
        const reply = await send(app, story, { ...row, by })
        expect([reply.status, codeOf(reply)], row.name).toEqual([404, 'not-found'])
      }
    }
  })
  expect(await elsewhere.audit()).toEqual(abroad)
})

/** Writing and telling stories of practice is for who works with people; whoever does not may take back her own. */
const ofWhoWorksWithPeople: ReadonlySet<string> = new Set([
  ...['savePractice', 'sharePractice', 'recognisePractice', 'addToPractice', 'takeDownPractice'],
])

test('an administrator sees no content', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const by = await app.professional({ name: 'Ada', role: 'administrator' })
  await onlyRefused(app, [by], async () => {
    for (const row of guarded) {
      const reply = await send(app, story, { ...row, by })
      // A file that somebody asked for is hers alone, and so is her place as a learner; stories of practice are of those who
      // work with people.
      const { params = {} } = row.row.parts(app, story)
      const isAnothers = ['job', 'trajectory', 'story'].some((name) => name in params)
      const own = isAnothers ? [404, 'not-found'] : [200, undefined]
      const isOpen = row.row.reaches === 'self' && !ofWhoWorksWithPeople.has(row.endpoint.id)
      const expected = isOpen ? own : [403, 'not-allowed']
      expect([reply.status, codeOf(reply)], row.name).toEqual(expected)
    }
  })
})

test('a colleague who left a relation is a stranger to it', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const edit = endpointRows.find(({ endpoint }) => endpoint.id === 'editRelation')
  if (edit === undefined) throw new Error('There is no editRelation')
  const { body = {} } = edit.row.parts(app, story)
  const participants = (body.participants as { member: string | null }[]).filter((one) => one.member === null)
  expect((await send(app, story, { ...edit, by: story.by, body: { ...body, participants } })).status).toBe(
    200,
  )
  await onlyRefused(app, [story.colleague], async () => {
    for (const row of guarded.filter(({ row }) => row.reaches === 'relation')) {
      const reply = await send(app, story, { ...row, by: story.colleague })
      expect([reply.status, codeOf(reply)], row.name).toEqual([404, 'not-found'])
    }
  })
})

test('a form on another website changes nothing: our own pages say who they are', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  await unchanged(app, async () => {
    for (const { endpoint, row, name } of written) {
      const parts = row.parts(app, story)
      const response = await app.hono.request(publicUrl + pathOf(endpoint, parts), {
        method: endpoint.method,
        headers: { cookie: story.by.cookie, 'content-type': 'application/json' },
        body: JSON.stringify(parts.body ?? {}),
      })
      expect([response.status, codeOf({ body: await response.json() })], name).toEqual([403, 'cross-site'])
    }
  })
})

const brokenUtf8 = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])
const bodies: [
  what: string,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
  status: number,
  code: string,
][] = [
  ['a form', 'application/x-www-form-urlencoded', 'a=1', 415, 'wrong-media-type'],
  ['a look-alike', 'application/jsonp', '{}', 415, 'wrong-media-type'],
  ['nothing', 'application/json', '', 400, 'unreadable-body'],
  ['half a body', 'application/json', '{"id":', 400, 'unreadable-body'],
  ['broken UTF-8', 'application/json', brokenUtf8, 400, 'unreadable-body'],
  ['1 MB of emoji', 'application/json', JSON.stringify({ text: '🌱'.repeat(262_144) }), 413, 'too-large'],
  ['a list', 'application/json', '[]', 422, 'invalid-input'],
  ['no object', 'application/json', 'null', 422, 'invalid-input'],
  ['a number', 'application/json', '1e999', 422, 'invalid-input'],
]

test('a body that cannot be read is refused and named', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  await unchanged(app, async () => {
    for (const { endpoint, row, name } of withBody) {
      // One member gets so many requests a minute, and there are more endpoints than that.
      app.clock.advance(1_000)
      const path = pathOf(endpoint, row.parts(app, story))
      for (const [what, type, body, status, code] of bodies) {
        const response = await app.hono.request(publicUrl + path, {
          method: endpoint.method,
          headers: { cookie: story.by.cookie, 'content-type': type, 'x-weerklank': '1' },
          body,
        })
        const got = [response.status, codeOf({ body: await response.json() })]
        // Where a whole text is brought, a megabyte is read, and looked at for what it should say.
        const isRead = code === 'too-large' && (endpoint.bodyLimit ?? 0) > new Blob([body]).size
        expect(got, `${name} with ${what}`).toEqual(isRead ? [422, 'invalid-input'] : [status, code])
      }
    }
  })
})

test('what cannot be taken is named by its field', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  await unchanged(app, async () => {
    for (const row of endpointRows) {
      const { wrong } = row.row
      if (wrong === null) continue
      const [field, value] = wrong
      const parts = row.row.parts(app, story)
      const reply =
        row.endpoint.method === 'GET'
          ? await app
              .as(story.by)
              .request(
                'GET',
                pathOf(row.endpoint, { ...parts, query: { ...parts.query, [field]: value } } as never),
              )
          : await send(app, story, { ...row, by: story.by, body: { ...parts.body, [field]: value } })
      expect([reply.status, codeOf(reply)], row.name).toEqual([422, 'invalid-input'])
      const { fields } = (reply.body as { error: { fields: Record<string, string> } }).error
      expect(Object.keys(fields), row.name).toEqual([field])
    }
  })
})

test('a field that nobody asked for is refused, so that a typing error does not go by in silence', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  await unchanged(app, async () => {
    for (const row of withBody) {
      const body = { ...row.row.parts(app, story).body, surprise: 1 }
      const reply = await send(app, story, { ...row, by: story.by, body })
      expect([reply.status, codeOf(reply)], row.name).toEqual([422, 'invalid-input'])
    }
  })
})

test('an identifier that is none leads nowhere', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const none = ['1', 'null', "' or 1=1", '%00', '..%2f..', `${story.relation.id}0`, '🌱']
  for (const row of endpointRows.filter(({ endpoint }) => endpoint.params !== undefined)) {
    const { params = {}, body } = row.row.parts(app, story)
    // So many requests in a minute are more than one member gets.
    app.clock.advance(minuteMs)
    for (const name of Object.keys(params)) {
      for (const value of none) {
        const path = pathOf(row.endpoint, {
          params: { ...params, [name]: encodeURIComponent(value) } as never,
        })
        const reply = await app.as(story.by).request(row.endpoint.method, path, body)
        expect([reply.status, codeOf(reply)], `${row.name} ${value}`).toEqual([404, 'not-found'])
      }
    }
  }
})

/** Sends the good request of a row to a world, and holds the answer and the record against what the row promises. */
async function doesWhatItSays(row: Row, { app, story }: { app: TestApp; story: Story }): Promise<void> {
  const before = (await app.audit()).length
  // The contract is checked on the way: app.as() refuses an answer of another shape.
  const reply = await send(app, story, { ...row, by: story.by })
  expect([reply.status, codeOf(reply)], row.name).toEqual([200, undefined])
  const lines = (await app.audit()).slice(before)
  const { audit, alsoAudit } = row.row
  const told = lines.map((line) => line.action)
  const also = typeof alsoAudit === 'string' ? [alsoAudit] : (alsoAudit ?? [])
  expect(told.filter((action) => action !== audit && !also.includes(action))).toEqual([])
  expect(told).toEqual(expect.arrayContaining([...also]))
  expect(lines.length > 0).toBe(audit !== null)
  for (const line of lines) {
    expect(line.actor).toBe(story.by.member)
    if (row.row.isPrivate) expect(line.relation_id).toBeNull()
    else if (row.row.reaches === 'relation') expect(line.relation_id).toBe(story.relation.id)
  }
  const headers = ['cache-control', 'x-content-type-options', 'referrer-policy']
  expect(headers.map((name) => reply.headers.get(name))).toEqual(['no-store', 'nosniff', 'no-referrer'])
  expect(app.log).toEqual([])
}

test.each(written)('$name does what it says, for its own people, and writes it down', async (row) => {
  await using app = await testApp()
  await doesWhatItSays(row, { app, story: await buildStory(app) })
})

// Whoever only reads leaves the world as it was, but for the record: one world for all of them.
describe('in one world', () => {
  let app: TestApp
  let story: Story
  beforeAll(async () => {
    app = await testApp()
    story = await buildStory(app)
  })
  afterAll(() => app[Symbol.asyncDispose]())

  test.each(read)('$name does what it says, for its own people, and writes it down', async (row) => {
    await doesWhatItSays(row, { app, story })
  })
})

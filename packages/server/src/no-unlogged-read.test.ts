/** Nothing is read that is not written down: for every endpoint a rule, and for every one that reads, that it keeps it. */
import { emptyForm } from '@weerklank/core/feedback/form.build'
import { formBuildEndpoints } from '@weerklank/core/feedback/form-build.contract'
import type { FormId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from './db/maintenance.ts'
import { meantFor } from './fuzz.requests.fixture.ts'
import { kioskPages, linkPagesWithout, repeats, ruleOf, without } from './fuzz.rules.fixture.ts'
import { buildFuzzWorld, type FuzzWorld } from './fuzz.world.fixture.ts'
import { browser } from './test-browser.ts'
import { endpoints, type Person, pathOf } from './test-member.ts'
import { endpointRows } from './test-requests.ts'

test('every endpoint has its rule, and every exception its endpoint and its reason', () => {
  const ids = endpoints.map((endpoint) => endpoint.id)
  expect(endpoints.filter((endpoint) => ruleOf(endpoint) === null).map(({ id }) => id)).toEqual([])
  const exceptions = [...Object.entries(without), ...Object.entries(repeats)]
  expect(exceptions.map(([id]) => id).filter((id) => !ids.includes(id))).toEqual([])
  const pages = kioskPages.map(([page, , why]) => [page, why] as const)
  for (const [id, why] of [...exceptions, ...linkPagesWithout, ...pages])
    expect(why.length, `${id}`).toBeGreaterThan(10)
})

test('every route of the JSON interface is an endpoint with a rule, or is named here with its reason', async () => {
  const world = await buildFuzzWorld()
  try {
    const known = new Set(endpoints.map(({ method, path }) => `${method} ${path}`))
    const routes = world.routes.map(({ method, path }) => `${method} ${path}`)
    expect(routes.filter((name) => name.includes(' /api/') && !known.has(name)).sort()).toEqual([
      // The stream: which collaboration changed, never what; the screen asks for the rest by itself, and that is recorded.
      'GET /api/events',
      // A meeting that is held: whoever opens the line looked at the meeting first, and that is recorded.
      'GET /api/meetings/:meeting/live/events',
      // What the interface is: no data of anybody.
      'GET /api/openapi.json',
      // To and from the organisation's own sign-in.
      'GET /api/sign-in/single-sign-on',
      'GET /api/sign-in/single-sign-on/callback',
      'POST /api/auth/sign-out',
    ])
  } finally {
    await world.app[Symbol.asyncDispose]()
  }
})

/** Whoever an endpoint is meant for, and a request that she would send. */
function goodReads(world: FuzzWorld, built: FormId) {
  return endpoints
    .filter((endpoint) => endpoint.method === 'GET')
    .map((endpoint) => {
      const role = Object.entries(meantFor).find(([path]) => endpoint.path.startsWith(path))?.[1] ?? 'noor'
      const actor = world.actors.find((one) => one.name === role)
      const row = endpointRows.find((one) => one.endpoint === endpoint)
      const query = files[endpoint.id] ?? {}
      const { webhook, form, supervision: share, library } = world.stories.own
      const ofForm = endpoint.id === 'getBuiltForm' ? built : form
      const params = {
        document: 'privacy-adult',
        webhook,
        form: ofForm,
        version: '1',
        share,
        key: 'balint',
        collection: library.collection,
      }
      return { endpoint, actor, parts: row?.row.parts(world.app, world.stories.own) ?? { params, query } }
    })
}

/** A form of one's own, which the story does not have. */
async function builtBy(app: FuzzWorld['app'], by: Person | null): Promise<FormId> {
  const form = app.world.newId<FormId>()
  await app
    .as(by)
    .call(formBuildEndpoints.begin, { params: { form }, body: { model: emptyForm('Samen', 'nl') } })
  return form
}

/** What is asked with, where something must be. */
const files: Readonly<Record<string, Record<string, string>>> = {
  fitLibrary: { at: 'moment', moment: 'start' },
  whatWorksEvidence: { deed: 'agreement' },
  takeLibrary: { format: 'json', reader: 'professional', kind: 'tip' },
  exportAudit: { format: 'csv', purpose: 'review' },
  getMyData: { format: 'json', purpose: 'own-data' },
}

test('whoever reads stands in the record, in the same moment, in her own name', async () => {
  const world = await buildFuzzWorld()
  const { app } = world
  try {
    const built = await builtBy(app, world.actors.find(({ name }) => name === 'noor')?.person ?? null)
    for (const { endpoint, actor, parts } of goodReads(world, built)) {
      const rule = ruleOf(endpoint)
      const before = app.world.newId<string>()
      const by = actor?.person ?? null
      const reply = await app.as(by).request('GET', pathOf(endpoint, parts as never))
      expect(reply.status, endpoint.id).toBe(200)
      const lines = await asMaintenance(app.owner, (trx) =>
        trx.selectFrom('audit_event').select(['action', 'actor', 'at']).where('id', '>', before).execute(),
      )
      const expected = rule !== null && 'actions' in rule ? rule.actions : []
      expect(lines.length > 0, endpoint.id).toBe(expected.length > 0)
      for (const line of lines) {
        expect([line.actor, line.at], endpoint.id).toEqual([by?.member, app.clock.now()])
        expect(expected, endpoint.id).toContain(line.action)
      }
    }
  } finally {
    await app[Symbol.asyncDispose]()
  }
})

test('every page of a kiosk has its rule; what a code opens there is in the record as hers', async () => {
  const world = await buildFuzzWorld()
  const { app } = world
  try {
    const pages = world.routes.filter(({ path }) => path.startsWith('/kiosk'))
    const ruled = (name: string) => kioskPages.filter(([page]) => page.test(name)).length
    expect(pages.map(({ method, path }) => ruled(`${method} ${path}`))).toEqual(pages.map(() => 1))
    const [kiosk] = world.kiosks
    const hall = browser(app, { cookie: kiosk?.cookie ?? '' })
    const before = app.world.newId<string>()
    const opened = await hall.post('/kiosk', [['code', kiosk?.code ?? '']])
    const page = await hall.get(opened.headers.get('location') ?? '')
    expect(page.status).toBe(200)
    const lines = await asMaintenance(app.owner, (trx) =>
      trx.selectFrom('audit_event').select(['action', 'actor']).where('id', '>', before).execute(),
    )
    expect(lines).toEqual([{ action: 'check.opened', actor: `participant:${world.stories.own.lina.id}` }])
  } finally {
    await app[Symbol.asyncDispose]()
  }
})

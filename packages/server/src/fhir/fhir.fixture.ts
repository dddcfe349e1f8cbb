/** The FHIR side of the application on a real database, for whoever holds one of the keys that a test makes. */
import { existsSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { Membership } from '../access/access.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { type FhirScope, fhirScopes } from './fhir.door.ts'
import { refuseFhir } from './fhir.http.ts'
import { serveFhir } from './fhir.routes.ts'
import { newScorer } from './score.ts'

const folder = new URL('../../../../../shared/fixtures/fhir/', import.meta.url)

/** A real form; says so when the folder of them is not beside the project. */
export function realForm(name: string): Record<string, unknown> {
  if (!existsSync(folder))
    throw new Error('The real forms are not here: shared/fixtures/fhir beside the project.')
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
}

/** The FHIR side with one professional who holds a key for everything. */
export async function openFhir() {
  const app = await testApp()
  const fhir = fhirOf(app)
  const noor = await app.professional({ name: 'Noor' })
  const key = fhir.key(noor.member)
  const close = async () => {
    await fhir[Symbol.asyncDispose]()
    await app[Symbol.asyncDispose]()
  }
  return { app, fhir, noor, key, [Symbol.asyncDispose]: close }
}

/** The parts of resources that tests look at. */
export type Told = {
  readonly [part: string]: unknown
  resourceType: string
  id: string
  meta: { versionId: string; lastUpdated: string }
  title: string
  total: number
  link: { relation: string; url: string }[]
  entry: { resource: Told }[]
  item: object[]
  issue: { code: string; diagnostics: string }[]
}
const nothing = null as unknown as Told

type Wish = { body?: unknown; headers?: Record<string, string>; key?: string | null }

export function fhirOf(app: TestApp) {
  const keys = new Map<string, Membership & { scopes: ReadonlySet<string> }>()
  const scorer = newScorer({ milliseconds: 1_000, megabytes: 128 })
  const hono = new Hono()
  serveFhir(hono, {
    ...{
      db: app.db,
      now: app.clock.now,
      world: app.world,
      publicUrl: 'https://weerklank.example',
      version: '1.2.3',
      scorer,
      log: app.logger,
    },
    bearer: async (c) => keys.get((c.req.header('authorization') ?? '').replace('Bearer ', '')) ?? null,
  })
  hono.onError((error, c) => refuseFhir(app.logger, error, c))
  return {
    /** A key of a member for these scopes. */
    key: (member: Membership['member'], scopes: readonly FhirScope[] = fhirScopes) => {
      const key = app.world.newId<string>()
      keys.set(key, { workspace: app.workspace, member, scopes: new Set(scopes) })
      return key
    },
    async request(method: string, path: string, { body, headers = {}, key = null }: Wish = {}) {
      const isText = typeof body === 'string'
      const response = await hono.request(`/fhir${path}`, {
        method,
        headers: {
          ...(key !== null && { authorization: `Bearer ${key}` }),
          ...(body !== undefined && { 'content-type': 'application/fhir+json' }),
          ...headers,
        },
        ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: text === '' ? nothing : (JSON.parse(text) as Told),
      }
    },
    [Symbol.asyncDispose]: () => scorer.close(),
  }
}

import { errorBody } from '@weerklank/core/shared/endpoint'
import { expect, test } from 'vitest'
import { serveProbes } from '../probes.ts'
import { testApp } from '../test-app.ts'
import { endpoints, publicUrl } from '../test-member.ts'
import { newApi } from './server.ts'

type Operation = {
  operationId?: string
  summary?: string
  security?: unknown
  parameters?: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { required: boolean; content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema?: object }> }>
}
type Document = {
  openapi: string
  info: { title: string; version: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, object>
    securitySchemes: Record<string, { type: string; in: string; name: string }>
  }
}

async function load() {
  const app = await testApp()
  const response = await app.hono.request(`${publicUrl}/api/openapi.json`)
  const document = (await response.json()) as Document
  return { app, document, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

const operationsOf = (document: Document) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

/** Routes that are no operation: what the auth library serves besides, and everything else, which is not found. */
const notDescribed = ['/api/auth/*', '/api/*', '/*', '/fhir/*']
/** Served by the auth library under its own pattern, described one by one. */
const underAuth = /^\/api\/auth\//

test('every route that is served stands in the document, and the other way round', async () => {
  await using loaded = await load()
  const served = loaded.app.hono.routes
    // `ALL /*` are the layers through which every request goes.
    .filter((route) => !notDescribed.includes(route.path))
    .map((route) => `${route.method.toLowerCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
  const described = operationsOf(loaded.document)
    .filter(({ path }) => !underAuth.test(path))
    .map(({ path, method }) => `${method} ${path}`)
  expect(new Set(served).size).toBe(served.length)
  expect(described.toSorted()).toEqual(served.toSorted())
  const contracts = endpoints.map((one) => one.id)
  const ids = operationsOf(loaded.document).flatMap(({ operation }) => operation.operationId ?? [])
  expect(ids.toSorted()).toEqual(contracts.toSorted())
})

test('what is described of signing in is really there', async () => {
  await using loaded = await load()
  for (const { path, method } of operationsOf(loaded.document).filter((one) => underAuth.test(one.path))) {
    const init =
      method === 'post' ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' } : {}
    const response = await loaded.app.hono.request(publicUrl + path, init)
    expect(response.status, path).not.toBe(404)
    expect(response.status, path).toBeLessThan(500)
  }
})

test('the document is OpenAPI 3.1 as far as it can be seen', async () => {
  await using loaded = await load()
  const { document } = loaded
  expect(document.openapi).toMatch(/^3\.1\.\d+$/)
  expect(document.info).toMatchObject({ title: 'Weerklank', version: '0.0.0' })
  expect(document.servers).toEqual([{ url: publicUrl }])
  for (const { path, method, operation } of operationsOf(document)) {
    const where = `${method} ${path}`
    expect(path, where).toMatch(/^\/[^:]*$/)
    expect(['get', 'post', 'put', 'delete'], where).toContain(method)
    expect(operation.summary, where).toMatch(/\S/)
    const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const parameters = operation.parameters ?? []
    expect(
      parameters.filter((one) => one.in === 'path').map((one) => one.name),
      where,
    ).toEqual(placeholders)
    for (const parameter of parameters) {
      const byToken = JSON.stringify(operation.security ?? []).includes('token')
      expect(parameter.required, where).toBe(
        parameter.in === 'path' || (parameter.in === 'header' && !byToken),
      )
      expect(Object.keys(parameter.schema).length, `${where} ${parameter.name}`).toBeGreaterThan(0)
    }
    expect(Object.keys(operation.responses).length, where).toBeGreaterThan(0)
    for (const [status, response] of Object.entries(operation.responses)) {
      expect(status, where).toMatch(/^[1-5]\d\d$/)
      expect(response.description, where).toMatch(/\S/)
    }
  }
})

test('every reference leads somewhere and every schema says something', async () => {
  await using loaded = await load()
  const text = JSON.stringify(loaded.document)
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference)
  expect(references.length).toBeGreaterThan(0)
  for (const reference of references) {
    const found = reference
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], loaded.document)
    expect(found, reference).toBeTypeOf('object')
  }
  for (const { path, method, operation } of operationsOf(loaded.document)) {
    if (operation.operationId === undefined) continue
    const answer = operation.responses['200']?.content?.['application/json']?.schema
    expect(Object.keys(answer ?? {}).length, `${method} ${path}`).toBeGreaterThan(0)
  }
})

test('the cookie has the name that it has at that address', async () => {
  await using app = await testApp()
  const nameAt = async (url: string) => {
    const api = newApi(app.logger)
    serveProbes(api, { db: app.db, publicUrl: url, version: '0.0.0' })
    const document = (await (await api.app.request('/api/openapi.json')).json()) as Document
    return document.components.securitySchemes.session?.name
  }
  expect(await nameAt('http://localhost:3000')).toBe('weerklank.session_token')
  // What sign-in really sets there: access/sign-in.cookies.test.ts.
  expect(await nameAt('https://weerklank.example')).toBe('__Host-weerklank.session_token')
})

test('what one needs to be let in, and every way to be refused, is told', async () => {
  await using loaded = await load()
  const { document } = loaded
  const noor = await loaded.app.professional()
  const cookie = document.components.securitySchemes.session
  expect(noor.cookie.startsWith(`${cookie?.name}=`)).toBe(true)
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    const operation = document.paths[path]?.[endpoint.method.toLowerCase()]
    const where = `${endpoint.method} ${path}`
    expect(operation?.security !== undefined, where).toBe(endpoint.errors.includes('not-signed-in' as never))
    const told = Object.values(operation?.responses ?? {})
      .map((response) => response.description)
      .join('\n')
    const always = [
      'too-many',
      'unavailable',
      'internal',
      ...(endpoint.method === 'GET' ? [] : ['cross-site']),
    ]
    const ofBody = endpoint.body === undefined ? [] : ['unreadable-body', 'too-large', 'wrong-media-type']
    const ofPath = endpoint.params === undefined ? [] : ['not-found']
    for (const code of [...endpoint.errors, ...always, ...ofBody, ...ofPath])
      expect(told, `${where} ${code}`).toContain(`${code}: `)
    const writes = endpoint.method !== 'GET'
    const header = operation?.parameters?.find((one) => one.in === 'header')
    expect(header?.name, where).toBe(writes ? 'x-weerklank' : undefined)
  }
  const said = { error: { code: 'not-found', message: 'x' } }
  expect(errorBody.parse(said)).toEqual(said)
})

test('a program reads where its token opens something, for what, and what it is sent', async () => {
  await using loaded = await load()
  const { document } = loaded
  expect(document.components.securitySchemes.token).toMatchObject({ type: 'http', scheme: 'bearer' })
  const asked = new Set<string>()
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    const security = document.paths[path]?.[endpoint.method.toLowerCase()]?.security ?? []
    const byToken = endpoint.scope === undefined ? [] : [{ token: [endpoint.scope] }]
    expect(security, endpoint.id).toEqual(
      endpoint.errors.includes('not-signed-in') ? [{ session: [] }, ...byToken] : [],
    )
    if (endpoint.scope !== undefined) asked.add(endpoint.scope)
  }
  expect([...asked]).toContain('relations:read')
  const fhir = operationsOf(document).filter(({ path }) => path.startsWith('/fhir/Questionnaire'))
  expect(fhir.length).toBeGreaterThan(5)
  for (const { path, operation } of fhir) expect(JSON.stringify(operation.security), path).toContain('token')
  const messages = (document as unknown as { webhooks: Record<string, object> }).webhooks
  expect(Object.keys(messages)).toEqual(['response.received', 'signal.opened'])
  expect(JSON.stringify(messages)).toContain('Weerklank-Signature')
})

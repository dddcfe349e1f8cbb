/** Requests that nobody meant: good ones with a part replaced, ones made from the contracts, forms behind links, and nonsense. */
import type { Endpoint } from '@weerklank/core/shared/endpoint'
import fc from 'fast-check'
import type { z } from 'zod'
import { ofPrograms } from './fuzz.fhir.fixture.ts'
import { atKiosks } from './fuzz.kiosk-requests.fixture.ts'
import { valuesOf } from './fuzz.schema.fixture.ts'
import type { FuzzWorld, Link, Route, Sent } from './fuzz.world.fixture.ts'
import { endpoints, pathOf } from './test-member.ts'
import { endpointRows } from './test-requests.ts'

const encoder = new TextEncoder()
const bytesOf = (value: unknown) => encoder.encode(typeof value === 'string' ? value : JSON.stringify(value))

/** Every kind of request, each as often as it is worth. */
export function requestsIn(world: FuzzWorld): fc.Arbitrary<Sent> {
  return fc.oneof(
    { weight: 7, arbitrary: spoiledOf(world) },
    { weight: 6, arbitrary: fromContracts(world) },
    { weight: 4, arbitrary: behindLinks(world) },
    { weight: 3, arbitrary: senseless(world) },
    { weight: 2, arbitrary: ofPrograms(world) },
    { weight: 1, arbitrary: atKiosks(world.kiosks, actorNamed(world, 'nobody')) },
  )
}

/** An identifier of one of the stories, of nothing, or none at all. */
const idsIn = (world: FuzzWorld) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...world.known) },
    { weight: 1, arbitrary: fc.uuid({ version: 7 }) },
    { weight: 1, arbitrary: fc.constantFrom(...noIds) },
    { weight: 1, arbitrary: fc.string().map(encodeURIComponent) },
  )

const noIds = ['0', 'null', '-1', '%00', '..', "'", '{}', '00000000-0000-0000-0000-000000000000', '%ff', '%']

const anythingIn = (world: FuzzWorld) =>
  fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    idsIn(world),
    fc.array(idsIn(world)),
    fc.constantFrom(
      null,
      true,
      -1,
      1e308,
      2 ** 53,
      '2026-11-19T08:00:00Z',
      '🌱'.repeat(700),
      ['\0'],
      '\ud800',
    ),
  )

const actorNamed = (world: FuzzWorld, name: string) => {
  const actor = world.actors.find((one) => one.name === name)
  if (actor === undefined) throw new Error(`No actor ${name}`)
  return actor
}

const actorsIn = (world: FuzzWorld) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(actorNamed(world, 'noor')) },
    { weight: 6, arbitrary: fc.constantFrom(...world.actors) },
  )

const ourPage = [
  ['x-weerklank', '1'],
  ['content-type', 'application/json'],
] as const

function replaced<Value>(of: Record<string, Value>, part: [number, Value] | null): Record<string, Value> {
  const names = Object.keys(of)
  if (part === null || names.length === 0) return of
  return { ...of, [names[part[0] % names.length] ?? '']: part[1] }
}

/** A request that would be good in the first story, with at most one part replaced. */
function spoiledOf(world: FuzzWorld): fc.Arbitrary<Sent> {
  const ids = idsIn(world)
  return fc
    .record({
      row: fc.constantFrom(...endpointRows),
      param: fc.option(fc.tuple(fc.nat(), ids), { freq: 2 }),
      field: fc.option(fc.tuple(fc.nat(), anythingIn(world)), { freq: 1 }),
      actor: actorsIn(world),
    })
    .map(({ row: { endpoint, row }, param, field, actor }) => {
      const { params = {}, query = {}, body } = row.parts(world.app, world.stories.own)
      const parts = { params: replaced(params, param), query: replaced(query, field) }
      const sent = body === undefined ? null : bytesOf(replaced(body, field))
      return {
        ...{ method: endpoint.method, path: pathOf(endpoint, parts as never), actor, link: null, endpoint },
        ...{ headers: ourPage, body: endpoint.method === 'GET' ? null : sent },
      }
    })
}

/** Who has the role that an endpoint asks for comes to it more often. */
export const meantFor: Readonly<Record<string, string>> = {
  '/api/research': 'researcher',
  '/api/audit': 'privacy-officer',
  '/api/legal': 'privacy-officer',
  '/api/kiosks': 'administrator',
  '/api/outbox': 'administrator',
  '/api/colleagues': 'administrator',
  '/api/settings': 'administrator',
  '/api/retention': 'administrator',
  '/api/takeaway': 'administrator',
  '/api/supervision': 'supervisor',
}

/** For each place of a path something that fits, or anything. */
function paramsOf(world: FuzzWorld, { path, params }: Endpoint): fc.Arbitrary<Record<string, unknown>> {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const shape: Readonly<Record<string, z.ZodType>> = params?.shape ?? {}
  const places = names.map((name) => {
    const fits = world.byName[name]
    const own = shape[name] && valuesOf(shape[name], idsIn(world))
    const good = fits === undefined ? (own ?? idsIn(world)) : fc.constantFrom(...fits)
    return [name, fc.oneof({ weight: 5, arbitrary: good }, { weight: 1, arbitrary: idsIn(world) })]
  })
  return fc.record(Object.fromEntries(places))
}

/** Whatever a contract takes, with the identifiers of the stories in it. */
function fromContracts(world: FuzzWorld): fc.Arbitrary<Sent> {
  const ids = idsIn(world)
  const nothing = fc.constant({} as Record<string, unknown>)
  const ways = endpoints.map((endpoint) => {
    const part = (of: typeof endpoint.params) =>
      of === undefined ? nothing : (valuesOf(of, ids) as fc.Arbitrary<Record<string, unknown>>)
    const role = Object.entries(meantFor).find(([path]) => endpoint.path.startsWith(path))?.[1]
    const meant = fc.constant(actorNamed(world, role ?? 'noor'))
    return fc
      .record({
        ...{ params: paramsOf(world, endpoint), query: part(endpoint.query), body: part(endpoint.body) },
        actor: fc.oneof(meant, actorsIn(world)),
      })
      .map(({ params, query, body, actor }): Sent => {
        const hasBody = endpoint.body !== undefined && endpoint.method !== 'GET'
        return {
          ...{
            method: endpoint.method,
            path: pathOf(endpoint, { params, query } as never),
            actor,
            link: null,
          },
          ...{ endpoint, headers: ourPage, body: hasBody ? bytesOf(body) : null },
        }
      })
  })
  // What reads is asked more often: there a foreign row would show.
  return fc.oneof(
    ...ways.map((arbitrary, at) => ({ weight: endpoints[at]?.method === 'GET' ? 4 : 1, arbitrary })),
  )
}

const isLink = ({ path }: Route) => /^\/[fprv]\/:token/.test(path)

/** The pages behind links and their forms, filled in as they are, or with something else. */
function behindLinks(world: FuzzWorld): fc.Arbitrary<Sent> {
  const routes = world.routes.filter(isLink)
  return fc
    .record({
      link: fc.constantFrom(...world.links),
      route: fc.nat(),
      params: fc.record({
        child: fc.constantFrom(...(world.byName.child ?? [])),
        purpose: fc.constantFrom('research', 'quotes-team', 'x', 'parents-read'),
      }),
      fields: fc.dictionary(
        fc.constantFrom(...fieldNames),
        fc.oneof(fc.constantFrom(...fieldValues), idsIn(world)),
      ),
      isFilledIn: fc.boolean(),
      query: fc.constantFrom('', '?lang=en', '?lang=%00', '?bewaard=x', '?format=json', '?nieuw', '?kind=1'),
    })
    .map(({ link, route, params, fields, isFilledIn, query }) => {
      const ofLink = routes.filter(({ path }) => path[1] === link.path[1])
      const { method, path } = ofLink[route % ofLink.length] ?? { method: 'GET', path: '/f/:token' }
      const filled = isFilledIn ? { ...goodForm(world), ...fields } : fields
      const below = path
        .replace('/:token', '')
        .slice(2)
        .replace(/:(child|purpose)/g, (_, name: 'child' | 'purpose') => params[name])
      return {
        ...{
          method,
          path: link.path + below + query,
          actor: actorNamed(world, 'nobody'),
          link,
          endpoint: null,
        },
        headers: [['content-type', 'application/x-www-form-urlencoded']] as const,
        body: method === 'GET' ? null : bytesOf(new URLSearchParams(filled).toString()),
      }
    })
}

const fieldNames = [
  'key',
  'a.heard',
  'a.what',
  'open',
  'lang',
  'at',
  'id',
  'level',
  'version',
  'keuze',
  'soort',
  'tekst',
  'waar',
  'format',
  'x',
]
const fieldValues = [
  '',
  '0',
  '7',
  '11',
  'ja',
  'nee',
  'nl',
  'en',
  'parent',
  'child',
  '1',
  '2',
  'correction',
  'deletion',
  '\0',
  '🌱',
]

function goodForm({ app, formKey, stories }: FuzzWorld): Record<string, string> {
  return {
    ...{ key: formKey, 'a.heard': '7', 'a.what': '7', 'a.how': '7', 'a.whole': '7', open: 'Fijn.' },
    ...{ id: app.world.newId<string>(), level: 'parent', version: '1', keuze: 'ja' },
    ...{ soort: 'correction', tekst: 'Mijn naam klopt niet.', waar: stories.own.relation.id },
  }
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']
const types = [
  'application/json',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'text/plain',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'text/html; charset=\u00ff',
  '',
]
const oddHeaders = [
  ...(['accept-encoding', 'content-encoding'] as const).map((name) => [name, 'gzip'] as const),
  ...[['accept', 'text/html'] as const, ['accept', ''] as const, ['accept-language', 'en;q=x'] as const],
  ...[['range', 'bytes=0-1'] as const, ['if-none-match', '*'] as const, ['origin', 'null'] as const],
  ...[['x-forwarded-for', '::1, x'] as const, ['x-http-method-override', 'DELETE'] as const],
  ...[['cookie', 'a=%'] as const, ['cookie', `${'a'.repeat(4_000)}=1`] as const],
  ...[['authorization', 'Bearer x'] as const, ['sec-fetch-site', 'cross-site'] as const],
] as const

/** Bodies that are no good in any way: broken, cut off, packed, far too long. */
const oddBodies = fc.oneof(
  { weight: 6, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('{"id":', '[]', 'null', '1e999', '{"__proto__":{}}', '"\ud800"').map(bytesOf),
  },
  { weight: 1, arbitrary: fc.constant(new Uint8Array([0x1f, 0x8b, 0x08, 0x00])) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(64 * 1024 - 1, 64 * 1024 + 1, 1_100_000)
      .map((size) => bytesOf(' '.repeat(size))),
  },
  { weight: 1, arbitrary: fc.constant(bytesOf(`${'['.repeat(20_000)}`)) },
)

/** The address of a route, with anything in the places that it has. */
function addressesIn(world: FuzzWorld): fc.Arbitrary<{ own: string; path: string }> {
  const value = fc.oneof(idsIn(world), fc.constantFrom(...world.links.map(tokenOf)))
  const values = fc.array(value, { minLength: 3, maxLength: 3 })
  const address = fc.tuple(fc.constantFrom(...world.routes), values).map(([{ method, path }, given]) => {
    const left = [...given]
    return { own: method, path: path.replace(/:\w+/g, () => left.pop() ?? 'x') }
  })
  const elsewhere = fc
    .webPath()
    .map((path) => ({ own: 'GET', path: path.startsWith('/') ? path : `/${path}` }))
  return fc.oneof({ weight: 6, arbitrary: address }, { weight: 1, arbitrary: elsewhere })
}

const queryNames = [
  'search',
  'from',
  'closed',
  'lang',
  'sort',
  'order',
  'actor',
  'kind',
  'format',
  'to',
] as const

function queriesIn(world: FuzzWorld): fc.Arbitrary<string> {
  const value = fc.oneof(idsIn(world), fc.string({ unit: 'binary' }))
  const query = fc.dictionary(fc.constantFrom(...queryNames), value)
  return fc.option(
    query.map((fields) => `?${new URLSearchParams(fields)}`),
    { nil: '' },
  )
}

/** Any method on any address with anything in it. */
function senseless(world: FuzzWorld): fc.Arbitrary<Sent> {
  return fc
    .record({
      ...{ method: fc.option(fc.constantFrom(...methods), { freq: 1 }), address: addressesIn(world) },
      ...{ query: queriesIn(world), actor: actorsIn(world), type: fc.constantFrom(...types) },
      ...{ odd: fc.subarray([...oddHeaders], { maxLength: 2 }), body: oddBodies, isOurs: fc.boolean() },
    })
    .map(({ method: other, address, query, actor, type, odd, body, isOurs }) => {
      const own = isOurs ? ourPage.slice(0, 1) : []
      const headers = [...own, ...(type === '' ? [] : [['content-type', type] as const]), ...odd]
      const { path } = address
      const method = other ?? address.own
      const link = world.links.find((one) => path.startsWith(one.path)) ?? null
      const sent = ['GET', 'HEAD'].includes(method) ? null : new Uint8Array(body)
      return { method, path: path + query, actor, link, endpoint: null, headers, body: sent }
    })
}

const tokenOf = (link: Link) => link.path.split('/').at(-1) ?? ''

/**
 * Two workspaces that differ in one thing: in the one the clients and the team of Anna answer high and those of Zita low, in
 * the other it is the other way round. Whoever looks, wherever, finds them in the same order (A35, F19).
 */
import { researchEndpoints } from '@weerklank/core/consent/research.contract'
import { teamEndpoints } from '@weerklank/core/team/team.contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { endpoints, type Person, pathOf } from '../test-member.ts'
import { buildRound, closeRound, marks, ticketsOf } from '../test-round.ts'

const professionals = ['Anna', 'Zita'] as const
type Name = (typeof professionals)[number]

type Looking = { who: string; as: Person }
type World = {
  app: TestApp
  looking: Looking[]
  params: { relation: string; person: string; round: string }
  /** Whatever stands for one of the two: she, her client, her collaboration, her team. */
  standsFor: Map<string, Name>
}

/** So many clients each, so that a mean would be one. */
const clients = ['Bo', 'Cas', 'Dirk']

async function buildWorld(high: Name): Promise<World> {
  const app = await testApp({ ownDatabase: true })
  const standsFor = new Map<string, Name>()
  const bea = await app.professional({ name: 'Bea' })
  const people: Person[] = []
  for (const name of professionals) people.push(await app.professional({ name }))
  let params = { relation: '', person: '' }
  for (const client of clients) {
    for (const by of people) {
      const name = by.name as Name
      const participants = [
        { name: `${client} van ${name}` },
        { name: 'Bea', member: bea, voice: 'professional' as const },
      ]
      const relation = await app.relation({ by, title: `${client} en ${name}`, participants })
      for (const one of [
        by.member,
        by.name,
        relation.id,
        `${client} en ${name}`,
        `${client} van ${name}`,
        relation.client.id,
      ])
        standsFor.set(one, name)
      for (let times = 0; times < 2; times += 1) {
        app.clock.advance(60_000)
        await app.answer({ in: relation, value: name === high ? '10' : '1' })
      }
      params = { relation: relation.id, person: relation.client.id }
    }
  }
  const round = await closedRound(app, { by: bea, high })
  for (const name of professionals) standsFor.set(`Team ${name}`, name)
  const roles = ['administrator', 'privacy-officer', 'researcher', 'coach', 'facilitator'] as const
  const looking: Looking[] = [...people, bea].map((as) => ({ who: as.name, as }))
  for (const role of roles)
    looking.push({ who: role, as: await app.professional({ name: `Wie ${role}`, role }) })
  return { app, looking, params: { ...params, round }, standsFor }
}

async function closedRound(app: TestApp, of: { by: Person; high: Name }): Promise<string> {
  const round = await buildRound(app, of.by, {
    invited: { 'Team Anna': 6, 'Team Zita': 6 },
    takesWords: false,
  })
  for (const name of professionals) {
    for (const ticket of ticketsOf(app, round, `Team ${name}`))
      await ticket.post(marks(name === of.high ? 9 : 2))
  }
  await closeRound(app, round)
  return round.id
}

let worlds: [World, World]
beforeAll(async () => {
  worlds = [await buildWorld('Anna'), await buildWorld('Zita')]
}, 60_000)
afterAll(async () => {
  for (const { app } of worlds) await app[Symbol.asyncDispose]()
})

/** In which order the two appear, in each list of an answer: by its path, or by the lines of a file. */
function ordersIn(text: string, standsFor: World['standsFor']): Map<string, string> {
  const found = new Map<string, string>()
  const whose = (part: unknown) => {
    const told = JSON.stringify(part)
    const names = new Set([...standsFor].flatMap(([sign, name]) => (told.includes(sign) ? [name] : [])))
    return names.size === 1 ? [[...names][0]] : []
  }
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    const parts = Object.entries(value)
    if (Array.isArray(value) || /member|team|group|by/i.test(path)) {
      const order = parts.flatMap((part) => whose(part))
      if (new Set(order).size > 1) found.set(path, `${found.get(path) ?? ''} ${order.join()}`.trim())
    }
    for (const [key, one] of parts) walk(one, Array.isArray(value) ? `${path}[]` : `${path}.${key}`)
  }
  walk(text.startsWith('{') ? JSON.parse(text) : { lines: text.split('\n') }, '')
  return found
}

const looks = endpoints.filter(
  ({ method, path }) =>
    method === 'GET' &&
    (path.match(/:\w+/g) ?? []).every((one) => [':relation', ':person', ':round'].includes(one)),
)

/** What a file asks before it goes out. */
const asks: Readonly<Record<string, string>> = { exportAudit: 'format=csv&purpose=review' }

async function look(world: World, of: { endpoint: (typeof looks)[number]; by: Person; query: string }) {
  const query = [asks[of.endpoint.id], of.query].filter(Boolean).join('&')
  const path = pathOf(of.endpoint, { params: world.params })
  const headers = { cookie: of.by.cookie, 'x-weerklank': '1' }
  const reply = await world.app.hono.request(`http://weerklank.test${path}?${query}`, { headers })
  return { status: reply.status, text: await reply.text() }
}

/** Every order in which someone sees the two: `<who> <endpoint> <path>` and the order. */
async function seenIn(world: World, query = ''): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  for (const endpoint of looks) {
    for (const { who, as } of world.looking) {
      const { status, text } = await look(world, { endpoint, by: as, query })
      expect(status, `${who} ${endpoint.id}`).toBeLessThan(500)
      if (status !== 200) continue
      for (const [path, order] of ordersIn(text, world.standsFor))
        seen.set(`${who} ${endpoint.id} ${path}`, order)
    }
  }
  return seen
}

/**
 * Where what clients answered decides what comes first, and why that ranks nobody: whoever takes part in all of it reads her
 * own collaborations, with those first in which a client's answer asks for attention.
 */
const byClients = ['Bea getCaseload .relations', 'Bea listRelations .relations']
/** The record tells of a signal as well, in whichever collaboration one came about; its lines stand by the clock. */
const byClock = /(getAudit|exportAudit) /

const differing = (one: Map<string, string>, other: Map<string, string>) =>
  [...new Set([...one.keys(), ...other.keys()])]
    .filter((where) => one.get(where) !== other.get(where) && !byClock.test(where))
    .sort()

test('whoever looks, anywhere, finds those who work in an order that has nothing to do with scores', async () => {
  const [one, other] = [await seenIn(worlds[0]), await seenIn(worlds[1])]
  // Colleagues and teams are in sight, and an order that follows answers would be seen.
  expect([...one.keys()].join('\n')).toMatch(/listMembers \.members/)
  expect([...one.keys()].join('\n')).toMatch(/Bea getRound /)
  expect(differing(one, other)).toEqual(byClients)
})

const wishes = ['sort=score&order=desc&score=desc', 'orderBy=score&groupBy=member&order=asc']

test.each(wishes)('whoever asks for an order gets the same one, or a refusal: %s', async (wish) => {
  const [world] = worlds
  const some = {
    ...world,
    looking: world.looking.filter(({ who }) => ['Bea', 'administrator'].includes(who)),
  }
  const [plain, asked] = [await seenIn(some), await seenIn(some, wish)]
  expect(asked.size).toBeGreaterThan(0)
  const other = [...asked].filter(([where, order]) => !byClock.test(where) && plain.get(where) !== order)
  expect(other).toEqual([])
})

test('a file of a round holds the teams in the order in which they were named, however they answered', async () => {
  const files: string[][] = []
  for (const { app, looking, params } of worlds) {
    const bea = looking.find(({ who }) => who === 'Bea')?.as
    if (bea === undefined) throw new Error('Bea looks too')
    const body = { purpose: 'team-discussion' as const, language: 'nl' as const }
    const { csv } = await app
      .as(bea)
      .call(teamEndpoints.exportRound, { params: { round: params.round }, body })
    files.push(csv.split('\n').flatMap((line) => line.match(/Team (Anna|Zita)/)?.[0] ?? []))
  }
  expect(new Set(files[0]).size).toBe(2)
  expect(files[1]).toEqual(files[0])
})

test('a file for research names nobody who works, and no team', async () => {
  for (const { app, looking, standsFor } of worlds) {
    const as = looking.find(({ who }) => who === 'researcher')?.as
    if (as === undefined) throw new Error('A researcher looks too')
    const body = {
      id: app.world.newId<never>(),
      title: 'Proef',
      format: 'csv' as const,
      purpose: 'research' as const,
    }
    const { file } = await app.as(as).call(researchEndpoints.makeExport, { body })
    expect(file.content.length).toBeGreaterThan(0)
    expect([...standsFor.keys()].filter((sign) => file.content.includes(sign))).toEqual([])
  }
})

/**
 * Three stories of which each text says whose it is: one to work in, one beside it in the same workspace, one in another
 * workspace; and everybody who may come to the door, with what she may see of them.
 */
import type { Role } from '@weerklank/core/access/access'
import { personEndpoints } from '@weerklank/core/consent/person.contract'
import type { Endpoint } from '@weerklank/core/shared/endpoint'
import type { PersonId, ResponseId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { tokenOf } from './access/api-token.fixture.ts'
import { asMaintenance } from './db/maintenance.ts'
import { fhirScopes } from './fhir/fhir.door.ts'
import { buildKiosk, type Kiosk } from './fuzz.kiosk.fixture.ts'
import type { Trx } from './schema.ts'
import { type TestApp, testApp } from './test-app.ts'
import { buildProfessional, signInAs } from './test-factories.ts'
import { asMember, type Person } from './test-member.ts'
import type { Story } from './test-requests.ts'
import { buildRound } from './test-round.ts'
import type { Running } from './test-running.ts'
import { buildStory } from './test-story.ts'

export const scopes = ['own', 'aside', 'theirs'] as const
export type Scope = (typeof scopes)[number]

/** Stands in every text of a story, and nowhere else. */
export const markOf = (scope: Scope) => `zqx${scope}qz`

export type Actor = {
  name: string
  /** Null: nobody who signed in. */
  person: Person | null
  cookie: string
  /** With which a program asks in her name; it has no cookie. */
  secret?: string
  /** Whose texts she may read. */
  sees: readonly Scope[]
  /** Of whose rows she may know the identifiers, without their texts. */
  knows: readonly Scope[]
}

/** A link with which someone comes without account; `who` is how the record calls her, null where nothing may be recorded. */
export type Link = { path: string; sees: readonly Scope[]; who: string | null }

export type FuzzWorld = {
  app: TestApp
  stories: Readonly<Record<Scope, Story>>
  actors: readonly Actor[]
  links: readonly Link[]
  kiosks: readonly Kiosk<Scope>[]
  /** Stands in the form behind the open link. */
  formKey: ResponseId
  /** Identifiers worth trying, of all three stories. */
  known: readonly string[]
  /** The same, by the name under which a path asks for one. */
  byName: Readonly<Record<string, readonly string[]>>
  /** Everything by which a row of a story can be recognised. */
  rows: Readonly<Record<Scope, ReadonlySet<string>>>
  workspaces: readonly string[]
  /** Identifiers of a story that somebody else used for a row of her own. */
  adopted: Set<string>
  routes: readonly Route[]
}

export type Route = { method: string; path: string }

export type Sent = {
  method: string
  path: string
  actor: Actor
  /** By which link, where someone came by one. */
  link: Link | null
  endpoint: Endpoint | null
  headers: readonly (readonly [name: string, value: string])[]
  body: Uint8Array<ArrayBuffer> | null
}

export async function buildFuzzWorld(): Promise<FuzzWorld> {
  const app = await testApp()
  const elsewhere: Running = { ...app, workspace: await app.otherWorkspace() }
  const stories = {
    own: await buildStory(app),
    aside: await buildStory(app),
    theirs: await buildStory(elsewhere),
  }
  const people = await buildActors(app, stories)
  const links = await buildLinks(app, elsewhere, stories)
  const kiosks = [
    await buildKiosk<Scope>(app, stories.own, []),
    // Only abroad the name of the organisation says whose it is.
    await buildKiosk<Scope>(elsewhere, stories.theirs, ['theirs']),
  ]
  const formKey = (await stories.own.openLink.key()) as ResponseId
  const spare = await buildProfessional(app, { name: 'Reserve' })
  const rows = await asMaintenance(app.owner, async (trx) => {
    await markAll(trx, stories, elsewhere.workspace)
    // The story's receipts hold no report, as no receipt of the program does.
    await sql`delete from receipt where report = '{}'::jsonb`.execute(trx)
    return {
      own: await rowsOf(trx, stories.own),
      aside: await rowsOf(trx, stories.aside),
      theirs: await allRowsOf(trx, elsewhere.workspace),
    }
  })
  const known = [...Object.values(stories).flatMap(idsOf), spare.member, elsewhere.workspace, app.workspace]
  const byName = await idsByName(app, stories, spare)
  // After the names: nothing tries to revoke it, and what it may do goes on.
  const actors = [...people, await programOf(app, stories.own.by)]
  const workspaces = [app.workspace, elsewhere.workspace]
  const routes = routesOf(app)
  const doors = { actors, links, kiosks, formKey }
  return { app, stories, ...doors, known, byName, rows, workspaces, routes, adopted: new Set() }
}

/** Every route that is served, whether or not a contract describes it. */
function routesOf(app: TestApp): Route[] {
  const routes = app.hono.routes.filter((route) => !route.path.includes('*') && route.method !== 'ALL')
  const byName = new Map(routes.map(({ method, path }) => [`${method} ${path}`, { method, path }]))
  return [...byName.values(), { method: 'POST', path: '/api/auth/sign-out' }]
}

/** What a request may name. Not whoever sends requests herself: an administrator would end her place. */
function idsOf(story: Story): string[] {
  const agreements = story.clients.map((client) => client.agreement)
  return [
    ...[story.relation.id, story.lina.id, story.samira.id, story.contact, story.spareContact, story.note],
    ...[story.openInvitation, story.colleague.member, ...story.openSignals, ...agreements],
    ...[story.openRound, story.closedRound, story.request, story.workingNote],
    ...[story.rupture, story.privateRupture, story.supervision, story.challenge],
  ]
}

type Named =
  | 'mail_message'
  | 'research_export'
  | 'takeaway'
  | 'export_job'
  | 'api_token'
  | 'webhook'
  | 'webhook_delivery'
  | 'kiosk'
  | 'form'
  | 'form_response'
  | 'instrument_licence'
  | 'mutual_picture'

async function idsByName(app: TestApp, stories: FuzzWorld['stories'], spare: Person) {
  const all = Object.values(stories)
  const clients = all.flatMap(({ lina, samira }) => [lina.id, samira.id])
  const ids = async (table: Named) =>
    (await asMaintenance(app.owner, (trx) => trx.selectFrom(table).select('id').execute())).map(
      ({ id }) => id,
    )
  return {
    relation: all.map(({ relation }) => relation.id),
    ...{
      token: await ids('api_token'),
      webhook: await ids('webhook'),
      delivery: await ids('webhook_delivery'),
    },
    ...{ person: clients, child: clients },
    note: all.flatMap((one) => [one.note, one.workingNote]),
    contact: all.flatMap((one) => [one.contact, one.spareContact]),
    invitation: all.map((one) => one.openInvitation),
    agreement: all.flatMap((one) => one.clients.map((client) => client.agreement)),
    rupture: all.flatMap((one) => [one.rupture, one.privateRupture]),
    request: all.map((one) => one.request),
    share: all.map((one) => one.supervision),
    challenge: all.map((one) => one.challenge),
    round: all.flatMap((one) => [one.openRound, one.closedRound]),
    member: [spare.member, stories.own.colleague.member, stories.theirs.by.member],
    message: await ids('mail_message'),
    export: await ids('research_export'),
    takeaway: await ids('takeaway'),
    job: await ids('export_job'),
    kiosk: await ids('kiosk'),
    form: await ids('form'),
    answer: await ids('form_response'),
    licence: await ids('instrument_licence'),
    picture: await ids('mutual_picture'),
    version: ['1', '2'],
  }
}

async function buildActors(app: TestApp, stories: FuzzWorld['stories']): Promise<Actor[]> {
  const none = { sees: [], knows: [] }
  const of = (name: string, person: Person | null, may: Partial<Actor> = {}): Actor => ({
    ...{ name, person, cookie: person?.cookie ?? '', ...none, ...may },
  })
  const withRole = async (name: string, role: Role) => app.professional({ name, role })
  const guest = await withRole('Gijs', 'guest')
  await letTakePart(app, stories.own, guest)
  const idle = ['facilitator', 'trainer', 'coach', 'researcher', 'administrator'] as const
  const others = await Promise.all(idle.map(async (role) => of(role, await withRole(`Iemand ${role}`, role))))
  return [
    of('noor', stories.own.by, { sees: ['own'] }),
    of('guest', guest, { sees: ['own'] }),
    // What is shared with her, and nothing else of it: see supervision.policy.test.ts.
    of('supervisor', stories.own.supervisor, { sees: ['own'] }),
    of('aside', stories.aside.by, { sees: ['aside'] }),
    of('theirs', stories.theirs.by, { sees: ['theirs'] }),
    ...others,
    // Her register names what was done with what: identifiers, never a text.
    of('privacy-officer', await withRole('Pim', 'privacy-officer'), { knows: ['own', 'aside'] }),
    of('nobody', null),
    of('forged', null, { cookie: stories.own.by.cookie.replace(/=.{6}/, '=AAAAAA') }),
  ]
}

/** A program that brings and fetches forms and answers for somebody. */
async function programOf(app: TestApp, person: Person): Promise<Actor> {
  const { secret } = await tokenOf(app, person, { scopes: fhirScopes })
  return { name: 'program', person, cookie: '', secret, sees: ['own'], knows: [] }
}

/** A guest takes part as the colleague of the story does. */
async function letTakePart(app: TestApp, story: Story, guest: Person): Promise<void> {
  const as = JSON.stringify({
    id: app.world.newId(),
    ...{ member_id: guest.member, person_id: guest.member, name: guest.name },
  })
  await asMaintenance(app.owner, (trx) =>
    sql`insert into participant select (jsonb_populate_record(p, ${as}::jsonb)).* from participant p
      where p.relation_id = ${story.relation.id} and p.member_id = ${story.colleague.member}`.execute(trx),
  )
}

async function buildLinks(app: TestApp, elsewhere: Running, stories: FuzzWorld['stories']): Promise<Link[]> {
  const links: Link[] = []
  for (const [scope, on] of [
    ['own', app],
    ['theirs', elsewhere],
  ] as const) {
    const story = stories[scope]
    const sees = [scope]
    const checks = [story.openLink, ...story.clients.flatMap(({ low, back }) => [low.link, back.link])]
    const whose = [story.lina, ...story.clients.flatMap(({ participant: one }) => [one, one])]
    checks.forEach(({ path }, at) => {
      links.push({ path, sees, who: `participant:${whose[at]?.id}` })
    })
    links.push({ path: story.formLink, sees, who: `participant:${story.lina.id}` })
    for (const { id } of [story.lina, story.samira]) {
      const params = { relation: story.relation.id, person: id as string as PersonId }
      const { url } = await asMember(app, story.by).call(personEndpoints.makePersonLink, { params })
      links.push({ path: new URL(url).pathname, sees, who: `person:${id}` })
    }
    const round = await buildRound(on, story.by)
    for (const url of round.tickets.flatMap((sheet) => sheet.urls.slice(0, 2))) {
      links.push({ path: new URL(url).pathname, sees, who: null })
    }
  }
  return links
}

const marked: Readonly<Record<string, readonly string[]>> = {
  relation: ['title', 'purpose', 'search_text'],
  participant: ['name', 'detail'],
  relation_note: ['body', 'told_by'],
  contact: ['place'],
  contact_summary: ['body'],
  agreement: ['body'],
  response: ['open_text'],
  working_note: ['body'],
  rupture: ['body'],
  rupture_step: ['body'],
  emergency_access: ['reason'],
  supervision_share: ['question'],
  person_request: ['body', 'answer'],
}
const markedAbroad: Readonly<Record<string, readonly string[]>> = {
  workspace: ['name'],
  member: ['name'],
  person: ['name'],
  mail_message: ['to_name', 'subject', 'body_text'],
  research_export: ['title'],
  takeaway: ['reason'],
  round: ['title'],
  round_group: ['name'],
}

async function markAll(trx: Trx, stories: FuzzWorld['stories'], abroad: string): Promise<void> {
  for (const scope of scopes) {
    for (const [table, columns] of Object.entries(marked)) {
      const relation = stories[scope].relation.id
      const key = sql.ref(table === 'relation' ? 'id' : 'relation_id')
      const isOurs = sql`workspace_id ${scope === 'theirs' ? sql`=` : sql`<>`} ${abroad}`
      await mark(trx, { table, columns, scope }, sql`${key} = ${relation} and ${isOurs}`)
    }
    if (scope === 'theirs') continue
    const { openRound, closedRound } = stories[scope]
    const round = { table: 'round', columns: ['title'], scope }
    await mark(trx, round, sql`id = any (${[openRound, closedRound]}::uuid[])`)
  }
  for (const [table, columns] of Object.entries(markedAbroad)) {
    await mark(trx, { table, columns, scope: 'theirs' }, sql`workspace_id = ${abroad}`)
  }
}

async function mark(
  trx: Trx,
  of: { table: string; columns: readonly string[]; scope: Scope },
  which: ReturnType<typeof sql>,
): Promise<void> {
  const text = ` ${markOf(of.scope)}`
  const set = sql.join(of.columns.map((name) => sql`${sql.ref(name)} = ${sql.ref(name)} || ${text}`))
  const { numAffectedRows } = await sql`update ${sql.table(of.table)} set ${set} where ${which}`.execute(trx)
  if (numAffectedRows === 0n) throw new Error(`Nothing to mark in ${of.table}`)
}

type Row = Readonly<Record<string, unknown>>

async function rowsIn(trx: Trx): Promise<Row[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where column_name = 'workspace_id' and table_schema = 'public'`.execute(trx)
  const found: Row[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: Row }>`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(trx)
    found.push(...rows.map(({ row }) => row))
  }
  return found
}

const isUuid = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)

/** The rows of one collaboration; its members are known to the whole workspace. */
async function rowsOf(trx: Trx, story: Story): Promise<Set<string>> {
  const relation = story.relation.id
  const rows = (await rowsIn(trx)).filter((row) => row.id === relation || row.relation_id === relation)
  const members = new Set(rows.flatMap((row) => [row.member_id, row.author_id, row.created_by, row.made_by]))
  const named = rows.flatMap((row) => [row.id, row.relation_id, row.participant_id, row.person_id])
  const rounds: unknown[] = [story.openRound, story.closedRound]
  return new Set([...named, ...rounds].filter(isUuid).filter((id) => !members.has(id)))
}

async function allRowsOf(trx: Trx, workspace: string): Promise<Set<string>> {
  const rows = (await rowsIn(trx)).filter((row) => row.workspace_id === workspace)
  return new Set(rows.flatMap((row) => Object.values(row).filter(isUuid)))
}

/** Comes in anew, where a request ended her session. */
export async function comeBack(app: TestApp, actor: Actor): Promise<void> {
  if (actor.person !== null && actor.secret === undefined)
    actor.cookie = await signInAs(app, actor.person.user)
}

import type { ParticipantId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type CompiledQuery, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildStory } from '../test-story.ts'
import { type Context, inContext } from './context.ts'
import { tenantTables } from './tenant-tables.fixture.ts'

/** Two workspaces with the same story, and a third relation in the first in which nobody of the story takes part. */
async function twoStories() {
  const app = await testApp()
  const other = await testApp()
  const ours = await buildStory(app)
  const theirs = await buildStory(other)
  const aside = await app.answer({ value: '3' })
  return {
    ...{ app, other, ours, theirs, aside },
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]()
      await other[Symbol.asyncDispose]()
    },
  }
}

let stories: Awaited<ReturnType<typeof twoStories>>
beforeAll(async () => {
  stories = await twoStories()
})
afterAll(() => stories[Symbol.asyncDispose]())

/** What a query answers as the application's role, in a context or without any. */
async function asApplication<Row>(
  app: TestApp,
  context: Context | null,
  query: CompiledQuery<Row>,
): Promise<Row[]> {
  if (context === null) return (await app.db.executeQuery(query)).rows
  return inContext(app.db, context, async (trx) => (await trx.executeQuery(query)).rows)
}

const select = (app: TestApp, table: string) =>
  sql<Record<string, unknown>>`select * from ${sql.table(table)}`.compile(app.db)

async function rowsOf(
  app: TestApp,
  table: string,
  workspace: WorkspaceId,
): Promise<Record<string, unknown>[]> {
  return asMaintenance(app.owner, async (trx) => {
    const query = sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.table(table)} t where workspace_id = ${workspace}`
    return (await query.execute(trx)).rows.map(({ row }) => row)
  })
}

/** The SQLSTATE with which the database refuses, or how many rows a statement touched. */
async function outcome(
  app: TestApp,
  context: Context | null,
  query: CompiledQuery,
): Promise<string | bigint> {
  const run = (db: { executeQuery: (query: CompiledQuery) => Promise<{ numAffectedRows?: bigint }> }) =>
    db.executeQuery(query).then((result) => result.numAffectedRows ?? 0n)
  try {
    return await (context === null ? run(app.db) : inContext(app.db, context, run))
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.code ?? 'none'
    throw error
  }
}

/** Tries to add, change and delete a row of someone else; everything that got through, by name of the deed. */
async function attempts(
  app: TestApp,
  context: Context | null,
  of: { table: string; row: Record<string, unknown> },
): Promise<string[]> {
  const table = sql.table(of.table)
  const json = JSON.stringify(of.row)
  const own = sql`workspace_id = ${of.row.workspace_id}`
  const deeds = {
    insert: sql`insert into ${table} select * from jsonb_populate_record(null::${sql.table(`public.${of.table}`)}, ${json}::jsonb)`,
    update: sql`update ${table} set workspace_id = workspace_id where ${own}`,
    delete: sql`delete from ${table} where ${own}`,
  }
  const through: string[] = []
  for (const [deed, statement] of Object.entries(deeds)) {
    const result = await outcome(app, context, statement.compile(app.db))
    // 42501: refused. No row touched: nothing was seen.
    if (result !== '42501' && result !== 0n) through.push(`${deed} on ${of.table}: ${result}`)
  }
  return through
}

test('every tenant table holds rows of the story, so that the proofs below prove something', async () => {
  const { app, other } = stories
  for (const table of await tenantTables(app.owner)) {
    expect(await rowsOf(app, table, app.workspace), table).not.toHaveLength(0)
    expect(await rowsOf(app, table, other.workspace), table).not.toHaveLength(0)
  }
})

test('without a context nothing is seen and nothing can be written', async () => {
  const { app } = stories
  for (const table of await tenantTables(app.owner)) {
    expect(await asApplication(app, null, select(app, table)), table).toEqual([])
    const [row = {}] = await rowsOf(app, table, app.workspace)
    expect(await attempts(app, null, { table, row })).toEqual([])
  }
})

test('a context without an actor, or with words that name nobody, sees nothing either', async () => {
  const { app, ours } = stories
  const relations = ours.relation.id
  const texts = [`w:${app.workspace} r:${relations} `, `w:${app.workspace} `, `r:${relations} `, ' ', '{}']
  const reach = ` r:${relations} v:${relations} `
  for (const text of texts) {
    for (const table of await tenantTables(app.owner)) {
      const rows = await app.db.transaction().execute(async (trx) => {
        await sql.raw(`set local app.ctx = '${text}'`).execute(trx)
        await sql.raw(`set local app.reach = '${reach}'`).execute(trx)
        return (await trx.executeQuery(select(app, table))).rows
      })
      expect(rows, table).toEqual([])
    }
  }
})

test('the context of another workspace sees and writes nothing of this one, also when it names its relations', async () => {
  const { app, other, ours, theirs } = stories
  const relations = [theirs.relation.id, ours.relation.id]
  const contexts: Context[] = [
    { workspace: other.workspace, actor: { member: theirs.by.member }, relations, purpose: 'audit' },
    { workspace: other.workspace, actor: { member: ours.by.member }, relations },
    { workspace: other.workspace, actor: { participant: ours.lina.id }, relations },
    { workspace: other.workspace, actor: 'system', relations },
  ]
  for (const table of await tenantTables(app.owner)) {
    const [row = {}] = await rowsOf(app, table, app.workspace)
    for (const context of contexts) {
      const seen = await asApplication(app, context, select(app, table))
      expect(
        seen.filter((one) => one.workspace_id !== other.workspace),
        table,
      ).toEqual([])
      expect(await attempts(app, context, { table, row })).toEqual([])
    }
  }
})

test('within a workspace a context sees only the relations it names', async () => {
  const { app, ours, aside } = stories
  const stranger = aside.relation.by.member
  const context: Context = {
    workspace: app.workspace,
    actor: { member: stranger },
    relations: [aside.relation.id],
  }
  for (const table of await tenantTables(app.owner)) {
    const seen = await asApplication(app, context, select(app, table))
    const foreign = seen.filter((row) => row.relation_id === ours.relation.id || row.id === ours.relation.id)
    expect(foreign, table).toEqual([])
    const rows = await rowsOf(app, table, app.workspace)
    const row = rows.find((one) => one.relation_id === ours.relation.id)
    // What the record says is written by whoever acts; it can be read and changed by nobody here.
    if (row === undefined || ['audit_event', 'audit_shown'].includes(table)) continue
    const insert = sql`insert into ${sql.table(table)} select * from jsonb_populate_record(null::${sql.table(`public.${table}`)}, ${JSON.stringify(row)}::jsonb)`
    expect(await outcome(app, context, insert.compile(app.db)), table).toBe('42501')
  }
})

const own = ['invitation', 'invitation_token', 'response', 'signal', 'agreement_echo'] as const

test('a respondent sees her own checks, signals and links, nobody else’s, and no notes', async () => {
  const { app, ours } = stories
  const of = (participant: ParticipantId): Context => ({
    workspace: app.workspace,
    actor: { participant },
    relations: [ours.relation.id],
  })
  for (const person of [ours.lina, ours.samira]) {
    for (const table of own) {
      const seen = await asApplication(app, of(person.id), select(app, table))
      expect(seen.length, table).toBeGreaterThan(0)
      expect(new Set(seen.map((row) => row.participant_id)), table).toEqual(new Set([person.id]))
    }
    expect(await asApplication(app, of(person.id), select(app, 'relation_note'))).toEqual([])
    expect(await asApplication(app, of(person.id), select(app, 'audit_event'))).toEqual([])
  }
})

test('a respondent writes nothing in the name of someone else, and changes no answer, not even her own', async () => {
  const { app, ours } = stories
  const context: Context = {
    workspace: app.workspace,
    actor: { participant: ours.lina.id },
    relations: [ours.relation.id],
  }
  for (const table of own) {
    const rows = await rowsOf(app, table, app.workspace)
    const row = rows.find((one) => one.participant_id === ours.samira.id)
    const insert = sql`insert into ${sql.table(table)} select * from jsonb_populate_record(null::${sql.table(`public.${table}`)}, ${JSON.stringify(row)}::jsonb)`
    expect(await outcome(app, context, insert.compile(app.db)), table).toBe('42501')
  }
  const forbidden = {
    'update response set open_text = $$x$$': '42501',
    'delete from response': 0n,
    'update signal set outcome = $$not-applicable$$, closed_at = now(), closed_by = gen_random_uuid()': 0n,
    'delete from signal': 0n,
    'update agreement set ended_at = now()': 0n,
    'update participant set name = $$x$$': 0n,
    'update contact set place = $$x$$': 0n,
    'update contact_summary set body = $$x$$': 0n,
    'update relation set title = $$x$$': 0n,
    'update relation set attention_at = now()': 0n,
    'insert into research_moment (workspace_id, person_id, kind, month, received) select workspace_id, person_id, $$check$$, current_date, 1 from participant limit 1':
      '42501',
    'delete from contact': 0n,
    'delete from relation_note': 0n,
    'delete from invitation_token': 0n,
    'update audit_event set actor = $$x$$': '42501',
    'delete from audit_event': '42501',
    'update workspace set name = $$x$$': 0n,
    'update member set name = $$x$$': 0n,
  }
  for (const [statement, refusal] of Object.entries(forbidden)) {
    expect(await outcome(app, context, sql.raw(statement).compile(app.db)), statement).toBe(refusal)
  }
})

test('by a link alone nothing is seen but the row of that link', async () => {
  const { app } = stories
  const [first] = await rowsOf(app, 'invitation_token', app.workspace)
  const token = String(first?.token_hash)
  const context: Context = { workspace: app.workspace, actor: 'link', relations: [] as RelationId[], token }
  for (const table of await tenantTables(app.owner)) {
    const seen = await asApplication(app, context, select(app, table))
    if (table === 'invitation_token') expect(seen.map((row) => row.token_hash)).toEqual([token])
    else if (!['workspace', 'audit_head'].includes(table)) expect(seen, table).toEqual([])
  }
})

test('the owner sees nothing either before saying so', async () => {
  const { app } = stories
  const { rows } = await sql<{
    super: boolean
  }>`select usesuper as super from pg_user where usename = current_user`.execute(app.owner)
  const isSuperuser = rows[0]?.super === true
  for (const table of await tenantTables(app.owner)) {
    const seen = (await app.owner.executeQuery(select(app, table))).rows
    // The login of the embedded server is its superuser, whom nothing binds.
    expect(seen.length > 0, table).toBe(isSuperuser)
  }
})

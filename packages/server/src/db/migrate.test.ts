import { readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { loadContent, publishInstruments } from '../feedback/instruments.ts'
import type { Schema } from '../schema.ts'
import { testDatabase } from '../test-database.ts'
import { migrate, migrations, pendingMigrations } from './migrate.ts'
import { openDatabase } from './pool.ts'

async function openOwner(kind: 'empty' | 'migrated') {
  const database = await testDatabase(kind)
  const db = openDatabase<Schema>(database.owner, { as: 'owner', size: 2, onError: () => undefined })
  return {
    db,
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await database[Symbol.asyncDispose]()
    },
  }
}

/** The schema as text, to see whether anything changed. */
async function schemaOf(db: Awaited<ReturnType<typeof openOwner>>['db']): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type as line
      from information_schema.columns where table_schema in ('public', 'auth')
    union all select tablename || ' ' || policyname || ' ' || coalesce(qual, '') || coalesce(with_check, '') from pg_policies
    union all select indexdef from pg_indexes where schemaname in ('public', 'auth')
    order by 1`.execute(db)
  return rows.map((row) => row.line).join('\n')
}

const names = Object.keys(migrations)

test('an empty database becomes the newest schema; a second time there is nothing to do', async () => {
  await using owner = await openOwner('empty')
  expect(await pendingMigrations(owner.db)).toEqual(names)
  expect(await migrate(owner.db)).toEqual(names)
  expect(await pendingMigrations(owner.db)).toEqual([])
  const schema = await schemaOf(owner.db)
  expect(await migrate(owner.db)).toEqual([])
  expect(await schemaOf(owner.db)).toBe(schema)
  await using template = await openOwner('migrated')
  expect(await schemaOf(template.db)).toBe(schema)
})

test('two processes that start at once carry out each migration once', async () => {
  await using owner = await openOwner('empty')
  const done = await Promise.all([migrate(owner.db), migrate(owner.db)])
  expect(done.flat()).toEqual(names)
})

test('a migration that fails leaves the schema as it was, and says so', async () => {
  await using owner = await openOwner('empty')
  await sql`create table participant (id int)`.execute(owner.db)
  const before = await schemaOf(owner.db)
  await expect(migrate(owner.db)).rejects.toThrow('The database could not be brought up to date')
  const after = await schemaOf(owner.db)
  expect(after.split('\n').filter((line) => !line.includes('kysely_'))).toEqual(before.split('\n'))
})

test('migrations are dated, in order, and each file is carried out', () => {
  const files = readdirSync(new URL('migrations/', import.meta.url))
  // A part of a migration has a name with a second word before `.ts`.
  const whole = files.filter((file) => /^[^.]+\.ts$/.test(file)).map((file) => file.replace('.ts', ''))
  expect(names).toEqual(whole.toSorted())
  for (const name of names) expect(name).toMatch(/^20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])-[a-z0-9-]+$/)
})

test('a published wording cannot be changed afterwards', async () => {
  await using owner = await openOwner('migrated')
  const content = loadContent()
  await publishInstruments(owner.db, content)
  const changed = { ...content.contactCheck, name: { nl: 'Anders', en: 'Other' } }
  const instruments = new Map([['contact-check@1', changed]])
  await expect(publishInstruments(owner.db, { ...content, instruments })).rejects.toThrow(
    'contact-check@1 was changed after it was published. Put the old wording back and publish a new version.',
  )
})

import { writeFileSync } from 'node:fs'
import type { Kysely, Migration } from 'kysely'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runStatements } from '../test-connection.ts'
import {
  emptyDatabase,
  everyRow,
  maintain,
  migrations,
  smallDatabase,
  temporaryFolder,
  workspace,
} from './backup.fixture.ts'
import { BackupError } from './backup-error.ts'
import { type Backup, openBackup } from './read-backup.ts'
import { assertKnown, restoreBackup } from './restore-backup.ts'
import { writeSealed } from './sealed-file.ts'
import { writeBackup } from './write-backup.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

const manifest = {
  product: '0.1.0',
  made: '2026-11-19T08:00:00.000Z',
  migrations: ['2026-01-01-first'],
  tables: [
    { schema: 'auth', name: 'User', columns: ['id', 'e mail'], rows: 'all' },
    { schema: 'auth', name: 'visit', columns: ['id'], rows: 'none' },
    {
      schema: 'public',
      name: 'a_row',
      columns: 'workspace_id id before words list document at day number exact truth bytes'.split(' '),
      rows: 'none',
    },
    { schema: 'public', name: 'kysely_migration', columns: ['name', 'timestamp'], rows: 'all' },
    { schema: 'public', name: 'kysely_migration_lock', columns: ['id', 'is_locked'], rows: 'all' },
    { schema: 'public', name: 'z_place', columns: ['workspace_id', 'best_row'], rows: 'all' },
  ],
}

const users = 'COPY "auth"."User" ("id", "e mail") FROM stdin;'
const places = 'COPY "public"."z_place" ("workspace_id", "best_row") FROM stdin;'

/** A file with a right seal and whatever lines: what only someone who wants to can make. */
async function forged(lines: (object | string)[], last = '\n'): Promise<Backup> {
  const path = folder.in(`forged-${Math.random()}`)
  const text = lines
    .map((line) => (typeof line === 'string' ? line : `-- ${JSON.stringify(line)}`))
    .join('\n')
  await writeSealed(path, async function* () {
    yield Buffer.from(text + last)
  })
  return openBackup(path)
}

const allRight: (object | string)[] = [
  ...[manifest, users, 'u1\tx', '\\.'],
  ...['COPY "public"."kysely_migration" ("name", "timestamp") FROM stdin;', '2026-01-01-first\tx', '\\.'],
  ...['COPY "public"."kysely_migration_lock" ("id", "is_locked") FROM stdin;', 'migration_lock\t0', '\\.'],
  ...[places, `${workspace}\t\\N`, '\\.', { rows: [1, 1, 1, 1] }],
]
const without = (index: number) => allRight.filter((_, at) => at !== index)
const changed = (index: number, line: object | string) => allRight.with(index, line)

// One for all refusals: each of them is to leave it as empty as it was.
let to: Awaited<ReturnType<typeof emptyDatabase>>
beforeAll(async () => {
  to = await emptyDatabase()
})
afterAll(() => to[Symbol.asyncDispose]())

/** The refusal of a restore, after which the database holds nothing. */
async function refusal(lines: (object | string)[], last?: string): Promise<string> {
  const error = await forged(lines, last)
    .then((backup) => restoreBackup(backup, { connection: to.owner, migrations }))
    .then(
      () => undefined,
      (reason: unknown) => reason,
    )
  if (!(error instanceof BackupError)) throw error ?? new Error('it was restored')
  const left =
    "select nspname from pg_namespace where nspname = 'auth' union all select relname from pg_class where relnamespace = 'public'::regnamespace"
  expect(await runStatements(to.owner, left)).toEqual([])
  return error.message.replaceAll(/\S+forged-\S+/g, '<file>')
}

test('the forged file that the others are made from is itself restored', async () => {
  await using to = await emptyDatabase()
  expect(await restoreBackup(await forged(allRight), { connection: to.owner, migrations })).toBe(4)
})

const damage =
  'The backup <file> is damaged or incomplete, so nothing of it was used: take another copy of it, or an earlier backup.'

test.each<[string, (object | string)[], string]>([
  ['no manifest', without(0), damage],
  ['a manifest with something unknown', changed(0, { ...manifest, extra: 1 }), damage],
  ['a manifest without tables', changed(0, { ...manifest, tables: [] }), damage],
  ['rows of another table', changed(1, places), damage],
  ['fewer rows than counted', without(2), damage],
  ['more rows than counted', allRight.toSpliced(2, 0, 'u2\ty'), damage],
  ['no end of a table', without(12), damage],
  ['no counts', without(13), damage],
  ['something behind the counts', [...allRight, 'more'], damage],
  ['nothing behind the manifest', allRight.slice(0, 1), damage],
  [
    'a row with too few columns',
    changed(2, 'u1'),
    'The database does not take the rows of auth.User (22P04).',
  ],
  [
    'a row twice',
    allRight.toSpliced(2, 0, 'u1\ty'),
    'The database does not take the rows of auth.User (23505).',
  ],
  [
    'a row that points at nothing',
    changed(11, `${workspace}\t7`),
    'The rows of the backup do not fit together (23503), so nothing was restored: take an earlier backup.',
  ],
  [
    'a table less',
    changed(0, { ...manifest, tables: manifest.tables.slice(1) }),
    'The backup <file> has other tables or columns than its own migrations make, so nothing was restored: it was made by a changed Weerklank; restore it with that one.',
  ],
])('a backup with %s is refused and leaves nothing', async (_, lines, message) => {
  expect(await refusal(lines)).toBe(message)
})

test('content that ends without a line end is refused', async () => {
  expect(await refusal(allRight, '')).toBe(damage)
})

const second: Migration = {
  up: async (db: Kysely<never>) => {
    await sql`alter table a_row add column mood text not null default 'calm'`.execute(db)
    await sql`create table later (id integer primary key)`.execute(db)
  },
}
const newer = { ...migrations, '2026-02-02-second': second }

test('an older backup is brought up to date', async () => {
  await using from = await smallDatabase()
  await maintain(from.owner, `insert into a_row (workspace_id, id) values ('${workspace}', 1)`)
  const path = folder.in('older')
  await writeBackup({
    ...{ connection: from.owner, path, overwrite: false, withoutRowsOf: [] },
    ...{ product: manifest.product, made: manifest.made },
  })
  await using to = await emptyDatabase()
  await restoreBackup(await openBackup(path), { connection: to.owner, migrations: newer })
  expect(await maintain(to.owner, 'select id, mood from a_row')).toEqual([{ id: 1, mood: 'calm' }])
  const rows = await everyRow(to.owner)
  expect(rows['"public"."later"']).toEqual([])
  expect(rows['"public"."kysely_migration"']).toHaveLength(2)
})

test('a migration that does not get on with the rows undoes the restore', async () => {
  const failing: Migration = {
    up: async (db: Kysely<never>) => {
      await sql`alter table z_place alter column best_row set not null`.execute(db)
    },
  }
  const backup = await forged(allRight)
  const restoring = restoreBackup(backup, {
    connection: to.owner,
    migrations: { ...migrations, '2026-02-02': failing },
  })
  await expect(restoring).rejects.toThrow('The tables could not be made')
  expect(await everyRow(to.owner)).toEqual({})
})

test('a restore that is stopped in the middle leaves nothing', async () => {
  const stopping = new AbortController()
  const stop: Migration = { up: async () => stopping.abort(new Error('stopped')) }
  const restoring = restoreBackup(await forged(allRight), {
    connection: to.owner,
    migrations: { ...migrations, '2026-02-02': stop },
    signal: stopping.signal,
  })
  await expect(restoring).rejects.toThrow()
  expect(await everyRow(to.owner)).toEqual({})
})

test.each([
  ['a newer one', { ...manifest, migrations: ['2026-01-01-first', '2026-02-02-second'] }],
  ['one of another history', { ...manifest, migrations: ['2025-12-31-other'] }],
])('a backup of %s is refused before any database is opened', async (_, of) => {
  const backup = await forged(changed(0, of))
  expect(() => assertKnown(backup, migrations)).toThrow(
    /was made by another Weerklank than this one \(version 0\.1\.0/,
  )
})

test('a database with anything in it is not touched', async () => {
  await using to = await smallDatabase()
  const before = await everyRow(to.owner)
  const backup = await forged(allRight)
  const restoring = restoreBackup(backup, { connection: to.owner, migrations })
  await expect(restoring).rejects.toThrow(
    'The database holds tables already (auth.User, auth.visit, public.a_row, …), so nothing was changed: restore into a new folder with --data, or into an empty database.',
  )
  expect(await everyRow(to.owner)).toEqual(before)
})

test('a foreign file is refused', async () => {
  writeFileSync(folder.in('foreign'), 'x'.repeat(1000))
  await expect(openBackup(folder.in('foreign'))).rejects.toThrow(/is not a backup of Weerklank/)
  await expect(openBackup(folder.in('absent'))).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(openBackup(folder.path)).rejects.toMatchObject({ code: 'EISDIR' })
})

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { zstdDecompressSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Connection } from '../pool.ts'
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
import { openBackup } from './read-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

const made = '2026-11-19T08:00:00.000Z'

async function backUp(
  connection: Connection,
  name: string,
  more: { force?: boolean; signal?: AbortSignal } = {},
) {
  const path = folder.in(name)
  const rows = await writeBackup({
    ...{ connection, path, overwrite: more.force === true, product: '0.1.0', made },
    ...(more.signal && { signal: more.signal }),
    withoutRowsOf: ['auth.visit'],
  })
  return { path, rows }
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('it was done'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof BackupError)) throw error
  return error.message.replaceAll(folder.path, '<folder>')
}

const insert = (values: string) =>
  `insert into a_row (workspace_id, id, before, words, list, document, at, day, number, exact, truth, bytes)
   values ('${workspace}', ${values})`

const oddRows = [
  insert('1, null, null, null, null, null, null, null, null, null, null'),
  insert(String.raw`2, 1, '\.', array['\.', null, E'a\nb', '"{},'], '{"a": "\\."}', '2026-03-29 01:59:59.123456+00',
    '0044-03-15 BC', 0.1, 12345678901234567890.0123456789, true, '\x00ff0a'`),
  insert(
    `3, 3, E'\\\\.\\n\\\\.\\n\\tmet \\r\\n "tabs" en \\\\ ', '{}', '[]', 'infinity', '9999-12-31', 'NaN', 0, false, ''`,
  ),
  insert(`4, 2, '👩🏽‍⚕️ ﷽ e\u0301 ', null, '"x"', '1900-01-01', null, '-infinity', null, null, null`),
  insert(`5, 4, '', '{"" }', 'null', null, null, 5e-324, -0.0000000001, null, null`),
]

test('every kind of value comes back as it was, with its tables closed again', async () => {
  await using from = await smallDatabase()
  await maintain(from.owner, ...oddRows, `update z_place set best_row = 4`)
  await maintain(
    from.owner,
    `insert into auth."User" values ('u1', 'a@b.nl')`,
    `insert into auth.visit values ('u1')`,
  )
  const { path, rows } = await backUp(from.owner, 'every-kind')
  expect(rows).toBe(9)
  await using to = await emptyDatabase()
  expect(await restoreBackup(await openBackup(path), { connection: to.owner, migrations })).toBe(9)
  const before = await everyRow(from.owner)
  expect(before['"public"."a_row"']).toHaveLength(5)
  expect(before['"auth"."visit"']).toHaveLength(1)
  expect(await everyRow(to.owner)).toEqual({ ...before, '"auth"."visit"': [] })
  const shape = `select c.relname, c.relrowsecurity, c.relforcerowsecurity, array(select pg_get_constraintdef(k.oid)
    from pg_constraint k where k.conrelid = c.oid order by 1) from pg_class c where c.relkind = 'r'
    and c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace) order by 1`
  expect(await runStatements(to.owner, shape)).toEqual(await runStatements(from.owner, shape))
})

test('the file is for its owner only, and is read by the ordinary zstd program as SQL', async () => {
  await using from = await smallDatabase()
  await maintain(from.owner, ...oddRows)
  const { path } = await backUp(from.owner, 'plain')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readFileSync(path).subarray(8, 27).toString()).toBe('weerklank-backup 1\n')
  const content = zstdDecompressSync(readFileSync(path).subarray(27, -80)).toString()
  const lines = content.split('\n')
  expect(JSON.parse(lines[0]?.slice(3) ?? '')).toEqual({
    product: '0.1.0',
    made,
    migrations: ['2026-01-01-first'],
    tables: expect.arrayContaining([
      { schema: 'auth', name: 'User', columns: ['id', 'e mail'], rows: 'all' },
      { schema: 'auth', name: 'visit', columns: ['id'], rows: 'none' },
    ]),
  })
  expect(lines).toContain('COPY "auth"."User" ("id", "e mail") FROM stdin;')
  expect(lines).toContain(`${workspace}\t\\N`)
  expect(lines.at(-2)).toBe('-- {"rows":[0,5,1,1,1]}')
  // The program knows nothing of us: it skips our frames.
  const unpacked = spawnSync('zstd', ['-dc', path], { encoding: 'utf8' })
  if (unpacked.error === undefined) expect(unpacked.stdout).toBe(content)
})

test('a backup shows one moment, while others go on writing', async () => {
  await using from = await smallDatabase()
  // Both rows of a pair are stored in one transaction; the tables are far apart in the file.
  const pair = (id: string) =>
    `begin; insert into auth."User" values ('${id}', 'x'); insert into z_place values (gen_random_uuid(), null); commit`
  await maintain(
    from.owner,
    `insert into a_row (workspace_id, id, words) select '${workspace}', n, repeat('word ', 50) from generate_series(1, 30000) n`,
  )
  let stored = 0
  let isDone = false
  const writing = (async () => {
    while (!isDone) {
      await maintain(from.owner, pair(`user ${stored}`))
      stored += 1
    }
  })()
  while (stored < 3) await sleep(5)
  const atStart = stored
  const { path } = await backUp(from.owner, 'moment')
  isDone = true
  const inBackup = await countsOf(path)
  await writing
  expect(stored).toBeGreaterThan(atStart + 1)
  expect(inBackup['"auth"."User"']).toBeGreaterThanOrEqual(3)
  expect(inBackup['"public"."z_place"']).toBe((inBackup['"auth"."User"'] ?? 0) + 1)
  expect(inBackup['"auth"."User"']).toBeLessThan(stored)
})

/** How many rows each table has in a restored copy. */
async function countsOf(path: string): Promise<Record<string, number>> {
  await using to = await emptyDatabase()
  await restoreBackup(await openBackup(path), { connection: to.owner, migrations })
  return Object.fromEntries(
    Object.entries(await everyRow(to.owner)).map(([table, rows]) => [table, rows.length]),
  )
}

test('a file in which any byte was changed, lost or added is not a backup any more', async () => {
  await using from = await smallDatabase()
  await maintain(from.owner, ...oddRows)
  const good = readFileSync((await backUp(from.owner, 'good')).path)
  const bad = folder.in('bad')
  const offset = fc.nat(good.length - 1)
  const change = fc.oneof(
    fc.record({ at: offset, by: fc.integer({ min: 1, max: 255 }) }).map(({ at, by }) => {
      const copy = Buffer.from(good)
      copy[at] = ((good[at] ?? 0) + by) % 256
      return copy
    }),
    offset.map((at) => good.subarray(0, at)),
    offset.map((at) => good.subarray(at + 1)),
    fc
      .tuple(offset, fc.uint8Array({ minLength: 1, maxLength: 9 }))
      .map(([at, extra]) => Buffer.concat([good.subarray(0, at), extra, good.subarray(at)])),
    fc
      .tuple(offset, offset)
      .map(([a, b]) => Buffer.concat([good.subarray(0, Math.min(a, b)), good.subarray(Math.max(a, b) + 1)])),
  )
  await fc.assert(
    fc.asyncProperty(change, async (bytes) => {
      writeFileSync(bad, bytes)
      expect(await messageOf(openBackup(bad))).toMatch(
        /is damaged or incomplete|is not a backup|newer Weerklank/,
      )
    }),
    { numRuns: 300 },
  )
})

test('what is no backup, or one of a later format, is named as such', async () => {
  const say = async (bytes: Buffer | string) => {
    writeFileSync(folder.in('some'), bytes)
    return messageOf(openBackup(folder.in('some')))
  }
  expect(await say('')).toMatchInlineSnapshot(`"The file <folder>/some is not a backup of Weerklank."`)
  expect(
    await say('PGDMP and more than a few bytes, so that it is long enough to be read as a whole backup'),
  ).toBe('The file <folder>/some is not a backup of Weerklank.')
  await using from = await smallDatabase()
  const later = Buffer.from(readFileSync((await backUp(from.owner, 'later')).path))
  later.write('2', 25)
  expect(await say(later)).toMatchInlineSnapshot(
    `"The backup <folder>/some was made by a newer Weerklank (format 2): restore it with that one."`,
  )
})

test('a file that exists is kept unless it may be replaced, and nothing half is left when it fails', async () => {
  await using from = await smallDatabase()
  writeFileSync(folder.in('kept'), 'years of work')
  expect(await messageOf(backUp(from.owner, 'kept'))).toMatchInlineSnapshot(
    `"The file <folder>/kept exists already: choose another name, or replace it with --force."`,
  )
  expect(readFileSync(folder.in('kept'), 'utf8')).toBe('years of work')
  await backUp(from.owner, 'kept', { force: true })
  expect((await openBackup(folder.in('kept'))).manifest.migrations).toEqual(['2026-01-01-first'])

  const before = readdirSync(folder.path)
  const stop = AbortSignal.abort(new BackupError('stopped'))
  await expect(backUp(from.owner, 'stopped', { signal: stop })).rejects.toThrow()
  mkdirSync(folder.in('closed'))
  await expect(backUp(from.owner, 'closed', { force: true })).rejects.toMatchObject({ code: 'EISDIR' })
  await expect(backUp(from.owner, 'absent/backup')).rejects.toMatchObject({ code: 'ENOENT' })
  expect(readdirSync(folder.path).filter((name) => !before.includes(name))).toEqual(['closed'])
})

test('a backup that stops in the middle of a table leaves no file and no connection', async () => {
  await using from = await smallDatabase()
  // Twenty megabytes that do not get much smaller: it takes a while to write them.
  await maintain(
    from.owner,
    'alter table a_row alter column words set storage external',
    `with long as materialized (select string_agg(md5(n::text), '') as words from generate_series(1, 150000) n)
     insert into a_row (workspace_id, id, words) select '${workspace}', n, words from long, generate_series(1, 5) n`,
  )
  const stopping = new AbortController()
  const backingUp = backUp(from.owner, 'middle', { signal: stopping.signal })
  const sizeOf = (name: string) => statSync(folder.in(name), { throwIfNoEntry: false })?.size ?? 0
  const isHalf = () =>
    readdirSync(folder.path).some((name) => name.endsWith('.partial') && sizeOf(name) > 100)
  while (!isHalf()) await sleep(1)
  stopping.abort()
  await expect(backingUp).rejects.toThrow(/abort/)
  expect(readdirSync(folder.path).filter((name) => name.startsWith('middle'))).toEqual([])
  const open = `select count(*)::int as n from pg_stat_activity where datname = '${from.name}' and application_name = 'weerklank backup'`
  await expect.poll(() => from.administer(open)).toEqual([{ n: 0 }])
})

test('rows that the login may not see stop the backup', async () => {
  await using from = await smallDatabase()
  await maintain(
    from.owner,
    'create table hidden (workspace_id uuid)',
    'alter table hidden enable row level security',
    'alter table hidden force row level security',
  )
  expect(await messageOf(backUp(from.owner, 'hidden'))).toMatchInlineSnapshot(
    `"The database shows this login not every row of public.hidden, so a backup would miss some: make it with the login that owns the tables (DATABASE_OWNER_URL)."`,
  )
  await maintain(from.owner, 'alter table hidden no force row level security')
  expect(existsSync((await backUp(from.owner, 'hidden')).path)).toBe(true)
})

test('a database without tables of ours is not backed up', async () => {
  await using from = await emptyDatabase()
  expect(await messageOf(backUp(from.owner, 'nothing'))).toMatchInlineSnapshot(
    `"The database holds no tables of Weerklank, so there is nothing to back up."`,
  )
})

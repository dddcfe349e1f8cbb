import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import {
  application,
  databasesIn,
  existingDatabase,
  giveToOrdinary,
  isRoot,
  ORDINARY,
  programPath,
  quiet,
  readableNative,
  refusalOf,
  started,
  temporaryFolder,
  watched,
} from './embedded.fixture.ts'
import { startEmbedded } from './embedded.ts'
import { saysDiskFull } from './embedded-error.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

const existing = databasesIn(folder)

async function refusal(dataDir: string): Promise<{ code: string; message: string }> {
  const { code, message } = await refusalOf(startEmbedded({ dataDir, log: quiet }))
  return { code, message: message.replaceAll(folder.path, '<folder>') }
}

test('a database of which only a part is there is not touched', async () => {
  const dataDir = await existing('part')
  const cluster = join(dataDir, 'postgres')
  rmSync(join(cluster, 'global', 'pg_control'))
  const before = readdirSync(cluster)
  expect(await refusal(dataDir)).toMatchInlineSnapshot(`
    {
      "code": "half-initialised",
      "message": "The folder <folder>/part/postgres is not a complete database, and nothing in it was changed: put it back from a backup or, when it holds nothing of value, move it away, and start again.",
    }
  `)
  expect(readdirSync(cluster)).toEqual(before)
})

test('an unknown folder in the place of the database is not touched', async () => {
  const dataDir = join(folder.path, 'unknown')
  mkdirSync(join(dataDir, 'postgres'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres', 'thesis.docx'), 'years of work')
  expect((await refusal(dataDir)).code).toBe('half-initialised')
  expect(readFileSync(join(dataDir, 'postgres', 'thesis.docx'), 'utf8')).toBe('years of work')
})

test('a folder with other files in it is refused and left as it was', async () => {
  const dataDir = join(folder.path, 'home')
  mkdirSync(dataDir)
  for (const name of ['mail', 'photos', 'taxes', 'todo.txt']) writeFileSync(join(dataDir, name), '')
  expect(await refusal(dataDir)).toMatchInlineSnapshot(`
    {
      "code": "half-initialised",
      "message": "The folder <folder>/home holds other files (mail, photos, taxes, …) and no Weerklank database, so nothing was changed: choose an empty or a new folder with --data.",
    }
  `)
  expect(readdirSync(dataDir)).toEqual(['mail', 'photos', 'taxes', 'todo.txt'])
})

test('an empty folder, or one with what a system leaves there, is used', async () => {
  const dataDir = join(folder.path, 'empty')
  mkdirSync(join(dataDir, 'lost+found'), { recursive: true })
  mkdirSync(join(dataDir, 'postgres'))
  writeFileSync(join(dataDir, '.gitkeep'), '')
  await using server = await started(dataDir)
  expect(server.owner.database).toBe('weerklank')
})

test('the folder of a bare PostgreSQL is refused', async () => {
  const dataDir = await existing('bare')
  expect(await refusal(join(dataDir, 'postgres'))).toMatchInlineSnapshot(`
    {
      "code": "half-initialised",
      "message": "The folder <folder>/bare/postgres is itself a PostgreSQL database, not a Weerklank data folder: choose the folder that holds database.json and postgres/ with --data.",
    }
  `)
})

test('a database without its passwords is refused', async () => {
  const dataDir = await existing('no-passwords')
  rmSync(join(dataDir, 'database.json'))
  expect(await refusal(dataDir)).toMatchInlineSnapshot(`
    {
      "code": "half-initialised",
      "message": "The data folder <folder>/no-passwords has a database but not database.json, which holds its passwords: put that file back from a backup and start again.",
    }
  `)
})

test.each(['', '{"ownerPassword": "half', '{}', '[ ]', 'null'])(
  'damaged passwords (%j) are refused',
  async (text) => {
    const dataDir = join(folder.path, `damaged-${text.length}`)
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'database.json'), text)
    const { code, message } = await refusal(dataDir)
    expect(code).toBe('half-initialised')
    expect(message).toContain('database.json is damaged')
  },
)

test('passwords of another database are refused', async () => {
  const dataDir = await existing('other-passwords')
  const file = join(dataDir, 'database.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"ownerPassword": ".{4}/, '"ownerPassword": "XXXX'))
  expect(await refusal(dataDir)).toMatchInlineSnapshot(`
    {
      "code": "half-initialised",
      "message": "The database does not know the password in database.json, so that file belongs to another one: put back the right file from a backup and start again.",
    }
  `)
})

test('a database that was there and is gone is not silently replaced by an empty one', async () => {
  const dataDir = await existing('gone')
  rmSync(join(dataDir, 'postgres'), { recursive: true })
  expect(await refusal(dataDir)).toMatchInlineSnapshot(`
    {
      "code": "half-initialised",
      "message": "The data folder <folder>/gone had a database and its folder postgres/ is gone: put it back from a backup or, to begin with an empty database, remove database.json, and start again.",
    }
  `)
})

test('a database of another major version is refused', async () => {
  const dataDir = await existing('older')
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '16\n')
  expect(await refusal(dataDir)).toMatchInlineSnapshot(`
    {
      "code": "wrong-version",
      "message": "The database in <folder>/older/postgres was made by PostgreSQL 16 and this Weerklank brings 18: make a backup with the Weerklank that made it, and restore that into a new data folder.",
    }
  `)
})

test('a file in the place of the data folder is refused', async () => {
  const file = join(folder.path, 'file')
  writeFileSync(file, 'text')
  expect(await refusal(file)).toMatchInlineSnapshot(`
    {
      "code": "not-a-folder",
      "message": "The data folder <folder>/file is not a folder, or part of its path is a file: choose another one with --data.",
    }
  `)
  expect((await refusal(join(file, 'below'))).code).toBe('not-a-folder')
  expect(readFileSync(file, 'utf8')).toBe('text')
})

test('a folder that this user may not write in is refused', async () => {
  const dataDir = join(folder.path, 'closed')
  mkdirSync(dataDir)
  giveToOrdinary(dataDir)
  chmodSync(dataDir, 0o555)
  const native = readableNative(folder.path)
  const identity = isRoot ? { uid: ORDINARY } : {}
  await using app = application({ dataDir, native, ...identity })
  await expect(app.hears('ready')).rejects.toThrow(/"code":"not-writable"/)
  await using below = application({ dataDir: join(dataDir, 'below'), native, ...identity })
  await expect(below.hears('ready')).rejects.toThrow(/cannot be read and written by this user \(EACCES\)/)
})

test('a start that fails says why, and the last lines of the log are its cause', async () => {
  const dataDir = await existing('broken-settings')
  writeFileSync(join(dataDir, 'postgres', 'postgresql.conf'), 'work_mem = many\n')
  const error = await refusalOf(startEmbedded({ dataDir, log: quiet }))
  expect(error.code).toBe('start-failed')
  expect(error.message).toContain(`See ${join(dataDir, 'postgres.log')}`)
  expect(error.message).toContain('PostgreSQL did not start (exit code 1): ')
  expect(String(error.cause)).toContain('invalid value for parameter "work_mem": "many"')
})

test('a path too long for a socket gets a short private one elsewhere, which is gone after the stop', async () => {
  const dataDir = await existing('long')
  await using short = await started(dataDir)
  expect(short.owner.host).toBe(join(dataDir, 'socket'))
  const deep = join(folder.path, 'x'.repeat(60), 'y'.repeat(60))
  mkdirSync(deep, { recursive: true })
  const long = join(deep, 'data')
  await existingDatabase(long, folder.path)
  const server = await started(long)
  expect(Buffer.byteLength(join(server.owner.host, '.s.PGSQL.5432'))).toBeLessThanOrEqual(103)
  expect(server.owner.host).not.toContain(long)
  await server.stop()
  expect(existsSync(server.owner.host)).toBe(false)
})

test('a full disk is named as such, and with room the same folder works', async (context) => {
  expect(saysDiskFull('could not write to file "base/1/2": No space left on device')).toBe(true)
  expect(saysDiskFull('could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 9')).toBe(
    true,
  )
  expect(saysDiskFull('could not access file "plpgsql": No such file or directory')).toBe(false)
  if (!isRoot) {
    await context.annotate(
      'Only root can make a small disk; as an ordinary user the recognised words are all.',
    )
    return
  }
  const dataDir = join(folder.path, 'disk', 'data')
  mkdirSync(join(folder.path, 'disk'))
  const options = JSON.stringify({ dataDir, native: readableNative(folder.path), whenReady: 'exit' })
  // In a mount namespace of its own, so that the small disk is gone with its last program.
  const script = `
    mount -t tmpfs -o size=20m,mode=755 small "$1" || exit 3
    "$2" "$3" "$4"; [ -z "$(ls -d "$1"/data/postgres*)" ] && echo '{"event":"log","line":"nothing left"}'
    mount -o remount,size=400m "$1"; "$2" "$3" "$4"; sleep 1`
  const args = [
    '--mount',
    'sh',
    '-c',
    script,
    'sh',
    join(folder.path, 'disk'),
    process.execPath,
    programPath,
    options,
  ]
  await using app = watched('unshare', args, dataDir)
  await app.ends()
  if (app.said.length === 0 && app.child.exitCode !== 0) {
    await context.annotate(
      'This container does not let root mount a small disk; the recognised words are all.',
    )
    return
  }
  expect(app.said.find((what) => what.event === 'refused')).toEqual({
    event: 'refused',
    code: 'disk-full',
    message: `The disk that holds ${dataDir} is full: make room (the database needs at least 100 MB) and start again.`,
  })
  expect(app.said).toContainEqual({ event: 'log', line: 'nothing left' })
  expect(app.said.at(-1)).toMatchObject({ event: 'ready' })
})

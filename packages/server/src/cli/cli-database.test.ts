import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeApplicationLock } from '../db/embedded/application-lock.ts'
import { migrations } from '../db/migrate.ts'
import { type TestDatabase, testDatabase } from '../test-database.ts'
import { temporaryFolder, urlOf, weerklank } from './cli.fixture.ts'

const folder = temporaryFolder()
let empty: TestDatabase
let migrated: TestDatabase
let plain: string
beforeAll(async () => {
  empty = await testDatabase('empty')
  migrated = await testDatabase()
  plain = `${migrated.name}_plain`
  await migrated.administer(`create role ${plain} login password 'plain'`)
})
afterAll(async () => {
  folder[Symbol.dispose]()
  await empty[Symbol.asyncDispose]()
  await migrated[Symbol.asyncDispose]()
  await migrated.administer(`drop role ${plain}`)
})

/** The login without any rights, as the application's. */
const asPlain = () =>
  urlOf(migrated.owner, (url) => {
    url.username = plain
    url.password = 'plain'
  })

describe.concurrent('a database that cannot be used is named, with what to do', () => {
  test.each<[string, () => string, RegExp]>([
    [
      'no server',
      () => 'postgres://a:b@127.0.0.1:1/c',
      /^The database server does not answer \(connect ECONNREFUSED 127\.0\.0\.1:1\): see that it runs/,
    ],
    [
      'no such host',
      () => 'postgres://a:b@nowhere.invalid/c',
      /^The database server does not answer \(getaddrinfo E\w+ nowhere\.invalid\)/,
    ],
    [
      'no socket',
      () => 'postgres://a:b@localhost/c?host=/nowhere',
      /^The database server does not answer \(connect ENOENT/,
    ],
    [
      'no address',
      () => 'postgres://a:b#c@host:5432/d',
      /^DATABASE_URL or DATABASE_OWNER_URL is not an address: .*%23/,
    ],
    [
      'another kind of database',
      () => 'mysql://a:b@host/c',
      /^A setting is wrong\. DATABASE_URL: must begin with postgres:\/\//,
    ],
    [
      'a wrong password',
      () =>
        urlOf(migrated.owner, (url) => {
          url.password = 'wrong'
        }),
      /^The database server does not let this login in \(password authentication failed for user "\w+"\): see the name and the password/,
    ],
    [
      'a wrong login',
      () =>
        urlOf(migrated.owner, (url) => {
          url.username = 'nobody_at_all'
        }),
      /^The database server does not let this login in/,
    ],
    [
      'no such database',
      () =>
        urlOf(migrated.owner, (url) => {
          url.pathname = '/nowhere'
        }),
      /^That database is not there \(database "nowhere" does not exist\)/,
    ],
    [
      'no tables',
      () => urlOf(empty.owner),
      /^The database has no tables of Weerklank yet, or not those of this version: run `weerklank migrate`/,
    ],
    [
      'a login without rights',
      asPlain,
      /^This login may not do that \(permission denied for (schema|table) \w+\): use the login that owns the database/,
    ],
  ])('%s', async (_, url, sentence) => {
    const { code, out, err } = await weerklank(['user', 'list'], { env: { DATABASE_URL: url() } })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(sentence)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  test('a server that says nothing', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const env = { DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/c` }
    const { code, out, err } = await weerklank(['user', 'list'], { env })
    silent.close()
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^The database server does not answer \([^()]*time[^()]*\): see that it runs[^()]*$/)
  })

  test('a login that may not work as the application', async () => {
    const env = { DATABASE_URL: asPlain(), DATABASE_OWNER_URL: urlOf(migrated.owner) }
    const { code, out, err } = await weerklank(['doctor'], { env, cwd: folder.path })
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toMatch(
      /^fail {2}the application does not come in – This login may not work as weerklank_app \(permission denied to set role "weerklank_app"\)\. Let an administrator of the server say: grant weerklank_app to/m,
    )
  })
})

test('separate logins: the owner migrates and lets the application in, which owns nothing', async () => {
  const place = await testDatabase('empty')
  const login = `${place.name}_login`
  await place.administer(`create role ${login} login password 'p'`)
  try {
    const env = {
      DATABASE_URL: urlOf(place.owner, (url) => {
        url.username = login
        url.password = 'p'
      }),
      DATABASE_OWNER_URL: urlOf(place.owner),
    }
    const all = `${Object.keys(migrations).join(' ')}\n`
    expect(await weerklank(['migrate'], { env })).toMatchObject({ code: 0, err: '', out: all })
    expect(await weerklank(['migrate'], { env })).toMatchObject({ code: 0, err: '', out: 'up to date\n' })
    const { code, out } = await weerklank(['doctor'], { env, cwd: folder.path })
    expect(code).toBe(0)
    expect(out).toContain(`\nok    the application comes in as ${login}, which owns no tables\n`)
  } finally {
    await place[Symbol.asyncDispose]()
    await place.administer(`drop role ${login}`)
  }
})

describe.concurrent('a data folder that cannot be used is named, and left as it is', () => {
  test.each<[string, (path: string) => void, RegExp]>([
    [
      'absent',
      () => undefined,
      /^There is no database in \S+absent: name its folder with --data, or make one/,
    ],
    ['empty', (path) => mkdirSync(path), /^There is no database in \S+empty:/],
    ['file', (path) => writeFileSync(path, ''), /^The data folder \S+file is not a folder/],
    [
      'half',
      (path) => {
        mkdirSync(path)
        writeFileSync(`${path}/database.json`, '{"ownerPassword":"a","appPassword":"b","initialised":true}')
      },
      /had a database and its folder postgres\/ is gone: put it back from a backup/,
    ],
  ])('%s', async (name, make, sentence) => {
    const path = folder.in(name)
    make(path)
    const before = existsSync(path)
    const { code, out, err } = await weerklank(['user', 'list', '--data', path])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(sentence)
    expect(existsSync(path)).toBe(before)
  })

  test('with other files in it', async () => {
    mkdirSync(folder.in('home'))
    writeFileSync(folder.in('home', 'thesis.docx'), '')
    const { code, err } = await weerklank(['migrate', '--data', folder.in('home')])
    expect(code).toBe(1)
    expect(err).toMatch(
      /^The folder \S+ holds other files \(thesis\.docx\) and no Weerklank database, so nothing was changed/,
    )
  })

  test('in use by another Weerklank, which has no database to visit', async () => {
    mkdirSync(folder.in('busy'))
    const lock = await takeApplicationLock(folder.in('busy'))
    try {
      const { code, out, err } = await weerklank(['migrate', '--data', folder.in('busy')])
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toMatch(
        /^The data folder \S+busy is in use by another Weerklank \(process \d+, since \S+\): stop that one first/,
      )
    } finally {
      lock.release()
    }
  })

  test('a setting that is wrong is named before anything is opened', async () => {
    const { code, out, err } = await weerklank(['migrate', '--data', folder.in('never')], {
      env: { PORT: 'abc' },
    })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^A setting is wrong\. PORT: /)
    expect(existsSync(folder.in('never'))).toBe(false)
  })
})

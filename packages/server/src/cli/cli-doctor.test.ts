import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '../db/migrate.ts'
import { runStatements } from '../db/test-connection.ts'
import { type TestDatabase, testDatabase } from '../test-database.ts'
import { type Outcome, temporaryFolder, urlOf, weerklank } from './cli.fixture.ts'

const folder = temporaryFolder()
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  folder[Symbol.dispose]()
  await database[Symbol.asyncDispose]()
})

function doctor(env: Record<string, string> = {}): Promise<Outcome> {
  return weerklank(['doctor'], { env: { DATABASE_URL: urlOf(database.owner), ...env }, cwd: folder.path })
}

/** What one changed thing makes of the findings, after which it is changed back. */
async function afterSaying(change: string, back: string): Promise<Outcome> {
  await runStatements(database.owner, change)
  try {
    return await doctor()
  } finally {
    await runStatements(database.owner, back)
  }
}

test('a healthy database passes, line by line', async () => {
  const { code, out, last } = await doctor({
    WEERKLANK_SECRET: randomBytes(32).toString('hex'),
    TRUST_PROXY: '1',
    PUBLIC_URL: 'https://weerklank.example',
  })
  expect({ code, last }).toEqual({ code: 0, last: 'ok' })
  expect(out).toMatch(/^(?:(?:ok {2}|warn) {2}.+\n)+ok\n$/)
  expect(out).toMatch(/^ok {4}Node \d+\.\d+\.\d+$/m)
  expect(out).toMatch(/^ok {4}the database answers: PostgreSQL \d+/m)
  expect(out).toContain('\nok    the tables are up to date\n')
  expect(out).toContain('\nok    the published instruments are unchanged\n')
  expect(out).toContain('\nok    the role weerklank_app owns nothing and bypasses nothing\n')
  expect(out).toMatch(/^ok {4}row-level security is forced on all \d+ tables with a workspace$/m)
  expect(out).toContain('\nok    a query in nobody’s name sees no row\n')
  expect(out).toMatch(/^ok {4}a backup would hold all \d+ tables$/m)
  expect(out).toContain('\nwarn  no mail server – set SMTP_URL')
})

const lastMigration = Object.keys(migrations).at(-1)

test.each<[string, string, string, RegExp]>([
  [
    'row-level security that is not forced',
    'alter table response no force row level security',
    'alter table response force row level security',
    /^fail {2}row-level security is off on response – as the owner say: alter table response enable row level security, force row level security$/m,
  ],
  [
    'a policy that lets everyone see',
    `create policy open on workspace for select to weerklank_app using (true); set app.maintenance = 'on'; insert into workspace (workspace_id, name, created_at) values ('01900000-0000-7000-8000-0000000000aa', 'x', now())`,
    `drop policy open on workspace; set app.maintenance = 'on'; delete from workspace`,
    /^fail {2}a query in nobody’s name sees rows of workspace – stop the server/m,
  ],
  [
    'a wording that was changed',
    `update instrument_version set definition = jsonb_set(definition, '{version}', '99')`,
    `update instrument_version set definition = jsonb_set(definition, '{version}', to_jsonb(version))`,
    /^fail {2}changed after it was published: \S+/m,
  ],
  [
    'tables of a newer version',
    `insert into kysely_migration values ('2999-01-01-later', 'x')`,
    `delete from kysely_migration where name = '2999-01-01-later'`,
    /^fail {2}the database belongs to a newer Weerklank \(2999-01-01-later\) – start that version$/m,
  ],
  [
    'a migration that is still to be done',
    `delete from kysely_migration where name = '${lastMigration}'`,
    `insert into kysely_migration values ('${lastMigration}', 'x')`,
    /^fail {2}(the database has no tables yet|to be done: \S+) – run `weerklank migrate`/m,
  ],
])('%s is a problem', async (_, change, back, line) => {
  const { code, out, err, last } = await afterSaying(change, back)
  expect(out).toMatch(line)
  expect({ code, err, last }).toEqual({ code: 1, err: '', last: '1 problem' })
})

describe.concurrent('settings and machine', () => {
  test('settings that cannot be used', async () => {
    expect(await doctor({ PORT: 'abc' })).toMatchObject({
      code: 1,
      err: '',
      out: expect.stringMatching(
        /^fail {2}the settings cannot be used – A setting is wrong\. PORT: .*\n1 problem\n$/,
      ),
    })
  })

  test('a database that does not answer', async () => {
    const { code, out, last } = await doctor({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' })
    expect({ code, last }).toEqual({ code: 1, last: '1 problem' })
    expect(out).toMatch(
      /^fail {2}the database cannot be looked at – The database server does not answer \(.*127\.0\.0\.1:1\)/m,
    )
  })

  test('an address that others reach without TLS', async () => {
    const readable = { PUBLIC_URL: 'http://weerklank.example', WEERKLANK_SECRET: 'x'.repeat(32) }
    const { out, last } = await doctor(readable)
    expect(out).toMatch(/^fail {2}PUBLIC_URL: at http:.* everything travels readable – put a proxy with TLS/m)
    expect(out).toMatch(/^fail {2}WEERKLANK_SECRET: it can be guessed – make one/m)
    expect(last).toBe('2 problems')
    expect((await doctor({ ...readable, ALLOW_HTTP: 'yes' })).out).toMatch(
      /^warn {2}people reach it at http:.* \(ALLOW_HTTP\) – put a proxy with TLS before it/m,
    )
  })

  test('an address behind a proxy, with limits for all people together', async () => {
    const { out } = await doctor({ PUBLIC_URL: 'https://weerklank.example' })
    expect(out).toMatch(/^warn {2}limits on sign-in count all people as one.* – set TRUST_PROXY=1/m)
  })

  test('a mail server that answers, and one that does not', async () => {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] })
    const listening = server.listen(0, '127.0.0.1')
    await once(listening, 'listening')
    const { port } = listening.address() as AddressInfo
    const up = await doctor({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'hallo@praktijk.example' })
    await new Promise<void>((resolve) => server.close(resolve))
    expect(up.out).toContain('\nok    the mail server answers\n')
    const down = await doctor({ SMTP_URL: `smtp://127.0.0.1:${port}` })
    expect(down.out).toMatch(/^fail {2}the mail server does not take us \(.*\) – see SMTP_URL$/m)
    expect(down.last).toBe('1 problem')
  })

  test('a folder without a database, and secrets that others can read', async () => {
    const data = folder.in('shared')
    mkdirSync(data)
    writeFileSync(folder.in('shared', 'session-secret'), 'secret\n')
    chmodSync(folder.in('shared', 'session-secret'), 0o644)
    const { code, out, last } = await weerklank(['doctor', '--data', data])
    expect({ code, last }).toEqual({ code: 1, last: '1 problem' })
    expect(out).toContain(
      `\nfail  session-secret can be read or written by others – run: chmod 600 ${data}/session-secret\n`,
    )
    expect(out).toContain(`\nwarn  there is no database in ${data} yet – \`weerklank serve\` makes one\n`)
    expect(out).toMatch(/^ok {4}built-in PostgreSQL \d+/m)
  })
})

import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyRow, maintain } from '../db/backup/backup.fixture.ts'
import { startEmbedded } from '../db/embedded/embedded.ts'
import type { Connection } from '../db/pool.ts'
import { testDatabase } from '../test-database.ts'
import { temporaryFolder, urlOf, weerklank } from './cli.fixture.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

const demo = folder.in('demo')

beforeAll(async () => {
  const made = await weerklank(['demo', '--data', demo])
  if (made.code !== 0) throw new Error(made.err)
})

/** The database of a folder in this process, as a server has it open: beside it the command line only visits. */
async function opened(dataDir: string) {
  const server = await startEmbedded({ dataDir, log: () => undefined })
  return { ...server, [Symbol.asyncDispose]: () => server.stop() }
}

const leftBehind = ['"auth"."session"', '"auth"."verification"', '"auth"."rateLimit"']

/** What nobody does in the demo; the tables are copied by the same code, and tried by kind of column in backup.test.ts. */
const notInDemo = [
  ...[
    'ceremony',
    'identity',
    'passkey',
    'person_place',
    'proof_attempt',
    'recovery_code',
    'refusal_count',
    'totp',
  ].map((table) => `"auth"."${table}"`),
  ...[
    'analysis_decision',
    'analysis_mark',
    'analysis_round',
    'api_token',
    'audit_anchor',
    'check_notice',
    // Who comes to the teams and networks of the demo by a link makes one anew.
    'circle_link',
    'check_plan',
    'dialogue_format',
    'emergency_access',
    'form',
    'form_draft',
    'form_invitation',
    'form_licence_need',
    'form_response',
    'form_token',
    'form_version',
    'instrument_licence',
    'kiosk',
    'kiosk_code',
    // A link to a collection is made anew: where one leads is told once.
    'collection_link',
    'mail_message',
    // Held in the room of another time: nobody came by a link, and nothing was led live.
    'meeting_event',
    'meeting_link',
    'person_account',
    'person_link',
    'person_request',
    'receipt',
    'supervision_share',
    'synergy_model',
    'own_challenge',
  ].map(inPublic),
  ...['research_export', 'research_export_person', 'retention_rule', 'retention_run', 'round_ticket'].map(
    inPublic,
  ),
  // In the trajectory of the demo nobody asked for another buddy, kept a portfolio or took a report along.
  ...['buddy_tie', 'buddy_wish', 'learner_link', 'lecture_slip', 'peer_feedback'].map(inPublic),
  ...['learning_attainment', 'learning_exercise', 'learning_strategy'].map(inPublic),
  ...['portfolio_piece', 'portfolio_share'].map(inPublic),
  ...['trajectory_export', 'trajectory_export_person', 'trajectory_report'].map(inPublic),
  ...['export_job', 'takeaway', 'webhook', 'webhook_delivery', 'working_note'].map(inPublic),
]

function inPublic(table: string): string {
  return `"public"."${table}"`
}

/** What a backup is to bring back of a database. */
async function keptRows(connection: Connection): Promise<Record<string, string[]>> {
  const rows = await everyRow(connection)
  return { ...rows, ...Object.fromEntries(leftBehind.map((table) => [table, []])) }
}

test('from a running embedded database to a server and back, table by table, while people go on working', async () => {
  await using server = await opened(demo)
  await maintain(
    server.owner,
    `insert into auth.session (id, "expiresAt", token, "updatedAt", "userId") select 's', now(), 't', now(), id from auth."user" limit 1`,
    `insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt") select 'a', id, 'credential', id, 'scrypt$x', now() from auth."user" limit 1`,
    `insert into auth.verification (id, identifier, value, "expiresAt") values ('v', 'i', '{}', now())`,
    `insert into auth."rateLimit" values ('r', 'k', 1, 1)`,
  )
  const before = await keptRows(server.owner)
  const empty = Object.keys(before).filter((table) => before[table]?.length === 0)
  // The demo fills every other table, so that each is proven; a new table belongs in the demo as well.
  expect(empty.toSorted()).toEqual([...leftBehind, ...notInDemo].toSorted())

  const file = folder.in('one.backup')
  const working = writeUntilStopped(server.owner)
  const made = await weerklank(['backup', '--out', file, '--data', demo])
  const written = await working.stop()
  expect(made).toMatchObject({ code: 0, last: file })
  expect(statSync(file).mode & 0o777).toBe(0o600)

  await using place = await testDatabase('empty')
  const restored = await weerklank(['restore', file], { env: { DATABASE_URL: urlOf(place.owner) } })
  expect(restored.code).toBe(0)
  const there = await everyRow(place.owner)
  // One moment: of the work that went on, all jobs up to some moment and none after it, each with its line in the record.
  const jobsIn = (all: Record<string, string[]>) =>
    all['"public"."job"']?.filter((row) => row.includes('going-on')) ?? []
  const linesIn = (all: Record<string, string[]>) =>
    all['"public"."audit_event"']?.filter((row) => row.includes('going-on')) ?? []
  expect(jobsIn(there).length).toBeGreaterThan(0)
  expect(jobsIn(there).length).toBe(linesIn(there).length)
  expect(jobsIn(there).length).toBeLessThan(written)
  const without = (all: Record<string, string[]>) =>
    Object.fromEntries(
      Object.entries(all).map(([table, rows]) => [table, rows.filter((row) => !row.includes('going-on'))]),
    )
  expect(without(there)).toEqual(before)
  expect(Number(restored.last)).toBe(Object.values(there).flat().length)

  const back = folder.in('two.backup')
  expect(
    await weerklank(['backup', '--out', back], { env: { DATABASE_URL: urlOf(place.owner) } }),
  ).toMatchObject({ code: 0, last: back })
  const again = await weerklank(['restore', back, '--data', folder.in('again')])
  expect(again).toMatchObject({ code: 0, last: restored.last })
  await using second = await opened(folder.in('again'))
  expect(await everyRow(second.owner)).toEqual(there)
})

/** Stores a job and a line in the record in one transaction, again and again. */
function writeUntilStopped(owner: Connection): { stop: () => Promise<number> } {
  let isStopped = false
  let written = 0
  const work = (async () => {
    while (!isStopped) {
      await maintain(
        owner,
        `begin;
         insert into job (id, kind, dedupe_key, payload, run_at) values (gen_random_uuid(), 'x', 'going-on ${written}', '{}', now());
         insert into audit_event select workspace_id, gen_random_uuid(), now(), 'system', 'going-on', 'x', gen_random_uuid(), null from workspace limit 1;
         commit`,
      )
      written += 1
    }
    return written
  })()
  return {
    stop: () => {
      isStopped = true
      return work
    },
  }
}

test('a database that nobody has open is started for the backup and stopped again', async () => {
  const dataDir = folder.in('closed')
  cpSync(demo, dataDir, { recursive: true })
  const file = folder.in('closed.backup')
  expect(await weerklank(['backup', '--out', file, '--data', dataDir])).toMatchObject({ code: 0, last: file })
  expect(existsSync(folder.in('closed', 'postgres', 'postmaster.pid'))).toBe(false)

  const refused = await weerklank(['backup', '--out', file, '--data', dataDir])
  expect(refused).toMatchObject({
    code: 1,
    out: '',
    err: `The file ${file} exists already: choose another name, or replace it with --force.\n`,
  })
  expect((await weerklank(['backup', '--out', file, '--force', '--data', dataDir])).code).toBe(0)
  const full = await weerklank(['restore', file, '--data', dataDir])
  expect(full.code).toBe(1)
  expect(full.err).toMatch(/^The database holds tables already \(auth\.account, .*\), so nothing was changed/)
})

test('a damaged file is refused before a database is made', async () => {
  const good = readFileSync(folder.in('one.backup'))
  const [at = 0] = fc.sample(fc.nat(good.length - 1), 1)
  const bad = Buffer.from(good)
  bad[at] = (good[at] ?? 0) ^ 1
  writeFileSync(folder.in('bad.backup'), bad)
  const refused = await weerklank(['restore', folder.in('bad.backup'), '--data', folder.in('never')])
  expect(refused, `byte ${at}`).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toMatch(
    /^The (backup|file) .*bad\.backup (is damaged or incomplete|is not a backup|was made by a newer)/,
  )
  expect(existsSync(folder.in('never'))).toBe(false)
})

test.each([
  ['restore', 'absent.backup', /^There is no file .*absent\.backup, or no folder/],
  ['restore', '.', / is a folder: name a file in it\.$/m],
  ['backup', '.', / exists already: choose another name/],
  ['backup', 'absent/one.backup', /^There is no file .*one\.backup, or no folder .*absent\./],
])('%s with the file %s says what is wrong', async (command, name, sentence) => {
  const file = folder.in(name)
  const args =
    command === 'backup'
      ? ['backup', '--out', file, '--data', demo]
      : ['restore', file, '--data', folder.in('never')]
  const { code, out, err } = await weerklank(args)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(sentence)
})

test('Ctrl-C leaves no half file, and no connection to the database', async () => {
  await using place = await testDatabase('migrated')
  const blocker = new pg.Client(place.owner)
  await blocker.connect()
  await blocker.query('begin; lock table response in access exclusive mode')
  const visitors = `select count(*)::int as n from pg_stat_activity where datname = '${place.name}' and application_name = 'weerklank backup'`
  const stopped = await weerklank(['backup', '--out', folder.in('stopped.backup')], {
    env: { DATABASE_URL: urlOf(place.owner) },
    onStart: async (child) => {
      while ((await place.administer(visitors))[0]?.n !== 1) await sleep(20)
      child.kill('SIGINT')
    },
  })
  expect(stopped).toMatchObject({ code: 1, out: '', err: 'Stopped before it was done.\n' })
  expect(readdirSync(folder.path).filter((name) => name.startsWith('stopped'))).toEqual([])
  await blocker.end()
  await expect.poll(() => place.administer(visitors)).toEqual([{ n: 0 }])
})

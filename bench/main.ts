import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { runningEmbedded, startEmbedded } from '../packages/server/src/db/embedded/embedded.ts'
import { bringUpToDate } from '../packages/server/src/engine.ts'
import { loadContent } from '../packages/server/src/feedback/instruments.ts'
import { type Cpu, cpuOf, withCpu } from './cpu.ts'
import { exportFiles } from './exports.ts'
import { forms } from './forms.ts'
import { library } from './library.ts'
import { type Answer, pace, repeat, round, type Sample, saturate, send } from './load.ts'
import { cookiesIn } from './on-demo.ts'
import { protection } from './protection.ts'
import { exchange } from './qdpx.ts'
import { benchPassword, type Seeded, seed } from './seed.ts'
import { type Served, serve } from './server.ts'
import { works } from './works.ts'

// `npm run bench`: the figures of docs/benchmarks.md, as a table and a JSON line. Ratios within one run count; the machine
// is shared. `npm run bench -- --quick` for a first impression; `--pages` leaves out how many answers
// can be stored.
const quick = process.argv.includes('--quick')
const withAnswers = !process.argv.includes('--pages')
const seconds = quick ? 2 : 8
const paceSeconds = quick ? 5 : 60
const lanes = [1, 8, 32]
/** One member gets 1,200 requests a minute: what came beyond would measure refusals. */
const pagesPerMinute = 5
const anotherMinute = () => sleep(61_000)
let next = 0

const dataDir = mkdtempSync(join(tmpdir(), 'weerklank-bench-'))
try {
  const rows = await measure()
  for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(58)}${JSON.stringify(value)}`)
  console.log(JSON.stringify({ bench: rows, node: process.version, quick }))
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

async function measure(): Promise<Record<string, unknown>> {
  const seeded = await prepare()
  const served = await serve(dataDir)
  const engine = await runningEmbedded(dataDir)
  if (engine === undefined) throw new Error('The database of the server is not running')
  try {
    // Pages first: what follows opens more signals than any real workspace has.
    const cpu = cpuOf(served.pid, dataDir)
    return {
      ...(await pages(served, seeded, cpu)),
      ...(await protectionOf(served, { owner: engine.owner, seeded, cpu })),
      ...(await forms()),
      ...(await exportFiles()),
      ...(await exchange()),
      ...(await knowledge()),
      ...(withAnswers ? await answers(served, engine.app, seeded) : {}),
      ...(await after(served)),
    }
  } finally {
    await served.stop()
    const again = await serve(dataDir)
    console.log(`${'start on an existing database, ms'.padEnd(58)}${Math.round(again.readyMs)}`)
    await again.stop()
  }
}

/** A migrated database with rows in it, before any server runs. */
async function prepare(): Promise<Seeded> {
  const engine = await startEmbedded({ dataDir, log: () => {} })
  await bringUpToDate(engine, loadContent(), { info: () => {}, warn: console.warn, error: console.error })
  const owner = new pg.Client(engine.owner)
  await owner.connect()
  try {
    await owner.query(
      'create table bench_bare (id uuid primary key, body jsonb not null, at timestamptz not null)',
    )
    await owner.query('grant insert on bench_bare to weerklank_app')
    return await seed(owner, { relations: 2_000, checks: 500, links: quick ? 20_000 : 60_000 })
  } finally {
    await owner.end()
    await engine.stop()
  }
}

/** What is found in the library and what works for us, each on a demo of its own. */
async function knowledge(): Promise<Record<string, unknown>> {
  const found = Object.entries(await library(quick ? 20 : 60))
  return {
    ...Object.fromEntries(found.map(([name, sample]) => [`library, ${name}`, sample])),
    ...(await works(quick ? 2 : 5)),
  }
}

async function answers(
  served: Served,
  app: pg.ClientConfig,
  seeded: Seeded,
): Promise<Record<string, unknown>> {
  const pool = new pg.Pool({ ...app, max: 32 })
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const post = () => submit(agent, served.url, seeded)
  await saturate(8, 1, post)
  const rows: Record<string, unknown> = {}
  for (const count of lanes) {
    const bare = await saturate(count, seconds, () => bareInsert(pool))
    const real = await saturate(count, seconds, post)
    // What any answer over HTTP can reach here, beside this load: it stores nothing and asks nothing.
    rows[`GET /healthz, ${count} connections`] = await saturate(count, seconds, () =>
      send(agent, `${served.url}/healthz`, { method: 'GET', headers: {} }),
    )
    rows[`bare insert with commit, ${count} connections`] = bare
    rows[`POST /f/:token, ${count} connections`] = real
    rows[`share of the bare insert, ${count} connections`] =
      round((100 * real.perSecond) / bare.perSecond) / 100
  }
  rows['POST /f/:token, 100 per second'] = await pace(100, paceSeconds, post)
  await pool.end()
  agent.destroy()
  return rows
}

async function protectionOf(
  served: Served,
  of: { owner: pg.ClientConfig; seeded: Seeded; cpu: Cpu },
): Promise<Record<string, unknown>> {
  const { owner, seeded, cpu } = of
  await anotherMinute()
  const cookie = await signIn(served.url)
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const get = (path: string) => () => send(agent, served.url + path, { method: 'GET', headers: { cookie } })
  const work = {
    'POST /f/:token, 8 connections': () => submit(agent, served.url, seeded),
    'relation page, 500 checks': get(`/api/relations/${seeded.busy}/feedback`),
    'list of 2,000': get('/api/relations'),
    'Vandaag of 2,000': get('/api/today'),
  }
  const rows = await protection(owner, {
    cpu,
    workspace: seeded.workspace,
    seconds: quick ? 1 : 4,
    times: quick ? 20 : 60,
    work,
  })
  agent.destroy()
  return rows
}

async function bareInsert(pool: pg.Pool): Promise<Answer> {
  const started = performance.now()
  await pool.query('insert into bench_bare values (gen_random_uuid(), $1, $2)', [
    '{"heard": 8.1, "what": 6.4, "how": 7, "whole": 7.3}',
    new Date().toISOString(),
  ])
  return { status: 200, ms: performance.now() - started }
}

function submit(agent: Agent, url: string, { links }: Seeded): Promise<Answer> {
  const link = links[next++]
  if (link === undefined) throw new Error('More answers than links were made for')
  const value = () => (Math.floor(Math.random() * 60) / 10 + 4).toFixed(1)
  const fields = {
    key: link.key,
    'a.heard': value(),
    'a.what': value(),
    'a.how': value(),
    'a.whole': value(),
  }
  return send(agent, `${url}/f/${link.token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ ...fields, open: 'Het ging goed.' }).toString(),
  })
}

async function pages(served: Served, { busy }: Seeded, cpu: Cpu): Promise<Record<string, Sample>> {
  const cookie = await signIn(served.url)
  const agent = new Agent({ keepAlive: true })
  const get = (path: string) => () => send(agent, served.url + path, { method: 'GET', headers: { cookie } })
  const rows: Record<string, Sample> = {}
  const paths = {
    'relation page data, 500 checks': `/api/relations/${busy}/feedback`,
    'relation details': `/api/relations/${busy}`,
    'list page, 2,000 relations': '/api/relations',
    'list page, searching': '/api/relations?search=17',
    'Vandaag, 2,000 relations': '/api/today',
    'caseload, 2,000 relations': '/api/caseload',
    'caseload, its middle page': '/api/caseload?from=1000',
  }
  for (const [at, [name, path]] of Object.entries(paths).entries()) {
    if (at > 0 && at % pagesPerMinute === 0) await anotherMinute()
    // Warm first: what is measured is the page, not the compiler.
    await repeat(20, get(path))
    rows[`${name}, ms`] = await withCpu(cpu, () => repeat(quick ? 50 : 200, get(path)))
  }
  agent.destroy()
  return rows
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'bench@bench.example', password: benchPassword }),
  })
  return cookiesIn(answer)
}

async function after(served: Served): Promise<Record<string, unknown>> {
  const metrics = await (await fetch(`${served.url}/metrics`)).text()
  const bytes = Number(/^process_resident_memory_bytes (\d+)/m.exec(metrics)?.[1])
  return { [`memory of the Node process after ${next} answers, MB`]: Math.round(bytes / 2 ** 20) }
}

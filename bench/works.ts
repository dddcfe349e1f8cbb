/**
 * What works for us over 100,000 checks of 2,000 people: reckoned anew as each night, in the process of the bench, and read from the
 * real server. Alone: `node bench/works.ts`.
 */
import { Agent } from 'node:http'
import { type PgSettings, runningEmbedded } from '../packages/server/src/db/embedded/embedded.ts'
import { openDatabase } from '../packages/server/src/db/pool.ts'
import { realWorld } from '../packages/server/src/deps.ts'
import { loadContent } from '../packages/server/src/feedback/instruments.ts'
import { reckonWorks } from '../packages/server/src/library/works.job.ts'
import { allWorkspaces } from '../packages/server/src/owner-work.ts'
import type { Db, Schema } from '../packages/server/src/schema.ts'
import { repeat, round, send } from './load.ts'
import { cookieOf, numbered, onDemo, putInto } from './on-demo.ts'

const people = 2_000
const checksEach = 50

/** The bar: < 2 s. `slowestMs` is the longest that one reckoning of everything took. */
export function works(times = 5): Promise<Record<string, unknown>> {
  return onDemo(seedChecks, async (served, dataDir) => {
    const cookie = await cookieOf(served, 'Noor Bakker')
    const agent = new Agent({ keepAlive: true })
    const get = (path: string) => () => send(agent, served.url + path, { method: 'GET', headers: { cookie } })
    const reckoned = await reckonings(dataDir, times)
    return {
      'what works, reckoned over 100,000 checks': reckoned,
      'what works, read': await repeat(40, get('/api/library/works')),
      'what works, what it rests on': await repeat(40, get('/api/library/works/evidence?deed=agreement')),
    }
  })
}

async function reckonings(dataDir: string, times: number) {
  const engine = await runningEmbedded(dataDir)
  if (engine === undefined) throw new Error('The database of the server is not running')
  const onError = console.error
  const owner = openDatabase<Schema>(engine.owner, { as: 'owner', size: 1, onError })
  const db = openDatabase<Schema>(engine.app, { as: 'application', size: 4, onError })
  const withOwner = <Result>(work: (door: Db) => Promise<Result>) => work(owner)
  try {
    const [workspace] = await withOwner(allWorkspaces)
    if (workspace === undefined) throw new Error('The demo has a workspace')
    const ms: number[] = []
    let traces = 0
    for (let time = 0; time < times; time++) {
      const started = performance.now()
      const done = await reckonWorks({ db, world: realWorld, content: loadContent(), withOwner }, workspace)
      traces = done.traces
      ms.push(performance.now() - started)
    }
    const sorted = ms.toSorted((a, b) => a - b)
    return { traces, medianMs: round(sorted[times >> 1] ?? 0), slowestMs: round(sorted.at(-1) ?? 0) }
  } finally {
    await Promise.all([owner.destroy(), db.destroy()])
  }
}

/** Puts the people, their checks and three agreements with each into the demo, half with Noor and half with Farid. */
async function seedChecks(owner: PgSettings): Promise<void> {
  await putInto(owner, async (client) => {
    const { rows } = await client.query<{ workspace_id: string; id: string }>(
      "select workspace_id, id from member where name in ('Noor Bakker', 'Farid Amrani') order by name desc",
    )
    const [noor, farid] = rows
    if (noor === undefined || farid === undefined) throw new Error('Noor and Farid work here')
    for (const statement of statements) await client.query(statement, [noor.workspace_id, noor.id, farid.id])
  })
}

const [person, relation, event] = [numbered('a', 'n'), numbered('b', 'n'), numbered('c', 'n')]
const member = 'case when n % 2 = 0 then $2::uuid else $3::uuid end'
const everybody = `from generate_series(1, ${people}) n where $1::uuid is not null and $2::uuid is not null and $3::uuid is not null`
const situation = "(array['guidance', 'intake', 'therapy', 'evaluation'])[1 + n % 4]"
const week = "date '2025-10-01' + c * interval '7 days'"

const statements = [
  `insert into person (workspace_id, id, name, created_at) select $1::uuid, ${person}, 'Iemand ' || n, now() ${everybody}`,
  `insert into consent_event select $1::uuid, ${event}, ${person}, 'research', 'given', 1, 'parent', 'nl', ${person}, 'self', 'paper',
      now(), 'system' ${everybody}`,
  `insert into consent_grant (workspace_id, person_id, purpose, event_id, since)
    select $1::uuid, ${person}, 'research', ${event}, now() ${everybody}`,
  `insert into relation (workspace_id, id, title, kind, context, situation, check_every_days, started_at, created_by, member_ids,
      search_text)
    select $1::uuid, ${relation}, 'Samenwerking ' || n, 'with-help-seekers', 'micro', ${situation}, 14, now() - interval '1 year',
      ${member}, array[${member}], '' ${everybody}`,
  `insert into participant (workspace_id, id, relation_id, person_id, name, voice, detail, address, language, joined_at)
    select $1::uuid, ${person}, ${relation}, ${person}, 'Iemand', 'client', '', 'u', 'nl', now() ${everybody}`,
  `insert into invitation (workspace_id, id, relation_id, participant_id, instrument_id, instrument_version, response_id, sent_at,
      expires_at, created_by)
    select $1::uuid, ${numbered('f', 'n * 100 + c')}, ${relation}, ${person}, 'contact-check', 1, ${numbered('e', 'n * 100 + c')}, ${week},
      ${week} + interval '14 days', ${member} from (select n ${everybody}) one, generate_series(1, ${checksEach}) c`,
  `insert into response (workspace_id, id, relation_id, participant_id, instrument_id, instrument_version, answers, open_text, language,
      answered_at, stored_at)
    select $1::uuid, ${numbered('e', 'n * 100 + c')}, ${relation}, ${person}, 'contact-check', 1,
      jsonb_build_object('heard', 4 + (n + c) % 6, 'what', 4 + c % 5, 'how', 5 + n % 4, 'whole', 4 + (n * c) % 6), '', 'nl',
      ${week}, ${week} from (select n ${everybody}) one, generate_series(1, ${checksEach}) c`,
  `insert into agreement (workspace_id, id, relation_id, body, ask_back, made_at, created_by)
    select $1::uuid, ${numbered('d', 'n * 10 + c')}, ${relation}, 'Vaker bellen', false,
      date '2025-10-03' + (c * 12) * interval '7 days', ${member} from (select n ${everybody}) one, generate_series(1, 3) c`,
  `insert into agreement_participant (workspace_id, agreement_id, participant_id, relation_id)
    select $1::uuid, ${numbered('d', 'n * 10 + c')}, ${person}, ${relation} from (select n ${everybody}) one, generate_series(1, 3) c
    where cardinality(array[$2::uuid, $3::uuid]) = 2`,
]

if (import.meta.main) {
  for (const [name, value] of Object.entries(await works()))
    console.log(`${name.padEnd(58)}${JSON.stringify(value)}`)
}

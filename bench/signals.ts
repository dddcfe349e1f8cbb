import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ResponseId, WorkspaceId } from '@weerklank/core/shared/ids'
import pg from 'pg'
import { inContext } from '../packages/server/src/db/context.ts'
import { startEmbedded } from '../packages/server/src/db/embedded/embedded.ts'
import { asMaintenance } from '../packages/server/src/db/maintenance.ts'
import { openDatabase } from '../packages/server/src/db/pool.ts'
import { realWorld } from '../packages/server/src/deps.ts'
import { bringUpToDate } from '../packages/server/src/engine.ts'
import { loadContent } from '../packages/server/src/feedback/instruments.ts'
import { type Progress, recomputeSignals } from '../packages/server/src/feedback/signal-recompute.ts'
import { findHistory } from '../packages/server/src/respond/check.repository.ts'
import { signalsOfAnswer } from '../packages/server/src/respond/store.signals.ts'
import type { Db, Schema } from '../packages/server/src/schema.ts'

// `node bench/signals.ts [relations] [checks]`: all signals of 10,000 collaborations with 50 checks each, computed anew, with
// progress on the error stream. The figure of docs/benchmarks.md. Says how long it took, how many it found, that a second time
// finds none; and how long the signals of one new answer take where there are 500 checks already, reading those included.
const [relations = 10_000, checks = 50] = process.argv.slice(2).map(Number)
const dataDir = mkdtempSync(join(tmpdir(), 'weerklank-bench-signals-'))
const quiet = { info: () => {}, warn: console.warn, error: console.error }
const engine = await startEmbedded({ dataDir, log: () => {} })
try {
  const content = loadContent()
  await bringUpToDate(engine, content, quiet)
  const workspace = await fill({ relations, checks })
  const long = await fill({ relations: 1, checks: 500 })
  const owner = openDatabase<Schema>(engine.owner, { as: 'owner', size: 1, onError: console.error })
  const db = openDatabase<Schema>(engine.app, { as: 'application', size: 1, onError: console.error })
  const turn = async () => {
    const started = performance.now()
    const onProgress = ({ done, of }: Progress) => {
      if (done % 1_000 === 0) console.error(`${done} of ${of}, ${Math.round(performance.now() - started)} ms`)
    }
    const { opened } = await recomputeSignals(
      { owner, db },
      { world: realWorld, content },
      { workspace, onProgress },
    )
    return { seconds: Math.round(performance.now() - started) / 1000, opened }
  }
  const first = await turn()
  const again = await turn()
  const newAnswer = await oneAnswer({ owner, db, content }, long)
  await Promise.all([owner.destroy(), db.destroy()])
  console.log(JSON.stringify({ relations, checks, first, again, newAnswer, node: process.version }))
} finally {
  await engine.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** One more answer where there are 500: reading the earlier ones under the rules of the database, and what it raises. */
async function oneAnswer(
  { owner, db, content }: { owner: Db; db: Db; content: ReturnType<typeof loadContent> },
  workspace: WorkspaceId,
) {
  const instrument = content.instruments.get('contact-check@1')
  if (instrument === undefined) throw new Error('The check of the bench is not there')
  const { relation, participant } = await asMaintenance(owner, (trx) =>
    trx
      .selectFrom('participant')
      .select(['relation_id as relation', 'id as participant'])
      .where('workspace_id', '=', workspace)
      .executeTakeFirstOrThrow(),
  )
  const times: number[] = []
  await inContext(db, { workspace, actor: 'system', relations: [relation] }, async (trx) => {
    for (let n = 0; n < 250; n += 1) {
      const answers = Object.fromEntries(instrument.items.map(({ id }) => [id, 3 + (n % 7)]))
      const said = { openText: '', echoes: [], at: null, language: null }
      const submission = { responseId: realWorld.newId<ResponseId>(), answers, ...said }
      const started = performance.now()
      const { earlier } = await findHistory(trx, { relation, participant, instrument: instrument.id })
      if (earlier.length !== 500) throw new Error(`${earlier.length} answers were in reach`)
      signalsOfAnswer({
        ...{ submission, instrument, earlier, instruments: content.instruments, participant },
        answeredAt: realWorld.now(),
      })
      times.push(performance.now() - started)
    }
  })
  const sorted = times.slice(50).toSorted((a, b) => a - b)
  const at = (share: number) =>
    Number((sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0).toFixed(2))
  // The least is what it takes when nothing else runs for a moment.
  return { least: at(0), p50: at(0.5), p95: at(0.95) }
}

/** Rows in bulk, as the owner: one client in each collaboration, whose scores go up and down by chance. */
async function fill({ relations, checks }: { relations: number; checks: number }): Promise<WorkspaceId> {
  const [workspace, member] = [randomUUID(), randomUUID()]
  const client = new pg.Client(engine.owner)
  await client.connect()
  const run = (text: string, values: unknown[]) => client.query(text, values)
  await client.query("set app.maintenance = 'on'")
  await run(
    "insert into workspace (workspace_id, name, time_zone, is_demo, created_at) values ($1, 'Bench', 'Europe/Amsterdam', false, now())",
    [workspace],
  )
  await run(
    `with p as (insert into person (workspace_id, id, name, created_at) values ($1, $2, 'Bench', now()))
     insert into member (workspace_id, id, user_id, name, roles, language, created_at)
     values ($1, $2, 'bench', 'Bench', array['professional'], 'nl', now())`,
    [workspace, member],
  )
  await run(
    `insert into relation (workspace_id, id, title, kind, check_every_days, started_at, created_by, member_ids)
     select $1, gen_random_uuid(), 'Samenwerking ' || n, 'interpersonal', 14, now() - interval '2 years', $2, array[$2::uuid]
     from generate_series(1, $3) n`,
    [workspace, member, relations],
  )
  await run(
    `with person as (
       insert into person (workspace_id, id, name, created_at) select workspace_id, id, 'Lina', now() from relation
       where workspace_id = $1 returning workspace_id, id)
     insert into participant (workspace_id, id, relation_id, person_id, name, voice, detail, address, language, joined_at)
     select workspace_id, id, id, id, 'Lina', 'client', '', 'u', 'nl', now() from person`,
    [workspace],
  )
  await run(
    `insert into invitation (workspace_id, id, relation_id, participant_id, instrument_id, instrument_version, response_id,
       sent_at, expires_at, created_by)
     select p.workspace_id, gen_random_uuid(), p.relation_id, p.id, 'contact-check', 1, gen_random_uuid(),
       now() - n * interval '7 days', now(), $2 from participant p, generate_series(1, $3) n where p.workspace_id = $1`,
    [workspace, member, checks],
  )
  await run(
    `insert into response (workspace_id, id, relation_id, participant_id, instrument_id, instrument_version, answers,
       open_text, language, answered_at, stored_at)
     select workspace_id, response_id, relation_id, participant_id, instrument_id, instrument_version,
       jsonb_build_object('heard', v, 'what', v, 'how', v, 'whole', v), '', 'nl', sent_at, sent_at
     from (select i.*, round((6 + 3.9 * random())::numeric, 1) as v from invitation i where workspace_id = $1) i`,
    [workspace],
  )
  await client.query('analyze')
  await client.end()
  return workspace as WorkspaceId
}

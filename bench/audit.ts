import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import { asMaintenance, createWorkspace } from '../packages/server/src/access/accounts.ts'
import { recordOf, writeRecords } from '../packages/server/src/audit/audit.ts'
import { verifyChains } from '../packages/server/src/audit/verify.ts'
import { inContext } from '../packages/server/src/db/context.ts'
import { startEmbedded } from '../packages/server/src/db/embedded/embedded.ts'
import { openDatabase } from '../packages/server/src/db/pool.ts'
import { realWorld } from '../packages/server/src/deps.ts'
import { bringUpToDate } from '../packages/server/src/engine.ts'
import { loadContent } from '../packages/server/src/feedback/instruments.ts'
import type { Db, Schema } from '../packages/server/src/schema.ts'

// `node bench/audit.ts [lines] [lines per link]`: how long it takes to verify the chains of 100,000 lines, written by the real writer over as many
// connections as the application has. Bar: less than 5 s.
const lines = Number(process.argv[2] ?? 100_000)
const connections = 16
const perLink = Number(process.argv[3] ?? 10)

const dataDir = mkdtempSync(join(tmpdir(), 'weerklank-bench-'))
try {
  console.log(JSON.stringify({ bench: { audit: await measure() }, node: process.version }))
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

async function measure() {
  const engine = await startEmbedded({ dataDir, log: () => {} })
  // A connection that the end of the database closes is no news.
  const options = { size: connections, onError: () => undefined }
  const owner = openDatabase<Schema>(engine.owner, { ...options, as: 'owner' })
  const app = openDatabase<Schema>(engine.app, { ...options, as: 'application' })
  try {
    await bringUpToDate(engine, loadContent(), { info: () => {}, warn: console.warn, error: console.error })
    const workspace = await asMaintenance(owner, (trx) =>
      createWorkspace(trx, realWorld, { name: 'Bench', isDemo: false }),
    )
    const written = await seconds(() => write(app, workspace))
    const before = process.memoryUsage().rss
    const verified = await seconds(() => asMaintenance(owner, (trx) => verifyChains(trx, workspace)))
    const report = await asMaintenance(owner, (trx) => verifyChains(trx, workspace))
    const asOfficer = await seconds(() =>
      inContext(app, officer(workspace), (trx) => verifyChains(trx, workspace)),
    )
    const grown = Math.round((process.memoryUsage().rss - before) / 1024 / 1024)
    return {
      ...report,
      'writing, s': written,
      'verifying, s': verified,
      'as privacy officer, s': asOfficer,
      'grown, MB': grown,
    }
  } finally {
    await app.destroy()
    await owner.destroy()
    await engine.stop()
  }
}

function officer(workspace: WorkspaceId) {
  return {
    ...{ workspace, actor: { member: realWorld.newId<MemberId>() }, relations: [] },
    ...{ roles: ['privacy-officer'], purpose: 'audit' as const },
  }
}

/** One of ten transactions writes a link of several lines, as a screen does; so do these, and each connection its share. */
async function write(app: Db, workspace: WorkspaceId): Promise<void> {
  const links = Math.ceil(lines / perLink / connections)
  const actor = realWorld.newId<MemberId>()
  const records = () =>
    Array.from({ length: perLink }, () =>
      recordOf(realWorld, {
        ...{ workspace, actor, action: 'relation.read', basis: 'takes-part', roles: ['professional'] },
        ...{ subject: { kind: 'relation', id: realWorld.newId<string>() }, relation: realWorld.newId() },
      }),
    )
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let link = 0; link < links; link += 1) {
        const context = { workspace, actor: 'system' as const, relations: [] }
        await inContext(app, context, (trx) => writeRecords(trx, records()))
      }
    }),
  )
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return Math.round(performance.now() - began) / 1000
}

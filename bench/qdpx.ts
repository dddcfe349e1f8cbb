/**
 * A project of 300 documents and 12,000 quotes for other programs (QDPX): out of the database into a file, and from a file into
 * a new analysis. Alone: `node bench/qdpx.ts`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Corpus } from '../packages/core/src/analysis/qda.corpus.ts'
import { projectOf } from '../packages/core/src/analysis/qda.outward.ts'
import type { AnalysisId, MemberId, WorkspaceId } from '../packages/core/src/shared/ids.ts'
import { keepCorpus } from '../packages/server/src/analysis/exchange.keep.ts'
import { beginTaken, readIncoming } from '../packages/server/src/analysis/exchange.take.ts'
import { guidFor } from '../packages/server/src/analysis/qda-guid.ts'
import { qdpxOf } from '../packages/server/src/analysis/qdpx.write.ts'
import { startEmbedded } from '../packages/server/src/db/embedded/embedded.ts'
import { asMaintenance } from '../packages/server/src/db/maintenance.ts'
import { realWorld } from '../packages/server/src/deps.ts'
import { openOwner } from '../packages/server/src/engine.ts'
import { analysisFile } from '../packages/server/src/reports/analysis-file.ts'
import { readAnalysis } from '../packages/server/src/reports/analysis-source.ts'
import type { Db } from '../packages/server/src/schema.ts'

const program = fileURLToPath(new URL('../packages/server/bin/weerklank.js', import.meta.url))
const made = '2026-11-22T10:00:00.000Z'
const voices = ['mother', 'youth', 'colleague', 'professional', 'manager'] as const
const silent = { info: () => {}, warn: console.warn, error: console.error }

/** The bars: export < 3,000 ms, import < 6,000 ms. */
export async function exchange(times = 5): Promise<Record<string, unknown>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'weerklank-bench-qdpx-'))
  try {
    spawnSync(process.execPath, [program, 'demo', '--data', dataDir], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const engine = await startEmbedded({ dataDir, log: () => {} })
    const owner = openOwner(engine, silent)
    try {
      return await measure(owner, times)
    } finally {
      await owner.destroy()
      await engine.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measure(owner: Db, times: number): Promise<Record<string, unknown>> {
  const file = qdpxOf(projectOf(large(), { guidFor, made }), made)
  const who = await asMaintenance(owner, (trx) =>
    trx
      .selectFrom('member')
      .select(['workspace_id', 'id'])
      .where('name', '=', 'Noor Bakker')
      .executeTakeFirstOrThrow(),
  )
  const [imports, exports]: [number[], number[]] = [[], []]
  for (let nth = 0; nth < times; nth += 1) {
    const analysis = realWorld.newId<AnalysisId>()
    imports.push(
      await timed(() => bring(owner, { file, analysis, workspace: who.workspace_id, member: who.id })),
    )
    exports.push(await timed(() => take(owner, analysis)))
  }
  return {
    'QDPX in: 300 documents, 12,000 quotes, ms': spread(imports),
    'QDPX out: the same, ms': spread(exports),
    'QDPX, size of the file, MB': Math.round(file.length / 1e5) / 10,
  }
}

type Bring = { file: Uint8Array; analysis: AnalysisId; workspace: WorkspaceId; member: MemberId }

async function bring(owner: Db, { file, ...of }: Bring): Promise<void> {
  const { corpus } = readIncoming(file, { newId: realWorld.newId, language: 'nl' })
  if (corpus.codings.length !== 12_000) throw new Error(`${corpus.codings.length} quotes came in`)
  await asMaintenance(owner, async (trx) => {
    await beginTaken(trx, { ...of, at: made }, { corpus, title: '', language: 'nl' })
    await keepCorpus(trx, { ...of, at: made }, corpus)
  })
}

async function take(owner: Db, analysis: AnalysisId): Promise<void> {
  const frame = { workspace: 'De Linde', timeZone: 'Europe/Amsterdam', language: 'nl' as const, made }
  const source = await asMaintenance(owner, (trx) => readAnalysis(trx, { analysis, frame, context: null }))
  if (source === undefined || source.outgoing.corpus.codings.length !== 12_000)
    throw new Error('Not all is there')
  await analysisFile(source, 'qdpx')
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return Math.round(performance.now() - begun)
}

function spread(all: readonly number[]) {
  const sorted = all.toSorted((one, other) => one - other)
  return { median: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1) }
}

/** Forty passages in each document, each with a quote; five voices, forty codes, a memo now and then. */
function large(): Corpus {
  const words = 'Wij zaten samen aan tafel en niemand begon 🙏. Toen vertelde zij waar het om ging, nummer '
  const documents = Array.from({ length: 300 }, (_, document) => ({
    ...{ id: `d${document}`, title: `Gesprek ${document}`, source: 'dialogue' as const, at: made },
    passages: Array.from({ length: 40 }, (__, at) => ({
      ...{ id: `d${document}p${at}`, speaker: `S${at % 9}`, voice: voices[at % 5] ?? null, role: null },
      body: `${words}${document}. Later ging het bellen vanzelf, en niemand vroeg nog iets.`,
    })),
  }))
  const codes = Array.from({ length: 40 }, (_, n) => ({
    ...{ id: `c${n}`, parent: n < 8 ? null : `c${n % 8}`, name: `Thema ${n}`, definition: 'Wat het is' },
    ...{ include: '', exclude: '', example: '', colour: '#1f6f5c' },
  }))
  const codings = documents.flatMap(({ passages }, document) =>
    passages.map(({ id }, at) => ({
      ...{
        id: `k${id}`,
        passage: id,
        code: `c${(document * 7 + at) % 40}`,
        start: at % 20,
        end: 30 + (at % 40),
      },
      ...{ coder: `m${at % 2}`, at: made, weight: null },
    })),
  )
  const memos = Array.from({ length: 300 }, (_, n) => ({
    ...{ id: `m${n}`, on: { kind: 'coding' as const, id: codings[n * 40]?.id ?? '' }, author: 'm0' },
    ...{ title: 'Let op', body: 'Wat bedoelt zij met vanzelf?', at: made },
  }))
  return { title: 'Drie jaar gesprekken', question: 'Wat helpt?', codes, documents, codings, memos }
}

if (import.meta.main) {
  for (const [name, value] of Object.entries(await exchange()))
    console.log(`${name.padEnd(58)}${JSON.stringify(value)}`)
}

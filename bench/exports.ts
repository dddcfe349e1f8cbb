/** Files of checks: what making them takes, without the database. Alone: `node bench/exports.ts`. */
import type { Instrument } from '../packages/core/src/feedback/instrument.ts'
import { loadContent } from '../packages/server/src/feedback/instruments.ts'
import { chunksOf } from '../packages/server/src/reports/checks.file.ts'
import type { CheckRow } from '../packages/server/src/reports/checks.read.ts'

const atOnce = 500
const words = 'Het was fijn dat er tijd was; we hebben gepraat over school, en over "thuis". '
const id = (n: number) => `01a1f2d1-d400-7000-8000-${n.toString(16).padStart(12, '0')}` as never

/** Answers as they come from the database, fifty to a collaboration. */
async function* answers(count: number, { id: check, version }: Instrument): AsyncGenerator<CheckRow[]> {
  for (let from = 0; from < count; from += atOnce) {
    yield Array.from({ length: Math.min(atOnce, count - from) }, (_, at): CheckRow => {
      const n = from + at
      return {
        ...{
          workspace_id: id(0),
          id: id(n),
          relation_id: id(Math.floor(n / 50)),
          participant_id: id(n % 50),
        },
        ...{
          contact_id: null,
          instrument_id: check,
          instrument_version: version,
          language: 'nl',
          sealed: false,
          readers: null,
          ...{ device_hash: null, drawing: null, wording: null, entered_by: null },
        },
        answers: { heard: n % 11, what: (n % 101) / 10, how: 7, whole: 6.5 },
        open_text: n % 3 === 0 ? words.repeat(1 + (n % 4)) : '',
        answered_at: new Date(Date.UTC(2026, 0, 1) + 60_000 * n).toISOString(),
        stored_at: '2026-11-19T08:00:00.000Z',
        ...{ title: `Samenwerking ${Math.floor(n / 50)}`, name: `Naam ${n % 50}`, voice: 'client' },
      }
    })
  }
}

async function made(format: Parameters<typeof chunksOf>[0]['format'], count: number) {
  const { contactCheck } = loadContent()
  const survey = {
    ...{ relations: [], answered: [], rows: count },
    checks: [{ id: contactCheck.id, version: contactCheck.version }],
    widths: { openText: 400, name: 20 },
  }
  const table = { survey, instruments: [contactCheck], language: 'nl' as const, timeZone: 'Europe/Amsterdam' }
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const begun = performance.now()
  let [bytes, most] = [0, before]
  const rows = answers(count, contactCheck)
  for await (const chunk of chunksOf({ format, table, rows, made: '2026-11-19T08:00:00.000Z', base: '' })) {
    bytes += chunk.byteLength
    most = Math.max(most, process.memoryUsage.rss())
  }
  const mb = (size: number) => Math.round(size / 1e5) / 10
  return { ms: Math.round(performance.now() - begun), fileMB: mb(bytes), extraMB: mb(most - before) }
}

/** Time, size of the file, and memory above what was there before. */
export async function exportFiles(): Promise<Record<string, unknown>> {
  return {
    'files: 100,000 checks as CSV': await made('csv-dutch', 100_000),
    'files: 20,000 checks as XLSX': await made('xlsx', 20_000),
    'files: 20,000 checks as SPSS': await made('sav', 20_000),
  }
}

if (import.meta.main) console.log(await exportFiles())

import { createHash } from 'node:crypto'
import { breakWords } from '@weerklank/core/audit/chain.words'
import { type DataTable, dataTables, fieldsOf, sharedTables } from '@weerklank/core/ownership/data-tables'
import { takeawayReadme } from '@weerklank/core/ownership/takeaway-readme'
import { csvText } from '@weerklank/core/shared/csv'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import { type RawBuilder, sql } from 'kysely'
import { type ChainReport, verifyChains } from '../audit/audit.ts'
import type { Db, Trx } from '../schema.ts'
import { writeZip, type ZipWriter } from './takeaway.zip.ts'

/** The version of the layout: a reader that knows another one says so. */
export const takeawayFormat = 'weerklank-takeaway 1'

/** Rows per table, and the SHA-256 of its lines of JSON. */
export type TableSeal = { name: string; rows: number; sha256: string }

export type Manifest = {
  format: string
  product: string
  made: Instant
  workspace: { id: string; name: string }
  tables: TableSeal[]
  record: { isWhole: boolean; lines: number; chains: number }
}

export type Takeaway = { rows: number; sha256: string; manifest: Manifest }

type Wish = {
  workspace: WorkspaceId
  path: string
  overwrite: boolean
  made: Instant
  product: string
  signal?: AbortSignal
}

/** Writes everything of a workspace, as it is at one moment, into one zip file of open formats. No secret is in it. */
export async function writeTakeaway(owner: Db, wish: Wish): Promise<Takeaway> {
  const zip = writeZip(wish.path, wish)
  try {
    const manifest = await atOneMoment(owner, (trx) => writeAll(trx, zip, wish))
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { rows, sha256: zip.close(), manifest }
  } catch (error) {
    zip.abandon()
    throw error
  }
}

/** As the database is at one moment, whoever writes meanwhile. */
export function atOneMoment<Result>(owner: Db, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  const reading = owner.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return reading.execute(async (trx) => {
    await sql`set local app.maintenance = 'on'`.execute(trx)
    return work(trx)
  })
}

async function writeAll(trx: Trx, zip: ZipWriter, wish: Wish): Promise<Manifest> {
  const { workspace, made, product } = wish
  const { name, timeZone } = await trx
    .selectFrom('workspace')
    .select(['name', 'time_zone as timeZone'])
    .where('workspace_id', '=', workspace)
    .executeTakeFirstOrThrow()
  const tables: TableSeal[] = []
  for (const [table, described] of Object.entries(dataTables)) {
    wish.signal?.throwIfAborted()
    tables.push(await writeTable(trx, zip, { folder: 'data', table, described, workspace }))
  }
  const shared: TableSeal[] = []
  for (const [table, described] of Object.entries(sharedTables)) {
    shared.push(await writeTable(trx, zip, { folder: 'shared', table, described, workspace: null }))
  }
  const record: ChainReport = await verifyChains(trx, workspace)
  const rows = Object.fromEntries([...tables, ...shared].map((one) => [one.name, one.rows]))
  writeFile(zip, 'README.md', takeawayReadme({ name, made, product, rows, record: told(record, timeZone) }))
  const seal = { isWhole: record.broken === null, lines: record.lines, chains: record.chains }
  const manifest = {
    format: takeawayFormat,
    product,
    made,
    workspace: { id: workspace, name },
    tables,
    record: seal,
  }
  writeFile(zip, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

function told({ lines, chains, broken }: ChainReport, timeZone: string) {
  const words = (language: Language) => (broken === null ? '' : breakWords(broken, language, timeZone))
  return { lines, chains, broken: broken === null ? null : { nl: words('nl'), en: words('en') } }
}

function writeFile(zip: ZipWriter, name: string, text: string): void {
  const file = zip.file(name)
  file.write(text)
  file.done()
}

type Of = { folder: 'data' | 'shared'; table: string; described: DataTable; workspace: WorkspaceId | null }

/** The same rows twice, in the same order: as lines of JSON, and as a sheet. */
async function writeTable(trx: Trx, zip: ZipWriter, of: Of): Promise<TableSeal> {
  const lines = zip.file(`${of.folder}/${of.table}.jsonl`)
  const seal = await sealOf(trx, of, (batch) => lines.write(batch))
  lines.done()
  const names = fieldsOf(of.described).map((field) => field.name)
  const sheet = zip.file(`${of.folder}/${of.table}.csv`)
  sheet.write(csvText([names]))
  for await (const batch of batchesOf(trx, of)) {
    const rows = batch.map((line) => {
      const row = JSON.parse(line) as Record<string, unknown>
      return names.map((name) => cellOf(row[name]))
    })
    // The mark at the beginning stands there already.
    sheet.write(csvText(rows).slice(1))
  }
  sheet.done()
  return seal
}

/** Goes over the lines of JSON of a table, in pieces, and seals them. */
export async function sealOf(
  trx: Trx,
  of: Pick<Of, 'table' | 'described' | 'workspace'>,
  each: (text: string) => void = () => undefined,
): Promise<TableSeal> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const batch of batchesOf(trx, of)) {
    const text = batch.map((line) => `${line}\n`).join('')
    hash.update(text)
    rows += batch.length
    each(text)
  }
  return { name: of.table, rows, sha256: hash.digest('hex') }
}

const batchSize = 1_000

async function* batchesOf(
  trx: Trx,
  of: Pick<Of, 'table' | 'described' | 'workspace'>,
): AsyncGenerator<string[]> {
  const names = fieldsOf(of.described).map((field) => field.name)
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const { shownOnly, unless } = of.described
  const shown = shownOnly === undefined ? sql`` : sql`and ${sql.ref(shownOnly.since)} is not null`
  const isOr = unless?.or === undefined ? sql`` : sql` or ${sql.ref(unless.or)}`
  const whose = unless === undefined ? shown : sql`${shown} and not (${sql.ref(unless.field)}${isOr})`
  const where: RawBuilder<unknown> =
    of.workspace === null ? sql`` : sql`where workspace_id = ${sql.lit(of.workspace)} ${whose}`
  // By all fields that are shown, as text: the same rows come in the same order, whatever their key is.
  await sql`declare takeaway no scroll cursor for
    select row_to_json(t)::text as line from (select ${columns} from ${sql.table(of.table)} ${where}) t
    order by row_to_json(t)::text collate "C"`.execute(trx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(batchSize)} from takeaway`.execute(trx)
    if (rows.length > 0) yield rows.map((row) => row.line)
    if (rows.length < batchSize) break
  }
  await sql`close takeaway`.execute(trx)
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

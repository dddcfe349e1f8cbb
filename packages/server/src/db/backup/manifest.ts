import pg from 'pg'
import { z } from 'zod'

/** A table as it stands in a backup; `rows: 'none'` is one whose rows stay behind on purpose. */
const tableSchema = z.strictObject({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.enum(['all', 'none']),
})

/** The first line of a backup: what is in it, and what has to be there to read it. */
const manifestSchema = z.strictObject({
  /** Version of Weerklank that made it. */
  product: z.string(),
  made: z.iso.datetime(),
  /** Names of the migrations that made its tables, in order. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(tableSchema).min(1),
})

/** The last line: how many rows each table with rows has, in the order of the first line. */
const countsSchema = z.strictObject({ rows: z.array(z.int().min(0)) })

export type TableInBackup = z.infer<typeof tableSchema>
export type Manifest = z.infer<typeof manifestSchema>

export const tablesWithRows = (manifest: Manifest) => manifest.tables.filter((table) => table.rows === 'all')

/** As comments of SQL, so that the whole content is a script: manifest, `COPY … FROM stdin` with rows, counts. */
const comment = (value: object) => `-- ${JSON.stringify(value)}\n`

export const manifestLine = (manifest: Manifest) => comment(manifest)
export const countsLine = (rows: readonly number[]) => comment({ rows })
export const tableLine = (table: Pick<TableInBackup, 'schema' | 'name' | 'columns'>) =>
  `COPY ${nameOf(table)} (${columnsOf(table)}) FROM stdin;\n`

/** The first line as it was written, or undefined when it is not one. */
export const readManifest = (line: string): Manifest | undefined => read(manifestSchema, line)
export const readCounts = (line: string): number[] | undefined => read(countsSchema, line)?.rows

function read<T>(schema: z.ZodType<T>, line: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(line.replace(/^-- /, ''))).data
  } catch {
    return undefined
  }
}

/** The name of a table as a message says it. */
export const plainName = (table: { schema: string; name: string }) => `${table.schema}.${table.name}`

/** The name of a table as SQL says it. */
export function nameOf(table: { schema: string; name: string }): string {
  return `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`
}

export function columnsOf(table: { columns: readonly string[] }): string {
  return table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
}

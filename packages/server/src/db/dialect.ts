import { createHash } from 'node:crypto'
import {
  PostgresDialect,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type RawBuilder,
  sql,
} from 'kysely'
import pg from 'pg'

/**
 * PostgreSQL as Kysely speaks it, over a pool whose connections pipeline, with three differences that measuring asked for
 * (docs/benchmarks.md): statements are prepared once per connection, the opening of a transaction is on its way together
 * with its first statement, and a `commit` that the server turned into a rollback is an error.
 */
export function houseDialect(pool: pg.Pool): PostgresDialect {
  const connect = async () => speaking(await pool.connect())
  return new PostgresDialect({ pool: { connect, end: () => pool.end() } })
}

// Kysely remembers connections by the object it was given.
const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()

function speaking(client: pg.PoolClient): PostgresPoolClient {
  const wrapped = known.get(client) ?? {
    query: ((text: string, values: readonly unknown[]) =>
      ask(client, text, values)) as PostgresPoolClient['query'],
    release: () => client.release(),
  }
  known.set(client, wrapped)
  return wrapped
}

async function ask(
  client: pg.PoolClient,
  text: string,
  values: readonly unknown[],
): Promise<PostgresQueryResult<unknown>> {
  if (isOpening(text)) return ahead(client, text)
  const named = values.length > 0 ? nameOf(text) : undefined
  const result = await client
    .query(named ? { name: named, text, values: [...values] } : { text, values: [...values] })
    .catch((error) => {
      if (isStalePlan(error)) forgetPlans()
      throw error
    })
  if (text === 'commit' && result.command !== 'COMMIT') {
    throw new Error('The transaction was rolled back instead of committed')
  }
  return result as PostgresQueryResult<unknown>
}

// Not waited for: it goes out together with the statement behind it. Should it fail, then so does that one: the
// connection is lost or the transaction is aborted, and the server refuses everything until its end.
function isOpening(text: string): boolean {
  return text === 'begin' || /^set local app\.(?:ctx|member|reach) /.test(text)
}

function ahead(client: pg.PoolClient, text: string): PostgresQueryResult<unknown> {
  holdBack(client)
  client.query(text).catch(() => {})
  return { command: 'SELECT', rowCount: 0, rows: [] }
}

// One write to the socket for an opening and the statement behind it: on a busy machine each write costs as much as the
// statement. Should nothing follow at once, the opening goes out by itself.
const held = new WeakSet<pg.PoolClient>()

function holdBack(client: pg.PoolClient): void {
  if (held.has(client)) return
  held.add(client)
  socketOf(client).cork()
  setImmediate(() => letGo(client))
}

function letGo(client: pg.PoolClient): void {
  if (held.delete(client)) socketOf(client).uncork()
}

// pg keeps the socket of a client here; its types do not say so.
function socketOf(client: pg.PoolClient): { cork: () => void; uncork: () => void } {
  return (client as unknown as { connection: { stream: { cork: () => void; uncork: () => void } } })
    .connection.stream
}

// Names of prepared statements by their text. Lists go in as one array (`anyOf`), so the texts are few; the bound is for
// the day that someone forgets.
const names = new Map<string, string>()
const namesAtMost = 500
let generation = 0

function nameOf(text: string): string | undefined {
  const name = names.get(text)
  if (name !== undefined || names.size >= namesAtMost) return name
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  const made = `${generation}.${hash}`
  names.set(text, made)
  return made
}

/**
 * Whether a prepared statement was refused because a table has changed under it: another process brought the schema up to
 * date while this one serves. The transaction is lost; a new one, with statements prepared anew, succeeds.
 */
export function isStalePlan(error: unknown): boolean {
  // The sentence depends on the language of the server, the name of its routine does not.
  return (
    error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery'
  )
}

// Under new names every connection prepares again; the old statements go with their connections.
function forgetPlans(): void {
  generation++
  names.clear()
}

/**
 * `= any (…)` with the identifiers as one array: the text of the statement is the same for every number of them. Written as
 * the database writes it: the driver would look each of thousands through for quotes, and an identifier has none.
 */
export function anyOf<Id extends string>(ids: readonly Id[]): RawBuilder<Id> {
  return sql<Id>`any (${`{${ids.join(',')}}`}::uuid[])`
}

import { Kysely } from 'kysely'
import pg from 'pg'
import { houseDialect } from './dialect.ts'
import { appRole } from './policy.ts'

/** Where a PostgreSQL server is and as whom to sign in: separate fields (embedded) or an address (`postgres://…`). */
export type Connection =
  | { host: string; port: number; user: string; password: string; database: string }
  | { connectionString: string }

/** Moments leave and enter the database as ISO text, so that core never sees a Date. */
const isoTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    // A day is text already: pg would make a moment of it, in the zone of the machine.
    oid === pg.types.builtins.DATE
      ? (value: string) => value
      : oid === pg.types.builtins.TIMESTAMPTZ
        ? isoText
        : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

// Every connection speaks UTC (see below), so a moment is text in another order; only odd years need a calendar.
const inUtc = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00$/

function isoText(value: string): string {
  if (!inUtc.test(value)) return new Date(value).toISOString()
  const millis = value.slice(20, -3).slice(0, 3).padEnd(3, '0')
  return `${value.slice(0, 10)}T${value.slice(11, 19)}.${millis}Z`
}

export type PoolOptions = {
  /** `application` takes the role that is subject to row-level security; `owner` keeps the login's own rights. */
  as: 'application' | 'owner'
  size: number
  /** The schema in which unqualified names are looked up; `public` unless said otherwise. */
  searchPath?: 'auth'
  /** Told about connections that broke; without a listener Node would end the process. */
  onError: (error: Error) => void
}

/** A pool of connections. Nothing is connected until the first query. */
export function openPool(connection: Connection, options: PoolOptions): pg.Pool {
  const settings = [
    // A request that takes longer is given up; the owner's migration of a large table takes what it takes.
    `-c statement_timeout=${options.as === 'application' ? 15_000 : 0}`,
    '-c idle_in_transaction_session_timeout=30000',
    '-c timezone=UTC',
    // Every query is driven by an index whatever the values: planning anew for each set of them is work for nothing.
    '-c plan_cache_mode=force_generic_plan',
  ]
  // Whatever login was given, the application works as the role that owns nothing: a query outside a context sees nothing.
  if (options.as === 'application') settings.push(`-c role=${appRole}`)
  if (options.searchPath !== undefined) settings.push(`-c search_path=${options.searchPath}`)
  const pool = new pg.Pool({
    ...connection,
    options: settings.join(' '),
    max: options.size,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    application_name: 'weerklank',
  })
  // By itself the pool listens to idle connections only: one that breaks between two queries of a transaction would end
  // the process. So each connection tells it, and what the pool says of it is no news any more.
  pool.on('connect', (client) => client.on('error', options.onError))
  pool.on('error', () => undefined)
  return pool
}

/** The query builder over a pool, with moments as ISO text. */
export function openDatabase<Schema>(connection: Connection, options: PoolOptions): Kysely<Schema> {
  const pool = openPool(connection, options)
  pool.options.types = isoTypes
  pool.options.pipeline = true
  return new Kysely<Schema>({ dialect: houseDialect(pool) })
}

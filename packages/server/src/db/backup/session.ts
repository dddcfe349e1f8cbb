import pg from 'pg'
import type { Connection } from '../pool.ts'

/**
 * Text comes out of and goes into every server in the same form, whatever its own settings; and a large table may take
 * as long as it takes, where the application's queries may not.
 */
const settings = [
  "set client_encoding = 'UTF8'",
  "set datestyle = 'ISO, YMD'",
  "set intervalstyle = 'postgres'",
  "set timezone = 'UTC'",
  'set extra_float_digits = 1',
  "set bytea_output = 'hex'",
  'set statement_timeout = 0',
  'set lock_timeout = 0',
  'set idle_in_transaction_session_timeout = 0',
]

/**
 * One connection for as long as the work takes. When the work fails, or the signal is aborted, it is cut in the middle of
 * whatever it waits for, which undoes what was not committed.
 */
export async function withSession<T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted()
  const client = new pg.Client({
    ...connection,
    connectionTimeoutMillis: 5_000,
    application_name: 'weerklank backup',
  })
  // A connection that the server ends is told twice: to the query, which rejects, and here.
  client.on('error', () => undefined)
  const end = () => client.end().catch(() => undefined)
  signal?.addEventListener('abort', end, { once: true })
  try {
    await client.connect()
    await client.query(settings.join(';'))
    return await work(client)
  } catch (error) {
    // Whether the cut connection or the abort is noticed first is chance; the reason is the abort.
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', end)
    await end()
  }
}

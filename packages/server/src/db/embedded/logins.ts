import pg from 'pg'
import { OWNER } from './cluster.ts'
import { codeOf, EmbeddedError } from './embedded-error.ts'
import { SOCKET_PORT } from './settings.ts'

/** What `pg` needs to connect; `host` is the folder of the socket. */
export type PgSettings = { host: string; port: number; user: string; password: string; database: string }

export const APP = 'weerklank_app'
export const DATABASE = 'weerklank'
const CONNECT_LIMIT_MS = 5_000

export function ownerSettings(socketDir: string, password: string): PgSettings {
  return { host: socketDir, port: SOCKET_PORT, user: OWNER, password, database: DATABASE }
}

export function appSettings(socketDir: string, password: string): PgSettings {
  return { host: socketDir, port: SOCKET_PORT, user: APP, password, database: DATABASE }
}

export async function withClient<T>(
  settings: PgSettings,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...settings, ssl: false, connectionTimeoutMillis: CONNECT_LIMIT_MS })
  // A connection that the server ends is told twice: to the query, which rejects, and here.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

export async function tryLogin(settings: PgSettings): Promise<'accepted' | 'refused' | 'no-answer'> {
  try {
    return await withClient(settings, async () => 'accepted' as const)
  } catch (error) {
    return isRefusal(error) ? 'refused' : 'no-answer'
  }
}

/** SQLSTATE class 28: the password or the login itself is not accepted. */
function isRefusal(error: unknown): boolean {
  return codeOf(error)?.startsWith('28') ?? false
}

/** Makes what is absent: the application's login, its database, and the rights between them. */
export async function prepareLogins(owner: PgSettings, appPassword: string): Promise<void> {
  try {
    await withClient({ ...owner, database: 'postgres' }, async (client) => {
      const { rows } = await client.query<State>(stateQuery)
      const state = rows[0]
      if (state?.loginIsRight !== true) await makeLogin(client, appPassword)
      if (state?.databaseExists !== true) {
        await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`)
      }
      if (state?.rightsAreSet !== true) {
        await client.query(
          `BEGIN; REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC; GRANT CONNECT ON DATABASE ${DATABASE} TO ${APP}; COMMIT`,
        )
      }
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    throw new EmbeddedError(
      'half-initialised',
      'The database does not know the password in database.json, so that file belongs to another one: put back the right file from a backup and start again.',
      error,
    )
  }
}

type State = { loginIsRight: boolean; databaseExists: boolean; rightsAreSet: boolean }

const stateQuery = `
  SELECT EXISTS (
      SELECT FROM pg_roles WHERE rolname = '${APP}' AND rolcanlogin AND NOT rolsuper AND NOT rolbypassrls
        AND NOT rolcreatedb AND NOT rolcreaterole AND NOT rolreplication
    ) AS "loginIsRight",
    EXISTS (SELECT FROM pg_database WHERE datname = '${DATABASE}') AS "databaseExists",
    EXISTS (SELECT FROM pg_database WHERE datname = '${DATABASE}' AND datacl IS NOT NULL) AS "rightsAreSet"`

async function makeLogin(client: pg.Client, password: string): Promise<void> {
  const { rowCount } = await client.query(`SELECT FROM pg_roles WHERE rolname = '${APP}'`)
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER'
  await client.query(
    `${verb} ROLE ${APP} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD ${client.escapeLiteral(password)}`,
  )
}

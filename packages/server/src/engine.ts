import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { secretFile } from './config.exposure.ts'
import { type Config, ConfigError } from './config.ts'
import { planTextReviews } from './consent/consent.review.ts'
import { loadConsentTexts, publishConsentTexts } from './consent/consent-texts.ts'
import { startEmbedded } from './db/embedded/embedded.ts'
import { migrate } from './db/migrate.ts'
import { appRole } from './db/policy.ts'
import { type Connection, openDatabase } from './db/pool.ts'
import { realWorld } from './deps.ts'
import { type Content, publishInstruments } from './feedback/instruments.ts'
import type { Log } from './http/log.ts'
import { loadLibrary } from './library/library.content.ts'
import { publishLibrary } from './library/library.index.ts'
import type { Db, Schema } from './schema.ts'

/** A running PostgreSQL, ours or an organisation's, with the two ways to sign in to it. */
export type Engine = { owner: Connection; app: Connection; stop: () => Promise<void> }

/** Starts the embedded database of the data folder, or points at the server that the settings name. */
export async function openEngine(config: Config, log: Log): Promise<Engine> {
  if (config.databaseUrl !== null) {
    return {
      owner: { connectionString: config.ownerUrl ?? config.databaseUrl },
      app: { connectionString: config.databaseUrl },
      stop: async () => {},
    }
  }
  return startEmbedded({ dataDir: config.dataDir, log: (line) => log.info({}, line) })
}

/** Brings the schema and the published content up to date. Gives the names of the migrations that were carried out. */
export async function bringUpToDate(engine: Engine, content: Content, log: Log): Promise<string[]> {
  const owner = openOwner(engine, log)
  try {
    const done = await migrate(owner)
    await letIn(engine, owner, log)
    await publishInstruments(owner, content)
    await publishLibrary(owner, loadLibrary())
    const texts = loadConsentTexts()
    await publishConsentTexts(owner, texts)
    await planTextReviews(owner, realWorld, texts)
    return done
  } finally {
    await owner.destroy()
  }
}

/** SQLSTATE for what a login may not do. */
const notAllowed = '42501'

/**
 * The application works as a role of its own. The login of an organisation's server may not take that role before it was
 * given to it, also when it is the login that made the role.
 */
async function letIn(engine: Engine, owner: Db, log: Log): Promise<void> {
  const app = openDatabase<Schema>(engine.app, {
    as: 'application',
    size: 1,
    onError: (error) => warn(log, error),
  })
  try {
    await sql`select 1`.execute(app)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== notAllowed) throw error
    const login = new pg.Client(engine.app).user ?? ''
    await sql`grant ${sql.id(appRole)} to ${sql.id(login)}`.execute(owner).catch((cause) => {
      const wish = `grant ${appRole} to "${login}"`
      throw new ConfigError(
        `DATABASE_URL: this login may not work as ${appRole}. Let an administrator of the server say: ${wish}.`,
        { cause },
      )
    })
  } finally {
    await app.destroy()
  }
}

/** The owner's connection: for migrations, new workspaces, backups. */
export function openOwner(engine: Pick<Engine, 'owner'>, log: Log): Db {
  return openDatabase<Schema>(engine.owner, { as: 'owner', size: 2, onError: (error) => warn(log, error) })
}

/** What a broken idle connection deserves: a line in the log. The pool makes a new one. */
export function warn(log: Log, error: Error): void {
  log.warn({ err: error }, 'A database connection broke')
}

/** The secret that signs session cookies: from the settings, or made once and kept in the data folder, for its owner only. */
export function sessionSecret(config: Config): string {
  if (config.secret !== null) return config.secret
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const path = join(config.dataDir, secretFile)
  if (!existsSync(path)) {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, `${randomBytes(32).toString('base64url')}\n`)
    closeSync(file)
  }
  return readFileSync(path, 'utf8').trim()
}

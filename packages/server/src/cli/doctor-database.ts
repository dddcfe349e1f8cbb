import { isDeepStrictEqual } from 'node:util'
import { instrumentKey } from '@weerklank/core/feedback/instrument'
import { sql } from 'kysely'
import { migrations, pendingMigrations } from '../db/migrate.ts'
import { openDatabase } from '../db/pool.ts'
import { warn } from '../engine.ts'
import { loadContent } from '../feedback/instruments.ts'
import type { Db, Schema } from '../schema.ts'
import { explainDatabaseError } from './database-error.ts'
import { blindFinding, tableFindings } from './doctor-tables.ts'
import { type Finding, failure, ok, warning } from './finding.ts'
import { asOwner, type OnDatabase } from './on-database.ts'

/** What can be seen in a database that answers. */
export function databaseFindings(on: OnDatabase): Promise<Finding[]> {
  return asOwner(on, async (owner) => {
    const server = await serverFinding(owner)
    const migrated = await migrationFinding(owner)
    // Without tables there is nothing more to see.
    if (migrated.state === 'fail') return [server, migrated]
    const application = await asApplication(on)
    const comesIn = application.every((finding) => finding.state !== 'fail')
    return [
      ...[server, migrated, await instrumentFinding(owner), ...application],
      ...(await tableFindings(on, owner)),
      ...(comesIn ? [await blindFinding(on, owner)] : []),
    ]
  })
}

async function serverFinding(owner: Db): Promise<Finding> {
  const { rows } = await sql<{ version: string; number: number; encoding: string }>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      current_setting('server_encoding') as encoding`.execute(owner)
  const { version = '', number = 0, encoding = '' } = rows[0] ?? {}
  if (number < 150_000)
    return failure(`PostgreSQL ${version}`, 'move to a server with PostgreSQL 15 or newer')
  if (encoding !== 'UTF8') {
    return failure(
      `the database stores text as ${encoding}`,
      "make it with encoding 'UTF8', and restore a backup into that",
    )
  }
  return ok(`the database answers: PostgreSQL ${version}`)
}

async function migrationFinding(owner: Db): Promise<Finding> {
  const pending = await pendingMigrations(owner)
  const known = Object.keys(migrations)
  if (pending.length > 0) {
    const what =
      pending.length === known.length ? 'the database has no tables yet' : `to be done: ${pending.join(', ')}`
    return failure(what, 'run `weerklank migrate`, or start the server, which does it as well')
  }
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(owner)
  const unknown = rows.map(({ name }) => name).filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    return failure(`the database belongs to a newer Weerklank (${unknown.join(', ')})`, 'start that version')
  }
  return ok('the tables are up to date')
}

async function instrumentFinding(owner: Db): Promise<Finding> {
  const stored = await owner.selectFrom('instrument_version').selectAll().execute()
  const published = new Map(stored.map((row) => [`${row.instrument_id} ${row.version}`, row.definition]))
  const { instruments, teamInstruments, circleInstruments } = loadContent()
  const all = [...instruments.values(), ...teamInstruments.values(), ...circleInstruments.values()]
  const states = all.map((instrument) => {
    const there = published.get(`${instrument.id} ${instrument.version}`)
    return {
      key: instrumentKey(instrument),
      isThere: there !== undefined,
      isSame: isDeepStrictEqual(there, instrument),
    }
  })
  const changed = states.filter(({ isThere, isSame }) => isThere && !isSame)
  if (changed.length > 0) {
    return failure(
      `changed after it was published: ${changed.map(({ key }) => key).join(', ')}`,
      'put the old wording back in content/ and publish a new version',
    )
  }
  const missing = states.filter(({ isThere }) => !isThere)
  if (missing.length > 0) {
    return failure(
      `not published yet: ${missing.map(({ key }) => key).join(', ')}`,
      'run `weerklank migrate`',
    )
  }
  return ok('the published instruments are unchanged')
}

type Login = { login: string; isPowerful: boolean; ownsTables: boolean }

/** Comes in as the application does, and looks who it is then. */
async function asApplication(on: OnDatabase): Promise<Finding[]> {
  const app = openDatabase<Schema>(on.engine.app, {
    as: 'application',
    size: 1,
    onError: (error) => warn(on.log, error),
  })
  try {
    const { rows } = await sql<Login>`
      select session_user as login, rolsuper or rolbypassrls as "isPowerful",
        exists (select from pg_class where relowner = r.oid and relname = 'workspace') as "ownsTables"
      from pg_roles r where rolname = session_user`.execute(app)
    return rows.map(loginFinding)
  } catch (error) {
    return [failure('the application does not come in', explainDatabaseError(error) ?? String(error))]
  } finally {
    await app.destroy()
  }
}

function loginFinding({ login, isPowerful, ownsTables }: Login): Finding {
  const separate = 'give the application a login of its own (docs/operations.md, “Separate logins”)'
  if (isPowerful) return warning(`the login ${login} can do everything on the server`, separate)
  if (ownsTables) return warning(`the login ${login} of the application owns the tables as well`, separate)
  return ok(`the application comes in as ${login}, which owns no tables`)
}

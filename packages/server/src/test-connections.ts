/** What an application in a test reaches its database with: connections of its own, or those of all tests of its file. */
import type pg from 'pg'
import { openDatabase, openPool } from './db/pool.ts'
import { type EventHub, openEventHub } from './http/events.ts'
import type { Log } from './http/log.ts'
import type { Db, Schema } from './schema.ts'
import type { TestDatabase } from './test-database.ts'

export type Connections = {
  db: Db
  /** The owner's connection: reads rows only within `asMaintenance`. */
  owner: Db
  /** What the library for signing in works with. */
  pool: pg.Pool
  hub: EventHub
  close: () => Promise<void>
}

export function openOwnerOf(database: TestDatabase): Db {
  return openDatabase<Schema>(database.owner, { as: 'owner', size: 2, onError: () => undefined })
}

/** Connections that no other application has: those of another process, or on a database that a test takes away. */
export async function openConnections(database: TestDatabase, log: Log): Promise<Connections> {
  const onError = (error: Error) => log.warn({ err: error }, 'A database connection broke')
  const db = openDatabase<Schema>(database.app, { as: 'application', size: 8, onError })
  const owner = openOwnerOf(database)
  const pool = openPool(database.app, { as: 'application', size: 4, onError, searchPath: 'auth' })
  const hub = await openEventHub({ settings: database.app, pool, log })
  const close = async () => {
    await hub.close()
    await Promise.all([db.destroy(), owner.destroy(), pool.end()])
  }
  return { db, owner, pool, hub, close }
}

/** Gives an application the connections it shares, and tells its log of what happens to them until it closes. */
export type SharedConnections = {
  owner: Db
  forApp: (log: Log) => Connections
  close: () => Promise<void>
}

/** A connection costs more than most tests: it learns all of the tables again. So the tests of a file hand it on. */
export async function openSharedConnections(database: TestDatabase): Promise<SharedConnections> {
  const logs = new Set<Log>()
  const at = (level: keyof Log) => (fields: object, message: string) => {
    for (const log of logs) log[level](fields, message)
  }
  const opened = await openConnections(database, { info: at('info'), warn: at('warn'), error: at('error') })
  return {
    owner: opened.owner,
    forApp: (log) => {
      logs.add(log)
      // A hub of its own to look at: a test may put its own ear in it.
      return { ...opened, hub: { ...opened.hub }, close: async () => void logs.delete(log) }
    },
    close: opened.close,
  }
}

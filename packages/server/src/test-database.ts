import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Connection } from './db/pool.ts'
import { inDatabase, runStatements } from './db/test-connection.ts'

/** A migrated, otherwise empty database that is dropped at the end of its block. */
export type TestDatabase = AsyncDisposable & {
  name: string
  owner: Connection
  app: Connection
  /** Statements for the server rather than this database, e.g. to close it or to end its connections. */
  administer: (...statements: string[]) => Promise<Record<string, unknown>[]>
}

/** Copies the run's migrated template; with `empty` a database without any table. */
export async function testDatabase(kind: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = server.prefix + randomBytes(6).toString('hex')
  const administer = (...statements: string[]) => runStatements(server.owner, ...statements)
  const template = kind === 'empty' ? 'template0' : server.template
  // Copying files takes a tenth of the time of writing all of them to the log first, on a server without fsync.
  await administer(`create database ${name} template ${template} strategy file_copy`)
  return {
    name,
    owner: inDatabase(server.owner, name),
    app: inDatabase(server.app, name),
    administer,
    [Symbol.asyncDispose]: async () => {
      await administer(`drop database ${name} with (force)`).catch((error: unknown) => {
        // Something of the server itself, as its vacuum, is in there: by force only a superuser ends that. Without, the server
        // ends it by itself, and waits some seconds for whoever is about to leave.
        if (!(error instanceof pg.DatabaseError && error.code === '42501')) throw error
        return administer(`drop database ${name}`)
      })
    },
  }
}

import { Kysely, type Migration, Migrator, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { BackupError } from './backup-error.ts'

/** The migrator opens a transaction of its own; inside ours that is a savepoint. */
const nested: Readonly<Record<string, string>> = {
  begin: 'savepoint migrations',
  commit: 'release savepoint migrations',
  rollback: 'rollback to savepoint migrations',
}

/** Carries out migrations within the transaction that is open on the connection: all of them, or up to the one named. */
export async function migrateWithin(
  client: pg.Client,
  migrations: Readonly<Record<string, Migration>>,
  upTo?: string,
): Promise<void> {
  const connection = {
    query: ((text: string, values: unknown[]) =>
      client.query(nested[text] ?? text, values)) as pg.PoolClient['query'],
    release: () => undefined,
  }
  const pool = { connect: async () => connection, end: async () => undefined }
  const db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo))
  if (error !== undefined) throw new BackupError('The tables could not be made', error)
}

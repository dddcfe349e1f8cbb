import { type PgSettings, withClient } from './logins.ts'

/**
 * A new package may bring a newer ICU with another order of letters. An index built in the old order would then miss
 * rows, so indexes are rebuilt once, in each database, before anyone reads.
 */
export async function refreshCollations(owner: PgSettings, log: (line: string) => void): Promise<void> {
  const { rows } = await withClient(owner, (client) => client.query<{ name: string }>(outdatedDatabases))
  for (const { name } of rows) {
    log(`The order of letters changed with this version; rebuilding the indexes of database ${name}.`)
    await withClient({ ...owner, database: name }, async (client) => {
      const quoted = client.escapeIdentifier(name)
      await client.query(`REINDEX DATABASE ${quoted}`)
      await client.query(refreshNamedCollations)
      // Last, so that a crash on the way does it all again.
      await client.query(`ALTER DATABASE ${quoted} REFRESH COLLATION VERSION`)
    })
  }
}

/** `template0` keeps no version, and nobody can have built an index in it. */
const outdatedDatabases = `
  SELECT datname AS name FROM pg_database
  WHERE datallowconn AND datcollversion <> pg_database_collation_actual_version(oid)`

/** Collations that are named in a query or an index, such as "nl-x-icu", keep a version of their own. */
const refreshNamedCollations = `
  DO $$
  DECLARE outdated regcollation;
  BEGIN
    FOR outdated IN
      SELECT oid FROM pg_collation WHERE collversion <> pg_collation_actual_version(oid)
    LOOP
      EXECUTE format('ALTER COLLATION %s REFRESH VERSION', outdated);
    END LOOP;
  END $$`

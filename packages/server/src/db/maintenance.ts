import { type Kysely, sql, type Transaction } from 'kysely'

/** Work of the owner on tenant rows (a new workspace, a backup): says so, since row-level security binds the owner too. */
export async function asMaintenance<Schema, Result>(
  owner: Kysely<Schema>,
  work: (trx: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  return owner.transaction().execute(async (trx) => {
    await sql`set local app.maintenance = 'on'`.execute(trx)
    return work(trx)
  })
}

import { type Kysely, sql } from 'kysely'

/**
 * The questions about a contact by that contact, so that telling how it was does not look through all that was ever asked in
 * a collaboration, nor does taking a contact away.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create index invitation_contact on invitation (workspace_id, contact_id) where contact_id is not null`.execute(
    db,
  )
}

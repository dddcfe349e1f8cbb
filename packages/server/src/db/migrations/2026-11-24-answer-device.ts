import { type Kysely, sql } from 'kysely'

const statements = [
  // SHA-256 of the secret that was left on the device which gave the answer. It is written with the answer and never later:
  // the application may change no other column of an answer than those that 2026-11-23-who-reads names.
  'alter table response add column device_hash text',
  // A link that a newer one came in the place of leads to no answer any more, and still pauses and stops (ADR 0020).
  `alter table invitation_token
    add column replaced_at timestamptz,
    add column by_letter boolean not null default false`,
]

/** What only the person who answered may do with the link of a check, and what every link of hers goes on doing. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

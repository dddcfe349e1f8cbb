import { type Kysely, sql } from 'kysely'

const statements = [
  // A link that was opened on a device of the house: for a short while, and what was answered is not shown there.
  "alter table invitation_token add column way text not null default 'link' check (way in ('link', 'device', 'kiosk'))",
  // Locked because the device was given to somebody else, who is told to bring it back.
  'alter table auth."session" add column "handedOverAt" timestamptz',
]

/** Answering on a device that is not one's own. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

import { type Kysely, sql } from 'kysely'

const statements = [
  // How many letters somebody had sent with a link to this question, and which was the last: never to what address.
  'alter table invitation add column letters integer not null default 0 check (letters between 0 and 3)',
  'alter table invitation add column last_letter uuid',
  // An address typed once is kept no longer than it takes to send the letter, or to give it up: a promise of the table.
  `alter table mail_message add check (kind <> 'check-link' or (sent_at is null and given_up_at is null)
    or (to_address = '' and body_text = '' and body_html = ''))`,
]

/** Sending the link to a question by mail, to an address that is not kept. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

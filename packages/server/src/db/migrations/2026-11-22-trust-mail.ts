import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

/**
 * Mails that are to be sent, or could not be. What stands in one is emptied when it is sent; what signs somebody in is never
 * kept at all: both are promises of the table, not of the program.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table mail_message (
      workspace_id uuid not null references workspace,
      id uuid not null,
      kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
      to_address text not null check (char_length(to_address) <= 254),
      to_name text not null default '' check (char_length(to_name) <= 200),
      subject text not null check (char_length(subject) <= 200),
      body_text text not null default '' check (char_length(body_text) <= 20000),
      body_html text not null default '' check (char_length(body_html) <= 60000),
      created_at timestamptz not null,
      waiting_since timestamptz not null,
      -- One process has it in hand; when this passes without a word, nobody knows whether it went.
      claimed_until timestamptz,
      sent_at timestamptz,
      given_up_at timestamptz,
      attempts integer not null default 0,
      last_error text,
      primary key (workspace_id, id),
      check (sent_at is null or given_up_at is null),
      check ((sent_at is null and kind <> 'sign-in') or (body_text = '' and body_html = ''))
    )`.execute(db)
  await sql`create index mail_message_created on mail_message (workspace_id, created_at)`.execute(db)
  const { role, signedIn, purpose } = condition
  const keeper = `(${role('administrator')} and ${signedIn}) or ${purpose('system')}`
  // Whoever does something that calls for a mail writes it; only who looks after the installation reads what waits.
  await protect(db, 'mail_message', { select: keeper, insert: 'true', update: keeper, delete: keeper })
}

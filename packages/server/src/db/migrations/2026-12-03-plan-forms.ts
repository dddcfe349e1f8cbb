import { type Kysely, sql } from 'kysely'

const statements = [
  // What is asked: nothing here is the contact check, else a form, in its newest version each time.
  'alter table check_plan add column form_id uuid',
  'alter table check_plan add foreign key (workspace_id, form_id) references form (workspace_id, id)',
  // Every so many days, within a time.
  'alter table check_plan add column every_days integer check (every_days between 1 and 366)',
  'alter table check_plan add column begins_on date',
  'alter table check_plan add column ends_on date',
  'alter table check_plan drop constraint check_plan_rhythm_check',
  "alter table check_plan add check (rhythm in ('after-contact', 'weeks', 'days', 'none'))",
  "alter table check_plan add check ((rhythm = 'days') = (every_days is not null))",
  'alter table check_plan add check (ends_on is null or begins_on is null or ends_on >= begins_on)',
  // A form is about no contact.
  "alter table check_plan add check (form_id is null or rhythm <> 'after-contact')",
  // What went out was a check or a form; which one of both is the key.
  'alter table check_notice drop constraint check_notice_pkey',
  'alter table check_notice alter column invitation_id drop not null',
  'alter table check_notice add column form_invitation_id uuid',
  'alter table check_notice add column asked_id uuid',
  "set local app.maintenance = 'on'",
  'update check_notice set asked_id = invitation_id',
  'alter table check_notice alter column asked_id set not null',
  'alter table check_notice add primary key (workspace_id, asked_id, number)',
  'alter table check_notice add check (asked_id = coalesce(invitation_id, form_invitation_id))',
  'alter table check_notice add check ((invitation_id is null) <> (form_invitation_id is null))',
  `alter table check_notice add foreign key (workspace_id, form_invitation_id)
    references form_invitation (workspace_id, id) on delete cascade`,
]

/** Asking now and then with a form, every so many days and within a time. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

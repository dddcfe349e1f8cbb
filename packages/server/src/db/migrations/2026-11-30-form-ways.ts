import { type Kysely, sql } from 'kysely'

const statements = [
  // How many letters somebody had sent with a link to this form, and which was the last; by which way it was answered.
  'alter table form_invitation add column letters integer not null default 0 check (letters between 0 and 3)',
  'alter table form_invitation add column last_letter uuid',
  "alter table form_invitation add column answered_way text check (answered_way in ('link', 'device', 'kiosk', 'paper'))",
  // As with checks: an older letter goes on offering to be asked less, and a device of the house shows nothing of the answer.
  'alter table form_token add column replaced_at timestamptz',
  'alter table form_token add column by_letter boolean not null default false',
  "alter table form_token add column way text not null default 'link' check (way in ('link', 'device', 'kiosk', 'paper'))",
  // Where a colleague types over a paper: who, and for when it counts.
  'alter table form_token add column entered_by uuid',
  'alter table form_token add column answered_at timestamptz',
  "alter table form_token add check ((way = 'paper') = (entered_by is not null) and (way = 'paper') = (answered_at is not null))",
  'alter table form_token add foreign key (workspace_id, entered_by) references member (workspace_id, id)',
  // Answered on paper, and typed in afterwards by this colleague; null is answered by the person herself.
  'alter table form_response add column entered_by uuid',
  'alter table form_response add foreign key (workspace_id, entered_by) references member (workspace_id, id)',
  // A code opens one check or one form.
  'alter table kiosk_code alter column invitation_id drop not null',
  'alter table kiosk_code add column form_invitation_id uuid',
  `alter table kiosk_code add foreign key (workspace_id, form_invitation_id)
    references form_invitation (workspace_id, id) on delete cascade`,
  'alter table kiosk_code add check ((invitation_id is null) <> (form_invitation_id is null))',
]

/** Asking with a form by mail, on a device of the house, at a kiosk and on paper. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

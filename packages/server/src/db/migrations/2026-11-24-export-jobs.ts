import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { memberOnly, signedIn, actorIs, purpose } = condition

const tables = [
  // A file that is made for one colleague. The row holds no content; the file lies in the data folder for seven days.
  `create table export_job (
    workspace_id uuid not null references workspace,
    id uuid not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    kind text not null check (kind in ('report', 'checks')),
    relation_id uuid,
    purpose text not null,
    wish jsonb not null,
    done integer not null default 0 check (done >= 0),
    total integer not null default 0 check (total >= 0),
    begun_at timestamptz,
    failed_at timestamptz,
    made_at timestamptz,
    expires_at timestamptz,
    relations uuid[] not null default '{}',
    seal text not null default '',
    primary key (workspace_id, id),
    foreign key (workspace_id, asked_by) references member (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id) on delete cascade,
    check (kind <> 'report' or relation_id is not null),
    check ((made_at is null) = (expires_at is null))
  )`,
  'create index export_job_asked on export_job (workspace_id, asked_by, asked_at)',
  'create index export_job_relation on export_job (workspace_id, relation_id) where relation_id is not null',
]

/** Files made in the background: only who asked sees that there is one. The program takes them away when their time is over. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  const own = `${actorIs('asked_by')} and ${signedIn} and ${memberOnly}`
  const ownOrProgram = `((${own}) or ${purpose('system')})`
  await protect(db, 'export_job', {
    select: ownOrProgram,
    insert: own,
    update: ownOrProgram,
    delete: ownOrProgram,
  })
}

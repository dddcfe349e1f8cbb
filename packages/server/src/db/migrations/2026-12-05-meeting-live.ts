import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { meeting, purpose } = condition
const statements = [
  // What who leads did with a meeting and why, in its order. Never who wrote or was ready: that is nobody's history.
  `create table meeting_event (
    workspace_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    -- Who asked for it.
    place_id uuid not null,
    at timestamptz not null,
    kind text not null check (kind in ('begin', 'next', 'extend', 'pause', 'resume', 'skip', 'repeat', 'move', 'insert',
      'anonymous', 'reveal', 'begin-round', 'take-over', 'end')),
    -- The step it was done to.
    step_key text not null check (char_length(step_key) <= 80),
    reason text check (char_length(reason) <= 300),
    primary key (workspace_id, id),
    foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
    foreign key (workspace_id, place_id) references meeting_place (workspace_id, id) on delete cascade
  )`,
  'create index meeting_event_meeting on meeting_event (workspace_id, meeting_id, at)',
  'create index meeting_event_place on meeting_event (workspace_id, place_id)',
]

/** What was done with a meeting while it was held: whoever is at the table may read it, only the program writes it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await protect(db, 'meeting_event', { select: meeting(), insert: `${meeting()} and ${purpose('system')}` })
}

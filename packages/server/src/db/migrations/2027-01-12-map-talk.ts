import { type Kysely, sql } from 'kysely'

const statements = [
  // Moments that were begun before have no day, and stay readable as they were: of a new one the program asks for it.
  `alter table network_wave
    add column talk_on date,
    -- The planned meeting, where there is one.
    add column meeting_id uuid,
    add check (talk_on is not null or meeting_id is null),
    add foreign key (workspace_id, meeting_id) references meeting (workspace_id, id)
      on delete set null (meeting_id)`,
]

/** A map is talked about: no moment is begun without the day on which that is. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

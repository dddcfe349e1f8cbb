import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect, type TableRules } from '../policy.ts'

const { relation, participant, memberOnly } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  // Who put it in; null: before this was kept, or she asked to be forgotten. It is told to nobody but herself.
  'alter table tension add participant_id uuid',
  `alter table tension add constraint tension_participant
    foreign key (workspace_id, participant_id) references participant (workspace_id, id)`,
  'create index tension_participant on tension (workspace_id, participant_id)',
]

const rules: TableRules = {
  select: relation(),
  // Everybody of the circle, by her account or her link, in her own name; changing its words is for the colleagues.
  insert: both(relation(), either(participant(), both(memberOnly, 'participant_id is null'))),
  update: both(relation(), memberOnly),
}

const changeable =
  'left_pole, right_pole, left_good, right_good, situation, asks, room, meeting_id, look_on, resting_since, changed_at, version, participant_id'

/** The family and people of other organisations put a tension in by their links, as equals. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await protect(db, 'tension', rules)
  await sql.raw(`revoke update on tension from ${appRole}`).execute(db)
  await sql.raw(`grant update (${changeable}) on tension to ${appRole}`).execute(db)
}

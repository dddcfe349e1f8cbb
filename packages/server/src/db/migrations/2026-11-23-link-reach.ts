import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { relation, memberOnly, takesPart, signedIn, actorIs, purpose, person, role, storing, isStoring } =
  condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const team = both(relation(), memberOnly)
const researcher = both(role('researcher'), signedIn)
const practitioner = both(
  signedIn,
  either(...['professional', 'facilitator', 'trainer', 'coach'].map((name) => role(name))),
)

const rules: Readonly<Record<string, TableRules>> = {
  relation: {
    select: either(takesPart, relation('id'), both(purpose('emergency'), practitioner)),
    insert: both(practitioner, actorIs('created_by'), takesPart),
    // By a respondent only while her answer is stored: it may raise the collaboration in the list.
    update: both(relation('id'), either(memberOnly, isStoring)),
  },
  // Her answer goes to research only where she said yes, and the register counts that she took part.
  consent_grant: {
    select: either(person(), storing(), researcher),
    insert: person(),
    update: person(),
    delete: person(),
  },
  research_register: {
    select: either(researcher, person(), storing()),
    insert: person(),
    update: person(),
  },
  research_moment: {
    select: either(researcher, person(), storing()),
    insert: either(person(), storing()),
    update: either(person(), storing()),
  },
  research_answer: {
    select: either(both(researcher, 'in_use'), person()),
    insert: both(either(person(), storing()), 'in_use'),
    update: person(),
  },
  // What the professional wrote about a contact is not for whoever comes by a link, but on her own page where it is shown.
  contact_summary: {
    select: both(relation(), either(memberOnly, purpose('access'))),
    insert: team,
    update: team,
    delete: team,
  },
}

const statements = [
  `create table contact_summary (
    workspace_id uuid not null,
    contact_id uuid not null,
    relation_id uuid not null,
    body text not null check (body <> ''),
    primary key (workspace_id, contact_id),
    foreign key (workspace_id, contact_id) references contact (workspace_id, id) on delete cascade,
    foreign key (workspace_id, relation_id) references relation (workspace_id, id)
  )`,
  'create index contact_summary_relation on contact_summary (workspace_id, relation_id)',
  "set local app.maintenance = 'on'",
  `insert into contact_summary (workspace_id, contact_id, relation_id, body)
    select workspace_id, id, relation_id, summary from contact where summary <> ''`,
  'alter table contact drop column summary',
]

/** Less in reach by the link of a check: nothing of her own but what her answer touches, and no summary of a contact. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
}

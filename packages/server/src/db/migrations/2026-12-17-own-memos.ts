import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { analysis, memberOnly, actorIs, purpose } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const inside = both(analysis(), memberOnly)
const open = (column: string) => either('not sealed', actorIs(column), purpose('reveal'))
const own = (column: string) => either(actorIs(column), purpose('undo'), purpose('system'))
/** Of oneself, or shared. What takes codes along takes the memos on them along too, whosever they are (see deed.act.ts). */
const read = either('not is_private', actorIs('author_id'), purpose('undo'), purpose('reveal'))

const rules: Readonly<Record<string, TableRules>> = {
  analysis_memo: {
    select: both(inside, open('author_id'), read),
    insert: both(inside, own('author_id')),
    update: both(inside, open('author_id'), read),
    delete: both(inside, open('author_id'), read),
  },
  // What was written down of a memo is read by whoever did it alone.
  analysis_deed_part: {
    select: both(
      inside,
      open('member_id'),
      either("row_kind <> 'memo'", actorIs('member_id'), purpose('undo'), purpose('reveal')),
    ),
    insert: both(inside, own('member_id')),
    update: both(inside, either(actorIs('member_id'), purpose('reveal'), purpose('system'))),
  },
}

/** A memo is for oneself unless it is shared. Those that were there were read by everybody who works on it, and still are. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw('alter table analysis_memo add column is_private boolean not null default false').execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
}

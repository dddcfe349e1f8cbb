import { type Kysely, sql } from 'kysely'
import { appRole, condition, onlyLooks, protect, type TableRules, writtenWhileLooking } from '../policy.ts'

const { role, signedIn, purpose, anyPerson, actorIsText, relation, person } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const system = purpose('system')
const keeper = either(both(role('administrator'), signedIn), system)

const rules: Readonly<Record<string, TableRules>> = {
  // Read by the privacy officer and by the person it is about; everyone adds in her own name only.
  audit_event: {
    select: either(
      both(purpose('audit'), role('privacy-officer')),
      both(purpose('access'), either(relation(), person())),
    ),
    insert: actorIsText('actor'),
  },
  // No link and no guest has anything to mail.
  mail_message: {
    select: keeper,
    insert: either(both(signedIn, `not ${role('guest')}`), system),
    update: keeper,
    delete: keeper,
  },
  // Given out when the choices of somebody are open; before that nobody needs to know how many there are.
  research_code: { select: anyPerson, insert: anyPerson, update: anyPerson },
}

/** Less in reach again: who came in for an emergency only looks, and nobody writes in the name of another. */
export async function up(db: Kysely<never>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
  await closeToEmergencies(db)
  await run(`alter table emergency_access add check (ends_at - at <= interval '4 hours')`)
  // Her reason and its beginning stay as they were written; only the end moves.
  await run(`revoke update on emergency_access from ${appRole}`)
  await run(`grant update (ends_at) on emergency_access to ${appRole}`)
}

type Policy = { table: string; name: string; using: string | null; check: string | null }

/** What was protected before `protect` closed writing by itself. Any rule in force stays as it is, with that added. */
async function closeToEmergencies(db: Kysely<never>): Promise<void> {
  const { rows } = await sql<Policy>`
    select tablename as table, policyname as name, qual as using, with_check as check from pg_policies
    where schemaname = current_schema() and ${appRole} = any (roles) and cmd in ('INSERT', 'UPDATE', 'DELETE')
      and coalesce(with_check, qual) not like '%emergency-look%'`.execute(db)
  for (const { table, name, using, check } of rows) {
    if (writtenWhileLooking.includes(table)) continue
    const closed = (rule: string) => `((${rule}) and not (${onlyLooks}))`
    const parts = [using && `using ${closed(using)}`, check && `with check ${closed(check)}`]
    await sql.raw(`alter policy ${name} on ${table} ${parts.filter(Boolean).join(' ')}`).execute(db)
  }
}

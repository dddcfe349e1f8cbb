import { type Kysely, sql } from 'kysely'

/**
 * Policies of before read the member and the collaborations in reach out of `app.ctx`; now each has a setting of its own
 * (ADR 0025). The texts are those that the database gives back, so that what later migrations added to a policy stays.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const { rows } = await sql<Policy>`select tablename, policyname, qual, with_check from pg_policies
    where schemaname = current_schema() order by tablename, policyname`.execute(db)
  for (const { tablename, policyname, qual, with_check } of rows) {
    const using = rewritten(qual)
    const check = rewritten(with_check)
    if (using === qual && check === with_check) continue
    const clauses = [using === null ? '' : `using (${using})`, check === null ? '' : `with check (${check})`]
    await sql.raw(`alter policy ${policyname} on ${tablename} ${clauses.join(' ')}`).execute(db)
  }
}

type Policy = { tablename: string; policyname: string; qual: string | null; with_check: string | null }

const member =
  /CASE\s+WHEN \(substr\(NULLIF\(current_setting\('app\.ctx'::text, true\), ''::text\), 39, 3\) = ' m:'::text\) THEN \(substr\(NULLIF\(current_setting\('app\.ctx'::text, true\), ''::text\), 42, 36\)\)::uuid\s+ELSE NULL::uuid\s+END/g
const reach = /current_setting\('app\.ctx'::text, true\)(, ''::text\) !?~~ \(*'% [rv]:)/g

function rewritten(rule: string | null): string | null {
  if (rule === null) return null
  const now = rule
    .replace(member, "(NULLIF(current_setting('app.member'::text, true), ''::text))::uuid")
    .replace(reach, "current_setting('app.reach'::text, true)$1")
    .replace(
      /(\w+) @> ARRAY\[\s*(\(NULLIF\(current_setting\('app\.member'::text, true\), ''::text\)\)::uuid)\s*\]/g,
      '$2 = ANY ($1)',
    )
  // A policy that was overlooked would still read what nobody sets any more.
  if (/, 42, 36\)|current_setting\('app\.ctx'[^)]*\), ''::text\) !?~~ \(*'% [rv]:/.test(now))
    throw new Error(`A policy cannot be rewritten: ${rule}`)
  return now
}

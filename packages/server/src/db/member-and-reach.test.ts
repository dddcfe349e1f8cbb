import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../test-database.ts'
import { up } from './migrations/2026-12-01-member-and-reach.ts'
import { openDatabase } from './pool.ts'

type Policy = { table: string; name: string; using: string | null; check: string | null }

async function policies(db: Kysely<Record<string, never>>): Promise<Policy[]> {
  const { rows } =
    await sql<Policy>`select tablename as "table", policyname as name, qual as "using", with_check as "check"
    from pg_policies where schemaname = current_schema() order by 1, 2`.execute(db)
  // Whether a word stands in one pair of brackets or two is the database's to say.
  const plain = (rule: string | null) => rule?.replace(/\s+/g, ' ').replace(/[()]/g, '') ?? null
  return rows.map((row) => ({ ...row, using: plain(row.using), check: plain(row.check) }))
}

const member = "(NULLIF(current_setting('app.member'::text, true), ''::text))::uuid"
const context = "NULLIF(current_setting('app.ctx'::text, true), ''::text)"
const before = `(case when substr(${context}, 39, 3) = ' m:' then substr(${context}, 42, 36)::uuid end)`

// Meetings and analyses came later: they never stood in the one line.
const reach = /current_setting\('app\.reach'::text, true\)(, ''::text\) !?~~ \(*'% [rv]:)/g

test('policies that read the member and the reach out of one line come to read each by itself, and nothing else', async () => {
  await using database = await testDatabase()
  const db = openDatabase<Record<string, never>>(database.owner, {
    ...{ as: 'owner', size: 1, onError: () => undefined },
  })
  try {
    const meant = await policies(db)
    const { rows } =
      await sql<Policy>`select tablename as "table", policyname as name, qual as "using", with_check as "check"
      from pg_policies where schemaname = current_schema() and policyname not like '%\\_maintenance'`.execute(
        db,
      )
    for (const { table, name, using, check } of rows) {
      const older = (rule: string) =>
        rule
          .split(`${member} = ANY (`)
          .reduce((text, rest) => text + rest.replace(/^(\w+)\)/, `$1 @> array[${before}]`))
          .replaceAll(member, before)
          .replace(reach, "current_setting('app.ctx'::text, true)$1")
      const clauses = [using && `using (${older(using)})`, check && `with check (${older(check)})`]
      await sql.raw(`alter policy ${name} on ${table} ${clauses.join(' ')}`).execute(db)
    }
    const old = JSON.stringify(await policies(db))
    expect(old).not.toContain('app.member')
    expect(old).not.toMatch(reach)
    expect(old).toContain('@> ARRAY[')
    await up(db as Kysely<never>)
    expect(await policies(db)).toEqual(meant)
  } finally {
    await db.destroy()
  }
})

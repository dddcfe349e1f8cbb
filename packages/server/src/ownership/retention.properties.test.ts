import { type RetentionKind, retentionKinds, retentionRules } from '@weerklank/core/ownership/retention'
import type { WorkingNoteId } from '@weerklank/core/shared/ids'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import type { Trx } from '../schema.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { run } from './retention.fixture.ts'

/** The kinds of which a history can be made without a story, and the moments round which they turn. */
const kinds = ['working-notes', 'care-data', 'personal-links', 'sent-mail'] as const
type Kind = (typeof kinds)[number]

/** One record: of which kind, how many days ago its term began (null: not begun), and whether it lasted a second less. */
const record = fc.record({
  kind: fc.constantFrom(...kinds),
  age: fc.option(fc.integer({ min: 0, max: 8000 }), { nil: null, freq: 6 }),
  /** Ages round the term itself, where an error would be made. */
  near: fc.option(fc.integer({ min: -2, max: 2 }), { nil: null }),
  isYounger: fc.boolean(),
})
type Past = { kind: Kind; age: number | null; near: number | null; isYounger: boolean }

const terms = fc.record({
  'working-notes': fc.option(fc.integer({ min: 7, max: 365 }), { nil: null }),
  'care-data': fc.option(fc.integer({ min: 365, max: 8000 }), { nil: null }),
  'personal-links': fc.option(fc.integer({ min: 1, max: 365 }), { nil: null }),
  'sent-mail': fc.option(fc.integer({ min: 1, max: 365 }), { nil: null }),
})
type Terms = { [K in Kind]: number | null }

test('of any history the job removes exactly what is due, and a second time nothing', async () => {
  await using app = await testApp({ ownDatabase: true })
  const { by } = await app.relation()
  await fc.assert(
    fc.asyncProperty(terms, fc.array(record, { maxLength: 25 }), async (chosen, history) => {
      await reset(app, chosen)
      const days = (kind: Kind) => chosen[kind] ?? retentionRules[kind].defaultDays
      const begins = (one: Past): Instant | null => {
        const age = one.near === null ? one.age : days(one.kind) + one.near
        if (age === null || age < 0) return null
        const at = addDays(app.clock.now(), -age)
        return one.isYounger ? new Date(Date.parse(at) + 1000).toISOString() : at
      }
      const ids = await asMaintenance(app.owner, async (trx) => {
        const made: string[] = []
        for (const one of history)
          made.push(await make(trx, app, { by: by.member, kind: one.kind, at: begins(one) }))
        return made
      })
      const isDue = (one: Past) => {
        const at = begins(one)
        return at !== null && at <= addDays(app.clock.now(), -days(one.kind))
      }
      const kept = ids.filter((_, index) => !isDue(history[index] as Past)).toSorted()
      const { removed } = await run(app)
      expect(await present(app, ids)).toEqual(kept)
      for (const kind of kinds) {
        expect(removed?.[kind]).toBe(history.filter((one) => one.kind === kind && isDue(one)).length)
      }
      expect(Object.values((await run(app)).removed ?? {})).toEqual(retentionKinds.map(() => 0))
      expect(await present(app, ids)).toEqual(kept)
    }),
    { numRuns: 60 },
  )
})

const tables = ['working_note', 'relation', 'mail_message', 'person_link'] as const

async function reset(app: TestApp, chosen: Terms): Promise<void> {
  await asMaintenance(app.owner, async (trx) => {
    for (const table of [...tables, 'retention_rule', 'retention_run']) {
      const first =
        table === 'relation'
          ? sql`and not exists (select from participant p where p.relation_id = t.id)`
          : sql``
      await sql`delete from ${sql.table(table)} t where workspace_id = ${app.workspace} ${first}`.execute(trx)
    }
    for (const [kind, days] of Object.entries(chosen)) {
      if (days === null) continue
      const row = { workspace_id: app.workspace, kind: kind as RetentionKind, days }
      await trx.insertInto('retention_rule').values(row).execute()
    }
  })
}

type Making = { by: string; kind: Kind; at: Instant | null }

async function make(trx: Trx, app: TestApp, { by, kind, at }: Making): Promise<string> {
  const id = app.world.newId<WorkingNoteId>() as string
  const [workspace, now] = [app.workspace, app.clock.now()]
  const of = {
    'working-notes': sql`insert into working_note (workspace_id, id, author_id, body, created_at, changed_at, version)
      values (${workspace}, ${id}, ${by}, 'x', ${at ?? now}, ${at ?? now}, 1)`,
    'care-data': sql`insert into relation (workspace_id, id, title, kind, check_every_days, started_at, closed_at, created_by,
      member_ids) values (${workspace}, ${id}, 'x', 'interpersonal', 14, ${now}, ${at}, ${by}, array[${by}::uuid])`,
    'personal-links': sql`insert into person_link (workspace_id, token_hash, person_id, created_at, expires_at, revoked_at)
      values (${workspace}, ${id.replaceAll('-', '').repeat(2)}, ${by}, ${now}, ${addDays(now, 5)}, ${at})`,
    'sent-mail': sql`insert into mail_message (workspace_id, id, kind, to_address, subject, created_at, waiting_since, sent_at)
      values (${workspace}, ${id}, 'notice', 'a@b.example', 'x', ${now}, ${now}, ${at})`,
  }
  await of[kind].execute(trx)
  return id
}

/** Which of these are still there. */
async function present(app: TestApp, ids: readonly string[]): Promise<string[]> {
  return asMaintenance(app.owner, async (trx) => {
    const { rows } = await sql<{ id: string }>`
      select id::text as id from working_note union all select id::text from relation
      union all select id::text from mail_message
      union all select substr(token_hash, 1, 32)::uuid::text from person_link`.execute(trx)
    return rows
      .map((row) => row.id)
      .filter((id) => ids.includes(id))
      .toSorted()
  })
}

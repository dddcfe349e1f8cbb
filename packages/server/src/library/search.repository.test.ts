import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inContext } from '../db/context.ts'
import { testApp } from '../test-app.ts'

test.each(['library_search', 'library_word'])(
  'who may read %s is asked once, not again for each of thousands of rows',
  async (table) => {
    await using app = await testApp()
    const { member } = await app.professional({ name: 'Noor' })
    const context = { workspace: app.workspace, actor: { member }, relations: [], roles: ['professional'] }
    const plan = await inContext(app.db, context, async (trx) => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select * from ${sql.table(table)} where workspace_id = ${app.workspace}`.execute(trx)
      return rows.map((row) => row['QUERY PLAN'])
    })
    const asked = plan.filter((line) => line.includes('current_setting'))
    expect(asked).toEqual([expect.stringMatching(/One-Time Filter: .*role:guest/)])
  },
)

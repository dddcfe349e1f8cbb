import type { RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { type Context, inContext } from './context.ts'

test('many transactions at once each keep their own context, however their statements are sent', async () => {
  await using app = await testApp()
  const contexts = Array.from(
    { length: 60 },
    (): Context => ({
      ...{
        workspace: app.world.newId<WorkspaceId>(),
        actor: 'system',
        relations: [app.world.newId<RelationId>()],
      },
    }),
  )
  const seen = await Promise.all(
    contexts.map((context) =>
      inContext(app.db, context, async (trx) => {
        const read = sql<{
          ctx: string
          at: string
        }>`select current_setting('app.ctx') as ctx, ${context.workspace} as at`
        const first = await read.execute(trx)
        await sql`select pg_sleep(0.002)`.execute(trx)
        const second = await read.execute(trx)
        return [...first.rows, ...second.rows].map((row) => [row.ctx.slice(2, 38), row.at])
      }),
    ),
  )
  expect(seen).toEqual(contexts.map(({ workspace }) => Array(2).fill([workspace, workspace])))
})

test('a transaction in which nothing was asked is no trouble, and neither is one that fails at once', async () => {
  await using app = await testApp()
  const context: Context = { workspace: app.workspace, actor: 'system', relations: [] }
  expect(await inContext(app.db, context, async () => 'done')).toBe('done')
  await expect(
    inContext(app.db, context, async () => {
      throw new Error('before anything')
    }),
  ).rejects.toThrow('before anything')
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(app.db)
  expect(rows).toEqual([{ one: 1 }])
})

test('what the database took back is not told to be stored', async () => {
  await using app = await testApp()
  const context: Context = { workspace: app.workspace, actor: 'system', relations: [] }
  const swallowed = inContext(app.db, context, async (trx) => {
    await sql`select 1 / 0`.execute(trx).catch(() => undefined)
  })
  await expect(swallowed).rejects.toThrow('The transaction was rolled back instead of committed')
})

test('a process that goes on while another brings the schema up to date, goes on', async () => {
  await using app = await testApp({ ownDatabase: true })
  const relation = await app.relation()
  const paths = [
    '/api/me',
    '/api/today',
    '/api/relations',
    `/api/relations/${relation.id}`,
    `/api/relations/${relation.id}/feedback`,
  ]
  const ask = async () => {
    const asked = Array.from({ length: 4 }, () =>
      paths.map((path) => app.as(relation.by).request('GET', path)),
    )
    return (await Promise.all(asked.flat())).map((reply) => reply.status)
  }
  expect(new Set(await ask())).toEqual(new Set([200]))
  for (const table of ['relation', 'participant', 'contact', 'response', 'signal', 'agreement']) {
    await sql`alter table ${sql.table(table)} add column added_later text`.execute(app.owner)
  }
  // A statement that was prepared before cannot be used any more. Whoever meets that is asked to try again, a few times.
  let statuses = await ask()
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
  for (let i = 0; i < 5 && statuses.includes(503); i++) statuses = await ask()
  expect(new Set(statuses)).toEqual(new Set([200]))
})

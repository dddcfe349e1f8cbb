/** Many who write at the same time: no chain forks, no line is lost, nobody waits for ever. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { testApp } from '../test-app.ts'
import { auditor, writeLinks, writers } from './chain.fixture.ts'
import { verifyChains } from './verify.ts'

test('connections that write at once, also those that share a chain, keep every chain whole', async () => {
  await using app = await testApp({ ownDatabase: true })
  await using open = await writers(app.database, { count: 16, sharing: 5 })
  const each = 12
  const results = await Promise.allSettled(
    open.all.flatMap((db, writer) =>
      Array.from({ length: each }, (_, at) =>
        writeLinks(db, app.world, {
          workspace: app.workspace,
          sizes: [1 + ((writer + at) % 3), 1],
          // Who gives up leaves no gap behind.
          fail: at % 4 === 3,
        }),
      ),
    ),
  )
  const failed = results.filter((result) => result.status === 'rejected')
  expect(new Set(failed.map(({ reason }) => String(reason)))).toEqual(new Set(['Error: Given up']))
  expect(failed).toHaveLength((16 * each) / 4)
  const lines = open.all.flatMap((_, writer) =>
    Array.from({ length: each }, (_, at) => (at % 4 === 3 ? 0 : 2 + ((writer + at) % 3))),
  )
  const written = lines.reduce((sum, one) => sum + one, 0)
  await asMaintenance(app.owner, async (trx) => {
    expect(await verifyChains(trx, app.workspace)).toEqual({ lines: written, chains: 11, broken: null })
    const { rows } = await sql<{ links: string; ends: string }>`
      select count(distinct (lane, seq)) as links, (select sum(seq) from audit_head) as ends from audit_event`.execute(
      trx,
    )
    expect(rows).toEqual([{ links: String(2 * 16 * 9), ends: String(2 * 16 * 9) }])
  })
  expect(open.lanes.size).toBe(11)
})

test('who writes while the chains are looked at breaks nothing', async () => {
  await using app = await testApp()
  await using open = await writers(app.database, { count: 3, sharing: 0 })
  const member = (await app.professional()).member
  let busy = true
  const writing = open.all.map(async (db) => {
    while (busy) await writeLinks(db, app.world, { workspace: app.workspace, sizes: [1, 2] })
  })
  for (let round = 0; round < 15; round += 1) {
    const report = await inContext(app.db, auditor(app.workspace, member), (trx) =>
      verifyChains(trx, app.workspace),
    )
    expect(report.broken).toBeNull()
  }
  busy = false
  await Promise.all(writing)
})

test('nobody in the application changes or removes a line, or the beginning of a chain', async () => {
  await using app = await testApp()
  const { member } = await app.professional()
  await writeLinks(app.db, app.world, { workspace: app.workspace, sizes: [2] })
  const verify = () => asMaintenance(app.owner, (trx) => verifyChains(trx, app.workspace))
  const before = await verify()
  const contexts = [
    { workspace: app.workspace, actor: 'system' as const, relations: [] },
    auditor(app.workspace, member),
    { ...auditor(app.workspace, member), roles: ['administrator'], purpose: 'deletion' as const },
  ]
  const attempts = [
    sql`update audit_event set actor = 'system'`,
    sql`delete from audit_event`,
    sql`truncate audit_event`,
    sql`delete from audit_head`,
    sql`insert into audit_anchor select workspace_id, lane, seq, hash from audit_head`,
    sql`update audit_anchor set seq = 1`,
    sql`delete from audit_anchor`,
  ]
  for (const context of contexts) {
    for (const attempt of attempts) {
      await expect(inContext(app.db, context, (trx) => attempt.execute(trx))).rejects.toThrow(
        /permission denied/,
      )
    }
  }
  expect(before).toMatchObject({ broken: null })
  expect(before.lines).toBeGreaterThanOrEqual(2)
  expect(await verify()).toEqual(before)
})

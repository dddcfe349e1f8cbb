/** Chains as they come about: real connections that write at the same time. */
import type { AuditAction } from '@weerklank/core/audit/audit'
import type { MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { inContext } from '../db/context.ts'
import { openDatabase } from '../db/pool.ts'
import type { World } from '../deps.ts'
import type { Db, Schema, Trx } from '../schema.ts'
import type { TestDatabase } from '../test-database.ts'
import { type AuditRecord, recordOf, writeRecords } from './audit.ts'

/** Connections of their own, of which some share a chain; closes them at the end of its block. */
export async function writers(database: TestDatabase, of: { count: number; sharing: number }) {
  const open: { db: Db; lane: number }[] = []
  const spare: Db[] = []
  while (open.length < of.count) {
    const db = openDatabase<Schema>(database.app, { as: 'application', size: 1, onError: ignore })
    const { rows } = await sql<{ lane: number }>`select pg_backend_pid() % 64 as lane`.execute(db)
    const lane = rows[0]?.lane ?? 0
    // The first decide the chains; the last `sharing` must find theirs taken.
    const taken = open.some((one) => one.lane === lane)
    if (open.length < of.count - of.sharing ? !taken : taken) open.push({ db, lane })
    else spare.push(db)
    if (spare.length > 8) await spare.shift()?.destroy()
  }
  for (const db of spare) await db.destroy()
  return {
    all: open.map(({ db }) => db),
    lanes: new Set(open.map(({ lane }) => lane)),
    [Symbol.asyncDispose]: async () => {
      for (const { db } of open) await db.destroy()
    },
  }
}

// What breaks is told by the query that it breaks; the end of the test database breaks idle ones.
function ignore(): void {}

export const auditor = (workspace: WorkspaceId, member: MemberId) => ({
  workspace,
  actor: { member },
  relations: [],
  roles: ['privacy-officer'],
  purpose: 'audit' as const,
})

const actions: readonly AuditAction[] = ['relation.read', 'feedback.read', 'response.stored', 'note.added']

/** So many lines about a relation that does not have to exist. */
export function someLines(world: World, workspace: WorkspaceId, count: number): AuditRecord[] {
  return Array.from({ length: count }, (_, index) =>
    recordOf(world, {
      workspace,
      actor: world.newId<MemberId>(),
      roles: ['professional'],
      basis: 'takes-part',
      action: actions[index % actions.length] ?? 'relation.read',
      subject: { kind: 'relation', id: world.newId<string>() },
      relation: world.newId(),
    }),
  )
}

/** One transaction that writes one link after the other, of so many lines each. */
export async function writeLinks(
  db: Db,
  world: World,
  of: { workspace: WorkspaceId; sizes: readonly number[]; fail?: boolean },
): Promise<void> {
  await inContext(db, { workspace: of.workspace, actor: 'system', relations: [] }, async (trx) => {
    for (const size of of.sizes) await writeRecords(trx, someLines(world, of.workspace, size))
    if (of.fail === true) throw new Error('Given up')
  })
}

/** Runs work whose changes are taken back, whatever it gives. */
export async function takenBack<Result>(owner: Db, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  let result: { is: Result } | undefined
  const back = new Error('Taken back')
  await owner
    .transaction()
    .execute(async (trx) => {
      await sql`set local app.maintenance = 'on'`.execute(trx)
      result = { is: await work(trx) }
      throw back
    })
    .catch((error) => {
      if (error !== back) throw error
    })
  if (result === undefined) throw back
  return result.is
}

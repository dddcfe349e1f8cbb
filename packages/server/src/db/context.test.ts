import type {
  MemberId,
  ParticipantId,
  PersonId,
  RelationId,
  RoundId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Schema } from '../schema.ts'
import { testDatabase } from '../test-database.ts'
import { type Context, contextLiteral, inContext, setContext } from './context.ts'
import { openDatabase } from './pool.ts'

const id = 'c0ffee00-0000-7000-8000-000000000001'
const nobody = '00000000-0000-0000-0000-000000000000'
const plain: Context = { workspace: id as WorkspaceId, actor: 'system', relations: [] }

async function openOne() {
  const database = await testDatabase()
  // One connection, so that the next transaction is on the same one.
  const db = openDatabase<Schema>(database.app, { as: 'application', size: 1, onError: () => undefined })
  const context = async () => {
    const query = sql<{ ctx: string | null }>`select nullif(current_setting('app.ctx', true), '') as ctx`
    return (await query.execute(db)).rows[0]?.ctx
  }
  return {
    ...{ db, context },
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await database[Symbol.asyncDispose]()
    },
  }
}

const uuid = fc.uuid({ version: [1, 4, 7] })
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    "'",
    "''",
    "\\'",
    '"',
    '\\',
    '\n',
    '\0',
    `${id}'`,
    ` ${id}`,
    `${id}\n`,
    id.toUpperCase(),
    '; drop',
    '$$',
  ),
  fc.tuple(uuid, fc.string({ minLength: 1 })).map(([known, rest]) => known + rest),
)

test('no value can break out of the literal: only identifiers and hashes come in', () => {
  const anywhere = fc.tuple(
    fc.oneof(nasty, uuid),
    fc.oneof(nasty, uuid),
    fc.oneof(nasty, uuid),
    fc.constantFrom('member', 'participant'),
  )
  const shape = /^[: a-z0-9-]*$/
  fc.assert(
    fc.property(anywhere, ([workspace, actor, relation, kind]) => {
      const context = {
        workspace: workspace as WorkspaceId,
        actor: kind === 'member' ? { member: actor as MemberId } : { participant: actor as ParticipantId },
        relations: [relation as RelationId],
      }
      let literal: string
      try {
        literal = contextLiteral(context)
      } catch {
        return true
      }
      const meant =
        kind === 'member'
          ? `w:${workspace} m:${actor} c r:${relation} `
          : `w:${workspace} m:${nobody} o for:answering p:${actor} r:${relation} `
      return shape.test(literal) && literal === meant
    }),
    { numRuns: 2_000 },
  )
})

test('a value of another shape is refused, wherever it stands', () => {
  fc.assert(
    fc.property(nasty, (value) => {
      const contexts: Context[] = [
        { ...plain, workspace: value as WorkspaceId },
        { ...plain, actor: { member: value as MemberId } },
        { ...plain, actor: { participant: value as ParticipantId } },
        { ...plain, relations: [id as RelationId, value as RelationId] },
        { ...plain, token: value },
        { ...plain, actor: { person: value as PersonId } },
        { ...plain, persons: [value as PersonId] },
        { ...plain, participants: [value as ParticipantId] },
        { ...plain, rounds: [value as RoundId] },
      ]
      for (const context of contexts)
        expect(() => contextLiteral(context)).toThrow(/^Not a value of its kind/)
    }),
    { numRuns: 500 },
  )
})

test('a context is over with its transaction, also when that failed, on the same connection', async () => {
  await using one = await openOne()
  expect(await one.context()).toBeNull()
  const seen = await inContext(one.db, plain, async (trx) => {
    const { rows } = await sql<{ ctx: string }>`select current_setting('app.ctx') as ctx`.execute(trx)
    return rows[0]?.ctx
  })
  expect(seen).toBe(`w:${id} m:${nobody} c for:system `)
  expect(await one.context()).toBeNull()
  const failing = inContext(one.db, plain, async (trx) => {
    await sql`select 1 / 0`.execute(trx)
  })
  await expect(failing).rejects.toThrow('division by zero')
  expect(await one.context()).toBeNull()
})

test('a context replaces the one before it, whole', async () => {
  await using one = await openOne()
  const link: Context = { ...plain, actor: 'link', token: 'a'.repeat(64) }
  const relations = [id as RelationId]
  const seen = await inContext(one.db, link, async (trx) => {
    await setContext(trx, {
      ...plain,
      actor: { participant: id as ParticipantId },
      relations,
      purpose: 'audit',
    })
    const { rows } = await sql<{ ctx: string }>`select current_setting('app.ctx') as ctx`.execute(trx)
    return rows[0]?.ctx
  })
  expect(seen).toBe(`w:${id} m:${nobody} o for:answering for:audit p:${id} r:${id} `)
})

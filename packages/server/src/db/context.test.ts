import type {
  AnalysisId,
  MeetingId,
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
import { type Context, contextLiterals, inContext, setContext } from './context.ts'
import { openDatabase } from './pool.ts'

const id = 'c0ffee00-0000-7000-8000-000000000001'
const nobody = '00000000-0000-0000-0000-000000000000'
const plain: Context = { workspace: id as WorkspaceId, actor: 'system', relations: [] }

type Settings = { ctx: string | null; member: string | null; reach: string | null }
const settings = sql<Settings>`select nullif(current_setting('app.ctx', true), '') as ctx,
  nullif(current_setting('app.member', true), '') as member, nullif(current_setting('app.reach', true), '') as reach`
const none: Settings = { ctx: null, member: null, reach: null }

async function openOne() {
  const database = await testDatabase()
  // One connection, so that the next transaction is on the same one.
  const db = openDatabase<Schema>(database.app, { as: 'application', size: 1, onError: () => undefined })
  const context = async () => {
    const { rows } = await settings.execute(db)
    return rows[0]
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
      let literals: ReturnType<typeof contextLiterals>
      try {
        literals = contextLiterals(context)
      } catch {
        return true
      }
      const reach = ` r:${relation} `
      const meant =
        kind === 'member'
          ? { ctx: `w:${workspace} m:${actor} c `, member: actor, reach }
          : { ctx: `w:${workspace} m:${nobody} o for:answering p:${actor} `, member: nobody, reach }
      expect(literals).toEqual(meant)
      return Object.values(literals).every((literal) => shape.test(literal))
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
        { ...plain, supervised: [value as RelationId] },
        { ...plain, meetings: [value as MeetingId] },
        { ...plain, analyses: [value as AnalysisId] },
      ]
      for (const context of contexts)
        expect(() => contextLiterals(context)).toThrow(/^Not a value of its kind/)
    }),
    { numRuns: 500 },
  )
})

test('a context is over with its transaction, also when that failed, on the same connection', async () => {
  await using one = await openOne()
  expect(await one.context()).toEqual(none)
  const seen = await inContext(one.db, plain, async (trx) => (await settings.execute(trx)).rows[0])
  expect(seen).toEqual({ ctx: `w:${id} m:${nobody} c for:system `, member: nobody, reach: ' ' })
  expect(await one.context()).toEqual(none)
  const failing = inContext(one.db, plain, async (trx) => {
    await sql`select 1 / 0`.execute(trx)
  })
  await expect(failing).rejects.toThrow('division by zero')
  expect(await one.context()).toEqual(none)
})

test('a context replaces the one before it, whole', async () => {
  await using one = await openOne()
  const member: Context = { ...plain, actor: { member: id as MemberId }, supervised: [id as RelationId] }
  const relations = [id as RelationId]
  const seen = await inContext(one.db, member, async (trx) => {
    await setContext(trx, {
      ...plain,
      actor: { participant: id as ParticipantId },
      relations,
      purpose: 'audit',
    })
    return (await settings.execute(trx)).rows[0]
  })
  expect(seen).toEqual({
    ctx: `w:${id} m:${nobody} o for:answering for:audit p:${id} `,
    member: nobody,
    reach: ` r:${id} `,
  })
})

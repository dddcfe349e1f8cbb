/** Whatever one row is changed to, taken out, added or exchanged: it is found, and the place is told. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance, createWorkspace } from '../access/accounts.ts'
import type { Trx } from '../schema.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { takenBack, writeLinks, writers } from './chain.fixture.ts'
import { type ChainReport, verifyChains } from './verify.ts'

type Row = { id: string; lane: number; seq: number; line: number; of: number; last: number }
type Expected = { kinds: readonly string[]; lane: number | null; seq: number | null; line?: string }

const pick = fc.nat({ max: 1_000_000 })
const field = fc.constantFrom(
  ...["at = at + interval '1 ms'", "actor = 'system'", "action = 'note.removed'", "subject = 'x'"],
  ...['subject_id = workspace_id', 'relation_id = null', "kind = 'E'", "roles = 'administrator'"],
  ...["basis = 'emergency'", 'person_id = workspace_id', 'id = gen_random_uuid()', "hash = sha256('x')"],
)
const tampering = fc.oneof(
  fc.record({ what: fc.constant('change' as const), row: pick, field }),
  fc.record({ what: fc.constant('remove' as const), row: pick }),
  fc.record({ what: fc.constant('insert' as const), row: pick, where: fc.constantFrom(...places()) }),
  fc.record({ what: fc.constant('swap' as const), row: pick, other: pick }),
  fc.record({ what: fc.constant('exchange' as const), row: pick, other: pick }),
  fc.record({ what: fc.constant('end' as const), row: pick, how: fc.constantFrom(...ends()) }),
)
type Tampering = typeof tampering extends fc.Arbitrary<infer One> ? One : never

function places() {
  return ['in the link', 'before the link', 'behind the end', 'far behind', 'a new chain', 'outside'] as const
}
function ends() {
  return ['other hash', 'further', 'gone'] as const
}

const plan = fc.array(fc.record({ by: fc.nat({ max: 3 }), sizes: sizes(), fail: fc.boolean() }), {
  minLength: 3,
  maxLength: 12,
})
function sizes() {
  return fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 })
}

test('any single change, removal, addition or exchange of rows is found and named', async () => {
  await using app = await testApp({ ownDatabase: true })
  await using open = await writers(app.database, { count: 4, sharing: 1 })
  await fc.assert(
    fc.asyncProperty(
      plan,
      fc.array(tampering, { minLength: 12, maxLength: 12 }),
      async (deeds, tamperings) => {
        const workspace = await asMaintenance(app.owner, (trx) =>
          createWorkspace(trx, app.world, { name: 'De Linde', isDemo: true }),
        )
        // At once, over connections of which two share a chain; some are given up.
        await Promise.allSettled(
          deeds.map(({ by, sizes: links, fail }) => {
            const db = open.all[by]
            if (db === undefined) throw new Error('There are four writers')
            return writeLinks(db, app.world, { workspace, sizes: links, fail })
          }),
        )
        const rows = await rowsOf(app, workspace)
        const whole = await takenBack(app.owner, (trx) => verifyChains(trx, workspace))
        expect(whole).toEqual({
          lines: rows.length,
          chains: new Set(rows.map((row) => row.lane)).size,
          broken: null,
        })
        if (rows.length === 0) return
        for (const one of tamperings) {
          const { report, expected } = await takenBack(app.owner, async (trx) => {
            const told = await tamper(trx, rows, one)
            return { report: await verifyChains(trx, workspace), expected: told }
          })
          if (expected !== null) expectNamed(report, expected, one)
        }
      },
    ),
    { numRuns: 40 },
  )
})

async function rowsOf(app: TestApp, workspace: string): Promise<Row[]> {
  const { rows } = await asMaintenance(app.owner, (trx) =>
    sql<Row>`
      select id, lane, seq::int as seq, line, count(*) over (partition by lane, seq)::int as of,
        max(seq) over (partition by lane)::int as last
      from audit_event where workspace_id = ${workspace} order by lane, seq, line`.execute(trx),
  )
  return rows
}

function expectNamed(report: ChainReport, expected: Expected, how: unknown): void {
  const { broken } = report
  const said = JSON.stringify({ how, broken, expected })
  expect(broken, said).not.toBeNull()
  expect({ lane: broken?.lane, seq: broken?.seq }, said).toEqual({ lane: expected.lane, seq: expected.seq })
  expect(expected.kinds, said).toContain(broken?.kind)
  if (expected.line !== undefined) expect(broken?.line?.id, said).toBe(expected.line)
}

/** Carries it out, and says what should be found; null when there was nothing to do it to. */
async function tamper(trx: Trx, rows: readonly Row[], one: Tampering): Promise<Expected | null> {
  const at = (index: number) => {
    const row = rows[index % rows.length]
    if (row === undefined) throw new Error('There are rows')
    return row
  }
  const row = at(one.row)
  const place = { lane: row.lane, seq: row.seq }
  switch (one.what) {
    case 'change':
      return change(trx, row, one.field)
    case 'remove':
      await sql`delete from audit_event where id = ${row.id}`.execute(trx)
      // Of what stood last in a link, nobody can tell that it was there.
      return { ...place, kinds: row.line === row.of && row.of > 1 ? ['changed'] : ['missing'] }
    case 'insert':
      return insert(trx, row, one.where)
    case 'swap':
    case 'exchange':
      return exchange(trx, { one: row, other: at(one.other), withHash: one.what === 'swap' })
    case 'end':
      return spoilEnd(trx, row, one.how)
  }
}

async function change(trx: Trx, row: Row, assignment: string): Promise<Expected> {
  await sql`update audit_event set ${sql.raw(assignment)} where id = ${row.id}`.execute(trx)
  const isTold = row.of === 1 && !assignment.startsWith('id')
  return { lane: row.lane, seq: row.seq, kinds: ['changed'], ...(isTold && { line: row.id }) }
}

async function insert(trx: Trx, row: Row, where: ReturnType<typeof places>[number]): Promise<Expected> {
  const { rows } = await sql<{ lane: number }>`
    select n as lane from generate_series(64, 200) n limit 1`.execute(trx)
  const free = rows[0]?.lane ?? 64
  const at = {
    'in the link': [row.lane, row.seq, row.of + 1],
    'before the link': [row.lane, 0, 1],
    'behind the end': [row.lane, row.last + 1, 1],
    'far behind': [row.lane, row.last + 5, 2],
    'a new chain': [free, 1, 1],
    outside: [null, null, null],
  }[where]
  const [lane = null, seq = null, line = null] = at
  const { rows: made } = await sql<{ id: string }>`
    insert into audit_event (workspace_id, id, at, actor, action, subject, subject_id, relation_id, kind, roles, basis,
      person_id, lane, seq, line, hash)
    select workspace_id, gen_random_uuid(), at, actor, action, subject, subject_id, relation_id, kind, roles, basis,
      person_id, ${lane}::smallint, ${seq}::bigint, ${line}::smallint,
      case when ${lane}::smallint is null then null else hash end
    from audit_event where id = ${row.id} returning id`.execute(trx)
  const [{ id } = { id: '' }] = made
  const isOutside = lane === null
  return { lane, seq, kinds: [isOutside ? 'outside' : 'added'], line: id }
}

/** Two rows change places, with what the chain says of them or without. */
async function exchange(trx: Trx, of: { one: Row; other: Row; withHash: boolean }): Promise<Expected | null> {
  const { one, other, withHash } = of
  if (one.id === other.id) return null
  const [first] = [one, other].toSorted((a, b) => a.lane - b.lane || a.seq - b.seq)
  if (first === undefined) return null
  const places = await sql<Row & { hash: Buffer }>`
    select id, lane, seq, line, hash from audit_event where id in (${one.id}, ${other.id})`.execute(trx)
  const hashOf = (id: string) => places.rows.find((row) => row.id === id)?.hash
  await sql`update audit_event set lane = null where id = ${one.id}`.execute(trx)
  for (const [row, to] of [
    [other, one],
    [one, other],
  ] as const) {
    const hash = hashOf(withHash ? row.id : to.id)
    await sql`update audit_event set lane = ${to.lane}, seq = ${to.seq}, line = ${to.line}, hash = ${hash}
      where id = ${row.id}`.execute(trx)
  }
  const inOneLink = one.lane === other.lane && one.seq === other.seq
  const bothAlone = one.of === 1 && other.of === 1 && withHash
  const kinds = inOneLink || bothAlone ? ['out-of-order'] : ['changed', 'out-of-order']
  return { lane: first.lane, seq: first.seq, kinds }
}

async function spoilEnd(trx: Trx, row: Row, how: ReturnType<typeof ends>[number]): Promise<Expected> {
  const where = sql`where workspace_id = (select workspace_id from audit_event where id = ${row.id}) and lane = ${row.lane}`
  if (how === 'gone') {
    await sql`delete from audit_head ${where}`.execute(trx)
    return { lane: row.lane, seq: row.last, kinds: ['head'] }
  }
  if (how === 'other hash') {
    await sql`update audit_head set hash = sha256('x') ${where}`.execute(trx)
    return { lane: row.lane, seq: row.last, kinds: ['head'] }
  }
  await sql`update audit_head set seq = seq + 2 ${where}`.execute(trx)
  return { lane: row.lane, seq: row.last + 1, kinds: ['missing'] }
}

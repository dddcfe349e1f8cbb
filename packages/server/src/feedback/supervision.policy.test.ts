/** What the database itself gives a supervisor: every tenant table, tried with reading and every kind of writing. */
import { expect, test } from 'vitest'
import { buildWorlds } from '../db/access-matrix.actors.fixture.ts'
import { openTable, rightsOn } from '../db/access-matrix.fixture.ts'
import { inContext } from '../db/context.ts'
import { tenantTables } from '../db/tenant-tables.fixture.ts'
import { testApp } from '../test-app.ts'

/** What she reads of the collaboration; of every other table nothing there, and she writes in none of it. */
const read = [
  ...['agreement', 'agreement_echo', 'agreement_participant', 'participant', 'relation', 'response'],
  ...['rupture', 'rupture_step', 'signal', 'supervision_share'],
]

test('a supervisor reads ten tables of what is shared with her, and writes in none', async () => {
  await using app = await testApp()
  await using other = await testApp()
  const { whose, story } = await buildWorlds(app, other)
  const tables = await tenantTables(app.owner)
  const opened = await Promise.all(
    tables.map((table) => openTable(app.owner, table, { workspace: app.workspace, whose })),
  )
  const outside = {
    ...{ workspace: app.workspace, relations: [], roles: ['coach'] },
    actor: { member: story.supervisor.member },
  }
  const looking = { ...outside, supervised: [story.relation.id] }
  const without = await rightsOn(app.db, outside, opened)
  const within = await rightsOn(app.db, looking, opened)
  const more = tables.filter(
    (table) => JSON.stringify(within.get(table)) !== JSON.stringify(without.get(table)),
  )
  expect(more).toEqual(read.filter((table) => table !== 'supervision_share'))
  for (const table of more) {
    const rights = within.get(table)
    expect([rights?.own, rights?.aside ?? '----', rights?.abroad], table).toEqual(['r---', '----', '----'])
    expect([rights?.blind, rights?.seeing], table).toEqual(['--', '--'])
  }
  // Her share itself she reads and gives back, also with nothing else in reach.
  expect(without.get('supervision_share')).toMatchObject({ own: 'r-u-', aside: '----', abroad: '----' })
})

test('strain that its author keeps to herself, and half a picture that is shut, are not in reach', async () => {
  await using app = await testApp()
  await using other = await testApp()
  const { story } = await buildWorlds(app, other)
  const looking = {
    ...{ workspace: app.workspace, relations: [], roles: ['coach'], supervised: [story.relation.id] },
    actor: { member: story.supervisor.member },
  }
  const seen = await inContext(app.db, looking, async (trx) => ({
    ruptures: await trx.selectFrom('rupture').select('shared_at').execute(),
    sealed: await trx.selectFrom('response').select('sealed').where('sealed', '=', true).execute(),
    answers: await trx.selectFrom('response').select('id').execute(),
  }))
  expect(seen.ruptures.length).toBeGreaterThan(0)
  expect(seen.ruptures.every(({ shared_at }) => shared_at !== null)).toBe(true)
  expect(seen.sealed).toEqual([])
  expect(seen.answers.length).toBeGreaterThan(0)
})

test('without a signed-in member the list of what is shared opens nothing', async () => {
  await using app = await testApp()
  await using other = await testApp()
  const { story } = await buildWorlds(app, other)
  const relations = [story.relation.id]
  const byLink = { actor: 'link' as const, relations: [] }
  const asSystem = { actor: 'system' as const, relations: [] }
  for (const context of [byLink, asSystem]) {
    const at = { ...context, workspace: app.workspace, supervised: relations }
    const rows = await inContext(app.db, at, (trx) => trx.selectFrom('response').selectAll().execute())
    expect(rows).toEqual([])
  }
})

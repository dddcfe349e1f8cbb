/** What is read of a collaboration without opening it: on Vandaag and in the list. */
import { auditEndpoints } from '@weerklank/core/audit/audit.contract'
import { lookedAtWords } from '@weerklank/core/audit/looked-at.words'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { ContactId, PersonId, RelationId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { lookedAtMe } from './looked-at-me.ts'
import { pruneAudit } from './prune.ts'
import { verifyChains } from './verify.ts'

const { listRelations, today } = feedbackEndpoints

/** What the clients of a collaboration read of these two, as their own pages would ask it. */
async function read(app: TestApp, relation: RelationId): Promise<string[]> {
  const clients = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('participant')
      .select(['id', 'person_id'])
      .where('relation_id', '=', relation)
      .where('member_id', 'is', null)
      .execute(),
  )
  const told = clients.map(({ id, person_id: person }) => {
    const reach = { participants: [id], relations: [relation] }
    const context = { workspace: app.workspace, actor: { person }, ...reach, purpose: 'access' as const }
    return inContext(app.db, context, (trx) =>
      lookedAtMe(trx, { person, ...reach, timeZone: 'Europe/Amsterdam', limit: 50 }),
    )
  })
  return (await Promise.all(told))
    .flatMap(({ lines }) => lines)
    .filter(({ action }) => ['today.read', 'relation.listed'].includes(action))
    .map((line) => Object.values(lookedAtWords(line, { language: 'nl', address: 'u' })).join(' '))
}

test('whoever sees on Vandaag or in the list what someone answered is read on her page, and nowhere else', async () => {
  await using app = await testApp()
  const relation = await app.relation({ title: 'Lina en Noor' })
  const quiet = await app.relation({ by: relation.by, title: 'Stil' })
  await app.answer({ in: relation, value: '2' })
  const noor = app.as(relation.by)
  await noor.call(today)
  await noor.call(listRelations)
  await noor.call(listRelations)
  expect(await read(app, relation.id)).toEqual([
    'Noor bekeek de lijst van samenwerkingen, met wat in uw antwoorden opviel, twee keer. Dat mocht, omdat Noor meewerkt in “Lina en Noor”.',
    'Noor bekeek wat vandaag aandacht vraagt, ook in uw samenwerking. Dat mocht, omdat Noor meewerkt in “Lina en Noor”.',
  ])
  expect(await read(app, quiet.id)).toEqual([])
})

test('so is a talk of today, and a list of which nothing asks for attention says nothing of anybody', async () => {
  await using app = await testApp({ now: '2026-11-19T08:00:00.000Z' })
  const relation = await app.relation()
  const at = '2026-11-19T13:00:00.000Z'
  const body = { id: app.world.newId<ContactId>(), kind: 'contact' as const, at, place: 'thuis', summary: '' }
  const noor = app.as(relation.by)
  await noor.call(relationEndpoints.planContact, { params: { relation: relation.id }, body })
  await noor.call(listRelations)
  expect(await read(app, relation.id)).toEqual([])
  await noor.call(today)
  expect(await read(app, relation.id)).toEqual([expect.stringMatching(/^Noor bekeek wat vandaag/)])
})

test('one reading of many collaborations is one line of the record, which names each and stays whole', async () => {
  await using app = await testApp()
  const by = await app.professional()
  for (let i = 0; i < 9; i++) {
    await app.answer({ in: await app.relation({ by, title: `R${i}` }), value: '2' })
  }
  const { attention } = await app.as(by).call(today)
  const rows = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('audit_event')
      .innerJoin('audit_shown', 'audit_shown.event_id', 'audit_event.id')
      .select([
        'audit_event.id',
        'line',
        'audit_event.relation_id as about',
        'audit_shown.relation_id as shown',
      ])
      .where('audit_event.workspace_id', '=', app.workspace)
      .where('audit_event.action', '=', 'today.read')
      .execute(),
  )
  // Eight cards are shown; of the ninth only that there is one.
  expect(rows.map(({ shown }) => shown as string).toSorted()).toEqual(
    attention.map(({ id }) => id).toSorted(),
  )
  expect(rows).toHaveLength(8)
  expect(new Set(rows.map(({ id, line, about }) => `${id} ${line} ${about}`)).size).toBe(1)
  expect(await verify(app, by)).toBeNull()
})

test('of what a look showed, each person has in reach what is hers and nothing that stands beside it', async () => {
  await using app = await testApp()
  const mine = await app.relation({ title: 'Lina en Noor' })
  const other = await app.relation({ by: mine.by, title: 'Joris en Noor' })
  for (const relation of [mine, other]) await app.answer({ in: relation, value: '2' })
  await app.as(mine.by).call(today)
  const reach = { relations: [mine.id], participants: [mine.client.id] }
  const context = {
    workspace: app.workspace,
    actor: { person: mine.client.id as string as PersonId },
    ...reach,
  }
  const rows = (purpose: 'access' | 'audit') =>
    inContext(app.db, { ...context, purpose }, (trx) =>
      trx.selectFrom('audit_shown').select(['relation_id', 'action']).execute(),
    )
  expect(await rows('access')).toEqual([{ relation_id: mine.id, action: 'today.read' }])
  expect(await rows('audit')).toEqual([])
  const lines = await inContext(app.db, { ...context, purpose: 'access' }, (trx) =>
    trx.selectFrom('audit_event').select('relation_id').where('action', '=', 'today.read').execute(),
  )
  expect(lines).toEqual([])
})

test.each([
  [
    'added',
    `insert into audit_shown select workspace_id, event_id, 9, at, actor, action, basis, gen_random_uuid(), null from audit_shown limit 1`,
  ],
  ['taken out', 'delete from audit_shown where place = 1'],
  ['changed', 'update audit_shown set relation_id = gen_random_uuid() where place = 2'],
  ['said of another', `update audit_shown set actor = 'system' where place = 1`],
  ['said of another moment', `update audit_shown set at = at - interval '1 day' where place = 1`],
])('what a look showed and was %s afterwards breaks its link', async (_, change) => {
  await using app = await testApp({ ownDatabase: true })
  const by = await app.professional()
  for (const title of ['A', 'B']) await app.answer({ in: await app.relation({ by, title }), value: '2' })
  await app.as(by).call(today)
  expect(await verify(app, by)).toBeNull()
  await asMaintenance(app.owner, (trx) => sql.raw(change).execute(trx))
  const [line] = await lines(app)
  expect(await verify(app, by)).toMatchObject({ kind: 'changed', line: { id: line?.id } })
})

test('what someone is told that was shown, without a line in the chains that says so, is found', async () => {
  await using app = await testApp({ ownDatabase: true })
  const by = await app.professional()
  await app.answer({ in: await app.relation({ by }), value: '2' })
  await app.as(by).call(today)
  const id = app.world.newId<string>()
  await asMaintenance(app.owner, async (trx) => {
    const [line] = await trx
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'today.read')
      .execute()
    if (line === undefined) throw new Error('Nothing was written')
    // From before the chains, so that it stands outside them by right.
    const old = { ...line, id, at: '2020-01-01T00:00:00.000Z', lane: null, seq: null, line: null, hash: null }
    await trx.insertInto('audit_event').values(old).execute()
    const [shown] = await trx.selectFrom('audit_shown').selectAll().execute()
    if (shown === undefined) throw new Error('Nothing was shown')
    await trx
      .insertInto('audit_shown')
      .values({ ...shown, event_id: id, at: old.at })
      .execute()
  })
  expect(await verify(app, by)).toMatchObject({ kind: 'outside', line: { id } })
})

test('what a look showed goes with its line when the term is over', async () => {
  await using app = await testApp({ ownDatabase: true })
  const by = await app.professional()
  await app.answer({ in: await app.relation({ by }), value: '2' })
  await app.as(by).call(today)
  const left = () =>
    asMaintenance(app.owner, (trx) => trx.selectFrom('audit_shown').select('action').execute())
  expect(await left()).toEqual([{ action: 'today.read' }])
  app.clock.advance(1_000)
  const [pruned] = await asMaintenance(app.owner, (trx) => pruneAudit(trx, app.clock.now(), app.workspace))
  expect(pruned?.broken).toBeNull()
  expect(await left()).toEqual([])
})

test('the privacy officer finds a look by whom it showed, and reads how many those were', async () => {
  await using app = await testApp()
  const by = await app.professional()
  const relations = [await app.relation({ by, title: 'A' }), await app.relation({ by, title: 'B' })]
  for (const relation of relations) await app.answer({ in: relation, value: '2' })
  await app.as(by).call(today)
  const officer = app.as(await app.professional({ name: 'Ties', role: 'privacy-officer' }))
  const ids = relations.map(({ id }) => id)
  const found = await officer.call(auditEndpoints.read, { query: { relation: ids[1] } })
  const look = found.lines.find(({ action }) => action === 'today.read')
  expect(look).toMatchObject({ relation: null, basis: 'takes-part' })
  expect(look?.shown).toEqual({ count: 2, relations: ids.toSorted(), persons: [] })
  const file = await officer.request('GET', '/api/audit/export?format=json&purpose=review&group=today')
  const rows = (file.body as { lines: Record<string, string>[] }).lines
  expect(rows.map((row) => row.behandelrelatieProtocol)).toEqual(['', ...ids.toSorted()])
  expect(new Set(rows.map((row) => row.EventID)).size).toBe(1)
})

async function verify(app: TestApp, by: Person) {
  const context = { workspace: app.workspace, actor: by, relations: [], roles: ['privacy-officer'] }
  const report = await inContext(app.db, { ...context, purpose: 'audit' }, (trx) =>
    verifyChains(trx, app.workspace),
  )
  return report.broken
}

function lines(app: TestApp) {
  return asMaintenance(app.owner, (trx) =>
    trx.selectFrom('audit_event').select('id').where('action', '=', 'today.read').execute(),
  )
}

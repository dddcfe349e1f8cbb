/** What is read of a collaboration without opening it: on Vandaag and in the list. */
import { lookedAtWords } from '@weerklank/core/audit/looked-at.words'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { ContactId, RelationId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { lookedAtMe } from './looked-at-me.ts'
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

test('one reading of many collaborations is one link of the chain, which stays whole', async () => {
  await using app = await testApp()
  const by = await app.professional()
  for (let i = 0; i < 9; i++) {
    await app.answer({ in: await app.relation({ by, title: `R${i}` }), value: '2' })
  }
  await app.as(by).call(today)
  const lines = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('audit_event')
      .select(['lane', 'seq', 'line', 'relation_id'])
      .where('workspace_id', '=', app.workspace)
      .where('action', '=', 'today.read')
      .orderBy('line')
      .execute(),
  )
  // Eight cards are shown; of the ninth only that there is one.
  expect(lines.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(new Set(lines.map(({ lane, seq }) => `${lane} ${seq}`)).size).toBe(1)
  expect(lines[0]?.relation_id).toBeNull()
  const report = await inContext(
    app.db,
    { workspace: app.workspace, actor: by, relations: [], roles: ['privacy-officer'], purpose: 'audit' },
    (trx) => verifyChains(trx, app.workspace),
  )
  expect(report.broken).toBeNull()
})

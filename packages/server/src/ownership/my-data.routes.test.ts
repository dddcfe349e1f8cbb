/** Whoever works here takes along what is kept about herself, and nothing of anybody else. */
import { auditEndpoints } from '@weerklank/core/audit/audit.contract'
import { myDataEndpoints } from '@weerklank/core/ownership/my-data.contract'
import { workingNoteEndpoints } from '@weerklank/core/ownership/working-note.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { expect, test } from 'vitest'
import { tokenOf } from '../access/api-token.fixture.ts'
import { asideDone } from '../access/aside.ts'
import { webhookOf } from '../access/webhook.fixture.ts'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildStory } from '../test-story.ts'

const json = { query: { format: 'json', purpose: 'own-data' } } as const

async function withNotes(app: TestApp) {
  const relation = await app.relation({ title: 'Lina en Noor' })
  const noor = app.as(relation.by)
  const eva = await app.professional({ name: 'Eva' })
  const others = await app.relation({ by: eva, title: 'Van Eva' })
  const write = (by: typeof noor, of: typeof relation, text: string) =>
    by.call(workingNoteEndpoints.saveWorkingNote, {
      params: { relation: of.id, note: app.world.newId() },
      body: { text, version: 0 },
    })
  await write(noor, relation, 'Rustig beginnen')
  await write(app.as(eva), others, 'geheim van Eva')
  await noor.call(relationEndpoints.getRelation, { params: { relation: relation.id } })
  await tokenOf(app, relation.by)
  await tokenOf(app, eva, { name: 'Van Eva' })
  await webhookOf(app, relation.by, 'https://epd.example/x')
  return noor
}

test('her place, account, devices, notes and deeds are in it, and nothing of a colleague', async () => {
  await using app = await testApp()
  const noor = await withNotes(app)
  const data = await noor.call(myDataEndpoints.myData, json)
  expect(data).toMatchObject({
    member: { name: 'Noor', roles: ['professional'], language: 'nl' },
    account: { email: expect.stringContaining('@'), passkeys: [], sessions: [{ device: expect.anything() }] },
    programs: {
      tokens: [{ name: 'EPD', lastUsedOn: null }],
      told: [{ address: 'https://epd.example/x' }],
    },
    collaborations: [{ title: 'Lina en Noor', name: 'Noor' }],
    workingNotes: [{ text: 'Rustig beginnen' }],
    deedsAreCut: false,
  })
  expect(data.deeds.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['relation.created', 'relation.read']),
  )
  expect(JSON.stringify(data)).not.toMatch(/Eva|geheim/)
  const html = await noor.request('GET', '/api/me/data?format=html&purpose=own-data')
  expect(html.headers.get('content-type')).toContain('text/html')
  expect(html.headers.get('content-disposition')).toContain('attachment')
  expect(await app.audit('account.data-taken')).toHaveLength(2)
})

test('what she did outside any collaboration is in it: signing in, her role, and what failed; a colleague is not', async () => {
  await using app = await testApp()
  const els = await app.professional({ name: 'Els', role: 'privacy-officer' })
  const noor = await app.professional({ name: 'Noor' })
  const relation = await app.relation({ title: 'Van Noor', by: noor })
  await app.as(els).call(auditEndpoints.verify)
  await app.as(els).refusal(relationEndpoints.getRelation, { params: { relation: relation.id } })
  await app.as(noor).call(relationEndpoints.getRelation, { params: { relation: relation.id } })
  await asideDone()
  const { deeds } = await app.as(els).call(myDataEndpoints.myData, json)
  expect(deeds.map(({ action }) => action).toSorted()).toEqual([
    ...['account.signed-in', 'audit.verified', 'relation.refused'],
  ])
  expect(deeds.find(({ action }) => action === 'account.signed-in')?.inWords).toBe('logde in')
  const hers = await app.as(noor).call(myDataEndpoints.myData, json)
  expect(new Set(hers.deeds.map(({ action }) => action))).toEqual(
    new Set(['account.signed-in', 'relation.created', 'relation.read']),
  )
  // What Noor takes along says nothing of Els, and the other way round.
  expect(JSON.stringify(hers)).not.toMatch(/Els|refused/)
  expect(JSON.stringify(deeds)).not.toMatch(/Van Noor/)
})

test('of the record nothing but her own lines is in reach, also for who asks the database itself', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const { member } = story.by
  const own = { workspace: app.workspace, actor: { member }, relations: [], purpose: 'access' as const }
  const actors = await inContext(app.db, own, (trx) =>
    trx.selectFrom('audit_event').select('actor').distinct().execute(),
  )
  expect(actors).toEqual([{ actor: member }])
  const without = await inContext(app.db, { ...own, purpose: 'results' }, (trx) =>
    trx.selectFrom('audit_event').select('actor').execute(),
  )
  expect(without).toEqual([])
})

test('the page says what the data say, without anything to fetch', async () => {
  await using app = await testApp()
  const noor = await withNotes(app)
  const { body } = await noor.request('GET', '/api/me/data?format=html&purpose=own-data')
  const page = String(body)
  for (const said of ['Mijn gegevens', 'Lina en Noor: Noor', 'Rustig beginnen', 'keek in een samenwerking'])
    expect(page).toContain(said)
  expect(page).not.toMatch(/<script|https?:|Eva/)
})

test('what she chose herself is in it', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const { choices, collaborations } = await app.as(story.by).call(myDataEndpoints.myData, json)
  expect(collaborations.length).toBeGreaterThan(0)
  for (const one of choices) expect(['given', 'refused', 'withdrawn']).toContain(one.decision)
})

test('nobody gets it without signing in, for another purpose, or in a form that is not there', async () => {
  await using app = await testApp()
  const noor = app.as(await app.professional())
  expect(await app.as(null).refusal(myDataEndpoints.myData, json)).toMatchObject({ code: 'not-signed-in' })
  const query = { format: 'json', purpose: 'personnel' } as const
  expect(await noor.refusal(myDataEndpoints.myData, { query })).toMatchObject({ code: 'purpose-refused' })
  const wrong = await noor.request('GET', '/api/me/data?format=xml&purpose=own-data')
  expect(wrong.status).toBe(422)
  expect(await app.audit('account.data-taken')).toEqual([])
})

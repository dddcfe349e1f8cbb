import { practiceTicks } from '@weerklank/core/library/practice'
import { practiceEndpoints } from '@weerklank/core/library/practice.contract'
import type { PracticeAdditionId, PracticeStoryId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildRelation, buildWorkspace } from '../test-factories.ts'

const { count, list, read, save, check, share, withdraw, recognise, add, takeDown } = practiceEndpoints
const ticks = [...practiceTicks]
const setting = { kind: 'with-help-seekers', context: 'micro', situation: 'intake' } as const
const body = {
  did: 'Ik zei wat ik ging doen. Daarna wachtte ik.',
  behaviour: 'Ik ging naast haar zitten.',
  attitude: '',
  communication: '',
  brought: 'Er kwam een vraag.',
  conditions: '',
}

/** Noor, who wrote a story that stands as a draft, and Bram of the same organisation; Lina is a client of Bram. */
async function colleagues(app: TestApp) {
  const noor = app.as(await app.professional({ name: 'Noor' }))
  const person = await app.professional({ name: 'Bram' })
  const bram = app.as(person)
  await buildRelation(app, { by: person, participants: [{ name: 'Lina de Wit' }] })
  const story = app.world.newId<PracticeStoryId>()
  const params = { story }
  const write = (did: string, version = 0) =>
    noor.call(save, { params, body: { ...setting, body: { ...body, did }, version } })
  return { noor, bram, story, params, write }
}
const fieldsOf = (reply: { body: unknown }) =>
  (reply.body as { error?: { fields?: Record<string, string> } }).error?.fields

test('a story that names a client of a colleague is not shared, the words are told, and nobody reads any of it', async () => {
  await using app = await testApp()
  const { noor, bram, story, params, write } = await colleagues(app)
  await write('Ik wachtte. Toen zei lina dat zij uit Zwolle kwam.')
  const { concerns } = await noor.call(check, { params, body: {} })
  // The name is told as any word with a capital is: nobody can ask who is known here.
  expect(concerns).toEqual([
    { part: 'did', word: 'lina', kind: 'word' },
    { part: 'did', word: 'Zwolle', kind: 'word' },
  ])
  const refused = await noor.request('POST', `/api/practice/${story}/share`, {
    ...{ version: 1, kept: ['Zwolle'], ticks },
  })
  expect([refused.status, fieldsOf(refused)]).toEqual([422, { recognisable: 'recognisable' }])
  expect(JSON.stringify(refused.body)).not.toMatch(/lina|zwolle/i)
  expect(await bram.call(list, {})).toEqual({ own: [], shared: [], total: 0, takesPart: true })
  expect((await bram.request('GET', `/api/practice/${story}`)).status).toBe(404)

  await write('Ik wachtte. Toen zei zij waar zij vandaan kwam.', 1)
  const shared = await noor.call(share, { params, body: { version: 2, kept: [], ticks } })
  expect(shared).toMatchObject({ standing: 'shared', version: 3 })
  expect((await bram.call(list, {})).shared).toMatchObject([{ id: story, author: 'Noor', isMine: false }])
})

test('the name of somebody with whom the author works is never nobody, however often she says so', async () => {
  await using app = await testApp()
  const person = await app.professional({ name: 'Noor' })
  const noor = app.as(person)
  await buildRelation(app, { by: person, participants: [{ name: 'Lina Hoop' }] })
  const params = { story: app.world.newId<PracticeStoryId>() }
  const sent = (did: string, version: number) => ({
    params,
    body: { ...setting, body: { ...body, did }, version },
  })
  await noor.call(save, sent('Ik hoop dat het helpt. Toen belde lina.', 0))
  const { concerns } = await noor.call(check, { params, body: {} })
  expect(concerns).toEqual([
    { part: 'did', word: 'hoop', kind: 'word' },
    { part: 'did', word: 'lina', kind: 'word', isHers: true },
  ])
  const kept = ['hoop', 'lina']
  const path = `/api/practice/${params.story}`
  const refused = await noor.request('POST', `${path}/share`, { version: 1, kept, ticks })
  expect([refused.status, fieldsOf(refused)]).toEqual([422, { recognisable: 'recognisable' }])
  await noor.call(save, sent('Ik hoop dat het helpt. Toen belde zij.', 1))
  await noor.call(share, { params, body: { version: 2, kept, ticks } })
  // The same goes for what is added to a story.
  const addition = { params: { ...params, addition: app.world.newId<PracticeAdditionId>() } }
  const added = await noor.call(add, { ...addition, body: { kind: 'also', text: 'Ook lina.', kept } })
  expect(added.concerns).toEqual([{ word: 'lina', kind: 'word', isHers: true }])
})

test('what is missing is told by name, and only its author can share, change or withdraw', async () => {
  await using app = await testApp()
  const { noor, bram, story, params, write } = await colleagues(app)
  await noor.call(save, {
    params,
    body: { ...setting, situation: null, body: { ...body, brought: '' }, version: 0 },
  })
  const address = `/api/practice/${story}`
  const bare = await noor.request('POST', `${address}/share`, { version: 1, kept: [], ticks: [] })
  expect(Object.keys(fieldsOf(bare) ?? {}).toSorted()).toEqual(['brought', 'setting', 'ticks'])
  await write(body.did, 1)
  await noor.call(share, { params, body: { version: 2, kept: [], ticks } })
  const sent = { ...setting, body: { ...body, did: 'Iets anders.' }, version: 3 }
  // What colleagues read does not change under their eyes: it is taken back first.
  expect((await noor.request('PUT', address, sent)).status).toBe(409)
  for (const [method, path, given] of [
    ['PUT', address, sent],
    ['POST', `${address}/withdraw`, { version: 3 }],
    ['POST', `${address}/share`, { version: 3, kept: [], ticks }],
    ['POST', `${address}/check`, {}],
    ['DELETE', address, undefined],
  ] as const)
    expect((await bram.request(method, path, given)).status, `${method} ${path}`).toBe(404)
  const back = await noor.call(withdraw, { params, body: { version: 3 } })
  expect(back.standing).toBe('draft')
  expect((await bram.request('GET', address)).status).toBe(404)
})

test('colleagues say that they know it without being named, and add to it after the same look at names', async () => {
  await using app = await testApp()
  const { noor, bram, params, write } = await colleagues(app)
  await write(body.did)
  await noor.call(share, { params, body: { version: 1, kept: [], ticks } })
  expect(await bram.call(recognise, { params, body: { recognised: true } })).toEqual({
    ...{ recognised: 1, iRecognise: true },
  })
  // Twice is once.
  await bram.call(recognise, { params, body: { recognised: true } })
  const addition = app.world.newId<PracticeAdditionId>()
  const place = { ...params, addition }
  const kind = 'otherwise' as const
  const named = 'Bij mij werkte het anders, want Lina was boos.'
  const held = await bram.call(add, { params: place, body: { kind, text: named, kept: [] } })
  expect(held.concerns).toEqual([{ word: 'Lina', kind: 'word', isHers: true }])
  expect(held.story.list).toEqual([])
  // That it was looked through and held back stands in the record, without a word of it.
  const looks = await app.audit('story.checked')
  expect(looks).toEqual([expect.objectContaining({ subject: 'practice', subject_id: params.story })])
  expect(await app.audit('story.added-to')).toEqual([])
  const text = 'Bij mij werkte het anders, want zij was boos.'
  await bram.call(add, { params: place, body: { kind, text, kept: [] } })
  const seen = await noor.call(read, { params })
  expect(seen).toMatchObject({ recognised: 1, iRecognise: false })
  expect(seen.list).toMatchObject([{ text, author: 'Bram', kind: 'otherwise', isMine: false }])
  expect(JSON.stringify({ ...seen, list: [] })).not.toContain('Bram')

  await noor.call(takeDown, { params, body: { addition } })
  expect((await noor.call(read, { params })).list).toEqual([])
  expect((await bram.call(read, { params })).list).toMatchObject([{ id: addition, isHidden: true }])
})

test('a colleague who knows a client again takes it out of sight at once, and the same words do not come back', async () => {
  await using app = await testApp()
  const { noor, bram, story, params, write } = await colleagues(app)
  await write(body.did)
  await noor.call(share, { params, body: { version: 1, kept: [], ticks } })
  await bram.call(takeDown, { params, body: { addition: null } })
  expect((await bram.call(list, {})).shared).toEqual([])
  expect((await bram.request('GET', `/api/practice/${story}`)).status).toBe(404)
  const hidden = await noor.call(read, { params })
  expect(hidden.standing).toBe('hidden')
  expect(JSON.stringify(hidden)).not.toContain('Bram')
  const same = { version: hidden.version, kept: [], ticks }
  const refused = await noor.request('POST', `/api/practice/${story}/share`, same)
  expect(fieldsOf(refused)).toEqual({ unchanged: 'unchanged' })
  app.clock.advance(1000)
  const changed = await write('Ik wachtte heel lang.', hidden.version)
  const again = await noor.call(share, { params, body: { ...same, version: changed.version } })
  expect(again.standing).toBe('shared')
  expect((await bram.call(list, {})).total).toBe(1)
})

test('is found by kind, context and situation, and another organisation or a guest finds nothing', async () => {
  await using app = await testApp()
  const { noor, bram, params, write } = await colleagues(app)
  await write(body.did)
  await noor.call(share, { params, body: { version: 1, kept: [], ticks } })
  expect((await bram.call(list, { query: { situation: 'intake' } })).total).toBe(1)
  expect((await bram.call(list, { query: { kind: 'interprofessional' } })).total).toBe(0)
  const guest = app.as(await app.professional({ name: 'Gast', role: 'guest' }))
  expect((await guest.request('GET', '/api/practice')).status).toBe(403)
  const workspace = await buildWorkspace(app)
  const elsewhere = app.as(await app.professional({ name: 'Els', workspace }))
  expect(await elsewhere.call(list, {})).toEqual({ own: [], shared: [], total: 0, takesPart: true })
  expect((await elsewhere.request('GET', `/api/practice/${params.story}`)).status).toBe(404)
})

test('how many fit a setting is told without a word of them; where none do, those of the nearest wider setting', async () => {
  await using app = await testApp()
  const { noor, bram, params, write } = await colleagues(app)
  await write(body.did)
  await noor.call(share, { params, body: { version: 1, kept: [], ticks } })
  const { kind } = setting
  for (const [asked, found] of [
    [setting, { ...setting, count: 1 }],
    [
      { kind, context: 'micro', situation: 'guidance' },
      { kind, context: 'micro', situation: null, count: 1 },
    ],
    [
      { kind, context: 'meso', situation: 'mdo' },
      { kind, context: null, situation: null, count: 1 },
    ],
    [{ kind: 'interpersonal' }, { kind: 'interpersonal', context: null, situation: null, count: 0 }],
  ] as const)
    expect(await bram.call(count, { query: asked })).toEqual(found)
  // One’s own story is no news to oneself.
  expect(await noor.call(count, { query: setting })).toMatchObject({ count: 0 })
})

test('who only keeps the house or does research reads no story, and keeps what she wrote when her work changes', async () => {
  await using app = await testApp()
  const person = await app.professional({ name: 'Noor' })
  const noor = app.as(person)
  const story = app.world.newId<PracticeStoryId>()
  const params = { story }
  await noor.call(save, { params, body: { ...setting, body, version: 0 } })
  await noor.call(share, { params, body: { version: 1, kept: [], ticks } })
  for (const role of ['administrator', 'privacy-officer', 'researcher'] as const) {
    const other = app.as(await app.professional({ name: role, role }))
    expect(await other.call(list, {})).toEqual({ own: [], shared: [], total: 0, takesPart: false })
    expect(await other.call(count, { query: setting })).toMatchObject({ count: 0 })
    const address = `/api/practice/${story}`
    expect((await other.request('GET', address)).status, role).toBe(404)
    expect((await other.request('PUT', `${address}/recognised`, { recognised: true })).status).toBe(403)
    const own = { ...setting, body, version: 0 }
    expect((await other.request('PUT', `/api/practice/${app.world.newId()}`, own)).status).toBe(403)
  }
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('member')
      .set({ roles: ['administrator'] })
      .where('id', '=', person.member)
      .execute(),
  )
  expect((await noor.call(list, {})).own).toMatchObject([{ id: story, standing: 'shared' }])
  expect((await noor.call(withdraw, { params, body: { version: 2 } })).standing).toBe('draft')
  expect((await noor.request('DELETE', `/api/practice/${story}`)).status).toBe(200)
})

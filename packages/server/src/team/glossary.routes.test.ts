import { liveEndpoints } from '@weerklank/core/dialogue/live.contract'
import type { GlossaryWordId, MeetingId } from '@weerklank/core/shared/ids'
import { debriefEndpoints } from '@weerklank/core/team/debrief.contract'
import { glossaryEndpoints } from '@weerklank/core/team/glossary.contract'
import { expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import { testApp } from '../test-app.ts'
import { buildNetwork, holdTable } from './glossary.fixture.ts'

const { getGlossary, addGlossaryWord, giveMeaning, removeMeaning, sayDiffers, agreeOnMeaning } =
  glossaryEndpoints
const { carryGlossaryCards, removeGlossaryWord } = glossaryEndpoints

test('words on cards of a table come into the glossary with one action, and each only once', async () => {
  await using app = await testApp()
  const network = await buildNetwork(app)
  const { as, params } = network
  await holdTable(app, network, ['Regie', 'opschalen', ' regie '])
  const before = await as.call(getGlossary, { params })
  expect(before.words).toEqual([])
  expect(before.waiting.map(({ word, cards }) => [word, cards.length])).toEqual([
    ['Regie', 2],
    ['opschalen', 1],
  ])
  const after = await as.call(carryGlossaryCards, { params, body: {} })
  expect(after.waiting).toEqual([])
  expect(after.words.map(({ word, fromTable, state }) => [word, fromTable, state])).toEqual([
    ['opschalen', true, 'to-explain'],
    ['Regie', true, 'to-explain'],
  ])
  // A later table says one of them again: no second word, and it does not wait either.
  await holdTable(app, network, ['OPSCHALEN', 'veilig thuis'])
  const again = await as.call(carryGlossaryCards, { params, body: {} })
  expect([again.words.length, again.waiting.length]).toEqual([3, 0])
  expect((await as.call(carryGlossaryCards, { params, body: {} })).words).toEqual(again.words)
})

test('each says what she means, and handed to the table it has no name, no moment and no line in the record', async () => {
  await using app = await testApp()
  const { as, params, clients } = await buildNetwork(app)
  const word = app.world.newId<GlossaryWordId>()
  await as.call(addGlossaryWord, { params, body: { id: word, word: 'Veilig  thuis' } })
  await as.call(addGlossaryWord, { params, body: { id: word, word: 'veilig thuis' } })
  const twin = { id: app.world.newId<GlossaryWordId>(), word: 'VEILIG THUIS' }
  expect(await as.refusal(addGlossaryWord, { params, body: twin })).toMatchObject({
    fields: { word: 'known' },
  })
  const at = { params: { ...params, word } }
  const mine = await as.call(giveMeaning, { ...at, body: { text: 'Geen ruzie.', from: 'me' } })
  expect(mine.words[0]?.meanings).toMatchObject([
    { text: 'Geen ruzie.', isMine: true, by: { name: 'Noor', sides: ['De Linde'] } },
  ])
  await as.call(giveMeaning, { ...at, body: { text: 'Geen ruzie, en een bed.', from: 'me' } })
  const lines = (await app.audit()).length
  const table = await as.call(giveMeaning, { ...at, body: { text: 'Rust.', from: 'table' } })
  await as.call(giveMeaning, { ...at, body: { text: 'Rust.', from: 'table' } })
  expect(table.words[0]?.meanings).toMatchObject([{ text: 'Rust.', by: null, isMine: false }])
  const kept = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('glossary_meaning').selectAll().where('word_id', '=', word).execute(),
  )
  expect(kept).toMatchObject([{ body: 'Rust.', participant_id: null, changed_at: null }])
  const since = (await app.audit()).slice(lines).map(({ action }) => action)
  expect(new Set(since)).toEqual(new Set(['circle.glossary-read']))
  // Of somebody else nothing can be taken away.
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('glossary_meaning')
      .set({ participant_id: clients[0] ?? null, changed_at: app.clock.now() })
      .where('word_id', '=', word)
      .execute(),
  )
  const hers = kept[0]?.id ?? ('' as never)
  expect(await as.refusal(removeMeaning, { params: { ...params, meaning: hers } })).toMatchObject({
    code: 'not-found',
  })
  expect(await as.refusal(removeGlossaryWord, at)).toMatchObject({ code: 'conflict' })
})

test('two who write the agreed meaning at once: the second is told, and earlier ones stay', async () => {
  await using app = await testApp()
  const network = await buildNetwork(app)
  const { as, params } = network
  const { meeting } = await holdTable(app, network, [])
  const word = app.world.newId<GlossaryWordId>()
  await as.call(addGlossaryWord, { params, body: { id: word, word: 'regie' } })
  const at = { params: { ...params, word } }
  const on = app.clock.now().slice(0, 10)
  const first = { base: 0, text: 'Wie belt.', on, meeting }
  await as.call(agreeOnMeaning, { ...at, body: first })
  expect(await as.refusal(agreeOnMeaning, { ...at, body: { ...first, text: 'Wie beslist.' } })).toMatchObject(
    {
      code: 'conflict',
    },
  )
  const both = await Promise.all(
    ['Wie vraagt.', 'Wie zegt.'].map((text) =>
      as.request('POST', `/api/relations/${params.relation}/circle/glossary/words/${word}/agreed`, {
        ...{ base: 1, text, on, meeting: null },
      }),
    ),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  await as.call(sayDiffers, { ...at, body: { differs: true } })
  const [told] = (await as.call(getGlossary, { params })).words
  expect(told?.state).toBe('different')
  expect(told?.agreed.map(({ seq, meeting: held }) => [seq, held?.title])).toEqual([
    [2, undefined],
    [1, 'Stilstaan'],
  ])
  const late = { ...first, base: 2, on: '2199-01-01' }
  expect(await as.refusal(agreeOnMeaning, { ...at, body: late })).toMatchObject({
    fields: { on: 'in-future' },
  })
  const stray = { ...first, base: 2, meeting: app.world.newId<MeetingId>() }
  expect(await as.refusal(agreeOnMeaning, { ...at, body: stray })).toMatchObject({
    fields: { meeting: 'unknown' },
  })
})

test('when the family has left nothing new is written, and reading goes on', async () => {
  await using app = await testApp()
  const { as, params, circle, clients } = await buildNetwork(app)
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('circle_person')
      .set({ left_at: app.clock.now() })
      .where('circle_id', '=', circle.circle)
      .where('participant_id', 'in', clients)
      .execute(),
  )
  expect((await as.call(getGlossary, { params })).mayWrite).toBe(false)
  const body = { id: app.world.newId<GlossaryWordId>(), word: 'regie' }
  expect(await as.refusal(addGlossaryWord, { params, body })).toMatchObject({
    ...{ code: 'conflict', fields: { circle: 'family-left' } },
  })
  const debrief = { params, body: { id: app.world.newId<MeetingId>() } }
  expect(await as.refusal(debriefEndpoints.beginDebrief, debrief)).toMatchObject({ code: 'conflict' })
})

test('a debrief begins at once, of five minutes, with everybody at the table and the family as itself', async () => {
  await using app = await testApp()
  const { as, params } = await buildNetwork(app)
  const meeting = app.world.newId<MeetingId>()
  const begin = { params, body: { id: meeting } }
  expect(await as.call(debriefEndpoints.beginDebrief, begin)).toEqual({ meeting })
  expect(await as.call(debriefEndpoints.beginDebrief, begin)).toEqual({ meeting })
  const live = await as.call(liveEndpoints.live, { params: { meeting } })
  const kept = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('meeting_place').select(['name', 'role']).where('meeting_id', '=', meeting).execute(),
  )
  expect(kept.map(({ name, role }) => `${name} ${role}`).toSorted()).toEqual([
    'Karin client',
    'Lina client',
    'Noor facilitator',
  ])
  expect(JSON.stringify(live)).toContain('Wat gebeurde er?')
})

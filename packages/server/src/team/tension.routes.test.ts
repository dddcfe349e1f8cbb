import type { ParticipantId, TensionId } from '@weerklank/core/shared/ids'
import { tensionEndpoints } from '@weerklank/core/team/tension.contract'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { buildNetwork, insertLooks } from './glossary.fixture.ts'

const { listTensions, addTension, changeTension, restTension, lookAtTension, takeBackLooks } =
  tensionEndpoints

const words = {
  ...{ left: 'houvast', right: 'meebewegen', leftGood: 'Rust.', rightGood: 'Het past bij vandaag.' },
  ...{ situation: 'Bij het plannen.', asks: '', room: 'mdo' as const, meeting: null, lookOn: '2026-12-31' },
}

test('a tension is about poles: with a name of the network in it, it is refused by the field', async () => {
  await using app = await testApp()
  const { as, params } = await buildNetwork(app)
  const id = app.world.newId<TensionId>()
  const body = { id, pair: 'rigid-flexible' as const, ...words }
  const named = { ...body, situation: 'Als Karin belt.' }
  expect(await as.refusal(addTension, { params, body: named })).toMatchObject({
    fields: { situation: 'name' },
  })
  await as.call(addTension, { params, body })
  const twice = await as.call(addTension, { params, body })
  expect(twice.tensions).toMatchObject([
    { id, left: 'houvast', rightGood: 'Het past bij vandaag.', lookOn: '2026-12-31' },
  ])
  const at = { params: { ...params, tension: id } }
  await as.call(changeTension, { ...at, body: { version: 1, ...words, asks: 'Dat we het zeggen.' } })
  expect(await as.refusal(changeTension, { ...at, body: { version: 1, ...words } })).toMatchObject({
    code: 'conflict',
  })
  const rested = await as.call(restTension, { ...at, body: { resting: true } })
  expect(rested.tensions[0]?.restingSince).toBe(app.clock.now().slice(0, 10))
  expect(
    (await as.call(restTension, { ...at, body: { resting: false } })).tensions[0]?.restingSince,
  ).toBeNull()
})

test('looks are told without names: of few only that they see it, from five people on as numbers; hers she takes back', async () => {
  await using app = await testApp()
  const network = await buildNetwork(app)
  const { as, params, clients } = network
  const tension = app.world.newId<TensionId>()
  await as.call(addTension, { params, body: { id: tension, pair: 'short-long', ...words } })
  const at = { params: { ...params, tension } }
  const mine = await as.call(lookAtTension, { ...at, body: { lean: -2 } })
  expect(mine.tensions[0]).toMatchObject({ now: { seen: 1, counts: null, words: null }, mine: { lean: -2 } })
  const [lina, karin] = clients
  const on = '2026-09-01'
  const looks = [lina, karin].map((one) => ({ tension, participant: one as ParticipantId, on, lean: 1 }))
  await insertLooks(app, network, looks)
  const three = async () => (await as.call(listTensions, { params })).tensions[0]
  const before = { seen: 2, counts: null, words: null }
  // On the day itself no word is told: it would tell how the third one looks.
  expect(await three()).toMatchObject({ now: { seen: 3, counts: null, words: null }, before })
  app.clock.advance(86_400_000)
  expect(await three()).toMatchObject({ now: { seen: 3, counts: null, words: 'different' }, before })
  const back = await as.call(takeBackLooks, at)
  expect(back.tensions[0]).toMatchObject({ now: { seen: 2, words: null }, mine: null })
  // Whoever looks in the record finds who read, and nobody who looked.
  const actions = new Set((await app.audit()).map(({ action }) => action))
  expect([...actions].filter((action) => action.includes('look'))).toEqual([])
})

test('of another collaboration nothing is read or written', async () => {
  await using app = await testApp()
  const network = await buildNetwork(app)
  const tension = app.world.newId<TensionId>()
  const { params } = network
  await network.as.call(addTension, { params, body: { id: tension, pair: 'own', ...words } })
  const other = await buildNetwork(app)
  const aside = { params: { ...other.params, tension } }
  expect(await other.as.refusal(lookAtTension, { ...aside, body: { lean: 1 } })).toMatchObject({
    code: 'not-found',
  })
  expect(await other.as.refusal(listTensions, { params })).toMatchObject({ code: 'not-found' })
  const stranger = await app.relation({ by: other.noor })
  expect(await other.as.refusal(listTensions, { params: { relation: stranger.id } })).toMatchObject({
    code: 'not-found',
  })
})

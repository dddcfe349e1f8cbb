/** The map of who works with whom: with the consent of both ends, shut until everybody is in, gone with a no. */
import type { NetworkWaveId } from '@weerklank/core/shared/ids'
import { networkEndpoints } from '@weerklank/core/team/network.contract'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { planMeeting } from '../dialogue/meeting.fixture.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildNetworkOf } from '../test-network.ts'
import { leaveMaps } from './network.leave.ts'

/** After every last day of these tests. */
const talk = { talkOn: '2027-05-01', meeting: null }

type Built = Awaited<ReturnType<typeof buildNetworkOf>>

async function begin({ app, relation, by }: Built, title = 'Aan het begin', closesOn = '2027-03-01') {
  const body = { id: app.world.newId<NetworkWaveId>(), title, closesOn, ...talk }
  return (await app.as(by).call(networkEndpoints.beginNetwork, { params: { relation }, body }))
    .id as NetworkWaveId
}

const closed = (details: Awaited<ReturnType<Built['look']>>) => {
  if (details.state !== 'closed') throw new Error(`It is ${details.state}`)
  return details
}

const linesOf = (details: Awaited<ReturnType<Built['look']>>) => {
  const { map } = closed(details)
  const name = (id: string) => map.people.find(({ participant }) => participant === id)?.name
  return map.ties.map(({ from, to, often }) => `${name(from)} > ${name(to)}: ${often}`)
}

const leftOf = async (app: TestApp, built: Built, name: string) => {
  const { person } = built.placeOf(name)
  return asMaintenance(app.owner, async (trx) => {
    const { rows } = await sql<{ count: number }>`
      select (select count(*) from network_tie where from_person = ${person} or to_person = ${person})::int
        + (select count(*) from network_answer where person_id = ${person})::int as count`.execute(trx)
    return rows[0]?.count
  })
}

test('a moment stays shut until everybody is in; who did not agree is absent and cannot be named', async () => {
  await using app = await testApp()
  const built = await buildNetworkOf(app, ['Aisha', 'Bram', 'Carla'])
  const wave = await begin(built)
  for (const name of ['Aisha', 'Bram']) await built.choose(name, true)
  await built.choose('Carla', false)
  await built.tell('Aisha', wave, [
    ['Bram', 'weekly', 'yes'],
    ['Carla', 'weekly', 'yes'],
  ])
  const sheet = await built.look('Bram', wave)
  expect(sheet).toMatchObject({ state: 'open', answered: 1, sheet: { standing: 'may-fill', mine: null } })
  expect(sheet.state === 'open' && sheet.sheet.people.map(({ name }) => name)).toEqual(['Aisha'])
  expect(await built.look('Carla', wave)).toMatchObject({ sheet: { standing: 'no-consent', people: [] } })
  await built.tell('Bram', wave, [['Aisha', 'never', 'yes']])
  await expect(built.tell('Carla', wave, [])).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await built.look('Bram', wave)).state).toBe('open')
  app.clock.set('2027-03-02T09:00:00.000Z')
  const details = closed(await built.look('Carla', wave))
  // Noor did not agree either: two are missing, and they are not named.
  expect(details.map).toMatchObject({ notOnMap: 2, notAnswered: 0, findings: { ties: 1, measures: null } })
  expect(JSON.stringify(details)).not.toContain('Carla')
  expect(linesOf(details)).toEqual(['Aisha > Bram: weekly', 'Bram > Aisha: never'])
  await expect(built.tell('Bram', wave, [])).rejects.toMatchObject({ code: 'conflict' })
})

test('the last one in shuts it; a colleague does in the app what others do by their links', async () => {
  await using app = await testApp()
  const built = await buildNetworkOf(app, ['Aisha'])
  const { relation, by } = built
  const params = { relation, wave: await begin(built) }
  const call = app.as(by)
  for (const name of built.places.keys()) await built.choose(name, true)
  const listed = await call.call(networkEndpoints.listNetwork, { params: { relation } })
  expect(listed).toMatchObject({ standing: 'may-fill', mayBegin: true, waves: [{ state: 'open' }] })
  await built.tell('Aisha', params.wave, [])
  const to = built.placeOf('Aisha').participant
  const ties = [{ to, often: 'fortnightly' as const, useful: 'bit' as const }]
  const told = await call.call(networkEndpoints.tellNetwork, { params, body: { ties } })
  expect(told).toMatchObject({
    state: 'closed',
    map: { ties: [{ to, often: 'fortnightly', useful: 'bit' }] },
  })
  expect((await call.refusal(networkEndpoints.removeNetwork, { params })).code).toBe('conflict')
  await call.call(networkEndpoints.untellNetwork, { params })
  expect(linesOf(await built.look('Aisha', params.wave))).toEqual([])
  const past = { id: app.world.newId<NetworkWaveId>(), title: 'Terug', closesOn: '2020-01-01', ...talk }
  const wrong = await call.refusal(networkEndpoints.beginNetwork, { params: { relation }, body: past })
  expect(wrong).toMatchObject({ code: 'invalid-input', fields: { closesOn: 'past' } })
})

test('two moments: what is new, gone and changed; a family that left is on neither, and nothing new begins', async () => {
  await using app = await testApp()
  const built = await buildNetworkOf(app, ['Aisha', 'Bram'])
  for (const name of built.places.keys()) await built.choose(name, true)
  const [noor = ''] = [...built.places.keys()].filter((name) => name !== 'Aisha' && name !== 'Bram')
  const first = await begin(built)
  await built.tell('Aisha', first, [['Bram', 'seldom', null]])
  await built.tell('Bram', first, [[noor, 'weekly', 'yes']])
  await built.tell(noor, first, [['Bram', 'weekly', 'yes']])
  const second = await begin(built, 'Zes weken later')
  await built.tell('Aisha', second, [['Bram', 'weekly', 'yes']])
  await built.tell('Bram', second, [['Aisha', 'weekly', 'yes']])
  await built.tell(noor, second, [['Bram', 'weekly', 'yes']])
  expect(closed(await built.look('Aisha', second, first)).compared).toMatchObject({
    counts: { new: 1, gone: 1, changed: 1, same: 1 },
    apart: 0,
  })
  await built.asLink('Aisha', async (trx, context) => {
    await leaveMaps(trx, { context, circle: built.circle, person: built.placeOf('Aisha').person })
  })
  expect(await leftOf(app, built, 'Aisha')).toBe(0)
  await asMaintenance(app.owner, async (trx) => {
    await sql`update circle_person set left_at = ${app.clock.now()}
      where participant_id in (${built.placeOf('Aisha').participant}, ${built.placeOf('Bram').participant})`.execute(
      trx,
    )
  })
  expect(linesOf(await built.look(noor, second))).toEqual([])
  const body = { id: app.world.newId<NetworkWaveId>(), title: 'Nog eens', closesOn: '2027-04-01', ...talk }
  const { relation, by } = built
  const refused = await app.as(by).refusal(networkEndpoints.beginNetwork, { params: { relation }, body })
  expect(refused.code).toBe('conflict')
})

test('in whatever order people agree, tell and stop: of who stopped nothing is left, at either end', async () => {
  await using app = await testApp()
  const names = ['Aisha', 'Bram', 'Carla'] as const
  const built = await buildNetworkOf(app, names)
  const who = fc.constantFrom(...names)
  const deed = fc.oneof(
    fc.record({ kind: fc.constant('yes' as const), who }),
    fc.record({ kind: fc.constant('no' as const), who }),
    fc.record({ kind: fc.constant('tell' as const), who }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (deeds) => {
      const wave = await begin(built)
      const agreed = new Set<string>()
      for (const name of names) await built.choose(name, false)
      for (const { kind, who: one } of deeds) {
        if (kind === 'tell') {
          const others = names.filter((name) => name !== one)
          const telling = built.tell(
            one,
            wave,
            others.map((name) => [name, 'weekly', null]),
          )
          if (agreed.has(one)) await telling
          else await expect(telling).rejects.toMatchObject({ code: 'not-allowed' })
          continue
        }
        await built.choose(one, kind === 'yes')
        if (kind === 'yes') agreed.add(one)
        else agreed.delete(one)
      }
      for (const name of names) if (!agreed.has(name)) expect(await leftOf(app, built, name)).toBe(0)
    }),
    { numRuns: 12 },
  )
})

const march = { title: 'Aan het begin', closesOn: '2027-03-01' }

test('nothing is asked without a talk after the last day; who belongs to it reads when that is', async () => {
  await using app = await testApp()
  const built = await buildNetworkOf(app, ['Aisha'])
  const { relation, by } = built
  const [path, as] = [`/api/relations/${relation}/circle/network`, app.as(by)]
  const refusals: [object, object][] = [
    [{}, { talkOn: expect.any(String) }],
    [{ talkOn: null, meeting: null }, { talkOn: expect.any(String) }],
    [{ talkOn: '2027-02-27', meeting: null }, { talkOn: 'no-talk' }],
    [{ talkOn: '2027-03-01', meeting: null }, { talkOn: 'no-talk' }],
    [{ talkOn: '2027-03-02', meeting: app.world.newId() }, { meeting: 'unknown' }],
  ]
  for (const [talked, fields] of refusals) {
    const reply = await as.request('POST', path, { id: app.world.newId(), ...march, ...talked })
    expect([reply.status, reply.body]).toMatchObject([422, { error: { code: 'invalid-input', fields } }])
  }
  const params = { relation }
  const listed = () => as.call(networkEndpoints.listNetwork, { params })
  expect((await listed()).waves).toEqual([])
  const { id: meeting } = await planMeeting(app, { relation, by })
  expect((await listed()).meetings).toMatchObject([{ id: meeting, title: 'Open dialoog rond Sem' }])
  const body = { id: app.world.newId<NetworkWaveId>(), ...march, talkOn: '2027-03-02', meeting }
  const begun = await as.call(networkEndpoints.beginNetwork, { params, body })
  expect(begun).toMatchObject({ talkOn: '2027-03-02', meeting })
  // The same once more is no second moment, whatever it says of the talk.
  const again = { ...body, talkOn: '2027-03-09' }
  expect(await as.call(networkEndpoints.beginNetwork, { params, body: again })).toEqual(begun)
  expect((await listed()).waves).toEqual([begun])
  expect(await built.look('Aisha', body.id)).toMatchObject({ state: 'open', wave: { talkOn: '2027-03-02' } })
})

test('a moment that was begun before a talk was asked is read as it was', async () => {
  await using app = await testApp()
  const built = await buildNetworkOf(app, ['Aisha'])
  const wave = await begin(built)
  await asMaintenance(app.owner, (trx) =>
    sql`update network_wave set talk_on = null where id = ${wave}`.execute(trx),
  )
  for (const name of built.places.keys()) await built.choose(name, true)
  await built.tell('Aisha', wave, [])
  expect(await built.look('Aisha', wave)).toMatchObject({ state: 'open', wave: { talkOn: null } })
})

test('the talk is moved to a day after it shuts, by whoever may begin one, and nothing else of the moment is', async () => {
  await using app = await testApp()
  const built = await buildNetworkOf(app, ['Aisha'])
  const { relation, by } = built
  const wave = await begin(built)
  const params = { relation, wave }
  const plan = (talkOn: string, meeting: string | null = null) =>
    app.as(by).request('PUT', `/api/relations/${relation}/circle/network/${wave}/talk`, { talkOn, meeting })
  const before = await app.as(by).call(networkEndpoints.listNetwork, { params })
  expect(before).toMatchObject({ mayPlanTalk: true, waves: [{ talkOn: talk.talkOn }] })
  expect((await plan('2027-03-01')).body).toMatchObject({ error: { fields: { talkOn: 'no-talk' } } })
  expect((await plan('2027-03-02', app.world.newId())).body).toMatchObject({
    error: { fields: { meeting: 'unknown' } },
  })
  expect((await plan('2027-03-02')).status).toBe(200)
  const [was] = before.waves
  const after = await app.as(by).call(networkEndpoints.listNetwork, { params })
  expect(after.waves).toEqual([{ ...was, talkOn: '2027-03-02' }])
  for (const name of built.places.keys()) await built.choose(name, true)
  await built.tell('Aisha', wave, [])
  await app.as(by).call(networkEndpoints.tellNetwork, { params, body: { ties: [] } })
  // Everybody is in, so that it can be talked about at once.
  expect((await plan(app.clock.now().slice(0, 10))).status).toBe(200)
  const other = { params: { relation, wave: app.world.newId<NetworkWaveId>() } }
  const body = { talkOn: '2027-05-01', meeting: null }
  const refused = await app.as(by).refusal(networkEndpoints.planNetworkTalk, { ...other, body })
  expect(refused.code).toBe('not-found')
})

/** A network from making it to its end: people of four organisations and a mother, by link; who leaves; what returns. */

import type {
  CircleId,
  CircleSideId,
  FamilyWordId,
  MeetingId,
  ParticipantId,
} from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { day, network, page } from './circle.fixture.ts'

test('who belongs to two sides counts once, is named once, and stands with both', async () => {
  await using app = await testApp()
  const { made, ids, family, linde, params, body, by } = await network(app)
  expect(made).toMatchObject({ kind: 'network', count: 3, state: { status: 'running' } })
  expect(made.sides.map(({ name, people }) => [name, people])).toEqual([
    ['De Linde', 2],
    ['School', 1],
    ['Het gezin', 1],
  ])
  expect(made.people.map(({ name }) => name)).toEqual(['Kim', 'Noor', 'Samira'])
  expect(made.people.find(({ participant }) => participant === ids.samira)?.sides).toEqual([family, linde])
  expect(await app.as(by).call(circleEndpoints.makeCircle, { params, body })).toEqual(made)
  const other = { ...body, id: app.world.newId<CircleId>() }
  expect(await app.as(by).refusal(circleEndpoints.makeCircle, { params, body: other })).toMatchObject({
    code: 'conflict',
  })
})

test('a network lasts a year at most and ends by itself; a colleague takes it up again', async () => {
  await using app = await testApp()
  const { params, by, get, made, body } = await network(app)
  const edit = (endsOn: string | null) => ({
    ...{ version: 1, question: body.question, endsOn, midcourseOn: null, sides: body.sides },
  })
  for (const [endsOn, reason] of [
    [day(app, 367), 'longer-than-a-year'],
    [day(app, -1), 'before-first-day'],
    [null, 'needs-last-day'],
  ] as const)
    expect(
      await app.as(by).refusal(circleEndpoints.editCircle, { params, body: edit(endsOn) }),
    ).toMatchObject({
      fields: { endsOn: reason },
    })
  app.clock.advance(43 * 86_400_000)
  expect(await get()).toMatchObject({ isMidcourse: true })
  const { circles } = await app.as(by).call(circleEndpoints.listCircles)
  expect(circles[0]?.waits).toEqual({ halfWay: true, checks: [] })
  // With three people no check can ask them: a talk that is planned now is the look half-way.
  const plan = { id: app.world.newId<MeetingId>(), place: '', format: 'stilstaan-short' } as const
  const plannedAt = addDays(app.world.now(), 2)
  await app.as(by).call(circleEndpoints.planCircleMeeting, { params, body: { ...plan, plannedAt } })
  const since = await app.as(by).call(circleEndpoints.listCircles)
  expect(since.circles[0]?.waits).toEqual({ halfWay: false, checks: [] })
  app.clock.set(`${addDays(`${made.endsOn}T10:00:00.000Z`, 1).slice(0, 10)}T10:00:00.000Z`)
  expect(await get()).toMatchObject({
    ...{ state: { status: 'ended', reason: 'by-itself', on: made.endsOn }, may: { ask: false } },
  })
  const refused = await app.as(by).refusal(circleEndpoints.addFamilyWord, {
    params,
    body: {
      ...{ id: app.world.newId<FamilyWordId>(), kind: 'tell', text: 'Dag.', plannedOn: null },
      saidBy: made.own ?? ('' as ParticipantId),
    },
  })
  expect(refused).toMatchObject({ code: 'conflict', fields: { circle: 'ended' } })
  const resume = { to: 'resume' as const, endsOn: day(app, 30) }
  expect(await app.as(by).call(circleEndpoints.setCircleStatus, { params, body: resume })).toMatchObject({
    ...{ state: { status: 'running' }, may: { ask: true } },
  })
})

test('a mother comes by her link, leaves by herself, and then nothing new is asked', async () => {
  await using app = await testApp()
  const { link, ids, get, params, by, family } = await network(app)
  const { url } = await link(ids.samira)
  const samira = page(app, url)
  const home = await samira.get()
  expect(home.status).toBe(200)
  expect(home.text).toContain('Wat helpt dit gezin?')
  expect(home.text).toContain('Dag Samira')
  const asked = (await samira.get('/weg')).text
  expect(asked).toContain('U hoeft niet te zeggen waarom.')
  expect(asked).toContain('Wat u op vragen antwoordde, gaat weg.')
  expect((await samira.post('/weg', {})).text).toContain('U hoort er niet meer bij')
  expect((await samira.get()).status).toBe(410)
  const after = await get()
  expect(after.state).toEqual({ status: 'rounding-off', until: day(app, 14) })
  expect(after).toMatchObject({ count: 2, may: { ask: false, change: true } })
  const word = { id: app.world.newId<FamilyWordId>(), kind: 'ask' as const, text: 'Hoe gaat het?' }
  const ask = { params, body: { ...word, saidBy: ids.noor, plannedOn: null } }
  expect(await app.as(by).refusal(circleEndpoints.addFamilyWord, ask)).toMatchObject({
    fields: { circle: 'family-left' },
  })
  // Kim still reads, and is told kindly what goes on.
  const kim = page(app, (await link(ids.kim)).url)
  expect((await kim.get()).text).toContain('Het gezin doet niet meer mee.')
  app.clock.advance(15 * 86_400_000)
  expect((await get()).state).toMatchObject({ status: 'ended', reason: 'family-left' })
  expect((await kim.get()).status).toBe(200)
  // The family itself may come back.
  app.clock.advance(-10 * 86_400_000)
  const back = { params: { ...params, participant: ids.samira }, body: { sides: [family], active: true } }
  expect(await app.as(by).call(circleEndpoints.setCirclePerson, back)).toMatchObject({
    ...{ state: { status: 'running' }, may: { ask: true } },
  })
})

test('the family sees what it is told once it was said, and never before', async () => {
  await using app = await testApp()
  const { link, ids, params, by } = await network(app)
  const id = app.world.newId<FamilyWordId>()
  const word = { kind: 'tell' as const, text: 'We komen met zijn tweeën.', saidBy: ids.noor, plannedOn: null }
  await app.as(by).call(circleEndpoints.addFamilyWord, { params, body: { id, ...word } })
  const samira = page(app, (await link(ids.samira)).url)
  const kim = page(app, (await link(ids.kim)).url)
  expect((await samira.get()).text).not.toContain('We komen met zijn tweeën.')
  expect((await kim.get()).text).toContain('We komen met zijn tweeën.')
  const said = { params: { ...params, word: id }, body: { version: 1, ...word, said: true, answer: 'Fijn.' } }
  await app.as(by).call(circleEndpoints.setFamilyWord, said)
  const seen = (await samira.get()).text
  expect(seen).toContain('We komen met zijn tweeën.')
  expect(seen).toContain('Fijn.')
  const unsay = { params: { ...params, word: id } }
  expect(await app.as(by).refusal(circleEndpoints.removeFamilyWord, unsay)).toMatchObject({
    code: 'conflict',
  })
  const fromFamily = { id: app.world.newId<FamilyWordId>(), ...word, saidBy: ids.samira }
  expect(await app.as(by).refusal(circleEndpoints.addFamilyWord, { params, body: fromFamily })).toMatchObject(
    { fields: { saidBy: 'unknown' } },
  )
})

test('somebody of the family with an account of her own hears it once it was said, too', async () => {
  await using app = await testApp()
  const { ids, params, by } = await network(app)
  const samira = await app.professional({ name: 'Samira', role: 'guest' })
  await asMaintenance(app.owner, async (trx) => {
    const members = [by.member, samira.member]
    await trx.updateTable('relation').set({ member_ids: members }).where('id', '=', params.relation).execute()
    await trx
      .updateTable('participant')
      .set({ member_id: samira.member })
      .where('id', '=', ids.samira)
      .execute()
  })
  const id = app.world.newId<FamilyWordId>()
  const word = { kind: 'tell' as const, text: 'We komen met zijn tweeën.', saidBy: ids.noor, plannedOn: null }
  await app.as(by).call(circleEndpoints.addFamilyWord, { params, body: { id, ...word } })
  const seen = async () => (await app.as(samira).call(circleEndpoints.getCircle, { params })).words
  expect(await seen()).toEqual([])
  const said = { params: { ...params, word: id }, body: { version: 1, ...word, said: true, answer: '' } }
  await app.as(by).call(circleEndpoints.setFamilyWord, said)
  expect(await seen()).toMatchObject([{ text: 'We komen met zijn tweeën.' }])
})

test('a link that expired is renewed by who holds it; one that ended opens nothing', async () => {
  await using app = await testApp()
  const { link, ids, params, by } = await network(app)
  const { url, until } = await link(ids.samira)
  app.clock.set(addDays(until, 1))
  const samira = page(app, url)
  const gone = await samira.get()
  expect(gone.status).toBe(410)
  expect(gone.text).toContain('Nieuwe link maken')
  const renewed = await samira.post('/nieuw', {})
  expect(renewed.status).toBe(303)
  const anew = page(app, renewed.headers.get('location') ?? '')
  expect((await anew.get('?nieuw=1')).text).toContain('Dit is uw nieuwe link.')
  await app
    .as(by)
    .call(circleEndpoints.unlinkCirclePerson, { params: { ...params, participant: ids.samira } })
  expect((await anew.get()).status).toBe(410)
})

test('a network that is over cannot be kept open by renewing a link again and again', async () => {
  await using app = await testApp()
  const { link, ids, made } = await network(app)
  const first = await link(ids.samira)
  app.clock.set(addDays(first.until, 1))
  const renewed = await page(app, first.url).post('/nieuw', {})
  const anew = page(app, renewed.headers.get('location')?.split('?')[0] ?? '')
  expect((await anew.get()).status).toBe(200)
  app.clock.set(addDays(`${made.endsOn}T12:00:00.000Z`, 121))
  expect((await anew.get()).status).toBe(410)
  expect((await anew.post('/nieuw', {})).status).toBe(410)
})

test('everybody has a place at a planned stilstaan, and comes to it from her own page', async () => {
  await using app = await testApp()
  const { link, ids, params, by, get } = await network(app)
  const id = app.world.newId<MeetingId>()
  const plannedAt = addDays(app.clock.now(), 5)
  const body = { id, plannedAt, place: 'Buurthuis', format: 'stilstaan' as const }
  await app.as(by).call(circleEndpoints.planCircleMeeting, { params, body })
  await app.as(by).call(circleEndpoints.planCircleMeeting, { params, body })
  expect((await get()).next).toMatchObject({ id, at: plannedAt })
  const samira = page(app, (await link(ids.samira)).url)
  expect((await samira.get()).text).toContain('Buurthuis')
  const way = await samira.post('/gesprek', {})
  expect(way.status).toBe(303)
  const table = await app.hono.request(way.headers.get('location') ?? '')
  expect(table.status).toBe(200)
  expect(await table.text()).toContain('Samira')
})

/** Every name of a property that an answer can have. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)])
}

test('a coach sees her teams by name and when they meet, and no outcome of any', async () => {
  await using app = await testApp()
  const cor: Person = await app.professional({ name: 'Cor', role: 'coach' })
  const titles = ['Zuid', 'Aan de Vecht', 'Noord']
  for (const title of titles) {
    const relation = await app.relation({ by: cor, title })
    const own = relation.relation.participants.find((one) => one.member === cor.member)
    const side = app.world.newId<CircleSideId>()
    await app.as(cor).call(circleEndpoints.makeCircle, {
      params: { relation: relation.id },
      body: {
        ...{ id: app.world.newId<CircleId>(), kind: 'team', question: '', endsOn: null, midcourseOn: null },
        sides: [{ id: side, name: 'Begeleiding', isFamily: false }],
        people: own === undefined ? [] : [{ participant: own.id, sides: [side] }],
      },
    })
  }
  await app.relation({ title: 'Niet van haar' })
  const { circles } = await app.as(cor).call(circleEndpoints.listCircles)
  expect(circles.map(({ title }) => title)).toEqual(['Aan de Vecht', 'Noord', 'Zuid'])
  // By words of its own: a new field has to be thought about here.
  expect([...new Set(namesIn(circles))].sort()).toEqual(
    'checks endsOn halfWay isMidcourse isRunning kind midcourseOn next people relation title waits'.split(
      ' ',
    ),
  )
})

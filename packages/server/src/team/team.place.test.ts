/** A round of a team: its agreements stand beside it, its talk can be moved, and whoever leads several compares nothing. */

import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { AgreementId, CircleId, CircleSideId, MeetingId, RoundId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import { teamEndpoints } from '@weerklank/core/team/team.contract'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { type BuiltRound, buildRound, closeRound, marks, roundBody, ticketsOf } from '../test-round.ts'

const { getRound, listRounds, makeRound, moveRoundTalk } = teamEndpoints

/** A team of which she is one, with its collaboration. */
async function teamOf(app: TestApp, by: Person, title = 'Team Oost') {
  const built = await app.relation({ by, title })
  const side = app.world.newId<CircleSideId>()
  const people = built.relation.participants.map(({ id }) => ({ participant: id, sides: [side] }))
  await app.as(by).call(circleEndpoints.makeCircle, {
    params: { relation: built.id },
    body: {
      ...{ id: app.world.newId<CircleId>(), kind: 'team', question: '', endsOn: null, midcourseOn: null },
      ...{ sides: [{ id: side, name: 'Begeleiding', isFamily: false }], people },
    },
  })
  return built
}

/** A round of a team, with an answer of everybody, closed. */
async function heldRound(app: TestApp, by: Person, more: object): Promise<BuiltRound> {
  const body = { ...roundBody(app), ...more } as ReturnType<typeof roundBody>
  const made = await app.as(by).call(makeRound, { body })
  const round = { ...made, by, id: made.round.id }
  for (const group of ['Noord', 'Zuid'])
    for (const ticket of ticketsOf(app, round, group)) await ticket.post(marks(6))
  await closeRound(app, round)
  return round
}

const read = (app: TestApp, by: Person, round: RoundId) => app.as(by).call(getRound, { params: { round } })

test('a round of a team follows the one before by itself, and what was agreed since stands beside it', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const farid = await app.professional({ name: 'Farid' })
  const relation = await teamOf(app, noor)
  const first = await heldRound(app, noor, { title: 'Voorjaar', circle: relation.id })
  expect((await read(app, noor, first.id)).circle).toMatchObject({ relation: relation.id })
  app.clock.advance(86_400_000)
  await app.as(noor).call(feedbackEndpoints.agree, {
    params: { relation: relation.id },
    body: {
      ...{ id: app.world.newId<AgreementId>(), text: 'Wie vastloopt, vraagt.', askBack: false, signals: [] },
      participants: relation.relation.participants.map(({ id }) => id),
    },
  })
  app.clock.advance(86_400_000)
  const body = { ...roundBody(app, { title: 'Najaar', readers: [farid] }), circle: relation.id }
  const { round } = await app.as(noor).call(makeRound, { body: body as never })
  // While it is open, so that the talk can begin with it.
  const open = await read(app, noor, round.id)
  expect(open.agreements.map(({ text, isOpen }) => [text, isOpen])).toEqual([
    ['Wie vastloopt, vraagt.', true],
  ])
  // Who reads the outcome and takes no part in the team learns nothing of what it agreed.
  expect((await read(app, farid, round.id)).agreements).toEqual([])
  const second = await heldRound(app, noor, { title: 'Winter', circle: relation.id })
  const { trend, agreements } = await read(app, noor, second.id)
  expect(trend?.points.map(({ title }) => title)).toEqual(['Voorjaar', 'Winter'])
  expect(trend?.points.map(({ groups }) => groups.map(({ name }) => name))).toEqual([
    ['Noord', 'Zuid'],
    ['Noord', 'Zuid'],
  ])
  expect(agreements.map(({ text }) => text)).toEqual(['Wie vastloopt, vraagt.'])
})

test('the talk of a round that was sent out moves, and whoever has not answered yet reads the new day', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const farid = await app.professional({ name: 'Farid' })
  const round = await buildRound(app, noor, { readers: [farid] })
  const params = { round: round.id }
  const to = (on: string) => ({ params, body: { talk: { on } } })
  await app.as(noor).call(moveRoundTalk, to('2026-12-14'))
  // The same once more, as after an answer that got lost, is no second deed.
  await app.as(noor).call(moveRoundTalk, to('2026-12-14'))
  expect(await app.audit('round.talk-moved')).toMatchObject([{ actor: noor.member, subject_id: round.id }])
  expect(await read(app, noor, round.id)).toMatchObject({
    ...{ mayMoveTalk: true, talk: { on: '2026-12-14', meeting: null } },
  })
  expect((await ticketsOf(app, round)[0]?.get())?.text).toContain('We praten erover op maandag 14 december.')
  const refused = await app.as(noor).refusal(moveRoundTalk, to('2026-12-03'))
  expect([refused.code, refused.fields?.talk]).toEqual([
    'invalid-input',
    'Kies een dag nadat iedereen kon antwoorden. Eerder is er nog geen uitkomst.',
  ])
  const unknown = { params, body: { talk: { meeting: app.world.newId<MeetingId>() } } }
  expect((await app.as(noor).refusal(moveRoundTalk, unknown)).fields).toEqual({ talk: 'unknown' })
  // Who may read it does not move it; for anybody else there is no such round; and there is no taking it away.
  expect((await read(app, farid, round.id)).mayMoveTalk).toBe(false)
  expect((await app.as(farid).refusal(moveRoundTalk, to('2026-12-15'))).code).toBe('not-allowed')
  const bram = await app.professional({ name: 'Bram' })
  expect((await app.as(bram).refusal(moveRoundTalk, to('2026-12-15'))).code).toBe('not-found')
  const without = await app.as(noor).request('PUT', `/api/rounds/${round.id}/talk`, { talk: null })
  expect(without.status).toBe(422)
})

test('once it is closed the talk may be sooner than was thought, and not before today', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const round = await heldRound(app, noor, {})
  const params = { round: round.id }
  const today = app.world.now().slice(0, 10)
  await app.as(noor).call(moveRoundTalk, { params, body: { talk: { on: today } } })
  const before = addDays(app.world.now(), -1).slice(0, 10)
  const refused = await app.as(noor).refusal(moveRoundTalk, { params, body: { talk: { on: before } } })
  expect(refused.fields).toEqual({ talk: 'Kies vandaag of een dag die nog komt.' })
  expect((await read(app, noor, round.id)).talk?.on).toBe(today)
})

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)])
}

test('a coach sees the rounds of her teams as they were asked, newest first, and nothing by which to rank them', async () => {
  await using app = await testApp()
  const cor = await app.professional({ name: 'Cor', role: 'coach' })
  for (const [title, mark] of [
    ['Zuid', 9],
    ['Noord', 2],
    ['Oost', 6],
  ] as const) {
    const round = await buildRound(app, cor, { title })
    for (const group of ['Noord', 'Zuid'])
      for (const ticket of ticketsOf(app, round, group)) await ticket.post(marks(mark))
    await closeRound(app, round)
    app.clock.advance(3_600_000)
  }
  const { rounds } = await app.as(cor).call(listRounds)
  expect(rounds.map(({ title }) => title)).toEqual(['Oost', 'Noord', 'Zuid'])
  // By words of its own: a new field has to be thought about here.
  expect([...new Set(namesIn(rounds))].sort()).toEqual('closedAt closesAt id invited status title'.split(' '))
})

test('a team of four with a limit of five is told what helps instead, and nothing is kept', async () => {
  await using app = await testApp()
  const body = roundBody(app, { invited: { Team: 4 }, k: 5 })
  const noor = await app.professional()
  const refused = await app.as(noor).refusal(makeRound, { body })
  expect(refused.fields?.groups).toContain('Met 4 mensen kunnen we niemand anoniem houden: kies een gesprek')
  expect((await app.as(noor).call(listRounds)).rounds).toEqual([])
})

test('questions about daring to speak ask three in four, and show nothing sooner', async () => {
  await using app = await testApp()
  const by = await app.professional()
  const round = await buildRound(app, by, { instrument: 'speak-up-check', invited: { Team: 12 } })
  expect(round.round.minShare).toBe(75)
  const said = { 'a.other-view': '7', 'a.swallowed': '3', lang: 'nl' }
  const [ninth, ...more] = ticketsOf(app, round).slice(3)
  for (const ticket of more) await ticket.post(said)
  expect((await read(app, by, round.id)).enough).toBe(false)
  await ninth?.post(said)
  expect((await read(app, by, round.id)).enough).toBe(true)
  await closeRound(app, round)
  const { outcome } = await read(app, by, round.id)
  expect(outcome?.groups[0]?.answered).toMatchObject({ status: 'shown', n: 9 })
  expect(outcome?.instrument.items.filter(({ shadow }) => shadow).map(({ id }) => id)).toEqual(['swallowed'])
})

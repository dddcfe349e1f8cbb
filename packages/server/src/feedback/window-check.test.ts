/** Rule R5 on real parts: a silence is noticed once, at its time, and never in a relation that ended. */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { expect, test } from 'vitest'
import { runDueJobs } from '../jobs/jobs.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { BuiltRelation } from '../test-factories.ts'
import { windowCheck, windowCheckKind } from './window-check.ts'

const dayMs = 86_400_000

/** An application in which nothing is planned: the tests of this file share a database, and work has no workspace. */
async function withEmptyQueue(now?: string) {
  const app = await testApp(now === undefined ? {} : { now })
  await app.db.deleteFrom('job').execute()
  return app
}

const look = (app: TestApp) => {
  const handlers = {
    [windowCheckKind]: windowCheck({ db: app.db, world: app.world, announce: app.hub.announce }),
  }
  return runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers })
}

/** Lets the days go by, with a look on each. */
async function days(app: TestApp, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    app.clock.advance(dayMs)
    await look(app)
  }
}

async function silences(app: TestApp, of: BuiltRelation) {
  const params = { relation: of.id }
  const { signals } = await app.as(of.by).call(feedbackEndpoints.relationFeedback, { params })
  return signals.flatMap((one) => (one.finding.rule === 'no-check' ? [{ ...one, finding: one.finding }] : []))
}

test('a silence as long as the window is noticed once, and explains itself', async () => {
  await using app = await withEmptyQueue('2026-11-01T08:00:00.000Z')
  const relation = await app.relation({ checkEveryDays: 14 })
  await app.invite({ in: relation })
  await days(app, 13)
  expect(await silences(app, relation)).toEqual([])
  await days(app, 1)
  const [signal] = await silences(app, relation)
  expect(signal).toMatchObject({
    ...{
      participant: relation.client.id,
      response: null,
      openedAt: '2026-11-15T08:00:00.000Z',
      outcome: null,
    },
    finding: { rule: 'no-check', since: '2026-11-01T08:00:00.000Z', unanswered: 1, windowDays: 14 },
  })
  await days(app, 30)
  expect(await silences(app, relation)).toHaveLength(1)
  expect((await app.audit('signal.opened')).map((line) => line.actor)).toEqual(['system'])
  const [summary] = (await app.as(relation.by).call(feedbackEndpoints.listRelations)).relations
  expect(summary?.signals.map((one) => one.finding.rule)).toEqual(['no-check'])
  expect(app.log).toEqual([])
})

test('what was closed is not opened again before someone answered; after that a new silence is a new one', async () => {
  await using app = await withEmptyQueue('2026-11-01T08:00:00.000Z')
  const relation = await app.relation({ checkEveryDays: 7 })
  await days(app, 8)
  const first = await silences(app, relation)
  const body = { signals: first.map((one) => one.id), outcome: 'not-applicable' as const, note: '' }
  await app.as(relation.by).call(feedbackEndpoints.closeSignals, { params: { relation: relation.id }, body })
  await days(app, 15)
  expect((await silences(app, relation)).map((one) => one.outcome)).toEqual(['not-applicable'])
  await app.answer({ in: relation, value: '8' })
  await days(app, 14)
  expect((await silences(app, relation)).map((one) => one.outcome)).toEqual([null, 'not-applicable'])
})

test('someone who answers in time raises nothing', async () => {
  await using app = await withEmptyQueue('2026-11-01T08:00:00.000Z')
  const relation = await app.relation({ checkEveryDays: 7 })
  for (let week = 0; week < 6; week++) {
    await app.answer({ in: relation, value: '8' })
    await days(app, 6)
  }
  expect(await silences(app, relation)).toEqual([])
})

test('a closed relation is left in peace, and looked at again when it is opened', async () => {
  await using app = await withEmptyQueue('2026-11-01T08:00:00.000Z')
  const relation = await app.relation({ checkEveryDays: 7 })
  const close = (closed: boolean) =>
    app
      .as(relation.by)
      .call(relationEndpoints.closeRelation, { params: { relation: relation.id }, body: { closed } })
  await close(true)
  await days(app, 30)
  expect(await silences(app, relation)).toEqual([])
  await close(false)
  await days(app, 8)
  expect(await silences(app, relation)).toHaveLength(1)
})

test('of several people, those who were ever asked are missed, each by herself; nobody who left', async () => {
  await using app = await withEmptyQueue('2026-11-01T08:00:00.000Z')
  const relation = await app.relation({
    checkEveryDays: 7,
    participants: [{ name: 'Lina' }, { name: 'Samira', voice: 'mother' }, { name: 'Fons', voice: 'father' }],
  })
  const people = relation.relation.participants.filter((one) => one.member === null)
  for (const participant of people.slice(0, 2)) await app.invite({ in: relation, participant })
  const {
    id: _,
    participants: __,
    notes: ___,
    contacts: ____,
    startedAt: _____,
    closedAt: ______,
    mayChange: ________,
    ...fields
  } = relation.relation
  const staying = people.slice(1).map(({ active: _______, ...person }) => person)
  const body = { ...fields, participants: staying }
  await app.as(relation.by).call(relationEndpoints.editRelation, { params: { relation: relation.id }, body })
  await days(app, 8)
  expect((await silences(app, relation)).map((one) => one.participant)).toEqual([people[1]?.id])
})

test('where it stays at one contact, nothing is missed', async () => {
  await using app = await withEmptyQueue('2026-11-01T08:00:00.000Z')
  const relation = await app.relation({ checkEveryDays: 7, singleContact: true })
  await app.invite({ in: relation })
  await days(app, 20)
  expect(await silences(app, relation)).toEqual([])
})

test('two processes that look at once open one signal', async () => {
  await using app = await withEmptyQueue('2026-11-01T08:00:00.000Z')
  await using twin = await app.twin()
  const relation = await app.relation({ checkEveryDays: 7 })
  app.clock.advance(8 * dayMs)
  await Promise.all([look(app), look({ ...twin, twin: app.twin })])
  expect(await silences(app, relation)).toHaveLength(1)
})

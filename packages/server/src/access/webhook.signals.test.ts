/** Whichever way a signal is opened, a program that listens hears of it once: on a real server that a test starts. */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { mutualEndpoints } from '@weerklank/core/feedback/mutual.contract'
import { ruptureEndpoints } from '@weerklank/core/feedback/rupture.contract'
import type { SignalRule } from '@weerklank/core/feedback/signal'
import type { MutualPictureId, RelationId, RuptureId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { inContext } from '../db/context.ts'
import { asMaintenance } from '../db/maintenance.ts'
import { loadContent } from '../feedback/instruments.ts'
import { mutualTerm } from '../feedback/mutual.job.ts'
import { betweenVoices, recomputeSignals } from '../feedback/signal-recompute.ts'
import { lookForMissing } from '../feedback/window-check.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { BuiltRelation } from '../test-factories.ts'
import { deliver, listening, webhookOf } from './webhook.fixture.ts'

const day = 86_400_000
const content = loadContent()

async function quiet() {
  const app = await testApp()
  await app.db.deleteFrom('job').execute()
  return app
}

type Program = Awaited<ReturnType<typeof listening>>

/** The rules of the signals that a program heard of, each by an identifier that the page knows, and none twice. */
async function heard(app: TestApp, program: Program, of: BuiltRelation): Promise<SignalRule[]> {
  await deliver(app)
  const told = program.got.flatMap(({ body }) => (body.event === 'signal.opened' ? [body.signal] : []))
  expect(new Set(told).size).toBe(told.length)
  const params = { relation: of.id }
  const { signals } = await app.as(of.by).call(feedbackEndpoints.relationFeedback, { params })
  return told.map((id) => {
    const known = signals.find((one) => one.id === id)
    if (known === undefined) throw new Error('Told of a signal that is not there')
    return known.finding.rule
  })
}

const look = (app: TestApp, relation: RelationId) =>
  inContext(app.db, { workspace: app.workspace, actor: 'system', relations: [relation] }, (trx) =>
    lookForMissing(trx, app.world, { workspace: app.workspace, relation }),
  )

test('a silence, and strain that lies open for long', async () => {
  await using app = await quiet()
  await using program = await listening()
  const of = await app.relation()
  await webhookOf(app, of.by, program.url)
  const rupture = {
    ...{ id: app.world.newId<RuptureId>(), participant: of.client.id, kind: 'withdrawal' as const },
    ...{ markers: ['W2' as const], salience: null, text: '', shared: true, signals: [] },
  }
  await app.as(of.by).call(ruptureEndpoints.noticeRupture, { params: { relation: of.id }, body: rupture })
  app.clock.advance(15 * day)
  await look(app, of.id)
  await look(app, of.id)
  expect((await heard(app, program, of)).sort()).toEqual(['no-check', 'rupture-open'])
})

test('two voices that differ, found after the second answered', async () => {
  await using app = await quiet()
  await using program = await listening()
  const of = await app.relation({ participants: [{ name: 'Lina' }, { name: 'Fons' }] })
  await webhookOf(app, of.by, program.url)
  const [lina, fons] = of.relation.participants.filter(({ member }) => member === null)
  if (lina === undefined || fons === undefined) throw new Error('Two people were to be there')
  await app.answer({ in: of, participant: lina, value: '9' })
  app.clock.advance(day)
  await app.answer({ in: of, participant: fons, value: '5.8' })
  const between = betweenVoices({ ...app, announce: app.hub.announce })
  await between({ payload: { workspace: app.workspace, relation: of.id } } as never)
  expect(await heard(app, program, of)).toContain('voices-differ')
})

test('a mutual picture, opened by the second of two and by its term', async () => {
  await using app = await quiet()
  const answers = Object.fromEntries(
    (content.instruments.get('collaboration-check@1')?.items ?? []).map(({ id }) => [`a.${id}`, '2']),
  )
  for (const way of ['both', 'term'] as const) {
    await using program = await listening()
    const of = await app.relation()
    await webhookOf(app, of.by, program.url)
    const noor = of.relation.participants.find(({ member }) => member === of.by.member)
    if (noor === undefined) throw new Error('Noor takes part')
    const picture = app.world.newId<MutualPictureId>()
    const body = { id: picture, client: of.client.id, professional: noor.id, contact: null }
    const params = { relation: of.id }
    const { url } = await app.as(of.by).call(mutualEndpoints.ask, { params, body })
    await app.link(url).answer({ ...answers, open: '' })
    expect(await heard(app, program, of)).toEqual([])
    if (way === 'both') {
      const own = { answers: { goals: 8, seen: 8 }, openText: '' }
      await app.as(of.by).call(mutualEndpoints.answer, { params: { ...params, picture }, body: own })
      expect(await heard(app, program, of)).toContain('mutual-difference')
    } else {
      app.clock.advance(40 * day)
      const payload = { workspace: app.workspace, relation: of.id, picture }
      await mutualTerm({ ...app, announce: app.hub.announce })({ payload } as never)
    }
    expect(await heard(app, program, of)).toContain('low-item')
  }
})

test('signals that are computed anew, once', async () => {
  await using app = await quiet()
  await using program = await listening()
  const of = await app.relation()
  await app.answer({ in: of, value: '2' })
  await asMaintenance(app.owner, (trx) =>
    trx.deleteFrom('signal').where('workspace_id', '=', app.workspace).execute(),
  )
  await webhookOf(app, of.by, program.url)
  const { opened } = await recomputeSignals(app, app, { workspace: app.workspace })
  expect(opened).toBeGreaterThan(0)
  expect(await heard(app, program, of)).toHaveLength(opened)
  await recomputeSignals(app, app, { workspace: app.workspace })
  expect(await heard(app, program, of)).toHaveLength(opened)
})

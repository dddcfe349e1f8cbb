import { challengeEndpoints } from '@weerklank/core/feedback/challenge.contract'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { ownChallenges } from '@weerklank/core/feedback/own-challenge'
import { myDataEndpoints } from '@weerklank/core/ownership/my-data.contract'
import type { AgreementId, OwnChallengeId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { inContext } from '../db/context.ts'
import { asMaintenance } from '../db/maintenance.ts'
import { runRetention } from '../ownership/retention.job.ts'
import { type TestApp, testApp } from '../test-app.ts'

const { challenges, tagChallenge, closeChallenge, removeChallenge } = challengeEndpoints

async function together(app: TestApp) {
  const bram = await app.professional({ name: 'Bram' })
  const participants = [{ name: 'Lina' }, { name: 'Bram', voice: 'colleague' as const, member: bram }]
  const of = await app.relation({ participants })
  const id = app.world.newId<OwnChallengeId>()
  const params = { relation: of.id }
  const tag = (challenge = ownChallenges[2]) =>
    app.as(of.by).call(tagChallenge, { params, body: { id, challenge } })
  return { of, noor: of.by, bram, id, params, tag }
}

test('what one recognises in oneself nobody else reads, hears of or touches: no colleague, role, list, mail, page or record', async () => {
  await using app = await testApp()
  const { noor, bram, id, params, tag } = await together(app)
  expect((await tag()).challenges).toMatchObject([{ id, challenge: 'postponing', outcome: null }])
  expect((await app.as(bram).call(challenges, { params })).challenges).toEqual([])
  const at = { params: { ...params, challenge: id } }
  expect((await app.as(bram).refusal(removeChallenge, at)).code).toBe('not-found')
  const closing = { ...at, body: { outcome: 'discussed' as const } }
  expect((await app.as(bram).refusal(closeChallenge, closing)).code).toBe('not-found')
  const taken = { params, body: { id, challenge: 'unsure' as const } }
  expect((await app.as(bram).refusal(tagChallenge, taken)).code).toBe('conflict')
  // It is no signal of the collaboration: it asks for nobody's attention, in no list and on no page of others.
  for (const by of [noor, bram]) {
    const { signals } = await app.as(by).call(feedbackEndpoints.relationFeedback, { params })
    expect(signals).toEqual([])
    expect((await app.as(by).call(feedbackEndpoints.today)).attention).toEqual([])
  }
  const rows = (context: object) =>
    inContext(
      app.db,
      { workspace: app.workspace, relations: [params.relation], ...context } as never,
      (trx) => trx.selectFrom('own_challenge').selectAll().execute(),
    )
  expect(await rows({ actor: { member: noor.member } })).toHaveLength(1)
  expect(await rows({ actor: { member: bram.member } })).toEqual([])
  expect(await rows({ actor: 'system' })).toEqual([])
  const lines = (await app.audit()).filter(({ action }) => action.startsWith('own-challenge'))
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(line.relation_id).toBeNull()
})

test('it is closed in the three ways of every signal, opened again and removed; the same tag twice is one', async () => {
  await using app = await testApp()
  const { noor, id, params, tag } = await together(app)
  await tag()
  expect((await tag()).challenges).toHaveLength(1)
  const close = (outcome: 'discussed' | 'agreed' | 'not-applicable' | null) =>
    app.as(noor).call(closeChallenge, { params: { ...params, challenge: id }, body: { outcome } })
  for (const outcome of ['discussed', 'agreed', 'not-applicable'] as const) {
    expect((await close(outcome)).challenges).toMatchObject([{ outcome, closedAt: app.clock.now() }])
  }
  expect((await close(null)).challenges).toMatchObject([{ outcome: null, closedAt: null }])
  await app.as(noor).call(removeChallenge, { params: { ...params, challenge: id } })
  expect((await app.as(noor).call(challenges, { params })).challenges).toEqual([])
  const wrong = { params, body: { id, challenge: 'lui' as never } }
  expect((await app.as(noor).refusal(tagChallenge, wrong)).code).toBe('invalid-input')
})

test('what was agreed on it is an agreement like any other: the next check asks about it', async () => {
  await using app = await testApp()
  const { of, noor, id, params, tag } = await together(app)
  await tag()
  const text = 'Ik vraag elke keer wat beter kan.'
  const body = {
    ...{ id: app.world.newId<AgreementId>(), text, participants: [of.client.id], askBack: true, signals: [] },
  }
  await app.as(noor).call(feedbackEndpoints.agree, { params, body })
  await app
    .as(noor)
    .call(closeChallenge, { params: { ...params, challenge: id }, body: { outcome: 'agreed' } })
  const { link } = await app.invite({ in: of })
  expect((await link.get()).text).toContain(text)
})

test('she takes it along with her own data, and it goes by itself like a working note', async () => {
  await using app = await testApp()
  const { noor, params, tag } = await together(app)
  await tag()
  const mine = await app
    .as(noor)
    .call(myDataEndpoints.myData, { query: { format: 'json', purpose: 'own-data' } })
  expect(JSON.stringify(mine)).toContain('Ik merk afstand en stel het uit.')
  app.clock.advance(91 * 86_400_000)
  const deps = { world: app.world, log: app.logger, dataDir: null }
  await runRetention(app.owner, deps, { workspace: app.workspace, isDry: false })
  expect((await app.as(noor).call(challenges, { params })).challenges).toEqual([])
  const left = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('own_challenge').select('id').where('workspace_id', '=', app.workspace).execute(),
  )
  expect(left).toEqual([])
})

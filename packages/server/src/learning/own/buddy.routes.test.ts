/** A learner and her buddy, on her own pages: what she wishes, who it is and why, the talks, and that they met. */
import type { LearnerId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { testApp } from '../../test-app.ts'
import { loadBuddies } from '../buddy.load.ts'
import { asLead, makeBuddies, ownPath, runningTrajectory } from '../nudge.fixture.ts'
import { byLearnerLink } from './own.fixture.ts'

async function buddies() {
  const app = await testApp({ now: '2026-03-02T09:00:00.000Z' })
  const running = await runningTrajectory(app)
  const [anna, bram, chris] = running.learners.map(({ id }) => id) as [LearnerId, LearnerId, LearnerId]
  const by = async (id: LearnerId) => byLearnerLink(app, await ownPath(app, running, id))
  const loaded = () => asLead(app, running.trajectory, (trx) => loadBuddies(trx, running.trajectory))
  const pair = () => makeBuddies(app, running, [anna, bram])
  return { app, running, anna, bram, chris, by, loaded, pair }
}

test('she says what suits her; her buddy sees what they have in common and nobody else’s name', async () => {
  const { app, anna, bram, by, loaded, pair } = await buddies()
  await using _ = app
  const hers = await by(anna)
  expect((await hers.get('/maatje')).text).toContain('Je hebt nog geen maatje.')
  const wish = { wil: 'ja', thema: 'power', tijd: 'tu-morning', hoe: 'online', plek: 'Ede', taal: 'nl' }
  expect((await hers.post('/maatje/wensen', wish)).status).toBe(303)
  expect((await (await by(bram)).post('/maatje/wensen', { ...wish, plek: '' })).status).toBe(303)
  expect((await loaded()).wishes.get(anna)).toMatchObject({
    ...{ wants: true, half_days: ['tu-morning'], themes: ['power'], region: 'Ede' },
  })
  const long = await hers.post('/maatje/wensen', { ...wish, plek: 'x'.repeat(61) })
  expect(long.status).toBe(422)
  expect(long.text).toContain('x'.repeat(61))
  await pair()
  const { text } = await hers.get('/maatje')
  expect(text).toContain('Je maatje is Bram.')
  expect(text).toContain('Jullie willen allebei leren over: verschil in macht.')
  expect(text).toContain('Jullie kunnen samen op dinsdagochtend.')
  expect(text).not.toContain('Chris')
  expect((await hers.get('')).text).toContain('Je maatje is Bram.')
  expect((await (await by(bram)).get('/maatje?lang=en')).text).toContain('Your buddy is Anna.')
})

test('only that they met is told, with the day; each takes back what she said herself', async () => {
  const { app, anna, bram, chris, by, loaded, pair } = await buddies()
  await using _ = app
  await pair()
  app.clock.advance(10 * 86_400_000)
  const [hers, his] = [await by(anna), await by(bram)]
  for (const dag of ['2026-03-01', '2026-03-13', 'morgen']) {
    const wrong = await hers.post('/maatje/gesproken', { dag })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Kies een dag tussen 2 maart en vandaag.')
  }
  for (const times of [1, 2]) {
    expect((await hers.post('/maatje/gesproken', { dag: '2026-03-10' })).status, String(times)).toBe(303)
  }
  expect((await loaded()).meetings).toMatchObject([{ learner_id: anna, met_on: '2026-03-10' }])
  expect((await his.get('/maatje')).text).toContain('dinsdag 10 maart')
  expect((await his.post('/maatje/niet-gesproken', { dag: '2026-03-10' })).status).toBe(404)
  expect((await (await by(chris)).post('/maatje/gesproken', { dag: '2026-03-10' })).status).toBe(409)
  expect((await hers.post('/maatje/niet-gesproken', { dag: '2026-03-10' })).status).toBe(303)
  expect((await loaded()).meetings).toEqual([])
})

test('she asks not to be with somebody by name; only she takes it back, and the lead is not told', async () => {
  const { app, anna, bram, chris, by, loaded } = await buddies()
  await using _ = app
  const [hers, his] = [await by(anna), await by(bram)]
  const unknown = await hers.post('/maatje/liever-niet', { naam: 'Dirk' })
  expect(unknown.status).toBe(422)
  expect(unknown.text).not.toContain('Chris')
  expect((await hers.post('/maatje/liever-niet', { naam: ' chris ' })).status).toBe(303)
  const [tie] = (await loaded()).ties
  expect(tie).toMatchObject({ learner_id: anna, other_id: chris, asked_by: anna, kind: 'avoid' })
  expect((await (await by(chris)).get('/maatje')).text).not.toContain('Anna')
  const remove = `/maatje/liever-niet/${tie?.id}/weg`
  expect((await his.post(remove, {})).status).toBe(404)
  expect((await hers.post(remove, {})).status).toBe(303)
  expect((await loaded()).ties).toEqual([])
})

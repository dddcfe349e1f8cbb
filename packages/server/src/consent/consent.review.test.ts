import { researchEndpoints } from '@weerklank/core/consent/research.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { keepFamily, ownPageOf, speak } from '../test-own-page.ts'
import { consentReview, consentReviewKind, planTextReviews } from './consent.review.ts'
import { type ConsentTexts, loadConsentTexts } from './consent-texts.ts'

async function held(app: TestApp, person: PersonId): Promise<boolean | undefined> {
  const row = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('consent_grant').select('held_at').where('person_id', '=', person).executeTakeFirst(),
  )
  return row && row.held_at !== null
}

function work(app: TestApp, consentTexts: ConsentTexts = loadConsentTexts()) {
  const handlers = {
    [consentReviewKind]: consentReview({ db: app.db, world: app.world, consentTexts, publicUrl: '' }),
    'window-check': async () => null,
  }
  return runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers })
}

test('on her twelfth birthday what only her mother said waits for her own word, and nothing is used meanwhile', async () => {
  await using app = await testApp({ ownDatabase: true })
  const rik = app.as(await app.professional({ name: 'Rik', role: 'researcher' }))
  const relation = await app.relation({ participants: [{ name: 'Lina', voice: 'youth' }] })
  const lina = relation.client.id as string as PersonId
  const mother = app.world.newId<PersonId>()
  // Eleven until 24 November: her mother decides. From then on Lina does too.
  await keepFamily(app, relation, {
    person: lina,
    bornOn: '2014-11-24',
    parents: [{ person: mother, name: 'Samira' }],
  })
  const hers = await ownPageOf(app, relation, mother)
  await hers.choose(`/kind/${lina}/keuze/research`, 'ja')
  await app.answer({ in: relation })
  expect((await rik.call(researchEndpoints.answers)).counts.answers).toBe(1)
  await work(app)
  expect(await held(app, lina)).toBe(false)
  app.clock.set('2026-11-23T23:30:00.000Z')
  await work(app)
  expect(await held(app, lina)).toBe(true)
  expect((await rik.call(researchEndpoints.answers)).counts.answers).toBe(0)
  expect((await rik.call(researchEndpoints.register)).people).toMatchObject([{ consent: 'waiting' }])
  await app.answer({ in: relation })
  const page = await ownPageOf(app, relation, lina)
  await page.choose('/keuze/research', 'ja')
  expect(await held(app, lina)).toBe(false)
  // What was answered while nobody had decided is not in it.
  expect((await rik.call(researchEndpoints.answers)).counts.answers).toBe(1)
  expect(app.log).toEqual([])
})

test('a text that asks again puts what rests on the old one on hold, until she read it and says yes', async () => {
  await using app = await testApp({ ownDatabase: true })
  const relation = await app.relation({ participants: [{ name: 'Samira', address: 'u' }] })
  const person = relation.client.id as string as PersonId
  await speak(app, relation, { person, purpose: 'research', yes: true })
  const texts = loadConsentTexts()
  await planTextReviews(app.owner, app.world, texts)
  await work(app)
  expect(await held(app, person)).toBe(false)
  const old = texts.get('research@2')
  if (old === undefined) throw new Error('There is no research text')
  const newer = new Map([...texts, ['research@3', { ...old, version: 3, asksAgain: true }]])
  await planTextReviews(app.owner, app.world, newer)
  await work(app, newer)
  expect(await held(app, person)).toBe(true)
  expect(app.log).toEqual([])
})

/** What an answer that was deleted, or kept to oneself, leaves behind in the occasions to talk of others and of later days. */
import { personEndpoints } from '@weerklank/core/consent/person.contract'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { recomputeSignals } from '../feedback/signal-recompute.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { ownPageOf } from '../test-own-page.ts'

type Relation = Awaited<ReturnType<TestApp['relation']>>

const look = (app: TestApp) =>
  recomputeSignals({ owner: app.owner, db: app.db }, app, { workspace: app.workspace })

async function findingsIn(app: TestApp, relation: Relation) {
  const params = { relation: relation.id }
  const { signals } = await app.as(relation.by).call(feedbackEndpoints.relationFeedback, { params })
  return signals.map(({ finding }) => finding)
}
const rulesIn = async (app: TestApp, relation: Relation) =>
  (await findingsIn(app, relation)).map(({ rule }) => rule)

/** Lina answered high, and Fons, a day later, so much lower that the two are laid side by side. */
async function twoVoices(app: TestApp) {
  const relation = await app.relation({ participants: [{ name: 'Lina' }, { name: 'Fons' }] })
  const [lina, fons] = relation.relation.participants.filter(({ member }) => member === null)
  if (lina === undefined || fons === undefined) throw new Error('Two people were to be there')
  await app.answer({ in: relation, participant: lina, value: '9' })
  app.clock.set(addDays(app.clock.now(), 1))
  await app.answer({ in: relation, participant: fons, value: '5.8' })
  await look(app)
  expect(await findingsIn(app, relation)).toContainEqual(
    expect.objectContaining({ rule: 'voices-differ', by: lina.id, other: 9 }),
  )
  const page = await ownPageOf(app, relation, lina.id as string as PersonId)
  return { relation, page }
}

async function keepFirst(page: Awaited<ReturnType<typeof ownPageOf>>, wie: string) {
  const all = (await page.get('/antwoorden')).text.match(/\/antwoorden\/[0-9a-f-]{36}/g) ?? []
  const first = all.at(-1)
  if (first === undefined) throw new Error('Nothing to choose about')
  expect((await page.post(first, { wie })).status).toBe(303)
}

test('what she keeps to herself is laid beside nobody else’s answer any more, and is again when she opens it', async () => {
  await using app = await testApp()
  const { relation, page } = await twoVoices(app)
  await keepFirst(page, 'niemand')
  expect(await rulesIn(app, relation)).not.toContain('voices-differ')
  await look(app)
  expect(await rulesIn(app, relation)).not.toContain('voices-differ')
  await keepFirst(page, 'allen')
  await look(app)
  expect(await rulesIn(app, relation)).toContain('voices-differ')
})

test('what she had deleted is told in nobody else’s signal', async () => {
  await using app = await testApp()
  const { relation, page } = await twoVoices(app)
  const fields = { ...(await page.fieldsOf('/verzoek')), soort: 'deletion', tekst: 'Graag alles weg.' }
  await page.post('/verzoek', fields)
  const noor = app.as(relation.by)
  const params = { relation: relation.id }
  const { requests } = await noor.call(personEndpoints.listRequests, { params })
  const request = requests[0]?.id
  if (request === undefined) throw new Error('She asked')
  await noor.call(personEndpoints.handleRequest, {
    params: { ...params, request },
    body: { outcome: 'done', answer: 'Weg.', deletes: 'answers' },
  })
  expect(await rulesIn(app, relation)).not.toContain('voices-differ')
})

test('her own later signals do not say what the kept answer was, and what they say of themselves stays', async () => {
  await using app = await testApp()
  const relation = await app.relation({ participants: [{ name: 'Lina' }] })
  await app.answer({ in: relation, value: '8' })
  app.clock.set(addDays(app.clock.now(), 7))
  await app.answer({ in: relation, value: '2' })
  const low = async () => (await findingsIn(app, relation)).filter(({ rule }) => rule === 'low-item')
  expect(await low()).toMatchObject([{ value: 2, previous: 8 }])
  expect(await rulesIn(app, relation)).toContain('drop')
  const page = await ownPageOf(app, relation, relation.client.id as string as PersonId)
  await keepFirst(page, 'niemand')
  expect(await low()).toMatchObject([{ value: 2, previous: null }])
  expect(await rulesIn(app, relation)).not.toContain('drop')
})

/** Who may look along stands on the page of the person it is about, and in what she takes along. */
import {
  supervisionEndpoints,
  supervisionShareEndpoints,
} from '@weerklank/core/feedback/supervision.contract'
import type { PersonId, SupervisionId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { ownPageOf, personsIn, readable } from '../test-own-page.ts'

const day = 86_400_000

async function shared(app: TestApp) {
  const of = await app.relation()
  const fien = await app.professional({ name: 'Fien', role: 'facilitator' })
  const [lina] = (await personsIn(app, of)).filter(({ isMember }) => !isMember)
  const page = await ownPageOf(app, of, lina?.person ?? ('' as PersonId))
  const params = { relation: of.id }
  const id = app.world.newId<SupervisionId>()
  const body = { id, supervisor: fien.member, question: 'Hoe begin ik hierover?', days: 7 as const }
  await app.as(of.by).call(supervisionShareEndpoints.share, { params, body })
  return { of, fien, page, params, id }
}

test('she reads who may look along, until when and for what; and afterwards that it is over', async () => {
  await using app = await testApp()
  const { of, fien, page, params, id } = await shared(app)
  const before = readable((await page.get('/wie-keek')).text)
  expect(before).toContain('Fien mag meekijken tot en met donderdag 26 november.')
  expect(before).toContain('Noor vroeg dit. De vraag was: “Hoe begin ik hierover?”')
  expect(before).toContain('Noor vroeg iemand om mee te kijken in je samenwerking.')
  expect(before).toContain('Zeg het tegen je hulpverlener.')
  await app.as(fien).call(supervisionEndpoints.supervisedCase, { params: { share: id } })
  app.clock.advance(day)
  await app.as(of.by).call(supervisionShareEndpoints.stopSharing, { params: { ...params, share: id } })
  const after = readable((await page.get('/wie-keek')).text)
  expect(after).toContain('Fien mocht meekijken van donderdag 19 november tot en met vrijdag 20 november.')
  expect(after).toContain('Fien keek mee in je samenwerking')
  expect(after).toContain('omdat Fien gevraagd is om mee te kijken.')
  expect(after).not.toContain('Zeg het tegen je hulpverlener.')
  const english = readable((await page.get('/wie-keek?lang=en')).text)
  expect(english).toContain('Fien could look along from')
})

test('it is in what she takes along, as data and as a page; who is not in the collaboration reads nothing of it', async () => {
  await using app = await testApp()
  const { page } = await shared(app)
  const taken = JSON.parse((await page.post('/download', { format: 'json' })).text)
  expect(taken.lookingAlong).toMatchObject([
    { name: 'Fien', from: 'Noor', question: 'Hoe begin ik hierover?' },
  ])
  expect((await page.post('/download', { format: 'html' })).text).toContain(
    'Meegekeken: wie, wanneer en waarom',
  )
  const elsewhere = await app.relation()
  const [other] = (await personsIn(app, elsewhere)).filter(({ isMember }) => !isMember)
  const hers = await ownPageOf(app, elsewhere, other?.person ?? ('' as PersonId))
  expect((await hers.get('/wie-keek')).text).not.toContain('Fien')
})

test('whoever is asked meanwhile reads above the questions who looks along, until that is over', async () => {
  await using app = await testApp()
  const { of, params, id } = await shared(app)
  const { link } = await app.invite({ in: of })
  const above = async () => readable((await link.get()).text)
  expect(await above()).toContain('Alleen jij en Noor en Fien zien dit.')
  expect(await above()).toContain('Verstuur naar Noor')
  await app.as(of.by).call(supervisionShareEndpoints.stopSharing, { params: { ...params, share: id } })
  expect(await above()).toContain('Alleen jij en Noor zien dit.')
})

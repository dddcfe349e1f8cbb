import { mutualEndpoints } from '@weerklank/core/feedback/mutual.contract'
import type { MutualPictureId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { asMember } from '../test-member.ts'
import { buildMother, readable, storedMaterial } from '../test-own-page.ts'
import { ownMutualText } from './own-page.mutual.text.ts'

async function asked(app: TestApp) {
  const { page, relation, person } = await buildMother(app)
  const noor = asMember(app, relation.by)
  const professional = relation.relation.participants.find(({ member }) => member === relation.by.member)?.id
  if (professional === undefined) throw new Error('The worker takes part')
  const picture = app.world.newId<MutualPictureId>()
  const params = { relation: relation.id }
  const body = { id: picture, client: relation.client.id, professional, contact: null }
  const { url } = await noor.call(mutualEndpoints.ask, { params, body })
  const fill = () =>
    noor.call(mutualEndpoints.answer, {
      params: { ...params, picture },
      body: { answers: { goals: 8, seen: 5 }, openText: 'Ik wil rustiger.' },
    })
  return { page, person, noor, picture, params, url, fill }
}

test('while it is shut her page says who is in and nothing of the other; she can guess; then both sides stand there', async () => {
  await using app = await testApp()
  const { page, noor, picture, params, url, fill } = await asked(app)
  expect((await page.get()).text).toContain('/beeld?lang=nl')
  await fill()
  const shut = readable((await page.get('/beeld')).text)
  expect(shut).toContain(ownMutualText.nl.waitsClient.u)
  expect(shut).not.toMatch(/Ik wil rustiger|5,0/)
  await app.link(url).answer({ 'a.goals': '4', 'a.seen': '5' })
  const read = readable((await page.get('/beeld')).text)
  expect(read).toContain('Bij 1 vraag kijken jullie anders: ‘Doelen die ertoe doen’.')
  expect(read).toContain('Ik wil rustiger.')
  expect(read).toContain('U kunt vragen: hoe kijkt u naar ‘Doelen die ertoe doen’?')
  const { text } = await page.get('/beeld')
  expect(text.match(/<svg [^>]*role="img"/g)).toHaveLength(1)
  expect(text).not.toMatch(/<script| style=/)
  // The guess comes too late now.
  await page.post(`/beeld/${picture}`, { 'g.goals': '8' })
  const { pictures } = await noor.call(mutualEndpoints.mutualPictures, { params })
  expect(pictures[0]?.clientGuess).toBeNull()
})

test('her guess is kept while it is shut, is shut to the worker as well, and stands beside the answer afterwards', async () => {
  await using app = await testApp()
  const { page, noor, picture, params, url, fill } = await asked(app)
  await app.link(url).answer({ 'a.goals': '4' })
  expect(readable((await page.get('/beeld')).text)).toContain('Noor heeft nog niet geantwoord.')
  const kept = await page.post(`/beeld/${picture}`, {
    'g.goals': '3',
    'g.seen': '',
    'g.fit': 'x',
    'g.none': '4',
  })
  expect(kept.status).toBe(303)
  const { pictures } = await noor.call(mutualEndpoints.mutualPictures, { params })
  expect(pictures[0]).toMatchObject({ clientGuess: null, clientSide: null })
  expect((await fill()).clientGuess).toEqual({ goals: 3 })
  expect(readable((await page.get('/beeld')).text)).toMatch(/U raadde 3,0\. Het werd 8,0\./)
  expect(await app.audit('mutual.guessed')).toHaveLength(1)
})

test('no copy for research is made of a half that is shut; it is made up for when the picture opens', async () => {
  await using app = await testApp()
  const { page, person, url, fill } = await asked(app)
  await page.choose('/keuze/research', 'ja')
  await app.link(url).answer({ 'a.goals': '4' })
  expect(await storedMaterial(app, person)).toBe(0)
  await fill()
  expect(await storedMaterial(app, person)).toBe(1)
})

test('a picture of somebody else, or none, is not found', async () => {
  await using app = await testApp()
  const { page } = await asked(app)
  const other = await asked(app)
  expect((await page.post(`/beeld/${other.picture}`, { 'g.goals': '3' })).status).toBe(404)
  expect((await page.post('/beeld/nothing', {})).status).toBe(404)
})

test('every sentence of the page has at most fifteen words', () => {
  const said = Object.values(ownMutualText.nl).flatMap((phrase) =>
    typeof phrase === 'string' ? [phrase] : [phrase.u, phrase.je],
  )
  for (const sentence of [...said, ...Object.values(ownMutualText.en)].flatMap((text) =>
    text.split(/(?<=[.?!]) /),
  )) {
    expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(15)
  }
})

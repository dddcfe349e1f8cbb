import { gzipSync } from 'node:zlib'
import { mutualEndpoints } from '@weerklank/core/feedback/mutual.contract'
import type { MutualPictureId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { asMember } from '../test-member.ts'

/** Noor asks her client for one half of a picture, and holds the link. */
async function askHalf(app: TestApp) {
  const relation = await app.relation()
  const { by, client } = relation
  const professional = relation.relation.participants.find(({ member }) => member === by.member)?.id
  if (professional === undefined) throw new Error('The worker takes part')
  const params = { relation: relation.id }
  const picture = app.world.newId<MutualPictureId>()
  const body = { id: picture, client: client.id, professional, contact: null }
  const { url } = await asMember(app, by).call(mutualEndpoints.ask, { params, body })
  const fill = () =>
    asMember(app, by).call(mutualEndpoints.answer, {
      params: { ...params, picture },
      body: { answers: { goals: 8 }, openText: '' },
    })
  return { relation, link: app.link(url), fill }
}

test('whoever is one half of a picture is told before and after that nobody reads it yet', async () => {
  await using app = await testApp()
  const { relation, link } = await askHalf(app)
  const told = 'Je antwoord gaat pas open als het andere er ook is, of na 7 dagen.'
  const before = (await link.get()).text
  expect(before).toContain(told)
  expect(gzipSync(before).length).toBeLessThanOrEqual(6000)
  await link.answer({ 'a.goals': '4' })
  const after = (await link.get()).text
  expect(after).toContain(told)
  expect(after).toContain('Dat staat straks bij ‘Mijn keuzes en gegevens’.')
  // Any other check says nothing of it.
  const other = await app.invite({ in: relation })
  expect((await other.link.get()).text).not.toContain('gaat pas open')
})

test('the link of a half that is shut tells whoever asked for it nothing, and leads nowhere else', async () => {
  await using app = await testApp()
  const { link, fill } = await askHalf(app)
  await link.answer({ 'a.goals': '4', open: 'Ik vond het lastig.' })
  for (const lang of ['nl', 'en']) {
    const [, page = ''] = (await link.any('GET', `?lang=${lang}`)).text.split('<main>')
    expect(page).toContain(lang === 'nl' ? 'blijft nu nog dicht.' : 'stays shut for now.')
    expect(page).not.toMatch(/Ik vond het lastig|<dl>|<dd>|4[,.]0|<circle|\/mijn/)
  }
  const away = await link.any('POST', '/mijn?lang=nl')
  expect(away.headers.get('location')).toMatch(/^\/f\//)
  await fill()
  // Open: both may read it now, and still her own page is reached in another way.
  expect((await link.get()).text).toContain('Ik vond het lastig.')
  const later = await link.any('POST', '/mijn?lang=nl')
  expect(later.headers.get('location')).toMatch(/^\/f\//)
  expect(await app.audit('own-page.linked')).toEqual([])
})

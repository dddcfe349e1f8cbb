import { gzipSync } from 'node:zlib'
import { mutualEndpoints } from '@weerklank/core/feedback/mutual.contract'
import type { MutualPictureId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { asMember } from '../test-member.ts'

test('whoever is one half of a picture is told before and after that nobody reads it yet', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const { params, client, by } = {
    params: { relation: relation.id },
    client: relation.client.id,
    by: relation.by,
  }
  const professional = relation.relation.participants.find(({ member }) => member === by.member)?.id
  if (professional === undefined) throw new Error('The worker takes part')
  const body = { id: app.world.newId<MutualPictureId>(), client, professional, contact: null }
  const { url } = await asMember(app, by).call(mutualEndpoints.ask, { params, body })
  const link = app.link(url)
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

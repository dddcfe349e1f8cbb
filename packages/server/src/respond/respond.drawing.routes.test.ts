/** A young child chooses a face, draws, or tells; what was drawn goes where its answer goes and is counted nowhere. */

import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { drawingAtMost } from '@weerklank/core/shared/drawing'
import type { InvitationId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { byLink } from '../test-link.ts'

const drawing = 'M10 20L12 24L15 30M100 100L100 100'

async function askYoungChild(app: TestApp) {
  const relation = await app.relation({ participants: [{ name: 'Yara', voice: 'child', detail: '4 jaar' }] })
  const { url } = await app.as(relation.by).call(feedbackEndpoints.invite, {
    params: { relation: relation.id },
    body: {
      id: app.world.newId<InvitationId>(),
      participant: relation.client.id,
      contact: null,
      instrument: 'contact-check-young-child',
    },
  })
  return { relation, link: byLink(app, url) }
}

const stored = (app: TestApp) =>
  asMaintenance(app.owner, async (trx) => ({
    responses: await trx
      .selectFrom('response')
      .select(['drawing', 'answers', 'open_text'])
      .where('workspace_id', '=', app.workspace)
      .execute(),
    signals: await trx.selectFrom('signal').select('id').where('workspace_id', '=', app.workspace).execute(),
  }))

test('a drawing is an answer: seen by whoever helps and on the page after it, no score and no signal', async () => {
  await using app = await testApp()
  const { link, relation } = await askYoungChild(app)
  const page = (await link.get()).text
  expect(page).toContain('Wil je iets tekenen?')
  // Without script there is no paper on the screen, and the faces are there.
  expect(page).toContain('<p class=r>Tekenen mag op papier.</p>')
  expect(page.match(/name="a.whole"/g)).toHaveLength(5)
  expect((await link.answer({ drawing })).json()).toEqual({ stored: true })
  expect(await stored(app)).toEqual({ responses: [{ drawing, answers: {}, open_text: '' }], signals: [] })
  expect((await link.get()).text).toContain(
    `aria-label="Tekening" stroke-linecap=round stroke-linejoin=round><path d="${drawing}"/>`,
  )
  const seen = await app
    .as(relation.by)
    .call(feedbackEndpoints.relationFeedback, { params: { relation: relation.id } })
  expect(seen).toMatchObject({ responses: [{ drawing, answers: {} }], signals: [] })
})

test.each([
  ['what is no path', 'M1 1L2 2"/><script>'],
  ['beside the paper', 'M1 1L301 2'],
  ['too much', 'M1 1L2 2'.repeat(drawingAtMost / 8 + 1)],
])('%s is no drawing, and comes back to be mended with all else', async (_, wrong) => {
  await using app = await testApp()
  const { link } = await askYoungChild(app)
  const reply = await link.answer(
    { drawing: wrong, 'a.whole': '1', open: 'Ik was boos.' },
    { accept: 'html' },
  )
  expect(reply.status).toBe(422)
  expect(reply.text).toContain('Deze tekening kunnen we niet bewaren.')
  expect(reply.text).toContain('Ik was boos.')
  expect(reply.text).not.toContain('<script>"')
  expect((await stored(app)).responses).toEqual([])
})

test('where no drawing is asked for, none is taken', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  expect((await link.answer({ drawing, 'a.heard': '7' })).status).toBe(422)
})

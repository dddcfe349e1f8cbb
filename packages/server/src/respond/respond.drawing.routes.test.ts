/** A young child chooses a face, draws, or tells; what was drawn goes where its answer goes and is counted nowhere. */

import { checkExportEndpoints } from '@weerklank/core/feedback/check-export.contract'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { drawingAtMost } from '@weerklank/core/shared/drawing'
import type { InvitationId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { byLink } from '../test-link.ts'
import { publicUrl } from '../test-member.ts'

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

test('beside something else to be mended it comes back, on paper that the page draws on itself', async () => {
  await using app = await testApp()
  const { link } = await askYoungChild(app)
  const reply = await link.answer({ drawing, 'a.whole': 'x' }, { accept: 'html' })
  expect(reply.status).toBe(422)
  expect(reply.text).toContain(`<input type=hidden name="drawing" value="${drawing}">`)
  // Once: a long one would weigh more than all else on the page.
  expect(reply.text.split(drawing)).toHaveLength(2)
})

test('a long text of her own takes the room of the script, and the page works as it does without', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  const words = 'Het was goed dat we de tijd namen. '.repeat(20)
  const reply = await link.answer({ 'a.heard': 'x', open: words }, { accept: 'html' })
  expect(reply.status).toBe(422)
  expect(reply.text).toContain(words.trim())
  expect(reply.text).not.toContain('<script>')
  expect((await link.answer({ 'a.heard': '7', open: words })).json()).toEqual({ stored: true })
})

test('where no drawing is asked for, none is taken', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  expect((await link.answer({ drawing, 'a.heard': '7' })).status).toBe(422)
})

test('in a file that is taken along: yes or no in a table, the lines for a program, a picture for a care file', async () => {
  await using app = await testApp()
  const { link, relation } = await askYoungChild(app)
  await link.answer({ drawing, 'a.whole': '1' })
  const again = await app.as(relation.by).call(feedbackEndpoints.invite, {
    params: { relation: relation.id },
    body: {
      ...{ id: app.world.newId<InvitationId>(), participant: relation.client.id, contact: null },
      instrument: 'contact-check-young-child',
    },
  })
  await byLink(app, again.url).answer({ 'a.whole': '0' })
  const file = async (format: string) => {
    const path = `/api/exports/checks?format=${format}&purpose=care`
    const headers = { cookie: relation.by.cookie }
    return await (await app.hono.request(publicUrl + path, { headers })).text()
  }
  const [head = '', ...lines] = (await file('csv-dutch')).trimEnd().split('\r\n')
  const at = head.split(';').indexOf('Tekening')
  expect(lines.map((line) => line.split(';')[at]).toSorted()).toEqual(['ja', 'nee'])
  const tidy = (await file('csv-tidy')).split('\r\n').filter((line) => line.includes(',drawing,'))
  expect(tidy.map((line) => line.split(',').slice(-3)).toSorted()).toEqual([
    ['Tekening', '', 'ja'],
    ['Tekening', '', 'nee'],
  ])
  const query = { format: 'json', purpose: 'care' } as const
  const { rows } = await app.as(relation.by).call(checkExportEndpoints.exportChecks, { query })
  expect(rows.map((row) => row.drawing)).toEqual(expect.arrayContaining([drawing, null]))
  const { entry } = JSON.parse(await file('fhir'))
  const items = entry.flatMap(({ resource }: { resource: { item: { linkId: string }[] } }) =>
    resource.item.filter(({ linkId }) => linkId === 'drawing'),
  )
  expect(items).toHaveLength(2)
  expect(items[0]).toMatchObject({ type: 'attachment' })
  const { contentType, data } = items[1].answer[0].valueAttachment
  expect(contentType).toBe('image/svg+xml')
  expect(Buffer.from(data, 'base64').toString()).toContain(`d="${drawing}"`)
})

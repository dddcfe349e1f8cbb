/** Whose a form is that was asked and filled in: who asks, who reads it, who looks at it beforehand. */
import { formEndpoints } from '@weerklank/core/feedback/form.contract'
import { formInvitationEndpoints } from '@weerklank/core/feedback/form-invitation.contract'
import type { FormInvitationId, PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../../db/maintenance.ts'
import { testApp } from '../../test-app.ts'
import { byLink } from '../../test-link.ts'
import { ownPageOf } from '../../test-own-page.ts'
import { buildPrograms } from '../../test-story-programs.ts'
import { buildAskedForm, drafts, fieldsOf, stored, twoParts, yes } from './form.fixture.ts'
import { previewPolicy } from './form.preview.ts'

test('she chooses on her own page who reads it: nobody else does then, and that she answered stays known', async () => {
  await using app = await testApp()
  const { link, relation, by, invitation } = await buildAskedForm(app, { title: 'Slapen', item: [yes] })
  const first = await link.get()
  await link.post(fieldsOf(first.text, { a0: '1' }, 'stuur'))
  const [row] = await stored(app)
  const own = await ownPageOf(app, relation, relation.client.id as string as PersonId)
  const below = `/antwoorden/${row?.id}`
  expect((await own.get('/antwoorden')).text).toContain(below)
  expect((await own.post(below, { wie: 'iemand' })).status).toBe(422)
  expect((await own.post(below, { wie: 'niemand' })).status).toBe(303)
  const params = { relation: relation.id }
  const forms = await app.as(by).call(formInvitationEndpoints.relationForms, { params })
  expect([forms.answers, forms.invitations]).toMatchObject([[], [{ id: invitation.id, status: 'answered' }]])
  const answer = row?.id as never
  const refused = await app
    .as(by)
    .refusal(formInvitationEndpoints.formAnswer, { params: { ...params, answer } })
  expect(refused.code).toBe('not-found')
  expect(await app.audit('form-response.readers')).toMatchObject([{ subject_id: row?.id }])
  await own.post(below, { wie: 'allen' })
  expect((await app.as(by).call(formInvitationEndpoints.relationForms, { params })).answers).toHaveLength(1)
})

test('a draft is not asked with, the same question twice is one, and only who takes part asks', async () => {
  await using app = await testApp()
  const { relation, by, client, form } = await buildAskedForm(app, { title: 'Slapen', item: [yes] })
  const ask = (id = app.world.newId<FormInvitationId>(), of = form) => ({
    params: { relation: relation.id },
    body: { id, participant: client.id, form: of },
  })
  const { askForm } = formInvitationEndpoints
  expect((await app.as(null).refusal(askForm, ask())).code).toBe('not-signed-in')
  const eva = await app.professional({ name: 'Eva' })
  expect((await app.as(eva).refusal(askForm, ask())).code).toBe('not-found')
  const text = JSON.stringify({
    resourceType: 'Questionnaire',
    status: 'draft',
    title: 'Concept',
    item: [yes],
  })
  const draft = await app.as(by).call(formEndpoints.bring, { body: { text } })
  const unpublished = draft.kept ? draft.forms[0]?.id : undefined
  expect((await app.as(by).refusal(askForm, ask(undefined, unpublished))).fields).toEqual({ form: 'unknown' })
  // The same again gives a new link and no second invitation.
  const again = ask()
  const one = await app.as(by).call(askForm, again)
  const two = await app.as(by).call(askForm, again)
  expect([one.id === two.id, one.url === two.url]).toEqual([true, false])
  expect((await byLink(app, one.url).get()).status).toBe(200)
})

test('a preview shows a page in a frame of ours and keeps nothing', async () => {
  await using app = await testApp()
  const { by, form } = await buildAskedForm(app, twoParts)
  const reply = await app.as(by).request('GET', `/api/forms/${form}/preview?page=2&address=je`)
  expect([reply.status, reply.headers.get('x-frame-options')]).toEqual([200, 'SAMEORIGIN'])
  expect(reply.headers.get('content-security-policy')).toBe(previewPolicy)
  expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(String(reply.body)).toContain('Deel 2 van 2')
  expect(String(reply.body)).toContain('hier wordt niets bewaard')
  expect((await app.as(null).request('GET', `/api/forms/${form}/preview`)).status).toBe(401)
  expect(await drafts(app)).toEqual([])
})

test('whoever else holds the link does not read what is half filled in, nor what she keeps to herself', async () => {
  await using app = await testApp()
  const { link, url, relation } = await buildAskedForm(app, twoParts)
  const first = await link.get()
  await link.post(fieldsOf(first.text, { a1: '1', a2: '7' }))
  const other = byLink(app, url)
  for (const query of ['', '?deel=1', '?deel=kijk']) {
    const page = await other.get({ query })
    expect(page.text).toContain('Op een ander toestel is al iets ingevuld')
    expect(page.text).not.toMatch(/value="7"|<dd>7/)
  }
  // Also not by sending something: it changes nothing unless one says to begin anew, and then the rest is gone.
  const sent = await other.post(fieldsOf(first.text, { a1: '0', a2: '5' }))
  expect(sent.text).toContain('Begin hier opnieuw')
  expect((await link.get({ query: '?deel=1' })).text).toMatch(/value="7"/)
  await other.post(fieldsOf(first.text, { a1: '0', a2: '5' }, 'opnieuw'))
  expect((await other.get({ query: '?deel=1' })).text).toMatch(/value="5"/)
  expect((await link.get()).text).toContain('Op een ander toestel')
  const review = await other.get({ query: '?deel=kijk' })
  await other.post(fieldsOf(review.text, {}, 'stuur'))
  const [row] = await stored(app)
  const own = await ownPageOf(app, relation, relation.client.id as string as PersonId)
  expect((await link.get()).text).toContain('<dd>5</dd>')
  await own.post(`/antwoorden/${row?.id}`, { wie: 'niemand' })
  expect((await other.get()).text).not.toContain('<dd>5</dd>')
})

test('programs of colleagues are told that an answer came in, once, by identifier', async () => {
  await using app = await testApp()
  const { link, relation, by } = await buildAskedForm(app, { title: 'Slapen', item: [yes] })
  await buildPrograms(app, { relation: relation.id, by: by.member })
  const first = await link.get()
  await link.post(fieldsOf(first.text, { a0: '1' }, 'stuur'))
  await link.post(fieldsOf(first.text, { a0: '1' }, 'stuur'))
  const [row] = await stored(app)
  const told = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('job').select('payload').where('kind', '=', 'webhook-event').execute(),
  )
  const own = told.map(({ payload }) => payload).filter(({ workspace }) => workspace === app.workspace)
  expect(own).toMatchObject([{ relation: relation.id, response: row?.id }])
})

/** A licence that runs out while people are being asked: what is on its way is kept, and nobody is asked anew. */
import { formEndpoints } from '@weerklank/core/feedback/form.contract'
import { licenceWarnDays } from '@weerklank/core/feedback/form.licence'
import { formInvitationEndpoints } from '@weerklank/core/feedback/form-invitation.contract'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { buildAskedForm, fieldsOf } from '../respond/form/form.fixture.ts'
import { testApp } from '../test-app.ts'
import { byLink } from '../test-link.ts'

const resource = { title: 'Samen kijken', item: [{ linkId: '1', type: 'string', text: 'Wat ziet u?' }] }

test('who holds a link answers after the licence ran out, and that is stored; nobody is asked anew until there is another', async () => {
  await using app = await testApp({ now: '2026-12-30T10:00:00.000Z' })
  const { by, form, client, relation, invitation } = await buildAskedForm(app, resource)
  const noor = app.as(by)
  const inForm = { params: { form } }
  const { revision } = await noor.call(formEndpoints.form, inForm)
  const said = { needed: true, reason: 'De uitgever vraagt het.', revision }
  const seen = await noor.call(formEndpoints.sayNeed, { ...inForm, body: said })
  const record = async (expiresOn: string, of: number) =>
    noor.call(formEndpoints.recordLicence, {
      params: { form, licence: app.world.newId<string>() },
      body: { holder: 'De Linde', number: 'L-1', validFrom: null, expiresOn, note: '', revision: of },
    })
  const { revision: now } = await record('2026-12-31', seen.revision)
  const inRelation = { params: { relation: relation.id } }
  const toAsk = async () => (await noor.call(formInvitationEndpoints.relationForms, inRelation)).toAsk
  const ask = () => ({
    ...{ ...inRelation, body: { id: app.world.newId<string>(), participant: client.id, form } },
  })
  expect(await toAsk()).toMatchObject([{ id: form }])

  app.clock.advance(Date.parse('2026-12-31T23:00:00.000Z') - Date.parse(app.clock.now()))
  expect(await toAsk()).toEqual([])
  expect(await noor.refusal(formInvitationEndpoints.askForm, ask())).toMatchObject({
    ...{ code: 'invalid-input', fields: { form: 'unknown' } },
  })
  // What is on its way: a new link to the same question, and the answer to it.
  const params = { ...inRelation.params, invitation: invitation.id }
  const link = byLink(app, (await noor.call(formInvitationEndpoints.newFormLink, { params })).url)
  const page = await link.get()
  expect(page.status).toBe(200)
  const to = await link.post(fieldsOf(page.text, { a0: 'De vijver' }))
  expect(to.status).toBe(303)
  const review = await link.get({ query: new URL(to.headers.get('location') ?? '', 'http://x').search })
  expect((await link.post(fieldsOf(review.text, {}, 'stuur'))).status).toBe(303)
  const stored = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('form_response').select('answers').where('form_id', '=', form).execute(),
  )
  expect(JSON.stringify(stored)).toContain('De vijver')

  await record(localDay(addDays(app.clock.now(), 365), 'Europe/Amsterdam'), now)
  expect(await toAsk()).toMatchObject([{ id: form }])
  expect(licenceWarnDays).toBeLessThan(365)
  await noor.call(formInvitationEndpoints.askForm, ask())
})

/** How she is asked, with the address she gave, and what she answered to forms: in what she takes along, and nobody else's. */
import { formInvitationEndpoints } from '@weerklank/core/feedback/form-invitation.contract'
import { formPaperEndpoints } from '@weerklank/core/feedback/paper.contract'
import { planEndpoints } from '@weerklank/core/feedback/plan.contract'
import type { FormInvitationId, PersonId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { buildAskedForm, fieldsOf, yes } from '../respond/form/form.fixture.ts'
import { testApp } from '../test-app.ts'
import { browser } from '../test-browser.ts'
import { ownPageOf, readable } from '../test-own-page.ts'
import { buildForms } from '../test-story-forms.ts'

test('the plan with its address and each answered form are in what she takes along, as data and as a page', async () => {
  await using app = await testApp()
  const participants = [{ name: 'Samira', voice: 'mother' as const, address: 'u' as const }, { name: 'Lina' }]
  const relation = await app.relation({ participants })
  const [samira, lina] = relation.relation.participants.filter((one) => one.member === null)
  if (samira === undefined || lina === undefined) throw new Error('Both take part')
  for (const [one, email] of [
    [samira, 'samira@thuis.example'],
    [lina, 'lina@thuis.example'],
  ] as const) {
    await app.as(relation.by).call(planEndpoints.savePlan, {
      params: { relation: relation.id, participant: one.id },
      body: { rhythm: 'weeks', everyWeeks: 3, weekends: false, email },
    })
  }
  const of = { relation: relation.id, by: relation.by.member, clients: [samira.id, lina.id] }
  await buildForms(app, of)
  const page = await ownPageOf(app, relation, samira.id as string as PersonId)
  const taken = JSON.parse((await page.post('/download', { format: 'json' })).text)
  expect(taken.collaborations).toMatchObject([
    {
      plan: { rhythm: 'weeks', everyWeeks: 3, email: 'samira@thuis.example', stoppedAt: null, sent: [] },
      forms: [
        {
          ...{ form: 'Terugkomen', version: 1, status: 'completed' },
          answers: [{ question: 'Komt u terug?', answers: ['Ja'] }],
          data: { items: [{ linkId: 'again', values: [{ value: { kind: 'boolean', value: true } }] }] },
        },
      ],
    },
  ])
  const kept = readable((await page.post('/download', { format: 'html' })).text)
  expect(kept).toContain('om de 3 weken, per mail aan samira@thuis.example')
  expect(kept).toContain('Komt u terug? Ja')
  for (const text of [JSON.stringify(taken), kept]) expect(text).not.toContain('lina@thuis.example')
  expect(readable((await page.get('/gegevens')).text)).toContain('Uw antwoorden: 1')
})

test('where nothing is asked by itself it says nothing of it', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const page = await ownPageOf(app, relation, relation.client.id as string as PersonId)
  const taken = JSON.parse((await page.post('/download', { format: 'json' })).text)
  expect(taken.collaborations).toMatchObject([{ plan: null, forms: [] }])
})

test('each form that was asked is in it, with when and by which way it was filled in, and who typed it over', async () => {
  await using app = await testApp()
  const one = await buildAskedForm(app, { title: 'Slapen', item: [yes] })
  const again = app.world.newId<FormInvitationId>()
  const params = { relation: one.relation.id }
  await app.as(one.by).call(formInvitationEndpoints.askForm, {
    params,
    body: { id: again, participant: one.client.id, form: one.form },
  })
  const { url } = await app.as(one.by).call(formPaperEndpoints.typeFormPaper, {
    params: { ...params, invitation: one.invitation.id },
    body: { answeredOn: app.clock.now().slice(0, 10) },
  })
  const typist = browser(app, { cookie: one.by.cookie })
  const pages = await typist.get(url)
  expect((await typist.post(url, fieldsOf(pages.text, { a0: '1' }, 'stuur'))).status).toBe(303)
  const page = await ownPageOf(app, one.relation, one.client.id as string as PersonId)
  const taken = JSON.parse((await page.post('/download', { format: 'json' })).text)
  expect(taken.collaborations).toMatchObject([
    {
      forms: [{ form: 'Slapen', enteredBy: one.by.name }],
      formsAsked: [
        { form: 'Slapen', way: 'paper', mailed: 0, withdrawnAt: null },
        { form: 'Slapen', way: null, answeredAt: null },
      ],
    },
  ])
  const kept = readable((await page.post('/download', { format: 'html' })).text)
  expect(kept).toContain('op papier, daarna overgetypt')
  const own = readable((await page.get('/antwoorden')).text)
  expect(own).toContain(`${one.by.name} typte dit over`)
  expect(own).toContain('Nog niet ingevuld.')
  await app.as(one.by).call(formInvitationEndpoints.revokeFormInvitation, {
    params: { ...params, invitation: again },
  })
  expect(readable((await page.get('/antwoorden')).text)).not.toContain('Nog niet ingevuld.')
})

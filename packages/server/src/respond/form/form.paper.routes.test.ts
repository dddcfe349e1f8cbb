/** A form on paper: what stands on it, and typing over afterwards what was written, on real parts. */
import { formInvitationEndpoints } from '@weerklank/core/feedback/form-invitation.contract'
import { formPaperEndpoints } from '@weerklank/core/feedback/paper.contract'
import { formWaysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import type { FormInvitationId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type ReadTag, readPdf } from '../../reports/pdf.reader.fixture.ts'
import { type TestApp, testApp } from '../../test-app.ts'
import { browser } from '../../test-browser.ts'
import { publicUrl } from '../../test-member.ts'
import { buildAskedForm, drafts, fieldsOf, stored, yes } from './form.fixture.ts'

const why = {
  ...{ linkId: 'why', type: 'text', text: 'Wat houdt u wakker?' },
  enableWhen: [{ question: 'sleep', operator: '=', answerBoolean: false }],
}
const hours = { linkId: 'hours', type: 'integer', text: 'Hoeveel uur?', required: true }
const home = {
  ...{ linkId: 'home', type: 'group', text: 'Thuis' },
  item: [
    {
      ...{ linkId: 'with', type: 'choice', text: 'Met wie woont u?' },
      answerOption: [{ valueString: 'Alleen' }, { valueString: 'Met anderen' }],
    },
  ],
}
const sleeping = { title: 'Slapen en wonen', item: [yes, why, hours, home] }

async function asked(app: TestApp, form: object = sleeping) {
  const one = await buildAskedForm(app, form)
  const params = { relation: one.relation.id, invitation: one.invitation.id }
  return { ...one, params, person: one.by, by: app.as(one.by), own: browser(app, { cookie: one.by.cookie }) }
}

const wordsOf = (tags: readonly ReadTag[]): string =>
  tags.map((tag) => `${tag.text} ${wordsOf(tag.children)}`).join(' ')

type Asked = Awaited<ReturnType<typeof asked>>
const typing = ({ by, params }: Asked, answeredOn: string) =>
  by.call(formPaperEndpoints.typeFormPaper, { params, body: { answeredOn } })
const today = (app: TestApp) => app.clock.now().slice(0, 10)

test('the paper is the whole form, tagged, with the way around what depends on an answer, and without a name', async () => {
  await using app = await testApp()
  const { own, params } = await asked(app)
  const path = `/api/relations/${params.relation}/form-invitations/${params.invitation}/paper`
  const reply = await app.hono.request(publicUrl + path, { headers: { cookie: own.cookie } })
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const read = await readPdf(new Uint8Array(await reply.arrayBuffer()))
  const text = wordsOf(read.tags).replace(/\s+/g, ' ')
  expect([read.isMarked, read.loose, read.language]).toEqual([true, [], 'nl'])
  for (const part of [
    'Slapen en wonen',
    '1. Slaapt u goed?',
    'Vraag 2: alleen als dit klopt.',
    '• Vraag 1: “Nee”',
    'Klopt het niet? Ga naar vraag 3.',
    '2. Wat houdt u wakker?',
    '3. Hoeveel uur?',
    'Thuis',
    'Met anderen',
  ])
    expect(text).toContain(part)
  // U+FFFD stands for a sign that the letters on paper lack.
  for (const word of ['Lina', '\uFFFD']) expect(text).not.toContain(word)
  expect((await app.audit('form-invitation.printed')).map(({ subject_id }) => subject_id)).toEqual([
    params.invitation,
  ])
})

test('a colleague types it over on the pages of the form; it counts on the day of the paper, in his name', async () => {
  await using app = await testApp()
  const one = await asked(app)
  const { own, params, by, person, link } = one
  app.clock.advance(3 * 86_400_000)
  const day = new Date(Date.parse(app.clock.now()) - 86_400_000).toISOString().slice(0, 10)
  const { url, answeredAt } = await typing(one, day)
  expect(answeredAt.slice(0, 10)).toBe(day)
  const page = await own.get(url)
  expect(page.text).toContain('Je typt een papier over van')
  expect(page.text).not.toContain('Nu niet meedoen')
  // What has to be answered on a screen was left open on the paper; it stays open.
  const sent = await own.post(url, fieldsOf(page.text, { a0: '1', a4: '1' }, 'stuur'))
  expect(sent.status).toBe(303)
  const [row] = await stored(app)
  expect(row).toMatchObject({ entered_by: person.member, answered_at: answeredAt, readers: null })
  expect(row?.answers.items.map(({ linkId }) => linkId)).toEqual(['sleep', 'home'])
  expect(await drafts(app)).toEqual([])
  const done = await own.get(url)
  expect(done.text).toContain('Het papier is overgetypt')
  expect(done.text).toContain(`/samenwerkingen/${params.relation}`)
  const { answers, invitations } = await by.call(formInvitationEndpoints.relationForms, { params })
  expect(answers).toMatchObject([{ enteredBy: person.member, answeredAt }])
  expect(invitations).toMatchObject([{ status: 'answered' }])
  const read = { relation: params.relation, answer: answers[0]?.id ?? '' } as never
  expect(await by.call(formInvitationEndpoints.formAnswer, { params: read })).toMatchObject({
    enteredBy: person.member,
  })
  const deeds = await app.audit('form-response.entered')
  expect(deeds.map(({ actor, subject_id }) => [actor, subject_id])).toEqual([[person.member, row?.id]])
  expect(new Set((await app.audit('form-invitation.typed')).map(({ actor }) => actor))).toEqual(
    new Set([person.member]),
  )
  expect(await app.audit('form-invitation.kept')).toEqual([])
  // By her own link she is told that it is there; nothing is entered twice.
  expect((await link.get()).text).toContain('antwoorden zijn binnen')
  expect(
    await by.refusal(formPaperEndpoints.typeFormPaper, { params, body: { answeredOn: day } }),
  ).toMatchObject({ code: 'conflict' })
})

test('to anybody else than who has the paper, and after two hours, the link is none', async () => {
  await using app = await testApp()
  const one = await asked(app)
  const { url } = await typing(one, today(app))
  expect((await browser(app).get(url)).status).toBe(404)
  const other = browser(app, { cookie: (await app.professional()).cookie })
  expect((await other.get(url)).status).toBe(404)
  expect(
    (
      await other.post(url, [
        ['t', '0'],
        ['a0', '1'],
        ['ga', 'stuur'],
      ])
    ).status,
  ).toBe(404)
  expect(await stored(app)).toEqual([])
  const page = await one.own.get(url)
  expect(page.status).toBe(200)
  app.clock.advance(121 * 60_000)
  expect((await one.own.get(url)).text).toContain('Overtypen kan hier niet meer')
  expect((await one.own.post(url, fieldsOf(page.text, { a0: '1' }, 'stuur'))).text).toContain(
    'Overtypen kan hier niet meer',
  )
  expect(await stored(app)).toEqual([])
})

test('what she herself filled in half is not shown to who types her paper over', async () => {
  await using app = await testApp()
  const one = await asked(app)
  const first = await one.link.get()
  await one.link.post(fieldsOf(first.text, { a2: '5' }, 'bewaar'))
  const { url } = await typing(one, today(app))
  const page = await one.own.get(url)
  expect(page.text).toContain('Begin hier opnieuw')
  expect(page.text).not.toMatch(/value="?5/)
  expect((await one.own.get(`${url}?deel=kijk`)).text).not.toContain('<dd>5')
  await one.own.post(url, [['ga', 'opnieuw']])
  expect((await one.own.get(url)).text).toContain('Hoeveel uur?')
})

test('a day that cannot be, who does not want to be asked, a guest and another collaboration are refused', async () => {
  await using app = await testApp()
  const one = await asked(app)
  const refusal = (answeredOn: string) =>
    one.by.refusal(formPaperEndpoints.typeFormPaper, { params: one.params, body: { answeredOn } })
  expect(await refusal('2999-01-01')).toMatchObject({
    code: 'invalid-input',
    fields: { answeredOn: 'in-the-future' },
  })
  expect(await refusal('2001-01-01')).toMatchObject({
    code: 'invalid-input',
    fields: { answeredOn: 'before-it-began' },
  })
  const elsewhere = await app.relation()
  const params = { ...one.params, relation: elsewhere.id }
  expect(await app.as(elsewhere.by).refusal(formPaperEndpoints.printFormPaper, { params })).toMatchObject({
    code: 'not-found',
  })
  await one.by.call(formInvitationEndpoints.revokeFormInvitation, { params: one.params })
  expect(await refusal(today(app))).toMatchObject({ code: 'conflict' })
  expect(
    await one.by.refusal(formWaysInEndpoints.mailFormLink, {
      params: one.params,
      body: { email: 'a@b.example' },
    }),
  ).toMatchObject({ code: 'conflict' })
})

test('what a paper says against a rule of the form is typed over; on a screen the rule still holds', async () => {
  await using app = await testApp()
  const extension = [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-constraint',
      extension: [
        { url: 'key', valueId: 'hours-1' },
        { url: 'severity', valueCode: 'error' },
        {
          url: 'expression',
          valueString: "%resource.item.where(linkId = 'hours').answer.value.all($this <= 24)",
        },
        { url: 'human', valueString: 'Een dag heeft 24 uur.' },
      ],
    },
  ]
  const many = { linkId: 'hours', type: 'integer', text: 'Hoeveel uur?', extension }
  // Something to compute, so that the form is computed on paper too.
  const twice = {
    ...{ linkId: 'twice', type: 'integer', text: 'Dubbel', readOnly: true },
    extension: [
      {
        url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
        valueExpression: {
          language: 'text/fhirpath',
          expression: "%resource.item.where(linkId = 'hours').answer.value * 2",
        },
      },
    ],
  }
  const one = await asked(app, { title: 'Uren', item: [many, twice] })
  const again = app.world.newId<FormInvitationId>()
  const { url: onScreen } = await one.by.call(formInvitationEndpoints.askForm, {
    params: one.params,
    body: { id: again, participant: one.client.id, form: one.form },
  })
  const screen = app.link(onScreen)
  const refused = async () => {
    const page = await screen.get()
    const reply = await screen.post(fieldsOf(page.text, { a0: '30' }, 'stuur'))
    expect([reply.status, reply.text]).toEqual([422, expect.stringContaining('Een dag heeft 24 uur.')])
  }
  await refused()
  const { url } = await typing(one, today(app))
  const page = await one.own.get(url)
  expect((await one.own.post(url, fieldsOf(page.text, { a0: '30' }, 'stuur'))).status).toBe(303)
  expect(await stored(app)).toHaveLength(1)
  await refused()
})

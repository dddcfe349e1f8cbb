/** Filling in a form by a link, as a browser does it without script. */
import { formInvitationEndpoints } from '@weerklank/core/feedback/form-invitation.contract'
import { linkDays, renewDays } from '@weerklank/core/feedback/invitation'
import { expect, test } from 'vitest'
import { asMaintenance } from '../../db/maintenance.ts'
import { testApp } from '../../test-app.ts'
import { byLink } from '../../test-link.ts'
import { buildAskedForm, drafts, fieldsOf, pathsOn, stored, twoParts, yes } from './form.fixture.ts'
import { formPolicy } from './form.frame.ts'
import { formWordsFor } from './form.text.ts'

const dayMs = 86_400_000
const go = async (link: ReturnType<typeof byLink>, response: { headers: Headers }) => {
  const to = new URL(response.headers.get('location') ?? '', 'http://x')
  return link.get({ query: to.search })
}

test('after a form in a working together that stays at one contact, no next time is promised', async () => {
  await using app = await testApp()
  const { link, relation } = await buildAskedForm(app, twoParts)
  const second = await go(link, await link.post(fieldsOf((await link.get()).text, { a1: '1', a2: '7' })))
  const review = await go(link, await link.post(fieldsOf(second.text, { a4: 'Soep' })))
  expect((await link.post(fieldsOf(review.text, {}, 'stuur'))).status).toBe(303)
  expect((await link.get()).text).toContain('volgende keer samen over')
  await asMaintenance(app.owner, (trx) =>
    trx.updateTable('relation').set({ single_contact: true }).where('id', '=', relation.id).execute(),
  )
  const once = (await link.get()).text
  expect(once).toContain('Je antwoorden zijn binnen.')
  expect(once).not.toContain('volgende keer samen over')
})

test('a form in parts is filled in, looked over and sent; the colleague reads it in words', async () => {
  await using app = await testApp()
  const { link, relation, by, invitation, client } = await buildAskedForm(app, twoParts)
  const first = await link.get()
  expect([first.status, first.headers.get('content-security-policy')]).toEqual([200, formPolicy])
  expect(first.text).toContain('Alleen jij en Noor zien dit.')
  expect(first.text).toContain('Deel 1 van 2')
  const next = await link.post(fieldsOf(first.text, { a1: '1', a2: '7' }))
  expect(next.status).toBe(303)
  const second = await go(link, next)
  expect(second.text).toContain('Deel 2 van 2')
  expect(second.text).not.toContain('Hoeveel uur?')
  const toReview = await link.post(fieldsOf(second.text, { a4: 'Soep & brood' }))
  const review = await go(link, toReview)
  expect(review.text).toContain('Klopt het zo?')
  expect(review.text).toContain('<dd>Soep &amp; brood</dd>')
  expect((await link.post(fieldsOf(review.text, {}, 'stuur'))).status).toBe(303)
  const thanks = await link.get()
  expect(thanks.text).toContain('Je antwoorden zijn binnen.')
  expect(thanks.text).toContain('<dd>Soep &amp; brood</dd>')
  const [row] = await stored(app)
  expect(row).toMatchObject({
    participant_id: client.id,
    created_by: null,
    status: 'completed',
    language: 'nl',
  })
  expect(await drafts(app)).toEqual([])
  // Again: a second tab, a retry.
  expect((await link.post(fieldsOf(review.text, {}, 'stuur'))).status).toBe(200)
  expect(await stored(app)).toHaveLength(1)
  const params = { relation: relation.id }
  const forms = await app.as(by).call(formInvitationEndpoints.relationForms, { params })
  expect(forms.invitations).toMatchObject([{ id: invitation.id, status: 'answered', title: 'Hoe gaat het?' }])
  const [answer] = forms.answers
  if (answer === undefined) throw new Error('An answer came in')
  const read = await app
    .as(by)
    .call(formInvitationEndpoints.formAnswer, { params: { ...params, answer: answer.id } })
  expect(read.lines.map(({ kind, depth, text, answers }) => [kind, depth, text, ...answers])).toEqual([
    ['heading', 0, 'Slapen'],
    ['question', 1, 'Slaapt u goed?', 'Ja'],
    ['question', 1, 'Hoeveel uur?', '7'],
    ['heading', 0, 'Eten'],
    ['question', 1, 'Wat eet u graag?', 'Soep & brood'],
  ])
  const actor = `participant:${client.id}`
  expect(await app.audit('form-response.stored')).toMatchObject([
    { actor, subject_id: row?.id, relation_id: relation.id },
  ])
  expect(await app.audit('form-response.read')).toMatchObject([{ actor: by.member, subject_id: row?.id }])
})

test('what is wrong is told above and beside, in focus, and stands there still; going back loses nothing', async () => {
  await using app = await testApp()
  const { link } = await buildAskedForm(app, twoParts)
  const first = await link.get()
  const wrong = await link.post(fieldsOf(first.text, { a1: '0', a2: 'zes' }))
  expect(wrong.status).toBe(422)
  expect(wrong.text).toMatch(/<h2 id=fout tabindex=-1 autofocus>Nog niet alles klopt/)
  expect(wrong.text).toContain('<a href="#q2">Hoeveel uur?: Schrijf een heel getal, zoals 7.</a>')
  expect(wrong.text).toMatch(/aria-describedby="h2 e2" aria-invalid=true/)
  expect(wrong.text).toMatch(/value="zes"/)
  const missing = await link.post(fieldsOf(first.text, { a1: '0', a2: '' }))
  expect(missing.text).toContain('Hier is een antwoord nodig.')
  // With an answer that cannot be read she still goes back, looks it over, and is told at the end.
  await link.post(fieldsOf(first.text, { a1: '0', a2: 'zes' }, 'terug'))
  expect((await link.get()).text).toMatch(/value="zes"/)
  const review = await link.get({ query: '?deel=kijk' })
  expect(review.text).toContain('<dd>zes</dd>')
  const sent = await link.post(fieldsOf(review.text, {}, 'stuur'))
  expect([sent.status, await stored(app)]).toEqual([422, []])
  expect(sent.text).toMatch(/href="[^"]*deel=1&amp;lang=nl#q2"/)
})

test('a question that follows from an answer comes when the page is sent, and its answer only counts while it is asked', async () => {
  await using app = await testApp()
  const why = {
    linkId: 'why',
    type: 'string',
    text: 'Wat houdt u wakker?',
    enableWhen: [{ question: 'sleep', operator: '=', answerBoolean: false }],
  }
  const { link } = await buildAskedForm(app, { title: 'Slapen', item: [yes, why] })
  const first = await link.get()
  expect(first.text).toMatch(
    /<fieldset class=c data-w="\[\[[01],\[&quot;0&quot;,&quot;=&quot;,&quot;0&quot;\]\]\]" hidden disabled>/,
  )
  const more = await link.post(fieldsOf(first.text, { a0: '0' }, 'stuur'))
  expect([more.status, await stored(app)]).toEqual([200, []])
  expect(more.text).toContain('Door je antwoord zijn er vragen bij gekomen.')
  const filled = await link.post(fieldsOf(more.text, { a0: '0', a1: 'De buren' }, 'terug'))
  expect(filled.status).toBe(303)
  const back = await link.get()
  await link.post(fieldsOf(back.text, { a0: '1', a1: 'De buren' }, 'stuur'))
  const [row] = await stored(app)
  expect(row?.answers).toEqual({
    items: [{ linkId: 'sleep', values: [{ value: { kind: 'boolean', value: true } }] }],
  })
})

test('two tabs each keep what they say; what is sent is what was looked over', async () => {
  await using app = await testApp()
  const { link } = await buildAskedForm(app, twoParts)
  const one = await link.get({ query: '?deel=1' })
  const two = await link.get({ query: '?deel=2' })
  await link.post(fieldsOf(one.text, { a1: '1', a2: '8' }))
  await link.post(fieldsOf(two.text, { a4: 'Rijst' }))
  const review = await link.get({ query: '?deel=kijk' })
  expect(review.text).toContain('<dd>8</dd>')
  expect(review.text).toContain('<dd>Rijst</dd>')
  await link.post(fieldsOf(two.text, { a4: 'Brood' }))
  const old = await link.post(fieldsOf(review.text, {}, 'stuur'))
  expect(old.text).toContain('Er is net iets veranderd.')
  expect(old.text).toContain('<dd>Brood</dd>')
  expect(await stored(app)).toEqual([])
  await link.post(fieldsOf(old.text, {}, 'stuur'))
  expect(await stored(app)).toHaveLength(1)
  // A part that is sent after that changes nothing.
  expect((await link.post(fieldsOf(two.text, { a4: 'Te laat' }))).text).toContain(
    'Je antwoorden zijn binnen.',
  )
})

test('a group that can be there more than once is filled in twice', async () => {
  await using app = await testApp()
  const child = {
    linkId: 'child',
    type: 'group',
    text: 'Kind',
    repeats: true,
    item: [{ linkId: 'name', type: 'string', text: 'Naam' }],
  }
  const { link } = await buildAskedForm(app, { title: 'Gezin', item: [child] })
  const first = await link.get()
  expect(pathsOn(first.text)).toEqual(['1_0'])
  const more = await go(link, await link.post(fieldsOf(first.text, { a1_0: 'Sam' }, 'meer:0')))
  expect(pathsOn(more.text)).toEqual(['1_0', '1_1'])
  await link.post(fieldsOf(more.text, { a1_0: 'Sam', a1_1: 'Ali' }, 'stuur'))
  const [row] = await stored(app)
  expect(row?.answers.items.map(({ items }) => items?.[0]?.values?.[0]?.value.value)).toEqual(['Sam', 'Ali'])
})

test('a long list is looked up in by a part of a word, and what was chosen stays', async () => {
  await using app = await testApp()
  const names = Array.from({ length: 1_000 }, (_, i) => `Plaats ${i}`)
  const place = {
    linkId: 'place',
    type: 'choice',
    text: 'Waar woont u?',
    answerOption: names.map((valueString) => ({ valueString })),
  }
  const { link } = await buildAskedForm(app, { title: 'Wonen', item: [place] })
  const first = await link.get()
  expect(first.text).toContain('Zoek in 1000 keuzes.')
  const found = await go(link, await link.post(fieldsOf(first.text, { z0: 'plaats 731' }, 'zoek:0')))
  expect(found.text).toContain('> Plaats 731</label>')
  const again = await go(
    link,
    await link.post(fieldsOf(found.text, { a0: '731', z0: 'plaats 45' }, 'zoek:0')),
  )
  expect(again.text).toMatch(/value="731" checked> Plaats 731/)
  await link.post(fieldsOf(again.text, { a0: '731' }, 'stuur'))
  expect((await stored(app))[0]?.answers.items[0]?.values).toEqual([
    { value: { kind: 'string', value: 'Plaats 731' } },
  ])
})

test('what a form computes is kept with the answer and shown; hidden values go along', async () => {
  await using app = await testApp()
  const calculated = (expression: string) => [
    {
      url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
      valueExpression: { language: 'text/fhirpath', expression },
    },
  ]
  const hidden = { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden', valueBoolean: true }
  const number = (linkId: string) => ({ linkId, type: 'integer', text: `Getal ${linkId}` })
  const sum = "%resource.item.where(linkId='x' or linkId='y').answer.value.sum()"
  const { link, relation, by } = await buildAskedForm(app, {
    title: 'Tellen',
    item: [
      number('x'),
      number('y'),
      { linkId: 'total', type: 'integer', text: 'Samen', extension: calculated(sum) },
      { linkId: 'mark', type: 'string', text: 'Merk', extension: [hidden], initial: [{ valueString: 'v1' }] },
    ],
  })
  const first = await link.get()
  expect(first.text).toContain('Dit rekenen we uit.')
  await link.post(fieldsOf(first.text, { a0: '3', a1: '4' }, 'stuur'))
  const [row] = await stored(app)
  expect(row?.scores?.values).toEqual([{ linkId: 'total', value: { kind: 'integer', value: 7 } }])
  expect(row?.answers.items.map(({ linkId, values }) => [linkId, values?.[0]?.value.value])).toEqual([
    ['x', 3],
    ['y', 4],
    ['total', 7],
    ['mark', 'v1'],
  ])
  expect((await link.get()).text).toContain('<dd>7</dd>')
  const params = { relation: relation.id, answer: row?.id as never }
  const read = await app.as(by).call(formInvitationEndpoints.formAnswer, { params })
  expect(read.scores).toEqual([{ text: 'Samen', value: '7' }])
})

test('an expired link is renewed by herself and what was filled in waits; a withdrawn one and one that is over say so', async () => {
  await using app = await testApp()
  const { link, by, relation, invitation } = await buildAskedForm(app, twoParts)
  const first = await link.get()
  await link.post(fieldsOf(first.text, { a1: '1', a2: '7' }))
  app.clock.advance(linkDays * dayMs)
  const expired = await link.get()
  expect([expired.status, expired.text.includes('Deze link is verlopen')]).toEqual([410, true])
  const renewed = await link.renew()
  const fresh = byLink(app, new URL(renewed.headers.get('location') ?? '', 'http://x').href)
  // The same phone: it keeps the mark that it got with the first page.
  const cookie = first.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  expect((await fresh.get({ query: '?deel=1', headers: { cookie } })).text).toMatch(/value="7"/)
  const params = { relation: relation.id, invitation: invitation.id }
  await app.as(by).call(formInvitationEndpoints.revokeFormInvitation, { params })
  const revoked = await fresh.get()
  expect([revoked.status, revoked.text.includes('Noor heeft deze link ingetrokken')]).toEqual([410, true])
  expect((await fresh.post(fieldsOf(first.text, { a2: '1' }))).status).toBe(410)
})

test('long after, a link is over', async () => {
  await using app = await testApp()
  const { link } = await buildAskedForm(app, twoParts)
  app.clock.advance((linkDays + renewDays) * dayMs)
  const over = await link.get()
  expect([over.status, over.text.includes('Deze vragen zijn gesloten')]).toEqual([410, true])
})

test.each([
  ['made up', 'A'.repeat(43)],
  ['cut short', 'abc'],
])('a link that is %s is unknown', async (_, token) => {
  await using app = await testApp()
  for (const reply of [
    await app.link(`http://x/v/${token}`).get(),
    await app.link(`http://x/v/${token}`).post({ t: '0' }),
  ]) {
    expect([reply.status, reply.text.includes('Deze link kennen we niet')]).toEqual([404, true])
  }
})

test('not taking part now sends nothing, and says until when the link works', async () => {
  await using app = await testApp()
  const { link } = await buildAskedForm(app, twoParts)
  const page = await link.notNow()
  expect([page.status, page.text.includes('Er is niets verstuurd.')]).toEqual([200, true])
  expect(await stored(app)).toEqual([])
})

test('the words of a form come in the language that is chosen, from the right where that is how it is read', async () => {
  await using app = await testApp()
  const translated = (content: string) => ({
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/translation',
        extension: [
          { url: 'lang', valueCode: 'ar' },
          { url: 'content', valueString: content },
        ],
      },
    ],
  })
  const { link } = await buildAskedForm(app, {
    ...{ title: 'Slapen', language: 'nl', _title: translated('النوم') },
    item: [{ ...yes, _text: translated('هل تنام جيدا؟') }],
  })
  const dutch = await link.get()
  expect(dutch.text).toMatch(/<a href="[^"]*lang=ar" lang="ar">العربية<\/a>/)
  const arabic = await link.get({ query: '?lang=ar' })
  // The page around the questions is in her language too, and says who made its words.
  expect(arabic.text).toMatch(/<html lang="ar" dir=rtl>/)
  expect(arabic.text).not.toMatch(/<form [^>]*lang=/)
  expect(arabic.text).toContain('Computervertaling, niet nagekeken.')
  // A language that the form has no words in: ours are, and the form's are said to be what they are.
  const turkish = await link.get({ query: '?lang=tr' })
  expect(turkish.text).toMatch(/<html lang="tr">/)
  expect(turkish.text).toMatch(/<form [^>]*lang="nl" dir="ltr"/)
  expect(turkish.text).toContain(formWordsFor({ language: 'tr', address: 'u' }).leave)
  expect(arabic.text).toContain('هل تنام جيدا؟')
  await link.post(fieldsOf(arabic.text, { a0: '1' }, 'stuur'))
  expect((await stored(app))[0]?.language).toBe('ar')
})

test('leaving the page keeps what was filled in, and a page of another site sends nothing', async () => {
  await using app = await testApp()
  const { link } = await buildAskedForm(app, twoParts)
  const first = await link.get()
  expect((await link.post(fieldsOf(first.text, { a1: '1', a2: '' }, 'bewaar'))).status).toBe(204)
  expect((await link.get()).text).toMatch(/value="1" checked> Ja/)
  const foreign = await link.post(fieldsOf(first.text, { a1: '0' }), {
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(foreign.status).toBe(403)
  expect((await link.get()).text).toMatch(/value="1" checked> Ja/)
})

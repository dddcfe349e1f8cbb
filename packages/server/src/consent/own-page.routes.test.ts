import { brotliCompressSync, constants } from 'node:zlib'
import { consentEndpoints } from '@weerklank/core/consent/consent.contract'
import { personEndpoints } from '@weerklank/core/consent/person.contract'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { describe, expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { askedVersion } from '../test-consent.ts'
import {
  buildMother,
  byOwnLink,
  ownPageOf,
  personsIn,
  readable,
  storedGrants,
  storedMaterial,
} from '../test-own-page.ts'
import { ownPagePolicy } from './own-page.frame.ts'

describe('choices', () => {
  test('each purpose is asked on a page of its own, in words, and nothing is chosen beforehand', async () => {
    await using app = await testApp()
    const { page } = await buildMother(app)
    const home = readable((await page.get()).text)
    expect(home).toContain('Dag Samira')
    expect(home).toContain('Onderzoek Nog niet gekozen')
    const asked = await page.get('/keuze/research')
    expect(asked.status).toBe(200)
    expect(readable(asked.text)).toContain(
      'Mogen we de cijfers en wat is ingeleverd vanaf nu gebruiken voor onderzoek?',
    )
    expect(asked.text).not.toMatch(/checked|selected/)
    expect(asked.text.match(/<form/g)).toHaveLength(1)
  })

  test('a yes for one purpose and a no for another are both kept, and change nothing else', async () => {
    await using app = await testApp()
    const { page, person } = await buildMother(app)
    expect(readable((await page.choose('/keuze/research', 'ja')).text)).toContain('Uw keuze is bewaard.')
    await page.choose('/keuze/quotes-team', 'nee')
    expect(await storedGrants(app, person)).toEqual(['research'])
    const home = readable((await page.get()).text)
    expect(home).toContain('Onderzoek Ja')
    expect(home).toContain('Uitspraken delen met het team Nee')
    expect((await app.audit('consent.given')).map((line) => line.actor)).toEqual([`person:${person}`])
    expect(await app.audit('consent.refused')).toHaveLength(1)
  })

  test('whoever chose nothing is told so, and nothing changes', async () => {
    await using app = await testApp()
    const { page, person } = await buildMother(app)
    const { keuze: _, ...fields } = await page.fieldsOf('/keuze/research')
    const reply = await page.post('/keuze/research', fields)
    expect(reply.status).toBe(422)
    expect(readable(reply.text)).toContain('Kies ja of nee. Er is nog niets veranderd.')
    expect(await storedGrants(app, person)).toEqual([])
  })

  test('the same form twice is one word', async () => {
    await using app = await testApp()
    const { page } = await buildMother(app)
    const fields = { ...(await page.fieldsOf('/keuze/research')), keuze: 'ja' }
    expect((await page.post('/keuze/research', fields)).status).toBe(303)
    expect((await page.post('/keuze/research', fields)).status).toBe(303)
    expect(await app.audit('consent.given')).toHaveLength(1)
    // The same form with the other answer is no repeat.
    expect((await page.post('/keuze/research', { ...fields, keuze: 'nee' })).status).toBe(422)
    expect(await app.audit('consent.withdrawn')).toHaveLength(0)
  })

  test('stopping deletes at once, says what went and what cannot be taken back, and gives a receipt', async () => {
    await using app = await testApp()
    const { page, person, relation } = await buildMother(app)
    await page.choose('/keuze/research', 'ja')
    await app.answer({ in: relation })
    await app.answer({ in: relation })
    expect(await storedMaterial(app, person)).toBe(2)
    expect(readable((await page.get('/keuze/research')).text)).toContain(
      'We wissen meteen wat hiervoor bewaard is: 2.',
    )
    app.clock.set(addDays(app.clock.now(), 7))
    const stopped = readable((await page.choose('/keuze/research', 'nee')).text)
    expect(stopped).toContain('Bewijs van stoppen')
    expect(stopped).toContain('We hebben 2 antwoorden gewist.')
    expect(stopped).toContain('De hulp, de cursus en de gesprekken gaan gewoon door.')
    expect(await storedMaterial(app, person)).toBe(0)
    expect(await storedGrants(app, person)).toEqual([])
    // An answer after that stays in the care record and goes nowhere else.
    await app.answer({ in: relation })
    expect(await storedMaterial(app, person)).toBe(0)
    expect(readable((await page.get('/gegevens')).text)).toContain('We hebben 2 antwoorden gewist.')
  })

  test('who does not want to be asked is not asked, and the professional is told', async () => {
    await using app = await testApp()
    const { page, relation } = await buildMother(app)
    const open = await app.invite({ in: relation })
    await page.choose('/keuze/care-talk', 'nee')
    const noor = app.as(relation.by)
    const params = { relation: relation.id }
    const body = { id: app.world.newId(), participant: relation.client.id, contact: null }
    expect(await noor.refusal(feedbackEndpoints.invite, { params, body })).toMatchObject({
      code: 'checks-refused',
    })
    const again = { params: { ...params, invitation: open.invitation.id } }
    expect(await noor.refusal(feedbackEndpoints.newLink, again)).toMatchObject({ code: 'checks-refused' })
    expect((await open.link.get()).status).toBe(410)
    await page.choose('/keuze/care-talk', 'ja')
    await noor.call(feedbackEndpoints.invite, { params, body })
  })
})

describe('the rest of the page', () => {
  test('says who looked, and why that was allowed', async () => {
    await using app = await testApp()
    const { page, relation } = await buildMother(app)
    expect(readable((await page.get('/wie-keek')).text)).not.toContain('antwoorden')
    const params = { relation: relation.id }
    await app.as(relation.by).call(feedbackEndpoints.relationFeedback, { params })
    await app.as(relation.by).call(feedbackEndpoints.relationFeedback, { params })
    const seen = readable((await page.get('/wie-keek')).text)
    // Of one day and for one reason: the reason is read once.
    expect(seen.split('Dat mocht')).toHaveLength(2)
    expect(seen).toMatch(/09\.00 Noor .*antwoorden.*, twee keer\. .*Dat mocht, omdat Noor meewerkt/)
  })

  test('a request reaches the professional, and its answer the person; a deletion deletes', async () => {
    await using app = await testApp()
    const { page, relation, person } = await buildMother(app)
    await page.choose('/keuze/research', 'ja')
    await app.answer({ in: relation, value: '2' })
    const fields = { ...(await page.fieldsOf('/verzoek')), soort: 'deletion', tekst: 'Graag alles weg.' }
    expect((await page.post('/verzoek', { ...fields, tekst: '  ' })).status).toBe(422)
    expect((await page.post('/verzoek', fields)).status).toBe(303)
    expect((await page.post('/verzoek', fields)).status).toBe(303)
    const noor = app.as(relation.by)
    const params = { relation: relation.id }
    const { requests } = await noor.call(personEndpoints.listRequests, { params })
    expect(requests).toMatchObject([
      { kind: 'deletion', text: 'Graag alles weg.', name: 'Samira', handled: null },
    ])
    const handle = {
      params: { ...params, request: requests[0]?.id ?? ('' as never) },
      body: { outcome: 'done' as const, answer: 'Alles is weg.', deletes: 'answers' as const },
    }
    const { deleted, request } = await noor.call(personEndpoints.handleRequest, handle)
    expect(deleted).toMatchObject({ answers: 1, invitations: 1 })
    expect(deleted?.signals).toBeGreaterThan(0)
    expect(request.handled).toMatchObject({ outcome: 'done', by: 'Noor' })
    expect(await storedMaterial(app, person)).toBe(0)
    expect((await noor.call(feedbackEndpoints.relationFeedback, { params })).responses).toEqual([])
    expect(await noor.refusal(personEndpoints.handleRequest, handle)).toMatchObject({ code: 'conflict' })
    expect(readable((await page.get('/verzoek')).text)).toContain('Gedaan: Alles is weg.')
    expect(readable((await page.get('/gegevens')).text)).toContain('Gewist: 1 antwoorden')
    expect((await app.audit('answers.deleted')).map((line) => line.relation_id)).toEqual([relation.id])
  })

  test('takes everything about her along, and nothing that others answered', async () => {
    await using app = await testApp()
    const participants = [
      { name: 'Samira', voice: 'mother' as const, address: 'u' as const },
      { name: 'Lina' },
    ]
    const relation = await app.relation({ participants })
    const [, lina] = relation.relation.participants.filter((one) => one.member === null)
    if (lina === undefined) throw new Error('Lina takes part')
    const page = await ownPageOf(app, relation, relation.client.id as string as PersonId)
    await app.answer({ in: relation, fields: { 'a.heard': '7', open: 'van Samira zelf' } })
    await app.answer({ in: relation, participant: lina, fields: { 'a.heard': '3', open: 'geheim van Lina' } })
    await page.choose('/keuze/research', 'ja')
    const json = await page.post('/download', { format: 'json' })
    expect(json.headers.get('content-disposition')).toContain('attachment')
    const data = JSON.parse(json.text)
    expect(data).toMatchObject({ purpose: 'own-data', person: { name: 'Samira' } })
    expect(data.collaborations[0].answers).toMatchObject([{ open: { text: 'van Samira zelf' } }])
    expect(data.collaborations[0].answers[0].items[0].question).toMatch(/\?$|…$|gehoord/i)
    const html = await page.post('/download', { format: 'html' })
    for (const text of [json.text, html.text]) {
      expect(text).toContain('van Samira zelf')
      expect(text).not.toContain('geheim')
      expect(text).not.toContain(page.path)
    }
    expect(await app.audit('own-page.downloaded')).toHaveLength(2)
  })
})

describe('the link', () => {
  test('keeps its secret: no script, no other site, never kept, no word of it in the log', async () => {
    await using app = await testApp()
    const { page } = await buildMother(app)
    const reply = await page.get()
    expect(reply.headers.get('content-security-policy')).toBe(ownPagePolicy)
    expect(ownPagePolicy).not.toContain('script-src')
    expect(reply.text).not.toMatch(/<script|https?:\/\//)
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(reply.headers.get('referrer-policy')).toBe('no-referrer')
    await page.get('/nergens')
    expect(app.logText()).not.toContain(page.path.split('/')[2])
  })

  test('every page fits in 12 kB', async () => {
    await using app = await testApp()
    const { page } = await buildMother(app)
    for (const below of ['', '/keuze/research', '/wie-keek', '/gegevens', '/verzoek', '/privacy']) {
      const { text, status } = await page.get(below)
      expect(status, below).toBe(200)
      const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      expect(packed.length, below).toBeLessThanOrEqual(6_000)
      expect(text.length, below).toBeLessThanOrEqual(12_000)
    }
  })

  test('unknown, expired and ended links say so; who holds one renews it', async () => {
    await using app = await testApp()
    const { page, person } = await buildMother(app)
    const unknown = byOwnLink(app, `/p/${'A'.repeat(43)}`)
    expect((await unknown.get()).status).toBe(404)
    expect((await byOwnLink(app, '/p/kort').get()).status).toBe(404)
    app.clock.set(addDays(app.clock.now(), 31))
    const expired = await page.get('/gegevens')
    expect([expired.status, readable(expired.text).includes('Deze link is verlopen')]).toEqual([410, true])
    const renewed = await page.post('/nieuw')
    expect(renewed.status).toBe(303)
    const fresh = byOwnLink(app, renewed.headers.get('location') ?? '')
    expect((await fresh.get()).status).toBe(200)
    expect((await page.get()).status).toBe(410)
    expect((await fresh.post('/stop')).status).toBe(200)
    expect((await fresh.get()).status).toBe(410)
    expect((await fresh.post('/nieuw')).status).toBe(410)
    expect((await app.audit('own-page.unlinked')).map((line) => line.actor)).toEqual([`person:${person}`])
  })

  test('speaks the other language when asked', async () => {
    await using app = await testApp()
    const { page } = await buildMother(app)
    const english = await page.get('?lang=en')
    expect(readable(english.text)).toContain('Your choices')
    expect(english.text).toContain('lang=en')
    expect(readable((await page.get('/keuze/research?lang=en')).text)).toContain(
      'May we use the marks and what was handed in for research from now on?',
    )
  })
})

describe('from an answer', () => {
  test('one button leads to her own page; before the answer, and with a link that is over, there is none', async () => {
    await using app = await testApp()
    const asked = await app.invite({})
    const mine = () => asked.link.any('POST', '/mijn')
    expect((await mine()).headers.get('location')).toBe(asked.link.path)
    await asked.link.answer({ 'a.heard': '8' })
    expect((await asked.link.get()).text).toContain('/mijn?lang=nl')
    const reply = await mine()
    expect(reply.status).toBe(303)
    const page = byOwnLink(app, reply.headers.get('location') ?? '')
    expect(readable((await page.get()).text)).toContain('Dag Lina')
    expect(await app.audit('own-page.linked')).toHaveLength(1)
    app.clock.set(addDays(app.clock.now(), 15))
    expect((await mine()).headers.get('location')).toBe(asked.link.path)
    expect((await asked.link.get()).text).not.toContain('/mijn')
  })
})

test('a colleague decides for herself, and nobody writes it down for her', async () => {
  await using app = await testApp()
  const bram = await app.professional({ name: 'Bram' })
  const relation = await app.relation({
    participants: [{ name: 'Lina' }, { name: 'Bram', voice: 'colleague', member: bram }],
  })
  const people = await personsIn(app, relation)
  const his = people.find((one) => one.name === 'Bram')
  if (his === undefined) throw new Error('Bram takes part')
  const params = { relation: relation.id, person: his.person }
  const body = {
    ...{ id: app.world.newId(), purpose: 'research' as const, decision: 'given' as const },
    ...{ textVersion: askedVersion('research') },
    ...{ readingLevel: 'professional' as const, language: 'nl' as const, method: 'spoken' as const },
    ...{ decidedAs: 'self' as const, decidedBy: his.person },
  }
  expect(await app.as(relation.by).refusal(consentEndpoints.recordConsent, { params, body })).toMatchObject({
    code: 'not-allowed',
  })
  expect(await app.as(relation.by).refusal(personEndpoints.makePersonLink, { params })).toMatchObject({
    code: 'not-allowed',
  })
  await app.as(bram).call(consentEndpoints.recordConsent, { params, body })
  expect(await storedGrants(app, his.person)).toEqual(['research'])
  // Who works with him does not read it, and he does.
  const seenBy = async (one: typeof bram) => {
    const reply = await app
      .as(one)
      .call(personEndpoints.relationConsent, { params: { relation: relation.id } })
    return reply.people.find(({ name }) => name === 'Bram')
  }
  expect(await seenBy(relation.by)).toMatchObject({ isShown: false, isMember: true, choices: [] })
  expect((await seenBy(bram))?.choices.find((one) => one.purpose === 'research')?.status.state).toBe('given')
})

test('a guest who takes part learns only who may be asked, and keeps nothing in anybody’s name', async () => {
  await using app = await testApp()
  const gijs = await app.professional({ name: 'Gijs', role: 'guest' })
  const participants = [{ name: 'Lina' }, { name: 'Gijs', voice: 'colleague' as const, member: gijs }]
  const relation = await app.relation({ participants })
  const person = relation.client.id as string as PersonId
  const page = await ownPageOf(app, relation, person)
  await page.post('/verzoek', {
    ...(await page.fieldsOf('/verzoek')),
    soort: 'correction',
    tekst: 'Mijn naam.',
  })
  const guest = app.as(gijs)
  const params = { relation: relation.id }
  const { people } = await guest.call(personEndpoints.relationConsent, { params })
  const own = people.find((one) => one.name === 'Gijs')
  expect(own).toMatchObject({ isShown: true, mayBeAsked: true })
  expect(own?.choices.length).toBeGreaterThan(0)
  const others = people.filter((one) => one.name !== 'Gijs')
  expect(others.map(({ name, isMember, participant, person: who, ...rest }) => rest)).toEqual(
    Array(2).fill({
      ...{ isShown: false, mayBeAsked: true, ageBand: 'alone', choices: [] },
      ...{ bornOn: null, parents: [], linkUntil: null },
    }),
  )
  expect(await guest.refusal(personEndpoints.listRequests, { params })).toMatchObject({ code: 'not-allowed' })
  const { requests } = await app.as(relation.by).call(personEndpoints.listRequests, { params })
  const request = requests[0]?.id
  if (request === undefined) throw new Error('She asked something')
  const body = {
    ...{ id: app.world.newId(), purpose: 'research' as const, decision: 'given' as const },
    ...{ textVersion: askedVersion('research') },
    ...{ readingLevel: 'parent' as const, language: 'nl' as const, method: 'spoken' as const },
    ...{ decidedAs: 'self' as const, decidedBy: person },
  }
  const hers = { ...params, person }
  const refused = [
    await guest.refusal(consentEndpoints.recordConsent, { params: hers, body }),
    await guest.refusal(personEndpoints.editPerson, { params: hers, body: { bornOn: null, parents: [] } }),
    await guest.refusal(personEndpoints.makePersonLink, { params: hers }),
    await guest.refusal(personEndpoints.endPersonLinks, { params: hers }),
    await guest.refusal(personEndpoints.handleRequest, {
      params: { ...params, request },
      body: { outcome: 'done', answer: '', deletes: 'nothing' },
    }),
  ]
  expect(refused.map((one) => one.code)).toEqual(Array(5).fill('not-allowed'))
  expect(await storedGrants(app, person)).toEqual([])
})

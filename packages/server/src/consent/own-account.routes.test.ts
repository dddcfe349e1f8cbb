import { outboxEndpoints } from '@weerklank/core/access/outbox.contract'
import type { PersonId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildRelation } from '../test-factories.ts'
import { publicUrl } from '../test-member.ts'
import { buildMother, keepFamily, ownPageOf, personsIn, readable, storedGrants } from '../test-own-page.ts'
import {
  addressIn,
  buildHolder,
  bySession,
  codeOn,
  deedsOf,
  linkAccount,
  linkIn,
  pageOf,
  usersCalled,
} from './own-account.fixture.ts'

describe('asking for an account', () => {
  test('the page offers one, as something that need not be, and sends a mail without name or code', async () => {
    await using app = await testApp()
    const email = addressIn(app)
    const { page, person } = await buildMother(app)
    expect(readable((await page.get()).text)).toContain('Een eigen account (hoeft niet)')
    const reply = await page.post('/account', { adres: ` ${email.toUpperCase()} ` })
    expect(reply.status).toBe(200)
    expect(readable(reply.text)).toContain(email)
    const [mail] = app.mails
    expect(mail).toMatchObject({ to: email })
    expect(mail?.text).not.toMatch(/Samira |De Linde/)
    expect(mail?.text).not.toContain(codeOn(reply))
    expect(await deedsOf(app, 'own-account.asked')).toEqual([
      { actor: `person:${person}`, basis: 'own-link', person },
    ])
    expect(app.logText()).not.toContain(email)
  })

  test('an address that has an account gets the same answer as one that has none', async () => {
    await using app = await testApp()
    const { page } = await buildMother(app)
    const known = await app.professional({ name: 'Ilse' })
    const one = await page.post('/account', { adres: known.email })
    const other = await page.post('/account', { adres: 'nobody@thuis.example' })
    const plain = (reply: { text: string }, address: string) =>
      reply.text.replaceAll(address, '@').replace(codeOn(reply), '#')
    expect(plain(one, known.email)).toBe(plain(other, 'nobody@thuis.example'))
    expect([...one.headers.keys()]).toEqual([...other.headers.keys()])
    expect(app.mails.map((mail) => mail.to)).toEqual([known.email, 'nobody@thuis.example'])
  })

  test('where no mail goes out none is offered and none can be asked for: whoever reads the outbox would be whoever she named', async () => {
    await using app = await testApp({ mail: 'none' })
    const { page } = await buildMother(app)
    const home = await page.get()
    expect(home.status).toBe(200)
    expect(home.text).not.toContain('account')
    for (const adres of [addressIn(app), 'no address']) {
      expect((await page.post('/account', { adres })).status).toBe(404)
    }
    const ada = await app.professional({ name: 'Ada', role: 'administrator' })
    expect((await app.as(ada).call(outboxEndpoints.outbox)).messages).toEqual([])
    expect(await app.audit('own-account.asked')).toEqual([])
  })

  test('where no mail goes out any more, a link that was asked for before opens nothing', async () => {
    await using app = await testApp()
    await using without = await testApp({ mail: 'none' })
    const email = addressIn(app)
    const { page } = await buildMother(app)
    const code = codeOn(await page.post('/account', { adres: email }))
    const visitor = bySession(without, null)
    expect((await visitor.get(linkIn(app.mails))).status).toBe(410)
    expect((await visitor.post(linkIn(app.mails), { code })).status).toBe(410)
    expect(await usersCalled(app, email)).toBe(0)
    expect((await bySession(app, null).post(linkIn(app.mails), { code })).status).toBe(303)
  })

  test('what is no address is asked again, with what was typed', async () => {
    await using app = await testApp()
    const { page } = await buildMother(app)
    const reply = await page.post('/account', { adres: 'samira<b>' })
    expect(reply.status).toBe(422)
    expect(reply.text).toContain('value="samira&lt;b&gt;"')
    expect(app.mails).toEqual([])
    expect(await app.audit('own-account.asked')).toEqual([])
  })

  test('nothing of an odd address gets into a header', async () => {
    await using app = await testApp()
    const reply = await bySession(app, null).get('/p/%0d%0aset-cookie:x/account')
    expect([reply.status, reply.headers.get('set-cookie')]).toEqual([303, null])
  })

  test('five times in ten minutes, and then not for a while', async () => {
    await using app = await testApp()
    const email = addressIn(app)
    const { page } = await buildMother(app)
    for (let n = 0; n < 5; n++) expect((await page.post('/account', { adres: email })).status).toBe(200)
    expect((await page.post('/account', { adres: 'other@thuis.example' })).status).toBe(429)
    expect(app.mails).toHaveLength(5)
    app.clock.advance(10 * 60_000)
    expect((await page.post('/account', { adres: email })).status).toBe(200)
  })

  test('a page of another site can ask for nothing', async () => {
    await using app = await testApp()
    const { page } = await buildMother(app)
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }
    const sent = { method: 'POST', headers, body: 'adres=a%40b.nl' }
    expect((await app.hono.request(`${publicUrl}${page.path}/account`, sent)).status).toBe(403)
    expect(app.mails).toEqual([])
  })

  test('a child under 12 is offered none and can ask for none; from 12 on she may, and reads why', async () => {
    await using app = await testApp()
    const email = addressIn(app)
    const relation = await buildRelation(app, {
      participants: [{ name: 'Lina', voice: 'youth', address: 'je' }],
    })
    const person = relation.client.id as string as PersonId
    const page = await ownPageOf(app, relation, person)
    await keepFamily(app, relation, { person, bornOn: '2014-11-20' })
    expect((await page.get()).text).not.toContain('account')
    expect((await page.post('/account', { adres: email })).status).toBe(404)
    await keepFamily(app, relation, { person, bornOn: '2014-11-19' })
    expect(readable((await page.get()).text)).toContain(
      'Je bent 12 jaar of ouder. Daarom mag je dit zelf kiezen.',
    )
    expect((await page.post('/account', { adres: email })).status).toBe(200)
  })
})

describe('the link in the mail', () => {
  test('shows a page, and only with the code makes the account and signs in', async () => {
    await using app = await testApp()
    const email = addressIn(app)
    const { page, person } = await buildMother(app)
    const asked = await page.post('/account', { adres: email })
    const link = linkIn(app.mails)
    const nobody = bySession(app, null)
    expect(readable((await nobody.get(link)).text)).toContain(email)
    expect(await usersCalled(app, email)).toBe(0)
    const wrong = codeOn(asked) === '0000' ? '0001' : '0000'
    const refused = await nobody.post(link, { code: wrong })
    expect(refused.status).toBe(422)
    expect(refused.headers.getSetCookie()).toEqual([])
    expect(await usersCalled(app, email)).toBe(0)
    const made = await nobody.post(link, { code: ` ${codeOn(asked)} ` })
    expect(made.status).toBe(303)
    expect(made.headers.get('location')).toBe(`${pageOf(app, person)}?account=gemaakt#account`)
    expect(made.headers.getSetCookie().join()).toContain('HttpOnly')
    expect(await usersCalled(app, email)).toBe(1)
    expect(await deedsOf(app, 'own-account.linked')).toEqual([
      { actor: `person:${person}`, basis: 'own-account', person },
    ])
  })

  test('followed twice it does nothing the second time', async () => {
    await using app = await testApp()
    const email = addressIn(app)
    const { page } = await buildMother(app)
    const code = codeOn(await page.post('/account', { adres: email }))
    const link = linkIn(app.mails)
    const nobody = bySession(app, null)
    expect((await nobody.post(link, { code })).status).toBe(303)
    for (const reply of [await nobody.get(link), await nobody.post(link, { code })]) {
      expect(reply.status).toBe(410)
      expect(reply.headers.getSetCookie()).toEqual([])
    }
  })

  test('is of no use after three wrong codes, nor when it has expired', async () => {
    await using app = await testApp()
    const email = addressIn(app)
    const { page } = await buildMother(app)
    const code = codeOn(await page.post('/account', { adres: email }))
    const nobody = bySession(app, null)
    for (let n = 0; n < 3; n++) {
      expect((await nobody.post(linkIn(app.mails), { code: 'x' })).status).toBe(422)
    }
    expect((await nobody.post(linkIn(app.mails), { code })).status).toBe(429)
    const again = codeOn(await page.post('/account', { adres: email }))
    await sql`update auth.verification set "expiresAt" = now() - interval '1 second'`.execute(app.owner)
    expect((await nobody.get(linkIn(app.mails))).status).toBe(410)
    expect((await nobody.post(linkIn(app.mails), { code: again })).status).toBe(410)
    expect(await usersCalled(app, email)).toBe(0)
  })

  test('a page has one account: a second link for another address changes nothing', async () => {
    await using app = await testApp()
    const email = addressIn(app)
    const { page } = await buildMother(app)
    const first = codeOn(await page.post('/account', { adres: email }))
    const firstLink = linkIn(app.mails)
    const second = codeOn(await page.post('/account', { adres: 'other@thuis.example' }))
    const secondLink = linkIn(app.mails)
    const nobody = bySession(app, null)
    expect((await nobody.post(firstLink, { code: first })).status).toBe(303)
    expect((await nobody.post(secondLink, { code: second })).status).toBe(410)
    expect(readable((await page.get()).text)).toContain(email)
    expect(await usersCalled(app, 'other@thuis.example')).toBe(0)
  })

  test('of a person who was deleted meanwhile it makes nothing', async () => {
    await using app = await testApp()
    const email = addressIn(app)
    const { page, person } = await buildMother(app)
    const code = codeOn(await page.post('/account', { adres: email }))
    await forget(app, person)
    expect((await bySession(app, null).post(linkIn(app.mails), { code })).status).toBe(404)
    expect(await usersCalled(app, email)).toBe(0)
  })
})

describe('the page, signed in', () => {
  test('is the same page with the same deeds, and the record says by an account', async () => {
    await using app = await testApp()
    const email = addressIn(app)
    const { visitor, at, person } = await buildHolder(app)
    const home = await visitor.get(at)
    expect(home.status).toBe(200)
    expect(readable(home.text)).toContain('Dag Samira')
    expect(home.text).not.toContain('/p/')
    for (const below of ['/wie-keek', '/gegevens', '/verzoek', '/privacy', '/keuze/research']) {
      expect((await visitor.get(at + below)).status, below).toBe(200)
    }
    await visitor.choose(`${at}/keuze/research`, 'ja')
    expect(await storedGrants(app, person)).toEqual(['research'])
    expect(await deedsOf(app, 'consent.given')).toEqual([
      { actor: `person:${person}`, basis: 'own-account', person },
    ])
    const file = await visitor.post(`${at}/download`, { format: 'json' })
    expect(JSON.parse(file.text)).toMatchObject({ purpose: 'own-data', account: { email } })
  })

  test('the list says where she has a page and by which name', async () => {
    await using app = await testApp()
    const { visitor, at } = await buildHolder(app)
    const list = await visitor.get('/mijn')
    expect(readable(list.text)).toContain('De Linde U heet daar Samira')
    expect(list.text).toContain(`${at}?lang=nl`)
  })

  test('nobody who is not signed in sees it: she is led to the sign-in and back; so after her session ended', async () => {
    await using app = await testApp()
    const { visitor, at } = await buildHolder(app)
    const nobody = bySession(app, null)
    for (const [reply, naar] of [
      [await nobody.get(at), at],
      [await nobody.get('/mijn'), '/mijn'],
      [await nobody.post(`${at}/keuze/research`, { keuze: 'ja' }), '/mijn'],
    ] as const) {
      expect(reply.status).toBe(303)
      expect(reply.headers.get('location')).toBe(`/inloggen?naar=${encodeURIComponent(naar)}`)
    }
    await sql`update auth.session set "expiresAt" = now() - interval '1 second'`.execute(app.owner)
    expect((await visitor.get(at)).status).toBe(303)
  })

  test('another’s page, an unknown one and what is none are not found, whoever asks', async () => {
    await using app = await testApp()
    const { visitor } = await buildHolder(app)
    const other = await buildMother(app)
    const member = bySession(app, await app.professional({ name: 'Noor' }))
    const pages = [pageOf(app, other.person), `/mijn/${app.workspace}/${app.world.newId()}`, '/mijn/x/y']
    for (const page of pages) {
      for (const who of [visitor, member]) {
        const reply = await who.get(page)
        expect(reply.status).toBe(404)
        expect(reply.text).not.toContain('Dag ')
        expect((await who.post(`${page}/account/los`)).status).toBe(404)
      }
    }
  })

  test('a parent sees of her child what her link shows, and never the child’s own page', async () => {
    await using app = await testApp()
    const email = addressIn(app)
    const relation = await buildRelation(app, {
      participants: [
        { name: 'Samira', voice: 'mother', address: 'u' },
        { name: 'Lina', voice: 'youth', address: 'je' },
      ],
    })
    const people = await personsIn(app, relation)
    const [samira, lina] = ['Samira', 'Lina'].map((name) => people.find((one) => one.name === name)?.person)
    if (samira === undefined || lina === undefined) throw new Error('Both take part')
    await keepFamily(app, relation, {
      person: lina,
      bornOn: '2013-01-01',
      parents: [{ person: samira, name: 'Samira' }],
    })
    const page = await ownPageOf(app, relation, samira)
    const visitor = await linkAccount(app, page, email)
    const at = pageOf(app, samira)
    const below = (text: string) => [...text.matchAll(/kind\/[^"?\s>]+/g)].map(([path]) => path)
    expect(below((await visitor.get(at)).text)).toEqual(below((await page.get()).text))
    expect((await visitor.get(pageOf(app, lina))).status).toBe(404)
  })

  test('who turns out to be under 12 is in no longer', async () => {
    await using app = await testApp()
    const { visitor, at, relation, person } = await buildHolder(app)
    await keepFamily(app, relation, { person, bornOn: '2016-01-01' })
    expect((await visitor.get(at)).status).toBe(404)
    expect(readable((await visitor.get('/mijn')).text)).toContain('Bij dit account hoort nu geen plek.')
  })

  test('goes with the person, and the account with it', async () => {
    await using app = await testApp()
    const { visitor, at, person } = await buildHolder(app)
    await forget(app, person)
    expect((await visitor.get(at)).status).toBe(404)
  })

  test('with an account in two organisations both are there, each by its own name', async () => {
    await using app = await testApp()
    const email = addressIn(app)
    await using other = await testApp()
    const { page } = await buildMother(app)
    const there = await buildMother(other)
    await linkAccount(app, page, email)
    const visitor = await linkAccount(other, there.page, email)
    const list = await visitor.get('/mijn')
    expect(list.text.match(/href=\/mijn\/|href="\/mijn\/[0-9a-f-]{36}/g)).toHaveLength(2)
    expect(await usersCalled(app, email)).toBe(1)
  })

  test('someone who is a member too keeps her work, and a second step that is asked there is not asked here', async () => {
    await using app = await testApp()
    const ilse = await app.professional({ name: 'Ilse' })
    const { page, person } = await buildMother(app)
    const visitor = await linkAccount(app, page, ilse.email)
    await asMaintenance(app.owner, (trx) =>
      trx
        .updateTable('workspace')
        .set({ second_factor_required: true, is_demo: false })
        .where('workspace_id', '=', app.workspace)
        .execute(),
    )
    expect((await visitor.get(pageOf(app, person))).status).toBe(200)
    expect((await visitor.get('/mijn')).text).toContain('Naar het werk')
  })
})

/** What the end of the term does with a person of whom nothing else is kept. */
async function forget(app: TestApp, person: PersonId): Promise<void> {
  await asMaintenance(app.owner, async (trx) => {
    for (const table of ['person_account', 'person_link'] as const) {
      await trx.deleteFrom(table).where('person_id', '=', person).execute()
    }
    await sql`delete from participant where person_id = ${person}`.execute(trx)
    await trx.deleteFrom('person').where('id', '=', person).execute()
  })
}

import { personEndpoints } from '@weerklank/core/consent/person.contract'
import { describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { buildMother, readable } from '../test-own-page.ts'
import {
  addressIn,
  buildHolder,
  bySession,
  codeOn,
  deedsOf,
  linkAccount,
  linkIn,
  type Mother,
  pageOf,
  usersCalled,
} from './own-account.fixture.ts'

describe('taking the account off', () => {
  test.each(['by her link', 'signed in'])(
    '%s: the page closes for the account, the link works, the address is gone',
    async (way) => {
      await using app = await testApp()
      const email = addressIn(app)
      const { visitor, at, page, person } = await buildHolder(app)
      const reply =
        way === 'signed in' ? await visitor.post(`${at}/account/los`) : await page.post('/account/los')
      expect(reply.status).toBe(303)
      expect((await visitor.get(at)).status).toBe(303)
      expect(readable((await page.get()).text)).toContain('Een eigen account (hoeft niet)')
      expect(await usersCalled(app, email)).toBe(0)
      const basis = way === 'signed in' ? 'own-account' : 'own-link'
      expect(await deedsOf(app, 'own-account.unlinked')).toEqual([
        { actor: `person:${person}`, basis, person },
      ])
      // Once more changes nothing.
      expect((await page.post('/account/los')).status).toBe(303)
      expect(await app.audit('own-account.unlinked')).toHaveLength(1)
    },
  )

  test('a member who takes it off keeps her account', async () => {
    await using app = await testApp()
    const ilse = await app.professional({ name: 'Ilse' })
    const { page } = await buildMother(app)
    await linkAccount(app, page, ilse.email)
    await page.post('/account/los')
    expect(await usersCalled(app, ilse.email)).toBe(1)
  })

  test('signing out ends the session', async () => {
    await using app = await testApp()
    const { visitor, at } = await buildHolder(app)
    expect((await visitor.post('/mijn/uitloggen')).headers.get('location')).toBe('/inloggen')
    expect((await visitor.get(at)).status).toBe(303)
  })
})

describe('ending the links', () => {
  /** Ends every way in, as she does herself or as her care worker does. */
  const end = {
    'by herself': async (_app: TestApp, { page }: Mother) => {
      expect((await page.post('/stop')).status).toBe(200)
    },
    'by a colleague': async (app: TestApp, { relation, person }: Mother) => {
      const params = { relation: relation.id, person }
      expect(await app.as(relation.by).call(personEndpoints.endPersonLinks, { params })).toEqual({
        done: true,
      })
    },
  }
  const ways = ['by herself', 'by a colleague'] as const

  test.each(ways)('%s: an account that was made with a link that was lost ends too', async (way) => {
    await using app = await testApp()
    const holder = await buildHolder(app)
    expect((await holder.visitor.get(holder.at)).status).toBe(200)
    await end[way](app, holder)
    expect((await holder.visitor.get(holder.at)).status).toBe(303)
    expect(await usersCalled(app, addressIn(app))).toBe(0)
    expect(await app.audit('own-page.unlinked')).toHaveLength(1)
  })

  test.each(ways)('%s: an account that was asked for and not made yet can be made no longer', async (way) => {
    await using app = await testApp()
    const mother = await buildMother(app)
    const code = codeOn(await mother.page.post('/account', { adres: addressIn(app) }))
    await end[way](app, mother)
    expect((await bySession(app, null).post(linkIn(app.mails), { code })).status).toBe(410)
    expect(await usersCalled(app, addressIn(app))).toBe(0)
  })

  test('a member keeps her account, and loses the page', async () => {
    await using app = await testApp()
    const ilse = await app.professional({ name: 'Ilse' })
    const mother = await buildMother(app)
    const visitor = await linkAccount(app, mother.page, ilse.email)
    await end['by a colleague'](app, mother)
    expect(await usersCalled(app, ilse.email)).toBe(1)
    expect((await visitor.get(pageOf(app, mother.person))).status).toBe(404)
  })

  test('the colleague cannot tell from the answer or the record whether there was one', async () => {
    await using app = await testApp()
    const told: unknown[] = []
    for (const mother of [await buildHolder(app), await buildMother(app)]) {
      const { relation, person } = mother
      const params = { relation: relation.id, person }
      told.push(await app.as(relation.by).call(personEndpoints.endPersonLinks, { params }))
    }
    expect(told[0]).toEqual(told[1])
    expect(await usersCalled(app, addressIn(app))).toBe(0)
    expect(await app.audit('own-account.unlinked')).toEqual([])
  })
})

import { accessEndpoints } from '@weerklank/core/access/access.contract'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { testApp } from '../test-app.ts'
import { demoLink } from '../test-running.ts'

const { me, setLanguage, members, signInOptions } = accessEndpoints

test('one is told who one is, where, and whether one works with content', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const workspace = { id: app.workspace, name: 'De Linde', timeZone: 'Europe/Amsterdam', isDemo: true }
  expect(await app.as(noor).call(me)).toEqual({
    ...{ member: { id: noor.member, name: 'Noor', roles: ['professional'] }, workspace },
    ...{
      language: 'nl',
      mayWorkWithContent: true,
      rooms: ['today', 'relations', 'meetings', 'analysis', 'learning', 'team', 'library', 'forms'],
    },
  })
  expect(await app.as(ada).call(me)).toMatchObject({
    member: { name: 'Ada', roles: ['administrator'] },
    mayWorkWithContent: false,
    rooms: ['members', 'settings', 'outbox', 'privacy', 'forms'],
  })
})

test('the language one chooses stays, for oneself alone', async () => {
  await using app = await testApp()
  const [noor, bram] = [await app.professional(), await app.professional({ name: 'Bram' })]
  expect((await app.as(noor).call(setLanguage, { body: { language: 'en' } })).language).toBe('en')
  expect((await app.as(noor).call(me)).language).toBe('en')
  expect((await app.as(bram).call(me)).language).toBe('nl')
})

test('colleagues are those of the workspace, without their addresses', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  await elsewhere.professional({ name: 'Ilse' })
  expect(await app.as(noor).call(members)).toEqual({
    members: [
      { id: ada.member, name: 'Ada', roles: ['administrator'] },
      { id: noor.member, name: 'Noor', roles: ['professional'] },
    ],
    guests: [],
  })
})

test('an account without a place anywhere is let in nowhere', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  await asMaintenance(app.owner, (trx) =>
    trx.deleteFrom('auth.membership').where('user_id', '=', noor.user).execute(),
  )
  expect(await app.as(noor).refusal(me)).toMatchObject({ code: 'not-allowed' })
})

test('the sign-in page offers the people of the demo, and nobody of another workspace', async () => {
  await using app = await testApp({ ownDatabase: true })
  const noor = await app.professional({ name: 'Noor' })
  const options = await app.as(null).call(signInOptions)
  expect(options).toEqual({
    ...{ password: true, magicLink: true, passkey: false, singleSignOn: null },
    demo: [{ name: 'Noor', roles: ['professional'], url: demoLink(noor.user, app.demoKey) }],
  })
  await asMaintenance(app.owner, (trx) => trx.updateTable('workspace').set({ is_demo: false }).execute())
  expect((await app.as(null).call(signInOptions)).demo).toEqual([])
})

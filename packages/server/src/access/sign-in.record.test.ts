import { sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { addMember, asMaintenance, createAccount } from './accounts.ts'

type App = Awaited<ReturnType<typeof testApp>>

const password = 'drie stille paarden in de wei'

async function eva(app: App, email: string) {
  const user = await createAccount(app.signIn, { email, name: 'Eva', password })
  const place = { workspace: app.workspace, user, name: 'Eva', roles: ['professional' as const] }
  return asMaintenance(app.owner, (trx) => addMember(trx, app.world, place))
}

function signIn(app: App, email: string, secret = password) {
  return app.hono.request('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: secret }),
  })
}

test('signing in stands in the record; a wrong password does too, as what it is', async () => {
  await using app = await testApp()
  const member = await eva(app, 'eva@delinde.example')
  await signIn(app, 'eva@delinde.example', 'een heel ander wachtwoord')
  expect(await app.audit('account.signed-in')).toEqual([])
  expect(await app.audit('account.sign-in-failed')).toMatchObject([{ actor: member, subject_id: member }])
  const answer = await signIn(app, 'eva@delinde.example')
  expect(answer.status).toBe(200)
  expect(await app.audit('account.signed-in')).toMatchObject([{ actor: member, subject_id: member }])
})

test('ending other sessions stands in the record; a place that has ended gets no line', async () => {
  await using app = await testApp()
  await eva(app, 'eef@delinde.example')
  const cookieOf = async () => {
    const answer = await signIn(app, 'eef@delinde.example')
    return {
      cookie: answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; '),
    }
  }
  const person = await cookieOf()
  await app.as(person).call(sessionEndpoints.endOtherSessions)
  expect(await app.audit('account.sessions-ended')).toHaveLength(1)
  await asMaintenance(app.owner, (trx) =>
    trx.updateTable('member').set({ ended_at: app.clock.now() }).where('name', '=', 'Eva').execute(),
  )
  await cookieOf()
  expect(await app.audit('account.signed-in')).toHaveLength(1)
})

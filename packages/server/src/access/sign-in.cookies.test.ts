import { expect, test } from 'vitest'
import { openPool } from '../db/pool.ts'
import { testApp } from '../test-app.ts'
import { account, password } from './browser.fixture.ts'
import { sessionCookie } from './sign-in.session.ts'
import { buildSignIn } from './sign-in.ts'

const signInFrom = (publicUrl: string, email: string) =>
  new Request(`${publicUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl, 'x-weerklank-address': '10.9.8.7' },
    body: JSON.stringify({ email, password }),
  })

test.each([
  ['https://weerklank.example', /^__Host-weerklank\.session_token=[^;]+; .*Secure/i],
  ['http://localhost:3000', /^weerklank\.session_token=(?!.*Secure)/i],
])('at %s the cookie is for this host alone', async (publicUrl, shape) => {
  await using app = await testApp()
  const { email } = await account(app)
  const pool = openPool(app.database.app, {
    ...{ as: 'application', size: 2, searchPath: 'auth' },
    onError: () => undefined,
  })
  const mailer = { isConfigured: false, send: async () => undefined }
  const { secret, demoKey } = app
  const { now } = app.clock
  const signIn = buildSignIn({ pool, publicUrl, alsoAt: [], secret, demoKey, mailer, now })
  try {
    const response = await signIn.handler(signInFrom(publicUrl, email))
    const cookies = response.headers.getSetCookie()
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(shape)
    expect(cookies[0]?.startsWith(`${sessionCookie(publicUrl)}=`)).toBe(true)
    expect(cookies[0]).toMatch(/; Path=\/(;|$)/i)
    expect(cookies[0]).toMatch(/; HttpOnly/i)
    expect(cookies[0]).toMatch(/; SameSite=Lax/i)
    expect(cookies[0]).not.toMatch(/Domain/i)
    // And it is the one by which she is known again.
    const cookie = cookies[0]?.split(';')[0] ?? ''
    const session = await signIn.api.getSession({ headers: new Headers({ cookie }) })
    expect(session?.user.email).toBe(email)
  } finally {
    await pool.end()
  }
})

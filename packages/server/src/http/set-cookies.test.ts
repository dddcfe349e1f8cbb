import { expect, test } from 'vitest'
import { cookieFrom } from './set-cookies.ts'

test('a browser sends back names and values, without what was said about them', () => {
  const answer = new Headers()
  answer.append('Set-Cookie', '__Host-session_token=abc.d%3D; Path=/; HttpOnly; Secure; SameSite=Lax')
  answer.append('Set-Cookie', 'seen=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT')
  expect(cookieFrom(answer)).toBe('__Host-session_token=abc.d%3D; seen=1')
  expect(cookieFrom(new Headers())).toBe('')
})

/** Links are secrets and answers are private: neither stands in a log, a counter or a refusal. */
import { linkDays } from '@weerklank/core/feedback/invitation'
import { errorText } from '@weerklank/core/shared/errors'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'

const secret = 'Dit vertel ik alleen aan Noor.'

test('neither link nor answer nor name stands in a log or a counter, also when something breaks', async () => {
  await using app = await testApp({ ownDatabase: true })
  const relation = await app.relation({ participants: [{ name: 'Wolfert-Jan' }] })
  const { link } = await app.invite({ in: relation })
  const late = await app.invite({ in: relation })
  const key = await link.key()
  // A rule that only this answer breaks: what the database says of it holds the whole row.
  await sql`alter table response add constraint unforeseen check (open_text <> ${sql.lit(secret)})`.execute(
    app.owner,
  )
  const page = await link.post({ key, open: secret })
  const json = await link.post({ key, open: secret }, { accept: 'json' })
  expect([page.status, json.status]).toEqual([500, 500])
  expect(json.json()).toEqual({
    error: { code: 'internal', message: errorText('internal', 'nl') },
  })
  expect(page.text).not.toMatch(/unforeseen|violates|constraint|at file|node_modules/)
  await link.post({ key, 'a.heard': '99', open: secret })
  await link.answer({ 'a.heard': '3', open: 'iets anders' })
  await link.get()
  await link.any('PUT')
  app.clock.advance(linkDays * 86_400_000)
  const fresh = await late.link.renew()
  const guess = app.link(`http://x/f/${'A'.repeat(43)}`)
  await guess.get()
  const log = app.logText()
  expect(log).toContain('Request failed: internal')
  expect(log).toContain('/f/:token')
  const metrics = await (await app.hono.request(`${publicUrl}/metrics`)).text()
  expect(metrics).toContain('route="/f/:token"')
  const newToken = fresh.headers.get('location')?.split('/').at(-1) ?? 'none'
  expect(newToken).toHaveLength(43)
  for (const text of [
    secret,
    'iets anders',
    'Wolfert',
    link.token,
    late.link.token,
    newToken,
    key,
    'AAAAAAAA',
  ]) {
    expect(log, text).not.toContain(text)
    expect(metrics, text).not.toContain(text)
  }
})

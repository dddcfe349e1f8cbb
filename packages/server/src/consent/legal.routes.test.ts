import { settingsEndpoints } from '@weerklank/core/access/settings.contract'
import { legalDocuments } from '@weerklank/core/consent/legal/legal-document'
import { legalTitles } from '@weerklank/core/consent/legal/legal-words'
import { legalEndpoints } from '@weerklank/core/consent/legal.contract'
import { retentionEndpoints } from '@weerklank/core/ownership/retention.contract'
import { languages } from '@weerklank/core/shared/language'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildMother } from '../test-own-page.ts'

const { legalText } = legalEndpoints
const settings = {
  ...{
    name: 'Huis De Linde',
    timeZone: 'Europe/Amsterdam',
    secondFactorRequired: false,
    idleMinutes: 15,
    apiTokens: true,
  },
  profile: { controller: 'Stichting De Linde', contact: 'info@linde.example', privacyOfficer: 'Fatima' },
}
const record = { params: { document: 'processing-record' as const } }

async function get(app: TestApp, path: string, headers: Record<string, string> = {}) {
  const answer = await app.hono.request(`http://localhost:3000${path}`, { headers })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

test('administrator and privacy officer read every text in both languages, and that is written down', async () => {
  await using app = await testApp()
  for (const role of ['administrator', 'privacy-officer'] as const) {
    const by = await app.professional({ role })
    for (const document of legalDocuments) {
      for (const language of languages) {
        const text = await app.as(by).call(legalText, { params: { document }, query: { language } })
        expect(text).toMatchObject({ id: document, language, title: legalTitles[document][language] })
      }
    }
  }
  const lines = await app.audit('legal.read')
  expect(lines.length).toBe(2 * legalDocuments.length * languages.length)
  expect(lines[0]).toMatchObject({ subject: `legal-${legalDocuments[0]}`, subject_id: app.workspace })
})

test('nobody else does, and what is no text is not found', async () => {
  await using app = await testApp()
  const others = ['professional', 'researcher', 'guest', 'coach'] as const
  expect(await app.as(null).refusal(legalText, record)).toMatchObject({ code: 'not-signed-in' })
  for (const role of others) {
    const by = await app.professional({ role })
    expect(await app.as(by).refusal(legalText, record)).toMatchObject({ code: 'not-allowed' })
  }
  const ada = app.as(await app.professional({ role: 'administrator' }))
  const codeOf = async (path: string) => (await ada.request('GET', path)).body
  expect(await codeOf('/api/legal/secret')).toMatchObject({ error: { code: 'not-found' } })
  for (const query of ['language=de', 'format=pdf']) {
    expect(await codeOf(`/api/legal/retention?${query}`)).toMatchObject({ error: { code: 'invalid-input' } })
  }
  expect(await app.audit('legal.read')).toEqual([])
})

test('a text says what is set at that moment, and nothing of another organisation', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const other = await elsewhere.professional({ role: 'administrator' })
  const textOf = async () => JSON.stringify(await app.as(ada).call(legalText, record))
  expect(await textOf()).toContain('nog niet ingevuld')
  await app.as(ada).call(settingsEndpoints.changeSettings, { body: settings })
  await app.as(ada).call(retentionEndpoints.changeRetention, { body: { kind: 'care-data', days: 731 } })
  const after = await textOf()
  for (const said of [
    'Stichting De Linde',
    'info@linde.example',
    'Fatima',
    'Na 15 minuten',
    '2 jaar nadat',
  ]) {
    expect(after).toContain(said)
  }
  const theirs = JSON.stringify(await elsewhere.as(other).call(legalText, record))
  expect(theirs).not.toContain('Stichting De Linde')
  expect(theirs).toContain('20 jaar nadat')
})

test('it can be kept as Markdown or as a page; what was filled in stays text', async () => {
  await using app = await testApp()
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const profile = { ...settings.profile, controller: '<b>De | Linde</b>' }
  await app.as(ada).call(settingsEndpoints.changeSettings, { body: { ...settings, profile } })
  const files = ['md', 'html'].map(async (format) => {
    const answer = await app.hono.request(
      `http://localhost:3000/api/legal/processing-record?format=${format}&language=en`,
      { headers: { cookie: ada.cookie } },
    )
    const { headers } = answer
    return [headers.get('content-type'), headers.get('content-disposition'), await answer.text()] as const
  })
  const [md, page] = await Promise.all(files)
  expect(md?.slice(0, 2)).toEqual([
    'text/markdown; charset=utf-8',
    'attachment; filename="processing-record.en.md"',
  ])
  expect(md?.[2]).toContain('Controller: \\<b\\>De \\| Linde\\</b\\>')
  expect(page?.[1]).toBe('attachment; filename="processing-record.en.html"')
  expect(page?.[2]).toContain('&lt;b&gt;De | Linde&lt;/b&gt;')
})

test('the public pages are there for everybody, without script, in the language one asks for', async () => {
  await using app = await testApp()
  for (const path of ['/privacy', '/privacy/kind', '/privacy/professional']) {
    const dutch = await get(app, path)
    expect(dutch.status).toBe(200)
    expect(dutch.text).toContain('<html lang="nl"')
    expect(dutch.text).not.toMatch(/<script|<form|https?:\/\//)
    expect(dutch.headers.get('content-security-policy')).not.toContain('script-src')
    expect(dutch.headers.get('cache-control')).toBe('no-store')
    expect((await get(app, `${path}?lang=en`)).text).toContain('<html lang="en"')
    expect((await get(app, path, { 'accept-language': 'en-GB' })).text).toContain('<html lang="en"')
  }
})

test('the public page names the one organisation; a demo or several together are not named', async () => {
  await using app = await testApp({ ownDatabase: true })
  const ada = await app.professional({ role: 'administrator' })
  await app.as(ada).call(settingsEndpoints.changeSettings, { body: settings })
  await app.as(ada).call(retentionEndpoints.changeRetention, { body: { kind: 'care-data', days: 731 } })
  const shown = async () => (await get(app, '/privacy')).text
  expect(await shown()).not.toContain('Linde')
  expect(await shown()).toContain('20 jaar')

  await asMaintenance(app.owner, (trx) => trx.updateTable('workspace').set({ is_demo: false }).execute())
  expect(await shown()).toContain('Verantwoordelijk: Stichting De Linde')
  expect(await shown()).toContain('bewaren wij het nog 2 jaar')

  const workspace = await app.otherWorkspace('Huis Berk')
  await app.professional({ role: 'administrator', workspace })
  await asMaintenance(app.owner, (trx) => trx.updateTable('workspace').set({ is_demo: false }).execute())
  expect(await shown()).not.toMatch(/Linde|Berk/)
  expect(await shown()).toContain('Elke organisatie kiest dit zelf')
})

test('who asks without end waits', async () => {
  await using app = await testApp()
  let status = 200
  for (let asked = 0; asked < 125 && status === 200; asked += 1) status = (await get(app, '/privacy')).status
  expect(status).toBe(429)
})

test('one’s own page says how long it is at her own organisation, in the words for her', async () => {
  await using app = await testApp()
  const ada = await app.professional({ role: 'administrator' })
  await app.as(ada).call(settingsEndpoints.changeSettings, { body: settings })
  await app.as(ada).call(retentionEndpoints.changeRetention, { body: { kind: 'care-data', days: 731 } })
  const { page } = await buildMother(app)
  const { text } = await page.get('/privacy')
  expect(text).toContain('Wat er met uw antwoorden gebeurt')
  expect(text).toContain('bewaren wij het nog 2 jaar')
  expect(text).toContain('Verantwoordelijk: Stichting De Linde')
  expect(text).not.toContain('Elke organisatie kiest dit zelf')
  // And to the pages for everybody, which open without any link.
  for (const path of ['/privacy', '/privacy/kind']) {
    expect(text).toMatch(new RegExp(`href="?${path}\\?lang=nl"?>`))
    expect((await get(app, `${path}?lang=nl`)).status).toBe(200)
  }
})

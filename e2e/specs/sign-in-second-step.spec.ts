/** Signing in in two steps: with an app, with recovery codes, and where the organisation demands it. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { codeOf, ownPerson, signInByPassword } from '../support/own-person.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

async function openAccount(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `${name}, jouw menu` }).click()
  await page.getByRole('link', { name: 'Mijn account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn account' })).toBeFocused()
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `${name}, jouw menu` }).click()
  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
}

/** Shows the app's key and turns it on; gives the key and the codes that are shown once. */
async function turnOn(page: Page): Promise<{ secret: string; codes: string[] }> {
  await expect(page.getByRole('img', { name: /^QR-code met de sleutel/ })).toBeVisible()
  const secret = (await page.locator('code.wk-secret').textContent()) ?? ''
  expect(secret).toMatch(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/)
  await page.getByLabel('De code die de app nu laat zien').fill(codeOf(secret))
  await page.getByRole('button', { name: 'Zet aan' }).click()
  await expect(page.getByRole('heading', { name: 'Bewaar je herstelcodes' })).toBeFocused()
  const codes = await page.getByRole('list', { name: 'Herstelcodes' }).getByRole('listitem').allTextContents()
  expect(codes).toHaveLength(10)
  return { secret, codes }
}

test('an app for codes is set up, asked for at the next sign-in, and turned off again', {
  tag: '@phone',
}, async ({ page, weerklank, noise }) => {
  for (const status of [401, 403, 422]) noise.expectRefusal(status)
  const eva = await ownPerson(weerklank, 'Eva Linders')
  await step('Given Eva signs in with her password', async () => {
    await page.goto(`${weerklank.url}/inloggen`)
    await signInByPassword(page, eva)
    await openAccount(page, eva.name)
    await expectAccessible(page)
  })
  await step('When she sets up an app, a wrong code is told', async () => {
    await page.getByRole('button', { name: 'Stel een app in' }).click()
    await page.getByRole('button', { name: 'Zet aan' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(/Vul de zes cijfers in/)
    await page.getByLabel('De code die de app nu laat zien').fill('000000')
    await page.getByRole('button', { name: 'Zet aan' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(/klopt niet/)
    await expectAccessible(page)
  })
  const { secret, codes } = await step(
    'And a right one turns it on and shows the recovery codes',
    async () => {
      const on = await turnOn(page)
      await expectAccessible(page)
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Bewaar als bestand' }).click()
      const file = readFileSync(await (await saved).path(), 'utf8')
      for (const code of on.codes) expect(file).toContain(code)
      await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click()
      await expect(page.getByText(on.codes[0] ?? '')).toHaveCount(0)
      await expect(page.getByText('Je hebt nog 10 herstelcodes.')).toBeVisible()
      return on
    },
  )
  await step('Then a password alone brings her no further than the second step', async () => {
    await signOut(page, eva.name)
    await page.goto(`${weerklank.url}/samenwerkingen?gesloten=ja`)
    await signInByPassword(page, eva)
    await expect(page.getByRole('heading', { level: 1, name: 'Nog één stap' })).toBeVisible()
    await expectAccessible(page)
    await page.goto(`${weerklank.url}/account`)
    await expect(page.getByRole('heading', { level: 1, name: 'Nog één stap' })).toBeVisible()
  })
  await step('And a wrong code neither, and the right one does', async () => {
    await page.goto(`${weerklank.url}/samenwerkingen?gesloten=ja`)
    const code = page.getByLabel('Code uit je app')
    await expect(code).toHaveAttribute('autocomplete', 'one-time-code')
    await page.getByRole('button', { name: 'Verder' }).click()
    await expect(page.getByRole('heading', { name: 'Eén ding klopt nog niet' })).toBeFocused()
    await code.fill('123456')
    await page.getByRole('button', { name: 'Verder' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(/Deze code klopt niet/)
    await expectAccessible(page)
    await code.fill(codeOf(secret, 1))
    await page.getByRole('button', { name: 'Verder' }).click()
    await expect(page).toHaveURL(`${weerklank.url}/samenwerkingen?gesloten=ja`)
    await expect(page.getByRole('heading', { level: 1, name: 'Samenwerkingen' })).toBeVisible()
  })
  await step('When her phone is lost, a recovery code works, once', async () => {
    await signOut(page, eva.name)
    await signInByPassword(page, eva)
    await page.getByRole('button', { name: 'Gebruik een herstelcode' }).click()
    await expect(page.getByLabel('Herstelcode')).toBeFocused()
    await page.getByLabel('Herstelcode').fill(` ${codes[0]?.toUpperCase()} `)
    await page.getByRole('button', { name: 'Verder' }).click()
    await openAccount(page, eva.name)
    await expect(page.getByText('Je hebt nog 9 herstelcodes.')).toBeVisible()
    await signOut(page, eva.name)
    await signInByPassword(page, eva)
    await page.getByRole('button', { name: 'Gebruik een herstelcode' }).click()
    await page.getByLabel('Herstelcode').fill(codes[0] ?? '')
    await page.getByRole('button', { name: 'Verder' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(/of je gebruikte hem al/)
    await page.getByLabel('Herstelcode').fill(codes[1] ?? '')
    await page.getByRole('button', { name: 'Verder' }).click()
  })
  await step('And she can turn the app off', async () => {
    await openAccount(page, eva.name)
    await page.getByRole('button', { name: 'Zet de app uit' }).click()
    const question = page.getByRole('dialog', { name: 'De app uitzetten?' })
    await expectAccessible(page)
    await question.getByRole('button', { name: 'Zet de app uit' }).click()
    await expect(page.getByText('Nog niet ingesteld.')).toBeVisible()
    await signOut(page, eva.name)
    await signInByPassword(page, eva)
    await expect(page.getByRole('heading', { level: 1, name: /, Eva$/ })).toBeVisible()
  })
})

test('where the organisation demands it, one sets up the second step and goes on where one was', {
  tag: '@phone',
}, async ({ page, weerklank, noise }) => {
  for (const status of [401, 403]) noise.expectRefusal(status)
  const gerda = await ownPerson(weerklank, 'Gerda Blom')
  await page.goto(`${weerklank.url}/inloggen`)
  await signInByPassword(page, gerda)
  await expect(page.getByRole('heading', { level: 1, name: /, Gerda$/ })).toBeVisible()
  await step('Given the organisation comes to ask it of everyone', async () => {
    const headers = { 'x-weerklank': '1' }
    const settings = await (await page.request.get(`${weerklank.url}/api/settings`)).json()
    const changed = await page.request.put(`${weerklank.url}/api/settings`, {
      headers,
      data: { ...settings, secondFactorRequired: true },
    })
    expect(changed.ok()).toBe(true)
    // The server remembers for five seconds what a workspace demands.
    const isAsked = async () => (await page.request.get(`${weerklank.url}/api/me`)).status()
    await expect.poll(isAsked).toBe(403)
  })
  await step('When she goes on, she is asked to set it up first', async () => {
    await page.goto(`${weerklank.url}/samenwerkingen?gesloten=ja`)
    await expect(page.getByRole('heading', { level: 1, name: 'Zet de tweede stap aan' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Stel een app in' }).click()
    await turnOn(page)
    await expect(page.getByRole('heading', { level: 1, name: 'De tweede stap staat aan' })).toBeVisible()
    await expectAccessible(page)
  })
  await step('Then she comes where she wanted to be', async () => {
    await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click()
    await expect(page).toHaveURL(`${weerklank.url}/samenwerkingen?gesloten=ja`)
    await expect(page.getByRole('heading', { level: 1, name: 'Samenwerkingen' })).toBeVisible()
  })
})

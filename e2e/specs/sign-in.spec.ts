/** Coming in, going out, and what happens when the session ends under way. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step, type Weerklank } from '../support/weerklank.ts'

const program = fileURLToPath(new URL('../../packages/server/bin/weerklank.js', import.meta.url))
const farid = 'farid@demo.example'

/** As an administrator does it: on the command line, beside the running product. */
async function setPassword(weerklank: Weerklank, email: string, password: string): Promise<void> {
  const { DATABASE_URL: _, ...env } = process.env
  const args = ['user', 'password', '--email', email, '--password-stdin', '--data', weerklank.dataDir]
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['pipe', 'ignore', 'inherit'] })
  child.stdin.end(`${password}\n`)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  expect(code).toBe(0)
}

async function fillIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
}

async function openMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
}

test('a password that is wrong, and an address that nobody has, get one and the same answer', {
  tag: '@phone',
}, async ({ page, weerklank, noise }) => {
  noise.expectRefusal(401)
  const refusal = page.locator('.wk-error-summary')
  await step('Given one comes to a page without a session', async () => {
    await page.goto(`${weerklank.url}/samenwerkingen`)
    await expect(page).toHaveURL(/\/inloggen\?naar=/)
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
    await expectAccessible(page)
  })
  await step('When nothing is filled in, what is missing is said', async () => {
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
    await expect(refusal.getByRole('heading', { name: '2 dingen kloppen nog niet' })).toBeFocused()
    await expectAccessible(page)
    await refusal.getByRole('link', { name: 'Vul je wachtwoord in' }).click()
    await expect(page.getByLabel('Wachtwoord', { exact: true })).toBeFocused()
  })
  const told = await step('When Farid’s password is wrong', async () => {
    await fillIn(page, farid, 'dit is het niet vandaag')
    await expect(refusal.getByRole('link')).toHaveText(/horen niet bij elkaar/)
    await expectAccessible(page)
    return refusal.textContent()
  })
  await step('Then nobody learns from the answer whether the address exists', async () => {
    const answered = page.waitForResponse(/sign-in\/email/)
    await fillIn(page, 'niemand@demo.example', 'dit is het niet vandaag')
    expect((await answered).status()).toBe(401)
    await expect(refusal).toHaveText(told ?? '')
    await expect(page.getByLabel('E-mailadres')).toHaveValue('niemand@demo.example')
  })
})

test('a session that ends under way brings one back to the page one wanted', async ({
  page,
  weerklank,
  noise,
}) => {
  noise.expectRefusal(401)
  const password = 'een lange zin met wandelen'
  await setPassword(weerklank, farid, password)
  await step('Given the session of Farid ended while he was in the list', async () => {
    await signInAs(page, weerklank, 'Farid Amrani')
    await page.getByRole('link', { name: 'Samenwerkingen' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Samenwerkingen' })).toBeVisible()
    await page.context().clearCookies()
  })
  await step('When he goes on, he is asked to sign in', async () => {
    await page.getByRole('link', { name: 'Afgerond' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
    await expectAccessible(page)
  })
  await step('Then he comes where he wanted to be', async () => {
    await fillIn(page, farid, password)
    await expect(page).toHaveURL(`${weerklank.url}/samenwerkingen?gesloten=ja`)
    await expect(page.getByText('Wat is afgerond. Alles wat er is gezegd, staat er nog.')).toBeVisible()
  })
  await step('And an address of another site is never gone to', async () => {
    await page.context().clearCookies()
    await page.goto(`${weerklank.url}/inloggen?naar=//example.org/`)
    await fillIn(page, farid, password)
    await expect(page).toHaveURL(`${weerklank.url}/`)
  })
})

test('one click as a person of the demo, and out again', { tag: '@phone' }, async ({
  page,
  weerklank,
  noise,
}) => {
  noise.expectRefusal(401)
  await step('When one chooses to be Bram for a moment', async () => {
    await page.goto(`${weerklank.url}/inloggen`)
    await page.getByRole('link', { name: /^Bram Visser/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: /, Bram$/ })).toBeVisible()
    await expect(page.getByText('Proefomgeving: alles is verzonnen')).toBeAttached()
  })
  await step('And signs out', async () => {
    await openMenu(page, 'Bram Visser, jouw menu')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Uitloggen' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
  })
  await step('Then the way back leads to signing in', async () => {
    await page.goto(`${weerklank.url}/`)
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
    await expect(page.getByText('Bram Visser, jouw menu')).toHaveCount(0)
  })
})

test('an administrator comes in by the first room she has, and no page opens content to her', async ({
  page,
  weerklank,
}) => {
  await page.goto(weerklank.signIn['Karin Smit'] ?? '')
  await expect(page.getByRole('heading', { level: 1, name: 'Mensen' })).toBeVisible()
  await expect(page.getByRole('search')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Samenwerkingen' })).toHaveCount(0)
  await expectAccessible(page)
  await page.goto(`${weerklank.url}/samenwerkingen`)
  await expect(page.getByText(/zie je geen gesprekken, antwoorden of namen van cliënten/)).toBeVisible()
  await expectAccessible(page)
})

test('the screens in English, and back in Dutch', async ({ page, weerklank }) => {
  await signInAs(page, weerklank, 'Farid Amrani')
  await step('When Farid chooses English', async () => {
    await openMenu(page, 'Farid Amrani, jouw menu')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^(Hello|Good \w+), Farid$/ })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expectAccessible(page)
  })
  await step('Then every page is in English, also after a reload', async () => {
    await page.goto(`${weerklank.url}/samenwerkingen`)
    await expect(page.getByRole('heading', { level: 1, name: 'Collaborations' })).toBeVisible()
    await page.getByRole('link', { name: 'New collaboration' }).click()
    await expect(page.getByRole('button', { name: 'Make collaboration' })).toBeVisible()
    await expectAccessible(page)
  })
  await step('When he chooses Dutch again, it is Dutch again', async () => {
    await openMenu(page, 'Farid Amrani, your menu')
    await page.getByRole('button', { name: 'Nederlands' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Nieuwe samenwerking' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
  })
})

test('a page that does not exist says so', async ({ page, weerklank, noise }) => {
  noise.expectRefusal(404)
  await signInAs(page, weerklank, 'Noor Bakker')
  await page.goto(`${weerklank.url}/dit-is-er-niet`)
  await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina is er niet' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Naar Vandaag' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /, Noor$/ })).toBeVisible()
})

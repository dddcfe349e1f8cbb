/** A session that is locked, and proved once more; what was typed waits for it. */
import type { Page } from '@playwright/test'
import { anHourAgo, ownPerson, signInByPassword } from '../support/own-person.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

const lock = (page: Page) => page.getByRole('dialog', { name: 'Vergrendeld' })
const question = (page: Page) => page.getByRole('dialog', { name: 'Ben jij het echt?' })

async function lockNow(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `${name}, jouw menu` }).click()
  await page.getByRole('button', { name: 'Vergrendel nu' }).click()
  await expect(lock(page)).toBeVisible()
}

async function unlock(page: Page, password: string): Promise<void> {
  await lock(page).getByLabel('Wachtwoord', { exact: true }).fill(password)
  await lock(page).getByRole('button', { name: 'Ontgrendelen' }).click()
}

test('who locks the screen hides all of it, and finds what was typed after unlocking', {
  tag: '@phone',
}, async ({ page, weerklank, noise }) => {
  noise.expectRefusal(422)
  const eva = await ownPerson(weerklank, 'Eva Linders')
  const title = page.locator('#title')
  await step('Given Eva is writing something', async () => {
    await page.goto(`${weerklank.url}/inloggen?naar=/samenwerkingen/nieuw`)
    await signInByPassword(page, eva)
    await expect(page.getByRole('heading', { level: 1, name: 'Nieuwe samenwerking' })).toBeVisible()
    await title.fill('Met de familie Van Dam')
  })
  await step('When she locks the screen, nothing of it can be seen any more', async () => {
    await lockNow(page, eva.name)
    await expect(page.getByText('De Eik')).toBeHidden()
    await expect(title).toBeHidden()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(lock(page)).toBeVisible()
  })
  await step('And a wrong password opens nothing', async () => {
    await lock(page).getByRole('button', { name: 'Ontgrendelen' }).click()
    await expect(lock(page).getByRole('alert').getByRole('link')).toHaveText('Vul je wachtwoord in')
    await unlock(page, 'dit is het niet vandaag')
    await expect(lock(page).getByRole('alert').getByRole('link')).toHaveText(/Dit wachtwoord klopt niet/)
    await expect(lock(page).getByRole('heading', { name: 'Eén ding klopt nog niet' })).toBeFocused()
    await expectAccessible(page)
  })
  await step('Then her own password brings her back to what she wrote', async () => {
    await unlock(page, eva.password)
    await expect(lock(page)).toHaveCount(0)
    await expect(title).toHaveValue('Met de familie Van Dam')
    await expect(page).toHaveURL(/\/samenwerkingen\/nieuw$/)
  })
})

test('a session that was not used for an hour is locked, and what is sent then goes on after unlocking', async ({
  page,
  weerklank,
  noise,
}) => {
  noise.expectRefusal(403)
  const eva = await ownPerson(weerklank, 'Eva Linders')
  await page.goto(`${weerklank.url}/inloggen?naar=/account`)
  await signInByPassword(page, eva)
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn account' })).toBeVisible()
  await anHourAgo(weerklank, eva, 'used')
  await step('When Eva presses something after an hour, the lock comes before the answer', async () => {
    await page.getByRole('radio', { name: 'English' }).click()
    await expect(page.getByRole('dialog', { name: 'Locked' })).toBeVisible()
  })
  await step('And after unlocking it is done, without asking it again', async () => {
    const dialog = page.getByRole('dialog', { name: 'Locked' })
    const done = page.waitForResponse((answer) => answer.url().endsWith('/api/me/language') && answer.ok())
    await dialog.getByLabel('Password', { exact: true }).fill(eva.password)
    await dialog.getByRole('button', { name: 'Unlock' }).click()
    await done
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible()
  })
  await step('A page that is opened while the session is locked waits behind the lock too', async () => {
    await anHourAgo(weerklank, eva, 'used')
    await page.goto(`${weerklank.url}/samenwerkingen`)
    const dialog = page.getByRole('dialog', { name: /^(Locked|Vergrendeld)$/ })
    await expect(dialog).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('textbox', { name: /^(Password|Wachtwoord)$/ }).fill(eva.password)
    await dialog.getByRole('button', { name: /^(Unlock|Ontgrendelen)$/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Collaborations' })).toBeVisible()
  })
})

test('a screen that nobody touches locks itself, in every tab, and opens in every tab', async ({
  page,
  context,
  weerklank,
  noise,
}) => {
  noise.expectRefusal(403)
  const eva = await ownPerson(weerklank, 'Eva Linders')
  await page.clock.install()
  await page.goto(`${weerklank.url}/inloggen`)
  await signInByPassword(page, eva)
  await expect(page.getByRole('heading', { level: 1, name: /, Eva$/ })).toBeVisible()
  await anHourAgo(weerklank, eva, 'used')
  await page.clock.runFor(31_000)
  await page.clock.resume()
  await expect(lock(page)).toBeVisible()
  const other = await context.newPage()
  await other.goto(`${weerklank.url}/samenwerkingen`)
  await unlock(other, eva.password)
  await expect(other.getByRole('heading', { level: 1, name: 'Samenwerkingen' })).toBeVisible()
  await page.bringToFront()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  await expect(lock(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: /, Eva$/ })).toBeVisible()
})

test('changing how one signs in asks once more who one is; turning away changes nothing', {
  tag: '@phone',
}, async ({ page, weerklank, noise }) => {
  for (const status of [400, 403, 422]) noise.expectRefusal(status)
  const eva = await ownPerson(weerklank, 'Eva Linders')
  const next = 'appels plukken in de regen'
  await page.goto(`${weerklank.url}/inloggen?naar=/account`)
  await signInByPassword(page, eva)
  const setUp = page.getByRole('button', { name: 'Stel een app in' })
  await expect(setUp).toBeVisible()
  await step('When she changes her password, she is told what is wrong with it', async () => {
    await page.getByRole('button', { name: 'Verander wachtwoord' }).click()
    const current = page.getByLabel('Je wachtwoord van nu')
    await expect(current).toBeFocused()
    await page.getByRole('button', { name: 'Bewaar nieuw wachtwoord' }).click()
    await expect(page.getByRole('heading', { name: '2 dingen kloppen nog niet' })).toBeFocused()
    await expectAccessible(page)
    for (const [easy, why] of [
      ['kort', /te kort/],
      ['welkom01welkom01', /Veel mensen gebruiken/],
      ['evalinders-2026', /je naam, adres of organisatie/],
    ] as const) {
      await current.fill(eva.password)
      await page.getByLabel('Je nieuwe wachtwoord').fill(easy)
      await page.getByRole('button', { name: 'Bewaar nieuw wachtwoord' }).click()
      await expect(page.getByRole('alert').getByRole('link')).toHaveText(why)
    }
    await current.fill('dit is het niet vandaag')
    await page.getByLabel('Je nieuwe wachtwoord').fill(next)
    await page.getByRole('button', { name: 'Bewaar nieuw wachtwoord' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(/niet je wachtwoord van nu/)
    await current.fill(eva.password)
    await page.getByRole('button', { name: 'Bewaar nieuw wachtwoord' }).click()
    await expect(page.getByText('Je wachtwoord is veranderd.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Verander wachtwoord' })).toBeFocused()
  })
  await step('When it is long ago that she proved who she is, she is asked again', async () => {
    await anHourAgo(weerklank, eva, 'proved')
    await setUp.click()
    await expect(question(page)).toBeVisible()
    await expectAccessible(page)
    await question(page).getByRole('button', { name: 'Niet nu' }).click()
    await expect(page.getByText('Dit lukte niet')).toBeVisible()
    await page.getByRole('button', { name: 'Toch niet' }).click()
    await setUp.click()
    await question(page).getByLabel('Wachtwoord', { exact: true }).fill(next)
    await question(page).getByRole('button', { name: 'Verder' }).click()
    await expect(page.getByRole('img', { name: /^QR-code/ })).toBeVisible()
  })
})

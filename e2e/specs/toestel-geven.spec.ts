/** Ways to a question beside the code: by mail, on a card, and on the worker's own device with her work behind a lock. */
import type { BrowserContext, Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'
import { withLina } from '../support/with-lina.ts'

const lock = (page: Page) => page.getByRole('dialog', { name: 'Lever het toestel in' })

async function askLina(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vraag hoe het was' }).first().click()
  await page.getByRole('button', { name: 'Maak de link' }).click()
  await expect(page.getByRole('button', { name: 'Andere manieren' })).toBeVisible()
}

/** Where nothing of the work of Eva may be seen. */
async function expectLocked(page: Page): Promise<void> {
  await expect(lock(page)).toBeVisible()
  await expect(page.getByText('Met Lina', { exact: true })).toBeHidden()
}

test('a card to give along shows the code and the link in letters, and only the card is printed', {
  tag: '@phone',
}, async ({ page, weerklank }) => {
  await withLina(page, weerklank)
  await askLina(page)
  await page.getByRole('button', { name: 'Andere manieren' }).click()
  await page.getByRole('button', { name: 'Druk een kaartje af' }).click()
  const card = page.locator('.wk-card-paper')
  await expect(card.getByText('Een korte vraag voor u')).toBeVisible()
  await expect(card.getByText(/\/f\/[\w-]{43}$/)).toBeVisible()
  await expect(card).not.toContainText('Lina')
  await expectAccessible(page)
  await card.scrollIntoViewIfNeeded()
  await shot(page, 'kaart')
  await page.getByRole('radio', { name: /A5/ }).check()
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.getByRole('button', { name: 'Druk af' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.wk-card-sheet')).toBeVisible()
  await expect(page.locator('#app')).toBeHidden()
  if (process.env.SHOTS !== undefined && page.viewportSize()?.width === 1280)
    await page.pdf({ path: `${process.env.SHOTS}/kaart.pdf`, preferCSSPageSize: true })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: null })
  await expect(page.locator('#app')).toBeVisible()
})

test('without a mail server the dialog says so, and offers no field', async ({ page, weerklank }) => {
  await withLina(page, weerklank)
  await askLina(page)
  await page.getByRole('button', { name: 'Mail de link' }).click()
  await expect(page.getByText('Mailen kan hier niet')).toBeVisible()
  await expect(page.getByLabel('Het e-mailadres van Lina')).toHaveCount(0)
})

/** Lina answers on the device that she got. */
async function answerHere(page: Page, text: string): Promise<void> {
  await page.getByRole('slider').first().press('End')
  await page.getByRole('textbox').last().fill(text)
  await page.getByRole('button', { name: /^Verstuur/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Uw antwoord is binnen' })).toBeVisible()
}

test('behind whoever gets the device the work is locked: back, other addresses and other tabs show only that', {
  tag: '@phone',
}, async ({ page, context, weerklank, noise }) => {
  for (const status of [403, 422]) noise.expectRefusal(status)
  const { eva, at } = await withLina(page, weerklank)
  const other = await secondTab(context, at)
  await askLina(page)
  const said = 'Dit is alleen voor later'
  await step('When Eva gives the device to Lina, the question opens and the other tab hides', async () => {
    await page.getByRole('button', { name: 'Geef dit toestel aan Lina' }).click()
    await expectAccessible(page)
    await shot(page, 'geven')
    await page.getByRole('button', { name: 'Op slot en geven' }).click()
    await page.waitForURL(/\/f\/[\w-]{43}$/)
    await expectLocked(other)
  })
  await step(
    'Going back, and typing another address, shows only that the device is to be brought back',
    async () => {
      const question = page.url()
      await page.goBack()
      await expectLocked(page)
      await expectAccessible(page)
      await shot(page, 'slot')
      await page.goto(at)
      await expectLocked(page)
      await page.reload()
      await expectLocked(page)
      await page.goto(question)
    },
  )
  await step('Lina answers; nothing of it can be seen any more, by going back or loading again', async () => {
    await answerHere(page, said)
    await expect(page.getByText('Geef dit toestel terug.')).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'terug')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Uw antwoord is binnen' })).toBeVisible()
    for (let i = 0; i < 3; i++) {
      await page.goBack()
      await expect(page.getByText(said)).toHaveCount(0)
      expect(await page.content()).not.toContain(said)
      await expect(page.getByText('Met Lina', { exact: true })).toBeHidden()
    }
  })
  await step('Only Eva’s own password opens it, in every tab', async () => {
    await page.goto(at)
    await expectLocked(page)
    await lock(page).getByLabel('Wachtwoord', { exact: true }).fill('raad maar wat')
    await lock(page).getByRole('button', { name: 'Ontgrendelen' }).click()
    await expect(lock(page).getByRole('alert').getByRole('link')).toHaveText(/Dit wachtwoord klopt niet/)
    await lock(page).getByLabel('Wachtwoord', { exact: true }).fill(eva.password)
    await lock(page).getByRole('button', { name: 'Ontgrendelen' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Met Lina' })).toBeVisible()
  })
})

async function secondTab(context: BrowserContext, at: string): Promise<Page> {
  const other = await context.newPage()
  await other.goto(at)
  await expect(other.getByRole('heading', { level: 1, name: 'Met Lina' })).toBeVisible()
  return other
}

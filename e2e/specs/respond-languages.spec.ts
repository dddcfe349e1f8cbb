/** The respondent's page in a language that no screen has: chosen on the page, from the right where it is written so. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { furtherLanguages } from '@weerklank/core/shared/language'
import { shippedInstruments } from '../../packages/server/src/respond/respond.factory.ts'
import { key, send as sendInDutch, test } from '../respond-actions.ts'

test.use({ viewport: { width: 375, height: 812 } })

async function expectReachable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
}

const middleOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox()
  return (box?.x ?? 0) + (box?.width ?? 0) / 2
}

test('Arabic: chosen on the page, lines from the right, and what is sent says so', async ({
  page,
  server,
}, info) => {
  await page.goto(`${server.url}/f/lina`)
  await page.getByRole('link', { name: 'Taal' }).click()
  await expectReachable(page)
  await page.screenshot({ path: info.outputPath('choose.png') })
  await page.getByRole('link', { name: 'العربية' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expectReachable(page)
  const slider = page.getByRole('slider', { name: 'هل استطعت قول ما أردت قوله؟' })
  // The low end stands where the line begins: at the right.
  expect(await middleOf(page, '.p :first-child')).toBeGreaterThan(await middleOf(page, '.p :last-child'))
  const box = await slider.boundingBox()
  await slider.click({ position: { x: 14 + 0.2 * ((box?.width ?? 0) - 28), y: 22 } })
  await expect(slider).toHaveValue('8')
  await expect(slider).toHaveAttribute('aria-valuetext', 'قريب من: نعم، كل شيء')
  await page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveValue('8.1')
  await page.screenshot({ path: info.outputPath('ar.png'), fullPage: true })
  await page.getByRole('button', { name: 'أرسل إلى Noor' }).click()
  await expect(page.getByRole('heading', { name: 'وصلت إجابتك.' })).toBeVisible()
  expect(server.stored.get(key)).toMatchObject({ language: 'ar', answers: { heard: 8.1 } })
  await expectReachable(page)
  await page.screenshot({ path: info.outputPath('ar-thanks.png'), fullPage: true })
})

test('Turkish: what went wrong is told in it, and faces have its words', async ({ page, server }, info) => {
  await page.goto(`${server.url}/f/lina?lang=tr`)
  await expectReachable(page)
  await page.screenshot({ path: info.outputPath('tr.png'), fullPage: true })
  server.model = { ...server.model, listener: { language: 'tr', address: 'je' } }
  await page.getByRole('button', { name: 'Gönder: Noor' }).click()
  await expect(page.getByRole('heading', { name: 'Bir şey henüz doğru değil' })).toBeFocused()
  await expect(page.getByRole('link', { name: /Henüz bir şey doldurulmadı/ })).toBeVisible()
  await expectReachable(page)
  const instrument = shippedInstruments.find(({ id }) => id === 'contact-check-child')
  if (instrument === undefined) throw new Error('There is no check for children')
  server.model = { ...server.model, form: { ...server.model.form, instrument, agreements: [] } }
  await page.goto(`${server.url}/f/lina`)
  await page.getByRole('group', { name: 'Anlatmak nasıldı?' }).getByText('çok iyi').click()
  await expectReachable(page)
  await page.screenshot({ path: info.outputPath('tr-child.png') })
})

for (const language of furtherLanguages) {
  test(`without script and in the dark: ${language}`, async ({ browser, server }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
      colorScheme: 'dark',
    })
    const page = await context.newPage()
    await page.goto(`${server.url}/f/lina?lang=${language}`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await page.getByRole('radio', { name: '7', exact: true }).first().check()
    await page.locator('#send').click()
    await expect.poll(() => server.stored.get(key)).toMatchObject({ language, answers: { heard: 7 } })
    await context.close()
  })
}

test('from any language back to Dutch', async ({ page, server }) => {
  await page.goto(`${server.url}/f/lina?lang=uk`)
  await page.getByRole('link', { name: 'Мова' }).click()
  await page.getByRole('link', { name: 'Nederlands' }).click()
  await expect(sendInDutch(page)).toBeVisible()
})

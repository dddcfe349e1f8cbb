/** Six professionals of four organisations and a mother become a network; she comes by her link, and what is agreed returns. */
import type { Page } from '@playwright/test'
import { dayIn, fillNetwork, phone } from '../support/network-round-bas.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

/** As colleagues agree in a collaboration; with whom, by name. */
async function agree(page: Page, text: string) {
  await page.evaluate(async (words) => {
    const relation = location.pathname.split('/')[2]
    const headers = { 'x-weerklank': '1', 'content-type': 'application/json' }
    const read = await fetch(`/api/relations/${relation}`, { headers })
    const { participants } = (await read.json()) as { participants: { id: string }[] }
    const body = {
      ...{ id: crypto.randomUUID(), text: words, askBack: true, signals: [] },
      participants: participants.map(({ id }) => id),
    }
    const made = await fetch(`/api/relations/${relation}/agreements`, {
      ...{ method: 'POST', headers, body: JSON.stringify(body) },
    })
    if (!made.ok) throw new Error(await made.text())
  }, text)
}

test('a network of four organisations and a mother is made, plans a pause, and a mother comes by her link', async ({
  page,
  browser,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await step('Given six professionals of four organisations and a mother, in one form', async () => {
    await page.goto(`${weerklank.url}/team`)
    await expect(page.getByRole('link', { name: 'Rond het gezin van Yara' })).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'teams')
    await page.getByRole('link', { name: 'Nieuw team of netwerk' }).click()
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await expect(page.getByRole('link', { name: 'Geef het een naam.' })).toBeVisible()
    await fillNetwork(page, 'Rond Bas')
    // Of those six one works here: she is chosen by her account, and for nobody else after that.
    const colleagues = page.getByLabel('Een collega met een account?')
    await colleagues.first().selectOption('Bram Visser')
    await expect(page.getByLabel('Naam of schuilnaam').first()).toHaveValue('Bram Visser')
    await expect(colleagues.nth(1).getByRole('option', { name: 'Farid Amrani' })).toBeAttached()
    for (const name of ['Bram Visser', 'Noor Bakker'])
      await expect(colleagues.nth(1).getByRole('option', { name })).toHaveCount(0)
    await expectAccessible(page)
    await shot(page, 'netwerk-nieuw')
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await expect(page.getByRole('heading', { name: 'Rond Bas' })).toBeVisible()
    await expect(page.getByText('7 mensen · De Linde: 2')).toBeVisible()
    await expect(page.getByText('Wie van twee kanten is, telt één keer mee in het geheel.')).toBeVisible()
  })
  const address = page.url()
  await step('When they agree on something, say what the mother will hear, and plan a pause', async () => {
    await agree(page, 'Eén van ons belt, niet drie.')
    await page.reload()
    await page.getByRole('button', { name: 'Iets opschrijven' }).click()
    await page.getByLabel('Wat vragen of vertellen we?').fill('Ahmed is de eerste die u kunt bellen.')
    await page.getByRole('button', { name: 'Opschrijven', exact: true }).click()
    await expect(page.getByText('Ahmed is de eerste die u kunt bellen.')).toBeVisible()
    await page.getByRole('button', { name: 'Stilstaan plannen' }).click()
    await page.getByLabel('Op welke dag?').fill(dayIn(10))
    await page.getByLabel('Hoe laat?').fill('15:00')
    await page.getByLabel('Waar?').fill('Buurthuis')
    await page.getByRole('button', { name: 'Gesprek plannen' }).click()
    await expect(page.getByText('Hanan').first()).toBeVisible()
    await page.goto(address)
    await expect(page.getByText('Eén van ons belt, niet drie.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Stilstaan bij de samenwerking' })).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'netwerk')
  })
  let link = ''
  await step('And a link for the mother', async () => {
    await page.getByRole('navigation', { name: 'Onderdelen van dit netwerk' }).getByText('Mensen').click()
    await page.getByRole('button', { name: 'Regelen voor Bram Visser' }).click()
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Link maken' })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Regelen voor Hanan' }).click()
    await page.getByRole('button', { name: 'Link maken' }).click()
    link = await page.getByLabel('De link', { exact: true }).inputValue()
    await expectAccessible(page)
    await shot(page, 'netwerk-link')
  })
  await step('And the colleague who was chosen finds it by his own account', async () => {
    const bram = await browser.newContext({ locale: 'nl-NL' })
    const his = await bram.newPage()
    await signInAs(his, weerklank, 'Bram Visser')
    await his.goto(address)
    await expect(his.getByRole('heading', { name: 'Rond Bas' })).toBeVisible()
    await bram.close()
  })
  await step(
    'Then she reads on her phone what was agreed and when they meet, not what was not said yet',
    async () => {
      const hanan = await phone(browser, link)
      await expect(hanan.getByRole('heading', { name: 'Dag Hanan' })).toBeVisible()
      await expect(hanan.getByText('Eén van ons belt, niet drie.')).toBeVisible()
      await expect(hanan.getByText('Buurthuis')).toBeVisible()
      await expect(hanan.getByText('Ahmed is de eerste die u kunt bellen.')).toHaveCount(0)
      await shot(hanan, 'netwerk-moeder')
      // The same page where scripts run: axe itself waits by them.
      const tried = await phone(browser, link, true)
      await expect(tried.getByRole('heading', { name: 'Dag Hanan' })).toBeVisible()
      await expectAccessible(tried)
      await tried.context().close()
      await hanan.getByRole('button', { name: 'Naar dit gesprek' }).click()
      await expect(hanan).toHaveURL(/\/g\//)
      await hanan.context().close()
    },
  )
})

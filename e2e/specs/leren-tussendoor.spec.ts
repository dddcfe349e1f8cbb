/** Between two meetings: a card on the learner's page without a script, no more of them with one tap from the mail, and the plan. */
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

type Learners = { learners: { id: string; name: string }[] }

test('een kaartje tussendoor, niet meer sturen vanuit de mail, en het plan van de trekker', async ({
  browser,
  page,
  weerklank,
}) => {
  const headers = { 'x-weerklank': '1' }
  await signInAs(page, weerklank, 'Farid Amrani')
  await page.goto(`${weerklank.url}/leren`)
  await page.getByRole('link', { name: 'Samen aan tafel' }).click()
  await page.getByRole('link', { name: 'Tussendoor' }).click()

  await step('Given the plan over time, with how each card reads and whom it reaches in counts', async () => {
    await expect(page.getByRole('heading', { name: 'Kaartjes in de tijd' })).toBeVisible()
    await page.getByRole('button', { name: 'Bekijk het kaartje: Een plan in één zin' }).click()
    await expect(page.getByText('Als …, dan …')).toBeVisible()
    await expect(page.getByText('1 mens wil ze nu niet. Dat mag altijd.')).toBeVisible()
    await expectAccessible(page)
  })

  await step('And a measure that was looked at before anybody planned it', async () => {
    await expect(page.getByText('Contactcheck voor ouders')).toBeVisible()
    await expect(page.getByText('4 mensen zien anderen maar één keer')).toBeVisible()
  })

  await step('When the lead gives a card other words, also with the keyboard', async () => {
    await page.getByRole('button', { name: 'Veranderen: Vijf minuten oefenen' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Titel').fill('Oefen het samen')
    await dialog.getByLabel('Link naar een filmpje').fill('film')
    await dialog.getByRole('button', { name: 'Bewaren' }).click()
    await expect(dialog.getByText('Een link begint met https://')).toBeVisible()
    await dialog.getByLabel('Link naar een filmpje').fill('')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Bewaren' }).click()
    await expect(page.getByText('Oefen het samen').first()).toBeVisible()
  })

  const trajectory = new URL(page.url()).pathname.split('/')[2] ?? ''
  const at = `${weerklank.url}/api/trajectories/${trajectory}/learners`
  const { learners }: Learners = await (await page.request.get(at, { headers })).json()
  const karima = learners.find(({ name }) => name.startsWith('Karima'))?.id ?? ''
  const link = await page.request.post(`${at}/${karima}/link`, { headers, data: {} })
  const { url }: { url: string } = await link.json()
  const phone = await browser.newContext({
    ...{ viewport: { width: 375, height: 812 }, locale: 'nl-NL', javaScriptEnabled: false },
  })
  const hers = await phone.newPage()

  await step(
    'Then a mother finds her cards on her own page, without an account and without a script',
    async () => {
      await hers.goto(`${url}/tussendoor`)
      await expect(hers.getByRole('heading', { name: 'Een plan in één zin' })).toBeVisible()
    },
  )

  await step('And the link of the mail stops them with one button; looking alone stops nothing', async () => {
    await hers.goto(`${url}/tussendoor/niet-meer`)
    await hers.getByRole('button', { name: 'Niet meer sturen' }).click()
    await expect(hers.getByRole('status')).toContainText('tot u het zelf weer aanzet')
    await page.reload()
    await expect(page.getByText('2 mensen willen ze nu niet. Dat mag altijd.')).toBeVisible()
  })
  await phone.close()

  await step('And her pages can be used by everybody', async () => {
    for (const below of ['', '/niet-meer', '/pakket']) {
      await page.goto(`${url}/tussendoor${below}`)
      await expectAccessible(page)
    }
  })
})

/** Each is asked with what fits: a child with faces, her mother with lines, someone in her own words; one contact is enough. */
import { type Browser, expect, type Page } from '@playwright/test'
import { ownRelation } from '../support/own-relation.ts'
import { expectAccessible, step, test } from '../support/weerklank.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const check = (page: Page) => dialog(page).getByLabel('Wat vraag je?')

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vraag hoe het was' }).first().click()
  await expect(check(page)).toBeVisible()
}

async function linkIn(page: Page): Promise<string> {
  await dialog(page).getByRole('button', { name: 'Maak de link' }).click()
  const link = dialog(page).getByLabel('De link', { exact: true })
  await expect(link).toBeVisible()
  return link.inputValue()
}

/** On a phone of her own. */
async function onPhone(browser: Browser, url: string, act: (phone: Page) => Promise<void>): Promise<void> {
  await using context = await browser.newContext({ viewport: { width: 375, height: 740 } })
  const phone = await context.newPage()
  await phone.goto(url)
  await act(phone)
  await expect(phone.getByRole('heading', { name: /antwoord is binnen/ })).toBeVisible()
}

test('a child answers with faces, beside her mother', async ({ page, browser, weerklank }, info) => {
  const people = { Jaimy: 'child', Ilse: 'mother' } as const
  const own = await ownRelation(page, weerklank, { title: 'Jaimy en Ilse', people })
  await page.goto(own.url)
  await step('When I ask Jaimy, the faces are chosen, and it says why', async () => {
    await openDialog(page)
    await dialog(page)
      .getByLabel(/^Jaimy/)
      .check()
    await expect(check(page)).toHaveValue('contact-check-child')
    await expect(dialog(page)).toContainText('5 korte vragen met gezichten, één per scherm.')
    await expectAccessible(page)
    await page.screenshot({ path: info.outputPath('dialog.png') })
  })
  await step('And she answers on her phone', async () => {
    await onPhone(browser, await linkIn(page), async (phone) => {
      for (const face of ['niet zo fijn', 'niet fijn', 'gaat wel', 'niet zo fijn']) {
        await phone.locator('section[aria-current=step]').getByText(face, { exact: true }).click()
        await phone.getByRole('button', { name: 'Volgende' }).click()
      }
      await phone.getByLabel('Wat kan de volgende keer beter?').fill('Minder praten')
      await phone.getByRole('button', { name: /^Verstuur/ }).click()
    })
  })
  await step('Then I read her answer in words, and it has a line of its own', async () => {
    await own.answer('Ilse', { heard: 9, what: 9, how: 9, whole: 9 })
    await page.goto(own.url)
    const answers = page.locator('#antwoorden')
    // Ilse answered last, so the page comes to begin with her.
    await expect(
      page.getByRole('group', { name: 'Van wie' }).getByRole('button', { name: 'Ilse' }),
    ).toBeVisible()
    await page.getByRole('group', { name: 'Van wie' }).getByRole('button', { name: 'Jaimy' }).click()
    await expect(page.getByRole('main')).toContainText('Minder praten')
    await expect(answers).toContainText('niet zo fijn')
    await expectAccessible(page)
    await page.screenshot({ path: info.outputPath('page.png'), fullPage: true })
  })
})

test('a mother is asked about her own goal, and the next time the words stand there', async ({
  page,
  browser,
  weerklank,
}, info) => {
  const own = await ownRelation(page, weerklank, { title: 'Het doel van Ilse', people: { Ilse: 'mother' } })
  await page.goto(own.url)
  await openDialog(page)
  await check(page).selectOption('own-goal')
  await dialog(page).getByRole('button', { name: 'Maak de link' }).click()
  await expect(dialog(page)).toContainText('Schrijf eerst op wat er gevraagd wordt.')
  await dialog(page).getByLabel('Het doel, in de woorden van Ilse').fill('samen ontbijten')
  await page.screenshot({ path: info.outputPath('goal.png') })
  await onPhone(browser, await linkIn(page), async (phone) => {
    await expect(phone.getByText('Je doel is: samen ontbijten. Hoe ver ben je nu?')).toBeVisible()
    await phone.getByRole('slider').fill('4')
    await phone.getByRole('button', { name: /^Verstuur/ }).click()
  })
  await page.goto(own.url)
  await expect(page.locator('#antwoorden')).toContainText('samen ontbijten')
  await openDialog(page)
  await check(page).selectOption('own-goal')
  await expect(dialog(page).getByLabel('Het doel, in de woorden van Ilse')).toHaveValue('samen ontbijten')
})

test('where it stays at one contact, two questions are asked', async ({ page, weerklank }) => {
  const own = await ownRelation(page, weerklank, { title: 'Eén keer met Ilse', people: { Ilse: 'mother' } })
  await page.goto(`${own.url}/bewerken`)
  await page.getByLabel('Eén keer: het blijft bij één contact').check()
  await page.getByRole('button', { name: 'Wijzigingen bewaren' }).click()
  await expect(page.getByRole('heading', { name: 'Eén keer met Ilse' })).toBeVisible()
  await openDialog(page)
  await expect(check(page)).toHaveValue('single-contact')
  await expect(dialog(page)).toContainText('2 vragen: het blijft bij één contact.')
})

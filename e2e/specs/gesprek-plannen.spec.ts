/** A meeting is planned step by step; whoever has no account comes by a link on a phone, and is seen on the page of the meeting. */
import type { Browser, Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

/** A week from now, as a field for a day takes it. */
const nextWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

async function plan(page: Page) {
  await page.getByRole('link', { name: 'Gesprek plannen' }).click()
  await page.getByLabel('Hoe noemen jullie dit gesprek?').fill('Open dialoog rond Sem')
  await page.getByRole('combobox', { name: /^Gespreksvorm/ }).selectOption('open-dialogue')
  await page.getByRole('button', { name: 'Volgende' }).click()
  await expect(page.getByRole('heading', { name: 'Wanneer en waar' })).toBeFocused()
  await page.getByLabel('Dag').fill(nextWeek())
  await page.getByLabel('Tijd').fill('14:00')
  await page.getByLabel('Plek', { exact: false }).first().fill('Buurthuis De Linde')
  await page.getByRole('button', { name: 'Volgende' }).click()
  await page.getByRole('button', { name: 'Iemand zonder account toevoegen' }).click()
  await page.getByLabel('Naam of schuilnaam').fill('Oma Hilde')
  await page.getByLabel('Stem').selectOption('kin')
  await page.getByRole('button', { name: 'Volgende' }).click()
  await expect(page.getByLabel(/^De vraag naar de schaduwkant/)).not.toHaveValue('')
}

async function phone(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

test('a meeting is planned step by step, and a guest without an account answers on her phone', async ({
  page,
  browser,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await step('Given a meeting by the open dialogue, planned in four steps', async () => {
    await page.goto(`${weerklank.url}/gesprekken`)
    await shot(page, 'gesprekken')
    await plan(page)
    await expectAccessible(page)
    await shot(page, 'gesprek-nieuw')
    await page.getByRole('button', { name: 'Gesprek plannen' }).click()
    await expect(page.getByRole('heading', { name: 'Open dialoog rond Sem' })).toBeVisible()
    await expect(page.getByText('Verplicht. Mag schuiven, niet vervallen.')).toBeVisible()
    await expect(page.getByText('Nog 1 nodig: gastheer')).toBeVisible()
  })
  const link = await step('When Noor makes a link for Oma Hilde', async () => {
    await page.getByRole('button', { name: 'Link maken: Oma Hilde' }).click()
    await page.getByRole('button', { name: 'Link laten zien' }).click()
    await expect(page.getByRole('img', { name: 'QR-code van de link voor Oma Hilde' })).toBeVisible()
    await expectAccessible(page)
    const made = await page.getByRole('textbox', { name: 'De link' }).inputValue()
    await page.getByRole('button', { name: 'Sluiten' }).click()
    return made
  })
  await step(
    'And she says on her phone, without script, that she comes, and does not want to be filmed',
    async () => {
      const guest = await phone(browser, link)
      await shot(guest, 'gast')
      await guest.getByRole('radio', { name: 'Ja, ik kom' }).check()
      await guest.getByRole('button', { name: 'Bewaren' }).click()
      await expect(guest.getByText('We hebben het bewaard.')).toBeVisible()
      await guest
        .getByLabel('Wat is voor u waardevol geweest in het contact met ons?')
        .fill('Dat u bleef luisteren.')
      await guest.getByRole('button', { name: 'Bewaar mijn antwoorden' }).click()
      await guest.getByRole('link', { name: 'Een opname om van te leren' }).click()
      await guest.getByRole('radio', { name: /^Nee/ }).check()
      await guest.getByRole('button', { name: 'Bewaar deze keuze' }).click()
      await expect(guest.getByText('Uw keuze is bewaard.')).toBeVisible()
      await guest.goto(link)
      await expect(guest.getByText('Er wordt niet gefilmd: niet iedereen zei ja.')).toBeVisible()
      await shot(guest, 'gast-na')
      await guest.context().close()
    },
  )
  await step('Then the page of the meeting says so, and keeps her words shut', async () => {
    await page.reload()
    await expect(page.getByText('Film niet: niet iedereen zei ja.')).toBeVisible()
    await expect(page.getByText('1 van de 2 stuurden vooraf iets in.')).toBeVisible()
    await expect(page.getByText('Dat u bleef luisteren.')).toHaveCount(0)
    await expectAccessible(page)
    await shot(page, 'gesprek')
    await page.setViewportSize({ width: 375, height: 812 })
    await shot(page, 'gesprek')
  })
})

test('a step comes in with its reason by keyboard alone, and of two changes at once none is lost', async ({
  page,
  browser,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await page.goto(`${weerklank.url}/gesprekken`)
  await plan(page)
  await page.getByRole('button', { name: 'Gesprek plannen' }).click()
  await expect(page.getByText('8 stappen, samen 90 minuten.')).toBeVisible()
  const other = await browser.newPage()
  await signInAs(other, weerklank, 'Noor Bakker')
  await other.goto(`${page.url()}/aanpassen`)
  await expect(other.getByLabel('Hoe noemen jullie dit gesprek?')).toHaveValue('Open dialoog rond Sem')
  await step('When a step is put in by keyboard', async () => {
    await page.getByRole('button', { name: 'Stap toevoegen' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Hoe heet de stap?').focus()
    await page.keyboard.type('Even stil')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Schrijf wat u hoorde.')
    await page.getByLabel('Waarom deze stap?').focus()
    await page.keyboard.type('Om de jongeren te horen')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByText('9 stappen, samen 95 minuten.')).toBeVisible()
    await expect(page.getByText('Later toegevoegd door Noor Bakker: Om de jongeren te horen')).toBeVisible()
  })
  await step('Then who changed the plan meanwhile hears of it, and keeps her words', async () => {
    await other.getByLabel('Hoe noemen jullie dit gesprek?').fill('Rond Sem, nieuwe naam')
    await other.getByRole('button', { name: 'Wijzigingen bewaren' }).click()
    await expect(other.getByRole('alert')).toContainText('Iemand anders heeft dit gesprek net veranderd.')
    await expect(other.getByLabel('Hoe noemen jullie dit gesprek?')).toHaveValue('Rond Sem, nieuwe naam')
    await shot(other, 'gesprek-aanpassen')
    await other.close()
  })
})

/** Formats of talking together: finding one, being led to one, and making one's own by keyboard alone. */
import type { Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

async function press(page: Page, role: 'button' | 'link', name: string) {
  await page.getByRole(role, { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

async function answer(page: Page, option: string) {
  await page.getByRole('radio', { name: option }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
}

test('whoever does not know how to pause is led to a format, or to somebody from outside', async ({
  page,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await step('Given all formats, found by time and by who is there', async () => {
    await page.goto(`${weerklank.url}/gesprekken/vormen`)
    await expect(page.getByText('23 vormen gevonden')).toBeVisible()
    await page.getByLabel('Hoeveel tijd is er?').selectOption('30')
    await page.getByLabel('Is er een cliënt bij?').selectOption('with')
    await expect(page.getByRole('link', { name: 'Even stilstaan' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Balintmethode' })).toHaveCount(0)
    await expectAccessible(page)
  })
  await step('When there is tension and one of them decides more, no format is offered', async () => {
    await press(page, 'link', 'Ik weet niet welke')
    await press(page, 'button', 'Verder')
    await expect(page.getByText('Kies eerst een antwoord.')).toBeVisible()
    await answer(page, 'er is spanning in het team')
    await expect(page.getByRole('radio', { name: /^ja, bijvoorbeeld/ })).toBeFocused()
    await answer(page, 'ja, bijvoorbeeld')
    await expect(page.getByRole('heading', { name: 'Vraag iemand van buiten' })).toBeFocused()
    await expect(page.getByRole('link', { name: /^Bekijk/ })).toHaveCount(0)
  })
  await step('Then as equals they get one that somebody from outside leads, with the reason', async () => {
    await press(page, 'button', 'Vorige vraag')
    await answer(page, 'nee, we zijn gelijk')
    await expect(page.getByText('Er is spanning, en ieder zit er zelf in.', { exact: false })).toBeVisible()
    await expectAccessible(page)
    await press(page, 'link', 'Bekijk Getuigen van buiten')
    await expect(page.getByText('4 stappen, samen 75 minuten.')).toBeVisible()
    await press(page, 'link', 'Gebruik deze vorm')
    await expect(page.getByLabel('Gespreksvorm', { exact: true })).toHaveValue('outsider-witness')
  })
})

test('a copy of the open dialogue is changed by keyboard alone; its shadow side moves and stays', async ({
  page,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await step('Given a copy of the open dialogue', async () => {
    await page.goto(`${weerklank.url}/gesprekken/vormen/open-dialogue`)
    await expect(page.getByText('8 stappen, samen 90 minuten.')).toBeVisible()
    await expectAccessible(page)
    await press(page, 'button', 'Kopieer en pas aan')
    await expect(page.getByRole('button', { name: '6 De schaduwkant' })).toBeVisible()
  })
  await step('When she moves the shadow side, it goes; when she takes it away, it stays', async () => {
    await page.getByRole('button', { name: '6 De schaduwkant' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(page.getByRole('button', { name: '5 De schaduwkant' })).toBeFocused()
    await expect(page.getByText('De schaduwkant staat nu op plek 5.')).toBeVisible()
    await page.keyboard.press('Enter')
    await press(page, 'button', 'Haal weg')
    await expect(page.getByText('De vraag naar de schaduwkant blijft.', { exact: false })).toBeVisible()
    await expect(page.getByRole('button', { name: '5 De schaduwkant' })).toBeVisible()
  })
  await step('And gives it more time, adds a step without words, and undoes that', async () => {
    await page.getByLabel('Minuten').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('25')
    await expect(page.getByText('Samen 100 minuten.')).toBeVisible()
    await press(page, 'button', 'Voeg een stap toe')
    await expect(page.getByLabel('Naam van de stap', { exact: true })).toBeFocused()
    await expectAccessible(page)
    await press(page, 'button', 'Maak klaar voor gebruik')
    await expect(page.getByRole('heading', { name: 'Nog te doen voor je het kunt gebruiken' })).toBeFocused()
    await press(page, 'button', 'Maak ongedaan')
    await expect(page.getByRole('heading', { name: 'Nog te doen voor je het kunt gebruiken' })).toHaveCount(0)
    await page.getByLabel('Naam', { exact: true }).focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' van ons')
    await expect(page.getByText('Bewaard', { exact: true })).toBeVisible()
  })
  await step('Then it is ready, fits a phone, and is a sheet for the table on paper', async () => {
    await press(page, 'button', 'Maak klaar voor gebruik')
    await expect(page.getByText('8 stappen, samen 100 minuten.')).toBeVisible()
    await expect(
      page.getByRole('heading', { name: 'Opendialoogbijeenkomst van ons', level: 1 }),
    ).toBeVisible()
    await page.setViewportSize({ width: 375, height: 812 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button', { name: 'Druk af voor op tafel' })).toBeHidden()
    await expect(page.getByRole('heading', { name: /^De schaduwkant/ })).toBeVisible()
  })
  await step('And it stands between the others, as theirs', async () => {
    await page.emulateMedia({ media: 'screen' })
    await page.goto(`${weerklank.url}/gesprekken/vormen`)
    await page.getByLabel('Van wie?').selectOption('own')
    await expect(page.getByRole('link', { name: 'Opendialoogbijeenkomst van ons' })).toBeVisible()
    await expect(page.getByText('1 vorm gevonden')).toBeVisible()
  })
})

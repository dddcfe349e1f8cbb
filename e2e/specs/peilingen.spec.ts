import type { Browser, Page } from '@playwright/test'
import { expect, expectAccessible, signInAs, step, test } from '../support/weerklank.ts'

/** The phone of someone who holds a ticket: no account, no script. */
async function plainPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true },
    ...{ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', javaScriptEnabled: false },
  })
  return context.newPage()
}

async function fillForm(page: Page, title: string, people: readonly [string, string][]): Promise<void> {
  await page.getByLabel('Hoe heet deze peiling?').fill(title)
  for (const [at, [group, count]] of people.entries()) {
    if (at > 0) await page.getByRole('button', { name: 'Groep erbij' }).click()
    const line = page.getByRole('group', { name: `Groep ${at + 1}` })
    await line.getByLabel(/naam van de groep/).fill(group)
    await line.getByLabel('Aantal mensen').fill(count)
  }
}

/** A day on which the outcome can be talked about: after the last day of answering, whatever day it is. */
async function planTalk(page: Page): Promise<void> {
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('Op welke dag?').fill(day)
}

test('a team is asked without names, from tickets to what came out', { tag: '@phone' }, async ({
  page,
  browser,
  weerklank,
}) => {
  const title = `Team Oost ${Date.now() % 10_000}`
  await step('Given Noor wants to ask seven people', async () => {
    await signInAs(page, weerklank, 'Noor Bakker')
    await page.goto(`${weerklank.url}/peilingen`)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Nieuwe peiling' }).click()
    await fillForm(page, title, [['Team', '7']])
    await page.getByRole('button', { name: 'Maak de kaartjes' }).click()
  })
  await step(
    'Then it says honestly that this cannot be anonymous, and that the talk is missing',
    async () => {
      await expect(page.getByText(/Met 7 mensen kunnen we niemand anoniem houden/).first()).toBeVisible()
      await expect(page.getByRole('link', { name: 'De check van een team' })).toBeVisible()
      await expect(page.getByText(/Plan eerst het gesprek/).first()).toBeVisible()
      await expectAccessible(page)
    },
  )
  const links = await step('When she plans the talk and asks two groups', async () => {
    await planTalk(page)
    await page.getByRole('group', { name: 'Groep 1' }).getByLabel('Aantal mensen').fill('9')
    await page.getByRole('button', { name: 'Groep erbij' }).click()
    const second = page.getByRole('group', { name: 'Groep 2' })
    await second.getByLabel(/naam van de groep/).fill('Nacht')
    await second.getByLabel('Aantal mensen').fill('6')
    await expect(page.getByText('Samen 15 mensen.')).toBeVisible()
    await page.getByRole('button', { name: 'Maak de kaartjes' }).click()
    await expect(page.getByRole('heading', { level: 1, name: `De kaartjes van ‘${title}’` })).toBeVisible()
    await expect(page.getByRole('img', { name: 'QR-code van kaartje 6' }).first()).toBeVisible()
    await expectAccessible(page)
    return page.locator('.wk-tickets__url').allTextContents()
  })
  expect(links).toHaveLength(15)

  const phone = await plainPhone(browser)
  await step('Then whoever opens one reads who sees what, before the first question', async () => {
    await phone.goto(links[0] ?? '')
    await expect(phone.getByText('Niemand kan zien wat u antwoordde.')).toBeVisible()
    await expect(phone.getByText('Groepen kleiner dan 5 tonen we niet.')).toBeVisible()
    await expect(phone.getByText(/We praten erover op/)).toBeVisible()
  })
  await step('And nothing stands in anyone’s way there', async () => {
    // axe itself is a script, so this is looked at on a phone that runs them.
    const withScript = await (await browser.newContext({ viewport: { width: 375, height: 812 } })).newPage()
    await withScript.goto(links[9] ?? '')
    await expectAccessible(withScript)
    await withScript.getByRole('button', { name: 'Tel mijn antwoord mee' }).click()
    await expect(withScript.getByText('Er is nog niets om te tellen.')).toBeVisible()
    await expectAccessible(withScript)
    await withScript.goto(`${weerklank.url}/r/${'A'.repeat(43)}`)
    await expectAccessible(withScript)
  })
  await step('And can answer without script, without seeing it back', async () => {
    await phone
      .getByRole('group', { name: /Durft u hier te zeggen/ })
      .getByRole('radio', { name: '8' })
      .check()
    await phone.getByRole('textbox').fill('Noor Bakker belt nooit terug op 06-12345678.')
    await phone.getByRole('checkbox', { name: /Mijn woorden mogen/ }).check()
    await phone.getByRole('button', { name: 'Tel mijn antwoord mee' }).click()
    await expect(phone.getByRole('heading', { level: 1, name: 'Uw antwoord telt mee.' })).toBeVisible()
    await phone.goto(links[0] ?? '')
    await expect(phone.getByRole('radio', { name: '8' }).first()).not.toBeChecked()
    await expect(phone.getByText('Een tweede keer telt niet mee.')).toBeVisible()
  })
  await step('When the others of the first group answer, and one of the second', async () => {
    for (const link of [...links.slice(1, 9), links[10] ?? '']) {
      const form = { 'a.trust': '6', 'a.tasks': '3', open: 'Meer rust.', words: 'yes', lang: 'nl' }
      expect((await page.request.post(link, { form })).status()).toBe(200)
    }
  })
  await step('Then Noor reads that there is enough, and no number', async () => {
    await page.getByRole('link', { name: 'Ik heb ze. Naar de peiling' }).click()
    await expect(page.getByText('Er zijn genoeg antwoorden om iets te laten zien.')).toBeVisible()
    await expectAccessible(page)
  })
  await step('When she closes it', async () => {
    await page.getByRole('button', { name: 'Sluit de peiling' }).click()
    await expectAccessible(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Sluit de peiling' }).click()
    await expect(page.getByText('Lees dit met zorg.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Het gesprek' })).toContainText('Jullie praten erover op')
    await expectAccessible(page)
  })
  await step('Then the small group is hidden, the words hold no name, and the link has ended', async () => {
    const small = page.getByRole('region', { name: 'Nacht' })
    await expect(
      small.getByText('Niet getoond: minder dan 5 mensen antwoordden. Misschien niemand.'),
    ).toBeVisible()
    await expect(page.getByText('[naam] belt nooit terug op [telefoon].')).toBeVisible()
    await phone.goto(links[14] ?? '')
    await expect(phone.getByRole('heading', { name: 'Deze link werkt niet of niet meer' })).toBeVisible()
  })
})

test('tickets that were lost are replaced for everybody, never for one', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  const title = `Team Kwijt ${Date.now() % 10_000}`
  const sheet = async () => {
    await expect(page.getByRole('heading', { level: 1, name: `De kaartjes van ‘${title}’` })).toBeVisible()
    return page.locator('.wk-tickets__url').allTextContents()
  }
  await signInAs(page, weerklank, 'Noor Bakker')
  await page.goto(`${weerklank.url}/peilingen/nieuw`)
  await fillForm(page, title, [['Team', '12']])
  await planTalk(page)
  await page.getByRole('button', { name: 'Maak de kaartjes' }).click()
  const [lost = ''] = await sheet()
  const form = { 'a.trust': '6', lang: 'nl' }
  expect((await page.request.post(lost, { form })).status()).toBe(200)
  await step('Given Noor went on, she reads that no single ticket can be replaced', async () => {
    await page.getByRole('link', { name: 'Ik heb ze. Naar de peiling' }).click()
    const region = page.getByRole('region', { name: 'Kaartjes kwijt?' })
    await expect(region).toContainText('Eén los kaartje bijmaken kan niet.')
    await region.getByRole('button', { name: 'Begin opnieuw met nieuwe kaartjes' }).click()
    await expect(page.getByRole('dialog')).toContainText('Wat mensen al antwoordden, gooien we weg.')
    await expectAccessible(page)
  })
  const links = await step('When she begins anew, there are as many tickets as people', async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Begin opnieuw met nieuwe kaartjes' }).click()
    const all = await sheet()
    await expectAccessible(page)
    return all
  })
  expect(links).toHaveLength(12)
  expect(links).not.toContain(lost)
  await step('Then the lost ones work no more, the new ones do, and she can go on', async () => {
    expect((await page.request.get(lost)).status()).toBe(404)
    expect((await page.request.post(links[0] ?? '', { form })).status()).toBe(200)
    await page.getByRole('link', { name: 'Ik heb ze. Naar de peiling' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expectAccessible(page)
  })
})

test('the demo shows how it goes between professions, and which of them is not heard yet', async ({
  page,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await page.goto(`${weerklank.url}/peilingen`)
  await page.getByRole('link', { name: 'Tussen onze beroepen' }).click()
  const between = page.getByRole('region', { name: 'Hoe het tussen de groepen gaat' })
  await expect(between.getByText('Nog niet gehoord.').first()).toBeVisible()
  await expect(between.getByText(/^Begeleiders over Gedragswetenschappers: 4,6\./)).toBeVisible()
  await expect(between.getByText(/^Vrijwilligers over/)).toHaveCount(0)
  await expectAccessible(page)
})

test('the demo shows what suppression looks like', async ({ page, weerklank }) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await page.goto(`${weerklank.url}/peilingen`)
  await page.getByRole('link', { name: 'Samenwerken in De Linde' }).click()
  await expect(page.getByRole('region', { name: 'Vrijwilligers' }).getByText(/Niet getoond/)).toBeVisible()
  const whole = page.getByRole('region', { name: 'Iedereen samen' })
  await expect(
    whole.getByText('12 mensen antwoordden. Niet meegeteld, omdat het er te weinig zijn: Vrijwilligers.'),
  ).toBeVisible()
  await expect(page.getByText('Wij horen alles als laatste.')).toHaveCount(0)
  await whole.getByRole('button', { name: 'Bekijk als tabel' }).first().click()
  await expect(whole.getByRole('table').first()).toBeVisible()
  await expectAccessible(page)
  await step('and gives a file only for what it may be used for', async () => {
    await page.getByLabel('Waarvoor is het?').selectOption('personnel')
    await page.getByRole('button', { name: /rekenblad/ }).click()
    await expect(page.getByText(/niet om iemand te beoordelen/)).toBeVisible()
    await page.getByLabel('Waarvoor is het?').selectOption('leaving')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: /rekenblad/ }).click()
    expect((await download).suggestedFilename()).toMatch(/^peiling-.*\.csv$/)
  })
})

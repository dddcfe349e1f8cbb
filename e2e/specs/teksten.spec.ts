/** The texts that the law asks for: made from the settings, read, kept, printed; and the public pages about an answer. */
import { readFileSync } from 'node:fs'
import { ownPerson, signInByPassword } from '../support/own-person.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

test('an administrator fills in who is responsible and finds it in the texts', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  const ada = await ownPerson(weerklank, 'Ada de Wit', 'administrator')
  await step('Given an organisation of which nobody said who is responsible', async () => {
    await page.goto(`${weerklank.url}/inloggen`)
    await signInByPassword(page, ada)
    await expect(page.getByRole('heading', { level: 1, name: 'Mensen' })).toBeVisible()
    await page.goto(`${weerklank.url}/beheer/teksten/processing-record`)
    await expect(page.getByRole('heading', { level: 1, name: 'Register van verwerkingen' })).toBeVisible()
    await expect(
      page.getByText('Verwerkingsverantwoordelijke: nog niet ingevuld', { exact: false }),
    ).toBeVisible()
    await expectAccessible(page)
  })
  await step('When she fills it in', async () => {
    await page.goto(`${weerklank.url}/beheer/instellingen`)
    await page.getByLabel('Verantwoordelijke organisatie').fill('Stichting De Eik')
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click()
    await expect(page.getByText('Bewaard. Het geldt vanaf nu.')).toBeVisible()
  })
  await step('Then every text says so, and leads back to the list', async () => {
    await page.goto(`${weerklank.url}/beheer/teksten`)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Register van verwerkingen', exact: true }).click()
    await expect(page.getByText('Verwerkingsverantwoordelijke: Stichting De Eik')).toBeVisible()
    await page.getByRole('link', { name: 'Alle teksten' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Teksten over privacy' })).toBeVisible()
  })
  await step('And she keeps one as a file, in English', async () => {
    await page.getByRole('radio', { name: 'Engels' }).check()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Bewaar als Markdown ?: For the works council$/ }).click(),
    ])
    expect(file.suggestedFilename()).toBe('works-council.en.md')
    expect(readFileSync(await file.path(), 'utf8')).toContain('Controller: Stichting De Eik')
    await expect(page.getByText('Het bestand is gemaakt.')).toBeVisible()
  })
})

test('a privacy officer reads them, and that stands in the log; a professional does not', async ({
  page,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Els de Ruiter')
  await page.goto(`${weerklank.url}/beheer/teksten/data-list`)
  await expect(page.getByRole('rowheader', { name: 'Antwoorden (response)' })).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${weerklank.url}/logboek`)
  const line = page.getByRole('row').filter({ hasText: 'Las een tekst die de wet vraagt' }).first()
  await expect(line).toContainText('Els de Ruiter')
  await signInAs(page, weerklank, 'Noor Bakker')
  await page.goto(`${weerklank.url}/beheer/teksten`)
  await expect(
    page.getByRole('heading', { level: 1, name: 'Deze pagina hoort niet bij jouw werk' }),
  ).toBeVisible()
})

test('everybody reads what happens with an answer, also on a small phone and without script', async ({
  browser,
  weerklank,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  })
  const page = await context.newPage()
  for (const [path, title] of [
    ['/privacy', 'Wat er met uw antwoorden gebeurt'],
    ['/privacy/kind', 'Wat er met je antwoord gebeurt'],
    ['/privacy/professional', 'Privacy: voor wie hier werkt'],
  ] as const) {
    await page.goto(`${weerklank.url}${path}?lang=nl`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    // Nothing sticks out: the page is as wide as the phone.
    const box = await page.locator('main').boundingBox()
    expect(box?.width).toBeLessThanOrEqual(320)
    await expect(page.getByRole('link', { name: 'English' })).toBeVisible()
  }
  await page.getByRole('link', { name: 'Wat er met je antwoord gebeurt' }).click()
  await expect(page.getByText('Er is geen fout antwoord.')).toBeVisible()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByText('There is no wrong answer.')).toBeVisible()
  await context.close()
})

/** The log: the privacy officer sees who did what and why that was allowed, and nothing of what was said. */
import { readFileSync } from 'node:fs'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

test('what a professional did stands in the log, without what was said', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  const title = 'Wat niemand in het logboek leest'
  await ownRelation(page, weerklank, { title, people: { Zita: 'client' } })
  await step('Given someone who looks after privacy', async () => {
    await signInAs(page, weerklank, 'Els de Ruiter')
    await expect(page.getByRole('heading', { level: 1, name: 'Logboek' })).toBeVisible()
    const rooms = page.getByRole('navigation', { name: 'Kamers' })
    await expect(rooms.getByRole('link', { name: 'Logboek' })).toBeVisible()
    await expect(rooms.getByRole('link', { name: /Vandaag|Samenwerkingen/ })).toHaveCount(0)
  })
  await step('Then the newest deed stands first, with who and why', async () => {
    const made = page.getByRole('row').filter({ hasText: 'Begon een samenwerking' }).first()
    await expect(made).toContainText('Noor Bakker')
    await expect(made).toContainText('Werkt hier zelf aan mee')
    await expect(page.getByText(title)).toHaveCount(0)
    await expect(page.getByText('Zita')).toHaveCount(0)
    await expectAccessible(page)
  })
  await step('When she looks for one collaboration, only that one is shown', async () => {
    const made = page.getByRole('row').filter({ hasText: 'Begon een samenwerking' }).first()
    await made.getByRole('link', { name: /^Toon alleen samenwerking / }).click()
    await expect(page.getByText(/^Alleen samenwerking /)).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: 'Farid Amrani' })).toHaveCount(0)
  })
  await step('And when nothing fits, that is said', async () => {
    await page.getByLabel('Waarom het mocht').selectOption('Met spoed')
    await page.getByRole('button', { name: 'Zoek', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Hier staat niets' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Toon alles' }).click()
    // Her searches stand in the log as well, with what she looked for.
    await expect(page.getByRole('row').filter({ hasText: 'Keek in het logboek' }).first()).toBeVisible()
  })
})

test('the log can be verified and kept as a file', async ({ page, weerklank }) => {
  await signInAs(page, weerklank, 'Els de Ruiter')
  await step('When she has the chains verified', async () => {
    await page.getByRole('button', { name: 'Controleer het logboek' }).click()
    await expect(page.getByText(/^Het logboek klopt\. Laatst gecontroleerd /)).toBeVisible()
    await expect(page.getByText(/^Bekeken: \d+ regels in \d+ keten/)).toBeVisible()
    await expectAccessible(page)
  })
  await step('Then it is still known on another day', async () => {
    await page.reload()
    await expect(page.getByText(/^Het logboek klopt\. Laatst gecontroleerd /)).toBeVisible()
  })
  await step('And a file holds the lines under the names of NEN 7513', async () => {
    await page.getByLabel('Wat er gebeurde').selectOption('Verwijderd')
    await page.getByRole('button', { name: 'Zoek', exact: true }).click()
    await page.getByRole('link', { name: 'Toon alles' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Bestand voor een rekenblad (CSV)' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^logboek-\d{4}-\d\d-\d\d\.csv$/)
    const text = readFileSync(await file.path(), 'utf8')
    expect(text).toMatch(/^\uFEFFEventID,EventActionCode,EventDateTime,/)
    expect(text).toContain(',audit.verified,')
    await expect(page.getByText('Het bestand is gemaakt.')).toBeVisible()
  })
})

test('whoever is no privacy officer has no log', async ({ page, weerklank }) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await expect(page.getByRole('link', { name: 'Logboek' })).toHaveCount(0)
  await page.goto(`${weerklank.url}/logboek`)
  await expect(page.getByRole('heading', { level: 1, name: 'Logboek' })).toHaveCount(0)
  const refused = page.getByRole('heading', { level: 1, name: 'Deze pagina hoort niet bij jouw werk' })
  await expect(refused).toBeVisible()
  await expectAccessible(page)
})

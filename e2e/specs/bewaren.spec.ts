/** Who owns what: notes for oneself, what is kept for how long, and everything of the organisation in one file. */
import { openPart } from '../support/open-part.ts'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

test('a working note stays with its author until she shares it', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  const own = await ownRelation(page, weerklank, { title: 'Aantekeningen', people: { Zita: 'client' } })
  await page.goto(own.url)
  const words = 'Volgende keer naar de vijver vragen.'
  await step('Given a note that she types, it is saved by itself', async () => {
    await openPart(page, 'Mijn aantekeningen en dagboek')
    await expect(page.getByText('Alleen jij ziet dit. Geen collega')).toBeVisible()
    await page.getByRole('button', { name: 'Nieuwe aantekening' }).click()
    await page.getByLabel('Aantekening 1').fill(words)
    await expect(page.getByText(/^Bewaard\. Verdwijnt /)).toBeVisible()
    await expectAccessible(page)
  })
  await step('Then it is there again on another visit', async () => {
    await page.reload()
    await openPart(page, 'Mijn aantekeningen en dagboek')
    await expect(page.getByLabel('Aantekening 1')).toHaveValue(words)
  })
  await step('When she takes it away, she can put it back', async () => {
    await page.getByRole('button', { name: /^Weghalen.*Aantekening 1/ }).click()
    await expect(page.getByLabel('Aantekening 1')).toHaveCount(0)
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(page.getByLabel('Aantekening 1')).toHaveValue(words)
  })
  await step('And before sharing she reads what that means', async () => {
    await page.getByRole('button', { name: /^Delen met het dossier.*Aantekening 1/ }).click()
    await expect(page.getByText('Zodra je deelt, hoort dit bij het dossier.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ja, deel het' }).click()
    await expect(page.getByText('Gedeelde aantekeningen')).toBeVisible()
    await expect(page.getByText(/^Gedeeld door Noor Bakker/)).toBeVisible()
    await expect(page.getByLabel('Aantekening 1')).toHaveCount(0)
  })
})

test('what is kept for how long is chosen, counted and shown', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Els de Ruiter')
  await page.goto(`${weerklank.url}/beheer/bewaren`)
  await step('Given a privacy officer, she reads the terms and has them counted', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Bewaren' })).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: 'Gesloten samenwerkingen' })).toContainText(
      '20 jaar',
    )
    await expect(page.getByRole('button', { name: /^Aanpassen/ })).toHaveCount(0)
    await page.getByRole('button', { name: 'Nu tellen' }).click()
    await expect(page.getByText(/^Geteld: vandaag/)).toBeVisible({ timeout: 40_000 })
    await expectAccessible(page)
  })
  await step(
    'Then the page about taking everything along says that she is the second pair of eyes',
    async () => {
      await page.getByRole('link', { name: 'Alles meenemen' }).click()
      await expect(page.getByText('Een privacyfunctionaris keurt het goed.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Aanvragen' })).toHaveCount(0)
      await expectAccessible(page)
    },
  )
})

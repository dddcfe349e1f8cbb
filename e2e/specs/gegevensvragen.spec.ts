/** What a person asks about her data: told on *Vandaag*, answered in the collaboration, and read on her own page. */
import type { Page } from '@playwright/test'
import { type OwnRelation, ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

const waiting = (page: Page) => page.getByRole('region', { name: 'Vragen over gegevens' })

/** Opens someone's own page from a check, as she would, and asks something there. */
async function ask(page: Page, relation: OwnRelation, asked: { kind: string; text: string }): Promise<void> {
  await page.goto(await relation.invite('Samira'))
  await page.getByRole('textbox').fill('Rustig gesprek.')
  await page.getByRole('button', { name: 'Verstuur naar' }).click()
  await page.getByRole('button', { name: 'Mijn keuzes en gegevens' }).click()
  await page.getByRole('link', { name: 'Iets verbeteren of wissen' }).click()
  await page.getByRole('radio', { name: asked.kind }).check()
  await page.getByLabel('Wat moeten we veranderen of wissen?').fill(asked.text)
  await page.getByRole('button', { name: 'Verstuur dit verzoek' }).click()
  await expect(page.getByRole('status')).toHaveText('Je verzoek is verstuurd.')
}

test('a question about data stands on Vandaag until it is answered, also when the answer is no', {
  tag: '@phone',
}, async ({ page: desk, browser, weerklank, noise }) => {
  const phone = await browser.newContext({ viewport: { width: 375, height: 812 } })
  noise.watch(phone)
  const page = await phone.newPage()
  const relation = await ownRelation(desk, weerklank, {
    title: 'Vraag op Vandaag',
    people: { Samira: 'mother' },
  })
  const line = waiting(desk).getByRole('listitem').filter({ hasText: relation.title })

  await step('Given Noor has Vandaag open, and Samira asks to correct something', async () => {
    await desk.goto(weerklank.url)
    await expect(desk.getByRole('article').first()).toBeVisible()
    await ask(page, relation, { kind: 'Iets verbeteren', text: 'Mijn naam is Samira B.' })
  })

  await step('Then a quiet line comes by itself, without her words', async () => {
    await expect(line).toContainText('Samira vraagt om iets te verbeteren')
    await expect(line).toContainText(`Gevraagd vandaag, bij ${relation.title}`)
    await expect(desk.getByText('Mijn naam is Samira B.')).toHaveCount(0)
    await expectAccessible(desk)
  })

  await step('When she follows it, she stands at the question', async () => {
    await line.getByRole('link').click()
    await expect(desk.getByRole('heading', { level: 1, name: relation.title })).toBeVisible()
    await expect(desk.locator('#vragen-over-gegevens')).toBeFocused()
    await expect(waiting(desk)).toContainText('Mijn naam is Samira B.')
    await expect(waiting(desk)).toBeInViewport()
  })

  const dialog = desk.getByRole('dialog', { name: 'Antwoord aan Samira' })
  await step('And an answer that is no cannot go without a reason', async () => {
    await waiting(desk).getByRole('button', { name: 'Antwoord geven' }).click()
    await expect(dialog.getByText('Mijn naam is Samira B.')).toBeVisible()
    await expectAccessible(desk)
    await dialog.getByRole('button', { name: 'Antwoord sturen' }).click()
    await expect(dialog.getByText('Kies wat je hebt gedaan')).toBeVisible()
    await dialog.getByRole('radio', { name: 'Niet gedaan' }).check()
    await dialog.getByRole('button', { name: 'Antwoord sturen' }).click()
    await expect(dialog.getByText('Leg uit waarom niet alles is gedaan')).toBeVisible()
    await expect(dialog.getByLabel('Je antwoord')).toBeFocused()
    await expectAccessible(desk)
  })

  await step('When she explains it, the question is gone here and on Vandaag', async () => {
    await dialog.getByLabel('Je antwoord').fill('Zo stond het op je eigen formulier.')
    await dialog.getByRole('button', { name: 'Antwoord sturen' }).click()
    await expect(desk.getByText('Je antwoord staat op de eigen pagina van deze persoon.')).toBeVisible()
    await expect(waiting(desk)).toHaveCount(0)
    await expect(desk.getByRole('heading', { level: 1 })).toBeFocused()
    await expectAccessible(desk)
    await desk.goto(weerklank.url)
    await expect(desk.getByRole('article').first()).toBeVisible()
    await expect(line).toHaveCount(0)
  })

  await step('And Samira reads on her own page what came of it, and why', async () => {
    await page.reload()
    await expect(page.getByText('Niet gedaan')).toBeVisible()
    await expect(page.getByText('Zo stond het op je eigen formulier.')).toBeVisible()
    await expectAccessible(page)
  })
  await phone.close()
})

test('a deletion says first what goes, is asked twice, and takes it away', { tag: '@phone' }, async ({
  page: desk,
  browser,
  weerklank,
  noise,
}) => {
  const phone = await browser.newContext({ viewport: { width: 375, height: 812 } })
  noise.watch(phone)
  const page = await phone.newPage()
  const relation = await ownRelation(desk, weerklank, { title: 'Graag weg', people: { Samira: 'mother' } })
  await ask(page, relation, { kind: 'Iets wissen', text: 'Al mijn antwoorden.' })
  await desk.goto(relation.url)
  await expect(desk.getByText('Rustig gesprek.').first()).toBeVisible()
  const dialog = desk.getByRole('dialog', { name: 'Antwoord aan Samira' })
  await step('When Noor ticks that all of it goes, she reads what goes and what stays', async () => {
    await waiting(desk).getByRole('button', { name: 'Antwoord geven' }).click()
    await dialog.getByRole('radio', { name: 'Gedaan', exact: true }).check()
    await dialog.getByLabel('Verwijder alles wat deze persoon hier antwoordde').check()
    await expect(dialog.getByText(/^Weg gaan:/)).toBeVisible()
    await expect(dialog.getByText(/^Wat blijft:/)).toBeVisible()
    await expectAccessible(desk)
  })
  await step('And sure of it or not at all', async () => {
    await dialog.getByRole('button', { name: 'Verwijderen en antwoord sturen' }).click()
    await expect(dialog.getByText('Zet een vinkje als je het zeker weet')).toBeVisible()
    await dialog.getByLabel('Ik weet dat dit niet terug kan').check()
    await dialog.getByRole('button', { name: 'Verwijderen en antwoord sturen' }).click()
    await expect(desk.getByText(/^Verwijderd: 1 antwoord\./)).toBeVisible()
  })
  await step('Then the answer is gone, and Samira has a receipt', async () => {
    await expect(desk.getByText('Rustig gesprek.')).toHaveCount(0)
    await expect(waiting(desk)).toHaveCount(0)
    await page.reload()
    await expect(page.getByText('Gedaan', { exact: true })).toBeVisible()
    await expectAccessible(page)
  })
  await phone.close()
})

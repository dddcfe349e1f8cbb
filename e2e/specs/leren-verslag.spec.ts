/** Five people answer after a lecture without a name; the lead writes the report of her trajectory and opens it as Word. */
import { readFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

/** Each on a phone of her own, where no script runs. */
async function answerInRoom(browser: Browser, url: string, words: string): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' })
  const phone = await context.newPage()
  await phone.goto(url)
  await expect(phone.getByText('Niemand kan zien wat u antwoordde.')).toBeVisible()
  await phone.getByRole('radio', { name: 'moeizaam' }).check()
  await phone.getByLabel('Wat hebt u daarvoor nodig?').fill(words)
  await phone.getByRole('button', { name: 'Tel mijn antwoord mee' }).click()
  await expect(phone.getByRole('heading', { name: 'Uw antwoord telt mee.' })).toBeVisible()
  await context.close()
}

test('a lead writes the report of a trajectory and opens it as Word; five people answered without a name', async ({
  page,
  browser,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  let link = ''
  await step('Given a trajectory that begins with a lecture for everybody', async () => {
    await page.goto(`${weerklank.url}/leren/nieuw`)
    await page.getByLabel('Hoe heet het traject?').fill('Naast elkaar')
    await page.getByLabel('Wanneer begint het?').fill('2026-03-02')
    await page.getByRole('radio', { name: /Samen leren over organisaties heen/ }).check()
    await page.getByRole('button', { name: 'Traject samenstellen' }).click()
    await page.getByRole('button', { name: 'Traject laten beginnen' }).click()
    await expect(page.getByRole('button', { name: 'Traject afsluiten' })).toBeVisible()
  })
  await step('When she opens the questions for the room', async () => {
    await page.getByRole('button', { name: /^Open de vragen bij / }).click()
    const room = page.getByRole('region', { name: 'Vragen na de lezing' }).getByRole('link')
    await expect(room).toBeVisible()
    link = (await room.getAttribute('href')) ?? ''
    await expectAccessible(page)
  })
  await step('And five people answer, each without a name', async () => {
    for (const words of ['tijd', 'ruimte', 'rust', 'oefenen', 'elkaar kennen'])
      await answerInRoom(browser, link, words)
  })
  await step('Then nothing is told while the questions are open', async () => {
    await page.getByRole('link', { name: 'Verslag', exact: true }).click()
    await expect(
      page.getByText('Er is geen anonieme vragenlijst waarover iets verteld mag worden.'),
    ).toBeVisible()
    await page.getByRole('link', { name: 'Overzicht', exact: true }).click()
    await page.getByRole('button', { name: 'Sluit de vragen' }).click()
    await expect(page.getByText('De aantallen staan in het verslag, van vijf mensen of meer.')).toBeVisible()
  })
  await step('When she writes between the parts of the report', async () => {
    await page.getByRole('link', { name: 'Verslag', exact: true }).click()
    await expect(page.getByText('Na de open bijeenkomst zijn 5 antwoorden gebruikt.')).toBeVisible()
    await expect(page.getByText('Bron: anonieme vragenlijst, n = 5.').first()).toBeVisible()
    await page
      .getByRole('textbox', { name: 'Eigen tekst' })
      .first()
      .fill('# Vooraf\nWij begonnen met luisteren.')
    await page.getByRole('button', { name: 'Antwoorden per functie weghalen' }).click()
    await expect(page.getByText('Bewaard', { exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Antwoorden per functie' })).toHaveCount(0)
    await expectAccessible(page)
  })
  await step('Then her words, the numbers and their source stand in the file for Word', async () => {
    await page.getByLabel('Waarvoor neem je dit mee?').selectOption('Bespreken in het team')
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Maak het bestand' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(/^weerklank-traject-[\d-]+\.docx$/)
    const word = unzipSync(readFileSync(await file.path()))
    const text = strFromU8(word['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, ' ')
    expect(text).toContain('Wij begonnen met luisteren.')
    expect(text).toContain('zijn 5 antwoorden gebruikt')
    expect(text).toContain('Bron: anonieme vragenlijst, n = 5.')
    expect(text).toContain('“elkaar kennen”')
    expect(text).not.toContain('Antwoorden per functie')
    await expect(page.getByText('Sinds die dag veranderde geen getal.')).toBeVisible()
  })
})

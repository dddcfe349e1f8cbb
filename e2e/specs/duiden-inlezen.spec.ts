/** A project of another program: brought in with the ground, coded words found again, and a report that tells no more than it may. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

const sample = fileURLToPath(
  new URL('../../../shared/fixtures/refi-qda/synthetic-nl-emoji.qdpx', import.meta.url),
)

test('a project comes in with everything said that went otherwise, and goes out as a report', async ({
  page,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await step('Given a file and no reason why its words may be here, it asks for that', async () => {
    await page.goto(`${weerklank.url}/duiden/inlezen`)
    await page.getByLabel('Welk bestand?').setInputFiles(sample)
    await page.getByRole('button', { name: 'Lees in' }).click()
    await expect(page.getByRole('link', { name: 'Kies waarom deze woorden hier mogen zijn.' })).toBeVisible()
    await expectAccessible(page)
  })
  await step('When she says why, it comes in, and what went otherwise is said', async () => {
    await page.getByRole('radio', { name: 'De woorden zijn verzonnen, om te oefenen' }).check()
    await page.getByRole('button', { name: 'Lees in' }).click()
    await expect(page.getByRole('heading', { name: '“Evaluatie 2026” is ingelezen' })).toBeVisible()
    await expect(page.getByText('1 tekst, 3 thema’s, 2 uitspraken, 3 memo’s.')).toBeVisible()
    await expect(page.getByText('Kop in het codeboek is nu een gewoon thema: 1 (Relatie)')).toBeVisible()
    await expectAccessible(page)
  })
  await step('Then the words stand in it, and it goes out as a report in Word', async () => {
    await page.getByRole('link', { name: 'Open de duiding' }).click()
    await expect(page.getByText('Ik voel me gehoord').first()).toBeVisible()
    await page.getByRole('link', { name: 'Verslag', exact: true }).click()
    await page.getByLabel('Waarvoor neem je dit mee?').selectOption({ label: 'Bespreken in het team' })
    await expectAccessible(page)
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Maak het bestand' }).click()
    const file = await waiting
    expect(file.suggestedFilename()).toMatch(/^weerklank-duiding-[\d-]+\.docx$/)
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    await expect(page.getByText('Het bestand staat bij je downloads.')).toBeVisible()
  })
  await step('And a file that is no project is told why, with nothing kept', async () => {
    await page.goto(`${weerklank.url}/duiden/inlezen`)
    const none = { name: 'leeg.qdpx', mimeType: 'application/zip', buffer: Buffer.from('geen project') }
    await page.getByLabel('Welk bestand?').setInputFiles(none)
    await page.getByRole('radio', { name: 'Het zijn mijn eigen woorden' }).check()
    await page.getByRole('button', { name: 'Lees in' }).click()
    await expect(page.getByText('Er is niets bewaard.')).toContainText(
      'Dit is geen bestand van een analyseprogramma',
    )
  })
})

/** A question on paper: fetched as a PDF, filled in with a pen, typed over for its own day, and seen as such. */
import { readFileSync } from 'node:fs'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

/** The day of today as a field of a date takes it. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())

test('what was answered on paper is typed over for its day, and says so in list, picture and table', {
  tag: '@phone',
}, async ({ page, weerklank, noise }) => {
  noise.expectRefusal(422)
  const own = await ownRelation(page, weerklank, { title: 'Op papier', people: { Lina: 'client' } })
  // No other answer: a paper of today counts from noon, so whatever is answered in a test is before or after it by the clock.
  await page.goto(own.url)
  await page.getByRole('button', { name: 'Vraag hoe het was' }).first().click()
  await page.getByRole('button', { name: 'Maak de link' }).click()
  await step('The paper is a PDF', async () => {
    await page.getByRole('button', { name: 'Andere manieren' }).click()
    await page.getByRole('button', { name: 'Op papier' }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Haal het papier op (PDF)' }).click()
    const file = await (await coming).path()
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  })
  await step(
    'A day that is missing, or still to come, is told at its field; what was typed stays',
    async () => {
      await page.getByRole('button', { name: 'Typ het papier over' }).click()
      const day = page.getByLabel('Op welke dag is het ingevuld?')
      await expect(day).toBeVisible()
      await page.getByRole('button', { name: 'Bewaar het antwoord' }).click()
      await expect(page.getByRole('alert').getByRole('link')).toHaveText(
        'Kies de dag die op het papier staat.',
      )
      await day.fill('2099-01-01')
      await page.locator('#papier-a-heard').fill('4,5')
      await page.locator('#papier-open').fill('Te snel voor mij.')
      await page.getByRole('button', { name: 'Bewaar het antwoord' }).click()
      await expect(page.getByRole('alert').getByRole('link')).toHaveText(/Deze dag moet nog komen/)
      await expectAccessible(page)
      await shot(page, 'papier')
      await day.fill(today())
      await expect(page.locator('#papier-a-heard')).toHaveValue('4,5')
      for (const item of ['what', 'how', 'whole']) await page.locator(`#papier-a-${item}`).fill('4')
      await page.getByRole('button', { name: 'Bewaar het antwoord' }).click()
      await expect(page.getByText('Het antwoord is binnen.')).toBeVisible()
    },
  )
  await step('On the page it says that it was on paper, and who typed it over', async () => {
    await page.goto(own.url)
    await expect(page.getByText('Op papier ingevuld. Noor Bakker typte het over.')).toBeVisible()
    await expect(page.getByText('Op papier ingevuld', { exact: true }).first()).toBeVisible()
    await expectAccessible(page)
    await page.getByText('Op papier ingevuld. Noor').scrollIntoViewIfNeeded()
    await shot(page, 'papier-gezien')
  })
})

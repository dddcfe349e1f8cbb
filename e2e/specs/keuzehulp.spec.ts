/** *Keuzehulp* and *Uit de praktijk*: what to measure with, and a story that nobody can be recognised in. */
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

test('a few questions lead to an instrument by keyboard, and a story that names somebody is not shared', async ({
  page,
  weerklank,
  noise,
}) => {
  // A story that nobody wrote yet is asked for first, and one with a name in it is refused.
  noise.expectRefusal(404)
  noise.expectRefusal(422)
  await step('Given Noor asks what to measure with, and answers by keyboard', async () => {
    await signInAs(page, weerklank, 'Noor Bakker')
    await page.goto(`${weerklank.url}/team/keuzehulp`)
    for (const answer of [
      'hoe ons team samenwerkt',
      '3 maanden of langer',
      'ja, de cliënt',
      'nee, nog niet',
    ]) {
      await page.getByLabel(new RegExp(answer)).press('Space')
      await page.keyboard.press('Enter')
    }
  })
  await step('Then it tells what fits, that a talk comes first, and how she came there', async () => {
    await expect(page.getByRole('heading', { name: 'Dit past' })).toBeFocused()
    await expect(page.getByText('Eerst een gesprek plannen')).toBeVisible()
    await expect(page.getByRole('article', { name: 'AITCS-II' })).toContainText('Carole Orchard')
    await expect(page.getByRole('link', { name: 'Start een anonieme peiling' })).toHaveCount(0)
    await expect(page.getByRole('img', { name: 'De weg die je nam' })).toBeVisible()
    await expectAccessible(page)
  })
  await step('And whoever gets the link sees the same, and can go back one question', async () => {
    await page.reload()
    await page.getByRole('button', { name: 'Vorige vraag' }).click()
    await page.getByLabel('ja, daar is een dag voor').press('Space')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('link', { name: 'Start een anonieme peiling' })).toBeVisible()
  })
  await step(
    'To dare to speak leads to our own questions in a round, with the talk still to plan there',
    async () => {
      await page.goto(`${weerklank.url}/team/keuzehulp?pad=speak-up.ready.yes`)
      await expect(page.getByRole('listitem').filter({ hasText: 'Dat leidt naar:' })).toContainText(
        'Eigen check',
      )
      await page.getByRole('link', { name: 'Start een anonieme peiling' }).click()
      await expect(page.getByLabel('Met welke vragen?')).toHaveValue('speak-up-check')
      await expect(page.getByText(/als 75 van de 100 mensen antwoordden/)).toBeVisible()
      await expectAccessible(page)
    },
  )
  await step('And for a team of four to a talk, which is planned from there', async () => {
    await page.goto(`${weerklank.url}/team/keuzehulp?pad=team.few`)
    await expect(page.getByRole('heading', { name: 'Meet nu niet, maar praat' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Start een anonieme peiling' })).toHaveCount(0)
    await page.getByRole('link', { name: 'Plan Terugblik met het team' }).click()
    await expect(page.getByLabel('Gespreksvorm')).toHaveValue('retrospective')
  })
  await step('When she writes a story with a name in it', async () => {
    await page.goto(`${weerklank.url}/kennis/praktijk`)
    await page.getByRole('link', { name: 'Schrijf een verhaal' }).click()
    // The list asks for a kind too: what is chosen there would lead back to it.
    await expect(page.getByRole('heading', { name: 'Een verhaal uit je werk' })).toBeVisible()
    await page.getByLabel('Soort').selectOption({ index: 1 })
    await page.getByLabel('Wat deed je?').fill('Ik wachtte. Toen zei Pietje iets.')
    await page.getByLabel(/je houding/).fill('Ik bleef rustig.')
    await page.getByLabel('Wat bracht het?').fill('Er kwam een vraag.')
    await page.getByRole('button', { name: 'Kijk het na' }).click()
  })
  await step('Then the word is told, and it is shared only after it is gone', async () => {
    await expect(page.getByLabel('“Pietje” is geen persoon of plek')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Deel met collega’s' }).click()
    await expect(page.getByText('Er staan nog woorden in die naar iemand kunnen wijzen.')).toBeVisible()
    await page.getByLabel('Wat deed je?').fill('Ik wachtte. Toen zei zij iets.')
    await page.getByRole('button', { name: 'Kijk het opnieuw na' }).click()
    await expect(page.getByText('We vonden geen woorden')).toBeVisible()
    for (const tick of [/geen naam, plek/, /maar één iemand/, /Wie de cliënt kent/, /over wat ik deed/])
      await page.getByLabel(tick).check()
    await page.getByRole('button', { name: 'Deel met collega’s' }).click()
    await expect(page.getByText('Toen zei zij iets.')).toBeVisible()
    await expectAccessible(page)
  })
})

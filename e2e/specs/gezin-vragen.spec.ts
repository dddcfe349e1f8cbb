/** What a network asks or tells the family: written by link, said at the table, and only then on the page of the family itself. */
import { expectAccessibleAt, phone } from '../support/network-round-bas.ts'
import { type CirclePerson, ownCircle } from '../support/own-circle.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, step } from '../support/weerklank.ts'

const people: readonly CirclePerson[] = [
  { name: 'Kim', voice: 'partner', sides: ['School'] },
  { name: 'Ahmed', voice: 'partner', sides: ['Wijkteam'] },
  { name: 'Hanan', voice: 'mother', sides: ['Het gezin'] },
]
const network = { sides: ['De Linde', 'School', 'Wijkteam', 'Het gezin'], family: 'Het gezin', people }
const question = 'Op welke dag past een gesprek op school u het best?'

test('the family reads a question once it was said, with who said it and what it answered, and never before', async ({
  page,
  browser,
  weerklank,
  noise,
}) => {
  // What is left empty is refused on purpose.
  noise.expectRefusal(422)
  const circle = await ownCircle(page, weerklank, { title: 'Rond Yara', ...network })
  const [kim, hanan] = [await circle.link('Kim'), await circle.link('Hanan')]
  const asks = await phone(browser, kim)
  await step('Given Kim, who writes it down by link on her phone, and is told what is missing', async () => {
    await asks.getByRole('link', { name: 'Iets opschrijven of afvinken' }).click()
    await asks.getByRole('button', { name: 'Opschrijven', exact: true }).click()
    await expect(asks.getByRole('link', { name: 'Schrijf op wat we vragen' })).toBeVisible()
    await asks.getByLabel('Wat vragen of vertellen we?').fill(question)
    await asks.getByLabel('Wie zegt het?').selectOption('Ahmed')
    await expect(asks.getByLabel('Wie zegt het?').getByRole('option', { name: 'Hanan' })).toHaveCount(0)
    await asks.getByRole('button', { name: 'Opschrijven', exact: true }).click()
    await expect(asks.getByText('Ahmed zegt het')).toBeVisible()
    await expectAccessibleAt(browser, asks.url())
    await shot(asks, 'gezin-opschrijven')
  })
  const mother = await phone(browser, hanan)
  await step(
    'When it was not said yet, then the mother reads nothing of it, here or by its address',
    async () => {
      await expect(mother.getByRole('heading', { name: 'Dag Hanan' })).toBeVisible()
      await expect(mother.getByText(question)).toHaveCount(0)
      const answer = await mother.goto(`${hanan}/gezin`)
      expect(answer?.status()).toBe(404)
      expect(await mother.content()).not.toContain(question)
    },
  )
  await step('When a colleague writes down on screen that it was said, with the answer', async () => {
    await page.goto(circle.url)
    await page.getByRole('button', { name: 'Dit is gezegd' }).click()
    await page.getByLabel('Wat antwoordde het gezin?').fill('Op dinsdag.')
    await page.getByRole('button', { name: 'Opschrijven dat het is gezegd' }).click()
    await expect(page.getByText('Antwoord: Op dinsdag.')).toBeVisible()
    await shot(page, 'gezin-gezegd')
  })
  await step(
    'Then the mother reads it on her own page, in Dutch and in English, on screen and on paper',
    async () => {
      await mother.goto(hanan)
      await expect(mother.getByText(question)).toBeVisible()
      await expect(mother.getByText('Antwoord: Op dinsdag.')).toBeVisible()
      await expectAccessibleAt(browser, hanan)
      await shot(mother, 'gezin-leest')
      await mother.emulateMedia({ media: 'print' })
      await expect(mother.getByText(question)).toBeVisible()
      await mother.emulateMedia({ media: 'screen' })
      await mother.getByRole('link', { name: 'English' }).click()
      await expect(mother.getByRole('heading', { name: 'What we ask and tell you' })).toBeVisible()
      await expect(mother.getByText('Answer: Op dinsdag.')).toBeVisible()
    },
  )
  for (const one of [asks, mother]) await one.context().close()
})

/** People out of a file: what it holds is seen first, a wrong line keeps all of it out, and it is taken in once. */
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

const wrong = 'Samenwerking;Naam;Rol\r\nRond Zilver;Zilver;kind\r\nRond Zilver;Moeder van Zilver;tovenaar\r\n'
// As Excel on Windows writes it: one byte for each sign.
const right = Buffer.from(
  'Samenwerking;Naam;Rol;Kleur\r\nRond Zilver;Zoë;kind;blauw\r\nRond Zilver;=Moeder;moeder;\r\n;Fjodor;cliënt;\r\n',
  'latin1',
)
const csv = (buffer: Buffer) => ({ name: 'mensen.csv', mimeType: 'text/csv', buffer })

test(
  'people are taken in from a file, after a look',
  { tag: '@phone' },
  async ({ page, weerklank }, info) => {
    const shot = (name: string) =>
      page.screenshot({ path: info.outputPath(`${name}-${info.project.name}.png`), fullPage: true })
    await signInAs(page, weerklank, 'Noor Bakker')
    await page.goto(`${weerklank.url}/samenwerkingen`)
    await page.getByRole('link', { name: 'Mensen inlezen' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Mensen inlezen' })).toBeFocused()
    const file = page.getByLabel('CSV-bestand')
    await step('Nothing chosen: it says what to do', async () => {
      await page.getByRole('button', { name: 'Bekijk eerst' }).click()
      await expect(page.getByText('Kies een bestand of plak regels')).toBeVisible()
      await expect(file).toBeFocused()
      await expectAccessible(page)
      await shot('choose')
    })
    await step('A spreadsheet itself is no text, and says so', async () => {
      await file.setInputFiles({
        name: 'mensen.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from('PK\u0003\u0004\0\0'),
      })
      await expect(page.getByText('Dit bestand is geen tekst.')).toBeVisible()
    })
    await step('When one line is wrong, it says which and what to do, and keeps nothing', async () => {
      await file.setInputFiles(csv(Buffer.from(wrong)))
      await page.getByRole('button', { name: 'Bekijk eerst' }).click()
      await expect(page.getByRole('heading', { name: '1 regel klopt nog niet' })).toBeVisible()
      await expect(page.getByText(/Regel 3.*‘tovenaar’ kennen we niet als rol/)).toBeVisible()
      await expect(page.getByRole('button', { name: /^Lees/ })).toHaveCount(0)
      await expectAccessible(page)
      await shot('problems')
      await page.getByRole('button', { name: 'Ander bestand' }).click()
    })
    await step('A good file is shown as it will become, and taken in', async () => {
      await file.setInputFiles(csv(right))
      await page.getByRole('button', { name: 'Bekijk eerst' }).click()
      await expect(page.getByText('2 samenwerkingen met 3 mensen.')).toBeVisible()
      await expect(page.getByText('Zoë (kind), =Moeder (moeder)')).toBeVisible()
      await expect(page.getByText('Deze kolommen gebruiken we niet: Kleur.')).toBeVisible()
      await expectAccessible(page)
      await shot('preview')
      await page.getByRole('button', { name: 'Lees 2 samenwerkingen in' }).click()
      await expect(page.getByText(/2 samenwerkingen staan klaar, met 3 mensen/)).toBeVisible()
      await expectAccessible(page)
      await shot('done')
    })
    await step('And they stand in the list', async () => {
      await page.getByRole('main').getByRole('link', { name: 'Naar de samenwerkingen' }).click()
      await expect(page.getByRole('link', { name: 'Rond Zilver' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Fjodor' })).toBeVisible()
    })
    await step('The same lines again, pasted: there is nothing to take in', async () => {
      await page.goto(`${weerklank.url}/samenwerkingen/inlezen`)
      await page.getByLabel('Regels').fill('naam\trol\nFjodor\tcliënt')
      await page.getByRole('button', { name: 'Bekijk eerst' }).click()
      await expect(page.getByText('Alles uit dit bestand heb je al.')).toBeVisible()
    })
  },
)

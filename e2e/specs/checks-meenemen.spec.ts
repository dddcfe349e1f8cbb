/** Checks as a file: of one collaboration and of all, for a purpose that is said; for judging people there is none. */
import { madeFile } from '../support/made-file.ts'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

test(
  'the checks of one collaboration become a file',
  { tag: '@phone' },
  async ({ page, weerklank, noise }, info) => {
    const relation = await ownRelation(page, weerklank, { title: 'Wilg en Noor', people: { Wilg: 'client' } })
    await relation.answer('Wilg', { heard: 6, what: 7, how: 7, whole: 7 }, '=1+1 zei ik')
    await page.goto(relation.url)
    await page.getByRole('link', { name: 'Verslag of checks meenemen' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Verslag of checks meenemen' })).toBeFocused()
    await expect(page.getByText('Alle antwoorden uit deze samenwerking, in één bestand.')).toBeVisible()
    await expectAccessible(page)
    const fetched = () => madeFile(page, 'Maak het bestand')
    await step('When one makes it for a spreadsheet, it holds the answer and no formula', async () => {
      const { name, bytes } = await fetched()
      expect(name).toMatch(/^weerklank-checks-\d{4}-\d\d-\d\d\.csv$/)
      const lines = bytes.toString('utf8').trimEnd().split('\r\n')
      expect(lines).toHaveLength(2)
      expect(lines[1]).toContain(`;${relation.title};`)
      expect(lines[1]).toMatch(/;6;7;7;7;'=1\+1 zei ik$/)
      await page.screenshot({ path: info.outputPath(`made-${info.project.name}.png`), fullPage: true })
    })
    await step('And for SPSS and Excel as well', async () => {
      await page.getByRole('radio', { name: 'SPSS' }).check()
      expect((await fetched()).bytes.toString('latin1', 0, 4)).toBe('$FL2')
      await page.getByRole('radio', { name: 'Excel' }).check()
      expect((await fetched()).bytes.toString('latin1', 0, 2)).toBe('PK')
    })
    await step('To judge people there is no file, and it says why', async () => {
      noise.expectRefusal(403)
      await page.locator('#checks-doel').selectOption('personnel')
      await page.getByRole('button', { name: 'Maak het bestand' }).click()
      await expect(page.getByRole('alert')).toContainText('Hiervoor geven we geen gegevens.')
      await expectAccessible(page)
    })
    await step('Of all collaborations, from the list', async () => {
      await page.goto(`${weerklank.url}/samenwerkingen`)
      await page.getByRole('link', { name: 'Checks meenemen' }).click()
      await expect(page.getByText(/Alle antwoorden uit de samenwerkingen waarin je meedoet/)).toBeVisible()
      await page.getByRole('radio', { name: 'JSON' }).check()
      const { rows } = JSON.parse((await fetched()).bytes.toString('utf8'))
      const titles = new Set(rows.map((row: { relation: string }) => row.relation))
      expect(titles.size).toBeGreaterThan(1)
      expect(titles).toContain(relation.title)
    })
  },
)

/** A report of a collaboration: asked for, made in the background, kept as PDF and as Word; and the mother's own. */
import { readPdf, tagsOf } from '../../packages/server/src/reports/pdf.reader.fixture.ts'
import { madeFile } from '../support/made-file.ts'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

test(
  'a colleague has a report made, and the mother opens hers',
  { tag: '@phone' },
  async ({ page, weerklank, browser, noise }, info) => {
    const relation = await ownRelation(page, weerklank, { title: 'Verslag', people: { Samira: 'mother' } })
    await relation.answer('Samira', { heard: 5, what: 6, how: 6, whole: 5 }, 'Alleen hier gezegd.')
    await relation.answer('Samira', { heard: 8, what: 8, how: 7, whole: 8 })
    await relation.agree('Eerst bellen, dan komen.')
    const shot = (name: string) => info.outputPath(`${name}-${info.project.name}.png`)
    await step('Given she comes from the collaboration', async () => {
      await page.goto(relation.url)
      await page.getByRole('link', { name: 'Verslag of checks meenemen' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Verslag of checks meenemen' })).toBeFocused()
      await expect(page.getByRole('radio', { name: 'Voor Samira' })).toBeChecked()
      await expectAccessible(page)
      await page.screenshot({ path: shot('choose'), fullPage: true })
    })
    await step('When the time ends before it begins, that is said and nothing is asked', async () => {
      await page.getByLabel('Vanaf').fill('2026-03-02')
      await page.getByLabel('Tot en met').fill('2026-03-01')
      await page.getByRole('button', { name: 'Maak het verslag' }).click()
      await expect(page.getByText('Deze dag ligt voor de eerste dag.')).toBeVisible()
      await expectAccessible(page)
      await page.getByLabel('Vanaf').fill('')
      await page.getByLabel('Tot en met').fill('')
    })
    await step('A report for her is a PDF with headings, a picture in words and a table', async () => {
      const { name, bytes } = await madeFile(page, 'Maak het verslag')
      expect(name).toMatch(/^weerklank-verslag-\d{4}-\d\d-\d\d\.pdf$/)
      const read = await readPdf(bytes)
      expect(read).toMatchObject({ title: 'Verslag voor Samira', language: 'nl', isMarked: true, loose: [] })
      expect(tagsOf(read.tags, 'Figure')[0]?.alt).toMatch(/^Hoe het samen ging/)
      expect(
        tagsOf(read.tags, 'LBody')
          .map(({ text }) => text)
          .join(),
      ).toContain('Eerst bellen, dan komen.')
      expect(JSON.stringify(read.tags)).not.toContain('Alleen hier gezegd.')
      await expectAccessible(page)
      await page.screenshot({ path: shot('ready'), fullPage: true })
    })
    await step('For the file in English, in Word', async () => {
      await page.getByRole('radio', { name: 'Voor het dossier' }).check()
      await page.getByRole('radio', { name: 'Engels' }).check()
      await page.getByRole('radio', { name: /^Word/ }).check()
      const { name, bytes } = await madeFile(page, 'Maak het verslag')
      expect([name.split('.').at(-1), bytes.toString('latin1', 0, 2)]).toEqual(['docx', 'PK'])
    })
    await step('One that is not wanted any more is taken away', async () => {
      const list = page.getByRole('region', { name: 'Je bestanden' }).getByRole('listitem')
      const before = await list.count()
      await list
        .first()
        .getByRole('button', { name: /^Haal weg/ })
        .click()
      await expect(list).toHaveCount(before - 1)
    })
    const phone = await browser.newContext()
    noise.watch(phone)
    const own = await phone.newPage()
    await step('Then the mother opens the same report on her own page', async () => {
      await own.goto(await relation.invite('Samira'))
      await own.getByRole('textbox').fill('Ook dit blijft hier.')
      await own.getByRole('button', { name: 'Verstuur naar' }).click()
      await own.getByRole('button', { name: 'Mijn keuzes en gegevens' }).click()
      await own.getByRole('link', { name: 'Een overzicht om te printen' }).click()
      const href = await own.getByRole('link', { name: /open het als pdf/ }).getAttribute('href')
      const answer = await phone.request.get(`${weerklank.url}${href}`)
      const read = await readPdf(await answer.body())
      expect(read).toMatchObject({ isMarked: true, language: 'nl', loose: [] })
      expect(read.title).toMatch(/verslag$/)
    })
    await phone.close()
  },
)

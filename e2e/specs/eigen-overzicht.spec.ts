/** A mother prints her overview: words, picture and list on paper, without buttons, as a PDF that can be read aloud. */
import { inflateSync } from 'node:zlib'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

/** The objects of a PDF as text, also those that are packed. */
function pdfText(pdf: Buffer): string {
  const plain = pdf.toString('latin1')
  const packed = [...plain.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => {
    const from = index + mark.length
    try {
      return inflateSync(pdf.subarray(from, plain.indexOf('endstream', from))).toString('latin1')
    } catch {
      // A picture, or what is not packed this way.
      return ''
    }
  })
  return [plain, ...packed].join('\n')
}

test(
  'a mother finds her overview and prints it',
  { tag: '@phone' },
  async ({ page, weerklank, browser, noise }, info) => {
    const relation = await ownRelation(page, weerklank, { title: 'Overzicht', people: { Samira: 'mother' } })
    await relation.answer('Samira', { heard: 7, what: 7, how: 7, whole: 7 })
    await relation.agree('Eerst bellen, dan komen.')
    const phone = await browser.newContext()
    noise.watch(phone)
    const own = await phone.newPage()
    await step('Given she answered, and opens her own page from there', async () => {
      await own.goto(await relation.invite('Samira'))
      await own.getByRole('textbox').fill('Alleen hier gezegd.')
      await own.getByRole('button', { name: 'Verstuur naar' }).click()
      await own.getByRole('button', { name: 'Mijn keuzes en gegevens' }).click()
    })
    await step('When she follows the way to the overview, it tells how it went', async () => {
      await own.getByRole('link', { name: 'Een overzicht om te printen' }).click()
      await expect(own.getByRole('heading', { level: 1 })).toContainText('overzicht')
      await expect(own.getByText('Eerst bellen, dan komen.')).toBeVisible()
      await expect(own.getByText('Alleen hier gezegd.')).toHaveCount(0)
      await expectAccessible(own)
      await own.screenshot({ path: info.outputPath(`overview-${info.project.name}.png`), fullPage: true })
    })
    await step(
      'On paper there are no buttons, and the PDF has its language, title and structure',
      async () => {
        await own.emulateMedia({ media: 'print' })
        await expect(own.getByText(/Print deze pagina/)).toBeHidden()
        const text = pdfText(await own.pdf({ tagged: true }))
        expect(text).toContain('/StructTreeRoot')
        expect(text).toMatch(/\/Lang \(nl\)/)
        expect(text).toMatch(/\/S \/H1\b/)
      },
    )
    await phone.close()
  },
)

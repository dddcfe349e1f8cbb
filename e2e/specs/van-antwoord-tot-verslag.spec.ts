/** From three answers to a report: a child of nine, her mother and the worker answer; they talk, agree, and it is asked back. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { readPdf } from '../../packages/server/src/reports/pdf.reader.fixture.ts'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step, type Weerklank } from '../support/weerklank.ts'

const agreement = 'Als we beginnen, dan kiest Mila waar we zitten.'
const real = new URL(
  '../../../shared/fixtures/fhir/R4--sdc--questionnaire-sdc-profile-example-framingham-HCHD.json',
  import.meta.url,
)

/** On a phone of her own, without an account. */
async function onPhone(browser: Browser, url: string, act: (phone: Page) => Promise<void>): Promise<void> {
  await using context = await browser.newContext({
    ...{ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true, locale: 'nl-NL' },
  })
  const phone = await context.newPage()
  await phone.goto(url)
  await act(phone)
}

async function linkFor(page: Page, who: string): Promise<string> {
  await page.getByRole('button', { name: 'Vraag hoe het was' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: new RegExp(`^${who}`) }).check()
  await dialog.getByRole('button', { name: 'Maak de link' }).click()
  const link = dialog.getByLabel('De link', { exact: true })
  await expect(link).toHaveValue(/\/f\//)
  await shot(page, 'verhaal-link')
  const url = await link.inputValue()
  await page.keyboard.press('Escape')
  return url
}

/** The child: one face at a time. */
async function answerWithFaces(phone: Page): Promise<void> {
  for (const face of ['niet zo fijn', 'niet fijn', 'gaat wel', 'niet zo fijn']) {
    await phone.locator('section[aria-current=step]').getByText(face, { exact: true }).click()
    await shot(phone, 'verhaal-kind')
    await phone.getByRole('button', { name: 'Volgende' }).click()
  }
  await phone.getByLabel('Wat kan de volgende keer beter?').fill('Minder praten')
  await phone.getByRole('button', { name: /^Verstuur/ }).click()
  await expect(phone.getByRole('heading', { name: /antwoord is binnen/ })).toBeVisible()
}

/** The mother: lines. */
async function answerWithLines(phone: Page, values: readonly number[]): Promise<void> {
  const sliders = phone.getByRole('slider')
  await expect(sliders).toHaveCount(values.length)
  for (const [i, value] of values.entries()) await sliders.nth(i).fill(String(value))
  await shot(phone, 'verhaal-moeder')
  await phone.getByRole('button', { name: /^Verstuur/ }).click()
  await expect(phone.getByRole('heading', { name: /antwoord is binnen/ })).toBeVisible()
}

async function bringForm(page: Page, weerklank: Weerklank, title: string): Promise<void> {
  const form = JSON.parse(readFileSync(real, 'utf8'))
  const url = `https://voorbeeld.example/Questionnaire/${encodeURIComponent(title)}`
  const licensed = { ...form, title, url, copyright: '© Voorbeelduitgeverij. Alleen met een licentie.' }
  await page.goto(`${weerklank.url}/vragenlijsten`)
  await page.getByRole('button', { name: 'Haal een vragenlijst binnen' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Kies bestanden' }).click()
  const buffer = Buffer.from(JSON.stringify(licensed))
  await (await chooser).setFiles([{ name: 'vragenlijst.json', mimeType: 'application/json', buffer }])
}

test(
  'a child, her mother and the worker answer; they talk and agree, it is asked back, and the mother prints it',
  {
    tag: '@phone',
  },
  async ({ page, browser, weerklank }, info) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const own = await ownRelation(page, weerklank, {
      ...{ title: 'Mila en Sanne', people: { Mila: 'child', Sanne: 'mother' } },
    })
    await page.goto(own.url)
    await step('When Mila, who is nine, answers with faces on a phone', async () => {
      await onPhone(browser, await linkFor(page, 'Mila'), answerWithFaces)
    })
    await step('And her mother and the worker each fill in how it was, apart', async () => {
      await page.getByRole('button', { name: 'Vraag het jullie beiden' }).click()
      await page.getByLabel(/^Sanne/).check()
      await page.getByRole('radio', { name: 'Hoe het deze keer was (4 vragen)' }).check()
      await page.getByRole('button', { name: 'Maak de link' }).click()
      const field = page.getByLabel('Link', { exact: true })
      await expect(field).toHaveValue(/\/f\//)
      await onPhone(browser, await field.inputValue(), (phone) => answerWithLines(phone, [3, 8, 8, 8]))
      await page.getByRole('link', { name: 'Vul nu jouw kant in' }).click()
      const mine = page.getByRole('slider')
      await expect(mine).toHaveCount(4)
      await page.getByRole('slider', { name: 'Kon Sanne kwijt wat er te vertellen was?' }).press('End')
      await shot(page, 'verhaal-werker')
      await page.getByRole('button', { name: 'Klaar, bewaar mijn kant' }).click()
      await expect(page.getByText('Jouw kant is bewaard.')).toBeVisible()
    })
    await step(
      'Then the worker sees where they look differently, with a sentence to begin the talk',
      async () => {
        await page.goto(own.url)
        await expect(page.getByText(/kijken jullie anders: .*‘Verhaal kwijt kunnen’/).first()).toBeVisible()
        await expect(
          page.getByText('“Bij ‘Verhaal kwijt kunnen’ koos je lager dan ik. Wat maakt dat?”'),
        ).toBeVisible()
        await expect(page.getByRole('region', { name: /^Open het gesprek met/ })).toContainText('“')
        await expectAccessible(page)
        await shot(page, 'verhaal-verschil')
      },
    )
    await step('And what Mila wrote is hers, with a line of its own', async () => {
      await page.getByRole('group', { name: 'Van wie' }).getByRole('button', { name: 'Mila' }).click()
      await expect(page.getByText('Minder praten').first()).toBeVisible()
      await expect(page.locator('#antwoorden')).toContainText('niet zo fijn')
      await shot(page, 'verhaal-kind-gelezen')
      await page.getByRole('group', { name: 'Van wie' }).getByRole('button', { name: 'Sanne' }).click()
    })
    await step('When they talked, they agree on something', async () => {
      const card = page.getByRole('region', { name: /^Open het gesprek met/ })
      await card.getByRole('button', { name: 'Afspraak maken' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Wat spreken jullie af?').fill(agreement)
      await expectAccessible(page)
      await shot(page, 'verhaal-afspraak')
      await dialog.getByRole('button', { name: 'Bewaar de afspraak' }).click()
      await expect(page.getByRole('region', { name: 'Afspraken' }).getByText(agreement)).toBeVisible()
    })
    await step('Then the next check asks about it, and she prints her report from her own page', async () => {
      await onPhone(browser, await own.invite('Sanne'), async (phone) => {
        await expect(phone.getByText(agreement).first()).toBeVisible()
        await phone.getByRole('radio', { name: 'Ja, dat is veranderd' }).check()
        await shot(phone, 'verhaal-teruggevraagd')
        await answerWithLines(phone, [7, 8, 8, 8])
        await phone.getByRole('button', { name: 'Mijn keuzes en gegevens' }).click()
        await phone.getByRole('link', { name: 'Een overzicht om te printen' }).click()
        await expect(phone.getByText(agreement).first()).toBeVisible()
        await shot(phone, 'verhaal-overzicht')
        const href = await phone.getByRole('link', { name: /open het als pdf/ }).getAttribute('href')
        const pdf = await phone.request.get(`${weerklank.url}${href}`)
        const read = await readPdf(await pdf.body())
        expect(read).toMatchObject({ isMarked: true, language: 'nl', loose: [] })
        expect(JSON.stringify(read.tags)).toContain(agreement)
      })
      await page.goto(own.url)
      await expect(page.getByText('Ja, dat is veranderd').first()).toBeVisible()
      await shot(page, 'verhaal-veranderd')
    })
    await step('And a team lead brings a licensed form, which waits for its licence', async () => {
      const title = `Met licentie ${info.project.name}`
      await bringForm(page, weerklank, title)
      await expect(page.getByText('heeft een licentie nodig')).toBeVisible()
      await shot(page, 'verhaal-vragenlijst')
      await page.getByRole('link', { name: title }).first().click()
      await expect(
        page.getByText('© Voorbeelduitgeverij. Alleen met een licentie.', { exact: true }),
      ).toBeVisible()
      await expectAccessible(page)
    })
  },
)

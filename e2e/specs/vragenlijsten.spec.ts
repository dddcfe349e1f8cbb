/** *Vragenlijsten*: an organisation brings forms of its own, reads over what works, and asks with them by right only. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step, type Weerklank } from '../support/weerklank.ts'

const real = new URL(
  '../../../shared/fixtures/fhir/R4--sdc--questionnaire-sdc-profile-example-framingham-HCHD.json',
  import.meta.url,
)

/** A real form as its holder gets it: with a line of who owns the words. Its address differs per test, so that it is new. */
function licensedForm(name: string) {
  const form = JSON.parse(readFileSync(real, 'utf8'))
  return {
    ...{ ...form, title: name, url: `https://voorbeeld.example/Questionnaire/${encodeURIComponent(name)}` },
    copyright: '© Voorbeelduitgeverij. Gebruik alleen met een licentie.',
  }
}

const file = (name: string, content: string) => ({
  ...{ name, mimeType: 'application/json', buffer: Buffer.from(content) },
})

async function bring(page: Page, weerklank: Weerklank, files: ReturnType<typeof file>[]) {
  await page.goto(`${weerklank.url}/vragenlijsten`)
  await page.getByRole('button', { name: 'Haal een vragenlijst binnen' }).first().click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Kies bestanden' }).click()
  await (await chooser).setFiles(files)
  await expect(page.getByText(`${files.length} van ${files.length} bestanden klaar`)).toBeVisible()
}

const inDays = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(Date.now() + days * 86_400_000)

test(
  'a licensed form is brought, read over, refused without a licence, and taken into use with one',
  { tag: '@phone' },
  async ({ page, weerklank, noise }, info) => {
    const title = `Hart en vaten ${info.project.name}`
    const form = licensedForm(title)
    await step('Given Noor leads a team, and comes to the forms by the menu', async () => {
      await signInAs(page, weerklank, 'Noor Bakker')
      const menu = page.getByRole('navigation', { name: 'Kamers' })
      // On a phone the bar has room for four; the others stand behind "Meer".
      if (info.project.name === 'phone') await menu.getByRole('button', { name: 'Meer' }).click()
      await menu.getByRole('link', { name: 'Vragenlijsten' }).click()
      await expect(page.getByRole('heading', { name: 'Vragenlijsten', level: 1 })).toBeVisible()
      await expect(page.getByText('Geen ervan is gevalideerd')).toBeVisible()
      await expectAccessible(page)
    })
    await step(
      'When she brings a form and two files that are none, each says what became of it',
      async () => {
        const twice = {
          ...{ resourceType: 'Questionnaire', status: 'draft', title: 'Dubbel' },
          item: [1, 2].map(() => ({ linkId: 'a', type: 'string' })),
        }
        await bring(page, weerklank, [
          file('hart.json', JSON.stringify(form)),
          file('kapot.json', '{"resourceType":'),
          file('dubbel.json', JSON.stringify(twice)),
        ])
        await expect(page.getByText('Dit is geen leesbare JSON.')).toBeVisible()
        await expect(page.getByText('De linkId "a" komt vaker voor.')).toBeVisible()
        await expect(page.getByText('Van dit bestand is niets bewaard.')).toHaveCount(2)
        await expect(page.getByText('heeft een licentie nodig')).toBeVisible()
        await expectAccessible(page)
      },
    )
    await step('Then she reads over what it asks', async () => {
      await page.getByRole('link', { name: title }).first().click()
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
      await expect(page.getByText('7 vragen worden gesteld')).toBeVisible()
      await expect(page.getByText('Do you smoke?')).toBeVisible()
      await expect(page.getByText('wordt bewaard en doet hier niets').first()).toBeVisible()
      await expect(
        page.getByText('© Voorbeelduitgeverij. Gebruik alleen met een licentie.', { exact: true }).first(),
      ).toBeVisible()
      await expectAccessible(page)
    })
    await step('And sees it as who answers does, shut off from her own page', async () => {
      await page.getByRole('button', { name: 'Toon het voorbeeld' }).click()
      const frame = page.frameLocator(`iframe[title="Proef van de vragenlijst: ${title}"]`)
      await expect(frame.getByText('hier wordt niets bewaard', { exact: false })).toBeVisible()
      await expect(frame.getByText('Systolic blood pressure').first()).toBeAttached()
      await expectAccessible(page)
    })
    await step('And without a licence it is not taken into use', async () => {
      noise.expectRefusal(422)
      await page.getByRole('button', { name: 'Neem versie 1 in gebruik' }).click()
      await expect(page.getByText('Deze vragenlijst heeft een licentie nodig.')).toBeVisible()
      await expect(page.getByText('concept', { exact: true }).first()).toBeVisible()
    })
    await step('When she writes the licence down, she is led to what she left out', async () => {
      await page.getByRole('button', { name: 'Schrijf een licentie op' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Bewaar de licentie' }).click()
      await expect(dialog.getByLabel('Nummer')).toBeFocused()
      await expectAccessible(page)
      await dialog.getByLabel('Nummer').fill('L-2031')
      await dialog.getByLabel('Laatste dag').fill(inDays(12))
      await dialog.getByRole('button', { name: 'Bewaar de licentie' }).click()
      await expect(page.getByText('De licentie loopt over 12 dagen af', { exact: false })).toBeVisible()
    })
    await step('Then it is taken into use, and Vandaag tells that the licence ends', async () => {
      await page.getByRole('button', { name: 'Neem versie 1 in gebruik' }).click()
      await expect(page.getByText('licentie loopt af', { exact: true })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Haal uit gebruik: Versie 1' })).toBeVisible()
      await expectAccessible(page)
      await page.goto(weerklank.url)
      await expect(page.getByRole('heading', { name: 'Licenties van vragenlijsten' })).toBeVisible()
      await expect(page.getByRole('link', { name: title })).toBeVisible()
    })
  },
)

test('two people at once: the second is told, what she typed stays, and then it is kept', async ({
  page,
  browser,
  weerklank,
  noise,
}) => {
  const title = 'Samen tegelijk'
  await signInAs(page, weerklank, 'Noor Bakker')
  await bring(page, weerklank, [file('samen.json', JSON.stringify(licensedForm(title)))])
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('button', { name: 'Schrijf een licentie op' }).click()
  const mine = page.getByRole('dialog')
  await mine.getByLabel('Nummer').fill('Van Noor')
  await mine.getByLabel('Laatste dag').fill(inDays(400))
  await step('When a colleague says meanwhile that no licence is needed', async () => {
    const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' })
    const other = await context.newPage()
    noise.watch(context)
    await signInAs(other, weerklank, 'Bram Visser')
    await other.goto(page.url())
    await other.getByRole('button', { name: 'Er is geen licentie nodig' }).click()
    await other.getByLabel('Waarom?').fill('De uitgever gaf haar vrij.')
    await other.getByRole('button', { name: 'Bewaar', exact: true }).click()
    await expect(other.getByText('Voor deze vragenlijst is geen licentie nodig.')).toBeVisible()
    await context.close()
  })
  await step('Then Noor is told, and nothing of hers is gone', async () => {
    noise.expectRefusal(409)
    await mine.getByRole('button', { name: 'Bewaar de licentie' }).click()
    await expect(mine.getByText('Iemand anders heeft deze vragenlijst net veranderd.')).toBeVisible()
    await expect(mine.getByLabel('Nummer')).toHaveValue('Van Noor')
    await expectAccessible(page)
    await mine.getByRole('button', { name: 'Toon hoe het nu is' }).click()
    await expect(page.getByText('De uitgever gaf haar vrij.')).toBeAttached()
    await mine.getByRole('button', { name: 'Bewaar de licentie' }).click()
    await expect(mine).toBeHidden()
    await expect(page.getByText('Van Noor')).toBeVisible()
  })
})

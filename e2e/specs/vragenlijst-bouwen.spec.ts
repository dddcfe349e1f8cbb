/** Building a form of one's own, by keyboard alone; and what happens when two people build on the same one. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step, type Weerklank } from '../support/weerklank.ts'

/** Goes to a field as somebody without a mouse does, and types over what is in it. */
async function typeIn(page: Page, label: string | RegExp, words: string) {
  await page
    .getByLabel(label, { exact: typeof label === 'string' })
    .last()
    .focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(words)
}

async function press(page: Page, name: string | RegExp) {
  await page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .last()
    .focus()
  await page.keyboard.press('Enter')
}

/** A select goes to what one types. */
async function add(page: Page, kind: string) {
  await page.getByLabel('Wat wil je toevoegen?').focus()
  await page.keyboard.type(kind)
  await press(page, 'Voeg toe')
  await expect(page.locator('textarea:focus')).toHaveValue('')
}

async function begin(page: Page, weerklank: Weerklank, title: string) {
  await page.goto(`${weerklank.url}/vragenlijsten`)
  await page.getByRole('link', { name: 'Nieuwe vragenlijst' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Nieuwe vragenlijst', level: 1 })).toBeVisible()
  await typeIn(page, 'Naam', title)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nog geen vragen.', { exact: false })).toBeVisible()
}

async function choice(page: Page, words: string) {
  await add(page, 'Keuze uit een lijst')
  await page.keyboard.type(words)
  for (const [at, option] of ['Nooit', 'Altijd'].entries()) {
    await typeIn(page, `Keuze ${at + 1}`, option)
    await typeIn(page, new RegExp(`^Telt voor \\(keuze ${at + 1}\\)`), String(at + 1))
  }
}

const kept = (page: Page) => expect(page.getByText('Alles is bewaard')).toBeVisible()

test(
  'four questions with a branch and a score, by keyboard alone, are taken into use',
  { tag: '@phone' },
  async ({ page, weerklank }, info) => {
    const title = `Hoe werken we samen ${info.project.name}`
    await signInAs(page, weerklank, 'Noor Bakker')
    await step('Given a new form, with what is left to do beside it', async () => {
      await begin(page, weerklank, title)
      await expect(page.getByText('Er is nog geen vraag.')).toBeVisible()
      await expectAccessible(page)
    })
    await step('When she adds questions, one only after yes, and a score', async () => {
      await choice(page, 'Luister ik goed?')
      await choice(page, 'Doen we wat helpt?')
      await add(page, 'Ja of nee')
      await page.keyboard.type('Schuurde er iets?')
      await add(page, 'Open antwoord, lang')
      await page.keyboard.type('Indien iets haalbaar is, wat moet anders worden gedaan?')
      await expect(page.getByText('“Indien”: liever “als”')).toBeVisible()
      await page.getByLabel('Altijd', { exact: true }).focus()
      await page.keyboard.press('ArrowDown')
      const question = page.getByLabel('Vraag van voorwaarde 1')
      await question.focus()
      await page.keyboard.type('Schuurde')
      await expect(page.getByLabel('Waarde', { exact: true })).toHaveValue('yes')
      await add(page, 'Score')
      await page.keyboard.type('Samen')
      await expect(page.getByText('Kies welke vragen meetellen.')).toBeVisible()
      for (const name of ['Luister ik goed?', 'Doen we wat helpt?']) {
        await page.getByRole('checkbox', { name }).focus()
        await page.keyboard.press('Space')
      }
      await expect(
        page.getByText('De som van: “Luister ik goed?”, “Doen we wat helpt?”.', { exact: false }),
      ).toBeVisible()
      await kept(page)
      await expectAccessible(page)
    })
    await step('And moves one up and back, and takes one away and brings it back', async () => {
      await page.getByRole('button', { name: '5 Samen' }).focus()
      await page.keyboard.press('Alt+ArrowUp')
      await expect(page.getByText('Samen staat nu op plaats 4.')).toBeAttached()
      await expect(page.getByRole('button', { name: '4 Samen' })).toBeFocused()
      await page.keyboard.press('Alt+ArrowDown')
      await expect(page.getByRole('button', { name: '5 Samen' })).toBeFocused()
      await press(page, 'Haal weg')
      await expect(page.getByRole('button', { name: '5 Samen' })).toHaveCount(0)
      await press(page, 'Ongedaan maken')
      await expect(page.getByRole('button', { name: '5 Samen' })).toBeVisible()
      await kept(page)
    })
    await step('Then she sees it as who answers does on a phone', async () => {
      await page.setViewportSize({ width: 375, height: 812 })
      const frame = page.frameLocator(`iframe[title="Proef van de vragenlijst: ${title}"]`)
      await expect(frame.getByText('Luister ik goed?').first()).toBeVisible()
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(375)
      await expectAccessible(page)
      if (info.project.name === 'desktop') await page.setViewportSize({ width: 1280, height: 800 })
    })
    await step('And takes it into use; what changes after that is the next version', async () => {
      await expect(page.getByText('Er is niets meer te doen.', { exact: false })).toBeVisible()
      await press(page, 'Neem versie 1 in gebruik')
      await expect(page.getByText('in gebruik', { exact: true }).first()).toBeVisible()
      await expect(page.getByText('1 wordt uitgerekend')).toBeVisible()
      await page.getByRole('link', { name: 'Verander in de bouwer' }).focus()
      await page.keyboard.press('Enter')
      await expect(page.getByText('Versie 1 is in gebruik', { exact: false })).toBeVisible()
      await press(page, /Luister ik goed/)
      await typeIn(page, 'Vraag', 'Luister ik goed naar je?')
      await expect(page.getByRole('button', { name: 'Neem versie 2 in gebruik' })).toBeVisible()
      await kept(page)
    })
  },
)

test('two people build at once: the second sees what the first did and keeps her own as a copy', {
  tag: '@phone',
}, async ({ page, browser, weerklank, noise }) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await begin(page, weerklank, 'Samen bouwen')
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' })
  const other = await context.newPage()
  noise.watch(context)
  await step('When Bram adds a question meanwhile', async () => {
    await signInAs(other, weerklank, 'Bram Visser')
    await other.goto(page.url())
    await add(other, 'Ja of nee')
    await other.keyboard.type('Van Bram?')
    await kept(other)
    await context.close()
  })
  await step('Then Noor is told what he did, and hers is still there', async () => {
    noise.expectRefusal(409)
    await add(page, 'Getal')
    await page.keyboard.type('Van Noor?')
    await expect(page.getByText('Toegevoegd: Van Bram?')).toBeVisible()
    await expect(page.getByRole('button', { name: /Van Noor/ }).first()).toBeVisible()
    await expectAccessible(page)
    await press(page, 'Bewaar die van mij als kopie')
    await expect(page.getByRole('heading', { name: 'Samen bouwen (kopie)' })).toBeVisible()
    await expect(page.getByRole('button', { name: /Van Noor/ }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: /Van Bram/ })).toHaveCount(0)
  })
})

test('what the builder wrote down as a file is read in again; a wrong one says where', {
  tag: '@phone',
}, async ({ page, weerklank, noise }) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await page.goto(`${weerklank.url}/vragenlijsten/nieuw`)
  const file = (model: unknown) => ({
    ...{ name: 'vragenlijst.json', mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify(model)),
  })
  const model = {
    title: { text: 'Uit een bestand' },
    status: 'draft',
    language: 'nl',
    items: [] as unknown[],
  }
  noise.expectRefusal(400)
  noise.expectRefusal(422)
  await page
    .getByLabel('Kies een bestand')
    .setInputFiles(file({ ...model, items: [{ linkId: 'a', kind: 'zomaar' }] }))
  await expect(page.getByText('items.0.kind', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await page
    .getByLabel('Kies een bestand')
    .setInputFiles(file({ ...model, items: [{ linkId: 'a', kind: 'boolean' }] }))
  await expect(page.getByRole('heading', { name: 'Uit een bestand' })).toBeVisible()
  await expect(page.getByRole('button', { name: '1 (nog zonder tekst)' })).toBeVisible()
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar als bestand (JSON)' }).click()
  const path = await (await waiting).path()
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    ...model,
    items: [{ linkId: 'a', kind: 'boolean' }],
  })
})

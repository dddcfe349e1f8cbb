/** Ways to a form beside its link: a card, the worker's own device with a lock behind it, and paper that is typed over. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { openPart } from '../support/open-part.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step, type Weerklank } from '../support/weerklank.ts'
import { withLina } from '../support/with-lina.ts'

const form = {
  resourceType: 'Questionnaire',
  status: 'active',
  url: 'https://voorbeeld.example/thuis',
  title: 'Hoe gaat het thuis?',
  item: [
    { linkId: 'sleep', type: 'boolean', text: 'Slaapt u goed?' },
    {
      linkId: 'why',
      type: 'text',
      text: 'Wat houdt u wakker?',
      enableWhen: [{ question: 'sleep', operator: '=', answerBoolean: false }],
    },
    { linkId: 'hours', type: 'integer', text: 'Hoeveel uur slaapt u?', required: true },
  ],
}

/** The day of today as a field of a date takes it. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())

/** Brings the form in by FHIR, as a program does: one that is active is free for use. */
async function bring(page: Page, weerklank: Weerklank): Promise<void> {
  const made = await page.request.post(`${weerklank.url}/api/tokens`, {
    headers: { 'x-weerklank': '1' },
    data: { name: 'Vragenlijst', scopes: ['forms:write', 'forms:read'], days: 7 },
  })
  const { secret: token } = await made.json()
  const answer = await page.request.fetch(`${weerklank.url}/fhir/Questionnaire`, {
    ...{ method: 'POST', data: JSON.stringify(form) },
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json' },
  })
  expect(answer.status()).toBe(201)
}

async function ask(page: Page, at: string): Promise<void> {
  await page.goto(at)
  await openPart(page, 'Vragenlijsten')
  await page.getByRole('button', { name: 'Vraag een vragenlijst' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Maak de link' }).click()
  await expect(dialog.getByRole('button', { name: 'Andere manieren' })).toBeVisible()
}

test('a form goes by a card and by paper; what was written is typed over on its pages, and says so', {
  tag: '@phone',
}, async ({ page, weerklank, noise }) => {
  noise.expectRefusal(422)
  const { at } = await withLina(page, weerklank)
  await bring(page, weerklank)
  await ask(page, at)
  await step('The card says that it is a list of questions, and names nobody', async () => {
    await page.getByRole('button', { name: 'Andere manieren' }).click()
    await page.getByRole('button', { name: 'Druk een kaartje af' }).click()
    const card = page.locator('.wk-card-paper')
    await expect(card.getByText('Een vragenlijst voor u')).toBeVisible()
    await expect(card.getByText(/\/v\/[\w-]{43}$/)).toBeVisible()
    await expect(card).not.toContainText('Lina')
    await expectAccessible(page)
    await card.scrollIntoViewIfNeeded()
    await shot(page, 'lijst-kaart')
    await page.getByRole('button', { name: 'Druk een kaartje af' }).click()
  })
  await step('The paper is a PDF', async () => {
    await page.getByRole('button', { name: 'Op papier' }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Haal het papier op (PDF)' }).click()
    const file = await (await coming).path()
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  })
  await step('A day that is still to come is told at its field', async () => {
    await page.getByRole('button', { name: 'Typ het papier over' }).click()
    const day = page.getByLabel('Op welke dag is het ingevuld?')
    await day.fill('2099-01-01')
    await page.getByRole('button', { name: 'Open de vragenlijst' }).click()
    await expect(page.getByText('Deze dag moet nog komen. Kies vandaag of eerder.')).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'lijst-papier')
    await day.fill(today())
    await page.getByRole('button', { name: 'Open de vragenlijst' }).click()
  })
  await step('The form opens, and says for whom and which day it is typed over', async () => {
    await page.waitForURL(/\/v\/[\w-]{43}$/)
    await expect(page.getByRole('note')).toContainText('Je typt een papier over van Lina.')
    await expectAccessible(page)
    await shot(page, 'lijst-overtypen')
    await page.getByRole('radio', { name: 'Ja' }).check()
    // The number was left open on the paper.
    await page.getByRole('button', { name: /^Verstuur/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Het papier is overgetypt' })).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'lijst-overgetypt')
    await page.getByRole('link', { name: 'Naar de samenwerking' }).click()
  })
  await step('Where it is read it says who typed it over', async () => {
    await openPart(page, 'Vragenlijsten')
    await expect(page.getByText('Op papier ingevuld. Eva Linders typte het over.')).toBeVisible()
    await expectAccessible(page)
  })
})

test('behind whoever fills in a form on the device of a worker the work is locked, and nothing of it stays', {
  tag: '@phone',
}, async ({ page, weerklank, noise }) => {
  for (const status of [403, 422]) noise.expectRefusal(status)
  const { at } = await withLina(page, weerklank)
  await bring(page, weerklank)
  await ask(page, at)
  await page.getByRole('button', { name: 'Geef dit toestel aan Lina' }).click()
  await expect(page.getByText('De vragenlijst blijft twee uur open op dit toestel.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Op slot en geven' }).click()
  await page.waitForURL(/\/v\/[\w-]{43}$/)
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Nee' }).check()
  await page.getByLabel('Wat houdt u wakker?').fill('De buren')
  await page.getByLabel('Hoeveel uur slaapt u?').fill('5')
  await page.getByRole('button', { name: /^Verstuur/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Uw antwoord is binnen' })).toBeVisible()
  await expect(page.getByText('Geef dit toestel terug.')).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'lijst-terug')
  await page.goBack()
  await expect(page.getByText('De buren')).toHaveCount(0)
  await page.goto(at)
  await expect(page.getByRole('dialog', { name: 'Lever het toestel in' })).toBeVisible()
})

test('a plan asks a form every so many days, between two days, and says so in one line', {
  tag: '@phone',
}, async ({ page, weerklank }) => {
  const { at } = await withLina(page, weerklank)
  await bring(page, weerklank)
  await page.goto(at)
  const section = await openPart(page, 'Vanzelf vragen')
  await section.getByRole('button', { name: 'Hoe vaak krijgt Lina de vragen?' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hoe vaak krijgt Lina de vragen?' })
  await dialog.getByLabel('Na elk contact').check()
  await dialog.getByLabel('Wat vragen we?').selectOption({ label: form.title })
  // A form is about no contact.
  await expect(dialog.getByLabel('Na elk contact')).toHaveCount(0)
  await expect(dialog.getByLabel('Om de zoveel dagen')).toBeChecked()
  await dialog.getByLabel('Om de hoeveel dagen').fill('0')
  await dialog.getByLabel('Vanaf welke dag').fill('2099-03-01')
  await dialog.getByLabel('Tot en met welke dag').fill('2099-02-01')
  await dialog.getByRole('button', { name: 'Bewaar' }).click()
  await expect(dialog.getByText('Vul een heel getal in van 1 tot 366.')).toBeVisible()
  await expect(dialog.getByText('Deze dag ligt voor de eerste dag.')).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'lijst-plan')
  await dialog.getByLabel('Om de hoeveel dagen').fill('30')
  await dialog.getByLabel('Tot en met welke dag').fill('2099-06-30')
  await dialog.getByRole('button', { name: 'Bewaar' }).click()
  await expect(section).toContainText(`Vragenlijst “${form.title}”. Elke 30 dagen.`)
  await expect(section).toContainText('Lina: elke 30 dagen')
  await expectAccessible(page)
  await shot(page, 'lijst-plan-klaar')
})

/** A form of the organisation: brought in as FHIR, asked, filled in on a phone with and without script, read in words. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { openPart } from '../support/open-part.ts'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step, type Weerklank } from '../support/weerklank.ts'

const real = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../shared/fixtures/fhir/${name}`, import.meta.url), 'utf8'))

const post = (page: Page, weerklank: Weerklank, path: string, data: unknown, method = 'POST') =>
  page.request.fetch(`${weerklank.url}${path}`, { method, data, headers: { 'x-weerklank': '1' } })

/** Brings a real form in by FHIR with a token, as a program does, and takes it into use. */
async function bring(page: Page, weerklank: Weerklank, form: { name: string; title: string }): Promise<void> {
  const made = await post(page, weerklank, '/api/tokens', {
    name: form.title,
    scopes: ['forms:write', 'forms:read'],
    days: 7,
  })
  const { secret: token } = await made.json()
  const resource = {
    ...real(form.name),
    title: form.title,
    status: 'active',
    url: `https://voorbeeld.example/${encodeURIComponent(form.title)}`,
  }
  const answer = await page.request.fetch(`${weerklank.url}/fhir/Questionnaire`, {
    ...{ method: 'POST', data: JSON.stringify(resource) },
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json' },
  })
  expect(answer.status()).toBe(201)
}

const phone = { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true, locale: 'nl-NL' }

async function onPhone(browser: Browser, url: string, javaScriptEnabled: boolean) {
  const context = await browser.newContext({ ...phone, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(url)
  return { page, close: () => context.close() }
}

async function ask(
  page: Page,
  relation: { url: string },
  form: { title: string; who: string },
): Promise<string> {
  await page.goto(relation.url)
  await openPart(page, 'Vragenlijsten')
  await page.getByRole('button', { name: 'Vraag een vragenlijst' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: new RegExp(form.who) }).check()
  await dialog.getByLabel('Welke vragenlijst?').selectOption({ label: await labelOf(page, form.title) })
  await dialog.getByRole('button', { name: 'Maak de link' }).click()
  await expect(dialog.getByRole('img', { name: `QR-code met de link voor ${form.who}` })).toBeVisible()
  await expectAccessible(page)
  const url = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.keyboard.press('Escape')
  return url
}

const labelOf = async (page: Page, title: string) =>
  (await page.getByLabel('Welke vragenlijst?').locator('option', { hasText: title }).textContent()) ?? ''

test('a form in parts is filled in on a phone without script, and read in words', async ({
  page,
  browser,
  weerklank,
}) => {
  const form = { name: 'R4--smart-forms--715.R4-modified.json', title: 'Gezondheid rondom zonder script' }
  await signInAs(page, weerklank, 'Noor Bakker')
  await bring(page, weerklank, form)
  const relation = await ownRelation(page, weerklank, {
    title: 'Vragenlijst zonder script',
    people: { Samira: 'mother' },
  })
  const url = await ask(page, relation, { title: form.title, who: 'Samira' })
  const { page: theirs, close } = await onPhone(browser, url, false)
  await step('Then she reads who asks and who sees it, and how long it is', async () => {
    await expect(theirs.getByText(/Alleen (u|jij) en Noor Bakker zien dit\./)).toBeVisible()
    await expect(theirs.getByText(/Deel 1 van \d+/)).toBeVisible()
  })
  await step('When she goes through all parts, each opens, and all is looked over', async () => {
    await theirs.locator('section textarea').first().fill('Goed zo')
    for (let turn = 0; turn < 20; turn += 1) {
      await theirs
        .getByRole('button', { name: /^(Verder|Kijk alles na)$/ })
        .last()
        .click()
      const title = theirs.getByRole('heading', { name: /Klopt het zo\?|Nog niet alles klopt/ })
      const next = theirs.getByText(/^Deel \d+ van \d+$/)
      await expect(title.or(next).first()).toBeVisible()
      if (await theirs.getByRole('heading', { name: 'Klopt het zo?' }).isVisible()) break
      if (await theirs.getByRole('heading', { name: 'Nog niet alles klopt' }).isVisible()) await mend(theirs)
    }
    await expect(theirs.getByRole('heading', { name: 'Klopt het zo?' })).toBeVisible()
  })
  await step('And she sends it, and sees what she answered', async () => {
    await theirs.getByRole('button', { name: 'Verstuur naar Noor Bakker' }).click()
    await expect(theirs.getByRole('heading', { name: /^(Uw|Je) antwoorden zijn binnen\.$/ })).toBeVisible()
    await theirs.reload()
    await expect(theirs.getByRole('heading', { name: /^(Uw|Je) antwoorden zijn binnen\.$/ })).toBeVisible()
  })
  await close()
  await step('Then Noor reads it on the page of the collaboration', async () => {
    await page.goto(relation.url)
    await openPart(page, 'Vragenlijsten')
    await page
      .getByRole('button', { name: new RegExp(`Lees de antwoorden van Samira: ${form.title}`) })
      .click()
    await expect(page.getByText('Niet ingevuld').first()).toBeVisible()
    await expectAccessible(page)
    // On paper it stands too, also when the part is shut.
    await page.reload()
    await expect(
      page.getByRole('button', { name: 'Vragenlijsten', exact: true }),
    ).toHaveAccessibleDescription('1 ingevuld')
    await expect(page.getByText(`${form.title} · Samira`)).toBeHidden()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText(`${form.title} · Samira`)).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
  })
})

/** What has to be a number becomes one; what must be answered is. */
async function mend(page: Page): Promise<void> {
  for (const field of await page.locator('[aria-invalid]').all()) {
    const name = await field.evaluate((element) => element.tagName)
    if (name === 'FIELDSET') await field.locator('input').first().check()
    else if (name === 'SELECT') await field.selectOption({ index: 1 })
    else await field.fill((await field.getAttribute('type')) === 'date' ? '2026-05-04' : '1')
  }
}

test('a question opens at once by script, what is wrong is told in focus, and a left page is kept', async ({
  page,
  browser,
  weerklank,
}) => {
  const form = { name: 'R4--android-fhir--behavior_skip_logic.json', title: 'Overslaan met script' }
  await signInAs(page, weerklank, 'Noor Bakker')
  await bring(page, weerklank, form)
  const relation = await ownRelation(page, weerklank, {
    title: 'Vragenlijst met script',
    people: { Samira: 'mother' },
  })
  const url = await ask(page, relation, { title: form.title, who: 'Samira' })
  const { page: theirs, close } = await onPhone(browser, url, true)
  await expectAccessible(theirs)
  const date = theirs.locator('input[type=date]')
  await expect(date).toBeHidden()
  await theirs.getByRole('radio').first().check()
  await expect(date).toBeVisible()
  await expectAccessible(theirs)
  await date.fill('2026-05-04')
  await step('When she leaves the page, what she filled in is kept', async () => {
    const kept = theirs.waitForResponse((response) => response.request().method() === 'POST')
    await theirs.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    expect((await kept).status()).toBe(204)
    await theirs.goto(url)
    await expect(theirs.locator('input[type=date]')).toHaveValue('2026-05-04')
  })
  await step('And without internet it says so, and keeps what stands there', async () => {
    await theirs.context().setOffline(true)
    await theirs.getByRole('button', { name: 'Verstuur naar Noor Bakker' }).click()
    await expect(theirs.getByText('Er is geen internet.')).toBeVisible()
    await theirs.context().setOffline(false)
    await theirs.getByRole('button', { name: 'Verstuur naar Noor Bakker' }).click()
    await expect(theirs.getByRole('heading', { name: /^(Uw|Je) antwoorden zijn binnen\.$/ })).toBeVisible()
    await expect(theirs.getByText('4 mei 2026')).toBeVisible()
    await expectAccessible(theirs)
  })
  await close()
})

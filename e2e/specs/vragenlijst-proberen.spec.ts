/** Trying a form out while one builds it: as who answers, in another language and at another reading level. */
import type { Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

const option = (code: number, words: string) => ({
  ...{ value: { kind: 'coding', value: { code: String(code) } }, text: { text: words }, weight: code },
})
const choice = (linkId: string, words: string) => ({
  ...{ linkId, kind: 'choice', required: true, text: { text: words } },
  options: [option(1, 'Nooit'), option(2, 'Soms'), option(3, 'Altijd')],
})
const answer = (linkId: string) => `%resource.repeat(item).where(linkId = '${linkId}').answer`
const sum = `iif(${answer('a')}.exists() and ${answer('b')}.exists(), ${answer('a')}.weight().sum() + ${answer('b')}.weight().sum(), {})`

/** Two questions that count, one that brings another, and a score. */
const form = (title: string) => ({
  ...{ title: { text: title }, status: 'draft', language: 'nl' },
  items: [
    choice('a', 'Luisteren we naar elkaar?'),
    choice('b', 'Doen we wat helpt?'),
    { linkId: 'c', kind: 'boolean', text: { text: 'Schuurde er iets?' } },
    {
      ...{ linkId: 'd', kind: 'text', text: { text: 'Wat gebeurde er?' } },
      enableWhen: {
        behaviour: 'all',
        conditions: [{ question: 'c', operator: '=', value: { kind: 'boolean', value: true } }],
      },
    },
    { linkId: 'e', kind: 'decimal', readOnly: true, text: { text: 'Samen' }, calculated: sum },
  ],
})

const kept = (page: Page) => expect(page.getByText('Alles is bewaard')).toBeVisible()

/** No part of the page is wider than the screen. */
async function expectToFit(page: Page) {
  const { wide, view } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    view: document.documentElement.clientWidth,
  }))
  expect(wide).toBeLessThanOrEqual(view)
}

test(
  'a draft is tried as who answers does: branches, scores, what is missing, in a child’s words and in Turkish',
  {
    tag: '@phone',
  },
  async ({ page, weerklank }, info) => {
    const title = `Samenwerken ${info.project.name}`
    const frame = page.frameLocator(`iframe[title="Proef van de vragenlijst: ${title}"]`)
    const question = (name: string) => frame.getByRole('group', { name })
    await signInAs(page, weerklank, 'Noor Bakker')
    await step('Given a form with a branch and a score', async () => {
      await page.goto(`${weerklank.url}/vragenlijsten/nieuw`)
      await page.getByLabel('Kies een bestand').setInputFiles({
        ...{ name: 'vragenlijst.json', mimeType: 'application/json' },
        buffer: Buffer.from(JSON.stringify(form(title))),
      })
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
      await expect(frame.getByText('hier wordt niets bewaard of verstuurd', { exact: false })).toBeVisible()
      await expect(page.getByText('geen regel maakt een tekst B1', { exact: false })).toBeVisible()
      await expect(page.getByText('nog niets, want nog niet alles is ingevuld')).toBeVisible()
      await expectAccessible(page)
      await expectToFit(page)
    })
    await step('When she answers one question and sends, she is told what is missing', async () => {
      await question('Luisteren we naar elkaar?').getByLabel('Altijd').check()
      await frame.getByRole('button', { name: /^Verstuur/ }).click()
      await expect(frame.getByRole('heading', { name: 'Nog niet alles klopt' })).toBeFocused()
      await expect(page.getByText('Hier is een antwoord nodig.')).toHaveCount(1)
      await expect(question('Luisteren we naar elkaar?').getByLabel('Altijd')).toBeChecked()
    })
    await step('Then the other answers open a branch at once and give a score', async () => {
      await question('Doen we wat helpt?').getByLabel('Soms').check()
      await expect(page.getByRole('listitem').filter({ hasText: 'Samen: 5' })).toBeVisible()
      await expect(page.getByText('Zo kan het verstuurd worden.')).toBeVisible()
      await expect(frame.getByRole('textbox', { name: 'Wat gebeurde er?' })).toBeHidden()
      await question('Schuurde er iets?').getByLabel('Ja').check()
      await frame.getByRole('textbox', { name: 'Wat gebeurde er?' }).fill('Iets kleins')
      await frame.getByRole('button', { name: /^Verstuur/ }).click()
      await expect(frame.getByText('er is niets verstuurd en niets bewaard', { exact: false })).toBeVisible()
      await expect(frame.getByText('Iets kleins')).toBeVisible()
      await expectAccessible(page)
    })
    await step('When she writes for children, the tips fit them, and the try shows her words', async () => {
      await page.getByRole('button', { name: 'Begin de proef opnieuw' }).click()
      await page.getByLabel('Voor wie je nu schrijft').selectOption({ label: 'Kinderen' })
      await page.getByRole('button', { name: '1 Luisteren we naar elkaar?' }).click()
      await expect(page.getByText('De gewone tekst: Luisteren we naar elkaar?')).toBeVisible()
      await page.getByLabel('Vraag', { exact: true }).fill('Luister ik goed naar jou als jij praat?')
      await expect(page.getByText('een zin van 8 woorden; 6 leest makkelijker')).toBeVisible()
      await expect(page.getByText('Makkelijker te lezen? Een indicatie:')).toBeVisible()
      await page.getByLabel('Vraag', { exact: true }).fill('Luister ik naar jou?')
      await expect(page.getByText('Makkelijker te lezen? Een indicatie:')).toBeHidden()
      await kept(page)
      await expect(question('Luister ik naar jou?')).toBeVisible()
      await expect(frame.getByText('Dan staat er de gewone tekst.', { exact: false }).first()).toBeVisible()
      await expectAccessible(page)
      await expectToFit(page)
    })
    await step('And when she writes in Turkish, that language can be tried as well', async () => {
      await page.getByLabel('Voor wie je nu schrijft').selectOption({ label: 'Iedereen (gewone tekst, B1)' })
      await page.getByLabel('Taal waarin je nu schrijft').selectOption({ label: 'Turks' })
      await expect(
        page.getByText('In deze taal (Turks) kijken we alleen hoe lang zinnen zijn.'),
      ).toBeVisible()
      await page.getByLabel('Vraag', { exact: true }).fill('Birbirimizi dinliyor muyuz?')
      await kept(page)
      await expect(question('Birbirimizi dinliyor muyuz?')).toBeVisible()
      await expect(frame.getByText('Niet alles is hier vertaald.').first()).toBeVisible()
      await page.getByLabel('In de woorden voor').selectOption({ label: 'kinderen' })
      await page.getByLabel('Taal van de proef').selectOption({ label: 'Nederlands' })
      await page.getByLabel('Aangesproken met').selectOption('je')
      await expect(question('Luister ik naar jou?')).toBeVisible()
      await expect(frame.getByText('dit is een vragenlijst voor jou', { exact: false })).toBeVisible()
      await expectToFit(page)
    })
  },
)

import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, signInAs, step, test, type Weerklank } from '../support/weerklank.ts'

const passages = [
  {
    speaker: 'Yara',
    voice: 'mother',
    body: 'Weer iemand met een map. Noor vroeg eerst hoe het met mij ging. 👩‍👩‍👧',
  },
  { speaker: 'Sem', voice: 'youth', body: 'Ik mocht zelf kiezen. Dan praat ik makkelijker.' },
  {
    speaker: 'Oma Hilde',
    voice: 'kin',
    body: 'Ik zat er elke week bij, maar niemand vroeg mij iets. Ik schonk koffie.',
  },
]

/** An analysis with one text in it that somebody typed: nobody's own words. */
async function textToCode(page: Page, { url }: Weerklank): Promise<string> {
  const analysis = randomUUID()
  const send = async (path: string, data: object) => {
    const answer = await page.request.post(`${url}/api/analyses${path}`, {
      headers: { 'x-weerklank': '1' },
      data,
    })
    expect(answer.status(), await answer.text()).toBe(200)
  }
  const sources = { meetings: [], relations: [], kinds: [] }
  await send('', { id: analysis, title: 'Rond Sem', question: '', sources, codebooks: [], language: 'nl' })
  await send(`/${analysis}/documents`, {
    ...{ id: randomUUID(), title: 'Open dialoog', source: 'import', at: '2026-10-22T10:00:00Z' },
    passages: passages.map((one) => ({ id: randomUUID(), person: null, role: null, ...one })),
  })
  return analysis
}

const marked = (page: Page) => page.locator('.wk-mark--picked')
const given = (page: Page) => page.locator('[data-coding]')

test('words get themes by keyboard alone, and what is done can be taken back', async ({
  page,
  weerklank,
}) => {
  const keys = async (...all: string[]) => {
    for (const key of all) await page.keyboard.press(key)
  }
  await step('Given Noor begins an analysis', async () => {
    await signInAs(page, weerklank, 'Noor Bakker')
    await page.goto(`${weerklank.url}/duiden`)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Nieuwe duiding' }).press('Enter')
    await page.getByRole('button', { name: 'Begin de duiding' }).press('Enter')
    await expect(page.getByRole('link', { name: 'Geef deze duiding een naam.' })).toBeVisible()
    await page.getByLabel('Hoe heet deze duiding?').fill('Wat hoorden we?')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Wat hoorden we?' })).toBeVisible()
    await expect(page.getByText('Hier komen de woorden van iedereen')).toBeVisible()
    await expectAccessible(page)
  })
  const analysis = await textToCode(page, weerklank)
  await step('When she chooses a sentence with the arrows', async () => {
    await page.goto(`${weerklank.url}/duiden/${analysis}`)
    await page.getByRole('button', { name: 'Kiezen met toetsenbord' }).press('Enter')
    await expect(page.getByRole('application', { name: 'Kiezen met toetsenbord' })).toBeFocused()
    await keys('PageDown', 'PageDown', 'Shift+ArrowDown')
    await expect(marked(page)).toHaveText('Ik zat er elke week bij, maar niemand vroeg mij iets.')
  })
  await step('Then that is said, for who does not see it', async () => {
    const said = page.getByRole('status').filter({ hasText: 'Gekozen: Ik zat er elke week bij' })
    await expect(said).toHaveCount(1)
    await expectAccessible(page)
  })
  await step('When she types a theme that is not there yet', async () => {
    await page.keyboard.type('Buiten staan')
    await expect(page.getByRole('option', { name: 'Nieuw thema ‘Buiten staan’' })).toBeVisible()
    await expectAccessible(page)
    await keys('Enter')
    await expect(given(page)).toHaveText(['1Buiten staan'])
    await expect(page.getByText('Alles is bewaard')).toBeVisible()
  })
  await step('And goes on where she was, with an overlap and a family as one sign', async () => {
    await keys('Shift+Home')
    await page.keyboard.type('buiten')
    await keys('Enter')
    await expect(given(page)).toHaveCount(2)
    await keys('PageUp', 'PageUp', 'PageUp', 'End', 'Control+Shift+ArrowLeft')
    await expect(marked(page)).toHaveText('👩‍👩‍👧')
    await keys('Escape', 'Escape')
  })
  await step('Then she can take it back and do it again', async () => {
    await keys('Control+z')
    await expect(given(page)).toHaveCount(1)
    await keys('Control+y')
    await expect(given(page)).toHaveCount(2)
  })
  await step('And give the quote another theme, or none', async () => {
    await given(page).first().press('Enter')
    await page.getByRole('button', { name: 'Ander thema' }).press('Enter')
    await page.keyboard.type('Niemand vroeg')
    await keys('Enter')
    await expect(given(page).filter({ hasText: 'Niemand vroeg' })).toHaveCount(1)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Haal dit thema weg' }).press('Enter')
    await expect(given(page)).toHaveCount(1)
  })
  await step('And find the quote back after loading the page anew', async () => {
    await expect(page.getByText('Alles is bewaard')).toBeVisible()
    await page.getByRole('link', { name: 'Uitspraken', exact: true }).press('Enter')
    await expect(page.getByText('1 uitspraak.')).toBeVisible()
    await page.reload()
    await page.getByLabel('Stem').selectOption({ label: 'naaste' })
    await expect(page.getByRole('blockquote')).toContainText('niemand vroeg mij iets')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Toon in de tekst' }).press('Enter')
    await expect(given(page)).toHaveCount(1)
    await page.getByRole('link', { name: 'Wat er veranderde' }).press('Enter')
    await expect(page.getByText('gaf een uitspraak het thema').first()).toBeVisible()
    await expectAccessible(page)
  })
})

test('words get themes with a finger, while a colleague codes the same text', async ({
  browser,
  page,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  const analysis = await textToCode(page, weerklank)
  const phone = await (
    await browser.newContext({
      ...{ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true },
      ...{
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        storageState: await page.context().storageState(),
      },
    })
  ).newPage()
  const address = `${weerklank.url}/duiden/${analysis}`
  await step('Given Noor lets Bram work along', async () => {
    await page.goto(`${address}/instellen`)
    await page.getByRole('checkbox', { name: 'Bram Visser' }).check()
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Rond Sem' })).toBeVisible()
  })
  await step('When she taps a sentence on her phone', async () => {
    await phone.goto(address)
    await phone.getByText('Dan praat ik makkelijker.').tap({ position: { x: 60, y: 12 } })
    await expect(phone.getByRole('region', { name: 'Welk thema?' })).toBeVisible()
    await expectAccessible(phone)
  })
  await step('And brings its begin a word further', async () => {
    const words = await marked(phone).textContent()
    await phone.getByRole('button', { name: 'Begin een woord later' }).tap()
    await expect(marked(phone)).not.toHaveText(words ?? '')
    await phone.getByRole('button', { name: 'Begin een woord eerder' }).tap()
    await expect(marked(phone)).toHaveText(words ?? '')
  })
  await step('Then she gives it a theme', async () => {
    await phone.getByRole('combobox', { name: 'Zoek een thema of typ een nieuw' }).fill('Zelf kiezen')
    await phone.getByRole('option', { name: 'Nieuw thema ‘Zelf kiezen’' }).tap()
    await expect(given(phone)).toHaveText(['1Zelf kiezen'])
    await expectAccessible(phone)
  })
  await step('And Bram sees it, and what he codes appears on her phone by itself', async () => {
    const bram = await (
      await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL' })
    ).newPage()
    await signInAs(bram, weerklank, 'Bram Visser')
    await bram.goto(address)
    await expect(given(bram)).toHaveText(['1Zelf kiezen'])
    await bram.getByText('Ik zat er elke week bij').dblclick({ position: { x: 30, y: 12 } })
    await bram.getByRole('combobox', { name: 'Zoek een thema of typ een nieuw' }).fill('zelf')
    await bram.keyboard.press('Enter')
    await expect(given(bram)).toHaveCount(2)
    await expect(given(phone)).toHaveCount(2, { timeout: 90_000 })
  })
})

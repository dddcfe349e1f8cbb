/** The library: found with wrong letters, an own card in two languages, a collection on a parent's phone, and everything as a file. */
import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

/** What comes when the file of that name is asked for. */
async function take(page: Page, name: string): Promise<Download> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  return coming
}

const textOf = async (file: Download) => readFileSync(await file.path(), 'utf8')

/** A card in both languages, in the one form; the fields of each stand in a group of their own. */
async function write(page: Page, title: { nl: string; en: string }) {
  const dutch = page.getByRole('group', { name: 'In het Nederlands' })
  await dutch.getByLabel('Titel').fill(title.nl)
  await dutch.getByLabel('In één of twee zinnen').fill('Lopen praat makkelijker dan zitten.')
  await dutch.getByLabel('Tekst voor professionals').fill('Vraag of je samen een rondje loopt.')
  await dutch
    .getByLabel('Tekst voor ouders')
    .fill('U kunt vragen om samen te lopen. Dat praat vaak makkelijker.')
  await dutch.getByLabel('Zinnen om te zeggen').fill('Zullen we een rondje lopen?')
  await page.getByRole('button', { name: 'Ook in het Engels schrijven' }).click()
  const english = page.getByRole('group', { name: 'In het Engels' })
  await english.getByLabel('Titel').fill(title.en)
  return english
}

test('a worker finds a card with wrong letters, chooses further, and says whether it helped', {
  tag: '@phone',
}, async ({ page, weerklank }) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await step('Given the library, when she types it wrong, then it is found and she is told why', async () => {
    await page.goto(`${weerklank.url}/kennis`)
    await expect(page.getByRole('status').getByText(/kaarten/)).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'kennis')
    await page.getByLabel('Waar zoek je iets over?').fill('vertouwen')
    await page.keyboard.press('Enter')
    await expect(page.getByText('‘vertouwen’ staat nergens. We zochten op', { exact: false })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'in de titel' }).first()).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'kennis-zoeken')
  })
  await step('And when nothing is found she is told what to do', async () => {
    await page.getByLabel('Waar zoek je iets over?').fill('qqqzzz')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Probeer een ander woord, of haal een keuze weg.')).toBeVisible()
    await expectAccessible(page)
  })
  await step('When she chooses further, what stands in the address is what she sees', async () => {
    await page.goto(`${weerklank.url}/kennis`)
    await page.getByRole('button', { name: 'Verder kiezen' }).click()
    await page.getByLabel('Soort').selectOption({ label: 'Oefening' })
    await page.getByLabel('Voor wie').selectOption({ label: 'Voor ouders' })
    await expect(page.getByText('2 keuzes')).toBeVisible()
    await expect(page).toHaveURL(/soort=exercise/)
    await page.reload()
    await expect(page.getByText('2 keuzes')).toBeVisible()
    const facts = page
      .getByRole('main')
      .getByRole('listitem')
      .getByText(/^Oefening/)
    await expect(facts.first()).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'kennis-kiezen')
  })
  await step('Then she reads a card for a parent and says that it helped', async () => {
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
    await page.getByRole('link', { name: 'Voor ouders' }).click()
    await expect(page).toHaveURL(/voor=parent/)
    await expect(page.getByText('Bron', { exact: true })).toBeVisible()
    await expect(page.getByText('Waar het op rust')).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'kennis-kaart')
    await page.getByLabel('Wil je er iets bij zeggen?', { exact: false }).fill('Het gaf rust.')
    await page.getByRole('button', { name: 'Het hielp', exact: true }).click()
    await expect(page.getByText('Hielp 1 keer, hielp niet 0 keer.', { exact: false })).toBeVisible()
    await page.getByRole('button', { name: 'Het hielp niet', exact: true }).click()
    await expect(page.getByText('Hielp 1 keer, hielp niet 1 keer.', { exact: false })).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'kennis-kaart-hielp')
    for (const left of [1, 0]) {
      await page.getByRole('button', { name: 'Neem terug' }).first().click()
      await expect(page.getByRole('button', { name: 'Neem terug' })).toHaveCount(left)
    }
  })
})

test('an own card in two languages goes into a collection that a parent reads on her phone, and comes along as a file', async ({
  page,
  browser,
  weerklank,
  noise,
}) => {
  const title = { nl: `Samen lopen ${Date.now()}`, en: `Walking together ${Date.now()}` }
  await signInAs(page, weerklank, 'Noor Bakker')
  await step(
    'Given a card that is begun in English and has no source, she is told what is left',
    async () => {
      await page.goto(`${weerklank.url}/kennis`)
      await page.getByRole('link', { name: 'Kaart schrijven' }).click()
      const english = await write(page, title)
      await page.getByRole('button', { name: 'Bewaar als concept' }).click()
      const left = page.getByRole('alert').filter({ hasText: 'Noem een bron' })
      await expect(left.getByRole('link')).toHaveCount(3)
      await expectAccessible(page)
      await shot(page, 'kaart-schrijven-fout')
      await left.getByRole('link', { name: 'Zeg ook in het Engels' }).click()
      await expect(english.getByLabel('In één of twee zinnen')).toBeFocused()
      await english.getByLabel('In één of twee zinnen').fill('Walking helps talking.')
      await english.getByLabel('Tekst voor professionals').fill('Ask to walk together.')
      await page.getByLabel('Bron', { exact: true }).fill('Ervaring van het team van De Linde')
      await expectAccessible(page)
      await shot(page, 'kaart-schrijven')
      await page.getByRole('button', { name: 'Bewaar als concept' }).click()
      await expect(page.getByRole('heading', { level: 1, name: title.nl })).toBeVisible()
      await expect(page.getByText('In de maak: collega’s vinden deze kaart nog niet.')).toBeVisible()
      await page.getByRole('button', { name: 'Zet in Kennis' }).click()
      await expect(page.getByText('Te vinden voor iedereen hier.')).toBeVisible()
      await expectAccessible(page)
      await shot(page, 'eigen-kaart')
    },
  )
  await step('When she puts it in a new collection', async () => {
    await page.getByRole('button', { name: 'Zet in een verzameling' }).click()
    await page.getByLabel('Hoe heet de verzameling?').fill('Voor het gezin')
    await page.getByRole('button', { name: 'Maak de verzameling' }).click()
    await expect(page.getByText('Staat in de verzameling.')).toBeVisible()
    await page.goto(`${weerklank.url}/kennis/verzamelingen`)
    await expectAccessible(page)
    await shot(page, 'verzamelingen')
    await page.getByRole('link', { name: 'Voor het gezin' }).first().click()
    await expect(page.getByRole('link', { name: title.nl })).toBeVisible()
  })
  let link = ''
  await step('And makes a link for a parent', async () => {
    await page.getByRole('group', { name: 'Teksten voor' }).getByLabel('Voor ouders').first().check()
    await page.getByRole('button', { name: 'Maak een link' }).click()
    link = await page.getByLabel('De link', { exact: true }).inputValue()
    await expectAccessible(page)
    await shot(page, 'verzameling')
  })
  await step('Then the parent reads it on her phone, without scripts and without an account', async () => {
    for (const javaScriptEnabled of [false, true]) {
      const context = await browser.newContext({ viewport: { width: 375, height: 812 }, javaScriptEnabled })
      noise.watch(context)
      const phone = await context.newPage()
      await phone.goto(link)
      await expect(phone.getByRole('heading', { level: 1, name: 'Voor het gezin' })).toBeVisible()
      await expect(phone.getByText('U kunt vragen om samen te lopen.', { exact: false })).toBeVisible()
      await expect(phone.getByText('Vraag of je samen een rondje loopt.')).toHaveCount(0)
      if (javaScriptEnabled) await expectAccessible(phone)
      else await shot(phone, 'verzameling-ouder')
      await context.close()
    }
  })
  await step('And takes the cards along: to print, offline, to read, and open', async () => {
    await page.getByRole('button', { name: 'Meenemen' }).click()
    const pdf = await take(page, 'Kaarten om te printen, 4 op een blad (PDF)')
    expect(
      readFileSync(await pdf.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(await textOf(await take(page, 'Tekst (Markdown)'))).toContain(`## ${title.nl}`)
    await tryOffline(await take(page, 'Bestand dat werkt zonder internet (HTML)'))
    const json = await take(page, 'Open bestand, om weer in te lezen (JSON)')
    await bringBack(json)
  })
  await step('When the link is withdrawn it opens nothing more', async () => {
    await page.goBack()
    await page.getByRole('button', { name: 'Trek in', exact: true }).click()
    await expect(page.getByText('ingetrokken')).toBeVisible()
    const context = await browser.newContext({ viewport: { width: 375, height: 812 } })
    const phone = await context.newPage()
    await phone.goto(link)
    await expect(phone.getByText('Deze link werkt niet of niet meer').first()).toBeVisible()
    await expectAccessible(phone)
    await context.close()
  })

  /** The file opens from a disk, without a network, and has a search of its own. */
  async function tryOffline(file: Download) {
    const context = await browser.newContext({ viewport: { width: 375, height: 812 }, offline: true })
    const phone = await context.newPage()
    await phone.setContent(await textOf(file))
    await expect(phone.getByText('Vraag of je samen een rondje loopt.')).toBeVisible()
    await phone.getByLabel('Zoeken in deze kaarten').fill('fietsen')
    await expect(phone.getByText('Vraag of je samen een rondje loopt.')).toBeHidden()
    await phone.getByLabel('Zoeken in deze kaarten').fill('rondje')
    await expect(phone.getByText('Vraag of je samen een rondje loopt.')).toBeVisible()
    await shot(phone, 'meegenomen')
    await context.close()
  }

  /** What was taken along can be read in again, as a draft. A card without a source is told by its number. */
  async function bringBack(file: Download) {
    const written = JSON.parse(await textOf(file)) as { items: object[] }
    expect(written.items).toMatchObject([{ title }])
    const { source: _, ...without } = written.items[0] as { source: unknown }
    const buffer = Buffer.from(JSON.stringify({ ...written, items: [...written.items, without] }))
    await page.goto(`${weerklank.url}/kennis/eigen`)
    await page
      .getByLabel('Bestand')
      .setInputFiles({ name: 'kaarten.json', mimeType: 'application/json', buffer })
    await page.getByRole('button', { name: 'Lees in' }).click()
    await expect(page.getByText('Eén kaart is ingelezen.')).toBeVisible()
    await expect(page.getByText('er staat geen bron bij', { exact: false })).toBeVisible()
    await expect(page.getByRole('link', { name: title.nl })).toHaveCount(2)
    await expectAccessible(page)
    await shot(page, 'eigen-kaarten')
  }
})

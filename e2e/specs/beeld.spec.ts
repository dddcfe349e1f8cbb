/** What is seen: the line with the own start, limits on request, a line per question, a picture to keep, and her own page. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { type OwnRelation, ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step, type Weerklank } from '../support/weerklank.ts'

async function openLina(page: Page, weerklank: Weerklank): Promise<OwnRelation> {
  const relation = await ownRelation(page, weerklank, {
    title: 'Lina en het beeld',
    people: { Lina: 'youth' },
  })
  await relation.answer('Lina', { heard: 5, what: 6, how: 6, whole: 6 })
  await relation.agree('Eerst vragen hoe het op school was.')
  for (const heard of [6, 7, 8, 7, 8, 9]) {
    await relation.answer('Lina', { heard, what: 7, how: 6, whole: 7 })
  }
  await page.goto(relation.url)
  await expect(page.getByRole('img', { name: /Hoe Lina het samen vond/ })).toBeVisible()
  return relation
}

async function expectFits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
}

test('a line begins at the own start, and shows limits only when one asks', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  await step('Given Lina answered seven times', () => openLina(page, weerklank))
  await step('Then her own start stands in words and in the legend, and no limits', async () => {
    await expect(page.getByText(/hoger dan aan het begin\. Toen was het 6,3\./)).toBeVisible()
    const legend = page.getByRole('list', { name: 'Wat de tekens betekenen' })
    await expect(legend).toContainText('Begin: 6,3 (eerste drie)')
    await expect(legend).toContainText('Afspraak gemaakt')
    await expect(page.getByText('Een cijfer ligt hier meestal tussen')).toHaveCount(0)
    await expectAccessible(page)
    await expectFits(page)
  })
  await step('When one asks for limits, they come with what they cannot say', async () => {
    await page.getByRole('button', { name: 'Toon grenzen' }).click()
    const said = page.getByRole('status').filter({ hasText: 'Een cijfer ligt hier meestal tussen' })
    await expect(said).toContainText('Deze grenzen zijn voorlopig.')
    await expect(said).toContainText('Deze vragen zijn niet onderzocht.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Verberg grenzen' }).click()
    await expect(said).toHaveCount(0)
  })
  await step('When one asks per question, each has its line, its sentence and its table', async () => {
    await page.getByRole('button', { name: 'Per vraag' }).click()
    await expect(page.getByRole('img', { name: 'Wat Lina antwoordde, per vraag' })).toBeVisible()
    await expect(
      page.getByRole('paragraph').filter({ hasText: /Het meest veranderde “.*”: eerst een 5, nu een 9\./ }),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Toon de antwoorden als tabel' }).click()
    const table = page.getByRole('table', { name: 'Wat Lina antwoordde, per vraag' })
    await expect(table.getByRole('row')).toHaveCount(8)
    await expectAccessible(page)
    await expectFits(page)
  })
})

test('a picture is kept on this device, with its caution and its day', async ({ page, weerklank }) => {
  await openLina(page, weerklank)
  const keep = async (kind: 'PNG' | 'SVG') => {
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: `Bewaar als ${kind}` }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^weerklank-\\d{4}-\\d\\d-\\d\\d\\.${kind.toLowerCase()}$`),
    )
    return readFileSync(await download.path())
  }
  await page.getByRole('button', { name: 'Bewaar of druk af' }).click()
  await expectAccessible(page)
  await step('As SVG it says what it is not, and when it was made', async () => {
    const svg = (await keep('SVG')).toString('utf8')
    expect(svg).toContain('Hoe Lina het samen vond, per contact')
    expect(svg.replace(/<[^>]*>/g, ' ')).toMatch(/Gemaakt op .* met\s+Weerklank/)
    expect(svg).toContain('fill="#ffffff"')
    expect(svg).not.toMatch(/<script|href=/)
  })
  await step('As PNG it is a picture with something drawn in it', async () => {
    const png = await keep('PNG')
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    // Twice the size of the file in px, with the margins.
    expect(png.readUInt32BE(16)).toBe(2 * 776)
    expect(png.length).toBeGreaterThan(10_000)
    await expect(page.getByRole('status').filter({ hasText: 'Het plaatje is bewaard.' })).toBeVisible()
  })
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script'
  test(`Lina reads her own scores on her own page, ${how}`, async ({
    page: desk,
    browser,
    weerklank,
    noise,
  }) => {
    const phone = await browser.newContext({ javaScriptEnabled, viewport: { width: 375, height: 812 } })
    noise.watch(phone)
    const page = await phone.newPage()
    const relation = await openLina(desk, weerklank)
    await page.goto(await relation.invite('Lina'))
    await page.getByRole('textbox').fill('Het ging goed.')
    await page.getByRole('button', { name: 'Verstuur naar' }).click()
    await page.getByRole('button', { name: 'Mijn keuzes en gegevens' }).click()
    await page.getByRole('link', { name: 'Wat je antwoordde en afsprak' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Wat je antwoordde' })).toBeVisible()
    await expect(page.getByRole('img', { name: 'Hoe je het vond, per keer' })).toBeVisible()
    await expect(page.getByText('Eerst vragen hoe het op school was.').first()).toBeVisible()
    await expect(page.getByText('een gesprek waard')).toHaveCount(0)
    await page.locator('summary').last().click()
    await step(
      'And she lets nobody read her first answer, which the worker then no longer sees',
      async () => {
        if (javaScriptEnabled) await expectAccessible(page)
        await page.getByRole('link', { name: 'Wie mag dit lezen?' }).last().click()
        if (javaScriptEnabled) await expectAccessible(page)
        await page.getByRole('radio', { name: 'Niemand, alleen jij' }).check()
        await page.getByRole('button', { name: 'Bewaar deze keuze' }).click()
        await expect(page.getByRole('status').filter({ hasText: 'Je keuze is bewaard.' })).toBeVisible()
        await desk.reload()
        await desk.getByRole('button', { name: 'Toon als tabel' }).click()
        await expect(desk.getByRole('table', { name: /Hoe Lina het samen vond/ })).not.toContainText('5,8')
      },
    )
    if (javaScriptEnabled) await expectAccessible(page)
    if (javaScriptEnabled) await expectFits(page)
    await phone.close()
  })
}

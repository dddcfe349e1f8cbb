/** One's own caseload, something of one's own, and sharing a collaboration with a supervisor until it ends. */
import type { Page } from '@playwright/test'
import { openPart } from '../support/open-part.ts'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, signInAs, step, type Weerklank } from '../support/weerklank.ts'

/** A colleague of the demo gets the role whose work it is; once is enough, again changes nothing. */
async function coachIn(page: Page, weerklank: Weerklank): Promise<string> {
  const name = 'Farid Amrani'
  await signInAs(page, weerklank, 'Karin Smit')
  const list = await page.request.get(`${weerklank.url}/api/colleagues`)
  const { colleagues }: { colleagues: { id: string; name: string }[] } = await list.json()
  const id = colleagues.find((one) => one.name === name)?.id ?? ''
  const changed = await page.request.put(`${weerklank.url}/api/colleagues/${id}`, {
    headers: { 'x-weerklank': '1' },
    data: { name, roles: ['professional', 'coach'] },
  })
  expect(changed.ok()).toBe(true)
  return name
}

const notice = (page: Page, text: string) => page.getByText(text, { exact: true })

test('who asks for attention stands in front, with how long one did not see whom', { tag: '@phone' }, async ({
  page,
  weerklank,
  noise,
}) => {
  noise.expectRefusal(403)
  const own = await ownRelation(page, weerklank, { title: 'Aandacht', people: { Lina: 'youth' } })
  await own.answer('Lina', { heard: 2, what: 3, how: 4, whole: 3 })
  await page.goto(`${weerklank.url}/samenwerkingen`)
  await step('From the list she goes to who asks for attention', async () => {
    await page.getByRole('link', { name: 'Wie vraagt aandacht?' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Wie vraagt nu aandacht?' })).toBeVisible()
    const lines = page.getByRole('main').getByRole('listitem')
    const line = lines.filter({ hasText: own.title })
    await expect(line).toContainText('Vandaag begonnen')
    await expect(lines.first()).toContainText(own.title)
    await expect(page.getByRole('heading', { name: 'Hoe vaak je het hoorde' })).toBeVisible()
    await expect(page.getByText(/hoorde je bij \d+ van de \d+ contacten hoe het was/)).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'aandacht')
    await line.getByRole('link', { name: own.title }).click()
    await expect(page.getByRole('heading', { name: 'Open het gesprek met Lina' })).toBeFocused()
  })
  await step('Who types the address of the supervisors hears whose it is, and has a way back', async () => {
    await page.goto(`${weerklank.url}/meekijken`)
    await expect(page.getByText('Dit is voor begeleiders, trainers en coaches.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Probeer het opnieuw' })).toHaveCount(0)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Naar het begin' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Noor/ })).toBeVisible()
  })
})

test('something of one’s own has a sentence and three ways to close it', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const own = await ownRelation(page, weerklank, { title: 'Iets van mij', people: { Lina: 'youth' } })
  await own.answer('Lina', { heard: 8, what: 8, how: 8, whole: 8 })
  await page.goto(own.url)
  const part = await openPart(page, 'Iets van jezelf')
  await step('She recognises something, for herself alone', async () => {
    await part.getByRole('button', { name: 'Ik herken iets' }).click()
    await part.getByRole('button', { name: 'Zet het erbij, alleen voor mij' }).click()
    await expect(part.getByText('Kies wat je herkent')).toBeVisible()
    await part.getByLabel('Ik merk afstand en stel het uit').check()
    await expectAccessible(page)
    await part.getByRole('button', { name: 'Zet het erbij, alleen voor mij' }).click()
    await expect(notice(page, 'Het staat erbij. Alleen jij ziet het.')).toBeVisible()
    await expect(part.getByRole('article', { name: 'Ik merk afstand en stel het uit' })).toContainText('“')
    await part.getByRole('button', { name: 'Waarom zie ik dit?' }).click()
    await expect(part.getByText(/omdat je dit zelf aangaf/)).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'iets-van-jezelf')
  })
  await step('What she agrees on it is an agreement, and closes it', async () => {
    await part.getByRole('button', { name: 'Afspraak maken' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Ik vraag elke keer wat beter kan.')
    await dialog.getByRole('button', { name: /^Bewaar/ }).click()
    await expect(part.getByText(/^Afgesproken op /)).toBeVisible()
    await expect(page.getByText('Ik vraag elke keer wat beter kan.').first()).toBeVisible()
  })
  await step('It can be opened again, and be not applicable', async () => {
    await part.getByRole('button', { name: 'Weer openzetten' }).click()
    await part.getByRole('button', { name: 'Niet van toepassing' }).click()
    await expect(part.getByText(/^Niet van toepassing op /)).toBeVisible()
  })
})

test('a supervisor looks along for one question, until it is stopped', { tag: '@phone' }, async ({
  page,
  weerklank,
  browser,
  noise,
}) => {
  noise.expectRefusal(404)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const whom = await coachIn(page, weerklank)
  const own = await ownRelation(page, weerklank, {
    ...{ title: 'Samen kijken', people: { Lina: 'youth' }, purpose: 'weer naar school' },
  })
  await own.answer('Lina', { heard: 3, what: 4, how: 4, whole: 4 }, 'Dit zei ik alleen tegen jou.')
  await own.agree('Eerst wandelen, dan praten.')
  await page.goto(own.url)
  const part = await openPart(page, 'Samen kijken met een begeleider')
  await step('The worker asks for it, and reads who reads the question', async () => {
    await part.getByRole('button', { name: 'Vraag iemand om mee te kijken' }).click()
    await part.getByRole('button', { name: 'Laat meekijken' }).click()
    await expect(part.getByText('Kies wie je vraagt')).toBeVisible()
    await expect(part.getByLabel('Wie vraag je?')).toBeFocused()
    await part.getByLabel('Wie vraag je?').selectOption(whom)
    await part.getByLabel('Wat is je vraag?').fill('Hoe begin ik hierover met Lina?')
    await expect(part.getByText('Lina en je collega’s hier kunnen deze vraag lezen.')).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'meekijken-vragen')
    await part.getByRole('button', { name: 'Laat meekijken' }).click()
    await expect(notice(page, `${whom} kan nu meekijken.`)).toBeVisible()
    await expect(part.getByRole('button', { name: 'Stop het meekijken' })).toBeVisible()
    await shot(page, 'meekijken-gedeeld')
  })
  const context = await browser.newContext({ viewport: page.viewportSize() })
  const hers = await context.newPage()
  await step('The supervisor finds it with its question, and reads without the words of Lina', async () => {
    await signInAs(hers, weerklank, whom)
    await hers.goto(`${weerklank.url}/meekijken`)
    await expect(hers.getByText('“Hoe begin ik hierover met Lina?”')).toBeVisible()
    await expectAccessible(hers)
    await shot(hers, 'meekijken-lijst')
    await hers.getByRole('link', { name: own.title }).click()
    await expect(hers.getByRole('heading', { level: 2, name: /^De vraag van/ })).toBeVisible()
    await expect(hers.getByText('Eerst wandelen, dan praten.')).toBeVisible()
    await expect(hers.getByRole('heading', { name: /Lina/ }).first()).toBeVisible()
    await expect(hers.getByText('Dit zei ik alleen tegen jou.')).toHaveCount(0)
    await expectAccessible(hers)
    await shot(hers, 'meekijken-samenwerking')
  })
  await step('When the worker stops it, it is gone for her at the next look', async () => {
    await part.getByRole('button', { name: 'Stop het meekijken' }).click()
    await expect(notice(page, `${whom} kan er niet meer bij.`)).toBeVisible()
    await hers.reload()
    await expect(
      hers.getByRole('heading', { level: 1, name: 'Dit wordt niet meer met je gedeeld' }),
    ).toBeVisible()
    await expectAccessible(hers)
  })
  await context.close()
})

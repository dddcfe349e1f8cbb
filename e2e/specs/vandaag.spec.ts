/** *Vandaag*: what asks for attention, what was agreed, who is coming. */
import type { Page } from '@playwright/test'
import { type OwnRelation, ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step, type Weerklank } from '../support/weerklank.ts'

/** Kaya answered a moment ago with one low answer, so hers is the first card. */
async function openToday(page: Page, weerklank: Weerklank): Promise<OwnRelation> {
  const relation = await ownRelation(page, weerklank, { title: 'Kaya en Noor', people: { Kaya: 'youth' } })
  await relation.answer('Kaya', { heard: 8, what: 8, how: 8, whole: 8 })
  await relation.answer('Kaya', { heard: 8, what: 2, how: 8, whole: 8 })
  await page.goto(weerklank.url)
  await expect(cardOf(page, relation)).toBeVisible()
  return relation
}

function cardOf(page: Page, { title }: OwnRelation) {
  return page.getByRole('article', { name: title })
}

function notice(page: Page, text: string) {
  return page.getByRole('status').filter({ hasText: text })
}

test('the first card tells what was answered and leads to the talk', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  const relation = await openToday(page, weerklank)
  const card = cardOf(page, relation)
  await step('Then it stands first, with what was answered and a question', async () => {
    await expect(page.getByRole('article').first()).toHaveAccessibleName(relation.title)
    await expect(card.getByText(/Kaya gaf vandaag 2,0 op .* De vorige keer was dat 8,0\./)).toBeVisible()
    await expect(card.getByText('Zullen we vragen wat er anders was?')).toBeVisible()
    await expect(page.getByText(/samenwerkingen vragen om aandacht/)).toBeVisible()
    await expectAccessible(page)
  })
  await step('When one asks why, the rule and its limit are told', async () => {
    const why = card.getByRole('button', { name: 'Waarom zie ik dit?' })
    await why.click()
    await expect(why).toHaveAttribute('aria-expanded', 'true')
    await expect(card.getByText(/Je ziet dit omdat een antwoord onder/)).toBeVisible()
    await expectAccessible(page)
  })
  await step('When one follows it, one stands at the talk', async () => {
    await card.getByRole('link', { name: /^Open het gesprek/ }).click()
    await expect(page).toHaveURL(`${relation.url}#gesprek`)
    const title = page.getByRole('heading', { name: 'Open het gesprek met Kaya' })
    await expect(title).toBeFocused()
    await expect(title).toBeInViewport()
    await expectAccessible(page)
  })
})

test('not applicable puts a card away, and it can be called back', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  const relation = await openToday(page, weerklank)
  const card = cardOf(page, relation)
  await step('When one puts it away', async () => {
    await card.getByRole('button', { name: /^Niet van toepassing/ }).click()
    await expect(notice(page, `${relation.title} staat niet meer op Vandaag.`)).toBeVisible()
    await expect(card).toHaveCount(0)
    await expect(page.getByRole('article').first().getByRole('heading')).toBeFocused()
    await expectAccessible(page)
  })
  await step('And calls it back, it is the first again', async () => {
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(notice(page, `${relation.title} staat weer op Vandaag.`)).toBeVisible()
    await expect(page.getByRole('article').first()).toHaveAccessibleName(relation.title)
    await expect(card.getByRole('heading')).toBeFocused()
  })
})

test('a new answer appears by itself', async ({ page, weerklank }) => {
  const relation = await ownRelation(page, weerklank, {
    title: 'Mehmet en Noor',
    people: { Mehmet: 'client' },
  })
  await page.goto(weerklank.url)
  await expect(page.getByRole('article').first()).toBeVisible()
  await expect(cardOf(page, relation)).toHaveCount(0)
  await step('When Mehmet answers elsewhere', () =>
    relation.answer('Mehmet', { heard: 3, what: 7, how: 7, whole: 7 }),
  )
  await step('Then his card stands there, and nobody pressed anything', async () => {
    await expect(page.getByRole('article').first()).toHaveAccessibleName(relation.title)
    await expectAccessible(page)
  })
})

test('who is coming today, and what was agreed', { tag: '@phone' }, async ({ page, weerklank }) => {
  const relation = await ownRelation(page, weerklank, { title: 'Pip en Noor', people: { Pip: 'client' } })
  await relation.agree('Pip kiest waar we lopen.')
  await relation.planContact({ days: 0, place: 'Bij de sluis' })
  await relation.planContact({ days: 1, place: 'Bij de molen' })
  await page.goto(weerklank.url)
  await step('Then today’s contacts stand in order, with where they are', async () => {
    const contacts = page.getByRole('region', { name: 'Vandaag' })
    const own = contacts.getByRole('listitem').filter({ hasText: relation.title })
    await expect(own).toContainText('Bij de sluis')
    await expect(own).toHaveCount(1)
    await expect(contacts.getByText('Bij de molen')).toHaveCount(0)
    const times = await contacts
      .locator('time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''))
    expect(times).toEqual(times.toSorted())
    await expectAccessible(page)
  })
  await step('And what was agreed says with whom, and when it comes back', async () => {
    const agreements = page.getByRole('region', { name: 'Afgesproken, en straks teruggevraagd' })
    const own = agreements.getByRole('listitem').filter({ hasText: 'Pip kiest waar we lopen.' })
    await expect(own).toContainText('Afgesproken vandaag met Pip')
    await expect(own).toContainText('Morgen terugvragen')
    await own.getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1, name: relation.title })).toBeVisible()
  })
})

test('Vandaag at 320 px, and by keyboard past the rooms', async ({ page, weerklank }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await signInAs(page, weerklank, 'Noor Bakker')
  await expect(page.getByRole('article').first()).toBeVisible()
  const widths = await page.evaluate(() => {
    const root = document.documentElement
    return { shown: root.clientWidth, needed: root.scrollWidth }
  })
  expect(widths.needed).toBeLessThanOrEqual(widths.shown)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

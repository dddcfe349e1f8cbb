/** What is at hand: from a signal to words to say, from there to an exercise, and back the same way. */
import type { Page } from '@playwright/test'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

/** The offer of a kind, in the list of what is at hand. */
const offer = (page: Page, kind: string) =>
  page.getByRole('listitem').filter({ hasText: kind }).filter({ hasText: 'omdat' })

test('a worker goes from a signal to words to an exercise and back', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  const own = await ownRelation(page, weerklank, { title: 'Bij de hand', people: { Lina: 'client' } })
  await own.answer('Lina', { heard: 8, what: 8, how: 3, whole: 8 })
  await page.goto(own.url)
  const card = page.getByRole('region', { name: 'Open het gesprek met Lina' })
  await step('Given a signal, she asks what may help and is told why', async () => {
    const open = card.getByRole('button', { name: 'Wat kan hierbij helpen?' })
    await open.focus()
    await page.keyboard.press('Enter')
    await expect(card.getByText('omdat het antwoord over ‘een manier die past’ opviel').first()).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'bij-de-hand-signaal')
  })
  await step('When she opens a question to ask, it shows what goes on from there', async () => {
    const question = offer(page, 'vraag om te stellen').getByRole('link')
    await question.first().focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('link', { name: 'Terug naar de samenwerking' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Verder hiermee' })).toBeVisible()
    await expect(offer(page, 'oefening').first()).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'bij-de-hand-kaart')
  })
  await step('Then an exercise leads back to the question, and that to the signal', async () => {
    const before = await page.getByRole('heading', { level: 1 }).textContent()
    await offer(page, 'oefening').getByRole('link').first().click()
    await expect(page.getByText('Probeer het bij je volgende contact', { exact: false })).toBeVisible()
    await page.getByRole('link', { name: 'Terug naar de vorige kaart' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(before ?? '')
    await page.getByRole('link', { name: 'Terug naar de samenwerking' }).click()
    await expect(page.getByRole('heading', { name: 'Open het gesprek met Lina' })).toBeFocused()
  })
})

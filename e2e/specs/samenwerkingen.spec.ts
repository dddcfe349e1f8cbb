/** The list of collaborations: who asks for attention first, searching, and what has ended. */
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

test('who asks for attention stands first, with what was answered', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  const relation = await ownRelation(page, weerklank, { title: 'Nadia en Tom', people: { Nadia: 'client' } })
  await relation.answer('Nadia', { heard: 2, what: 7, how: 7, whole: 7 })
  await page.goto(`${weerklank.url}/samenwerkingen`)
  await step('Then the newest signal is the first line, in words', async () => {
    const asking = page.getByRole('region', { name: 'Vraagt aandacht' })
    const first = asking
      .getByRole('listitem')
      .filter({ has: page.getByRole('link') })
      .first()
    await expect(first.getByRole('link', { name: relation.title })).toBeVisible()
    await expect(first).toContainText(/Nadia gaf vandaag 2,0 op/)
    await expectAccessible(page)
  })
  await step('And the others follow with who takes part and when it was answered', async () => {
    const others = page.getByRole('region', { name: 'De andere samenwerkingen' })
    await expect(others.getByRole('link', { name: 'Noor en Bram' })).toBeVisible()
    await expect(others.getByText(/^Laatste antwoord: /).first()).toBeVisible()
  })
  await step('When one follows the line, one comes to its page', async () => {
    await page.getByRole('link', { name: relation.title }).click()
    await expect(page.getByRole('heading', { level: 1, name: relation.title })).toBeFocused()
  })
})

test('searching finds a name, and says when there is nothing', { tag: '@phone' }, async ({
  page,
  weerklank,
  isMobile,
}) => {
  const relation = await ownRelation(page, weerklank, { title: 'Zwaluw', people: { Quinten: 'youth' } })
  const box = page.getByRole('searchbox', { name: 'Zoek een samenwerking of een mens' })
  const search = async (words: string) => {
    if (isMobile) await page.getByRole('button', { name: 'Zoeken' }).click()
    await box.fill(words)
    await box.press('Enter')
  }
  await page.goto(weerklank.url)
  await step('When one searches for the name of someone who takes part', async () => {
    await search(relation.title)
    await expect(page.getByRole('status').filter({ hasText: 'Eén samenwerking gevonden' })).toBeVisible()
    await expect(page.getByRole('main').getByRole('listitem').getByRole('link')).toHaveText([relation.title])
    await expectAccessible(page)
  })
  await step('And for a person, also in other letters', async () => {
    await search('qUINTEN')
    await expect(page.getByRole('link', { name: relation.title })).toBeVisible()
  })
  await step('When nothing fits, it says where else to look', async () => {
    await search('xyzxyz')
    await expect(page.getByRole('heading', { name: 'Niets gevonden' })).toBeVisible()
    await expect(page.getByText(/Geen lopende samenwerking past bij ‘xyzxyz’/)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Zoek bij wat is afgerond' }).click()
    await expect(page.getByText(/Geen afgeronde samenwerking past bij ‘xyzxyz’/)).toBeVisible()
  })
  await step('When one wants all again, they are there', async () => {
    await page.getByRole('link', { name: 'Toon alle samenwerkingen' }).click()
    await expect(page).toHaveURL(`${weerklank.url}/samenwerkingen?gesloten=ja`)
    await page.getByRole('link', { name: 'Lopend' }).click()
    await expect(page.getByRole('link', { name: 'Joke en Femke' })).toBeVisible()
  })
})

test('what has ended stands by itself, with everything that was said', async ({ page, weerklank }) => {
  const relation = await ownRelation(page, weerklank, { title: 'Afgeronde tuin', people: { Gijs: 'client' } })
  await relation.answer('Gijs', { heard: 1, what: 7, how: 7, whole: 7 }, 'Het was mooi zo.')
  await relation.end()
  await page.goto(`${weerklank.url}/samenwerkingen`)
  await expect(page.getByRole('link', { name: 'Joke en Femke' })).toBeVisible()
  await expect(page.getByRole('link', { name: relation.title })).toHaveCount(0)
  await step('When one looks at what has ended', async () => {
    const tabs = page.getByRole('navigation', { name: 'Welke samenwerkingen' })
    await tabs.getByRole('link', { name: 'Afgerond' }).click()
    await expect(tabs.getByRole('link', { name: 'Afgerond' })).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('link', { name: relation.title })).toBeVisible()
    await expect(page.getByText('Afgerond: vandaag').first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'Vraagt aandacht' })).toHaveCount(0)
    await expectAccessible(page)
  })
  await step('Then its page tells what was said, and asks nothing any more', async () => {
    await page.getByRole('link', { name: relation.title }).click()
    await expect(page.getByText(/Deze samenwerking is afgesloten op/)).toBeVisible()
    await expect(page.getByText('“Het was mooi zo.”')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Vraag hoe het was' })).toHaveCount(0)
    await expect(page.getByRole('region', { name: /Open het gesprek/ })).toHaveCount(0)
    await expectAccessible(page)
  })
  await step('And it can be opened again', async () => {
    await page.getByRole('button', { name: 'Weer openen' }).click()
    await expect(page.getByText('De samenwerking is weer open.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Vraag hoe het was' })).toBeVisible()
  })
})

test('an administrator gets no list, and no content from the server either', async ({ page, weerklank }) => {
  const relation = await ownRelation(page, weerklank, {
    title: 'Niet voor Karin',
    people: { Saar: 'client' },
  })
  // Somewhere else first: an open page of Noor would ask on without a session.
  await page.goto('about:blank')
  await page.context().clearCookies()
  await signInAs(page, weerklank, 'Karin Smit')
  await page.goto(`${weerklank.url}/samenwerkingen`)
  await expect(page.getByRole('heading', { level: 1, name: 'Welkom, Karin Smit' })).toBeVisible()
  await page.goto(relation.url)
  await expect(page.getByRole('heading', { level: 1, name: 'Welkom, Karin Smit' })).toBeVisible()
  await expect(page.getByText(relation.title)).toHaveCount(0)
  for (const path of ['', `/${relation.id}`, `/${relation.id}/feedback`]) {
    expect((await page.request.get(`${weerklank.url}/api/relations${path}`)).status()).toBe(403)
  }
})

test('an address that was typed over wrongly still shows the list', async ({ page, weerklank }) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await page.goto(`${weerklank.url}/samenwerkingen?zoek={"a":1}&gesloten=misschien`)
  await expect(page.getByRole('link', { name: 'Joke en Femke' })).toBeVisible()
})

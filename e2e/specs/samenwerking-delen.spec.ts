/** What one seldom needs of a collaboration is shut, tells in one line how it stands, and opens by keyboard. */
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

const shut = [
  ...['Het schuurt', 'Vragenlijsten', 'Iets van jezelf', 'Samen kijken met een begeleider'],
  ...['Vanzelf vragen', 'Mijn aantekeningen en dagboek', 'Toestemming'],
]

test('parts that ask for nothing are shut, and open by keyboard', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const own = await ownRelation(page, weerklank, { title: 'Rustig', people: { Lina: 'youth' } })
  await page.goto(own.url)
  const head = (title: string) => page.getByRole('button', { name: title, exact: true })
  await step('Given a collaboration in which nothing asks for attention', async () => {
    for (const title of shut) await expect(head(title)).toHaveAttribute('aria-expanded', 'false')
    await expect(head('Vanzelf vragen')).toHaveAccessibleDescription('Niemand krijgt vanzelf vragen.')
    await expect(head('Toestemming')).toHaveAccessibleDescription('Gevraagd: jij. Nog niets gevraagd: Lina.')
    await expect(page.getByRole('button', { name: 'Ik herken iets' })).toHaveCount(0)
    await expectAccessible(page)
  })
  await step('Then a part opens and shuts by keyboard, and the next one is a step away', async () => {
    await head('Iets van jezelf').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Ik herken iets' })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: 'Ik herken iets' })).toBeHidden()
    await page.keyboard.press('Tab')
    await expect(head('Samen kijken met een begeleider')).toBeFocused()
  })
  await step('And strain that is being repaired stands open, before what is only kept', async () => {
    await page.goto(`${own.url}/schuurt`)
    await page.getByLabel('Iemand gaat ertegenin').check()
    await page.getByLabel('In je eigen woorden').fill('Lina zei dat het anders was.')
    await page.getByRole('button', { name: 'Begin met herstellen' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Herstellen met Lina' })).toBeVisible()
    await page.goto(own.url)
    await expect(head('Het schuurt')).toHaveAttribute('aria-expanded', 'true')
    await expect(page.getByRole('link', { name: 'Met Lina' })).toBeVisible()
    const titles = await page.getByRole('heading', { level: 2 }).allTextContents()
    expect(titles.indexOf('Het schuurt')).toBeLessThan(titles.indexOf('Wat helpt in ons contact'))
    await expectAccessible(page)
  })
})

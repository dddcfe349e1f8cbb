/** What a professional recognises in herself: for her alone, with a sentence, and nothing in it is a dead end. */
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

test('something of one’s own is noted, talked about and opened again, by keyboard', {
  tag: '@phone',
}, async ({ page, weerklank }) => {
  const own = await ownRelation(page, weerklank, { title: 'Eerlijk', people: { Lina: 'youth' } })
  await page.goto(own.url)
  const part = page.getByRole('region', { name: 'Iets van jezelf' })
  const press = async (name: string) => {
    await part.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  // Where the button one pressed is gone, reading goes on in the part, not at the top of the page.
  const expectFocusWithin = () => expect(part.locator(':focus')).toHaveCount(1)
  await step('When one looks what there is and rather notes nothing, one is back', async () => {
    await press('Iets van jezelf')
    await press('Ik herken iets')
    await expect(part.getByRole('radio')).toHaveCount(4)
    await expectFocusWithin()
    await expectAccessible(page)
    await press('Toch niet')
    await expect(part.getByRole('button', { name: 'Ik herken iets' })).toBeVisible()
    await expectFocusWithin()
  })
  await step('When one notes something, there is a sentence to say, and why it stands here', async () => {
    await press('Ik herken iets')
    await press('Zet het erbij, alleen voor mij')
    await expect(part.getByText('Kies wat je herkent')).toBeVisible()
    await part.getByRole('radio', { name: 'Ik merk afstand en stel het uit' }).check()
    await press('Zet het erbij, alleen voor mij')
    const card = part.getByRole('article', { name: 'Ik merk afstand en stel het uit' })
    await expect(card.locator('.wk-opener__said')).toHaveText(/^“.+”$/)
    await expectFocusWithin()
    await press('Waarom zie ik dit?')
    await expect(card.getByText('Je ziet dit omdat je dit zelf aangaf.')).toBeVisible()
    await expectAccessible(page)
  })
  await step('Then it is talked about, and may be opened again', async () => {
    await press('Besproken')
    await expect(part.getByText(/^Besproken op/)).toBeVisible()
    await expectFocusWithin()
    await press('Weer openzetten')
    await expect(part.getByRole('article')).toBeVisible()
    await expectFocusWithin()
  })
})

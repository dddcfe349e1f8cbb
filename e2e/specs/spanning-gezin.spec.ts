/** The mother puts a tension in on her phone, without a script; the colleague reads it on screen. */
import { expectAccessibleAt, phone } from '../support/network-round-bas.ts'
import { type CirclePerson, ownCircle } from '../support/own-circle.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

const people: readonly CirclePerson[] = [
  { name: 'Kim', voice: 'partner', sides: ['School'] },
  { name: 'Hanan', voice: 'mother', sides: ['Het gezin'] },
]
const network = { sides: ['De Linde', 'School', 'Het gezin'], family: 'Het gezin', people }

test('the mother puts a tension in by her link, and the colleague sees it', async ({
  page,
  browser,
  weerklank,
  noise,
}) => {
  // What is left out, and a name, are refused on purpose.
  noise.expectRefusal(422)
  const circle = await ownCircle(page, weerklank, { title: 'Rond Bas', ...network })
  const hers = await phone(browser, await circle.link('Hanan'))
  let formUrl = ''
  await step('Given her page, on which there is no tension yet, with the way to write one', async () => {
    await expect(hers.getByText('Er staat nog geen spanning.')).toBeVisible()
    await hers.getByRole('link', { name: 'Naar de spanningen' }).click()
    await expectAccessibleAt(browser, hers.url())
    await shot(hers, 'spanning-gezin-kiezen')
    await hers.getByRole('link', { name: 'houvast ↔ meebewegen' }).click()
    await expect(hers.getByLabel('De andere kant', { exact: true })).toHaveValue('meebewegen')
    formUrl = hers.url()
    await expectAccessibleAt(browser, formUrl)
  })
  const keep = hers.getByRole('button', { name: /^Bewaren/ })
  const situation = hers.getByLabel('Waar merken we het?')
  await step('When she leaves something out, or writes a name, then that stands at the field', async () => {
    await hers.getByLabel('Wat is er voor ons goed aan ‘houvast’?').fill('Ik weet wie er komt.')
    await situation.fill('Als Kim belt.')
    await keep.click()
    await expect(hers.getByRole('alert')).toContainText('Vul dit nog in.')
    await expect(hers.getByLabel('Wat is er voor ons goed aan ‘meebewegen’?')).toHaveAccessibleDescription(
      /Vul dit nog in\./,
    )
    await hers.getByLabel('Wat is er voor ons goed aan ‘meebewegen’?').fill('Het past bij onze dag.')
    await keep.click()
    await expect(situation).toHaveAccessibleDescription(/Hier staat een naam of adres\./)
    await expect(situation).toHaveValue('Als Kim belt.')
    await shot(hers, 'spanning-gezin-naam')
    // The same page where scripts run: axe is one.
    const scripted = await phone(browser, formUrl, true)
    await scripted.getByRole('button', { name: 'Bewaren' }).click()
    await expect(scripted.getByRole('alert').getByRole('link')).toHaveCount(2)
    await expectAccessible(scripted)
    await scripted.context().close()
  })
  await step('And of a day she is asked to look once more, and keeps it as it is', async () => {
    await situation.fill('Als er op maandag niemand komt.')
    await keep.click()
    await expect(hers.getByRole('alert')).toContainText('Kijk nog even naar: maandag.')
    await shot(hers, 'spanning-gezin-nog-even')
    await hers.getByRole('button', { name: 'Bewaren zoals het er staat' }).click()
    await expect(hers.getByRole('status')).toHaveText('Dit is bewaard.')
    await expect(hers.getByRole('heading', { name: 'houvast ↔ meebewegen' })).toBeVisible()
    await expectAccessibleAt(browser, hers.url())
    await shot(hers, 'spanning-gezin')
  })
  await step('And she reads the cards about what hinders us, with the other side of each', async () => {
    await hers.getByRole('link', { name: 'Kaarten: wat ons in de weg zit' }).click()
    await expect(hers.getByRole('heading', { name: 'En de andere kant' })).toHaveCount(5)
    await expectAccessibleAt(browser, hers.url())
    await shot(hers, 'spanning-gezin-kaarten')
    await hers.getByRole('link', { name: 'English' }).click()
    await expect(hers.getByRole('heading', { level: 1, name: 'What hinders us' })).toBeVisible()
    await hers.context().close()
  })
  await step('Then the colleague reads it on screen, without who wrote it', async () => {
    await page.goto(`${circle.url}/spanningen`)
    const card = page.getByRole('article')
    await expect(card.getByRole('heading', { name: 'houvast meebewegen' })).toBeVisible()
    await expect(card.getByText('Goed voor ons: Ik weet wie er komt.')).toBeVisible()
    await expect(card.getByText('Waar het speelt: Als er op maandag niemand komt.')).toBeVisible()
    await expect(card.getByText('Hanan')).toHaveCount(0)
    await expectAccessible(page)
    await shot(page, 'spanning-van-gezin')
  })
})

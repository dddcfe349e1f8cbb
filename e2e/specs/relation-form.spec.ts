/** Making, changing, ending a collaboration; and what happens to what one typed. */
import type { Page } from '@playwright/test'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step, type Weerklank } from '../support/weerklank.ts'

function kindOf(page: Page, name: RegExp) {
  return page.getByRole('group', { name: 'Welke soort samenwerking is het?' }).getByRole('radio', { name })
}

function title(page: Page) {
  return page.getByLabel('Hoe noem je deze samenwerking?')
}

function purpose(page: Page) {
  return page.getByLabel(/^Samen willen we/)
}

function save(page: Page) {
  return page.getByRole('button', { name: 'Wijzigingen bewaren' }).click()
}

async function openNew(page: Page, weerklank: Weerklank): Promise<void> {
  await signInAs(page, weerklank, 'Noor Bakker')
  await page.goto(`${weerklank.url}/samenwerkingen/nieuw`)
  await expect(page.getByRole('heading', { level: 1, name: 'Nieuwe samenwerking' })).toBeVisible()
}

test('what is missing is told above the form, and leads to its field', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  await openNew(page, weerklank)
  const summary = page.getByRole('alert')
  await step('When one keeps an empty form', async () => {
    await page.getByRole('button', { name: 'Samenwerking maken' }).click()
    await expect(summary.getByRole('heading', { name: '4 dingen kloppen nog niet' })).toBeFocused()
    await expect(summary.getByRole('link')).toHaveText([
      /^Geef de samenwerking een naam/,
      'Vul een naam in voor persoon 1',
      /^Kies wie persoon 1 is/,
      'Kies welke soort samenwerking het is',
    ])
    await expectAccessible(page)
  })
  await step('Then each line leads to its field, which says the same', async () => {
    await summary.getByRole('link', { name: /^Geef de samenwerking een naam/ }).click()
    await expect(title(page)).toBeFocused()
    await expect(title(page)).toHaveAccessibleDescription(/Geef de samenwerking een naam/)
    await summary.getByRole('link', { name: 'Vul een naam in voor persoon 1' }).click()
    await expect(page.getByLabel('Naam', { exact: true })).toBeFocused()
    await summary.getByRole('link', { name: /^Kies wie persoon 1 is/ }).click()
    await expect(page.getByLabel('Wie is dit?')).toBeFocused()
    await summary.getByRole('link', { name: 'Kies welke soort samenwerking het is' }).click()
    await expect(kindOf(page, /^Interpersoonlijk/)).toBeFocused()
  })
  await step('And a number of days that is none is refused', async () => {
    await page.getByRole('radio', { name: 'Anders' }).check()
    await page.getByLabel('Om de hoeveel dagen?').fill('400')
    await page.getByRole('button', { name: 'Samenwerking maken' }).click()
    await expect(
      summary.getByRole('link', { name: 'Vul een heel getal in van 1 tot en met 365' }),
    ).toBeVisible()
  })
})

test('kind, context and situation follow from each other; then it is made', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  await openNew(page, weerklank)
  const context = page.getByRole('group', { name: 'Waar gaat het om?' })
  const situation = page.getByLabel('In welke situatie?')
  const name = `Gezin aan de Dijk ${Date.now()}`
  await step('When it is between people, neither context nor situation is asked', async () => {
    await title(page).fill(name)
    await page.getByLabel('Naam', { exact: true }).fill('Bente')
    await page.getByLabel('Wie is dit?').selectOption({ label: 'Moeder' })
    await kindOf(page, /^Interpersoonlijk/).check()
    await expect(context).toHaveCount(0)
    await expect(situation).toHaveCount(0)
  })
  await step('When it is with people who ask for help, both are asked, one after the other', async () => {
    await kindOf(page, /^Samenwerken met hulpvragers/).check()
    await expect(context).toBeVisible()
    await expect(situation).toHaveCount(0)
    await page.getByRole('button', { name: 'Samenwerking maken' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(['Kies waar het om gaat'])
    await context.getByRole('radio', { name: /^Samen rond een cliënt of gezin/ }).check()
    await expect(situation.getByRole('option')).toContainText(['Maak een keuze', 'MDO', 'Werkoverleg'])
    await situation.selectOption({ label: 'Werkoverleg' })
    await expectAccessible(page)
  })
  await step('And another context brings its own situations', async () => {
    await context.getByRole('radio', { name: /^Direct contact/ }).check()
    await expect(situation).toHaveValue('')
    await expect(situation.getByRole('option', { name: 'Werkoverleg' })).toHaveCount(0)
    await situation.selectOption({ label: 'Begeleiding' })
  })
  await step('And one adds someone, and takes him out again', async () => {
    await page.getByRole('button', { name: 'Iemand toevoegen' }).click()
    const second = page.getByRole('group', { name: 'Persoon 2' })
    await expect(second.getByLabel('Naam', { exact: true })).toBeFocused()
    await second.getByRole('button', { name: 'Persoon 2 weghalen' }).click()
    await expect(second).toHaveCount(0)
    await expect(page.getByRole('group', { name: 'Bente' })).toBeFocused()
  })
  await step('Then it is made, and its page says in which setting', async () => {
    await page.getByRole('button', { name: 'Samenwerking maken' }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()
    await expect(page.getByText(`${name} staat er.`)).toBeVisible()
    await expect(
      page.getByRole('list', { name: 'Soort, context en situatie' }).getByRole('listitem'),
    ).toHaveText(['Samenwerken met hulpvragers', 'Direct contact', 'Begeleiding'])
    await expect(page.getByRole('heading', { name: 'Hier komt terug hoe het samen gaat' })).toBeVisible()
    await expectAccessible(page)
  })
})

test('a collaboration is changed, and what was typed is not lost unseen', async ({ page, weerklank }) => {
  const relation = await ownRelation(page, weerklank, { title: 'Duin', people: { Wolf: 'client' } })
  const leaving = page.getByRole('dialog', { name: 'Je hebt nog niet bewaard' })
  await page.goto(relation.url)
  await page.getByRole('link', { name: 'Bewerken' }).click()
  await expect(title(page)).toHaveValue(relation.title)
  await expectAccessible(page)
  await step('When one leaves with something typed, one is asked', async () => {
    await purpose(page).fill('dat Wolf weer kan fietsen.')
    await page.getByRole('link', { name: 'Niet bewaren' }).click()
    await expect(leaving).toBeVisible()
    await expectAccessible(page)
    await leaving.getByRole('button', { name: 'Blijf hier' }).click()
    await expect(purpose(page)).toHaveValue('dat Wolf weer kan fietsen.')
  })
  await step('And a reload brings it back', async () => {
    page.once('dialog', (dialog) => dialog.accept())
    await page.reload()
    await expect(page.getByText('Dit vulde je eerder in. Het is nog niet bewaard.')).toBeVisible()
    await expect(purpose(page)).toHaveValue('dat Wolf weer kan fietsen.')
    await expectAccessible(page)
  })
  await step('When one keeps it, it stands on the page', async () => {
    await save(page)
    await expect(page.getByText('Je wijzigingen zijn bewaard.')).toBeVisible()
    await expect(page.getByText('dat Wolf weer kan fietsen.')).toBeVisible()
  })
  await step('When one leaves without keeping, nothing changes', async () => {
    await page.getByRole('link', { name: 'Bewerken' }).click()
    await purpose(page).fill('iets anders')
    await page.getByRole('link', { name: 'Niet bewaren' }).click()
    await leaving.getByRole('button', { name: 'Ga weg zonder bewaren' }).click()
    await expect(page.getByRole('heading', { level: 1, name: relation.title })).toBeVisible()
    await expect(page.getByText('dat Wolf weer kan fietsen.')).toBeVisible()
  })
})

test('a collaboration is ended and opened again', async ({ page, weerklank }) => {
  const relation = await ownRelation(page, weerklank, { title: 'Veer', people: { Loes: 'client' } })
  await page.goto(`${relation.url}/bewerken`)
  await step('When one ends it', async () => {
    await page.getByRole('button', { name: 'Samenwerking afronden' }).click()
    await expect(page.getByText(`${relation.title} is afgerond.`)).toBeVisible()
    await expect(page.getByText(/Deze samenwerking is vandaag afgerond/)).toBeVisible()
    await expectAccessible(page)
  })
  await step('And undoes that, it goes on', async () => {
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(page.getByText(`${relation.title} loopt weer.`)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Samenwerking afronden' })).toBeFocused()
  })
  await step('And one can end it and open it again by the button', async () => {
    await page.getByRole('button', { name: 'Samenwerking afronden' }).click()
    await page.getByRole('button', { name: 'Samenwerking heropenen' }).click()
    await expect(page.getByText(`${relation.title} loopt weer.`)).toBeVisible()
  })
})

test('two people change the same: nobody is overruled unseen', async ({
  page,
  browser,
  weerklank,
  noise,
}) => {
  noise.expectRefusal(409)
  const relation = await ownRelation(page, weerklank, {
    title: 'Brug',
    people: { Sanne: 'client' },
    colleague: 'Bram Visser',
  })
  const away = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' })
  noise.watch(away)
  const ofBram = await away.newPage()
  await step('Given Noor is typing, in a train without reception for news', async () => {
    // Never answered: a broken line would be noise of its own.
    await page.route('**/api/events', () => {})
    await page.goto(`${relation.url}/bewerken`)
    await purpose(page).fill('dat Sanne weer werkt.')
  })
  await step('And Bram keeps something else meanwhile', async () => {
    await signInAs(ofBram, weerklank, 'Bram Visser')
    await ofBram.goto(`${relation.url}/bewerken`)
    await purpose(ofBram).fill('dat Sanne weer lacht.')
    await title(ofBram).fill(`${relation.title} bis`)
    await save(ofBram)
    await expect(ofBram.getByRole('heading', { level: 1, name: `${relation.title} bis` })).toBeVisible()
  })
  await step('When Noor keeps hers, she is told, and nothing of hers is lost', async () => {
    await save(page)
    await expect(page.getByRole('heading', { name: 'Iemand anders heeft dit net veranderd' })).toBeVisible()
    await expect(purpose(page)).toHaveValue('dat Sanne weer werkt.')
    await expectAccessible(page)
  })
  await step('When she fetches the newest version, she sees what both changed', async () => {
    await page.getByRole('button', { name: 'Haal de nieuwste versie op' }).click()
    await expect(page.getByRole('heading', { name: /Je ziet nu de nieuwste versie/ })).toBeVisible()
    await expect(page.getByText('dat Sanne weer lacht.')).toBeVisible()
    await expect(purpose(page)).toHaveValue('dat Sanne weer werkt.')
    await expect(title(page)).toHaveValue(`${relation.title} bis`)
    await expectAccessible(page)
  })
  await step('Then she keeps both', async () => {
    await save(page)
    await expect(page.getByRole('heading', { level: 1, name: `${relation.title} bis` })).toBeVisible()
    await expect(page.getByText('dat Sanne weer werkt.')).toBeVisible()
  })
  await away.close()
})

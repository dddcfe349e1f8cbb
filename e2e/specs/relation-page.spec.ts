/** The page of a collaboration: what was said, how to open the talk, and what one agreed. */
import type { Page } from '@playwright/test'
import { type OwnRelation, ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step, type Weerklank } from '../support/weerklank.ts'

const firstAgreement = 'Als we beginnen, dan vraagt Noor eerst naar school.'

/** Iris answered twice, the last time with one low answer; Omar once. */
async function openIris(page: Page, weerklank: Weerklank): Promise<OwnRelation> {
  const relation = await ownRelation(page, weerklank, {
    title: 'Iris en Omar',
    people: { Iris: 'youth', Omar: 'father' },
    purpose: 'dat Iris weer slaapt.',
  })
  await relation.answer('Iris', { heard: 8, what: 8, how: 8, whole: 8 }, 'Het was fijn buiten.')
  // Not on the line on which Iris goes low: that they differ would be told a moment later, in the middle of a test.
  await relation.answer('Omar', { heard: 9, how: 9, whole: 9 }, 'Bedankt voor de koffie.')
  await relation.answer('Iris', { heard: 8, what: 3, how: 8, whole: 7 }, 'We deden niet wat ik wilde.')
  await page.goto(relation.url)
  await expect(page.getByRole('heading', { level: 1, name: relation.title })).toBeVisible()
  await expect(opener(page)).toBeVisible()
  return relation
}

function opener(page: Page) {
  return page.getByRole('region', { name: 'Open het gesprek met Iris' })
}

function notice(page: Page, text: string | RegExp) {
  return page.getByRole('status').filter({ hasText: text })
}

function story(page: Page) {
  return page.getByRole('region', { name: 'Wat er gebeurde' })
}

test('the answers stand as a picture, as a table and in words', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  await step('Given Iris and Omar answered', () => openIris(page, weerklank))
  await step('Then the line of Iris is told in a picture and in a sentence', async () => {
    await expect(page.getByRole('img', { name: /Hoe Iris het samen vond/ })).toBeVisible()
    await expect(page.getByText(/6,5/).first()).toBeVisible()
    await expect(page.getByText('“We deden niet wat ik wilde.”')).toBeVisible()
    await expect(page.getByText('5,0 lager dan de vorige keer')).toBeVisible()
    await expectAccessible(page)
  })
  await step('When one walks over the picture by keyboard, each time is said', async () => {
    const walk = page.getByRole('slider', { name: /Antwoorden van Iris/ })
    await walk.focus()
    await expect(walk).toHaveAttribute('aria-valuetext', /: 6,5$/)
    await walk.press('ArrowLeft')
    await expect(walk).toHaveAttribute('aria-valuetext', /: 8,0$/)
    await walk.press('End')
    await expect(walk).toHaveAttribute('aria-valuetext', /: 6,5$/)
  })
  await step('When one asks for the table, it holds the same', async () => {
    await page.getByRole('button', { name: 'Toon als tabel' }).click()
    const table = page.getByRole('table', { name: /Hoe Iris het samen vond/ })
    await expect(table.getByRole('row')).toHaveCount(3)
    await expect(table.getByRole('row').nth(1)).toContainText('6,5')
    await expect(table.getByRole('row').nth(2)).toContainText('8,0')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Toon als grafiek' }).click()
    await expect(table).toHaveCount(0)
  })
  await step('When one chooses Omar, his line and his answer stand there', async () => {
    await page.getByRole('group', { name: 'Van wie' }).getByRole('button', { name: 'Omar' }).click()
    await expect(page.getByRole('img', { name: /Hoe Omar het samen vond/ })).toBeVisible()
    await expect(page.getByText('“Bedankt voor de koffie.”')).toBeVisible()
    await expect(page.getByText('“We deden niet wat ik wilde.”')).toHaveCount(0)
    await expectAccessible(page)
  })
})

test('earlier answers and the questions as they were asked', async ({ page, weerklank }) => {
  await openIris(page, weerklank)
  await step('When one goes back a time', async () => {
    await page.getByRole('button', { name: 'Eerdere keer' }).click()
    await expect(page.getByText('“Het was fijn buiten.”')).toBeVisible()
    await page.getByRole('button', { name: 'Latere keer' }).click()
    await expect(page.getByText('“We deden niet wat ik wilde.”')).toBeVisible()
  })
  await step('And unfolds the questions, then they stand in the words that Iris read', async () => {
    await page.getByRole('button', { name: 'Lees de vragen zoals ze er stonden' }).click()
    await expect(page.getByText('Kon je kwijt wat jij wilde vertellen?')).toBeVisible()
    await expectAccessible(page)
  })
})

test('opening the talk: another sentence, why, and a talk that is planned', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  await openIris(page, weerklank)
  await step('When one asks for another sentence, another one comes', async () => {
    const said = opener(page).getByText(/^“.*”$/)
    const first = await said.textContent()
    await opener(page).getByRole('button', { name: 'Een andere zin' }).click()
    await expect(said).not.toHaveText(first ?? '')
  })
  await step('When one asks why, the rule and its limit are told', async () => {
    const why = opener(page).getByRole('button', { name: 'Waarom zie ik dit?' })
    await why.click()
    await expect(why).toHaveAttribute('aria-expanded', 'true')
    await expect(opener(page).getByText(/Je ziet dit omdat een antwoord onder/)).toBeVisible()
    await expect(
      opener(page)
        .getByText(/geen norm, geen oordeel en geen voorspelling/)
        .first(),
    ).toBeVisible()
    await expectAccessible(page)
  })
  await step('When one plans a talk without a day, the day is asked for', async () => {
    await opener(page).getByRole('button', { name: 'Gesprek plannen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Gesprek plannen' })
    await dialog.getByRole('button', { name: 'Gesprek plannen' }).click()
    await expect(dialog.getByText('Kies een dag')).toBeVisible()
    await expect(dialog.getByLabel('Dag')).toBeFocused()
    await expectAccessible(page)
    await dialog.getByLabel('Dag').fill('2031-03-04')
    await dialog.getByLabel('Tijd').fill('09:30')
    await dialog.getByLabel(/^Waar/).fill('In het park')
    await dialog.getByRole('button', { name: 'Gesprek plannen' }).click()
  })
  await step('Then it stands with the contacts', async () => {
    await expect(notice(page, 'Het gesprek staat gepland: 4 maart 2031, 09.30 uur.')).toBeVisible()
    const planned = page.getByRole('list', { name: 'Gepland' })
    await expect(planned.getByText('Herstelgesprek')).toBeVisible()
    await expect(planned.getByText('In het park')).toBeVisible()
    await expectAccessible(page)
  })
})

test('a talk that was held is noted, and told in the story', async ({ page, weerklank }) => {
  await openIris(page, weerklank)
  await step('When one notes what was said', async () => {
    await opener(page).getByRole('button', { name: 'Besproken' }).click()
    const dialog = page.getByRole('dialog', { name: 'Besproken' })
    await dialog.getByLabel(/Wat werd er gezegd/).fill('Iris wil zelf kiezen waar we praten.')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Noteer als besproken' }).click()
  })
  await step('Then the card is calm, and the story tells it', async () => {
    await expect(notice(page, 'Genoteerd als besproken.')).toBeVisible()
    await expect(opener(page).getByText('Niets valt op. Een goed moment om gewoon te vragen.')).toBeVisible()
    await expect(story(page).getByText('Iris wil zelf kiezen waar we praten.')).toBeVisible()
    await expectAccessible(page)
  })
  await step('When one undoes it, the talk is open again', async () => {
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(notice(page, 'Het staat er weer.')).toBeVisible()
    await expect(opener(page).getByRole('button', { name: 'Besproken' })).toBeVisible()
    await expect(story(page).getByText('Iris wil zelf kiezen waar we praten.')).toHaveCount(0)
  })
})

test('an agreement is made, ended and taken up again', async ({ page, weerklank }) => {
  await openIris(page, weerklank)
  const dialog = page.getByRole('dialog', { name: 'Afspraak maken' })
  const agreements = page.getByRole('region', { name: 'Afspraken' })
  await step('Given nothing was written, what is missing is said', async () => {
    await opener(page).getByRole('button', { name: 'Afspraak maken' }).click()
    await dialog.getByRole('button', { name: 'Bewaar de afspraak' }).click()
    await expect(dialog.getByText('Schrijf op wat jullie afspreken')).toBeVisible()
    await expect(dialog.getByLabel('Wat spreken jullie af?')).toBeFocused()
    await expectAccessible(page)
  })
  await step('When they agree on something', async () => {
    await expect(dialog.getByRole('checkbox', { name: 'Iris' })).toBeChecked()
    await expect(dialog.getByRole('checkbox', { name: 'Noor Bakker' })).toBeChecked()
    await expect(dialog.getByRole('checkbox', { name: 'Omar' })).not.toBeChecked()
    await dialog.getByLabel('Wat spreken jullie af?').fill(firstAgreement)
    await dialog.getByRole('button', { name: 'Bewaar de afspraak' }).click()
  })
  await step('Then it is kept, and it settled what stood open', async () => {
    await expect(agreements.getByText(firstAgreement)).toBeVisible()
    await expect(agreements.getByText('Is het veranderd?')).toBeVisible()
    await expect(opener(page).getByText(/Niets valt op/)).toBeVisible()
    await expectAccessible(page)
  })
  await step('When they end it', async () => {
    await agreements.getByRole('button', { name: 'Afspraak beëindigen' }).click()
    await expect(notice(page, 'De afspraak is beëindigd.')).toBeVisible()
    await agreements.getByRole('button', { name: 'Eén eerdere afspraak' }).click()
    await expect(agreements.getByText('Afgesloten')).toBeVisible()
    await expectAccessible(page)
  })
  await step('And take it up again, then it is asked back once more', async () => {
    await agreements.getByRole('button', { name: 'Weer oppakken' }).click()
    await expect(notice(page, 'De afspraak staat er weer.')).toBeVisible()
    await expect(agreements.getByText('Is het veranderd?')).toBeVisible()
  })
})

test('a note is added, taken away and put back', { tag: '@phone' }, async ({ page, weerklank }) => {
  await openIris(page, weerklank)
  const notes = page.getByRole('region', { name: 'Wat helpt in ons contact' })
  const helps = notes.getByText('Eerst een rondje fietsen.', { exact: true })
  await step('When one writes down what helps', async () => {
    await notes.getByRole('button', { name: 'Aanpassen' }).click()
    await notes.getByRole('button', { name: 'Erbij zetten' }).click()
    await expect(notes.getByText('Schrijf op wat er gezegd is')).toBeVisible()
    await expectAccessible(page)
    await notes.getByLabel('In hun eigen woorden').fill('Eerst een rondje fietsen.')
    await notes.getByRole('button', { name: 'Erbij zetten' }).click()
    await expect(notice(page, 'Het staat erbij.')).toBeVisible()
    await expect(notes.getByText('Eerst een rondje fietsen.').first()).toBeVisible()
    await expect(notes.getByText(/^Gezegd door Iris/)).toBeVisible()
  })
  await step('And takes it away', async () => {
    await notes.getByRole('button', { name: /^Weghalen.*Eerst een rondje/ }).click()
    await expect(notice(page, 'Weggehaald.')).toBeVisible()
    await expect(helps).toHaveCount(0)
    await expectAccessible(page)
  })
  await step('Then it can be put back', async () => {
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(notice(page, 'Het staat er weer.')).toBeVisible()
    await expect(notes.getByText(/^Gezegd door Iris/)).toBeVisible()
  })
})

test('a contact is planned, moved, cancelled and put back', async ({ page, weerklank }) => {
  await openIris(page, weerklank)
  const contacts = page.getByRole('region', { name: 'Contacten' })
  const planned = page.getByRole('list', { name: 'Gepland' })
  await step('Given a contact is planned', async () => {
    await contacts.getByRole('button', { name: 'Contact plannen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Contact plannen' })
    await dialog.getByLabel('Dag').fill('2031-03-04')
    await dialog.getByLabel('Tijd').fill('09:30')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Zet het erin' }).click()
    await expect(planned.getByText('4 maart 2031, 09.30 uur', { exact: true })).toBeVisible()
  })
  await step('When it is moved', async () => {
    await planned.getByRole('button', { name: /^Verzetten/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Contact verzetten' })
    await expect(dialog.getByLabel('Tijd')).toHaveValue('09:30')
    await dialog.getByLabel('Tijd').fill('11:15')
    await dialog.getByRole('button', { name: 'Verzet het contact' }).click()
    await expect(notice(page, 'Verzet naar 4 maart 2031, 11.15 uur.')).toBeVisible()
    await expect(planned.getByText('4 maart 2031, 11.15 uur', { exact: true })).toBeVisible()
    await expectAccessible(page)
  })
  await step('And cancelled, then it is gone and can come back', async () => {
    await planned.getByRole('button', { name: /^Afzeggen/ }).click()
    await expect(contacts.getByText('Er staat geen contact gepland.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(planned.getByText('4 maart 2031, 11.15 uur', { exact: true })).toBeVisible()
  })
})

test('links: a new one, withdrawn, and those that wait', { tag: '@phone' }, async ({ page, weerklank }) => {
  const relation = await openIris(page, weerklank)
  const dialog = page.getByRole('dialog', { name: /^Vraag (Iris )?hoe het was$/ })
  const link = dialog.getByRole('textbox', { name: 'De link' })
  const waiting = page.getByRole('region', { name: 'Wacht op antwoord' })
  const old = await step('Given Noor made a link for Iris', async () => {
    await page.getByRole('button', { name: 'Vraag hoe het was' }).click()
    await dialog.getByRole('radio', { name: /^Iris/ }).check()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Maak de link' }).click()
    await expect(dialog.getByRole('img', { name: 'QR-code met de link voor Iris' })).toBeVisible()
    await expectAccessible(page)
    return link.inputValue()
  })
  const renewed = await step('When she makes a new one', async () => {
    await dialog.getByRole('button', { name: 'Nieuwe link' }).click()
    await expect(dialog.getByText('Dit is de nieuwe link. De oude werkt niet meer.')).toBeVisible()
    await expect(link).not.toHaveValue(old)
    return link.inputValue()
  })
  await step('Then the old one does not work any more, and the new one does', async () => {
    expect((await page.request.get(renewed)).status()).toBe(200)
    expect((await page.request.get(old)).ok()).toBe(false)
  })
  await step('And the list of what waits shows it, once', async () => {
    await dialog.getByRole('button', { name: 'Sluiten' }).click()
    await expect(waiting.getByRole('listitem')).toHaveCount(1)
    await expectAccessible(page)
    await waiting.getByRole('button', { name: 'Toon link opnieuw' }).click()
    await expect(link).not.toHaveValue(renewed)
  })
  await step('When she withdraws it, nothing waits any more', async () => {
    const last = await link.inputValue()
    await dialog.getByRole('button', { name: 'Trek de link in' }).click()
    await expect(notice(page, 'De link voor Iris is ingetrokken.')).toBeVisible()
    await expect(waiting).toHaveCount(0)
    expect((await page.request.get(last)).ok()).toBe(false)
  })
  await step('And an answer to a link that was given elsewhere comes onto the screen by itself', async () => {
    await relation.answer('Omar', { heard: 7, what: 7, how: 7, whole: 7 }, 'Ik had haast vandaag.')
    await expect(story(page).getByText(/Omar/).first()).toBeVisible()
    await page.getByRole('group', { name: 'Van wie' }).getByRole('button', { name: 'Omar' }).click()
    await expect(page.getByText('“Ik had haast vandaag.”')).toBeVisible()
  })
})

test('on paper the answers and the agreements stand, and nothing to press', async ({ page, weerklank }) => {
  const relation = await openIris(page, weerklank)
  await relation.agree(firstAgreement)
  await expect(page.getByText(firstAgreement).first()).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await step('Then the content is on the paper', async () => {
    await expect(page.getByRole('heading', { level: 1, name: relation.title })).toBeVisible()
    await expect(page.getByRole('img', { name: /Hoe Iris het samen vond/ })).toBeVisible()
    await expect(page.getByText('“We deden niet wat ik wilde.”')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Afspraken' }).getByText(firstAgreement)).toBeVisible()
  })
  await step('And nothing that only works on a screen', async () => {
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(opener(page)).toHaveCount(0)
    await expect(page.getByRole('button')).toHaveCount(0)
  })
})

test('at 320 px, which is also 400 % zoom, nothing scrolls sideways', async ({ page, weerklank }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openIris(page, weerklank)
  for (const action of ['Aanpassen', 'Waarom zie ik dit?', 'Toon als tabel']) {
    await page.getByRole('button', { name: action }).click()
  }
  const widths = await page.evaluate(() => {
    const root = document.documentElement
    return { shown: root.clientWidth, needed: root.scrollWidth }
  })
  expect(widths.needed).toBeLessThanOrEqual(widths.shown)
  await expectAccessible(page)
})

test('a page that is not there, or not one’s own, is told in one sentence', async ({
  page,
  weerklank,
  noise,
}) => {
  noise.expectRefusal(404)
  const relation = await ownRelation(page, weerklank, {
    title: 'Van iemand anders',
    people: { Kim: 'client' },
  })
  await page.goto(relation.url.replace(relation.id, '01890000-0000-7000-8000-000000000000'))
  await expect(page.getByRole('heading', { level: 1, name: 'Deze samenwerking is er niet' })).toBeVisible()
  await expectAccessible(page)
})

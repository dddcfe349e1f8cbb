/** A tension that is kept in sight, cards about what hinders us, and five minutes after something happened. */
import type { Browser, Page } from '@playwright/test'
import { dayIn, expectAccessibleAt, phone } from '../support/network-round-bas.ts'
import { type CirclePerson, inDatabase, ownCircle } from '../support/own-circle.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

const people: readonly CirclePerson[] = [
  { name: 'Kim', voice: 'partner', sides: ['School'] },
  { name: 'Ahmed', voice: 'partner', sides: ['Wijkteam'] },
  { name: 'Joke', voice: 'partner', sides: ['School'] },
  { name: 'Hanan', voice: 'mother', sides: ['Het gezin', 'Wijkteam'] },
]
const network = { sides: ['De Linde', 'School', 'Wijkteam', 'Het gezin'], family: 'Het gezin', people }

/** How somebody sees it, on an old phone; gives the page as it is then. */
async function lookBy(browser: Browser, link: string, lean: string): Promise<Page> {
  const one = await phone(browser, link)
  await one.getByRole('link', { name: 'Naar de spanningen' }).click()
  await one.getByText('Hoe ziet u het vandaag?').first().click()
  await one.getByLabel(lean, { exact: true }).check()
  await one.getByRole('button', { name: 'Zo zie ik het' }).click()
  await expect(one.getByRole('status')).toHaveText('Dit is bewaard.')
  return one
}

test('a tension keeps both its poles, gets sight and room, and is seen over time, by screen and by link', async ({
  page,
  browser,
  weerklank,
  noise,
}) => {
  // A name is refused on purpose.
  noise.expectRefusal(422)
  noise.expectRefusal(400)
  const circle = await ownCircle(page, weerklank, { title: 'Rond Bas', ...network })
  const keep = page.getByRole('button', { name: /^Bewaren/ })
  await step('Given a pair that people know, with what is good about both poles', async () => {
    await page.goto(`${circle.url}/spanningen`)
    await expect(page.getByText('Nog geen spanning opgeschreven.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Spanning opschrijven' }).click()
    await page.getByLabel('houvast ↔ meebewegen').check()
    await keep.click()
    await expect(page.getByText('Vul dit nog in.')).toHaveCount(2)
    await expectAccessible(page)
    await page.getByLabel('Wat is er voor ons goed aan ‘houvast’?').fill('Ieder weet wie er belt.')
    await page.getByLabel('Wat is er voor ons goed aan ‘meebewegen’?').fill('Het past bij die dag.')
  })
  await step(
    'When a name stands in it, then it is refused there; of a day it is asked whether it is about us',
    async () => {
      const situation = page.getByLabel('Waar merken we het?')
      await situation.fill('Als Hanan belt.')
      await keep.click()
      await expect(page.getByText('Kijk nog even naar: Hanan.')).toBeVisible()
      await keep.click()
      await expect(page.getByText('Hier staat een naam of adres.')).toBeVisible()
      await expectAccessible(page)
      await situation.fill('Als er op maandag niemand belt.')
      await page.getByLabel('Waar praten we erover?').selectOption('In het MDO')
      await page.getByLabel('Wanneer kijken we weer?').fill(dayIn(14))
      await keep.click()
      await expect(page.getByText('Kijk nog even naar: maandag.')).toBeVisible()
      await expectAccessible(page)
      await shot(page, 'spanning-opschrijven')
      await page.getByRole('button', { name: 'Bewaren zoals het er staat' }).click()
    },
  )
  const card = page.getByRole('article')
  await step('Then both poles stand beside each other, with room for it, and nobody has looked', async () => {
    await expect(card.getByRole('heading', { name: 'houvast meebewegen' })).toBeVisible()
    await expect(card.getByText('Goed voor ons: Ieder weet wie er belt.')).toBeVisible()
    await expect(card.getByText('Goed voor ons: Het past bij die dag.')).toBeVisible()
    await expect(card.getByText(/Ruimte: In het MDO · We kijken weer op/)).toBeVisible()
    await expect(card.getByText('Nog niemand keek.')).toBeVisible()
  })
  const daysPass = (days: number) =>
    inDatabase(weerklank, [
      [
        'update tension_look set looked_on = looked_on - $2::int where relation_id = $1',
        [circle.relation, days],
      ],
    ])
  await step('And of few it is told in words alone whether they see it alike, a day later', async () => {
    for (const [name, lean] of [
      ['Kim', 'Vooral houvast'],
      ['Hanan', 'Vooral meebewegen'],
      ['Ahmed', 'In het midden'],
    ] as const) {
      const one = await lookBy(browser, await circle.link(name), lean)
      await one.context().close()
    }
    await page.reload()
    await expect(card.getByText('3 mensen zien dit.')).toBeVisible()
    await expect(
      card.getByText('Hoe jullie kijken staat hier een dag nadat drie mensen kozen.'),
    ).toBeVisible()
    await expect(card.getByText('Hier kijken jullie verschillend naar.')).toBeHidden()
    await daysPass(1)
    await page.reload()
    await expect(card.getByText('Hier kijken jullie verschillend naar.')).toBeVisible()
    await expect(card.getByText('Dit verandert pas als drie mensen nieuw of anders kozen')).toBeVisible()
    await expect(card.getByRole('table')).toHaveCount(0)
  })
  /** What Noor sees today, by the screen. */
  async function lookHere(lean: string): Promise<void> {
    await card.getByRole('button', { name: 'Hoe zie jij het vandaag?' }).click()
    await card.getByLabel(lean, { exact: true }).check()
    const kept = page.waitForResponse((answer) => answer.request().method() !== 'GET' && answer.ok())
    await card.getByRole('button', { name: 'Zo zie ik het' }).click()
    await kept
  }
  await step('And from five people on in numbers, once three saw it anew or otherwise', async () => {
    const hanan = await lookBy(browser, await circle.link('Hanan'), 'Een beetje meebewegen')
    await hanan.context().close()
    const joke = await lookBy(browser, await circle.link('Joke'), 'Een beetje houvast')
    await shot(joke, 'spanning-link')
    await expectAccessibleAt(browser, joke.url())
    await joke.context().close()
    await lookHere('Een beetje houvast')
    await expect(card.getByText('5 mensen zien dit.')).toBeVisible()
    await expect(card.getByRole('table')).toHaveCount(0)
    await daysPass(1)
    await page.reload()
    await expect(card.getByRole('row', { name: /Een beetje houvast/ })).toContainText('2')
    await expectAccessible(page)
  })
  await step(
    'When six weeks go by and they look again, then both moments stand beside each other',
    async () => {
      await daysPass(42)
      for (const name of ['Kim', 'Hanan', 'Joke', 'Ahmed']) {
        const lean = name === 'Ahmed' ? 'Een beetje meebewegen' : 'In het midden'
        const one = await lookBy(browser, await circle.link(name), lean)
        await one.context().close()
      }
      await page.reload()
      await lookHere('In het midden')
      await daysPass(1)
      await page.reload()
      await expect(card.getByRole('columnheader', { name: 'Zes weken geleden' })).toBeVisible()
      await expect(card.getByRole('row', { name: /In het midden/ })).toHaveText(/4.*1/)
      await expectAccessible(page)
      await shot(page, 'spanning')
      await page.setViewportSize({ width: 375, height: 812 })
      await expectAccessible(page)
      await shot(page, 'spanning')
      await page.setViewportSize({ width: 1280, height: 800 })
    },
  )
  await step('And it is never solved: not for now, and in sight again', async () => {
    await card.getByRole('button', { name: 'Nu even niet' }).click()
    await expect(page.getByRole('heading', { name: 'Nu even niet' })).toBeVisible()
    await expect(card.getByText(/Nu even niet, sinds/)).toBeVisible()
    await expectAccessible(page)
    await card.getByRole('button', { name: 'Weer in beeld' }).click()
    await expect(card.getByRole('button', { name: 'Nu even niet' })).toBeVisible()
  })
})

test('cards begin a talk about us, and five minutes after an incident leave an agreement', async ({
  page,
  weerklank,
}) => {
  const circle = await ownCircle(page, weerklank, { title: 'Rond Isa', ...network })
  await step(
    'Given cards about what hinders us: one at a time, with the other side, never about a person',
    async () => {
      await page.goto(`${circle.url}/spanningen`)
      await page.getByRole('link', { name: 'Kaarten: wat ons in de weg zit' }).click()
      await expect(page.getByText('Ze gaan over ons samen, nooit over één mens.')).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Pak een kaart' }).click()
      await expect(page.getByRole('article')).toHaveCount(1)
      const first = await page.getByRole('article').getByRole('heading', { level: 2 }).textContent()
      await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toBeFocused()
      await expect(page.getByRole('heading', { name: 'En de andere kant' })).toBeVisible()
      await expectAccessible(page)
      await shot(page, 'hindernis')
      await page.getByRole('button', { name: 'Pak een andere kaart' }).click()
      await expect(page.getByRole('article').getByRole('heading', { level: 2 })).not.toHaveText(first ?? '')
      // All of them, on paper.
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('article')).toHaveCount(5)
      await shot(page, 'hindernis-papier')
      await page.emulateMedia({ media: 'screen' })
    },
  )
  await step('When a question goes along to a meeting, then it stands there as its question', async () => {
    const link = page.getByRole('link', { name: /^Neem mee naar een gesprek/ }).first()
    const question = ((await link.textContent()) ?? '').replace('Neem mee naar een gesprek: ', '')
    await link.click()
    await expect(page).toHaveURL(/\/gesprekken\/nieuw/)
    await expect(
      page
        .getByText(question)
        .or(page.locator(`[value="${question}"]`))
        .first(),
    ).toBeVisible()
  })
  await step(
    'When something happened, then a debrief begins at once, with everybody at the table',
    async () => {
      await page.goto(circle.url)
      await page.getByRole('button', { name: 'Nu kort nabespreken' }).click()
      await expect(page).toHaveURL(/\/live$/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wat gebeurde er?')
      await expectAccessible(page)
      await shot(page, 'nabespreken')
    },
  )
  await step(
    'And what the table takes along is offered as an agreement, and nothing is agreed by itself',
    async () => {
      const title = page.getByRole('heading', { level: 1 })
      while ((await title.textContent()) !== 'Eén ding om mee te nemen') {
        const now = (await title.textContent()) ?? ''
        await page.getByRole('button', { name: 'Volgende stap' }).click()
        await expect(title).not.toHaveText(now)
      }
      await page.getByLabel('Schrijf hier').fill('Wij bellen eerst, dan pas mailen.')
      await page.getByRole('button', { name: 'Bewaar mijn tekst' }).click()
      await expect(page.getByText('Wij bellen eerst, dan pas mailen.').first()).toBeVisible()
      await page.getByRole('button', { name: 'Sluit het gesprek af' }).click()
      await page.goto(page.url().replace(/\/live$/, ''))
      await expect(page.getByText('Nog geen afspraken. Eén kleine is genoeg.')).toBeVisible()
      await page.getByRole('button', { name: /Wij bellen eerst, dan pas mailen/ }).click()
      await expect(page.getByRole('textbox', { name: /^Dan/ }).first()).toHaveValue(
        'Wij bellen eerst, dan pas mailen.',
      )
      await expectAccessible(page)
      await shot(page, 'nabespreken-afspraak')
    },
  )
})

/**
 * Six professionals of four organisations and a mother: they pause together, keep their words, look at four conditions, and see
 * six weeks later what changed. All of it through the screens; she and the others without an account come by their links.
 */
import type { Browser, Page } from '@playwright/test'
import { dayIn, fillNetwork, linkFor, people, phone, wait } from '../support/network-round-bas.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

/** The same page where scripts run: axe itself waits by them. */
async function accessibleByLink(browser: Browser, page: Page): Promise<void> {
  const tried = await phone(browser, page.url(), true)
  await expectAccessible(tried)
  await tried.context().close()
}

const title = (page: Page) => page.getByRole('heading', { level: 1 })

/** Goes on to the next step of the table, whoever still has the word. */
async function onward(noor: Page, to: string): Promise<void> {
  await noor.getByRole('button', { name: 'Volgende stap' }).click()
  await expect(title(noor)).toHaveText(to)
}

async function planPause(noor: Page, day: string): Promise<void> {
  await noor.getByRole('button', { name: 'Stilstaan plannen' }).click()
  await noor.getByLabel('Op welke dag?').fill(day)
  await noor.getByLabel('Hoe laat?').fill('15:00')
  await noor.getByLabel('Waar?').fill('Buurthuis')
  await noor.getByRole('button', { name: 'Gesprek plannen' }).click()
  await expect(noor).toHaveURL(/\/gesprekken\/[0-9a-f-]{36}$/)
}

/** From her page of the network to her place at the table that is held now. */
async function sitDown(browser: Browser, link: string): Promise<Page> {
  const page = await phone(browser, link, true)
  await page.getByRole('button', { name: 'Naar dit gesprek' }).click()
  await expect(page).toHaveURL(/\/g\//)
  const seat = new URL(page.url())
  seat.pathname += '/live'
  await page.goto(seat.href)
  return page
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel(/Schrijf hier (uw|je) antwoord/).fill(text)
  await page.getByRole('button', { name: 'Verstuur' }).click()
  await expect(page.locator('#sent')).toContainText('tekst is bewaard')
}

/** The pause: three questions, a round without reaction, words that need explaining, and what they agree. */
async function holdPause(noor: Page, { kim, hanan }: { kim: Page; hanan: Page }): Promise<void> {
  await noor.getByRole('button', { name: 'Begin het gesprek' }).click()
  await expect(title(noor)).toHaveText('Landen')
  await onward(noor, 'Drie vragen')
  await expect(title(hanan)).toHaveText('Drie vragen')
  for (const text of [
    'Ik word onrustig van drie bellers.',
    'Ik durf niet alles te zeggen.',
    'Jullie bellen elkaar te weinig.',
  ])
    await say(hanan, text)
  for (const text of [
    'Ik wacht te lang met bellen.',
    'Dat zit me niet lekker.',
    'Ik zie dat Hanan veel draagt.',
  ])
    await say(kim, text)
  await expect(noor.getByText('Ik word onrustig van drie bellers.')).toHaveCount(0)
  await expectAccessible(noor)
  await expectAccessible(hanan)
  await shot(hanan, 'stilstaan-drie-vragen')
  await noor.getByRole('button', { name: 'Open de teksten' }).click()
  await expect(noor.locator('.wk-live__wall li')).toHaveCount(6)
  await expect(hanan.getByText('Ik wacht te lang met bellen.')).toBeVisible()
  await shot(noor, 'stilstaan-open')
  await onward(noor, 'Ronde zonder reactie')
  await shot(noor, 'stilstaan-ronde')
  await onward(noor, 'Wat herkennen we?')
  await onward(noor, 'Welke woorden?')
  await expect(title(kim)).toHaveText('Welke woorden?')
  await say(kim, 'Zorgplan')
  await say(hanan, 'Regie')
  await onward(noor, 'Wat spreken we af?')
  await expect(title(hanan)).toHaveText('Wat spreken we af?')
  await say(hanan, 'Eén van jullie belt, niet drie.')
  await say(kim, 'Wij zeggen het eerst tegen Hanan.')
  await expect(noor.getByText('Eén van jullie belt, niet drie.')).toBeVisible()
  await expectAccessible(noor)
  await shot(noor, 'stilstaan-afspreken')
  await shot(hanan, 'stilstaan-afspreken')
  await onward(noor, 'De schaduwkant')
  await expect(hanan.getByText('Wie voelde zich buitengesloten?', { exact: false }).first()).toBeVisible()
  await onward(noor, 'Wanneer kijken we?')
  await noor.getByRole('button', { name: 'Sluit het gesprek af' }).click()
  await expect(title(noor)).toHaveText('Het gesprek is klaar')
  // Who came by a link goes on to what comes after it.
  await expect(hanan.getByRole('link', { name: 'Vier vragen aan u' })).toBeVisible()
  await shot(hanan, 'stilstaan-klaar')
}

/** What was put on a card becomes an agreement, with who sees to it. */
async function agreeOn(noor: Page, card: string, who: string): Promise<void> {
  await noor.getByRole('button', { name: `Maak hier een afspraak van: ${card}` }).click()
  await noor.getByLabel('Wie let erop').selectOption({ label: who })
  await noor.getByRole('button', { name: 'Afspreken', exact: true }).click()
  await expect(noor.getByRole('listitem').filter({ hasText: card })).toContainText(who)
}

const word = (page: Page, name: string) =>
  page.locator('article.wk-glossary-word').filter({ has: page.getByRole('heading', { name }) })

/** One's own answer on the screen: a mark for each question, in their order. */
async function answerHere(noor: Page, marks: readonly number[]): Promise<void> {
  for (const [at, mark] of marks.entries())
    await noor
      .locator('.wk-check-marks')
      .nth(at)
      .getByRole('radio', { name: String(mark), exact: true })
      .check()
  await noor.getByRole('button', { name: 'Bewaar mijn antwoord' }).click()
  await expect(noor.getByText('Je antwoord is binnen.', { exact: false })).toBeVisible()
}

/** The same by a link on a phone without scripts; who is of two sides says from which she speaks. */
async function answerByLink(
  browser: Browser,
  link: string,
  { marks, side }: { marks: readonly number[]; side?: string },
): Promise<Page> {
  const page = await phone(browser, link)
  await page.getByRole('link', { name: 'Naar de vragen' }).click()
  await page.getByRole('link', { name: 'Vier voorwaarden' }).first().click()
  if (side !== undefined) await page.getByLabel(side).check()
  const items = page.locator('form fieldset').filter({ has: page.getByLabel('10', { exact: true }) })
  for (const [at, mark] of marks.entries())
    await items.nth(at).getByLabel(String(mark), { exact: true }).check()
  await page.getByRole('button', { name: 'Bewaar mijn antwoord' }).click()
  await expect(page.getByText(/antwoord is bewaard/)).toBeVisible()
  return page
}

/** Everybody is asked, the talk is planned, and everybody answers: then the check opens by itself. */
async function check(
  { noor, browser }: { noor: Page; browser: Browser },
  {
    network,
    linkOf,
    marks,
  }: { network: string; linkOf: (name: string) => string; marks: readonly number[][] },
): Promise<void> {
  await noor.goto(`${network}/check`)
  await noor.getByRole('button', { name: 'Nieuwe check' }).click()
  await noor.getByRole('radio', { name: /Vier voorwaarden/ }).check()
  await expectAccessible(noor)
  await shot(noor, 'check-nieuw')
  await noor.getByRole('button', { name: 'Plan deze check' }).click()
  await expect(noor.getByRole('link', { name: 'Geef je antwoord' }).first()).toBeVisible()
  await noor.getByRole('link', { name: 'Vandaag' }).click()
  await noor.getByRole('link', { name: 'Rond Bas: er staan vragen voor je klaar' }).scrollIntoViewIfNeeded()
  await expectAccessible(noor)
  await shot(noor, 'vandaag-check')
  await noor.getByRole('link', { name: 'Rond Bas: er staan vragen voor je klaar' }).click()
  await answerHere(noor, marks[0] ?? [])
  await expect(noor.getByText('Zo zien jullie het')).toHaveCount(0)
  await shot(noor, 'check-dicht')
  for (const [at, { name, sides }] of people.entries()) {
    const side = sides.length > 1 ? { side: sides[0] } : {}
    const page = await answerByLink(browser, linkOf(name), { marks: marks[at + 1] ?? [], ...side })
    if (name === 'Hanan') await shot(page, 'check-moeder-klaar')
    await page.context().close()
  }
  await noor.reload()
  await expect(noor.getByRole('heading', { name: 'Zo zien jullie het' })).toBeVisible()
  await expectAccessible(noor)
}

/** Seven people, nine questions; the last one is the shadow side. */
const before = [
  [6, 5, 4, 5, 6, 4, 3, 6, 6],
  [7, 6, 5, 5, 6, 5, 3, 6, 5],
  [5, 5, 4, 6, 7, 4, 2, 5, 7],
  [6, 6, 5, 5, 6, 5, 3, 6, 6],
  [7, 5, 4, 6, 6, 4, 4, 6, 6],
  [6, 6, 5, 6, 7, 5, 3, 7, 5],
  [3, 4, 3, 2, 4, 2, 2, 4, 8],
]
const after = before.map((marks, at) =>
  marks.map((mark, item) => (item === 6 ? mark + 4 : item === 3 && at === 6 ? 7 : mark)),
)

test('a network pauses, keeps its words, looks at four conditions, and sees six weeks later what changed', async ({
  page: noor,
  browser,
  weerklank,
}) => {
  await signInAs(noor, weerklank, 'Noor Bakker')
  await noor.goto(`${weerklank.url}/team/nieuw`)
  await fillNetwork(noor, 'Rond Bas')
  await noor.getByRole('button', { name: 'Beginnen' }).click()
  await expect(title(noor)).toHaveText('Rond Bas')
  const network = noor.url()
  const relation = network.split('/').at(-1) ?? ''
  const links = new Map<string, string>()
  for (const { name } of people) links.set(name, await linkFor(noor, network, name))
  const linkOf = (name: string) => links.get(name) ?? ''

  await step('When they pause together, led live, two of them by their links', async () => {
    await noor.goto(network)
    await planPause(noor, dayIn(0))
    await expectAccessible(noor)
    await shot(noor, 'stilstaan-gepland')
    await noor.getByRole('link', { name: 'Begin het gesprek' }).click()
    const [kim, hanan] = [await sitDown(browser, linkOf('Kim')), await sitDown(browser, linkOf('Hanan'))]
    await holdPause(noor, { kim, hanan })
    for (const one of [kim, hanan]) await one.context().close()
  })
  await step('Then what they put on cards to agree on becomes agreements', async () => {
    await noor.getByRole('link', { name: 'Naar het gesprek' }).click()
    await expect(noor.getByText('Aan tafel opgeschreven')).toBeVisible()
    await expectAccessible(noor)
    await shot(noor, 'stilstaan-na')
    await agreeOn(noor, 'Eén van jullie belt, niet drie.', 'Ahmed')
    await agreeOn(noor, 'Wij zeggen het eerst tegen Hanan.', 'Kim')
    await expect(noor.getByText('Aan tafel opgeschreven')).toHaveCount(0)
    await noor.goto(network)
    await expect(noor.getByText('Eén van jullie belt, niet drie.')).toBeVisible()
  })
  await step(
    'And the words of the table wait in the glossary; a mother says on her phone what she means',
    async () => {
      await noor.goto(`${network}/woorden`)
      await noor.getByRole('button', { name: 'Neem 2 woorden over' }).click()
      const regie = word(noor, 'Regie')
      await regie.getByRole('button', { name: 'Wat bedoel jij ermee?' }).click()
      await regie.getByLabel('Wat bedoel jij ermee?').fill('Wie de afspraken bewaakt.')
      await regie.getByRole('button', { name: 'Bewaren' }).click()
      await expect(regie.getByText('Wie de afspraken bewaakt.').first()).toBeVisible()
      const hanan = await phone(browser, linkOf('Hanan'))
      await hanan.getByRole('link', { name: 'Naar de woorden' }).click()
      const own = hanan.locator('section').filter({ has: hanan.getByRole('heading', { name: 'Regie' }) })
      await own.getByText('Wat bedoelt u ermee?').first().click()
      await own.getByLabel('Wat bedoelt u ermee?').fill('Dat ik beslis over mijn kind.')
      await own.getByRole('button', { name: 'Bewaren' }).click()
      await expect(hanan.getByText('Dit is bewaard.')).toBeVisible()
      await shot(hanan, 'woorden-moeder')
      await noor.reload()
      await expect(regie.getByText('Dat ik beslis over mijn kind.')).toBeVisible()
      await regie.getByRole('button', { name: 'We bedoelen iets anders' }).click()
      await regie.getByRole('button', { name: 'Afspreken wat we bedoelen' }).click()
      await regie.getByLabel('Wat spreken jullie af?').fill('Hanan beslist. Ahmed bewaakt de afspraken.')
      await regie.getByLabel('Bij welk gesprek?').selectOption({ label: 'Stilstaan bij de samenwerking' })
      await regie.getByRole('button', { name: 'Dit is afgesproken' }).click()
      await expect(regie.getByText(/Afgesproken op .*, bij ‘Stilstaan bij de samenwerking’/)).toBeVisible()
      await expectAccessible(noor)
      await shot(noor, 'woorden')
      await hanan.reload()
      await expect(hanan.getByText('Hanan beslist. Ahmed bewaakt de afspraken.').first()).toBeVisible()
      await accessibleByLink(browser, hanan)
      await hanan.context().close()
    },
  )
  await step(
    'When all seven answer four conditions, each sees how they see it, and nobody who said what',
    async () => {
      await check({ noor, browser }, { network, linkOf, marks: before })
      await shot(noor, 'check-open')
      const hanan = await phone(browser, linkOf('Hanan'))
      await hanan.getByRole('link', { name: 'Naar de vragen' }).click()
      await hanan.getByRole('link', { name: 'Vier voorwaarden' }).click()
      await expect(hanan.getByText('7 van de 7 mensen antwoordden.', { exact: false })).toBeVisible()
      await expect(
        hanan.getByRole('img', { name: 'Vier voorwaarden: hoe de antwoorden liggen' }),
      ).toBeVisible()
      await shot(hanan, 'check-moeder')
      await accessibleByLink(browser, hanan)
      await hanan.context().close()
    },
  )
  await step('And after six weeks a second check tells what changed, in counts', async () => {
    await wait(weerklank, relation, 42)
    await check({ noor, browser }, { network, linkOf, marks: after })
    await expect(noor.getByRole('heading', { name: 'Wat er veranderde' })).toBeVisible()
    await expect(noor.getByText(/^Toen nul van de zeven .*, nu vijf van de zeven/)).toBeVisible()
    await expect(noor.getByText(/^In de aantallen veranderde niets bij: /)).toBeVisible()
    await expect(noor.getByText('Eén van jullie belt, niet drie. (loopt nog)')).toBeVisible()
    await shot(noor, 'check-tweede')
    const hanan = await phone(browser, linkOf('Hanan'))
    await hanan.getByRole('link', { name: 'Naar de vragen' }).click()
    await hanan.getByRole('link', { name: 'Vier voorwaarden' }).first().click()
    await expect(hanan.getByRole('heading', { name: 'Wat er veranderde' })).toBeVisible()
    await expect(hanan.getByText('Eén van jullie belt, niet drie.')).toBeVisible()
    await shot(hanan, 'check-tweede-moeder')
    await accessibleByLink(browser, hanan)
    await hanan.context().close()
  })
  await step('Then the next pause begins with what they agreed, for her too', async () => {
    await noor.goto(network)
    await planPause(noor, dayIn(3))
    const opens = noor
      .locator('section')
      .filter({ has: noor.getByRole('heading', { name: 'Hier begint dit gesprek mee' }) })
    await expect(opens.getByText('Eén van jullie belt, niet drie.')).toBeVisible()
    await expect(opens.getByText('Wij zeggen het eerst tegen Hanan.')).toBeVisible()
    await expectAccessible(noor)
    await shot(noor, 'stilstaan-volgende')
    const hanan = await phone(browser, linkOf('Hanan'))
    await hanan.getByRole('button', { name: 'Naar dit gesprek' }).click()
    await expect(hanan.getByText('Eén van jullie belt, niet drie.')).toBeVisible()
    await shot(hanan, 'stilstaan-volgende-moeder')
    await accessibleByLink(browser, hanan)
    await hanan.context().close()
  })
  await step('And a colleague with an account joins: chosen, not typed', async () => {
    await noor.goto(`${network}/mensen`)
    await noor.getByRole('button', { name: 'Iemand erbij' }).click()
    await noor.getByLabel('Een collega met een account?').selectOption({ label: 'Bram Visser' })
    await expect(noor.getByLabel('Naam', { exact: true })).toHaveValue('Bram Visser')
    await noor.getByRole('checkbox', { name: 'De Linde' }).check()
    await expectAccessible(noor)
    await shot(noor, 'mensen-erbij')
    await noor.getByRole('button', { name: 'Laten meedoen' }).click()
    await expect(noor.getByRole('row', { name: /Bram Visser.*Logt in/ })).toBeVisible()
  })
})

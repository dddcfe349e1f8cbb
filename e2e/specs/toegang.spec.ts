/** Who comes in, who looks in, and who no longer does: for the administrator, a guest and whoever must look in. */
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { ownPerson, signInByPassword } from '../support/own-person.ts'
import { ownRelation } from '../support/own-relation.ts'
import { expect, expectAccessible, signInAs, step, test, type Weerklank } from '../support/weerklank.ts'

/** What another person sees, on a device of her own. */
async function onOwnDevice(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL' })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

/** A collaboration of whoever is signed in on the page, in her own workspace. */
async function relationOf(page: Page, weerklank: Weerklank, title: string) {
  const id = randomUUID()
  const pim = {
    id: randomUUID(),
    name: 'Pim',
    voice: 'client',
    detail: '',
    address: 'u',
    language: 'nl',
    member: null,
  }
  const setting = { kind: 'interpersonal', context: null, situation: null, purpose: '', checkEveryDays: 14 }
  const answer = await page.request.post(`${weerklank.url}/api/relations`, {
    headers: { 'x-weerklank': '1' },
    data: { id, title, ...setting, participants: [pim] },
  })
  expect(answer.status()).toBe(200)
  return { title, url: `${weerklank.url}/samenwerkingen/${id}` }
}

async function openPeople(page: Page, weerklank: Weerklank) {
  await page.goto(`${weerklank.url}/beheer/mensen`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mensen')
}

test('the administrator gives a colleague a place, changes what she does, and ends it', async ({
  page,
  browser,
  weerklank,
}) => {
  const ilse = await ownPerson(weerklank, 'Ilse')
  await page.goto(weerklank.url)
  await signInByPassword(page, ilse)
  await expect(page.getByRole('link', { name: 'Mensen' })).toBeVisible()
  await openPeople(page, weerklank)
  await expectAccessible(page)
  const colleague = page.getByRole('listitem').filter({ hasText: 'eva@eik.example' })

  await step('When she invites Eva without saying who that is, the first field asks for it', async () => {
    await page.getByRole('button', { name: 'Collega uitnodigen' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Collega uitnodigen' }).click()
    await expect(page.getByLabel('Naam')).toBeFocused()
    await expect(page.getByLabel('Naam')).toHaveAccessibleDescription(/Vul een naam in/)
    await expectAccessible(page)
  })
  await step('When she fills it in, she gets a link to pass on, once', async () => {
    await page.getByLabel('Naam').fill('Eva')
    await page.getByLabel('E-mailadres').fill('eva@eik.example')
    await page.getByRole('dialog').getByRole('button', { name: 'Collega uitnodigen' }).click()
    await expect(page.getByRole('dialog')).toContainText('Hij werkt één keer')
    await expectAccessible(page)
  })
  const link = await page.getByRole('textbox', { name: 'Link om in te loggen' }).inputValue()
  await page.getByRole('button', { name: 'Klaar' }).click()
  await expect(colleague).toContainText('nog niet ingelogd')
  const eva = await onOwnDevice(browser, link)
  await expect(eva.getByRole('button', { name: 'Eva, jouw menu' })).toBeVisible()

  await step('When Ilse makes her a coach too, that stands in the list', async () => {
    await page.reload()
    await colleague.getByRole('button', { name: 'Wijzig Eva' }).click()
    await page.getByLabel('Teamcoach').check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await expect(colleague).toContainText('Professional, Teamcoach')
  })
  await step('She cannot end her own place: she is the only administrator', async () => {
    await page.getByRole('button', { name: 'Wijzig Ilse' }).click()
    await expect(page.getByRole('dialog')).toContainText('Dit is de enige beheerder')
    await expect(page.getByRole('button', { name: 'Plek beëindigen' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Sluiten' }).click()
  })
  await step('When the place of Eva ends, she is out at once, and known by name', async () => {
    await colleague.getByRole('button', { name: 'Wijzig Eva' }).click()
    await page.getByRole('button', { name: 'Plek beëindigen' }).click()
    await expect(page.getByRole('region', { name: 'Niet meer hier' })).toContainText('Eva')
    await eva.goto(`${weerklank.url}/samenwerkingen`)
    await expect(eva).toHaveURL(/\/inloggen/)
  })
})

test('the administrator says what goes for everybody', async ({ page, weerklank }) => {
  const ilse = await ownPerson(weerklank, 'Ilse')
  await page.goto(weerklank.url)
  await signInByPassword(page, ilse)
  await page.getByRole('link', { name: 'Instellingen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Instellingen')
  await expectAccessible(page)
  await page.getByLabel(/hoeveel minuten/).fill('0')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByLabel(/hoeveel minuten/)).toBeFocused()
  await page.getByLabel(/hoeveel minuten/).fill('15')
  await page.getByLabel('Verantwoordelijke organisatie').fill('Stichting De Eik')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByText('Bewaard. Het geldt vanaf nu.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(/hoeveel minuten/)).toHaveValue('15')
  await expect(page.getByLabel('Verantwoordelijke organisatie')).toHaveValue('Stichting De Eik')
})

test('someone of another organisation takes part in one collaboration, and sees no other', async ({
  page,
  browser,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  const relation = await ownRelation(page, weerklank, {
    title: 'Mo en de school',
    people: { Mo: 'youth' },
  })
  await page.goto(relation.url)
  await page.getByRole('button', { name: 'Iemand van een andere organisatie laten meedoen' }).click()
  await expectAccessible(page)
  await page.getByLabel('Naam').fill('Anna')
  await page.getByLabel('Organisatie', { exact: true }).fill('School De Boog')
  await page.getByLabel('E-mailadres').fill('anna@school.example')
  await page.getByLabel('Als wie doet deze gast mee?').selectOption('colleague')
  await page.getByRole('button', { name: 'Laat meedoen' }).click()
  const link = await page.getByRole('textbox', { name: 'Link om in te loggen' }).inputValue()
  await page.getByRole('button', { name: 'Klaar' }).click()
  await expect(page.getByText('Anna, School De Boog')).toBeVisible()

  const anna = await onOwnDevice(browser, link)
  await anna.goto(relation.url)
  await expect(anna.getByRole('heading', { level: 1 })).toHaveText(relation.title)
  await expect(anna.getByRole('button', { name: /andere organisatie/ })).toHaveCount(0)
  await anna.goto(`${weerklank.url}/samenwerkingen`)
  await expect(anna.getByRole('main').getByRole('link', { name: relation.title })).toBeVisible()
  await expect(anna.getByRole('main').getByText('Lina')).toHaveCount(0)
  await expectAccessible(anna)
})

/** A note, contacts and an agreement in a collaboration of whoever is signed in on the page. */
async function writtenIn(page: Page, weerklank: Weerklank, url: string): Promise<void> {
  const api = `${weerklank.url}/api/relations/${url.split('/').at(-1)}`
  const headers = { 'x-weerklank': '1' }
  const note = { id: randomUUID(), kind: 'helps', text: 'Eerst even wandelen', toldBy: 'Guus' }
  expect((await page.request.post(`${api}/notes`, { headers, data: note })).status()).toBe(200)
  const details = await (await page.request.get(api)).json()
  const guus = details.participants.find((one: { member: string | null }) => one.member === null)
  const words = { text: 'We beginnen buiten', askBack: true, participants: [guus.id], signals: [] }
  const agreed = await page.request.post(`${api}/agreements`, {
    headers,
    data: { id: randomUUID(), ...words },
  })
  expect(agreed.status()).toBe(200)
  for (const days of [-1, 1]) {
    const at = new Date(Date.now() + days * 86_400_000).toISOString()
    const contact = {
      id: randomUUID(),
      kind: 'contact',
      at,
      place: 'thuis',
      summary: 'Het ging over school.',
    }
    expect((await page.request.post(`${api}/contacts`, { headers, data: contact })).status()).toBe(200)
  }
}

test('who must look in says why, is seen by the team, and stops', async ({ page, browser, weerklank }) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  const relation = await ownRelation(page, weerklank, {
    title: 'Guus en Noor',
    people: { Guus: 'client' },
  })
  await writtenIn(page, weerklank, relation.url)
  const bram = await onOwnDevice(browser, weerklank.signIn['Bram Visser'] ?? '')
  await bram.goto(`${weerklank.url}/samenwerkingen?zoek=Guus`)
  await bram.getByRole('link', { name: 'Moet je er met spoed bij?' }).click()
  await expect(bram.getByRole('heading', { level: 1 })).toHaveText('Er met spoed bij')
  await expectAccessible(bram)

  await step('Then without a reason nothing opens, and a name that is not exact opens nothing', async () => {
    await bram.getByLabel('Naam van de samenwerking').fill('Guus')
    await bram.getByRole('button', { name: 'Kijk met spoed' }).click()
    await expect(bram.getByLabel('Waarom kan het niet wachten?')).toBeFocused()
    await bram.getByLabel('Waarom kan het niet wachten?').fill('Guus belt in paniek en Noor is vrij.')
    await bram.getByRole('button', { name: 'Kijk met spoed' }).click()
    await expect(bram.getByRole('alert')).toContainText('geen samenwerking die precies zo heet')
  })
  await step('When the name is exact the page opens, and says that he looks in', async () => {
    await bram.getByLabel('Naam van de samenwerking').fill(relation.title.toLowerCase())
    await bram.getByRole('button', { name: 'Kijk met spoed' }).click()
    await expect(bram.getByRole('heading', { level: 1 })).toHaveText(relation.title)
    await expect(bram.getByRole('region', { name: 'Met spoed meegekeken' })).toContainText('Je kijkt hier')
    await expectAccessible(bram)
  })
  await step('Then he reads all of it, and nothing there offers to change something', async () => {
    await expect(bram.getByText('Eerst even wandelen')).toBeVisible()
    await expect(bram.getByText('Het ging over school.').first()).toBeVisible()
    await expect(bram.getByText('We beginnen buiten').first()).toBeVisible()
    const main = bram.getByRole('main')
    // What is shut may hold something to press too.
    const shut = main.getByRole('button', { expanded: false })
    while ((await shut.count()) > 0) await shut.first().click()
    await expectAccessible(bram)
    const offered = await main.locator('button:not([aria-expanded])').allTextContents()
    expect(offered.map((name) => name.trim()).sort()).toEqual(['Afdrukken', 'Stop met meekijken'])
    const links = await main.getByRole('link').allTextContents()
    expect(links.map((name) => name.trim())).toEqual(['Samenwerkingen'])
    await bram.goto(`${relation.url}/bewerken`)
    await expect(bram).toHaveURL(relation.url)
    await expect(bram.getByRole('region', { name: 'Met spoed meegekeken' })).toContainText('Je kijkt hier')
  })
  await step('Then Noor reads who looks in and why', async () => {
    await page.goto(relation.url)
    const banner = page.getByRole('region', { name: 'Met spoed meegekeken' })
    await expect(banner).toContainText('Bram')
    await expect(banner).toContainText('Guus belt in paniek en Noor is vrij.')
    await expectAccessible(page)
  })
  await step('When he stops, the page is not there for him any more', async () => {
    await bram.getByRole('button', { name: 'Stop met meekijken' }).click()
    await expect(bram.getByText('Je kijkt niet meer mee.')).toBeVisible()
    await bram.reload()
    await expect(bram.getByRole('heading', { level: 1 })).not.toHaveText(relation.title)
  })
})

test('who has places in two workspaces goes from one to the other, and back', async ({
  page,
  browser,
  weerklank,
}) => {
  const ilse = await ownPerson(weerklank, 'Ilse')
  await page.goto(weerklank.url)
  await signInByPassword(page, ilse)
  await expect(page.getByRole('button', { name: 'Ilse, jouw menu' })).toBeVisible()
  const relation = await relationOf(page, weerklank, 'Pim en Ilse')
  await page.goto(relation.url)
  await page.getByRole('button', { name: 'Iemand van een andere organisatie laten meedoen' }).click()
  await page.getByLabel('Naam').fill('Farid')
  await page.getByLabel('Organisatie', { exact: true }).fill('De Linde')
  await page.getByLabel('E-mailadres').fill('farid@demo.example')
  await page.getByLabel('Als wie doet deze gast mee?').selectOption('colleague')
  await page.getByRole('button', { name: 'Laat meedoen' }).click()
  await step('Then no link is shown: it would open what Farid does elsewhere', async () => {
    await expect(page.getByRole('dialog')).toContainText('had al een account')
    await expect(page.getByLabel('Link om in te loggen')).toHaveCount(0)
  })

  const farid = await onOwnDevice(browser, weerklank.signIn['Farid Amrani'] ?? '')
  const menu = farid.getByRole('button', { name: /jouw menu/ })
  await menu.click()
  await farid.getByRole('button', { name: /Werken bij De Eik .* \(als gast\)/ }).click()
  await expect(farid.getByRole('button', { name: 'Farid, jouw menu' })).toBeVisible()
  await farid.goto(relation.url)
  await expect(farid.getByRole('heading', { level: 1 })).toHaveText(relation.title)
  await menu.click()
  await expectAccessible(farid)
  await farid.getByRole('button', { name: 'Werken bij De Linde' }).click()
  await expect(farid.getByRole('button', { name: 'Farid Amrani, jouw menu' })).toBeVisible()
  await farid.goto(relation.url)
  await expect(farid.getByRole('heading', { level: 1 })).not.toHaveText(relation.title)
})

/** Asking consent of the people one works with, and what that leaves for research: professional, parent, researcher. */
import { randomUUID } from 'node:crypto'
import { type Page, request } from '@playwright/test'
import { openPart } from '../support/open-part.ts'
import { ownPerson, signInByPassword } from '../support/own-person.ts'
import { expect, expectAccessible, step, test, type Weerklank } from '../support/weerklank.ts'

type Person = { name: string; voice: 'client' | 'youth' | 'mother' }

/** One request of whoever is signed in on the page. */
async function api<Result>(page: Page, weerklank: Weerklank, path: string, data: unknown): Promise<Result> {
  const answer = await page.request.post(`${weerklank.url}${path}`, { headers: { 'x-weerklank': '1' }, data })
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
  return answer.json()
}

/** Someone in a workspace of her own with one collaboration; nobody else's tests can count in it. */
async function withRelation(page: Page, weerklank: Weerklank, of: { roles: string; people: Person[] }) {
  const iris = await ownPerson(weerklank, 'Iris Vos', of.roles)
  await page.goto(weerklank.url)
  await signInByPassword(page, iris)
  await expect(page.getByRole('button', { name: 'Iris Vos, jouw menu' })).toBeVisible()
  const id = randomUUID()
  const about = { detail: '', address: 'je', language: 'nl', member: null }
  const participants = of.people.map((person) => ({ id: randomUUID(), ...person, ...about }))
  await api(page, weerklank, '/api/relations', {
    ...{ id, title: 'Met de familie Dijk', kind: 'interpersonal', context: null, situation: null },
    ...{ purpose: '', checkEveryDays: 14, participants },
  })
  const idOf = (name: string) => participants.find((one) => one.name === name)?.id
  return {
    consentUrl: `${weerklank.url}/samenwerkingen/${id}/toestemming`,
    url: `${weerklank.url}/samenwerkingen/${id}`,
    /** Asks someone how it was, and answers on a device without a session. */
    answer: async (name: string, value: number) => {
      const body = { id: randomUUID(), participant: idOf(name), contact: null }
      const path = `/api/relations/${id}/invitations`
      const { url } = await api<{ url: string }>(page, weerklank, path, body)
      const device = await request.newContext()
      const key = /name="?key"? value="?([\w-]+)/.exec(await (await device.get(url)).text())?.[1] ?? ''
      const sent = await device.post(url, { form: { key, 'a.heard': String(value), open: '' } })
      expect(sent.ok()).toBe(true)
      await device.dispose()
    },
  }
}

const choice = (page: Page, purpose: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: purpose, exact: true }) })

/** Opens the page of one person's choices. */
async function showPerson(page: Page, name: string) {
  await page.getByRole('navigation', { name: 'Van wie' }).getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 2, name: `Wat ${name} koos` })).toBeVisible()
}

type Said = { purpose: string; answer: 'yes' | 'no'; who?: string; way?: 'Op papier' | 'In een gesprek' }

/** Writes down what someone said. */
async function writeDown(page: Page, { purpose, answer, who, way = 'In een gesprek' }: Said) {
  await choice(page, purpose)
    .getByRole('button', { name: /^(Vraag het|Wijzig)/ })
    .click()
  const dialog = page.getByRole('dialog', { name: purpose })
  await dialog.getByRole('radio', { name: way }).check()
  if (who !== undefined) await dialog.getByRole('radio', { name: who }).check()
  await dialog.getByRole('radio', { name: answer === 'yes' ? /^Ja/ : /^Nee/ }).check()
  await dialog.getByRole('button', { name: 'Schrijf de keuze op' }).click()
}

/** Makes a link to a parent's own page, and says yes there for Lotte, on a device of her own. */
async function confirmOn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Maak een link voor ${name}` }).click()
  const link = await page.getByRole('textbox', { name: 'De link' }).inputValue()
  await page.keyboard.press('Escape')
  const context = await page.context().browser()?.newContext()
  if (context === undefined) throw new Error('There is no browser')
  const own = await context.newPage()
  await own.goto(link)
  await own.getByRole('link', { name: 'Onderzoek' }).last().click()
  await own.getByRole('radio', { name: /^Ja/ }).check()
  await own.getByRole('button', { name: 'Bewaar deze keuze' }).click()
  await expect(own.getByRole('status')).toContainText('is bewaard')
  await context.close()
}

test('a mother refuses one thing and agrees to another; nothing was chosen for her', {
  tag: '@phone',
}, async ({ page, weerklank }) => {
  const people: Person[] = [{ name: 'Hanna', voice: 'mother' }]
  const relation = await withRelation(page, weerklank, { roles: 'professional', people })
  await step('Given a collaboration in which nobody was asked anything', async () => {
    await page.goto(relation.url)
    const card = await openPart(page, 'Toestemming')
    await expect(card).toContainText('Nog niets gevraagd: Hanna en jij.')
    await card.getByRole('link', { name: 'Bekijk en vraag' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Toestemming' })).toBeVisible()
    await expectAccessible(page)
  })
  await step(
    'When she is asked for research, nothing stands chosen, and who sends it empty is told',
    async () => {
      await choice(page, 'Onderzoek').getByRole('button', { name: 'Vraag het Hanna: Onderzoek' }).click()
      const dialog = page.getByRole('dialog', { name: 'Onderzoek' })
      await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0)
      await dialog.getByRole('button', { name: 'Schrijf de keuze op' }).click()
      await expect(dialog.getByRole('radio', { name: 'Zelf, op de eigen pagina' })).toBeFocused()
      await dialog.getByRole('radio', { name: 'Op papier' }).check()
      await expect(dialog.getByRole('radio', { name: /^Ja/ })).not.toBeChecked()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    },
  )
  await step('Then a no on paper is kept as it was said', async () => {
    await writeDown(page, { purpose: 'Onderzoek', answer: 'no', way: 'Op papier' })
    await expect(choice(page, 'Onderzoek')).toContainText('niet gegeven')
    await expect(choice(page, 'Onderzoek').getByRole('button', { name: /^Wijzig/ })).toBeFocused()
    await expect(choice(page, 'Onderzoek')).toContainText(/Hanna zei nee op .*, op papier\. Op tekst 2\./)
  })
  await step('And a yes in a talk as well', async () => {
    await writeDown(page, { purpose: 'Uitspraken delen met het team', answer: 'yes' })
    const quotes = choice(page, 'Uitspraken delen met het team')
    await expect(quotes).toContainText('gegeven')
    await quotes.getByRole('button', { name: 'Lees de tekst (versie 1)' }).click()
    await expect(quotes).toContainText('Wie het ziet')
    await expectAccessible(page)
  })
  await step('When she is given her own page, she chooses there herself', async () => {
    await choice(page, 'Uitspraken publiceren')
      .getByRole('button', { name: /^Vraag het/ })
      .click()
    const dialog = page.getByRole('dialog', { name: 'Uitspraken publiceren' })
    await dialog.getByRole('radio', { name: 'Zelf, op de eigen pagina' }).check()
    await dialog.getByRole('button', { name: 'Maak de link' }).click()
    await expect(dialog.getByRole('img', { name: 'QR-code met de link voor Hanna' })).toBeVisible()
    await expectAccessible(page)
    const link = await dialog.getByRole('textbox', { name: 'De link' }).inputValue()
    const own = await page.context().newPage()
    await own.goto(link)
    await own.getByRole('radio', { name: /^Nee/ }).check()
    await own.getByRole('button', { name: 'Bewaar deze keuze' }).click()
    await expect(own.getByRole('status')).toContainText('is bewaard')
    await own.close()
    await page.reload()
    await expect(choice(page, 'Uitspraken publiceren')).toContainText(
      /Hanna zei nee op .*, op de eigen pagina/,
    )
  })
  await step('And the collaboration says it in three lines', async () => {
    await page.getByRole('link', { name: 'Terug naar de samenwerking' }).click()
    const card = await openPart(page, 'Toestemming')
    await expect(card).toContainText('niet gegeven: Onderzoek · Uitspraken publiceren')
    await expect(card).toContainText('gegeven: Uitspraken delen met het team')
  })
})

test('a youth of 14 waits for both parents with authority, and one no is enough', async ({
  page,
  weerklank,
}) => {
  const people: Person[] = [
    { name: 'Lotte', voice: 'youth' },
    { name: 'Hanna', voice: 'mother' },
  ]
  const relation = await withRelation(page, weerklank, { roles: 'professional', people })
  const year = new Date().getFullYear()
  await page.goto(relation.consentUrl)
  await showPerson(page, 'Lotte')
  await step('When her age and parents are filled in, the screen says who decides', async () => {
    await expect(page.getByText('Geen geboortedatum bekend')).toBeVisible()
    await page.getByRole('button', { name: 'Wijzig leeftijd en ouders van Lotte' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Geboortedatum').fill(`${year - 14}-01-01`)
    await expect(dialog.getByRole('status')).toContainText('Van 12 tot en met 15')
    await dialog.getByRole('button', { name: 'Ouder of voogd toevoegen' }).click()
    await dialog.getByRole('button', { name: 'Bewaar leeftijd en ouders' }).click()
    await expect(dialog.getByLabel('Wie is het?')).toBeFocused()
    await expectAccessible(page)
    await dialog.getByLabel('Wie is het?').selectOption({ label: 'Hanna' })
    await dialog.getByRole('group', { name: 'Gezag van Hanna' }).getByLabel('Ouder met gezag').check()
    await dialog.getByRole('button', { name: 'Ouder of voogd toevoegen' }).click()
    await expect(dialog.getByLabel('Naam')).toBeFocused()
    await dialog.getByLabel('Naam').fill('Joost')
    await dialog.getByRole('group', { name: 'Gezag van Joost' }).getByLabel('Ouder met gezag').check()
    await dialog.getByRole('button', { name: 'Bewaar leeftijd en ouders' }).click()
    await expect(page.getByText('nu 14 jaar')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Wijzig leeftijd en ouders van Lotte' })).toBeFocused()
  })
  await step('Then her own yes waits for both', async () => {
    await writeDown(page, { purpose: 'Onderzoek', answer: 'yes', who: 'Lotte zelf' })
    await expect(choice(page, 'Onderzoek')).toContainText(/wacht op (Hanna en Joost|Joost en Hanna)/)
    await expectAccessible(page)
  })
  await step(
    'And after one parent for the other, and for herself: what she said is only written down',
    async () => {
      await writeDown(page, { purpose: 'Onderzoek', answer: 'yes', who: 'Hanna, ouder met gezag' })
      await expect(choice(page, 'Onderzoek')).toContainText('wacht op Joost en bevestiging door Hanna zelf')
      await expectAccessible(page)
    },
  )
  await step('When both say yes on their own pages, it is given', async () => {
    for (const name of ['Hanna', 'Joost']) await confirmOn(page, name)
    await page.reload()
    await expect(choice(page, 'Onderzoek').getByText('gegeven', { exact: true })).toBeVisible()
  })
  await step('And when one of the three stops, it is over, with a receipt', async () => {
    await writeDown(page, { purpose: 'Onderzoek', answer: 'no', who: 'Hanna, ouder met gezag' })
    const receipt = page.getByRole('dialog')
    await expect(receipt.getByRole('heading', { name: 'Dit is er gedaan' })).toBeFocused()
    await expectAccessible(page)
    await receipt.getByRole('button', { name: 'Klaar' }).click()
    await expect(choice(page, 'Onderzoek').getByText('ingetrokken', { exact: true })).toBeVisible()
  })
  await step('Each parent can be given an own page, and it can be taken back', async () => {
    await page.getByRole('button', { name: 'Maak een link voor Joost' }).click()
    const link = await page.getByRole('textbox', { name: 'De link' }).inputValue()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Trek links in: Joost' }).click()
    await expect(page.getByRole('button', { name: 'Trek links in: Joost' })).toHaveCount(0)
    const device = await request.newContext()
    expect((await device.get(link)).ok()).toBe(false)
    await device.dispose()
  })
})

test('a researcher sees exactly what is left after someone stopped', async ({ page, weerklank }) => {
  const people: Person[] = [
    { name: 'Hanna', voice: 'mother' },
    { name: 'Bas', voice: 'client' },
    { name: 'Mila', voice: 'client' },
  ]
  const roles = 'professional,researcher'
  const relation = await withRelation(page, weerklank, { roles, people })
  const register = page.getByRole('region', { name: 'Register' })
  const material = page.getByRole('region', { name: 'Materiaal' })
  const files = page.getByRole('region', { name: 'Bestanden' })
  await step('Given nobody was asked, both sources are empty, each by its own name', async () => {
    await page.goto(`${weerklank.url}/onderzoek`)
    await expect(material).toContainText('Er is nog geen materiaal')
    await expect(files).toContainText('Er is nog geen bestand gemaakt')
    await expectAccessible(page)
  })
  await step('And Hanna and Bas agree, Mila refuses, and all three answer', async () => {
    await page.goto(relation.consentUrl)
    for (const [name, answer] of [
      ['Hanna', 'yes'],
      ['Bas', 'yes'],
      ['Mila', 'no'],
    ] as const) {
      await showPerson(page, name)
      await writeDown(page, { purpose: 'Onderzoek', answer })
      await expect(choice(page, 'Onderzoek')).toContainText(answer === 'yes' ? 'gegeven' : 'niet gegeven')
    }
    await relation.answer('Hanna', 8)
    await relation.answer('Bas', 5)
    await relation.answer('Mila', 6)
  })
  await step('Then the register counts three, the material two', async () => {
    await page.goto(`${weerklank.url}/onderzoek`)
    await expect(register).toContainText('uit het register')
    await expect(register).toContainText('2 van 3 mensen geven nu toestemming.')
    await expect(register).toContainText('Er kwam 3 keer een antwoord.')
    await expect(material).toContainText('uit het materiaal')
    await expect(material).toContainText('2 antwoorden van 2 mensen.')
    await expect(page.getByRole('main')).not.toContainText(/Hanna|Bas|Mila/)
    await expectAccessible(page)
  })
  await step('A file to judge people by is refused with the reason; one for research is made', async () => {
    await page.getByRole('button', { name: 'Bestand maken' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Maak het bestand' }).click()
    await expect(dialog.getByLabel('Hoe noem je het?')).toBeFocused()
    await dialog.getByLabel('Hoe noem je het?').fill('Tussenrapport')
    await dialog.getByLabel('Tabel (CSV)').check()
    await dialog.getByLabel('Medewerkers of teams beoordelen').check()
    await dialog.getByRole('button', { name: 'Maak het bestand' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Hiervoor geven we geen gegevens')
    await expectAccessible(page)
    await dialog.getByLabel('Onderzoek waarvoor mensen toestemming gaven').check()
    const file = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Maak het bestand' }).click()
    expect((await file).suggestedFilename()).toMatch(/^onderzoek-.*\.csv$/)
    await expect(files).toContainText('Tussenrapport')
  })
  await step('When Bas stops, his answer is gone, and the file says whom to take out', async () => {
    await page.goto(relation.consentUrl)
    await showPerson(page, 'Bas')
    await writeDown(page, { purpose: 'Onderzoek', answer: 'no' })
    await expect(page.getByRole('dialog')).toContainText('We hebben 1 antwoord gewist.')
    await expect(page.getByRole('dialog')).toContainText('Tussenrapport')
    await page.goto(`${weerklank.url}/onderzoek`)
    await expect(material).toContainText('1 antwoord van 1 mens.')
    await expect(material.getByRole('row')).toHaveCount(2)
    await expect(register).toContainText('1 van 3 mensen geeft nu toestemming.')
    await expect(register).toContainText('Er kwam 3 keer een antwoord.')
    await expect(files).toContainText('Haal deze code eruit')
    await expectAccessible(page)
  })
  await step('And that results were published is said once, after asking', async () => {
    await files.getByRole('button', { name: 'Zet op gepubliceerd: Tussenrapport' }).click()
    await expect(page.getByRole('dialog')).toContainText('niet ongedaan maken')
    await page.getByRole('dialog').getByRole('button', { name: 'Zet op gepubliceerd' }).click()
    await expect(files).toContainText('Resultaten gepubliceerd op')
    await expect(files.getByRole('button')).toHaveCount(0)
  })
})

test('the administrator sees what is not mailed, and how to change that', { tag: '@phone' }, async ({
  page,
  weerklank,
}) => {
  const ilse = await ownPerson(weerklank, 'Ilse', 'administrator')
  await page.goto(`${weerklank.url}/inloggen?naar=/beheer/post`)
  await signInByPassword(page, ilse)
  await expect(page.getByRole('heading', { level: 1, name: 'Uitgaande post' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Er is geen mailserver ingesteld' })).toContainText(
    'SMTP_URL',
  )
  await expectAccessible(page)
})

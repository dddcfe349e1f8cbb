/** A map of who works with whom: begun, filled in by screen and by link, laid beside an earlier one, taken along, and left. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { dayIn, expectAccessibleAt, phone } from '../support/network-round-bas.ts'
import {
  type CirclePerson,
  everybodyFillsIn,
  lastDayPasses,
  ownCircle,
  poster,
} from '../support/own-circle.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

const sides = ['De Linde', 'School', 'Wijkteam', 'Het gezin']
const people: readonly CirclePerson[] = [
  { name: 'Kim', voice: 'partner', sides: ['School'] },
  { name: 'Ahmed', voice: 'partner', sides: ['Wijkteam'] },
  { name: 'Hanan', voice: 'mother', sides: ['Het gezin', 'Wijkteam'] },
]

/** Says yes by her link, and with whom she works. */
async function fillIn(browser: Browser, link: string, told: readonly (readonly [string, string, string])[]) {
  const one = await phone(browser, `${link}/kaart`)
  if (await one.getByRole('link', { name: 'Kiezen of mijn naam op de kaart mag' }).isVisible()) {
    await one.getByRole('link', { name: 'Kiezen of mijn naam op de kaart mag' }).click()
    await one.getByRole('radio', { name: /^Ja/ }).check()
    await one.getByRole('button', { name: 'Bewaar deze keuze' }).click()
    await one.goto(`${link}/kaart`)
  }
  await one.getByRole('link', { name: 'De kaart invullen' }).click()
  for (const [name, often, useful] of told) {
    await one
      .getByRole('group', { name: `Hoe vaak werkt u met ${name}?` })
      .getByLabel(often, { exact: true })
      .check()
    await one
      .getByRole('group', { name: `Is werken met ${name} nuttig?` })
      .getByLabel(useful, { exact: true })
      .check()
  }
  await one.getByRole('button', { name: 'Bewaren' }).click()
  return one
}

const longDay = (days: number) =>
  new Intl.DateTimeFormat('nl-NL', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${dayIn(days)}T12:00:00Z`))

async function begin(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: 'Een moment beginnen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Hoe heet dit moment?').fill(title)
  await dialog.getByLabel('Tot en met welke dag kan iedereen invullen?').fill(dayIn(7))
  await dialog.getByLabel('Dag van het gesprek').fill(dayIn(9))
  await dialog.getByRole('button', { name: 'Een moment beginnen' }).click()
  await page.waitForURL(/moment=/)
  return new URL(page.url()).searchParams.get('moment') ?? ''
}

test('a map is made with consent, by screen and on an old phone, and laid beside one of six weeks before', async ({
  page,
  browser,
  weerklank,
}) => {
  const circle = await ownCircle(page, weerklank, { title: 'Rond Bas', sides, family: 'Het gezin', people })
  let first = ''
  await step(
    'Given a moment that is begun from the chooser: a name, a day and a talk, and nothing is chosen for anybody',
    async () => {
      await page.goto(`${weerklank.url}/team/keuzehulp?team=${circle.relation}&pad=network.ties.yes`)
      await page.getByRole('link', { name: 'Kaart van een team of netwerk' }).click()
      await expect(page).toHaveURL(`${circle.url}/kaart`)
      await expect(page.getByText('Nog geen kaart')).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Een moment beginnen' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Een moment beginnen' }).click()
      await expect(page.getByText('Geef het moment een naam.')).toBeVisible()
      await expect(page.getByLabel('Hoe heet dit moment?')).toBeFocused()
      await expectAccessible(page)
      const begins = page.getByRole('dialog')
      await begins.getByLabel('Hoe heet dit moment?').fill('Aan het begin')
      await begins.getByLabel('Tot en met welke dag kan iedereen invullen?').fill(dayIn(7))
      await begins.getByLabel('Dag van het gesprek').fill(dayIn(7))
      await begins.getByRole('button', { name: 'Een moment beginnen' }).click()
      await expect(page.getByText('Kies een dag voor het gesprek, na de dag waarop het sluit.')).toBeVisible()
      await expect(page.getByLabel('Dag van het gesprek')).toBeFocused()
      await expectAccessible(page)
      await shot(page, 'kaart-beginnen')
      await page.keyboard.press('Escape')
      first = await begin(page, 'Aan het begin')
      await expect(page.getByText(`Gesprek op ${longDay(9)}.`)).toBeVisible()
      await expect(page.getByText('Er staat nog niemand anders op de kaart.')).toBeVisible()
    },
  )
  const links = new Map<string, string>()
  await step('When a mother says yes on an old phone and tells with whom she works', async () => {
    for (const { name } of people) links.set(name, await circle.link(name))
    const hanan = await phone(browser, `${links.get('Hanan')}/kaart`)
    await expect(hanan.getByText('We vragen eerst of uw naam op de kaart mag.')).toBeVisible()
    await expect(hanan.getByRole('link', { name: 'De kaart invullen' })).toHaveCount(0)
    await hanan.context().close()
    const told = await fillIn(browser, links.get('Hanan') ?? '', [
      ['Noor Bakker', 'elke week of vaker', 'nuttig'],
    ])
    await expect(told.getByRole('status')).toContainText('Bewaard.')
    await expect(told.getByText('U hebt ingevuld.')).toBeVisible()
    await expect(told.getByText(/Het gesprek hierover is op/)).toBeVisible()
    await told.getByRole('link', { name: 'Bekijken of veranderen wat ik invulde' }).click()
    await expect(told.getByText('Noor Bakker elke week of vaker, nuttig')).toBeVisible()
    await expectAccessibleAt(browser, told.url())
    await shot(told, 'kaart-link-invullen')
    await told.context().close()
  })
  await step('And two professionals do it by their links, each about who said yes before', async () => {
    const kim = await fillIn(browser, links.get('Kim') ?? '', [
      ['Noor Bakker', 'elke maand', 'een beetje nuttig'],
      ['Hanan', 'elke twee weken', 'niet nuttig'],
    ])
    await kim.context().close()
    const ahmed = await fillIn(browser, links.get('Ahmed') ?? '', [['Hanan', 'elke week of vaker', 'nuttig']])
    await ahmed.context().close()
  })
  await step('Then a colleague fills in by screen, as the last one, and the map opens', async () => {
    await page.reload()
    await expect(page.getByText('3 van de 4 mensen vulden in. Wie, dat staat er niet bij.')).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('Welke kant?').selectOption('Wijkteam')
    await expect(page.getByText('Hoe vaak werk je met Kim?')).toHaveCount(0)
    const hanan = page.getByRole('group', { name: 'Hoe vaak werk je met Hanan?' })
    await hanan.getByLabel('elke week of vaker').check()
    await page
      .getByRole('group', { name: 'Is werken met Hanan nuttig?' })
      .getByLabel('nuttig', { exact: true })
      .check()
    await expect(page.getByText('Er is nog iets niet bewaard.')).toBeVisible()
    await shot(page, 'kaart-invullen')
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await expect(page.getByText('Op deze kaart staan 5 verbindingen.', { exact: true })).toBeVisible()
    await expect(page.locator('.wk-network-talk').getByText(`Gesprek op ${longDay(9)}.`)).toBeVisible()
    await expect(page.locator('.wk-network-told')).toContainText(
      'Minder dan 5 mensen vulden in. Daarom tellen we niet.',
    )
    await expectAccessible(page)
    await shot(page, 'kaart')
  })
  await step('And she steps through the people with the keyboard, and hears each one’s ties', async () => {
    const heard = page.getByRole('status').filter({ hasText: /noemt|Kies/ })
    await page.getByRole('button', { name: 'Volgende' }).focus()
    await page.keyboard.press('Enter')
    await expect(heard).toContainText('noemt Hanan: elke week of vaker, nuttig')
    await page.keyboard.press('Enter')
    await expect(heard).toContainText('noemt Hanan: elke twee weken, niet nuttig')
    await page.getByLabel('Bij wie kijk je?').selectOption('Hanan')
    await expect(heard).toContainText('Ahmed noemt: elke week of vaker, nuttig')
    // What is pressed in the picture is what is chosen above it.
    await page.locator('.wk-network-picture [data-key]').first().click()
    await expect(page.getByLabel('Bij wie kijk je?')).not.toHaveValue('iedereen')
    // She belongs to two sides: she stands once, with both.
    await expect(page.locator('.wk-network-list').getByText('Hanan', { exact: true })).toHaveCount(1)
    await expectAccessible(page)
  })
  await step('And on a phone the list says what the picture says', async () => {
    await page.setViewportSize({ width: 375, height: 812 })
    await expect(page.getByText('De lijst zegt hetzelfde.')).toBeVisible()
    await expect(
      page.getByRole('listitem').filter({ hasText: 'noemt Hanan: elke week of vaker, nuttig' }).first(),
    ).toBeVisible()
    await expectAccessible(page)
    await page.setViewportSize({ width: 1280, height: 800 })
  })
  await step('And it goes along as a table and as a picture, only for what people said yes to', async () => {
    await page.getByRole('button', { name: 'Meenemen', exact: true }).click()
    await page.getByLabel('Tabel (CSV)').check()
    await page.getByLabel('Waarvoor?').selectOption({ index: 1 })
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Bestand meenemen' }).click(),
    ])
    const csv = readFileSync(await table.path(), 'utf8')
    expect(csv).toContain('Hanan')
    expect(csv.trim().split('\n')).toHaveLength(6)
    await page.getByLabel('Tekening (SVG)').check()
    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Bestand meenemen' }).click(),
    ])
    expect(readFileSync(await picture.path(), 'utf8')).toContain('Hanan')
  })
  await step(
    'When six weeks later they do it again, then it tells what is new and what is gone',
    async () => {
      await lastDayPasses(weerklank, first)
      await page.goto(`${circle.url}/kaart`)
      await begin(page, 'Na zes weken')
      for (const [name, told] of [
        ['Hanan', [['Ahmed', 'elke week of vaker', 'nuttig']]],
        ['Kim', [['Noor Bakker', 'elke week of vaker', 'nuttig']]],
        ['Ahmed', [['Hanan', 'elke week of vaker', 'nuttig']]],
      ] as const) {
        const one = await fillIn(browser, links.get(name) ?? '', told)
        await one.context().close()
      }
      await page.reload()
      await page
        .getByRole('group', { name: 'Hoe vaak werk je met Kim?' })
        .getByLabel('elke maand', { exact: true })
        .check()
      await page.getByRole('button', { name: 'Bewaren' }).click()
      await page.getByLabel('Naast welk eerder moment?').selectOption('Aan het begin – Gesloten')
      await expect(page.getByText('2 verbindingen zijn nieuw, 3 zijn weg.', { exact: true })).toBeVisible()
      await expect(page.getByText('1 is veranderd, 1 is hetzelfde.', { exact: true })).toBeVisible()
      await expectAccessible(page)
      await shot(page, 'kaart-vergeleken')
      await page.setViewportSize({ width: 375, height: 812 })
      await expectAccessible(page)
      await page.setViewportSize({ width: 1280, height: 800 })
    },
  )
  await step(
    'And when the mother takes her name off, she is on neither map, and nobody’s tie to her is left',
    async () => {
      const hanan = await phone(browser, `${links.get('Hanan')}/kaart`)
      await hanan.getByRole('link', { name: 'Na zes weken' }).click()
      await expect(hanan.getByText('noemt Hanan: elke week of vaker, nuttig')).toBeVisible()
      await expectAccessibleAt(browser, hanan.url())
      await shot(hanan, 'kaart-link')
      await hanan.getByRole('link', { name: 'Naast “Aan het begin” leggen' }).click()
      await expect(hanan.getByText('2 verbindingen zijn nieuw, 3 zijn weg.')).toBeVisible()
      await hanan.goto(`${links.get('Hanan')}/kaart`)
      await hanan.getByRole('link', { name: 'Mijn naam van de kaart halen' }).click()
      await hanan.getByRole('button', { name: 'Stoppen' }).click()
      await hanan.context().close()
      await page.reload()
      await expect(page.getByText('1 mens staat niet op deze kaart.')).toBeVisible()
      await expect(page.getByText('Hanan')).toHaveCount(0)
      await page.getByLabel('Welk moment?').selectOption({ label: 'Aan het begin – Gesloten' })
      await expect(page.getByText('1 mens staat niet op deze kaart.')).toBeVisible()
      await expect(page.getByText('Hanan')).toHaveCount(0)
      await expectAccessible(page)
    },
  )
})

const many: readonly CirclePerson[] = Array.from({ length: 59 }, (_, at) => ({
  name: `Persoon ${at + 1} van den Berg`,
  voice: at % 9 === 0 ? 'mother' : at % 3 === 0 ? 'professional' : 'partner',
  sides: at % 9 === 0 ? ['Het gezin'] : at % 7 === 3 ? ['School', 'Wijkteam'] : [sides[at % 3] ?? 'School'],
}))

test('sixty people can be read: as a picture on a screen, as a list on a phone, and filled in without a script', async ({
  page,
  browser,
  weerklank,
}) => {
  const circle = await ownCircle(page, weerklank, {
    title: 'Wijk Oost',
    sides,
    family: 'Het gezin',
    people: many,
  })
  const wave = crypto.randomUUID()
  const moment = (id: string, title: string) =>
    poster(page, weerklank)(`/api/relations/${circle.relation}/circle/network`, {
      id,
      title,
      ...{ closesOn: dayIn(7), talkOn: dayIn(9), meeting: null },
    })
  await step('Given a map of sixty people that is ready, and another that is open', async () => {
    await moment(wave, 'Aan het begin')
    await everybodyFillsIn(weerklank, { relation: circle.relation, wave })
    await lastDayPasses(weerklank, wave)
    await moment(crypto.randomUUID(), 'Na zes weken')
  })
  await step(
    'Then every name stands in the picture, whole or with its beginning, and none over another',
    async () => {
      await page.goto(`${circle.url}/kaart?moment=${wave}`)
      await expect(page.locator('.wk-network-picture [data-key]')).toHaveCount(60)
      await page.getByLabel('Bij wie kijk je?').selectOption('Noor Bakker')
      await expectAccessible(page)
      await shot(page, 'kaart-zestig')
    },
  )
  await step('And on a phone the list is looked through by side', async () => {
    await page.setViewportSize({ width: 375, height: 812 })
    const listed = page.locator('.wk-network-list > li')
    await expect(listed).toHaveCount(60)
    await page.getByLabel('Welke kant?').selectOption('Het gezin')
    await expect(listed).toHaveCount(7)
    await expectAccessible(page)
    await shot(page, 'kaart-zestig-lijst')
  })
  await step('When somebody looks for a name on an old phone, what she told of others stays', async () => {
    const one = await phone(browser, `${await circle.link('Persoon 2 van den Berg')}/kaart`)
    const fill = async (name: string, often: string) => {
      await one.getByLabel('Of een stukje van de naam').fill(name)
      await one.getByRole('button', { name: 'Zoeken' }).click()
      await expect(one.getByText('1 van de 59 mensen.')).toBeVisible()
      await one
        .getByRole('group', { name: /Hoe vaak werkt u/ })
        .getByLabel(often, { exact: true })
        .check()
      await one.getByRole('button', { name: 'Bewaren' }).click()
    }
    await one.getByRole('link', { name: 'De kaart invullen' }).click()
    await expect(one.locator('details')).toHaveCount(59)
    await expectAccessibleAt(browser, one.url())
    await shot(one, 'kaart-zestig-link')
    await fill('Noor', 'elke maand')
    await one.getByRole('link', { name: 'Bekijken of veranderen wat ik invulde' }).click()
    await fill('persoon 44', 'nooit')
    await one.getByRole('link', { name: 'Bekijken of veranderen wat ik invulde' }).click()
    await expect(one.getByText('Noor Bakker elke maand')).toBeVisible()
    await expect(one.getByText('Persoon 44 van den Berg nooit')).toBeVisible()
    await one.goto(one.url().replace(/kaart\/.*/, `kaart/${wave}`))
    await expect(one.getByText('Het gezin (7)')).toBeVisible()
    await expectAccessibleAt(browser, one.url())
    await shot(one, 'kaart-zestig-link-klaar')
    await one.context().close()
  })
})

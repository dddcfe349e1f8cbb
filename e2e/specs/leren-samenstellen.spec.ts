/** A lead composes a trajectory, lets ten people of six organisations in at once, invites them, and keeps who was there. */
import type { Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

const shot = async (page: Page, name: string) => {
  if (process.env.SHOTS === undefined) return
  const size = page.viewportSize()
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
  }
  if (size !== null) await page.setViewportSize(size)
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const ten = [
  'Anna de Boer;Buurtteam Oost;gezinswerker;anna@post.example',
  'Bram Vos;Buurtteam Oost;gezinswerker;bram@post.example',
  'Chris Smit;Buurtteam West;jeugdwerker;chris@post.example',
  'Dina Kok;Buurtteam West;gezinswerker;dina@post.example',
  'Emre Kaya;Gezinshuis De Linde;gezinshuisouder;emre@post.example',
  'Fleur Blom;Jeugdbescherming;voorzitter;fleur@post.example',
  'Gijs Mol;Jeugdbescherming;gedragswetenschapper;gijs@post.example',
  'Hanna Prins;School De Boog;intern begeleider;hanna@post.example',
  'Iris Kuiper;Cliëntenraad;adviseur;iris@post.example;ervaringsdeskundige',
  'Jaap Dekker;;vader van twee;;vader',
]

test('a lead composes a trajectory, invites ten people, and keeps who stopped and who was there', async ({
  page,
  weerklank,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await step('Given a trajectory that Noor composes from a template', async () => {
    await page.goto(`${weerklank.url}/leren/nieuw`)
    await page.getByRole('button', { name: 'Traject samenstellen' }).click()
    await expect(page.getByRole('link', { name: 'Geef het traject een naam.' })).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('Hoe heet het traject?').fill('Gelijkwaardig samenwerken')
    await page.getByLabel('Wanneer begint het?').fill(day(-3))
    await page.getByRole('radio', { name: /Samen leren over organisaties heen/ }).check()
    await shot(page, 'leren-nieuw')
    await page.getByRole('button', { name: 'Traject samenstellen' }).click()
    await expect(page.getByRole('heading', { name: 'Gelijkwaardig samenwerken' })).toBeVisible()
    await expect(page.getByText('Masterclass 1: wat raakt jou?')).toBeVisible()
    await expect(page.getByText('Oefenen, hier en op het werk, met eigen keuzes')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Traject laten beginnen' }).click()
    await expect(page.getByRole('button', { name: 'Traject afsluiten' })).toBeVisible()
    await shot(page, 'leren-traject')
  })
  await step('When she pastes ten people of six organisations, first with a slip', async () => {
    await page.getByRole('link', { name: 'Mensen', exact: true }).click()
    const lines = page.getByLabel('Eén mens per regel')
    await lines.fill([...ten.slice(0, 9), 'Jaap Dekker;;;geen adres'].join('\n'))
    await page.getByRole('button', { name: 'Voeg deze mensen toe' }).click()
    await expect(page.getByText('Regel 10: ‘geen adres’ is geen mailadres.')).toBeVisible()
    await expectAccessible(page)
    await lines.fill(ten.join('\n'))
    await page.getByRole('button', { name: 'Voeg deze mensen toe' }).click()
    await expect(page.getByRole('button', { name: 'Meer over Jaap Dekker' })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Meer over/ })).toHaveCount(10)
  })
  await step('And invites all of them; the one without an address stays in sight', async () => {
    await page.getByRole('button', { name: 'Nodig 9 mensen uit per mail' }).click()
    await expect(page.getByText('9 brieven gaan de deur uit.')).toBeVisible()
    const stuck = page.getByRole('region', { name: 'Wie misschien vastzit' })
    await expect(stuck.getByRole('listitem')).toHaveText([/Jaap Dekker\s*nog niet uitgenodigd/])
    await expectAccessible(page)
    await shot(page, 'leren-mensen')
    await page.getByRole('button', { name: 'Meer over Jaap Dekker' }).click()
    await page.getByRole('button', { name: 'Maak een link' }).click()
    await expect(page.getByRole('textbox', { name: 'Link naar eigen pagina’s' })).toHaveValue(
      /\/l\/[\w-]{43}$/,
    )
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Sluiten' }).click()
    await expect(page.getByText('Niemand zit vast, voor zover het register weet.')).toBeVisible()
  })
  await step('Then somebody stops, with a reason from the list and a talk', async () => {
    await page.getByRole('button', { name: 'Meer over Bram Vos' }).click()
    await page.getByRole('button', { name: 'Schrijf op dat dit mens stopte' }).click()
    await expect(page.getByText('Kies een laatste dag en een reden.')).toBeVisible()
    await page.getByLabel('Reden').selectOption('time')
    await page.getByLabel('Is er een gesprek geweest over stoppen?').selectOption('held')
    await page.getByRole('button', { name: 'Schrijf op dat dit mens stopte' }).click()
    await expect(page.getByText(/^Gestopt op .*: te weinig tijd\.$/)).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'leren-gestopt')
    await page.getByRole('button', { name: 'Sluiten' }).click()
    await expect(page.getByRole('row', { name: /Bram Vos/ })).toContainText('gestopt')
  })
  await step('And who was at the lecture gets a certificate', async () => {
    await page.getByRole('button', { name: 'Wie erbij was' }).click()
    await page.getByLabel('Bij welke bijeenkomst?').selectOption({ index: 1 })
    await page.getByRole('checkbox', { name: 'Anna de Boer was erbij' }).check()
    await page.getByLabel('Uren van Anna de Boer').fill('1,5')
    await expectAccessible(page)
    await shot(page, 'leren-aanwezig')
    await page.getByRole('button', { name: 'Bewaar wie erbij was' }).click()
    await expect(page.getByRole('row', { name: /Anna de Boer/ })).toContainText('1,5')
    await page.getByRole('button', { name: 'Meer over Anna de Boer' }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Maak het bewijs (PDF)' }).click()
    expect((await coming).suggestedFilename()).toBe('bewijs-van-deelname.pdf')
  })
  await step('And the plan can be changed', async () => {
    await page.getByRole('button', { name: 'Sluiten' }).click()
    await page.getByRole('link', { name: 'Overzicht', exact: true }).click()
    await page.getByRole('link', { name: 'Traject aanpassen' }).click()
    await page
      .getByRole('group', { name: 'Terugkijken en verder kijken' })
      .getByLabel('Waar?')
      .fill('Buurthuis')
    await expectAccessible(page)
    await shot(page, 'leren-aanpassen')
    await page.getByRole('button', { name: 'Bewaar het traject' }).click()
    await expect(page.getByText('terugkijken · Buurthuis')).toBeVisible()
    await page.goto(`${weerklank.url}/leren`)
    await expect(page.getByText('9 deelnemers')).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'leren')
  })
})

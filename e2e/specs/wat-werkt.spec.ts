/**
 * What works for us, over real answers: fifteen people with checks around an agreement, reckoned by the server's own job. What is told of
 * groups, what is not, and what it rests on for whoever takes part.
 */
import type { Locator, Page } from '@playwright/test'
import { type OwnPerson, ownColleague, ownPerson, signInByPassword } from '../support/own-person.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'
import { type Checks, type Followed, nightFalls, seedFollowed } from '../support/what-works.ts'

const higher: Checks = { before: [5, 6, 5], after: [8, 7, 8] }
/** It rose before: of that little is left once it is taken off. */
const risen: Checks = { before: [4, 6, 8], after: [7, 7, 8] }
const same: Checks = { before: [6, 6, 6], after: [6, 6, 6] }
const lower: Checks = { before: [7, 8, 7], after: [5, 6, 5] }

const guidance = ['with-help-seekers', 'micro', 'guidance'] as const
const therapy = ['with-help-seekers', 'micro', 'therapy'] as const
const meeting = ['interprofessional', 'meso', 'mdo'] as const

/** Seven of two colleagues, five in which Noor has no part, and three: too few to tell of. */
function everybody(noor: OwnPerson, farid: OwnPerson, bram: OwnPerson): Followed[] {
  const of = (colleague: OwnPerson, setting: Followed['setting'], all: Readonly<Record<string, Checks>>) =>
    Object.entries(all).map(([title, checks]) => ({ title, with: colleague, setting, ...checks }))
  return [
    ...of(noor, guidance, { 'Met Lina': higher, 'Met Samira': higher, 'Met Ruben': risen, 'Met Eva': lower }),
    ...of(farid, guidance, { 'Met Hamid': higher, 'Met Sem': higher, 'Met Anna': same }),
    ...of(farid, meeting, { 'Met Joost': higher, 'Met Wies': same, 'Met Omar': lower }),
    ...of(bram, meeting, { 'Met Tess': higher, 'Met Gijs': same }),
    ...of(noor, therapy, { 'Met Mo': lower }),
    ...of(farid, therapy, { 'Met Pien': lower, 'Met Rik': lower }),
  ]
}

async function comesIn(page: Page, url: string, person: OwnPerson): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${url}/inloggen?naar=/kennis/wat-werkt`)
  await signInByPassword(page, person)
  await expect(page.getByRole('heading', { level: 1, name: 'Wat werkt bij ons' })).toBeVisible()
}

const group = (page: Page, name: string) =>
  page.locator('.wk-works > li').filter({ has: page.getByRole('heading', { name, exact: true }) })

/** Unfolds what a group rests on, and waits until it is there. */
async function opensEvidence(page: Page, name: string): Promise<Locator> {
  const one = group(page, name)
  await one.getByRole('button', { name: 'Waar berust dit op?' }).click()
  const panel = one.locator('.wk-disclosure__panel')
  await expect(panel.getByText(/waar jij bij hoort|van jou bij/)).toBeVisible()
  return panel
}

async function untilTold(page: Page): Promise<void> {
  const groups = page.locator('.wk-works > li')
  await expect
    .poll(async () => {
      await page.reload()
      await groups.or(page.getByText('Er is nog niets te vertellen')).first().waitFor()
      return groups.count()
    })
    .toBeGreaterThan(0)
}

test('what works here is told of groups, with how sure that is and what it rests on', {
  tag: '@phone',
}, async ({ page, weerklank }) => {
  const noor = await ownPerson(weerklank, 'Noor de Wit')
  const farid = await ownColleague(weerklank, noor, { name: 'Farid Toma', roles: 'professional' })
  const bram = await ownColleague(weerklank, noor, { name: 'Bram Smit', roles: 'professional' })
  await step('Given nothing was reckoned yet, the page says what it takes and where to begin', async () => {
    await comesIn(page, weerklank.url, noor)
    await expect(page.getByText('Er is nog niets te vertellen')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Naar de samenwerkingen' })).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'wat-werkt-leeg')
  })
  await step('When people answered around an agreement and night falls, it is told as no proof', async () => {
    await seedFollowed(weerklank, everybody(noor, farid, bram))
    await nightFalls(weerklank)
    await untilTold(page)
    await expect(page.getByText('Dit is geen bewijs.', { exact: false })).toBeVisible()
    await expect(page.getByRole('heading', { level: 2, name: 'Na een afspraak' })).toBeVisible()
  })
  await step('Then each group stands once, in counts, less what was rising before (Tau-U)', async () => {
    await expect(page.locator('.wk-works h3')).toHaveText([
      'Alle samenwerkingen',
      'MDO (overleg van meer beroepen)',
      'Begeleiding',
    ])
    const guided = group(page, 'Begeleiding')
    await expect(guided).toContainText('Samenwerken met hulpvragers · Direct contact')
    await expect(guided).toContainText('Bij 5 van de 7 mensen lagen de checks erna vaker hoger dan ervoor.')
    await expect(guided).toContainText('Ongeveer gelijk bij 1, vaker lager bij 1.')
    await expect(guided).toContainText('(Tau-U), dan blijft het hoger bij 4 van de 7.')
    await expect(guided.locator('svg')).toBeVisible()
    await expect(guided).toContainText(/Naar schatting lag een check erna \d tot \d+ van de 10 keer hoger\./)
    await expect(group(page, 'Alle samenwerkingen')).toContainText('Bij 7 van de 12 mensen')
    await expect(page.getByRole('main')).not.toContainText('%')
    await expectAccessible(page)
    await shot(page, 'wat-werkt')
  })
  await step('And of three people nothing is told, not even where or how many', async () => {
    await expect(page.getByText('Over sommige groepen vertellen we niets', { exact: false })).toBeVisible()
    await expect(group(page, 'Alle samenwerkingen')).toContainText('Enkele mensen tellen hier niet mee')
    await expect(page.getByRole('main')).not.toContainText('Therapie')
  })
  await step('And the pictures stand in a table too', async () => {
    await page.getByRole('button', { name: 'Toon als tabel' }).click()
    const table = page.getByRole('table', { name: 'Na een afspraak' })
    await expect(table.getByRole('row', { name: /Begeleiding/ })).toContainText(/7\D*5\D*1\D*1\D*4/)
    await page.getByRole('button', { name: 'Hoe is dit geteld?' }).click()
    await expectAccessible(page)
    await shot(page, 'wat-werkt-tabel')
  })
  await step('When Noor asks what it rests on, she finds her own collaborations and no others', async () => {
    const guided = await opensEvidence(page, 'Begeleiding')
    await expect(guided.getByRole('link')).toHaveCount(4)
    for (const name of ['Met Lina', 'Met Samira', 'Met Ruben', 'Met Eva'])
      await expect(guided.getByRole('link', { name })).toBeVisible()
    await expect(guided.getByRole('listitem').first()).toContainText('3 checks ervoor, 3 erna')
    const meetings = await opensEvidence(page, 'MDO (overleg van meer beroepen)')
    await expect(meetings).toHaveText('Hier hoort geen samenwerking van jou bij.')
    await expectAccessible(page)
    await shot(page, 'wat-werkt-berust')
    await guided.getByRole('link', { name: 'Met Eva' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Met Eva' })).toBeVisible()
  })
  await step('And Farid, who was in both, finds his own of each', async () => {
    await comesIn(page, weerklank.url, farid)
    await expect((await opensEvidence(page, 'Begeleiding')).getByRole('link')).toHaveCount(3)
    const meetings = await opensEvidence(page, 'MDO (overleg van meer beroepen)')
    await expect(meetings.getByRole('link')).toHaveCount(3)
    await expect(page.getByText('Met Lina')).toHaveCount(0)
  })
})

test('the demo tells something on its first day, and Noor finds her own work behind it', {
  tag: '@phone',
}, async ({ page, weerklank }) => {
  await step('Given the demo was filled, agreements and repairs are told with mixed outcomes', async () => {
    await page.goto(weerklank.signIn['Noor Bakker'] ?? '')
    await page.goto(`${weerklank.url}/kennis/wat-werkt`)
    await expect(page.getByRole('heading', { level: 2 })).toContainText(['Na een afspraak', 'Na een herstel'])
    const meetings = group(page, 'Regieoverleg')
    await expect(meetings).toContainText('Bij 2 van de 5 mensen lagen de checks erna vaker hoger dan ervoor.')
    await expect(meetings).toContainText('vaker lager bij 2')
    await expectAccessible(page)
    await shot(page, 'wat-werkt-demo')
  })
  await step('And behind it stands what she did herself', async () => {
    const panel = await opensEvidence(page, 'Alle samenwerkingen')
    await expect(panel.getByRole('link', { name: 'Joke en Femke' }).first()).toBeVisible()
    await shot(page, 'wat-werkt-demo-berust')
  })
})

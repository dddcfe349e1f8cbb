/** A learner without an account, on a phone without a script: consent, goal, T1, T2, and a no; and a lead who types over paper. */
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step, type Weerklank } from '../support/weerklank.ts'

/** As the screens of the lead ask it; without a body it only asks. */
function apiOf(page: Page, { url }: Weerklank) {
  return async (path: string, data?: object) => {
    const method = data === undefined ? 'GET' : 'POST'
    const answer = await page.request.fetch(`${url}/api/trajectories${path}`, {
      ...{ method, headers: { 'x-weerklank': '1' } },
      ...(data === undefined ? {} : { data }),
    })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** A trajectory of which T2 opens today, with two learners. */
async function lead(page: Page, weerklank: Weerklank) {
  await signInAs(page, weerklank, 'Noor Bakker')
  const api = apiOf(page, weerklank)
  const compose = (startsOn: string) => {
    const plan = { id: randomUUID(), title: 'Samen leren', startsOn, from: { template: 'equal-partners' } }
    return api('', plan)
  }
  const today = Date.parse(dayOf(Date.now()))
  const tried = await compose(dayOf(today))
  const second = tried.moments.find(({ key }: { key: string }) => key === 'T2')
  const { id } = await compose(dayOf(2 * today - Date.parse(second.opensOn)))
  await api(`/${id}/status`, { to: 'start' })
  const lines =
    'Anna de Wit; Buurtteam Oost; werker; ; professional\nBram Smit; Jeugdhulp Zuid; gedragswetenschapper; ; professional'
  await api(`/${id}/learners`, { lines, address: 'je', language: 'nl' })
  const { learners } = await api(`/${id}/learners`)
  const { url } = await api(`/${id}/learners/${learners[0].id}/link`, {})
  return { id, link: url as string, learners: () => api(`/${id}/learners`) }
}

async function phone(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    ...{ javaScriptEnabled, locale: 'nl-NL', viewport: { width: 375, height: 740 } },
  })
  return context.newPage()
}

test('a learner chooses who reads along, hands in T1 and T2 with a goal that changed, and takes her yes back', async ({
  page,
  browser,
  weerklank,
}) => {
  const { id, link, learners } = await lead(page, weerklank)
  const anna = await phone(browser, false)
  // Looking for barriers needs scripts of its own: the same page once more, on a phone that runs them.
  const beside = await phone(browser, true)
  const accessible = async () => {
    await beside.goto(anna.url())
    await expectAccessible(beside)
  }
  const home = () => anna.getByRole('link', { name: 'Terug naar je leerpagina' }).click()

  await step('Given a yes, asked at the first look and with nothing chosen beforehand', async () => {
    await anna.goto(link)
    await expect(anna.getByRole('heading', { name: 'Dag Anna de Wit' })).toBeVisible()
    await accessible()
    await anna.getByRole('link', { name: 'Lezen en kiezen' }).click()
    await expect(anna.getByRole('radio', { checked: true })).toHaveCount(0)
    await anna.getByRole('radio', { name: 'Ja, dat mag' }).check()
    await anna.getByRole('button', { name: 'Bewaar deze keuze' }).click()
    await anna.goto(link)
    await expect(anna.getByRole('link', { name: 'Lezen en kiezen' })).toHaveCount(0)
  })

  await step('When she writes her goal and hands in T1, what hinders stands with it', async () => {
    await anna.getByRole('link', { name: 'Schrijf je leerdoel' }).click()
    await anna.getByLabel('Wat wil je leren?').fill('Ik wil leren vragen wat ouders willen')
    await anna.getByRole('button', { name: 'Bewaren' }).click()
    await expect(
      anna.getByText('Noem een situatie.').or(anna.getByText('Kies een kleine eerste stap.')),
    ).not.toHaveCount(0)
    await accessible()
    await home()
    await anna.getByRole('link', { name: 'Vul in: Mijn leerdoel' }).click()
    await accessible()
    const team = anna.getByRole('group', { name: 'In het team' }).first()
    await team.getByText('Meer om uit te kiezen').click()
    await team.getByLabel('Werkdruk en tijd').check()
    await anna.getByRole('button', { name: 'Inleveren' }).click()
    await expect(anna.getByRole('status')).toContainText('Je formulier is binnen')
    await expect(anna.getByText('In het team: Werkdruk en tijd')).toBeVisible()
  })

  await step('And at T2 her goal changed: without why nothing is lost, with why both are kept', async () => {
    await home()
    await anna.getByRole('link', { name: 'Vul in: Hoe gaat het met mijn leerdoel?' }).click()
    await anna.getByLabel('Veranderd', { exact: true }).check()
    await anna.getByText('Is het veranderd?').click()
    await anna.getByLabel('Wat wil je leren?').fill('Ik vraag het elk gesprek')
    await anna.getByRole('group', { name: 'Heb je gebruikt wat je leerde?' }).getByLabel('Ja').check()
    await anna.getByRole('button', { name: 'Inleveren' }).click()
    await expect(anna.getByRole('alert')).toContainText('Schrijf kort waarom het doel veranderde')
    await expect(anna.getByLabel('Wat wil je leren?')).toHaveValue('Ik vraag het elk gesprek')
    await anna.getByLabel('Waarom verander je het?').fill('Het kon kleiner')
    await anna.getByRole('button', { name: 'Inleveren' }).click()
    await expect(anna.getByRole('status')).toContainText('Je formulier is binnen')
    await home()
    await anna.getByRole('link', { name: 'Bekijk of verander het' }).click()
    await expect(anna.getByText('Eerst: Ik wil leren vragen wat ouders willen')).toBeVisible()
  })

  await step('Then she sees the very words that others read, and after her no that nobody does', async () => {
    await anna.goto(`${link}/gezien`)
    await accessible()
    const others = anna.locator('section').filter({ hasText: 'Onderzoekers en trekker, zonder namen' })
    await expect(others).toContainText('Ik vraag het elk gesprek')
    await anna.getByRole('link', { name: 'Je keuze bekijken of veranderen' }).click()
    await anna.getByRole('button', { name: 'Stoppen' }).click()
    await expect(anna.getByRole('status')).toContainText('Het blijft van wie het schreef')
    await anna.goto(`${link}/gezien`)
    await expect(others).toContainText('Ze lezen niets van wat je schreef')
    await expect(others).not.toContainText('Ik vraag het elk gesprek')
    await anna.goto(`${link}/moment/T2`)
    await expect(anna.getByText('Ik vraag het elk gesprek')).toBeVisible()
  })

  await step('And the lead, by keyboard, writes down paper of somebody who gave no consent', async () => {
    await page.goto(`${weerklank.url}/leren/${id}/invoeren`)
    const who = page.getByLabel('Van wie')
    await who.selectOption({ label: '2 · Bram Smit' })
    await expect(page.getByText('Geen toestemming.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Schrijf op dat het binnenkwam' }).press('Enter')
    await expect(page.getByText('De inhoud is niet bewaard.')).toBeVisible()
    await expect(who).toBeFocused()
    const [, bram] = (await learners()).learners
    expect(bram.receipts).toMatchObject([{ way: 'paper', discarded: true }])
  })
})

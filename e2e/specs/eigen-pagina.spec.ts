/** A mother's own page: from a check to her choices, who looked, what is kept, and what she asks. With and without script. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const choice = (page: Page, purpose: string) => page.getByRole('listitem').filter({ hasText: purpose })

/** Answers the one question of a choice's page. */
async function choose(page: Page, purpose: string, answer: RegExp): Promise<void> {
  await page.getByRole('link', { name: purpose }).click()
  for (const radio of await page.getByRole('radio').all()) await expect(radio).not.toBeChecked()
  await page.getByRole('radio', { name: answer }).check()
  await page.getByRole('button', { name: 'Bewaar deze keuze' }).click()
  await expect(page.getByRole('status')).toBeVisible()
}

async function back(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Terug naar je pagina' }).click()
  await expect(heading(page, /^Dag /)).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script'
  test(`a mother chooses, stops, sees who looked and takes her data along, ${how}`, {
    tag: '@phone',
  }, async ({ page: desk, browser, weerklank, noise }) => {
    const phone = await browser.newContext({ javaScriptEnabled, viewport: { width: 375, height: 812 } })
    noise.watch(phone)
    const page = await phone.newPage()
    const accessible = async () => {
      if (javaScriptEnabled) await expectAccessible(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
    }

    const relation = await ownRelation(desk, weerklank, {
      title: 'Eigen pagina',
      people: { Samira: 'mother' },
    })

    await step('Given Samira answered a check, and opens her own page from there', async () => {
      await page.goto(await relation.invite('Samira'))
      await page.getByRole('textbox').fill('Rustig gesprek.')
      await page.getByRole('button', { name: 'Verstuur naar' }).click()
      await page.getByRole('button', { name: 'Mijn keuzes en gegevens' }).click()
      await expect(heading(page, 'Dag Samira')).toBeVisible()
      await accessible()
    })

    await step('When she says yes to research and no to sharing quotes', async () => {
      await choose(page, 'Onderzoek', /^Ja/)
      await accessible()
      await back(page)
      await choose(page, 'Uitspraken delen met het team', /^Nee/)
      await back(page)
      await expect(choice(page, 'Onderzoek')).toContainText('Ja')
      await expect(choice(page, 'Uitspraken delen met het team')).toContainText('Nee')
    })

    await step('And answers another check, and a professional reads it', async () => {
      await relation.answer('Samira', { heard: 8 }, 'Het ging goed.')
      await desk.goto(relation.url)
      await expect(desk.getByText('Het ging goed.').first()).toBeVisible()
    })

    await step('Then she stops with research: what was kept is deleted, and she gets a receipt', async () => {
      await page.getByRole('link', { name: 'Onderzoek' }).click()
      await expect(page.getByText('We wissen meteen wat hiervoor bewaard is: 1.')).toBeVisible()
      await accessible()
      await page.getByRole('button', { name: 'Stoppen' }).click()
      await expect(page.getByText('We hebben 1 antwoord gewist.')).toBeVisible()
      await accessible()
      await back(page)
    })

    await step('And sees who looked, and why that was allowed', async () => {
      await page.getByRole('link', { name: 'Wie keek er?' }).click()
      await expect(page.getByText(/^Noor Bakker .*antwoorden/).first()).toBeVisible()
      await expect(page.getByText(/Dat mocht, omdat Noor Bakker meewerkt/).first()).toBeVisible()
      await accessible()
      await back(page)
    })

    await step('And takes everything along, as a page and as data', async () => {
      await page.getByRole('link', { name: 'Wat er van je bewaard wordt' }).click()
      await accessible()
      for (const [name, words] of [
        ['Download als leesbare pagina', 'Het ging goed.'],
        ['Download als bestand voor computers (JSON)', '"own-data"'],
      ] as const) {
        const coming = page.waitForEvent('download')
        await page.getByRole('button', { name }).click()
        expect(readFileSync(await (await coming).path(), 'utf8')).toContain(words)
      }
      await back(page)
    })

    await step('And asks to delete something; a request without words is kept on the page', async () => {
      await page.getByRole('link', { name: 'Iets verbeteren of wissen' }).click()
      await accessible()
      await page.getByRole('radio', { name: 'Iets wissen' }).check()
      await page.getByLabel('Wat moeten we veranderen of wissen?').fill('Mijn eerste antwoord.')
      await page.getByRole('button', { name: 'Verstuur dit verzoek' }).click()
      await expect(page.getByRole('status')).toHaveText('Je verzoek is verstuurd.')
      await expect(page.getByText('Mijn eerste antwoord.')).toBeVisible()
      await accessible()
      await back(page)
    })

    await step('And ends her link: nobody opens the page with it any more', async () => {
      const url = page.url()
      await page.getByRole('button', { name: 'Laat deze link stoppen' }).click()
      await expect(heading(page, 'De link is gestopt')).toBeVisible()
      noise.expectRefusal(410)
      await page.goto(url)
      await expect(heading(page, 'Deze link werkt niet meer')).toBeVisible()
      await accessible()
    })
    await phone.close()
  })
}

/** Keeps that a child was born so many years ago, with a mother who is nowhere yet; gives the link to the mother's page. */
async function motherOf(desk: Page, url: string, years: number): Promise<string> {
  const relation = new URL(url).pathname.split('/').at(-1) ?? ''
  const api = `${new URL(url).origin}/api/relations/${relation}`
  const headers = { 'x-weerklank': '1' }
  const { people } = await (await desk.request.get(`${api}/consent`)).json()
  const child = people.find((one: { name: string }) => one.name === 'Lina')
  const mother = randomUUID()
  const bornOn = `${new Date().getFullYear() - years}-01-01`
  const data = { bornOn, parents: [{ person: mother, name: 'Samira', authority: 'parent' }] }
  expect((await desk.request.put(`${api}/people/${child.person}`, { headers, data })).ok()).toBe(true)
  const made = await desk.request.post(`${api}/people/${mother}/link`, { headers })
  return (await made.json()).url
}

test('a mother asks something for her child, and who answers reads who asked', {
  tag: '@phone',
}, async ({ page: desk, browser, weerklank, noise }) => {
  const phone = await browser.newContext({ viewport: { width: 375, height: 812 } })
  noise.watch(phone)
  const page = await phone.newPage()
  const relation = await ownRelation(desk, weerklank, {
    title: 'Voor haar kind',
    people: { Lina: 'youth' },
  })
  await step('Given Samira has the page of the mother of Lina, who is 13', async () => {
    await page.goto(await motherOf(desk, relation.url, 13))
    await expect(heading(page, 'Dag Samira')).toBeVisible()
    await expectAccessible(page)
  })
  await step('When she asks to correct something for Lina', async () => {
    await page.getByRole('link', { name: 'Iets verbeteren of wissen voor Lina' }).click()
    await expect(page.getByText('U vraagt dit voor Lina.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('radio', { name: 'Iets verbeteren' }).check()
    await page.getByLabel('Wat moeten we veranderen of wissen?').fill('Lina is in maart geboren.')
    await page.getByRole('button', { name: 'Verstuur dit verzoek' }).click()
    await expect(page.getByRole('status')).toHaveText('Uw verzoek is verstuurd.')
    await expectAccessible(page)
  })
  await step('Then her professional reads that she asked, and for whom', async () => {
    await desk.goto(relation.url)
    const card = desk.getByRole('region', { name: 'Vragen over gegevens' })
    await expect(card).toContainText('Samira vraagt om iets te verbeteren voor Lina.')
    await expect(card).toContainText('Is Lina 12 of ouder?')
    await expectAccessible(desk)
  })
  await step('And her page leads to what everybody may read', async () => {
    await page.getByRole('link', { name: 'Terug naar uw pagina' }).click()
    await page.getByRole('link', { name: 'Wat gebeurt er met uw antwoord?' }).click()
    await expectAccessible(page)
    const forAll = page.getByRole('heading', { name: 'Voor iedereen te lezen' })
    await forAll.scrollIntoViewIfNeeded()
    await page.locator('a[href^="/privacy/kind"]').click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  })
  await phone.close()
})

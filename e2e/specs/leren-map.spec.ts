/** What a learner keeps of her own learning, on a phone without a script: steps, an exercise, a portfolio, and an outsider who reads along. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, signInAs, step, type Weerklank } from '../support/weerklank.ts'

/** A trajectory with one learner, as its lead makes it; gives the link to her own pages. */
async function learnerLink(page: Page, weerklank: Weerklank): Promise<string> {
  await signInAs(page, weerklank, 'Noor Bakker')
  const api = apiOf(page, weerklank.url)
  const id = randomUUID()
  const today = new Date().toISOString().slice(0, 10)
  await api('', { id, title: 'Samen leren', startsOn: today, from: { template: 'equal-partners' } })
  await api(`/${id}/status`, { to: 'start' })
  const lines = 'Anna de Wit; Buurtteam Oost; werker; anna@post.example; professional'
  expect(await api(`/${id}/learners`, { lines, address: 'je', language: 'nl' })).toMatchObject({ added: 1 })
  const { learners } = await api(`/${id}/learners`)
  const { url } = await api(`/${id}/learners/${learners[0].id}/link`, {})
  return url
}

/** As the screens of the lead ask it; without a body it only asks. */
function apiOf({ request }: Page, root: string) {
  return async (path: string, data?: object) => {
    const [at, headers] = [`${root}/api/trajectories${path}`, { 'x-weerklank': '1' }]
    const answer =
      data === undefined ? await request.get(at, { headers }) : await request.post(at, { headers, data })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
}

async function phone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, locale: 'nl-NL', viewport: { width: 375, height: 740 } },
  })
  return context.newPage()
}

test('a learner keeps what she learns, shows two pieces to somebody outside, and takes it all along', async ({
  page,
  browser,
  weerklank,
}) => {
  const link = await learnerLink(page, weerklank)
  const anna = await phone(browser)
  // axe is a script itself: it looks at the same page in a browser that has scripts.
  const looked = async (one: Page) => {
    await page.goto(one.url())
    await expectAccessible(page)
  }
  await step('Given a goal in her own words', async () => {
    await anna.goto(link)
    await anna.getByRole('link', { name: 'Schrijf je leerdoel' }).click()
    await anna.getByLabel('Wat wil je leren?').fill('Ik wil leren vragen wat ouders willen')
    await anna.getByRole('button', { name: 'Bewaren' }).click()
  })
  await step(
    'When she writes its steps beforehand and says where she is, the picture and its words say so',
    async () => {
      await anna.goto(`${link}/schaal`)
      const steps = anna.getByLabel('Wat zie je als het zo gaat')
      for (const [at, seen] of [
        'Ik vul het in',
        'Ik vraag het soms',
        'Ik vraag het elke week',
        'Elk gesprek',
        'Zij vertellen het zelf',
      ].entries()) {
        await steps.nth(at).fill(seen)
      }
      await anna
        .getByRole('group', { name: 'Waar sta je nu?' })
        .getByLabel('minder dan verwacht', { exact: true })
        .check()
      await anna.getByRole('button', { name: 'Bewaren' }).click()
      await anna.getByLabel('zoals verwacht: Ik vraag het elke week').check()
      await anna.getByRole('button', { name: 'Bewaren' }).first().click()
      await expect(anna.getByRole('img', { name: 'Mijn doelen in stappen' })).toBeVisible()
      await expect(
        anna
          .getByRole('paragraph')
          .filter({ hasText: '“Ik wil leren vragen wat ouders willen”: zoals verwacht.' }),
      ).toBeVisible()
      await looked(anna)
    },
  )
  await step(
    'And she logs an exercise; a place that does not fit is told, with her words still there',
    async () => {
      await anna.goto(`${link}/oefenen`)
      await anna.getByLabel('Wat deed je?').selectOption({ label: 'Actief luisteren' })
      await anna.getByLabel('Met mensen die om hulp vragen').check()
      await anna.getByLabel('Wat gebeurde er?').fill('Ik was stil en zij vertelde meer.')
      const keep = anna.getByRole('button', { name: 'Bewaren' }).first()
      await keep.click()
      await expect(anna.getByRole('alert')).toHaveText('Kies waar het was.')
      await anna.getByLabel('Waar was dat?').selectOption({ label: 'Kennismaking (intake)' })
      await keep.click()
      await expect(anna.getByText('We hebben het bewaard.')).toBeVisible()
      await expect(anna.getByText('Ik was stil en zij vertelde meer.')).toBeVisible()
      await looked(anna)
    },
  )
  await step('And puts two pieces in her portfolio', async () => {
    await anna.goto(`${link}/map`)
    const add = anna.getByRole('button', { name: 'Een stuk in de map leggen' })
    await anna.getByLabel('Waar hoort het bij?').selectOption({ index: 2 })
    await anna.getByLabel('Wat laat dit over jou zien?').fill('Stil zijn is ook iets doen.')
    await add.click()
    await anna.getByLabel('Hoe noem je dit stuk?').last().fill('Mijn verhaal')
    await add.click()
    await expect(anna.getByText('Stil zijn is ook iets doen.').first()).toBeVisible()
    await looked(anna)
  })
  const outside = await step('Then she asks somebody outside, by a link that is shown once', async () => {
    await anna.getByRole('link', { name: 'Iemand iets laten zien of vragen' }).click()
    await anna.getByLabel('Voor wie?').fill('Sam')
    await anna.getByLabel('Mijn verhaal').check()
    await anna.getByLabel('Wat doet Anna de Wit goed in het samenwerken?', { exact: true }).check()
    await looked(anna)
    await anna.getByRole('button', { name: 'Link maken' }).click()
    await expect(anna.getByRole('heading', { name: 'De link is klaar' })).toBeVisible()
    return (await anna.locator('#link').textContent()) ?? ''
  })
  await step('And Sam, without an account, sees that piece alone and who will read the answer', async () => {
    const sam = await phone(browser)
    await sam.goto(outside)
    await expect(sam.getByText('Mijn verhaal')).toBeVisible()
    await expect(sam.getByText('Stil zijn is ook iets doen.')).toHaveCount(0)
    await expect(sam.getByText('Alleen Anna de Wit.')).toBeVisible()
    await looked(sam)
    await sam.getByLabel('Wat doet Anna de Wit goed in het samenwerken?').fill('Zij laat iedereen uitpraten.')
    await sam.getByRole('button', { name: 'Versturen' }).click()
    await expect(sam.getByText('Anna de Wit kan nu lezen wat u schreef.')).toBeVisible()
    await sam.context().close()
  })
  await step('When she reads it and takes her portfolio along, all of it is in one file', async () => {
    await anna.goto(link)
    await anna.getByRole('link', { name: 'Lees wat Sam schreef' }).click()
    await expect(anna.getByText('Zij laat iedereen uitpraten.')).toBeVisible()
    await looked(anna)
    await anna.goto(`${link}/map`)
    const coming = anna.waitForEvent('download')
    await anna.getByRole('link', { name: 'Mijn map meenemen' }).click()
    const files = unzipSync(readFileSync(await (await coming).path()))
    const shown = strFromU8(files['map.html'] ?? new Uint8Array())
    expect([
      shown.includes('Stil zijn is ook iets doen.'),
      shown.includes('Zij laat iedereen uitpraten.'),
    ]).toEqual([true, true])
    expect(JSON.parse(strFromU8(files['map.json'] ?? new Uint8Array()))).toMatchObject({
      name: 'Anna de Wit',
    })
  })
  await anna.context().close()
})

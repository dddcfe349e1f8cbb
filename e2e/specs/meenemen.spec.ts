/** Everything of the organisation in one file: one asks, another agrees, the program makes it, and with it one can leave. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { ownColleague, ownPerson, runCommand, signInByPassword } from '../support/own-person.ts'
import { test } from '../support/quiet.ts'
import { expect, expectAccessible, step, type Weerklank } from '../support/weerklank.ts'

type Noise = { watch: (context: ReturnType<Page['context']>) => void }

async function deskOf(browser: Browser, noise: Noise, like: Page): Promise<Page> {
  const viewport = like.viewportSize() ?? { width: 1280, height: 800 }
  const context = await browser.newContext({ viewport, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' })
  noise.watch(context)
  return context.newPage()
}

async function openTakeaway(page: Page, weerklank: Weerklank, as: Parameters<typeof signInByPassword>[1]) {
  await page.goto(`${weerklank.url}/beheer/meenemen`)
  await signInByPassword(page, as)
  await page.waitForURL((url) => !url.pathname.startsWith('/inloggen'))
  await page.goto(`${weerklank.url}/beheer/meenemen`)
  await expect(page.getByRole('heading', { level: 1, name: 'Alles meenemen' })).toBeVisible()
}

const request = (page: Page, reason: string) => page.getByRole('listitem').filter({ hasText: reason })

test('an organisation takes everything along, with two pairs of eyes', { tag: '@phone' }, async ({
  page: ada,
  browser,
  weerklank,
  noise,
}) => {
  test.setTimeout(180_000)
  const administrator = await ownPerson(weerklank, 'Ada Bos', 'administrator')
  const officer = await ownColleague(weerklank, administrator, {
    name: 'Pim Kok',
    roles: 'privacy-officer',
  })
  // Whoever is not signed in yet is told so.
  noise.expectRefusal(401)
  const pim = await deskOf(browser, noise, ada)
  const [no, yes] = ['Even kijken wat erin zit.', 'Wij stappen over naar iets anders.']

  await step('Given Ada has asked twice, with a reason each time', async () => {
    await openTakeaway(ada, weerklank, administrator)
    await expect(ada.getByText('Er is nog niets aangevraagd.')).toBeVisible()
    await expectAccessible(ada)
    await ada.getByRole('button', { name: 'Aanvragen' }).click()
    await expect(ada.getByText('Schrijf op waarom je het vraagt')).toBeVisible()
    for (const reason of [no, yes]) {
      await ada.getByLabel('Leg kort uit waarom').fill(reason)
      await ada.getByRole('button', { name: 'Aanvragen' }).click()
      await expect(request(ada, reason)).toContainText('Wacht op een privacyfunctionaris')
    }
    await expectAccessible(ada)
  })
  await step('Then she cannot agree to it herself', async () => {
    await expect(ada.getByRole('button', { name: /goedkeuren/i })).toHaveCount(0)
    await expect(ada.getByRole('button', { name: /ophalen/i })).toHaveCount(0)
  })
  await step('When Pim refuses the one and agrees to the other', async () => {
    await openTakeaway(pim, weerklank, officer)
    await expect(pim.getByRole('button', { name: 'Aanvragen' })).toHaveCount(0)
    await expectAccessible(pim)
    await request(pim, no)
      .getByRole('button', { name: /^Niet goedkeuren/ })
      .click()
    await expect(request(pim, no)).toContainText('Niet goedgekeurd')
    await request(pim, yes)
      .getByRole('button', { name: /^Goedkeuren/ })
      .click()
    await expect(request(pim, yes)).toContainText('Klaar om op te halen', { timeout: 60_000 })
    await expectAccessible(pim)
  })
  const file = await step('Then he fetches it, once, and Ada reads that', async () => {
    const coming = pim.waitForEvent('download')
    await request(pim, yes)
      .getByRole('button', { name: /^Bestand ophalen/ })
      .click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/^weerklank-\d{4}-\d\d-\d\d\.zip$/)
    await expect(request(pim, yes)).toContainText('Opgehaald')
    await expect(pim.getByRole('button', { name: /^Bestand ophalen/ })).toHaveCount(0)
    await ada.reload()
    await expect(request(ada, yes)).toContainText('Opgehaald')
    await expect(request(ada, yes)).toContainText('Beslist door Pim Kok')
    await expect(request(ada, no)).toContainText('Niet goedgekeurd')
    await expectAccessible(ada)
    return download.path()
  })
  await step('And everything is in it, in open formats, with an explanation', async () => {
    const names = readFileSync(file, 'latin1')
    for (const name of ['README.md', 'manifest.json', 'data/member.jsonl', 'data/member.csv'])
      expect(names).toContain(name)
  })
})

test('an organisation that leaves is gone, and who worked there no longer comes in', async ({
  page,
  browser,
  weerklank,
  noise,
}, info) => {
  test.setTimeout(180_000)
  const administrator = await ownPerson(weerklank, 'Mia Vos', 'administrator')
  // Whoever is not signed in yet is told so.
  noise.expectRefusal(401)
  const desk = await deskOf(browser, noise, page)
  await openTakeaway(desk, weerklank, administrator)
  await step('Given nobody else can agree, the page says what to do instead', async () => {
    await expect(desk.getByText(/Er is nog geen privacyfunctionaris die jij niet zelf bent/)).toBeVisible()
    await expectAccessible(desk)
  })
  const { workspace } = administrator
  const file = info.outputPath('alles.zip')
  await step(
    'When who looks after the server writes the file, and removes the organisation with it',
    async () => {
      await runCommand(weerklank, ['export', '--workspace', workspace, '--to', file])
      await runCommand(weerklank, [
        'leave',
        '--workspace',
        workspace,
        '--export',
        file,
        '--confirm',
        workspace,
      ])
    },
  )
  await step('Then the open screen is over, and the account lets nobody in', async () => {
    noise.expectRefusal(403)
    await desk.reload()
    await expect(desk.getByText('Alles wat jullie hier bewaren')).toHaveCount(0)
    await page.goto(weerklank.url)
    await signInByPassword(page, administrator)
    await expect(page.getByRole('alert').filter({ hasText: /klopt nog niet/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /jouw menu/ })).toHaveCount(0)
    await expectAccessible(page)
  })
})

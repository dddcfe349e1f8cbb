/** Several people at one table: who leads on a laptop, a host who listens, guests on phones; closed texts, and a line that breaks. */
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, signInAs, step, type Weerklank } from '../support/weerklank.ts'

type Send = <Result>(method: 'GET' | 'POST', path: string, data?: unknown) => Promise<Result>

/** Requests in the name of whoever is signed in on a page. */
function sender(page: Page, { url }: Weerklank): Send {
  return async (method, path, data) => {
    const answer = await page.request.fetch(`${url}${path}`, {
      method,
      headers: { 'x-weerklank': '1' },
      ...(data === undefined ? {} : { data }),
    })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
}

const about = { participant: null, language: 'nl', bornOn: null } as const

/** An open dialogue that begins now: Noor leads, Bram listens, Sem and Oma Hilde come by a link. */
async function planDialogue(send: Send) {
  const { members } = await send<{ members: { id: string; name: string }[] }>('GET', '/api/members')
  const idOf = (name: string) => members.find((one) => one.name.startsWith(name))?.id
  const id = randomUUID()
  const seat = (name: string, voice: string, role: string, member: string | null = null) => ({
    ...{ id: randomUUID(), name, voice, role, member, address: member === null ? 'u' : 'je', ...about },
  })
  const places = [
    seat('Noor', 'professional', 'facilitator', idOf('Noor')),
    seat('Bram', 'professional', 'host', idOf('Bram')),
    seat('Sem', 'client', 'client'),
    seat('Oma Hilde', 'kin', 'participant'),
    seat('Fons', 'partner', 'participant'),
  ]
  await send('POST', '/api/meetings', {
    ...{ id, relation: null, format: 'open-dialogue', title: 'Open dialoog rond Sem', purpose: '' },
    ...{ plannedAt: new Date(Date.now() + 60_000).toISOString(), place: '', videoUrl: '', themes: [] },
    ...{ questions: [], warmUp: null, shadowQuestion: 'Wie voelde zich buiten staan?', places },
  })
  const linkOf = async (name: string) => {
    const place = places.find((one) => one.name === name)?.id
    const made = await send<{ url: string }>('POST', `/api/meetings/${id}/places/${place}/link`, {
      email: null,
    })
    return made.url
  }
  return { id, links: { sem: await linkOf('Sem'), hilde: await linkOf('Oma Hilde') } }
}

async function onPhone(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 375, height: 812 }, locale: 'nl-NL' })
  const page = await context.newPage()
  await page.goto(`${url}/live`)
  return page
}

async function onLaptop(browser: Browser, weerklank: Weerklank, who: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nl-NL' })
  const page = await context.newPage()
  await signInAs(page, weerklank, who)
  return page
}

const title = (page: Page) => page.getByRole('heading', { level: 1 })

/** Goes on, also past who still has the word, until a step. */
async function leadTo(noor: Page, name: string): Promise<void> {
  while ((await title(noor).textContent()) !== name) {
    const now = await title(noor).textContent()
    await noor.getByRole('button', { name: 'Volgende stap' }).click()
    await expect(title(noor)).not.toHaveText(now ?? '')
  }
}

test('an open dialogue at several devices: hosts are closed, who wants passes, and texts open together', async ({
  page: noor,
  browser,
  weerklank,
}) => {
  await noor.setViewportSize({ width: 1280, height: 900 })
  await signInAs(noor, weerklank, 'Noor Bakker')
  const { id, links } = await planDialogue(sender(noor, weerklank))
  const bram = await onLaptop(browser, weerklank, 'Bram Visser')
  const [sem, hilde] = [await onPhone(browser, links.sem), await onPhone(browser, links.hilde)]
  await step(
    'Given a meeting that nobody began, everybody waits on a page that goes on by itself',
    async () => {
      await expect(title(sem)).toHaveText('Het gesprek begint zo')
      await noor.goto(`${weerklank.url}/gesprekken/${id}/live`)
      await bram.goto(`${weerklank.url}/gesprekken/${id}/live`)
      await noor.getByRole('button', { name: 'Begin het gesprek' }).click()
      await expect(noor.getByText('Stap 1 van', { exact: false }).first()).toBeVisible()
      for (const page of [sem, hilde]) await expect(page.locator('#pos')).toContainText('Stap 1 van')
    },
  )
  const closed = noor.locator('.wk-live__steps li').nth(3).locator('.wk-live__name')
  const talk = (await closed.textContent()) ?? ''
  await step('When the dialogue begins, the host listens and his input is closed', async () => {
    await leadTo(noor, talk)
    await expect(bram.getByText('Jij luistert nu. Je invoer is dicht.')).toBeVisible()
    await expect(bram.getByRole('button', { name: 'Ik wil iets zeggen' })).toHaveCount(0)
    await expect(sem.getByText('Bram: luisteren nu')).toBeVisible()
    await expectAccessible(noor)
    await shot(noor, 'gesprek-leider')
    await shot(bram, 'gesprek-luistert')
  })
  await step('And a round asks everybody; whoever passes is asked nothing', async () => {
    await expect(sem.locator('#turn')).toHaveText('U bent aan het woord.')
    await sem.getByRole('button', { name: 'Ik heb gesproken' }).click()
    await expect(hilde.locator('#turn')).toHaveText('U bent aan het woord.')
    await hilde.getByRole('button', { name: 'Ik pas' }).click()
    await expect(noor.getByText('paste')).toBeVisible()
    await expect(noor.getByRole('heading', { name: 'Nog niet gehoord' })).toBeVisible()
    await expectAccessible(hilde)
    await shot(hilde, 'gesprek-gast')
  })
  await step('When who leads puts a step of silent writing in, with the reason', async () => {
    await noor.getByRole('button', { name: 'Verander de stappen' }).click()
    await shot(noor, 'gesprek-stappen')
    await noor.getByRole('button', { name: 'Voeg een stap in' }).click()
    await noor.getByLabel('Hoe heet de stap?').fill('Stil schrijven')
    await noor.getByLabel('Wat is de vraag?').fill('Wat viel je op?')
    await noor.getByLabel('Hoe doen mensen mee?').selectOption({ label: 'schrijven' })
    await noor.getByLabel('Teksten blijven dicht tot ze samen opengaan').check()
    await noor.getByLabel('Waarom?').fill('Sem wil eerst even schrijven.')
    await noor.getByRole('button', { name: 'Voeg een stap in' }).click()
    await expect(noor.getByText('Ingevoegd: Sem wil eerst even schrijven.')).toBeVisible()
    await leadTo(noor, 'Stil schrijven')
    await expect(sem.getByRole('heading', { name: 'Stil schrijven' })).toBeVisible()
  })
  await step('Then what is written stays closed, also when the line broke while writing', async () => {
    await hilde.getByLabel('Schrijf hier uw antwoord').fill('Dat we lachten 😀')
    await hilde.getByRole('button', { name: 'Verstuur' }).click()
    await expect(hilde.locator('#sent')).toHaveText('Uw tekst is bewaard.')
    await sem.context().setOffline(true)
    await sem.getByLabel('Schrijf hier uw antwoord').fill('Dat niemand iets vroeg')
    await sem.getByRole('button', { name: 'Verstuur' }).click()
    await expect(sem.locator('#sent')).toContainText('Uw tekst staat nog op dit toestel')
    await bram.getByLabel('Schrijf hier').fill('De stilte')
    await bram.getByRole('button', { name: 'Bewaar mijn tekst' }).click()
    await expect(bram.getByRole('heading', { name: 'Wat je schreef' })).toBeVisible()
    await sem.context().setOffline(false)
    await expect(sem.locator('#sent')).toHaveText('Uw tekst is bewaard.')
    for (const other of [noor, bram]) await expect(other.getByText('Dat niemand iets vroeg')).toHaveCount(0)
    await bram.setViewportSize({ width: 375, height: 812 })
    await expectAccessible(bram)
    await shot(bram, 'gesprek-schrijven')
  })
  await step('And opens for everybody at once, each text once', async () => {
    await noor.getByRole('button', { name: 'Open de teksten' }).click()
    for (const page of [noor, bram]) {
      await expect(page.locator('.wk-live__wall li')).toHaveCount(3)
    }
    await expect(hilde.locator('#wall').getByText('Dat niemand iets vroeg')).toBeVisible()
    await expect(hilde.locator('#wall li')).toHaveCount(3)
    await expectAccessible(noor)
    await shot(noor, 'gesprek-open')
    await shot(hilde, 'gesprek-open-gast')
  })
  await step('When a phone comes back after its page was closed, it is where everybody is', async () => {
    await sem.goto('about:blank')
    await leadTo(
      noor,
      (await noor.locator('.wk-live__steps li').nth(5).locator('.wk-live__name').textContent()) ?? '',
    )
    await sem.goto(`${links.sem}/live`)
    await expect(title(sem)).toHaveText((await title(noor).textContent()) ?? '')
  })
  for (const page of [bram, sem, hilde]) await page.context().close()
})

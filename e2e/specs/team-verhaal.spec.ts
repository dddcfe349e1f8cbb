/** A team chooses with what to measure, plans the talk, measures, talks, agrees; and finds what it agreed at the next round. */
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step, type Weerklank } from '../support/weerklank.ts'

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function phone(browser: Browser, url: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true },
    ...{ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', javaScriptEnabled },
  })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** A team of five, of whom Noor is one, as its page makes it. */
async function ownTeam(page: Page, weerklank: Weerklank) {
  const people = {
    Bo: 'colleague',
    Mae: 'colleague',
    Ties: 'colleague',
    Wim: 'expert-by-experience',
  } as const
  const relation = await ownRelation(page, weerklank, { title: 'Team Kade', people })
  const headers = { 'x-weerklank': '1' }
  const path = `${weerklank.url}/api/relations/${relation.id}`
  const { participants } = (await (await page.request.get(path, { headers })).json()) as {
    participants: { id: string }[]
  }
  const side = randomUUID()
  const made = await page.request.post(`${path}/circle`, {
    headers,
    data: {
      ...{ id: randomUUID(), kind: 'team', question: '', endsOn: null, midcourseOn: null },
      sides: [{ id: side, name: 'Begeleiding', isFamily: false }],
      people: participants.map(({ id }) => ({ participant: id, sides: [side] })),
    },
  })
  expect(made.ok()).toBe(true)
  return relation
}

async function answer(page: Page, words: RegExp) {
  await page.getByLabel(words).check()
  await page.getByRole('button', { name: 'Verder' }).click()
}

/** The questions of the chooser for a team that has five minutes, no client in it, and no talk yet. */
async function choose(page: Page) {
  for (const words of [/hoe ons team samenwerkt/, /3 maanden of langer/, /over ons als professionals/])
    await answer(page, words)
  await answer(page, /hooguit 5 minuten/)
  await answer(page, /nee, nog niet/)
}

/** Answers of one group to how it goes and to what the other group will say. */
async function answerAll(page: Page, links: readonly string[], own: (at: number) => number, guess: number) {
  for (const [at, link] of links.entries()) {
    const items = ['trust', 'responsibility', 'direction', 'tasks', 'cost']
    const form: Record<string, string> = { lang: 'nl' }
    for (const item of items) {
      form[`a.${item}`] = String(own(at))
      form[`o.0.${item}`] = String(guess)
    }
    expect((await page.request.post(link, { form })).status()).toBe(200)
  }
}

test('a team chooses an instrument, measures, talks, agrees, and begins the next time with it', async ({
  page,
  browser,
  weerklank,
  noise,
}) => {
  // A day on which people can still answer is refused as the day of the talk.
  noise.expectRefusal(422)
  const team = await ownTeam(page, weerklank)
  const title = `Hoe gaat het, ${team.title}`
  await step('Given Noor asks from the page of her team what to measure with', async () => {
    await page.goto(`${weerklank.url}/team/${team.id}/check`)
    await page.getByRole('link', { name: /De keuzehulp helpt/ }).click()
    await expect(page.getByRole('link', { name: 'Terug naar het team' })).toBeVisible()
    await choose(page)
    await expect(page.getByRole('heading', { name: 'Dit past' })).toBeFocused()
    await expect(page.getByText('Eerst een gesprek plannen')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Start een anonieme peiling' })).toHaveCount(0)
    await expectAccessible(page)
    await shot(page, 'team-keuze-eerst-gesprek')
  })
  await step('When she plans the talk, the format, the team and the question are there already', async () => {
    await page.getByRole('link', { name: 'Plan een gesprek' }).click()
    await expect(page.getByLabel('Hoe noemen jullie dit gesprek?')).toHaveValue(/^Praten over: /)
    await expect(page.getByLabel('Gespreksvorm')).not.toHaveValue('')
    await expect(page.getByLabel(/Hoort dit bij een samenwerking/)).toHaveValue(team.id)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Volgende' }).click()
    await page.getByLabel('Dag', { exact: true }).fill(dayIn(21))
    await page.getByLabel('Tijd', { exact: true }).fill('15:00')
    await page.getByRole('button', { name: 'Volgende' }).click()
    await page.getByRole('button', { name: 'Alle 4 uit de samenwerking erbij zetten' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Volgende' }).click()
    await page.getByRole('button', { name: 'Gesprek plannen' }).click()
  })
  await step('Then she is back where she chose, and may go on to a round', async () => {
    await expect(page.getByRole('heading', { name: 'Dit past' })).toBeFocused()
    await expect(page.getByText('Eerst een gesprek plannen')).toHaveCount(0)
    await expectAccessible(page)
    await shot(page, 'team-keuze')
    await page.getByRole('link', { name: 'Start een anonieme peiling' }).click()
  })
  const tickets = await step('Which knows the questions, the team and the talk', async () => {
    await expect(page.getByLabel('Met welke vragen?')).toHaveValue('team-check')
    await expect(page.getByLabel(/Welk team is het/)).toHaveValue(team.id)
    await expect(page.getByLabel(/Of in een gesprek dat al gepland is/)).not.toHaveValue('')
    await expectAccessible(page)
    await page.getByLabel('Hoe heet deze peiling?').fill(title)
    await page.getByLabel(/wat denken we van elkaar/).check()
    await step('and of four people it says what helps instead', async () => {
      const only = page.getByRole('group', { name: 'Groep 1' })
      await only.getByLabel(/naam van de groep/).fill('Begeleiders')
      await only.getByLabel('Aantal mensen').fill('4')
      await page.getByRole('button', { name: 'Maak de kaartjes' }).click()
      await expect(page.getByText(/Met 4 mensen kunnen we niemand anoniem houden/).first()).toBeVisible()
      await only.getByLabel('Aantal mensen').fill('6')
    })
    await page.getByRole('button', { name: 'Groep erbij' }).click()
    const second = page.getByRole('group', { name: 'Groep 2' })
    await second.getByLabel(/naam van de groep/).fill('Ervaringsdeskundigen')
    await second.getByLabel('Aantal mensen').fill('6')
    await page.getByLabel('Over welke groep raadt deze groep?').first().selectOption('Ervaringsdeskundigen')
    await page.getByLabel('Over welke groep raadt deze groep?').last().selectOption('Begeleiders')
    await shot(page, 'team-peiling-nieuw')
    await page.getByRole('button', { name: 'Maak de kaartjes' }).click()
    await expect(page.getByRole('heading', { level: 1, name: `De kaartjes van ‘${title}’` })).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'team-kaartjes')
    await expect(page.locator('.wk-tickets__url')).toHaveCount(12)
    const all = await page.locator('.wk-tickets__url').allTextContents()
    return { first: all.slice(0, 6), second: all.slice(6) }
  })
  await step('When one answers on a phone without a script', async () => {
    const plain = await phone(browser, tickets.first[0] ?? '', false)
    await expect(plain.getByText(/We praten erover op/)).toBeVisible()
    await shot(plain, 'team-kaartje')
    const trust = plain.getByRole('group', { name: /Durft u hier te zeggen/ }).first()
    await trust.getByRole('radio', { name: '3', exact: true }).check()
    await plain.getByRole('button', { name: 'Tel mijn antwoord mee' }).click()
    await expect(plain.getByRole('heading', { level: 1, name: 'Uw antwoord telt mee.' })).toBeVisible()
    await shot(plain, 'team-kaartje-klaar')
    await plain.context().close()
  })
  await step('And one on a phone with scripts, where nothing stands in her way', async () => {
    const other = await phone(browser, tickets.second[0] ?? '', true)
    await expectAccessible(other)
    await other.getByRole('radio', { name: '9', exact: true }).first().check()
    await other.getByRole('button', { name: 'Tel mijn antwoord mee' }).click()
    await expect(other.getByRole('heading', { level: 1, name: 'Uw antwoord telt mee.' })).toBeVisible()
    await expectAccessible(other)
    await other.context().close()
  })
  await step('And the others by their links, one group high and one apart', async () => {
    await answerAll(page, tickets.first.slice(1), (at) => (at % 2 === 0 ? 2 : 9), 3)
    await answerAll(page, tickets.second.slice(1), () => 8, 7)
  })
  await step('Then it is enough; she closes it, and sees how answers lie, as picture and table', async () => {
    await page.getByRole('link', { name: 'Ik heb ze. Naar de peiling' }).click()
    await expect(page.getByText('Er zijn genoeg antwoorden om iets te laten zien.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Verzet het gesprek' })).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'team-peiling-open')
    await page.getByRole('button', { name: 'Sluit de peiling' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sluit de peiling' }).click()
    const whole = page.getByRole('region', { name: 'Alles bij elkaar' })
    await expect(whole.getByRole('img', { name: 'Alle vragen, van iedereen samen' })).toBeVisible()
    await expect(whole.getByRole('table')).toContainText('Jullie zien dit')
    await expectAccessible(page)
    await shot(page, 'team-peiling-uitkomst')
  })
  await step('And what each group thought the other would say, beside what it said', async () => {
    const thought = page.getByRole('table', { name: 'Begeleiders over Ervaringsdeskundigen' })
    const trust = thought.getByRole('row', { name: /Elkaar vertrouwen/ })
    await expect(trust).toContainText('3,0')
    await expect(trust).toContainText('8,2')
    await expect(trust).toContainText('Daar zit een gesprek in.')
  })
  await step('When they talk in the meeting that was planned, and write down what they agree', async () => {
    await page.getByRole('link', { name: 'Naar het gesprek' }).click()
    await page.getByRole('link', { name: 'Begin het gesprek' }).click()
    await page.getByRole('button', { name: 'Begin het gesprek' }).click()
    await expect(page.getByRole('button', { name: 'Begin het gesprek' })).toHaveCount(0)
    const meeting = page.url().split('/').at(-2) ?? ''
    // The steps of the format are walked through in another story.
    const headers = { 'x-weerklank': '1' }
    const ended = await page.request.post(`${weerklank.url}/api/meetings/${meeting}/ended`, { headers })
    expect(ended.ok()).toBe(true)
    await page.goto(`${weerklank.url}/gesprekken/${meeting}`)
    await page.getByRole('button', { name: 'Afspraak toevoegen' }).click()
    await page.getByLabel('Dan …').fill('vragen we het dezelfde dag')
    await page.getByRole('button', { name: 'Afspreken', exact: true }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'dezelfde dag' })).toBeVisible()
    await expectAccessible(page)
  })
  await step('Then it is there, on the page of the team', async () => {
    await page.goto(`${weerklank.url}/team/${team.id}`)
    await expect(page.getByText('vragen we het dezelfde dag')).toBeVisible()
    await expectAccessible(page)
  })
  await step('And at the next round, which is asked with the same groups in one go', async () => {
    await page.goto(`${weerklank.url}/peilingen`)
    await page.getByRole('link', { name: title }).first().click()
    await page.getByRole('link', { name: 'Vraag het later opnieuw' }).click()
    await expect(page.getByLabel('Hoe heet deze peiling?')).toHaveValue(title)
    await expect(page.getByText('Samen 12 mensen.')).toBeVisible()
    await page.getByLabel('Hoe heet deze peiling?').fill(`${title}, opnieuw`)
    await page.getByLabel('Op welke dag?').fill(dayIn(30))
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Maak de kaartjes' }).click()
    await expect(page.locator('.wk-tickets__url')).toHaveCount(12)
    const links = await page.locator('.wk-tickets__url').allTextContents()
    await page.getByRole('link', { name: 'Ik heb ze. Naar de peiling' }).click()
    const agreed = page.getByRole('region', { name: 'Wat jullie afspraken' })
    await expect(agreed.getByText('vragen we het dezelfde dag')).toBeVisible()
    await expectAccessible(page)
    await answerAll(page, links, () => 8, 7)
  })
  await step(
    'And its talk can be moved, and afterwards both times lie side by side, per group too',
    async () => {
      await page.getByRole('button', { name: 'Verzet het gesprek' }).click()
      await page.getByLabel('Naar welke dag?').fill(dayIn(2))
      await page.getByRole('button', { name: 'Bewaar de dag' }).click()
      await expect(page.getByText('Kies een dag nadat iedereen kon antwoorden.')).toBeVisible()
      await expectAccessible(page)
      await page.getByLabel('Naar welke dag?').fill(dayIn(33))
      await page.getByRole('button', { name: 'Bewaar de dag' }).click()
      await expect(page.getByText('De dag is verzet.')).toBeVisible()
      await page.getByRole('button', { name: 'Sluit de peiling' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Sluit de peiling' }).click()
      const trend = page.getByRole('region', { name: 'Vergeleken met eerder' })
      await expect(trend.getByRole('table').first()).toContainText('8,0')
      await trend.getByRole('button', { name: 'Per groep' }).click()
      await expect(trend.getByRole('table', { name: 'Ervaringsdeskundigen' })).toBeVisible()
      await expectAccessible(page)
      await shot(page, 'team-peiling-opnieuw')
    },
  )
})

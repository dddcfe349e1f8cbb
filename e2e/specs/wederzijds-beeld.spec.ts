/** Two people about one contact: neither reads the other before both are in; then side by side, with what each guessed. */
import { readFileSync } from 'node:fs'
import { request } from '@playwright/test'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

/** Answers the link without script, on a device of its own. */
async function answerLink(link: string, given: Readonly<Record<string, string>>): Promise<void> {
  const device = await request.newContext()
  const page = await (await device.get(link)).text()
  const key = /name="?key"? value="?([\w-]+)/.exec(page)?.[1]
  if (key === undefined) throw new Error('The check has no key')
  const fields = Object.entries(given).map(([item, value]) => [`a.${item}`, value])
  const sent = await device.post(link, {
    form: { ...Object.fromEntries(fields), key, open: 'Ik wil het zelf zeggen.' },
  })
  if (!sent.ok()) throw new Error(`The answer was refused: ${sent.status()}`)
  await device.dispose()
}

test('a worker and a youth look side by side, and neither before both are in', { tag: '@phone' }, async ({
  page,
  browser,
  weerklank,
}) => {
  const own = await ownRelation(page, weerklank, {
    title: 'Naast elkaar',
    people: { Lina: 'youth', Samira: 'mother' },
  })
  await own.answer('Lina', { heard: 3, what: 7, how: 7, whole: 6 })
  await own.answer('Samira', { heard: 9, what: 7, how: 8, whole: 8 })
  await page.goto(own.url)
  await step('Given two voices that differ, it is told in words', async () => {
    await expect(page.getByText(/kijken Samira en Lina anders/)).toBeVisible()
  })
  const link = await step('When Noor asks Lina and herself the same', async () => {
    await page.getByRole('button', { name: 'Vraag het jullie beiden' }).click()
    await expect(page.getByText(/Geen van beiden leest de ander/)).toBeVisible()
    await page.getByLabel('Lina (jongere)').check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Maak de link' }).click()
    const field = page.getByLabel('Link', { exact: true })
    await expect(field).toHaveValue(/\/f\//)
    await shot(page, 'beeld-link')
    return field.inputValue()
  })
  await answerLink(link, { goals: '4', doable: '7', 'speak-up': '3', seen: '6', fit: '7' })
  await step('Then her own side starts empty, works by keyboard, and stays when she comes back', async () => {
    await page.getByRole('link', { name: 'Vul nu jouw kant in' }).click()
    await expect(page.getByText('nog niet ingevuld').first()).toBeVisible()
    await expect(page.getByText('Ik wil het zelf zeggen.')).toHaveCount(0)
    const goals = page.getByRole('slider', { name: /Werken we aan wat Lina zelf belangrijk vindt/ })
    await goals.press('End')
    await expect(goals).toHaveAttribute('aria-valuetext', '10,0 van 10')
    const seen = page.getByRole('slider', { name: /wie Lina is/ })
    await seen.press('Enter')
    await expect(seen).toHaveAttribute('aria-valuetext', '5,0 van 10')
    await page.reload()
    await expect(goals).toHaveAttribute('aria-valuetext', '10,0 van 10')
    await expectAccessible(page)
    await shot(page, 'beeld-invullen')
  })
  await step('And what Lina said is nowhere on the page of the collaboration', async () => {
    await page.goto(own.url)
    await expect(page.getByText('Wacht op Noor Bakker.')).toBeVisible()
    await expect(page.getByText('Ik wil het zelf zeggen.')).toHaveCount(0)
    await expectAccessible(page)
    await shot(page, 'beeld-wacht')
  })
  await step('When she is done it opens, item by item, with a question to begin with', async () => {
    await page.getByRole('link', { name: 'Vul jouw kant in' }).click()
    await page.getByRole('button', { name: 'Klaar, bewaar mijn kant' }).click()
    await expect(page.getByText('Jouw kant is bewaard.')).toBeVisible()
    await page.goto(own.url)
    await expect(
      page.getByText('Bij 1 vraag kijken jullie anders: ‘Doelen die ertoe doen’.').first(),
    ).toBeVisible()
    await expect(
      page.getByText('“Bij ‘Doelen die ertoe doen’ koos je lager dan ik. Wat maakt dat?”'),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Toon als tabel' }).last().click()
    await expect(page.getByRole('cell', { name: /hier kijken jullie anders: Lina 6,0 lager/ })).toBeVisible()
    const part = page.getByRole('region', { name: 'Naast elkaar' })
    await part.getByRole('button', { name: 'Bewaar of druk af' }).click()
    const coming = page.waitForEvent('download')
    await part.getByRole('button', { name: 'Bewaar als SVG' }).click()
    const kept = readFileSync(await (await coming).path(), 'utf8')
    expect(kept).toContain('Doelen die ertoe doen')
    expect(kept).toContain('Het is geen test.')
    await expectAccessible(page)
    await shot(page, 'beeld-open')
  })
  await step('And Lina sees both on her own page, without script', async () => {
    const phone = await (
      await browser.newContext({ viewport: { width: 375, height: 812 }, locale: 'nl-NL' })
    ).newPage()
    // The link of a picture was in the hands of who asked: it leads nowhere. That of an ordinary check does.
    await phone.goto(link)
    await expect(phone.getByRole('button', { name: 'Mijn keuzes en gegevens' })).toHaveCount(0)
    await phone.goto(await own.invite('Lina'))
    await phone.getByRole('textbox').fill('Het ging goed.')
    await phone.getByRole('button', { name: 'Verstuur naar' }).click()
    await phone.getByRole('button', { name: 'Mijn keuzes en gegevens' }).click()
    await phone.getByRole('link', { name: 'Jouw beeld naast dat van de ander' }).click()
    await expect(
      phone.getByText('Bij 1 vraag kijken jullie anders: ‘Doelen die ertoe doen’.').first(),
    ).toBeVisible()
    await expect(phone.getByText('Je kunt vragen: hoe kijk jij naar ‘Doelen die ertoe doen’?')).toBeVisible()
    await expectAccessible(phone)
    await shot(phone, 'beeld-eigen')
    await phone.context().close()
  })
})

test('who is in first can guess; the guess stands beside the answer once both are in', async ({
  page,
  weerklank,
}) => {
  const own = await ownRelation(page, weerklank, { title: 'Raden', people: { Lina: 'youth' } })
  await page.goto(own.url)
  const link = await step('Given Noor asked Lina and filled in her own side', async () => {
    // Nothing was asked yet, so the part stands below the invitation to ask.
    await page.getByRole('button', { name: 'Vraag het jullie beiden' }).click()
    await page.getByRole('button', { name: 'Maak de link' }).click()
    const url = await page.getByLabel('Link', { exact: true }).inputValue()
    await page.getByRole('link', { name: 'Vul nu jouw kant in' }).click()
    await page.getByRole('slider', { name: /zelf belangrijk vindt/ }).press('End')
    await page.getByRole('button', { name: 'Klaar, bewaar mijn kant' }).click()
    return url
  })
  await step('When she guesses what Lina answers', async () => {
    await expect(page.getByRole('heading', { name: 'Wat denk je dat Lina antwoordt?' })).toBeVisible()
    await page.getByRole('slider', { name: 'Doelen die ertoe doen' }).press('Enter')
    await expectAccessible(page)
    await shot(page, 'beeld-raden')
    await page.getByRole('button', { name: 'Bewaar wat ik denk' }).click()
    await expect(page.getByText('Wacht op Lina.')).toBeVisible()
  })
  await answerLink(link, { goals: '2' })
  await step('Then the guess stands beside the answer, in words that invite to talk', async () => {
    await page.reload()
    await expect(page.getByText(/Noor Bakker raadde 5,0\. Het werd 2,0\. Praat erover/)).toBeVisible()
    await expectAccessible(page)
  })
})

test('how it was this time is asked of the two as well, in four lines', async ({ page, weerklank }) => {
  const own = await ownRelation(page, weerklank, { title: 'Deze keer', people: { Lina: 'youth' } })
  await page.goto(own.url)
  await page.getByRole('button', { name: 'Vraag het jullie beiden' }).click()
  await page.getByRole('radio', { name: 'Hoe het deze keer was (4 vragen)' }).check()
  await expectAccessible(page)
  await shot(page, 'beeld-deze-keer')
  await page.getByRole('button', { name: 'Maak de link' }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await answerLink(link, { heard: '3', whole: '8' })
  await page.getByRole('link', { name: 'Vul nu jouw kant in' }).click()
  await expect(page.getByRole('slider')).toHaveCount(4)
  await page.getByRole('slider', { name: 'Kon Lina kwijt wat er te vertellen was?' }).press('End')
  await page.getByRole('button', { name: 'Klaar, bewaar mijn kant' }).click()
  await expect(page.getByText('Verhaal kwijt kunnen').first()).toBeVisible()
  await expectAccessible(page)
})

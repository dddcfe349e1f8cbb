/** A kiosk in a real browser: made by an administrator, opened by a code, and empty for whoever comes next. */
import { randomUUID } from 'node:crypto'
import { ownPerson, signInByPassword } from '../support/own-person.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, step } from '../support/weerklank.ts'

test('a kiosk opens one question by a code, and shows nothing of it to whoever comes next', {
  tag: '@phone',
}, async ({ page, browser, weerklank, noise }) => {
  const eva = await ownPerson(weerklank, 'Eva Linders')
  const hall = await (await browser.newContext({ viewport: page.viewportSize(), locale: 'nl-NL' })).newPage()
  noise.watch(hall.context())
  await page.goto(`${weerklank.url}/inloggen?naar=/beheer/instellingen`)
  await signInByPassword(page, eva)
  await step('An administrator makes a kiosk, and opens its link on the device', async () => {
    await page.getByLabel('Waar staat het toestel?').fill('De hal')
    await page.getByRole('button', { name: 'Maak een kiosk' }).click()
    const link = await page.getByRole('textbox', { name: 'De link voor het toestel' }).inputValue()
    await expectAccessible(page)
    await shot(page, 'kiosk-maken')
    await hall.goto(link)
    await expectAccessible(hall)
    await hall.getByRole('button', { name: 'Maak er een kiosk van' }).click()
    await expect(hall.getByRole('heading', { level: 1, name: 'Een vraag beantwoorden' })).toBeVisible()
    await expectAccessible(hall)
    await shot(hall, 'kiosk')
  })
  const id = randomUUID()
  const lina = { id: randomUUID(), name: 'Lina', voice: 'client', member: null, detail: '' }
  const about = { kind: 'interpersonal', context: null, situation: null, purpose: '', checkEveryDays: 14 }
  await page.request.post(`${weerklank.url}/api/relations`, {
    headers: { 'x-weerklank': '1' },
    data: { id, title: 'Met Lina', ...about, participants: [{ ...lina, address: 'u', language: 'nl' }] },
  })
  await page.goto(`${weerklank.url}/samenwerkingen/${id}`)
  const code = await step('A colleague makes a code', async () => {
    await page.getByRole('button', { name: 'Vraag hoe het was' }).first().click()
    await page.getByRole('button', { name: 'Maak de link' }).click()
    await page.getByRole('button', { name: 'Andere manieren' }).click()
    await page.getByRole('button', { name: 'Bij de kiosk, met een code' }).click()
    await page.getByRole('button', { name: 'Maak een code' }).click()
    await expect(page.locator('.wk-kiosk-code')).toHaveText(/^[A-Z2-9]{4} [A-Z2-9]{4}$/)
    await expectAccessible(page)
    await page.locator('.wk-kiosk-code').scrollIntoViewIfNeeded()
    await shot(page, 'kiosk-code')
    return page
      .locator('.wk-kiosk-code')
      .textContent()
      .then((text) => text ?? '')
  })
  const said = 'Alleen voor Eva'
  await step('A wrong code is told; the right one opens the question', async () => {
    await hall.getByLabel('Uw code').fill('AAAA 2222')
    await hall.getByRole('button', { name: 'Naar de vraag' }).click()
    await expect(hall.getByRole('alert')).toHaveText('Deze code werkt niet. Vraag om een nieuwe code.')
    await expectAccessible(hall)
    await hall.getByLabel('Uw code').fill(code.toLowerCase())
    await hall.getByRole('button', { name: 'Naar de vraag' }).click()
    await hall.waitForURL(/\/f\/[\w-]{43}$/)
    await hall.getByRole('slider').first().press('End')
    await hall.getByRole('textbox').last().fill(said)
    await hall.getByRole('button', { name: /^Verstuur/ }).click()
    await expect(hall.getByRole('heading', { level: 1, name: 'Uw antwoord is binnen' })).toBeVisible()
    await expectAccessible(hall)
    await shot(hall, 'kiosk-klaar')
  })
  await step(
    'It returns to its beginning by itself, and nothing is left: no going back, no storage',
    async () => {
      await hall.waitForURL(`${weerklank.url}/kiosk`, { timeout: 40_000 })
      await expect(hall.getByLabel('Uw code')).toHaveValue('')
      const kept = await hall.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
      }))
      expect(kept).toEqual({ local: 0, session: 0, databases: 0 })
      for (let i = 0; i < 4; i++) {
        await hall.goBack()
        expect(await hall.content()).not.toContain(said)
        await expect(hall.getByRole('slider')).toHaveCount(0)
      }
    },
  )
  await hall.context().close()
})

import { expect } from '@playwright/test'
import {
  block,
  draft,
  heard,
  isDrawn,
  key,
  line,
  mark,
  rows,
  send,
  test,
  thanks,
  whole,
} from '../respond-actions.ts'

test.describe('answering', () => {
  test('begins without an answer on any line, and never shows a number', { tag: '@phone' }, async ({
    page,
    server,
  }) => {
    await page.goto(`${server.url}/f/lina`)
    await expect(page.getByRole('slider')).toHaveCount(4)
    for (const slider of await page.getByRole('slider').all()) {
      await expect(slider).toHaveAttribute('aria-valuetext', 'Nog geen antwoord')
      // An unanswered line must never look like a five: there is no button in its middle.
      expect(await isDrawn(page, slider, { share: 0.5, above: 8 })).toBe(false)
    }
    await expect(block(page, heard)).toContainText('Deze vraag nu')
    await expect(block(page, whole)).toContainText('Nog geen antwoord')
    await mark(page, heard, 0.82)
    await expect(line(page, heard)).toHaveAttribute('aria-valuetext', 'dicht bij: ja, alles')
    expect(await isDrawn(page, line(page, heard), { share: 0.82, above: 12 })).toBe(true)
    await mark(page, whole, 0.1)
    await expect(block(page, heard)).toContainText('Ingevuld')
    await expect(block(page, whole)).toContainText('Deze vraag nu')
    await expect(page.locator('form')).not.toContainText(/\d[.,]\d|10/)
  })

  test('sends what was marked and shows it back in the same words', { tag: '@phone' }, async ({
    page,
    server,
  }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.82)
    await mark(page, whole, 0)
    await page.getByLabel('Een beetje').check()
    await page.getByLabel('Wat moet Noor').fill('Rustiger aan.\nDank.')
    const said = await line(page, heard).getAttribute('aria-valuetext')
    await send(page).click()
    await expect(thanks(page)).toBeVisible()
    await expect(page.getByRole('main')).toContainText(`${said} (8,2)`)
    const stored = server.stored.get(key)
    expect(stored?.answers).toEqual({ heard: 8.2, whole: 0 })
    expect(stored?.openText).toBe('Rustiger aan.\nDank.')
    expect(stored?.echoes.map(({ answer }) => answer)).toEqual(['a-bit'])
    expect(Math.abs(Date.parse(stored?.at ?? '') - Date.now())).toBeLessThan(60_000)
    expect(server.posts).toHaveLength(1)
    await expect.poll(() => rows(page)).toEqual([])
  })

  test('says every place on the line as the next page does', async ({ page, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await line(page, heard).focus()
    const said: Record<string, string | null> = {}
    for (const value of [
      '0',
      '0.4',
      '0.5',
      '2.9',
      '3',
      '4.4',
      '4.5',
      '5',
      '5.5',
      '5.6',
      '7',
      '7.1',
      '9.5',
      '9.6',
      '10',
    ]) {
      await line(page, heard).fill(value)
      said[value] = await line(page, heard).getAttribute('aria-valuetext')
    }
    const { placeOf } = await import('../../packages/server/src/respond/respond.place.ts')
    const { wordsFor } = await import('../../packages/server/src/respond/respond.text.ts')
    const poles = { low: 'nee, bijna niets', high: 'ja, alles' }
    const words = wordsFor({ language: 'nl', address: 'je' })
    const expected = Object.keys(said).map((value) => [value, placeOf(Number(value) / 10, poles, words)])
    expect(said).toEqual(Object.fromEntries(expected))
  })

  test('takes a tap in the very middle for an answer, and lets it be wiped again', async ({
    page,
    server,
  }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.5)
    await expect(line(page, heard)).toHaveAttribute('aria-valuetext', 'in het midden')
    await block(page, heard).getByRole('button', { name: 'Wis dit antwoord' }).click()
    await expect(line(page, heard)).toHaveAttribute('aria-valuetext', 'Nog geen antwoord')
    await expect(line(page, heard)).toBeFocused()
    await mark(page, whole, 1)
    await send(page).click()
    await expect(thanks(page)).toBeVisible()
    expect(server.stored.get(key)?.answers).toEqual({ whole: 10 })
  })

  test('goes with the keyboard alone', async ({ page, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await page.getByRole('link', { name: 'Taal' }).focus()
    await page.keyboard.press('Tab')
    await expect(line(page, heard)).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(line(page, heard)).toHaveAttribute('aria-valuetext', 'in het midden')
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
    await expect(line(page, heard)).toHaveValue('5.3')
    await page.keyboard.press('End')
    await expect(line(page, heard)).toHaveAttribute('aria-valuetext', 'helemaal bij: ja, alles')
    // On to the button that wipes, the other lines, the agreement, the open question and the last button.
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Wis dit antwoord' }).first()).toBeFocused()
    for (let i = 0; i < 6; i++) await page.keyboard.press('Tab')
    await expect(send(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(thanks(page)).toBeVisible()
    expect(server.stored.get(key)?.answers).toEqual({ heard: 10 })
  })

  test('reads from the right as well: the low end is where one begins to read', async ({ page, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await page.evaluate(() => {
      document.dir = 'rtl'
    })
    await mark(page, heard, 0.9)
    await expect(line(page, heard)).toHaveValue('1')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  })

  test('shows what the server could not take, with everything kept', async ({ page, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.73)
    await page.getByLabel('Wat moet Noor').evaluate((area) => {
      area.removeAttribute('maxlength')
    })
    await page.getByLabel('Wat moet Noor').fill('a'.repeat(2001))
    await send(page).click()
    await expect(page.getByRole('heading', { name: 'Nog niet alles klopt' })).toBeFocused()
    // So long a text takes the room of the script: numbers to choose from, and the very value that was given.
    await expect(page.locator('[name="a.heard"][value="7.3"]')).toBeChecked()
    await expect(page.getByLabel('Wat moet Noor')).toHaveAttribute('aria-invalid', 'true')
    await page.getByLabel('Wat moet Noor').fill('kort')
    await send(page).click()
    await expect(thanks(page)).toBeVisible()
    await expect.poll(() => rows(page)).toEqual([])
    expect(server.stored.get(key)?.openText).toBe('kort')
  })

  test('leaves without a trace on this device', async ({ page, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.2)
    await draft(page, 'a.heard=2')
    await page.getByRole('link', { name: 'Nu niet meedoen' }).click()
    await expect(page.getByRole('heading', { name: 'Dat is goed' })).toBeVisible()
    await expect.poll(() => rows(page)).toEqual([])
    await page.getByRole('link', { name: 'Terug naar de vragen' }).click()
    await expect(line(page, heard)).toHaveAttribute('aria-valuetext', 'Nog geen antwoord')
    expect(server.posts).toHaveLength(0)
  })

  test('goes on in the other language', async ({ page, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.3)
    await draft(page, 'a.heard=3')
    await page.getByRole('link', { name: 'Taal' }).click()
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page.getByRole('slider', { name: 'Could you say what you wanted to say?' })).toHaveValue('3')
    await page.getByRole('button', { name: 'Send to Noor' }).click()
    await expect.poll(() => server.posts[0]?.get('lang')).toBe('en')
  })
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('radio buttons are posted, and a page comes back', { tag: '@phone' }, async ({ page, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await expect(page.getByRole('slider')).toHaveCount(0)
    await page.getByRole('group', { name: heard }).getByLabel('7', { exact: true }).check()
    await page.getByRole('group', { name: 'Is dat veranderd?' }).getByLabel('Nog niet').check()
    await page.getByLabel('Wat moet Noor').fill('Niets.')
    // What only script can promise is not promised.
    await expect(page.getByText('Geen internet?')).toBeHidden()
    await send(page).click()
    await expect(thanks(page)).toBeVisible()
    expect(server.stored.get(key)?.answers).toEqual({ heard: 7 })
    expect(server.stored.get(key)?.echoes[0]?.answer).toBe('not-yet')
  })

  test('an empty form comes back with what to do', async ({ page, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await send(page).click()
    await expect(page.getByRole('heading', { name: 'Nog niet alles klopt' })).toBeVisible()
    expect(new URL(page.url()).hash).toBe('#problems')
    await page.getByRole('group', { name: heard }).getByLabel('10', { exact: true }).check()
    await send(page).click()
    await expect(thanks(page)).toBeVisible()
  })
})

test('when the script fails the radio buttons come back', async ({ page, server }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'FormData')
  })
  await page.goto(`${server.url}/f/lina`)
  await page.getByRole('group', { name: heard }).getByLabel('4', { exact: true }).check()
  await expect(page.getByRole('slider')).toHaveCount(0)
  await send(page).click()
  await expect(thanks(page)).toBeVisible()
  expect(server.stored.get(key)?.answers).toEqual({ heard: 4 })
})

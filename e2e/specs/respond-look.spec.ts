/** What one sees and hears of the respondent's page in each of its states: reachable, still, small, calm. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { LinkProblem } from '../../packages/server/src/respond/respond.model.ts'
import { heard, send, test } from '../respond-actions.ts'
import type { RespondServer } from '../respond-server.ts'

async function expectReachable(page: Page, withoutRules: string[] = []): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).disableRules(withoutRules).analyze()
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' ')}`,
  )
  expect(found).toEqual([])
}

/** How a page gets into each of its states. */
const states: Record<string, (page: Page, server: RespondServer) => Promise<void>> = {
  unanswered: async (page, server) => {
    await page.goto(`${server.url}/f/lina`)
  },
  answered: async (page, server) => {
    await page.goto(`${server.url}/f/lina`)
    for (const slider of await page.getByRole('slider').all()) await slider.fill('8.2')
    await page.getByLabel('Een beetje').check()
    await page.getByLabel('Wat moet Noor').fill('Niets')
  },
  'with something to mend': async (page, server) => {
    await page.goto(`${server.url}/f/lina`)
    await send(page).click()
    await expect(page.getByRole('heading', { name: 'Nog niet alles klopt' })).toBeVisible()
  },
  offline: async (page, server) => {
    server.weather = ['lose']
    await page.goto(`${server.url}/f/lina`)
    await page.getByRole('slider', { name: heard }).fill('3')
    await send(page).click()
    await expect(page.getByRole('status')).toContainText('bewaard')
  },
  'thank you': async (page, server) => {
    await page.goto(`${server.url}/f/lina`)
    await page.getByRole('slider', { name: heard }).fill('3')
    await send(page).click()
    await expect(page.getByRole('heading', { name: 'Je antwoord is binnen.' })).toBeVisible()
  },
  'not now': async (page, server) => {
    await page.goto(`${server.url}/f/lina/not-now`)
  },
}
const problems: LinkProblem[] = [
  { kind: 'unknown' },
  { kind: 'expired' },
  { kind: 'ended', seenBy: ['Noor'] },
  { kind: 'revoked', by: 'Noor' },
  { kind: 'unavailable', resend: [['open', 'Niets']] },
  { kind: 'too-large' },
]
for (const problem of problems) {
  states[problem.kind] = async (page, server) => {
    server.problem = problem
    await page.goto(`${server.url}/f/lina`)
  }
}

for (const [name, reach] of Object.entries(states)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing: ${name}, ${colorScheme}`, async ({ page, server }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await reach(page, server)
      await expectReachable(page)
    })
  }

  test(`nothing lies beside a screen of 320 pixels: ${name}`, async ({ page, server }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await reach(page, server)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('axe needs script, so the tags are read: each choice has its words, its group and its room', async ({
    page,
    server,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`${server.url}/f/lina`)
    const group = page.getByRole('group', { name: heard })
    await expect(group.getByRole('radio')).toHaveCount(12)
    for (const label of await page.locator('label:has([type=radio])').all()) {
      const box = await label.boundingBox()
      expect(box?.width).toBeGreaterThanOrEqual(44)
      expect(box?.height).toBeGreaterThanOrEqual(44)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320)
    }
  })
})

test('long names fit on the smallest screen', async ({ page, server }) => {
  const { buildLongestPage } = await import('../../packages/server/src/respond/respond.factory.ts')
  server.model = buildLongestPage('nl')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`${server.url}/f/lina`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await expectReachable(page)
})

test('one request, and nothing moves while it loads, is answered and is sent', { tag: '@phone' }, async ({
  page,
  server,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.addInitScript(() => {
    Object.assign(window, { shifts: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number
          hadRecentInput: boolean
        }
        if (!hadRecentInput) Object.assign(window, { shifts: Reflect.get(window, 'shifts') + value })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(`${server.url}/f/lina`, { waitUntil: 'networkidle' })
  expect(asked.filter((path) => path.startsWith('/'))).toEqual(['/f/lina'])
  expect(server.gets).toEqual(['/f/lina'])
  for (const slider of await page.getByRole('slider').all()) {
    await slider.scrollIntoViewIfNeeded()
    await slider.click({ position: { x: 60, y: 22 } })
    await page.waitForTimeout(600)
  }
  expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toBe(0)
  expect(complaints).toEqual([])
})

test('every target is as big as a finger', { tag: '@phone' }, async ({ page, server }) => {
  await page.setViewportSize({ width: 375, height: 812 })
  await states.answered?.(page, server)
  for (const target of await page
    .locator('a, button:visible, [type=range], label:has([type=radio]), textarea')
    .all()) {
    const box = await target.boundingBox()
    expect(box?.height, await target.innerHTML()).toBeGreaterThanOrEqual(44)
  }
})

test('in forced colours the lines and the current question can still be seen', async ({ page, server }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await states.answered?.(page, server)
  const line = page.getByRole('slider', { name: heard })
  expect(await line.evaluate((element) => getComputedStyle(element).backgroundImage)).toContain(
    'linear-gradient',
  )
  await line.focus()
  const current = page.locator('section').filter({ hasText: heard })
  expect(await current.evaluate((element) => getComputedStyle(element).borderInlineStartWidth)).toBe('4px')
  const colours = await send(page).evaluate((element) => {
    const { color, backgroundColor } = getComputedStyle(element)
    return [color, backgroundColor]
  })
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
  // axe reckons with the colours that were asked for, not with those that the theme puts in their place.
  await expectReachable(page, ['color-contrast'])
})

test.describe('reading aloud', () => {
  /** A browser on a test machine has no voices: this stands in for the device's own, and keeps what it was told. */
  async function giveVoices(page: Page, voices: { lang: string; localService: boolean }[]): Promise<void> {
    await page.addInitScript((given) => {
      const spoken: { text: string; onstart?: () => void; onend?: () => void }[] = []
      let known: typeof given = []
      const speech = {
        pending: false,
        onvoiceschanged: () => {},
        getVoices: () => known,
        speak: (sentence: (typeof spoken)[number]) => spoken.push(sentence),
        cancel: () => spoken.splice(0),
      }
      Object.defineProperty(window, 'speechSynthesis', { value: speech })
      Object.defineProperty(window, 'SpeechSynthesisUtterance', {
        value: class {
          text: string
          constructor(text: string) {
            this.text = text
          }
        },
      })
      Object.assign(window, { spoken })
      // Browsers find their voices later than the page.
      setTimeout(() => {
        known = given
        speech.onvoiceschanged()
      }, 300)
    }, voices)
  }
  const spoken = (page: Page) =>
    page.evaluate(() => (Reflect.get(window, 'spoken') as { text: string }[]).map(({ text }) => text))

  test('is not offered without a voice of this device in this language', async ({ page, server }) => {
    await giveVoices(page, [
      { lang: 'nl-NL', localService: false },
      { lang: 'en-GB', localService: true },
    ])
    await page.goto(`${server.url}/f/lina`)
    await page.waitForTimeout(500)
    await expect(page.getByRole('button', { name: 'Lees de vragen voor' })).toBeHidden()
  })

  test('reads question by question when asked, and stops when asked', async ({ page, server }) => {
    await giveVoices(page, [{ lang: 'nl-BE', localService: true }])
    await page.goto(`${server.url}/f/lina`)
    const button = page.getByRole('button', { name: 'Lees de vragen voor' })
    await expect(button).toBeVisible()
    expect(await spoken(page)).toEqual([])
    await button.click()
    const read = await spoken(page)
    expect(read).toHaveLength(6)
    expect(read[0]).toContain(heard)
    expect(read[0]).toContain('ja, alles')
    // What is not shown is not read.
    expect(read[0]).not.toContain('Wis dit antwoord')
    expect(read[4]).toContain('Is dat veranderd?')
    const stop = page.getByRole('button', { name: 'Stop met voorlezen' })
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await expect(stop).toBeInViewport()
    await stop.click()
    expect(await spoken(page)).toEqual([])
    await expect(button).toBeVisible()
  })

  test('the button comes back after the last question', async ({ page, server }) => {
    await giveVoices(page, [{ lang: 'nl-NL', localService: true }])
    await page.goto(`${server.url}/f/lina`)
    await page.getByRole('button', { name: 'Lees de vragen voor' }).click()
    await page.evaluate(() => {
      const sentences = Reflect.get(window, 'spoken') as { onstart: () => void; onend: () => void }[]
      sentences.at(-1)?.onstart()
      sentences.at(-1)?.onend()
    })
    await expect(page.getByRole('button', { name: 'Lees de vragen voor' })).toBeVisible()
    await expect(page.getByLabel('Wat moet Noor')).toBeInViewport()
  })
})

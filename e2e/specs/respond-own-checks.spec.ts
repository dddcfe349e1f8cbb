/** The own checks on the respondent's page: a child with faces, one question on the screen; an adult with seven lines. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { shippedInstruments } from '../../packages/server/src/respond/respond.factory.ts'
import { rows, send, test, thanks } from '../respond-actions.ts'
import type { RespondServer } from '../respond-server.ts'

function show(server: RespondServer, id: string): void {
  const instrument = shippedInstruments.find((one) => one.id === id)
  if (instrument === undefined) throw new Error(`There is no ${id}`)
  const { model } = server
  server.model = {
    ...model,
    form: { ...model.form, instrument, agreements: [] },
    ownWords: 'weer met de bus gaan',
  }
}

async function expectReachable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  await expectToFit(page)
}

async function expectToFit(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}

const question = (page: Page, name: string) => page.getByRole('group', { name })
const next = (page: Page) => page.getByRole('button', { name: 'Volgende' })
const back = (page: Page) => page.getByRole('button', { name: 'Terug' })

test('a child answers with faces, one question on the screen', async ({ page, server }, info) => {
  await page.setViewportSize({ width: 375, height: 740 })
  show(server, 'contact-check-child')
  await page.goto(`${server.url}/f/lina`)
  await expect(question(page, 'Hoe was het om te vertellen?')).toBeVisible()
  await expect(question(page, 'Hoe vond je wat we deden?')).toBeHidden()
  await expect(back(page)).toBeHidden()
  await expect(send(page)).toBeHidden()
  await expectReachable(page)
  await question(page, 'Hoe was het om te vertellen?').getByText('niet zo fijn').click()
  await page.screenshot({ path: info.outputPath('child-first.png') })
  await next(page).click()
  await expect(question(page, 'Hoe was het om te vertellen?')).toBeHidden()
  // The keyboard goes on where the eye is.
  await page.keyboard.press('Space')
  await expect(
    question(page, 'Hoe vond je wat we deden?').getByLabel('niet fijn', { exact: true }),
  ).toBeChecked()
  await back(page).click()
  await expect(question(page, 'Hoe was het om te vertellen?').getByLabel('niet zo fijn')).toBeChecked()
  for (const _ of [1, 2, 3]) await next(page).click()
  await question(page, 'Hoe was het samen?').getByText('heel fijn').click()
  await next(page).click()
  await expect(next(page)).toBeHidden()
  await page.getByLabel('Wat kan de volgende keer beter?').fill('Langer spelen')
  await expectReachable(page)
  await page.screenshot({ path: info.outputPath('child-last.png') })
  await send(page).click()
  await expect(thanks(page)).toBeVisible()
  await expect(page.locator('main')).toContainText('niet zo fijn')
  await expectReachable(page)
  await page.screenshot({ path: info.outputPath('child-thanks.png'), fullPage: true })
  const [stored] = [...server.stored.values()]
  expect(stored).toMatchObject({ answers: { heard: 2.5, what: 0, whole: 10 }, openText: 'Langer spelen' })
})

test('a child hides from who sits beside it what it chose', async ({ page, server }, info) => {
  await page.setViewportSize({ width: 375, height: 740 })
  show(server, 'contact-check-child')
  await page.goto(`${server.url}/f/lina`)
  const faces = question(page, 'Hoe was het om te vertellen?')
  const face = faces.locator('label', { hasText: 'niet zo fijn' })
  const looks = async () => (await face.screenshot({ animations: 'disabled' })).toString('base64')
  const hide = page.getByRole('button', { name: 'Verberg mijn antwoorden' })
  await hide.click()
  await expect(hide).toHaveAttribute('aria-pressed', 'true')
  const untouched = await looks()
  await faces.getByText('niet zo fijn').click()
  await hide.focus()
  expect(await looks()).toBe(untouched)
  await page.screenshot({ path: info.outputPath('hidden.png') })
  await hide.click()
  expect(await looks()).not.toBe(untouched)
  await expect(faces.getByLabel('niet zo fijn')).toBeChecked()
})

test('a young child chooses a face; there is nothing else to fill in', async ({ page, server }, info) => {
  await page.setViewportSize({ width: 320, height: 640 })
  show(server, 'contact-check-young-child')
  await page.goto(`${server.url}/f/lina`)
  await expectReachable(page)
  await page.screenshot({ path: info.outputPath('young.png') })
  await page.getByText('verdrietig').click()
  await next(page).click()
  await page.getByLabel('Wil je tekenen of iets vertellen?').fill('Tekende een huis')
  await send(page).click()
  await expect(thanks(page)).toBeVisible()
})

test('seven lines fit on a phone', async ({ page, server }, info) => {
  await page.setViewportSize({ width: 375, height: 740 })
  show(server, 'collaboration-check')
  await page.goto(`${server.url}/f/lina`)
  const sliders = await page.getByRole('slider').all()
  expect(sliders).toHaveLength(7)
  for (const slider of sliders) await slider.fill('7.3')
  await expectReachable(page)
  await page.screenshot({ path: info.outputPath('seven.png'), fullPage: true })
  await send(page).click()
  await expect(thanks(page)).toBeVisible()
  expect([...server.stored.values()][0]?.answers).toMatchObject({ goals: 7.3, past: 7.3 })
})

for (const { id, version, items } of shippedInstruments) {
  test(`without script every question of ${id}@${version} can be answered`, async ({
    browser,
    server,
  }, info) => {
    await using context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    })
    const page = await context.newPage()
    show(server, id)
    await page.goto(`${server.url}/f/lina`)
    await expectToFit(page)
    for (const item of items) {
      const field = page.locator(`[name="a.${item.id}"]`)
      if ((await field.count()) === 1) await field.selectOption('7')
      else await field.nth(1).check()
    }
    await page.screenshot({ path: info.outputPath('plain.png'), fullPage: true })
    await send(page).click()
    await expect(thanks(page)).toBeVisible()
    expect(Object.keys([...server.stored.values()][0]?.answers ?? {})).toEqual(items.map((one) => one.id))
  })
}

const paper = (page: Page) => page.getByRole('img', { name: 'Teken met je vinger of de muis.' })

/** Draws one stroke from share to share of the paper. */
async function stroke(page: Page, from: [number, number], until: [number, number]): Promise<void> {
  const box = await paper(page).boundingBox()
  if (box === null) throw new Error('There is no paper')
  const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const
  await page.mouse.move(...at(from))
  await page.mouse.down()
  await page.mouse.move(...at(until), { steps: 8 })
  await page.mouse.up()
}

test('a young child draws: kept on the device, wiped, sent, and hidden from who sits beside', async ({
  page,
  server,
}, info) => {
  await page.setViewportSize({ width: 375, height: 740 })
  const young = shippedInstruments.find((one) => one.drawing !== undefined)
  if (young === undefined) throw new Error('No check asks for a drawing')
  server.model = { ...server.model, form: { ...server.model.form, instrument: young, agreements: [] } }
  await page.goto(`${server.url}/f/lina`)
  await page.getByText('blij', { exact: true }).click()
  await next(page).click()
  await expect(paper(page)).toBeVisible()
  await expect(page.getByText('Tekenen mag op papier.')).toHaveCount(0)
  await expectReachable(page)
  await stroke(page, [0.1, 0.5], [0.9, 0.5])
  await page.getByRole('button', { name: 'Wis de tekening' }).click()
  const drawn = page.locator('input[name=drawing]')
  await expect(drawn).toHaveValue('')
  await stroke(page, [0.2, 0.2], [0.5, 0.8])
  // A stroke that leaves the paper stays on it.
  await stroke(page, [0.5, 0.8], [0.8, 0.1])
  const made = await drawn.inputValue()
  expect(made).toMatch(/^M60 40L60 40(L\d+ \d+)+M150 160L150 160(L\d+ \d+)+$/)
  await page.screenshot({ path: info.outputPath('drawing.png') })
  await expect
    .poll(async () => (await rows(page)).filter(({ body }) => body.includes('drawing=M60')).length)
    .toBe(1)
  await page.reload()
  await expect(drawn).toHaveValue(made)
  await page.getByRole('button', { name: 'Verberg mijn antwoorden' }).click()
  await expect(page.locator('section path[d^=M60]')).toHaveCSS('opacity', '0')
  // Whoever draws with neither finger nor mouse tells it, by the keyboard alone.
  while (!(await send(page).isVisible())) await next(page).press('Enter')
  await page.getByLabel('Wil je iets vertellen?').fill('Een huis')
  await expectReachable(page)
  await send(page).click()
  await expect(thanks(page)).toBeVisible()
  expect([...server.stored.values()]).toMatchObject([
    { drawing: made, openText: 'Een huis', answers: { whole: 0 } },
  ])
  await expect(page.getByRole('img', { name: 'Tekening' })).toBeVisible()
  await expectReachable(page)
  await page.screenshot({ path: info.outputPath('drawing-thanks.png'), fullPage: true })
})

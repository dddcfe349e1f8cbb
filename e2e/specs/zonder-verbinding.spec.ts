/** Without a connection the app opens and says so; nothing of the work is on the device, and links of others pass by. */
import type { Page } from '@playwright/test'
import { ownRelation } from '../support/own-relation.ts'
import { test } from '../support/quiet.ts'
import { shot } from '../support/shot.ts'
import { expect, expectAccessible, signInAs, step } from '../support/weerklank.ts'

/** Waits until the frame is kept and this page is under its care. */
async function expectKept(page: Page): Promise<void> {
  const kept = () =>
    page.evaluate(
      async () => navigator.serviceWorker.controller !== null && (await caches.match('/')) !== undefined,
    )
  await expect.poll(kept).toBe(true)
}

test('the app opens without a connection, says what is still there, and goes on by itself', {
  tag: '@phone',
}, async ({ page, context, weerklank, noise }) => {
  const own = await ownRelation(page, weerklank, { title: 'Onderweg', people: { Lina: 'client' } })
  await page.goto(own.url)
  await expect(page.getByRole('heading', { level: 1, name: own.title })).toBeVisible()
  await expectKept(page)
  await step('Nothing of the work is kept: only the page and its files', async () => {
    const kept = await page.evaluate(async () => {
      const names = await caches.keys()
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return requests.flat().map((request) => new URL(request.url).pathname)
    })
    expect(kept.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([])
  })
  await step('Without a connection it opens and says so', async () => {
    noise.expectOffline()
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Je bent offline' })).toBeVisible()
    await expect(page.getByText(own.title)).toHaveCount(0)
    await expectAccessible(page)
    await shot(page, 'offline')
  })
  await step('With a connection it opens by itself', async () => {
    await context.setOffline(false)
    await expect(page.getByRole('heading', { level: 1, name: own.title })).toBeVisible()
  })
})

test('the link of a question passes by: one request, and no frame of the app in its place', async ({
  page,
  context,
  weerklank,
  noise,
}) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await expectKept(page)
  // What the app still fetches for later is not asked by the page of the link.
  await page.goto('about:blank')
  const [link = ''] = weerklank.respondent
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(link)
  await expect(page.getByRole('slider').first()).toBeVisible()
  expect(asked.filter((path) => !path.startsWith('/f/'))).toEqual([])
  expect(asked.filter((path) => path === new URL(link).pathname)).toHaveLength(1)
  noise.expectOffline()
  await context.setOffline(true)
  await expect(page.goto(link)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
})

test('a new version is there at once: no page of an older one stays', async ({ page, weerklank }) => {
  await signInAs(page, weerklank, 'Noor Bakker')
  await expectKept(page)
  // What an older version would have left: a frame that says something else.
  await page.evaluate(async () => {
    const old = await caches.open('weerklank-frame-0000000000000000')
    await old.put('/', new Response('<h1>Oud</h1>', { headers: { 'content-type': 'text/html' } }))
  })
  await page.reload()
  await expect(page.getByText('Oud', { exact: true })).toHaveCount(0)
  await expect
    .poll(() => page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('frame-'))))
    .toHaveLength(1)
})

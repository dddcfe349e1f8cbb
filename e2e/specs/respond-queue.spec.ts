import { expect } from '@playwright/test'
import {
  block,
  draft,
  heard,
  key,
  line,
  mark,
  rows,
  send,
  status,
  test,
  thanks,
  whole,
} from '../respond-actions.ts'

test.describe('nothing is lost and nothing counts twice', () => {
  test('offline: kept, said, and sent once there is reception', { tag: '@phone' }, async ({
    page,
    context,
    server,
  }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.6)
    await context.setOffline(true)
    await send(page).click()
    await expect(status(page)).toContainText('Je antwoord is bewaard op deze telefoon.')
    await expect(page.getByRole('button', { name: 'Probeer het nu' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Nu niet meedoen' })).toBeHidden()
    // Who takes her time has a draft beside it.
    const waiting = (await rows(page)).filter(({ wait }) => wait === 1)
    expect(waiting).toMatchObject([{ key, wait: 1 }])
    await context.setOffline(false)
    await expect(thanks(page)).toBeVisible()
    expect(server.posts).toHaveLength(1)
    expect(await rows(page)).toEqual([])
  })

  test('a double tap is one row and one response', async ({ page, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.6)
    await send(page).dblclick()
    await expect(thanks(page)).toBeVisible()
    expect(server.stored.size).toBe(1)
    expect(new Set(server.posts.map((post) => post.get('key')))).toEqual(new Set([key]))
    expect(await rows(page)).toEqual([])
  })

  test('a double tap while offline is one row', async ({ page, context, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.6)
    await context.setOffline(true)
    await send(page).dblclick()
    await expect(status(page)).toContainText('bewaard')
    await page.getByRole('button', { name: 'Probeer het nu' }).click()
    await expect
      .poll(async () => (await rows(page)).filter(({ wait }) => wait).map((row) => [row.key, row.wait]))
      .toEqual([[key, 1]])
    await context.setOffline(false)
    await expect(thanks(page)).toBeVisible()
    expect(server.stored.size).toBe(1)
  })

  test('a closed tab finds its draft back, also behind a new link', async ({ page, context, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.35)
    await page.getByLabel('Een beetje').check()
    await page.getByLabel('Wat moet Noor').fill('half af')
    await draft(page, 'half')
    await page.close()
    const later = await context.newPage()
    await later.goto(`${server.url}/f/nieuwe-link`)
    await expect(line(later, heard)).toHaveValue('3.5')
    await expect(later.getByLabel('Een beetje')).toBeChecked()
    await expect(later.getByLabel('Wat moet Noor')).toHaveValue('half af')
    await expect(line(later, whole)).toHaveAttribute('aria-valuetext', 'Nog geen antwoord')
    await expect(block(later, 'Doen we iets waar jij wat aan hebt?')).toContainText('Deze vraag nu')
    expect(server.posts).toHaveLength(0)
  })

  test('a draft is forgotten after a week', async ({ page, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.35)
    await draft(page, 'a.heard=3.5')
    await page.evaluate(() => {
      const opening = indexedDB.open('weerklank')
      opening.onsuccess = () => {
        const store = opening.result.transaction('rows', 'readwrite').objectStore('rows')
        store.getAll().onsuccess = (event) => {
          const [row] = (event.target as IDBRequest).result
          store.put({ ...row, at: row.at - 8 * 86_400_000 })
        }
      }
    })
    await page.reload()
    await expect.poll(() => rows(page)).toEqual([])
    await expect(line(page, heard)).toHaveAttribute('aria-valuetext', 'Nog geen antwoord')
  })

  test('an answer that waited in a closed tab goes when the link is opened again', async ({
    page,
    context,
    server,
  }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.35)
    server.weather = ['lose']
    await send(page).click()
    await expect(status(page)).toContainText('bewaard')
    await page.close()
    server.weather = ['store']
    const later = await context.newPage()
    await later.goto(`${server.url}/f/nieuwe-link`)
    await expect(thanks(later)).toBeVisible()
    expect(server.stored.get(key)?.answers).toEqual({ heard: 3.5 })
    expect(await rows(later)).toEqual([])
  })

  test('an answer that waited goes from the page that says the link has expired', async ({
    page,
    server,
  }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.35)
    server.weather = ['refuse', 'store']
    await send(page).click()
    await expect(status(page)).toContainText('bewaard')
    server.problem = { kind: 'expired' }
    await page.goto(`${server.url}/f/lina`)
    await expect(thanks(page)).toBeVisible()
    expect(server.stored.size).toBe(1)
  })

  test('an answer that waited for another link goes from any page, without a word', async ({
    page,
    server,
  }) => {
    // An empty page of the same origin: one with a script could already send what is put there for it.
    await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: '' }))
    await page.goto(`${server.url}/empty`)
    await page.evaluate(
      (body) =>
        new Promise((resolve) => {
          const opening = indexedDB.open('weerklank')
          opening.onupgradeneeded = () =>
            opening.result.createObjectStore('rows', { keyPath: ['wait', 'key'] })
          opening.onsuccess = () => {
            const work = opening.result.transaction('rows', 'readwrite')
            work.objectStore('rows').put({ key: 'another', wait: 1, url: '/f/another', body, at: Date.now() })
            work.oncomplete = resolve
          }
        }),
      `key=${key}&a.heard=2&lang=nl`,
    )
    await page.goto(`${server.url}/f/unknown`)
    await expect.poll(() => server.posts.length).toBe(1)
    await expect.poll(() => rows(page)).toEqual([])
    await expect(line(page, heard)).toHaveAttribute('aria-valuetext', 'Nog geen antwoord')
  })

  test('two tabs: one response, and both say so', async ({ page, context, server }) => {
    const other = await context.newPage()
    await page.goto(`${server.url}/f/lina`)
    await other.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.2)
    await mark(other, heard, 0.9)
    await Promise.all([send(page).click(), send(other).click()])
    await expect(thanks(page)).toBeVisible()
    await expect(thanks(other)).toBeVisible()
    expect(server.stored.size).toBe(1)
    expect(await rows(page)).toEqual([])
  })

  test('a server that is not there for a moment', async ({ page, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.6)
    server.weather = ['refuse', 'store']
    await send(page).click()
    await expect(status(page)).toContainText('We versturen het zodra er weer internet is.')
    await expect(thanks(page)).toBeVisible()
    expect(server.posts).toHaveLength(2)
  })

  test('someone presses again while it waits', async ({ page, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.6)
    server.weather = ['refuse', 'refuse', 'store']
    await send(page).click()
    await expect(status(page)).toContainText('bewaard')
    await page.getByRole('button', { name: 'Probeer het nu' }).click()
    await expect(thanks(page)).toBeVisible()
    const times = server.posts.map((post) => post.get('at'))
    expect(new Set(times).size).toBe(1)
  })

  test('a server that says nothing is given up after a quarter of a minute, and asked again', async ({
    page,
    server,
  }) => {
    await page.clock.install()
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.6)
    server.weather = ['stall', 'store']
    await send(page).click()
    await expect.poll(() => server.posts.length).toBe(1)
    await page.clock.runFor(14_000)
    await expect(status(page)).toHaveText('We versturen je antwoord …')
    await page.clock.runFor(1_500)
    await expect(status(page)).toContainText('bewaard')
    await page.clock.runFor(2_500)
    await expect(thanks(page)).toBeVisible()
    expect(server.stored.size).toBe(1)
  })

  test('killed between request and answer: sent again under the same key, stored once', async ({
    page,
    server,
  }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.6)
    // Twice, because the browser itself repeats a lost request once; the third is the page's own.
    server.weather = ['forget', 'forget', 'store']
    await send(page).click()
    await expect(status(page)).toContainText('bewaard')
    expect(server.stored.size).toBe(1)
    await expect(thanks(page)).toBeVisible()
    expect(server.posts.map((post) => post.get('key'))).toEqual([key, key, key])
    expect(server.stored.size).toBe(1)
    expect(await rows(page)).toEqual([])
  })

  test('the sign-in page of a public network is no receipt', async ({ page, server }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.6)
    server.weather = ['portal', 'store']
    await send(page).click()
    await expect(status(page)).toContainText('bewaard')
    await expect(thanks(page)).toBeVisible()
    expect(server.stored.size).toBe(1)
  })

  test('a link that was withdrawn: said plainly, answers stay, nothing is tried again', async ({
    page,
    server,
  }) => {
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.6)
    server.weather = ['revoked']
    await send(page).click()
    await expect(status(page)).toHaveText(
      'Deze link is ingetrokken. Je antwoord is niet verstuurd. Het staat hier nog.',
    )
    await expect(line(page, heard)).toHaveValue('6')
    expect((await rows(page)).filter((row) => row.wait)).toEqual([])
    await page.waitForTimeout(2500)
    expect(server.posts).toHaveLength(1)
  })

  test('a browser that keeps nothing says so, and goes on trying', async ({ page, server }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined })
    })
    await page.goto(`${server.url}/f/lina`)
    await mark(page, heard, 0.6)
    // The browser itself repeats a lost request once.
    server.weather = ['lose', 'lose', 'store']
    await send(page).click()
    await expect(status(page)).toContainText('Laat dit scherm open: we proberen het steeds opnieuw.')
    await expect(thanks(page)).toBeVisible()
    expect(server.stored.get(key)?.answers).toEqual({ heard: 6 })
  })
})

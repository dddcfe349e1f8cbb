/** What the browser itself enforces on our pages, tried from the inside: the policy is only as good as what it stops. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, signInAs, step, test, type Weerklank } from '../support/weerklank.ts'

/** What an attacker who got text onto a page would try; each entry says whether it worked. */
function tryEverything(page: Page): Promise<Record<string, boolean>> {
  return page.evaluate(async () => {
    // Within the call itself the test's own tools may do what pages may not.
    await new Promise((resolve) => setTimeout(resolve, 10))
    const ran: string[] = []
    Object.assign(window, { wkRan: (what: string) => ran.push(what) })
    const attempt = (act: () => void) => {
      try {
        act()
        return true
      } catch {
        return false
      }
    }
    const script = (fill: (element: HTMLScriptElement) => void) =>
      attempt(() => {
        const element = document.createElement('script')
        fill(element)
        document.head.append(element)
      })
    const found = {
      markup: attempt(() => {
        document.createElement('div').innerHTML = '<img src=x onerror="wkRan(1)">'
      }),
      code: attempt(() => {
        // biome-ignore lint/security/noGlobalEval: that is what must not work
        globalThis.eval('1')
      }),
    }
    script((element) => {
      element.text = 'wkRan("inline")'
    })
    attempt(() => {
      const link = document.createElement('a')
      document.body.append(link)
      link.setAttribute('onclick', 'wkRan("handler")')
      link.click()
    })
    const image = await new Promise<boolean>((resolve) => {
      const picture = new Image()
      picture.onload = () => resolve(true)
      picture.onerror = () => resolve(false)
      picture.src = 'https://elders.example/x.png'
    })
    const said = await fetch('https://elders.example/').then(
      () => true,
      () => false,
    )
    return { ...found, image, said, ran: ran.length > 0 }
  })
}

const nothing = { markup: false, code: false, image: false, said: false, ran: false }

/** A page on another site: it may try to show ours in a frame, or to post to it. */
async function otherSite(html: string) {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The pages before the door. */
function openPages({ url, respondent }: Weerklank): [name: string, url: string][] {
  return [
    ['the sign-in page', `${url}/inloggen`],
    ['the respondent’s page', respondent[0] ?? ''],
    ['a link that is none', `${url}/f/${randomUUID()}`],
  ]
}

test('a page runs nothing, loads nothing and tells nothing that is not its own', async ({
  page,
  weerklank,
}) => {
  for (const [name, url] of openPages(weerklank)) {
    await step(name, async () => {
      await page.goto(url)
      expect(await tryEverything(page)).toEqual(nothing)
    })
  }
  await step('the pages behind the door', async () => {
    await signInAs(page, weerklank, 'Noor Bakker')
    expect(await tryEverything(page)).toEqual(nothing)
  })
})

test('another site can neither show our pages in its own nor fill in a form of ours', async ({
  page,
  weerklank,
}) => {
  const link = weerklank.respondent[1] ?? ''
  const frames = openPages(weerklank).map(([, url]) => `<iframe src="${url}"></iframe>`)
  const form = `<form method="post" action="${link}"><input name="key" value="${randomUUID()}"></form>`
  await using other = await otherSite(frames.join('') + form)
  await page.goto(other.url)
  await expect(page.locator('iframe')).toHaveCount(frames.length)
  for (const frame of page.frames().slice(1)) {
    await expect.poll(() => frame.url()).toMatch(/^(chrome-error:|about:blank)/)
  }
  const answered = page.waitForResponse(link)
  await page.evaluate(() => document.forms[0]?.submit())
  expect((await answered).status()).toBe(403)
})

test('a form of ours is taken from our own page, also where the browser says nothing of where it comes from', async ({
  browser,
  weerklank,
}) => {
  await using context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(weerklank.respondent[2] ?? '')
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.locator('form button.go, form button[type=submit], form button:not([type])').first().click()
  expect([303, 422]).toContain((await answered).status())
})

import type { BrowserContext } from '@playwright/test'
import { expect, test as withWeerklank } from './weerklank.ts'

/** What a page must never do: throw, complain in the console (also about the content policy), or call another site. */
export type Noise = {
  /** Listens to one more browser, e.g. that of a colleague. */
  watch: (context: BrowserContext) => void
  /** The server refuses something on purpose in this test: the browser writes that down, and it is no fault. */
  expectRefusal: (status: number) => void
  /** The connection is taken away on purpose: the browser writes that down too. */
  expectOffline: () => void
}

/** A test that fails on any noise of the browser, wherever in the test it was made. */
export const test = withWeerklank.extend<{ noise: Noise }>({
  noise: [
    async ({ context, weerklank }, use) => {
      const heard: string[] = []
      const refusals = new Set<number>()
      let isOffline = false
      const watch = (one: BrowserContext) => {
        one.on('weberror', (thrown) => heard.push(`thrown: ${thrown.error().message}`))
        one.on('console', (line) => {
          if (line.type() === 'error') heard.push(`console: ${line.text()}`)
        })
        one.on('request', (request) => {
          const { origin, protocol } = new URL(request.url())
          if (protocol.startsWith('http') && origin !== weerklank.url) heard.push(`request: ${request.url()}`)
        })
      }
      watch(context)
      await use({
        watch,
        expectRefusal: (status) => refusals.add(status),
        expectOffline: () => {
          isOffline = true
        },
      })
      const isExpected = (line: string) =>
        (isOffline && /net::ERR_INTERNET_DISCONNECTED|console: ApiError: /.test(line)) ||
        [...refusals].some((status) => line.includes(`responded with a status of ${status} `))
      expect(heard.filter((line) => !isExpected(line))).toEqual([])
    },
    { auto: true },
  ],
})

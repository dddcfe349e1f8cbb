import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { filledFolder } from './filled.ts'

const program = fileURLToPath(new URL('../../packages/server/bin/weerklank.js', import.meta.url))

/** The product as `npm start` runs it, with its own database and the demo workspace. */
export type Weerklank = {
  url: string
  /** Fresh check links of the demo. */
  respondent: string[]
  /** One-click sign-in per demo person. */
  signIn: Record<string, string>
  /** Where its database is, for the command line. */
  dataDir: string
  /** Ends the process at once, as a crash would. */
  kill: () => Promise<void>
  /** Starts it again on the same folder and port. */
  restart: () => Promise<void>
}

type Started = Pick<Weerklank, 'url' | 'respondent' | 'signIn'> & { child: ChildProcess }

type Settings = Readonly<Record<string, string>>

async function start(dataDir: string, port: string, more: Settings): Promise<Started> {
  const child = spawn(process.execPath, [program, 'serve', '--data', dataDir], {
    env: {
      ...process.env,
      ...{ PORT: port, LOG_LEVEL: 'warn', DATABASE_URL: '', TEST_DATABASE_URL: '' },
      // So that each test can come from an address of its own: the limits per address are for one person.
      TRUST_PROXY: '1',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"ready":true')) return { child, ...JSON.parse(line) }
  }
  throw new Error('The server ended before it was ready')
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

/** A test with the product beside it: one for all tests of a worker. */
export const test = base.extend<object, { weerklank: Weerklank; extraSettings: Settings }>({
  /** More settings of the product, for a file of tests that needs them. */
  extraSettings: [{}, { scope: 'worker', option: true }],
  weerklank: [
    async ({ extraSettings }, use) => {
      const dataDir = await filledFolder()
      let running = await start(dataDir, '0', extraSettings)
      const { url, respondent, signIn } = running
      const weerklank: Weerklank = {
        url,
        respondent,
        signIn,
        dataDir,
        kill: () => end(running.child, 'SIGKILL'),
        restart: async () => {
          running = await start(dataDir, new URL(url).port, extraSettings)
          // Each start has its own links.
          Object.assign(weerklank, { respondent: running.respondent, signIn: running.signIn })
        },
      }
      await use(weerklank)
      await end(running.child, 'SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

/** A step of the story, in words: Given …, When …, Then …. */
export const step = test.step

/** Signs in as one of the demo's people. */
export async function signInAs(page: Page, weerklank: Weerklank, person: string): Promise<void> {
  // What the page before still asks for would be asked in the name of nobody, or of someone else.
  await page.goto('about:blank')
  const link = weerklank.signIn[person]
  if (link === undefined) throw new Error(`The demo has no ${person}`)
  await page.goto(link)
  // Not everyone begins at the same page: it depends on the roles.
  await page.waitForURL((url) => !url.pathname.startsWith('/api/'))
}

/** Nothing that axe knows of stands in anyone's way in this state of the page. */
export async function expectAccessible(page: Page): Promise<void> {
  // Of a page whose scripts are still coming there is nothing to look at; behind a lock it has no heading of its own.
  await page.locator('h1, dialog[open], [role="dialog"]').first().waitFor({ state: 'attached' })
  // A notice lies over the page for a moment, over whatever happens to be there: a button half under it is no smaller for that.
  const notices = page.locator('.wk-notices')
  const place = (position: string) =>
    notices.evaluateAll((all, value) => {
      for (const one of all) if (one instanceof HTMLElement) one.style.position = value
    }, position)
  await place('static')
  const { violations } = await new AxeBuilder({ page })
    // In the page itself, which has no frames: half the time.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  await place('')
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' ')}`)).toEqual([])
}

export { expect }

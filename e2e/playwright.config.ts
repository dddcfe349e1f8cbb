/** Browser tests: Dutch, in Amsterdam, on the browser that scripts/browser.ts finds. */
import { availableParallelism } from 'node:os'
import { chromium, defineConfig } from '@playwright/test'
import { findBrowser, thisMachine } from '../scripts/browser.ts'
import { keepTestsInMemory } from '../scripts/test-folder.ts'

const browser = findBrowser(thisMachine(chromium.executablePath()))
// Every worker reads this file again; it must not search, let alone install, again.
process.env.CHROMIUM_PATH = browser.path
keepTestsInMemory()

// Chromium's sandbox refuses to run as root, which is who one is in most containers.
const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const quietArgs = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export default defineConfig({
  testDir: './specs',
  globalSetup: './setup.config.ts',
  outputDir: '../test-results/browser',
  // Each worker has a server, a database and a browser of its own: one for each core, and memory for four.
  workers: Math.max(2, Math.min(4, availableParallelism())),
  // Two browsers, two servers and two databases share what cores there are. What fails twice is wrong; what fails once
  // does not stop the change of somebody else, and the gate names it at its end.
  retries: 1,
  forbidOnly: true,
  // No machine comes near these, however slow or busy: they end what hangs, and what is there is seen at once.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.BROWSER_REPORT ?? '../test-results/browser.json' }],
  ],
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // What the page showed is kept of each failure; a trace costs the runner a quarter more: ask with --trace on.
    trace: 'off',
    // A button that is not there is told before the end of the test.
    actionTimeout: 30_000,
    launchOptions: { executablePath: browser.path, args: [...rootArgs, ...quietArgs] },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    // Only what is tagged runs on the phone as well: test('…', { tag: '@phone' }, …).
    {
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true },
    },
  ],
})

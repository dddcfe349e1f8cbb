/** Finds a Chromium to test with, or installs one, or says in one sentence what to do. It never answers "none". */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What the search may see of the machine; an argument, so that it can be tried on a machine of paper. */
export type Machine = {
  env: Record<string, string | undefined>
  isRoot: boolean
  /** Where Playwright would have put its own browser; it need not be there. */
  playwrightBrowser: string
  /** Full paths of browsers that are on no PATH, such as the applications of macOS. */
  applications: string[]
}

export type FoundBrowser = { path: string; from: 'CHROMIUM_PATH' | 'playwright' | 'system' | 'apt-get' }

const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const ADVICE =
  'Install Chromium or Google Chrome, or run `npx playwright install chromium`, or set CHROMIUM_PATH to the browser file.'

export function thisMachine(playwrightBrowser: string): Machine {
  const applications = ['Google Chrome', 'Chromium'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  )
  return { env: process.env, isRoot: process.getuid?.() === 0, playwrightBrowser, applications }
}

/** Throws one clear sentence when there is no browser and none can be installed. */
export function findBrowser(machine: Machine): FoundBrowser {
  const wish = machine.env.CHROMIUM_PATH
  if (wish !== undefined && wish !== '') {
    if (isProgram(wish)) return { path: wish, from: 'CHROMIUM_PATH' }
    throw new Error(
      `CHROMIUM_PATH names ${wish}, which is no program that this user may run. Correct it or unset it.`,
    )
  }
  if (isProgram(machine.playwrightBrowser)) return { path: machine.playwrightBrowser, from: 'playwright' }
  const system = systemBrowser(machine)
  return system === undefined ? installedBrowser(machine) : { path: system, from: 'system' }
}

function systemBrowser({ env, applications }: Machine): string | undefined {
  for (const name of NAMES) {
    const found = onPath(name, env)
    if (found !== undefined) return found
  }
  return applications.find(isProgram)
}

function onPath(name: string, env: Machine['env']): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, name)).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function installedBrowser(machine: Machine): FoundBrowser {
  const aptGet = onPath('apt-get', machine.env)
  if (!machine.isRoot || aptGet === undefined) {
    const reason =
      aptGet === undefined ? 'this system has no apt-get to install one' : 'only root may install one'
    throw new Error(`No browser for the browser tests was found, and ${reason}. ${ADVICE}`)
  }
  const said = ['update', 'install -y --no-install-recommends chromium-headless-shell'].map((order) =>
    run(aptGet, order, machine),
  )
  const path = systemBrowser(machine)
  if (path !== undefined) return { path, from: 'apt-get' }
  throw new Error(
    `No browser was found, and apt-get could not install chromium-headless-shell (${said.at(-1)}). ${ADVICE}`,
  )
}

/** The last line that it said. Progress goes to standard error, so that a long installation is no silence. */
function run(aptGet: string, order: string, { env }: Machine): string {
  console.error(`No browser found: apt-get ${order}`)
  const done = spawnSync(aptGet, order.split(' '), {
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
  })
  const words = `${done.stderr ?? ''}${done.error?.message ?? ''}`.trim().split('\n')
  return words.at(-1) || `exit code ${done.status}`
}

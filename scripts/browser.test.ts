import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findBrowser, type Machine } from './browser.ts'
import { type TempTree, tempTree } from './temp-tree.ts'

const PROGRAM = '#!/bin/sh\n'

/** A machine whose whole world is this tree: its PATH is `bin`, and `own` is Playwright's browser. */
function machine(tree: TempTree, more: { isRoot?: boolean; env?: Record<string, string> } = {}): Machine {
  return {
    env: { PATH: tree.at('bin'), ...more.env },
    isRoot: more.isRoot ?? false,
    playwrightBrowser: tree.at('own'),
    applications: [tree.at('Applications/Chrome')],
  }
}

/** An apt-get that writes down what it was asked and, when it installs, puts a browser beside itself. */
const aptGet = (installs: boolean) =>
  [
    '#!/bin/sh',
    'folder=$(/usr/bin/dirname "$0")',
    'echo "$*" >> "$folder/asked"',
    installs
      ? 'if [ "$1" = install ]; then printf "#!/bin/sh\\n" > "$folder/chromium"; /bin/chmod +x "$folder/chromium"; fi'
      : '',
    installs ? 'exit 0' : 'echo "E: Unable to locate package" >&2; exit 100',
    '',
  ].join('\n')

describe('the first of these that is there', () => {
  const everything = { wish: PROGRAM, own: PROGRAM, 'bin/chromium': PROGRAM, 'bin/google-chrome': PROGRAM }

  test('CHROMIUM_PATH', () => {
    using tree = tempTree(everything)
    const found = findBrowser(machine(tree, { env: { CHROMIUM_PATH: tree.at('wish') } }))
    expect(found).toEqual({ path: tree.at('wish'), from: 'CHROMIUM_PATH' })
  })

  test('the browser that Playwright installed', () => {
    using tree = tempTree(everything)
    expect(findBrowser(machine(tree, { env: { CHROMIUM_PATH: '' } }))).toEqual({
      path: tree.at('own'),
      from: 'playwright',
    })
  })

  test('a browser of the system, the headless shell first', () => {
    using tree = tempTree({ 'bin/chromium': PROGRAM, 'bin/chromium-headless-shell': PROGRAM })
    expect(findBrowser(machine(tree))).toEqual({
      path: tree.at('bin/chromium-headless-shell'),
      from: 'system',
    })
  })

  test('an application that is on no PATH', () => {
    using tree = tempTree({ 'Applications/Chrome': PROGRAM })
    expect(findBrowser(machine(tree))).toEqual({ path: tree.at('Applications/Chrome'), from: 'system' })
  })

  test('as root, what apt-get installs', () => {
    using tree = tempTree({ 'bin/apt-get': aptGet(true) })
    const found = findBrowser(machine(tree, { isRoot: true }))
    expect(readFileSync(tree.at('bin/asked'), 'utf8')).toMatch(
      /^update\ninstall -y .*chromium-headless-shell\n$/,
    )
    expect(found).toEqual({
      path: tree.at('bin/chromium'),
      from: 'apt-get',
    })
  })
})

describe('one clear sentence', () => {
  test('for a CHROMIUM_PATH that is no program, also when another browser is there', () => {
    using tree = tempTree({ wish: 'no program', own: PROGRAM })
    const env = { CHROMIUM_PATH: tree.at('wish') }
    expect(() => findBrowser(machine(tree, { env }))).toThrow(
      /CHROMIUM_PATH names .*wish, which is no program/,
    )
  })

  test('for an ordinary user, who does not get to see apt-get at work', () => {
    using tree = tempTree({ 'bin/apt-get': aptGet(true) })
    expect(() => findBrowser(machine(tree))).toThrow(
      /only root may install one\. Install Chromium .* set CHROMIUM_PATH/,
    )
  })

  test('for root on a system without apt-get', () => {
    using tree = tempTree({ 'bin/readme': '' })
    expect(() => findBrowser(machine(tree, { isRoot: true }))).toThrow(/this system has no apt-get/)
  })

  test('when apt-get knows no such package', () => {
    using tree = tempTree({ 'bin/apt-get': aptGet(false) })
    expect(() => findBrowser(machine(tree, { isRoot: true }))).toThrow(
      /apt-get could not install chromium-headless-shell \(E: Unable to locate package\)/,
    )
  })
})

test('a folder and a file without the right to run are no browsers', () => {
  using tree = tempTree({ 'own/readme': '', 'bin/chromium': 'no program', 'bin/google-chrome': PROGRAM })
  expect(findBrowser(machine(tree)).path).toBe(tree.at('bin/google-chrome'))
})

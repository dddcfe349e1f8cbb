import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './cli.fixture.ts'
import { buildWebIfNeeded } from './web-build.ts'

const page = 'packages/web/dist/index.html'
const screen = 'packages/web/src/app/Shell.tsx'
const rule = 'packages/core/src/feedback/signal.ts'
const vite = 'node_modules/vite/bin/vite.js'

/** Writes down how it was called, and builds a page: what Vite does, as far as the start can see. */
const paperVite = `
  import { mkdirSync, writeFileSync } from 'node:fs'
  mkdirSync('packages/web/dist', { recursive: true })
  writeFileSync('packages/web/dist/index.html', process.argv.slice(2).join(' '))
`

/** A project of paper: sources that were written an hour ago, nothing built. */
function paperProject() {
  const folder = temporaryFolder()
  const write = (path: string, text: string) => {
    mkdirSync(dirname(folder.in(path)), { recursive: true })
    writeFileSync(folder.in(path), text)
  }
  write('package.json', '{ "type": "module" }')
  for (const path of [screen, rule, 'packages/web/index.html', 'packages/web/vite.config.ts']) write(path, '')
  write(vite, paperVite)
  const lines: string[] = []
  const change = (path: string, secondsAgo: number) => {
    const moment = Date.now() / 1000 - secondsAgo
    utimesSync(folder.in(path), moment, moment)
  }
  const folders = [
    'packages/web/src/app',
    'packages/web/src',
    'packages/core/src/feedback',
    'packages/core/src',
  ]
  for (const path of [screen, rule, 'packages/web/index.html', 'packages/web/vite.config.ts', ...folders]) {
    change(path, 3600)
  }
  return {
    ...folder,
    lines,
    write,
    change,
    build: () => buildWebIfNeeded(folder.path, (line) => lines.push(line)),
    [Symbol.dispose]: folder[Symbol.dispose],
  }
}

test('screens that were never built are built, and a line says so', async () => {
  using project = paperProject()
  await project.build()
  expect(project.lines).toEqual(['De schermen worden gebouwd. Dat duurt even.'])
  expect(readFileSync(project.in(page), 'utf8')).toBe('build packages/web --logLevel warn')
})

test('screens that are as new as their sources are left as they are', async () => {
  using project = paperProject()
  project.write(page, 'old')
  project.change(page, 1800)
  await project.build()
  expect(project.lines).toEqual([])
  expect(readFileSync(project.in(page), 'utf8')).toBe('old')
})

test.each([screen, rule, 'packages/web/index.html', 'packages/web/vite.config.ts'])(
  'a change of %s builds them anew',
  async (path) => {
    using project = paperProject()
    project.write(page, 'old')
    project.change(page, 1800)
    project.change(path, 60)
    await project.build()
    expect(readFileSync(project.in(page), 'utf8')).not.toBe('old')
    expect(project.lines).toHaveLength(1)
    await project.build()
    expect(project.lines).toHaveLength(1)
  },
)

test('so does a source that is gone', async () => {
  using project = paperProject()
  project.write(page, 'old')
  project.change(page, 1800)
  rmSync(project.in(rule))
  await project.build()
  expect(project.lines).toHaveLength(1)
})

test('an installation without Vite uses what it came with, and says what to do when nothing came', async () => {
  using project = paperProject()
  rmSync(project.in(vite))
  await expect(project.build()).rejects.toThrow(
    'The web app is not built (packages/web/dist/index.html is missing), and Vite is not installed. Run `npm ci` and start again.',
  )
  project.write(page, 'old')
  project.change(page, 7200)
  await project.build()
  expect(readFileSync(project.in(page), 'utf8')).toBe('old')
})

test('a build that fails stops the start', async () => {
  using project = paperProject()
  project.write(vite, 'process.exit(3)')
  await expect(project.build()).rejects.toThrow(
    'The web app could not be built. What Vite said stands above.',
  )
  expect(existsSync(project.in(page))).toBe(false)
})

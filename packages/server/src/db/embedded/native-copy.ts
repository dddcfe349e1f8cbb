import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, grants, READ, reachable, SEARCH } from './account.ts'
import { EmbeddedError } from './embedded-error.ts'
import type { Native } from './native.ts'

/** Gives a PostgreSQL that the account can read and run: the installed one, or else a copy made once. */
export function usableNative(native: Native, account: Account | undefined, dataDir: string): Native {
  const dir = realpathSync(native.dir)
  if (account === undefined || isOpen(dir, account)) return { ...native, dir }
  for (const parent of [dataDir, tmpdir(), '/var/tmp', '/tmp']) {
    const copy = tryCopy({ ...native, dir }, account, parent)
    if (copy !== undefined) return copy
  }
  throw new EmbeddedError(
    'closed-folder',
    `PostgreSQL does not run as root and its user (number ${account.uid}) cannot read ${dir}, nor could a copy be placed where it can: put Weerklank in an open folder such as /opt, start as an ordinary user, or set DATABASE_URL.`,
  )
}

/** Installed under a strict umask or in a closed home folder, the files are of no use to another user. */
function isOpen(dir: string, account: Account): boolean {
  const program = join(dir, 'bin', 'postgres')
  const deep = join(dir, 'share', 'postgresql', 'timezone', 'Europe', 'Amsterdam')
  try {
    return (
      reachable(program, account) &&
      grants(statSync(program), account, READ | SEARCH) &&
      reachable(deep, account) &&
      grants(statSync(deep), account, READ)
    )
  } catch {
    return false
  }
}

function tryCopy(native: Native, account: Account, parent: string): Native | undefined {
  try {
    const target = join(realpathSync(parent), `weerklank-postgres-${native.version}`)
    if (!reachable(target, account)) return undefined
    if (!isTrusted(target, native)) placeCopy(native, target)
    return isTrusted(target, native) && runs(target, account) ? { ...native, dir: target } : undefined
  } catch {
    // No room, not writable, not removable: the next place is tried.
    return undefined
  }
}

function placeCopy(native: Native, target: string): void {
  const draft = `${target}.${process.pid}`
  try {
    mkdirSync(draft, { mode: 0o755 })
    cpSync(native.dir, draft, { recursive: true, verbatimSymlinks: true, filter: isNeeded })
    openUp(draft)
    rmSync(target, { recursive: true, force: true })
    renameSync(draft, target)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Static libraries and build files are not needed at run time. */
function isNeeded(path: string): boolean {
  return !/\.a$|\/pkgconfig$|\/pgxs$/.test(path)
}

function openUp(dir: string): void {
  chmodSync(dir, 0o755)
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) openUp(path)
    // The sticky bit on a file tells cleaners of temporary folders to leave it (XDG base directory specification).
    else if (entry.isFile()) chmodSync(path, 0o1755)
  }
}

/**
 * Only a complete copy made by ourselves is run: in a shared folder anyone can prepare something of that name. What
 * is inside a folder that only we can write in, we made.
 */
function isTrusted(target: string, native: Native): boolean {
  if (!existsSync(target)) return false
  const own = lstatSync(target)
  if (!own.isDirectory() || own.uid !== process.getuid?.() || (own.mode & 0o022) !== 0) return false
  const found = sizes(target)
  const expected = sizes(native.dir)
  return expected.size === found.size && [...expected].every(([path, size]) => found.get(path) === size)
}

/** Size in bytes of each needed file, by its path below `dir`. */
function sizes(dir: string, below = '', into = new Map<string, number>()): Map<string, number> {
  for (const item of readdirSync(join(dir, below), { withFileTypes: true })) {
    const path = join(below, item.name)
    if (!isNeeded(`/${path}`)) continue
    if (item.isDirectory()) sizes(dir, path, into)
    else into.set(path, lstatSync(join(dir, path)).size)
  }
  return into
}

/** A folder mounted `noexec` holds the copy but does not let it run. */
function runs(dir: string, account: Account): boolean {
  const probe = spawnSync(join(dir, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/' })
  return probe.status === 0
}

import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Account, giveTo, reachable } from './account.ts'
import { SOCKET_FOLDER } from './data-folder.ts'
import { SOCKET_NAME } from './settings.ts'

/** `sun_path` holds 108 bytes on Linux and 104 on macOS, one of them for the closing zero. */
const PATH_LIMIT_BYTES = process.platform === 'linux' ? 107 : 103

/** A private folder for the socket: in the data folder or, where that is too deep or closed, in the temporary one. */
export function makeSocketFolder(dataDir: string, account: Account | undefined): string {
  const inside = join(dataDir, SOCKET_FOLDER)
  if (fits(inside) && isReachable(inside, account)) return makePrivate(inside, account)
  const name = `weerklank-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  const parents = [tmpdir(), '/tmp']
    .filter((parent) => existsSync(parent))
    .map((parent) => realpathSync(parent))
  const parent =
    parents.find((path) => fits(join(path, name)) && isReachable(join(path, name), account)) ?? '/tmp'
  return makePrivate(join(parent, name), account)
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, SOCKET_NAME)) <= PATH_LIMIT_BYTES
}

function isReachable(path: string, account: Account | undefined): boolean {
  return account === undefined || reachable(path, account)
}

function makePrivate(path: string, account: Account | undefined): string {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  // In a shared folder someone else may have made this name first: then a new one that nobody can know.
  const folder = isOurs(path, account) ? path : mkdtempSync(join(dirname(path), 'weerklank-'))
  giveTo(account, folder)
  chmodSync(folder, 0o700)
  // What a crash left behind would be taken for a running server when its number is in use again.
  rmSync(join(folder, SOCKET_NAME), { force: true })
  rmSync(join(folder, `${SOCKET_NAME}.lock`), { force: true })
  return folder
}

function isOurs(path: string, account: Account | undefined): boolean {
  const stats = lstatSync(path)
  return stats.isDirectory() && (stats.uid === process.getuid?.() || stats.uid === account?.uid)
}

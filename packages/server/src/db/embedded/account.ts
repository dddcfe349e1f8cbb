import { lchownSync, readFileSync, type Stats, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { codeOf, EmbeddedError } from './embedded-error.ts'

/** The numeric user and group that PostgreSQL runs as. */
export type Account = { uid: number; gid: number }

export const READ = 4
export const SEARCH = 1

/**
 * PostgreSQL refuses to run as root. As root we give it another user: the owner of what is already there, else
 * `nobody`, else `postgres`. `undefined` means: our own user, nothing to change.
 */
export function chooseAccount(clusterDir: string, dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = ownerOf(clusterDir)
  if (owner !== undefined) return owner
  const known = readAccounts()
  const host = ownerOf(dataDir)
  // initdb looks its user up by number and stops when that number has no name.
  if (host !== undefined && [...known.values()].some((account) => account.uid === host.uid)) return host
  const account = known.get('nobody') ?? known.get('postgres')
  if (account !== undefined) return account
  throw new EmbeddedError(
    'no-account',
    'PostgreSQL does not run as root and this system has no user "nobody" or "postgres": start as an ordinary user, or set DATABASE_URL.',
  )
}

/** initdb stops when its user has a number but no name, as with `docker run --user 1234`: say so before it does. */
export function assertOwnName(): void {
  try {
    userInfo()
  } catch (cause) {
    throw new EmbeddedError(
      'no-account',
      `PostgreSQL needs a name for user number ${process.getuid?.()} and this system has none: add a line for it to /etc/passwd, or set DATABASE_URL.`,
      cause,
    )
  }
}

/** Makes the account the owner of a file or folder; nothing to do when we run as ourselves. */
export function giveTo(account: Account | undefined, path: string): void {
  if (account === undefined) return
  try {
    lchownSync(path, account.uid, account.gid)
  } catch (cause) {
    if (!mayNotBecome(cause)) throw cause
    throw new EmbeddedError(
      'no-account',
      `PostgreSQL does not run as root, and this container or disk does not allow giving ${path} to user number ${account.uid}: start as an ordinary user, choose another folder with --data, or set DATABASE_URL.`,
      cause,
    )
  }
}

/** What the system answers where there are no other users: a container of one user, a disk without owners. */
export function mayNotBecome(error: unknown): boolean {
  return codeOf(error) === 'EPERM' || codeOf(error) === 'EINVAL'
}

function ownerOf(path: string): Account | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats === undefined || stats.uid === 0 ? undefined : { uid: stats.uid, gid: stats.gid }
}

function readAccounts(): Map<string, Account> {
  const accounts = new Map<string, Account>()
  for (const line of readPasswd().split('\n')) {
    const [name, , uid, gid] = line.split(':')
    const account = { uid: Number(uid), gid: Number(gid) }
    if (name !== undefined && account.uid > 0 && account.gid > 0) accounts.set(name, account)
  }
  return accounts
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    return ''
  }
}

/** What the permission bits of `stats` give to the account; access lists beyond them are not looked at. */
export function grants(stats: Stats, account: Account, wanted: number): boolean {
  const shift = stats.uid === account.uid ? 6 : stats.gid === account.gid ? 3 : 0
  return ((stats.mode >> shift) & wanted) === wanted
}

/** True when the account can walk to `path` (an absolute path without links): every folder above it lets it through. */
export function reachable(path: string, account: Account): boolean {
  const parent = dirname(path)
  if (!grants(statSync(parent), account, SEARCH)) return false
  return parent === path || parent === '/' || reachable(parent, account)
}

/** Finds the oldest PostgreSQL server we promise to work on, and installs it where that is allowed. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** The oldest major version that architecture and documentation promise. */
export const FLOOR = 15

export type ServerPrograms = { folder: string; major: number }
export type NoServer = { reason: string }

/** Where distributions put the programs of one major version; `*` is the version. */
const PLACES = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
]

/** The floor version, else after installing it, else the oldest one above it. */
export function findServerPrograms(isRoot: boolean): ServerPrograms | NoServer {
  const best = lowest(installedServers(PLACES, process.env.PATH ?? ''))
  if (best?.major === FLOOR) return best
  const reason = isRoot ? installFloor() : `this user is not root and may not install it`
  const after = lowest(installedServers(PLACES, process.env.PATH ?? ''))
  return after ?? { reason: `no PostgreSQL ${FLOOR} server was found, and ${reason}` }
}

export function installedServers(places: string[], path: string): ServerPrograms[] {
  const folders = [...places.flatMap(expand), ...path.split(delimiter)]
  return folders.flatMap((folder) => {
    const major = ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))
      ? majorOf(folder)
      : undefined
    return major === undefined ? [] : [{ folder, major }]
  })
}

export function lowest(servers: ServerPrograms[]): ServerPrograms | undefined {
  return servers.filter(({ major }) => major >= FLOOR).sort((a, b) => a.major - b.major)[0]
}

function expand(place: string): string[] {
  const [before = '', after = ''] = place.split('*')
  const parent = dirname(`${before}x`)
  const start = before.slice(parent.length + 1)
  if (!existsSync(parent)) return []
  const names = readdirSync(parent).filter(
    (name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)),
  )
  return names.map((name) => `${join(parent, name)}${after}`)
}

function majorOf(folder: string): number | undefined {
  const said = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? ''
  const major = /\(PostgreSQL\) (\d+)/.exec(said)?.[1]
  return major === undefined ? undefined : Number(major)
}

/** Why there is still none, to end the sentence "…, and <reason>"; only read when the search after it finds nothing. */
function installFloor(): string {
  if (spawnSync('apt-get', ['--version']).status !== 0) return 'this system has no apt-get to install it'
  console.error(`PostgreSQL ${FLOOR} is not here: installing it with apt-get`)
  aptGet('update')
  aptGet('install', '-y', '--no-install-recommends', 'postgresql-common')
  keepDebianFromStartingIt()
  const said = aptGet('install', '-y', '--no-install-recommends', `postgresql-${FLOOR}`)
  return `apt-get could not install it (${said})`
}

// Debian's package makes and starts a cluster of its own on port 5432; nobody asked for that one.
function keepDebianFromStartingIt(): void {
  const file = '/etc/postgresql-common/createcluster.conf'
  const now = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (/^\s*create_main_cluster\s*=/m.test(now)) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${now}\ncreate_main_cluster = false\n`)
}

function aptGet(...args: string[]): string {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const done = spawnSync('apt-get', args, { env, encoding: 'utf8' })
  return `${done.stderr ?? ''}`.trim().split('\n').at(-1) || `exit code ${done.status}`
}

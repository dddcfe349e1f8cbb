/** Finds the oldest PostgreSQL server we promise to work on, and installs it where that is allowed. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** The oldest major version that architecture and documentation promise. */
export const FLOOR = 15

export type ServerPrograms = { folder: string; major: number }
export type NoServer = { reason: string }

/** What the search may see of the machine; an argument, so that it can be tried on a machine of paper. */
export type ServerMachine = {
  isRoot: boolean
  path: string
  /** Where distributions put the programs of one major version; `*` is the version. */
  places: string[]
  /** Debian's own settings for new clusters. */
  clusterSettings: string
}

export function serversOfThisMachine(): ServerMachine {
  return {
    isRoot: process.getuid?.() === 0,
    path: process.env.PATH ?? '',
    places: [
      '/usr/lib/postgresql/*/bin',
      '/usr/pgsql-*/bin',
      '/opt/homebrew/opt/postgresql@*/bin',
      '/usr/local/opt/postgresql@*/bin',
    ],
    clusterSettings: '/etc/postgresql-common/createcluster.conf',
  }
}

/** The floor version, if need be after installing it; else the oldest one above it; else why there is none. */
export function findServerPrograms(machine: ServerMachine): ServerPrograms | NoServer {
  const here = lowestServer(machine)
  if (here?.major === FLOOR) return here
  const reason = machine.isRoot ? installFloor(machine) : 'this user is not root and may not install it'
  return lowestServer(machine) ?? { reason: `no PostgreSQL ${FLOOR} server was found, and ${reason}` }
}

/** The oldest server with initdb that is not below the floor. */
export function lowestServer({ places, path }: ServerMachine): ServerPrograms | undefined {
  const folders = [...places.flatMap(expand), ...path.split(delimiter)]
  const servers = folders.flatMap((folder) => {
    const isServer = ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))
    const major = isServer ? majorOf(folder) : undefined
    return major === undefined || major < FLOOR ? [] : [{ folder, major }]
  })
  return servers.sort((a, b) => a.major - b.major)[0]
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
function installFloor(machine: ServerMachine): string {
  const aptGet = (...args: string[]) => runAptGet(args, machine.path)
  if (aptGet('--version') !== '') return 'this system has no apt-get to install it'
  console.error(`PostgreSQL ${FLOOR} is not here: installing it with apt-get`)
  aptGet('update')
  aptGet('install', '-y', '--no-install-recommends', 'postgresql-common')
  keepDebianFromStartingIt(machine.clusterSettings)
  const said = aptGet('install', '-y', '--no-install-recommends', `postgresql-${FLOOR}`)
  // A newer Debian has only its own version; above the floor is better than nothing.
  if (lowestServer(machine) === undefined) aptGet('install', '-y', '--no-install-recommends', 'postgresql')
  return `apt-get could not install it (${said})`
}

// Debian's package makes and starts a cluster of its own on port 5432; nobody asked for that one.
function keepDebianFromStartingIt(settings: string): void {
  const now = existsSync(settings) ? readFileSync(settings, 'utf8') : ''
  if (/^\s*create_main_cluster\s*=/m.test(now)) return
  mkdirSync(dirname(settings), { recursive: true })
  writeFileSync(settings, `${now}\ncreate_main_cluster = false\n`)
}

/** Empty when it went well, otherwise the last thing it said. */
function runAptGet(args: string[], path: string): string {
  const env = { ...process.env, PATH: path, DEBIAN_FRONTEND: 'noninteractive' }
  const done = spawnSync('apt-get', args, { env, encoding: 'utf8' })
  if (done.status === 0) return ''
  const words = `${done.stderr ?? ''}${done.error?.message ?? ''}`.trim().split('\n')
  return words.at(-1) || `exit code ${done.status}`
}

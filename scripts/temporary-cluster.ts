/** A PostgreSQL cluster that lives as long as one test run: own folder, own port, own user, nothing left behind. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Cluster = { ownerUrl: string; folder: string; stop: () => void }

/** `programs` is the folder of initdb and pg_ctl. Throws with what they said when the cluster cannot run. */
export async function startCluster(programs: string): Promise<Cluster> {
  const isRoot = process.getuid?.() === 0
  // PostgreSQL refuses to run as root; "nobody" owns nothing on the machine, and reaches only an open temporary folder.
  const identity = isRoot ? { uid: 65534, gid: 65534 } : {}
  const parent = isRoot && !isOpen(tmpdir()) ? '/tmp' : tmpdir()
  const folder = mkdtempSync(join(parent, 'weerklank-pg-'))
  if (isRoot) chownSync(folder, 65534, 65534)
  const data = join(folder, 'data')
  const run = (program: string, args: string[], input = '') => {
    const options = {
      ...identity,
      input,
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder },
    } as const
    const done = spawnSync(join(programs, program), args, options)
    if (done.status === 0) return
    const log = existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : ''
    throw new Error(`${program} failed: ${done.error?.message ?? ''}${done.stderr ?? ''}${log}`)
  }
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const port = await freePort()
    const password = randomBytes(24).toString('hex')
    run('initdb', [...INITDB, '-D', data])
    run('postgres', ['--single', '-D', data, 'postgres'], ownerStatements(password))
    run('pg_ctl', ['start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', serverOptions(port)])
    const ownerUrl = `postgres://${OWNER}:${password}@127.0.0.1:${port}/${OWNER}`
    return {
      ownerUrl,
      folder,
      stop: () => stopThen(remove, () => run('pg_ctl', ['stop', '-w', '-m', 'fast', '-D', data])),
    }
  } catch (error) {
    remove()
    throw error
  }
}

const OWNER = 'weerklank_owner'
const LOCALE = process.platform === 'linux' ? 'C.UTF-8' : 'C'
// The password is the only way in: other users of the machine can reach the port.
const INITDB = [
  '-U',
  'postgres',
  '-E',
  'UTF8',
  `--locale=${LOCALE}`,
  '--auth-local=reject',
  '--auth-host=scram-sha-256',
  '--no-sync',
]

// Like the owner an organisation's database administrator hands out: no superuser. One statement per line.
function ownerStatements(password: string): string {
  return [
    `CREATE ROLE ${OWNER} LOGIN CREATEDB CREATEROLE PASSWORD '${password}';`,
    `CREATE DATABASE ${OWNER} OWNER ${OWNER};`,
    '',
  ].join('\n')
}

// Without fsync a power cut would lose it all, and that is what a temporary cluster is for.
function serverOptions(port: number): string {
  return `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c max_connections=200`
}

/** Whether everyone may come through a folder and all that it stands in. */
function isOpen(folder: string): boolean {
  const isOpenItself = (statSync(folder).mode & 0o001) !== 0
  return isOpenItself && (dirname(folder) === folder || isOpen(dirname(folder)))
}

function stopThen(remove: () => void, stop: () => void): void {
  try {
    stop()
  } finally {
    remove()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no free port')),
      )
    })
  })
}

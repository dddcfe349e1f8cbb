import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CLUSTER_FOLDER } from './data-folder.ts'
import { codeOf, EmbeddedError } from './embedded-error.ts'
import { ownerSettings, tryLogin } from './logins.ts'
import { type PostmasterFile, postmasterPath, readPostmasterFile, servesCluster } from './postmaster-file.ts'

const FAST_LIMIT_MS = 60_000
const HARD_LIMIT_MS = 10_000

type Options = { dataDir: string; ownerPassword: string; log: (line: string) => void }

/**
 * After an application that was killed its server still runs. It is stopped, so that the one we start has our settings
 * and our version. Call only with the application's lock in hand: then whatever runs here is left over.
 * Answers the process that an old postmaster.pid names although it is something else; that one is left alone.
 */
export async function stopLeftover(options: Options): Promise<number | undefined> {
  const cluster = join(options.dataDir, CLUSTER_FOLDER)
  const file = await settledFile(cluster)
  if (file === undefined) return undefined
  if (!servesCluster(file.pid, cluster)) return file.pid
  await assertOurPassword(file, options)
  options.log(`Stopping the PostgreSQL (process ${file.pid}) that a killed application left running.`)
  signal(file.pid, 'SIGINT')
  if (await endsWithin(FAST_LIMIT_MS, file.pid, cluster)) return undefined
  signal(file.pid, 'SIGQUIT')
  if (await endsWithin(HARD_LIMIT_MS, file.pid, cluster)) return undefined
  throw new EmbeddedError(
    'in-use',
    `A PostgreSQL left over from an earlier start (process ${file.pid}) works on ${options.dataDir} and does not stop: end it with "kill -QUIT ${file.pid}" and start again.`,
  )
}

/** A power cut can leave the file empty; PostgreSQL would refuse to start over it. A server being born fills it at once. */
async function settledFile(cluster: string): Promise<PostmasterFile | undefined> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const file = readPostmasterFile(cluster)
    if (file !== undefined || !existsSync(postmasterPath(cluster))) return file
    await sleep(50)
  }
  rmSync(postmasterPath(cluster), { force: true })
  return undefined
}

/** One that starts, stops or lost its socket does not answer; that it works on our folder is then enough. */
async function assertOurPassword(file: PostmasterFile, { dataDir, ownerPassword }: Options): Promise<void> {
  const answer = await tryLogin({ ...ownerSettings(file.socketDir, ownerPassword), database: 'postgres' })
  if (answer !== 'refused') return
  throw new EmbeddedError(
    'in-use',
    `A PostgreSQL (process ${file.pid}) works on ${dataDir} and does not know the password in database.json, so it was left alone: stop it with "kill -INT ${file.pid}", put back the right database.json, and start again.`,
  )
}

async function endsWithin(limitMs: number, pid: number, cluster: string): Promise<boolean> {
  const deadline = Date.now() + limitMs
  while (Date.now() < deadline) {
    if (!servesCluster(pid, cluster)) return true
    await sleep(20)
  }
  return false
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}

import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type Account, giveTo } from './account.ts'
import { syncFolder } from './credentials.ts'
import { CLUSTER_FOLDER, DRAFT_PREFIX } from './data-folder.ts'
import { diskFullError, EmbeddedError, saysDiskFull } from './embedded-error.ts'
import { describe, placeIn, type Runtime, runProgram } from './program.ts'

export const OWNER = 'weerklank_owner'

/**
 * Makes a new cluster. It is built beside its place and moved there when it is complete and on disk, so a crash on
 * the way leaves nothing that could pass for a database.
 */
export async function createCluster(
  runtime: Runtime,
  password: string,
  privateFolder: string,
): Promise<void> {
  const { dataDir, account } = runtime
  const draft = join(dataDir, `${DRAFT_PREFIX}${randomBytes(6).toString('hex')}`)
  const passwordFile = join(privateFolder, 'password')
  try {
    mkdirSync(draft, { mode: 0o700 })
    writeFileSync(passwordFile, password, { mode: 0o600 })
    giveTo(account, draft)
    giveTo(account, passwordFile)
    await initdb(runtime, draft, passwordFile)
    // No line for the network: what the socket does not let in does not come in.
    writeFileSync(join(draft, 'pg_hba.conf'), 'local all all scram-sha-256\n', { flush: true })
    renameSync(draft, join(dataDir, CLUSTER_FOLDER))
    syncFolder(dataDir)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Removes what crashed starts left. A program that outlived one may still be writing there; then the next start does it. */
export function removeDrafts(dataDir: string, log: (line: string) => void): void {
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith(DRAFT_PREFIX))) {
    log(`Removing ${name}: an earlier start ended before this new database was complete.`)
    try {
      rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 })
    } catch (error) {
      log(`${name} could not be removed (${String(error)}); it is not used and does no harm.`)
    }
  }
}

/** After a copy or a restore as root: PostgreSQL wants to own every file, and nobody else to look into the folder. */
export function ownCluster(cluster: string, account: Account | undefined): void {
  if (account !== undefined && statSync(cluster).uid !== account.uid) {
    for (const entry of readdirSync(cluster, { recursive: true, encoding: 'utf8' })) {
      giveTo(account, join(cluster, entry))
    }
    giveTo(account, cluster)
  }
  chmodSync(cluster, 0o700)
}

async function initdb(runtime: Runtime, draft: string, passwordFile: string): Promise<void> {
  const { dataArgument, cwd } = placeIn(draft, runtime)
  const args = ['--pgdata', dataArgument, '--pwfile', passwordFile, ...clusterOptions]
  const stdio = ['ignore', 'pipe', 'pipe'] as const
  const { child, ended } = await runProgram(runtime, {
    program: 'initdb',
    args,
    cwd,
    stdio: [...stdio],
    detached: false,
  })
  const output = Promise.all(
    [child.stdout, child.stderr].map((stream) => (stream === null ? '' : text(stream))),
  )
  const outcome = await ended
  if (outcome.code === 0) return
  const cause = new Error((await output).join('\n').trim())
  if (saysDiskFull(cause.message)) throw diskFullError(runtime.dataDir, cause)
  throw new EmbeddedError(
    'start-failed',
    `A new database could not be made in ${runtime.dataDir} (initdb: ${describe(outcome)}): ${lastLine(cause.message)}`,
    cause,
  )
}

/**
 * Dutch order and capitals by the ICU library that comes with the package, so that they do not depend on the
 * languages of the machine; the C library's part is the plain `C`, which every machine has.
 */
const clusterOptions = [
  `--username=${OWNER}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=icu',
  '--icu-locale=nl',
  '--locale=C',
  '--data-checksums',
  '--no-instructions',
]

function lastLine(output: string): string {
  const lines = output.split('\n').filter((line) => /error|fatal|detail|could not/i.test(line))
  return lines.at(-1)?.replace(/^initdb: /, '') ?? 'it gave no reason'
}

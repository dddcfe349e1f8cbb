import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { EmbeddedError } from '../db/embedded/embedded.ts'
import { locateNative } from '../db/embedded/native.ts'
import { webFolder } from '../program.ts'
import { type Finding, failure, ok, warning } from './finding.ts'

/** What can be seen on this machine without a database. */
export function machineFindings(config: Config): Finding[] {
  const findings = [ok(`Node ${process.versions.node}`), webApp()]
  if (config.databaseUrl === null) findings.push(binaries(), ...dataFolder(resolve(config.dataDir)))
  return [...findings, ...secretFiles(resolve(config.dataDir))]
}

function webApp(): Finding {
  if (existsSync(join(webFolder, 'index.html'))) return ok('the web app is built')
  return warning(
    'the web app is not built',
    'run `npm run build`; until then only check links and the interface work',
  )
}

function binaries(): Finding {
  try {
    return ok(`built-in PostgreSQL ${locateNative().version}`)
  } catch (error) {
    if (error instanceof EmbeddedError)
      return failure('the built-in PostgreSQL cannot be used', error.message)
    throw error
  }
}

function dataFolder(path: string): Finding[] {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return [ok(`the data folder ${path} will be made at the first start`), space(path)]
  if (!stats.isDirectory()) return [failure(`${path} is not a folder`, 'choose another one with --data')]
  return [ownership(path, stats.mode), space(path)]
}

function ownership(path: string, mode: number): Finding {
  const what = `the data folder ${path}`
  const give = 'give this user the folder and all that is in it'
  if (!isOpenToUs(path, constants.R_OK | constants.W_OK | constants.X_OK)) {
    return failure(`${what} cannot be read and written by this user`, give)
  }
  if ((mode & 0o022) !== 0) {
    return failure(`${what} can be written in by others`, `run: chmod go-w ${path}`)
  }
  // After a command as root, or a copy: what the server opens at its next start must be its user's.
  const closed = readdirSync(path).filter(
    (name) => !isOpenToUs(join(path, name), constants.R_OK | constants.W_OK),
  )
  if (closed.length > 0) {
    return failure(`${closed.join(', ')} in ${path} cannot be read and written by this user`, give)
  }
  return ok(`${what} is ours`)
}

function isOpenToUs(path: string, mode: number): boolean {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}

const megabyte = 1024 * 1024

function space(path: string): Finding {
  const disk = statfsSync(nearest(path))
  const free = Math.floor((disk.bavail * disk.bsize) / megabyte)
  const what = `${free} MB free on the disk of ${path}`
  // PostgreSQL needs about 100 MB to start and to write its log; a busy practice stores some MB a day.
  if (free < 100) return failure(what, 'make room: below 100 MB the database cannot start')
  return free < 1024 ? warning(what, 'make room before it is below 100 MB') : ok(what)
}

function nearest(path: string): string {
  return existsSync(path) ? path : nearest(dirname(path))
}

/** The files that let their reader in. */
function secretFiles(dataDir: string): Finding[] {
  return ['session-secret', 'database.json'].flatMap((name) => {
    const path = join(dataDir, name)
    const mode = statSync(path, { throwIfNoEntry: false })?.mode
    if (mode === undefined) return []
    return [
      (mode & 0o077) === 0
        ? ok(`${name} is readable for its owner only`)
        : failure(`${name} can be read or written by others`, `run: chmod 600 ${path}`),
    ]
  })
}

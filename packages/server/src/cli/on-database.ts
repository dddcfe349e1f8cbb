import { readdirSync } from 'node:fs'
import { type Config, readConfig } from '../config.ts'
import { runningEmbedded } from '../db/embedded/embedded.ts'
import { codeOf, explainSystemError } from '../db/embedded/embedded-error.ts'
import { type Engine, openEngine, openOwner } from '../engine.ts'
import type { Log } from '../http/log.ts'
import type { Db } from '../schema.ts'
import type { Invocation } from './command.ts'
import { explainDatabaseError } from './database-error.ts'
import { openLog } from './log.ts'

/** What a command works with. `signal` is aborted by Ctrl-C and SIGTERM. */
export type OnDatabase = { engine: Engine; config: Config; log: Log; signal: AbortSignal }

/** A command was stopped, or could not do its work: the message says which. */
export class CommandError extends Error {}

/** `make`: a data folder without a database gets one. `use`: that is a mistake, most often in the name of the folder. */
export type Wish = 'use' | 'make'

/**
 * Does the work on the database that the settings and the command line name: a server; the embedded database that a
 * running Weerklank has open; or else the embedded one, started for as long as the work takes.
 */
export async function onDatabase<T>(
  invocation: Invocation,
  wish: Wish,
  work: (on: OnDatabase) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env, invocation.dataDir)
  const log = logUntilDone(openLog({ logLevel: process.env.LOG_LEVEL ? config.logLevel : 'warn' }))
  if (config.databaseUrl !== null && invocation.values.data !== undefined) {
    process.stderr.write('DATABASE_URL is set, so that database is used and not the one in --data.\n')
  }
  const stopping = stopSignal()
  try {
    const engine = await findEngine(config, log, wish)
    try {
      return await untilAborted(work({ engine, config, log, signal: stopping.signal }), stopping.signal)
    } finally {
      log.done()
      await engine.stop()
    }
  } catch (error) {
    const sentence = explainDatabaseError(error)
    throw sentence === undefined ? error : new CommandError(sentence)
  } finally {
    stopping.end()
  }
}

/** The owner's connection for as long as the work takes. */
export async function asOwner<T>({ engine, log }: OnDatabase, work: (owner: Db) => Promise<T>): Promise<T> {
  const owner = openOwner(engine, log)
  try {
    return await work(owner)
  } finally {
    await owner.destroy()
  }
}

async function findEngine(config: Config, log: Log, wish: Wish): Promise<Engine> {
  if (config.databaseUrl !== null) return openEngine(config, log)
  const running = await runningEmbedded(config.dataDir).catch((error: unknown) => {
    throw explainSystemError(error, config.dataDir)
  })
  if (running !== undefined) return { ...running, stop: async () => undefined }
  if (wish === 'use' && !holdsDatabase(config.dataDir)) {
    throw new CommandError(
      `There is no database in ${config.dataDir}: name its folder with --data, or make one with \`weerklank migrate\` or \`weerklank serve\`.`,
    )
  }
  return openEngine(config, log)
}

/** Whether a folder holds a database or a part of one; one that cannot be read is left to the start, which says why. */
export function holdsDatabase(dataDir: string): boolean {
  try {
    return readdirSync(dataDir).some((name) => name === 'postgres' || name === 'database.json')
  } catch (error) {
    return codeOf(error) !== 'ENOENT'
  }
}

function stopSignal(): { signal: AbortSignal; end: () => void } {
  const stopping = new AbortController()
  const names = ['SIGINT', 'SIGTERM'] as const
  const stop = () => stopping.abort(new CommandError('Stopped before it was done.'))
  for (const name of names) process.once(name, stop)
  return {
    signal: stopping.signal,
    end: () => {
      for (const name of names) process.off(name, stop)
    },
  }
}

/** A stopping database ends connections that were about to close by themselves: that is nobody's news. */
function logUntilDone(log: Log): Log & { done: () => void } {
  let isDone = false
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => {
      if (!isDone) log.warn(fields, message)
    },
    error: (fields, message) => log.error(fields, message),
    done: () => {
      isDone = true
    },
  }
}

/** So that a stop is not kept waiting by work that does not listen to the signal: the database is stopped under it. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([work, aborted])
}

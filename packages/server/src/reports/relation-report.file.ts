import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { ReportFormat } from '@weerklank/core/feedback/relation-report'
import { AppError } from '@weerklank/core/shared/errors'
import type { LaidOut, ReportWork } from './relation-report.worker.ts'

/** Laying out takes a core for a second: so many at once, whoever asks, and so many that wait. */
const atOnce = 2
const waitingAtMost = 20
/** A report that takes longer is given up; the largest that we measured takes a tenth. */
const millisecondsAtMost = 120_000
const megabytes = 512

let running = 0
const waiting: (() => void)[] = []

/**
 * A report as a file, laid out in a thread of its own: the server goes on answering meanwhile. Throws `unavailable` when too
 * many are asked for at once.
 */
export async function reportFile(parts: LaidOut, format: ReportFormat): Promise<Uint8Array<ArrayBuffer>> {
  if (running >= atOnce) {
    if (waiting.length >= waitingAtMost) throw new AppError('unavailable')
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await laidOut({ parts, format })
  } finally {
    const next = waiting.shift()
    if (next === undefined) running--
    else next()
  }
}

async function laidOut(workerData: ReportWork): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./relation-report.worker.ts', import.meta.url), {
    workerData,
    // Nothing of the settings: no address of a database, no secret.
    ...{ env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: megabytes } },
  })
  const stop = new AbortController()
  const done = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The thread of a report ended with ${code}`)))
  })
  const tooLong = sleep(millisecondsAtMost, undefined, { signal: stop.signal, ref: false }).then(() => {
    throw new Error('A report took too long')
  })
  try {
    return await Promise.race([done, tooLong])
  } finally {
    stop.abort()
    tooLong.catch(() => undefined)
    await worker.terminate()
  }
}

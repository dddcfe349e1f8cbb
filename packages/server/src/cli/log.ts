import { pino } from 'pino'
import type { Config } from '../config.ts'
import type { Log } from '../http/log.ts'

/** Log lines go to standard error: standard output is for what a person or a script reads. */
export function openLog(config: Pick<Config, 'logLevel'>): Log {
  return pino({ level: config.logLevel, base: null, serializers: { err: describe } }, pino.destination(2))
}

type Described = {
  name: string
  message: string
  code?: string
  stack?: string | undefined
  because?: Described
}

/**
 * What a log says of an error. A named list of fields: database errors carry the connection with its password, and details
 * with what a person wrote.
 */
export function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { name: 'Thrown', message: typeof error }
  return {
    name: error.name,
    message: error.message,
    ...('code' in error && { code: String(error.code) }),
    stack: error.stack,
    ...(error.cause !== undefined && { because: describe(error.cause) }),
  }
}

import type { ParseArgsOptionsConfig } from 'node:util'

/** What was asked on the command line. */
export type Invocation = {
  values: Readonly<Record<string, unknown>>
  positionals: readonly string[]
  /** The folder of the embedded database; unused when DATABASE_URL is set. */
  dataDir: string
}

export type Command = {
  name: string
  summary: string
  help: string
  options: ParseArgsOptionsConfig
  /** Gives the exit code. Results go to standard output, everything else to standard error. */
  run: (invocation: Invocation) => Promise<number>
}

/** The command line was written wrongly: the message says how it should be. */
export class UsageError extends Error {}

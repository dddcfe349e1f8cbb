import { parseArgs } from 'node:util'
import { ConfigError } from '../config.ts'
import { EmbeddedError } from '../db/embedded/embedded.ts'
import { backupCommand } from './backup.command.ts'
import { type Command, type Invocation, UsageError } from './command.ts'
import { explainDatabaseError } from './database-error.ts'
import { demoCommand } from './demo.command.ts'
import { doctorCommand } from './doctor.command.ts'
import { exportCommand } from './export.command.ts'
import { fhirCommand } from './fhir.command.ts'
import { leaveCommand } from './leave.command.ts'
import { migrateCommand } from './migrate.command.ts'
import { restoreCommand } from './restore.command.ts'
import { retentionCommand } from './retention.command.ts'
import { serveCommand } from './serve.command.ts'
import { signalsCommand } from './signals.command.ts'
import { textsCommand } from './texts.command.ts'
import { userCommand } from './user.command.ts'

const commands: readonly Command[] = [
  serveCommand,
  migrateCommand,
  demoCommand,
  backupCommand,
  restoreCommand,
  retentionCommand,
  exportCommand,
  fhirCommand,
  leaveCommand,
  signalsCommand,
  textsCommand,
  userCommand,
  doctorCommand,
]

/** Carries out one command. Gives the exit code: 0 done, 1 it could not be done, 2 it was asked wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview())
    return name === undefined ? 2 : 0
  }
  const command = commands.find((one) => one.name === name)
  if (command === undefined) {
    process.stderr.write(`There is no command "${name}".\n\n${overview()}`)
    return 2
  }
  try {
    const invocation = read(command, rest)
    if (invocation === 'help') {
      process.stdout.write(`${command.help}\n`)
      return 0
    }
    return await command.run(invocation)
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    return error instanceof UsageError ? 2 : 1
  }
}

function overview(): string {
  const lines = commands.map((command) => `  ${command.name.padEnd(12)}${command.summary}`)
  return `weerklank <command> [--data <folder>] [--help]\n\n${lines.join('\n')}\n`
}

function read(command: Command, args: readonly string[]): Invocation | 'help' {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { help: { type: 'boolean', short: 'h' }, data: { type: 'string' }, ...command.options },
      allowPositionals: true,
      strict: true,
    })
    if (values.help === true) return 'help'
    return { values, positionals, dataDir: typeof values.data === 'string' ? values.data : './data' }
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${command.help}`)
  }
}

/** One or two sentences for whoever runs this; the whole chain of causes only when it is nothing we foresaw. */
function explain(error: unknown): string {
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof EmbeddedError) {
    return error.message
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'The port is in use by another program. Stop that one, or choose another port: PORT=3001 npm start'
  }
  if (error instanceof Error && 'code' in error && error.code === 'EACCES') {
    return `No permission: ${error.message}. Choose a port above 1023 and a folder that you may write in.`
  }
  const database = explainDatabaseError(error)
  if (database !== undefined) return database
  return error instanceof Error ? [error.message, ...causes(error)].join('\n  because: ') : String(error)
}

function causes(error: Error): string[] {
  const { cause } = error
  return cause instanceof Error ? [cause.message, ...causes(cause)] : []
}

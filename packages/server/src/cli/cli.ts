import { parseArgs } from 'node:util'
import { ConfigError } from '../config.ts'
import { EmbeddedError } from '../db/embedded/embedded.ts'
import { type Command, type Invocation, UsageError } from './command.ts'
import { explainDatabaseError } from './database-error.ts'

/** Each loaded when it is asked for: a command that moves tables needs no web server, and none needs all. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.command.ts')).serveCommand,
  migrate: async () => (await import('./migrate.command.ts')).migrateCommand,
  demo: async () => (await import('./demo.command.ts')).demoCommand,
  backup: async () => (await import('./backup.command.ts')).backupCommand,
  restore: async () => (await import('./restore.command.ts')).restoreCommand,
  retention: async () => (await import('./retention.command.ts')).retentionCommand,
  export: async () => (await import('./export.command.ts')).exportCommand,
  fhir: async () => (await import('./fhir.command.ts')).fhirCommand,
  analysis: async () => (await import('./analysis.command.ts')).analysisCommand,
  import: async () => (await import('./import.command.ts')).importCommand,
  monitor: async () => (await import('./monitor.command.ts')).monitorCommand,
  leave: async () => (await import('./leave.command.ts')).leaveCommand,
  signals: async () => (await import('./signals.command.ts')).signalsCommand,
  texts: async () => (await import('./texts.command.ts')).textsCommand,
  user: async () => (await import('./user.command.ts')).userCommand,
  doctor: async () => (await import('./doctor.command.ts')).doctorCommand,
}

/** Carries out one command. Gives the exit code: 0 done, 1 it could not be done, 2 it was asked wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(await overview())
    return name === undefined ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    process.stderr.write(`There is no command "${name}".\n\n${await overview()}`)
    return 2
  }
  try {
    const command = await load()
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

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  const lines = all.map((command) => `  ${command.name.padEnd(12)}${command.summary}`)
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

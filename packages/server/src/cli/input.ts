import { text } from 'node:stream/consumers'
import { type Command, type Invocation, UsageError } from './command.ts'

/** Says what is wrong with the command line, followed by how it should be. */
export function wrongUse(sentence: string, command: Pick<Command, 'help'>): UsageError {
  return new UsageError(`${sentence}\n\n${command.help}`)
}

/** The words behind the command, which must be as many as it takes. */
export function words(
  invocation: Invocation,
  count: number,
  command: Pick<Command, 'help'>,
): readonly string[] {
  const { positionals } = invocation
  if (positionals.length > count) throw wrongUse(`There is no place for "${positionals[count]}".`, command)
  if (positionals.length < count) throw wrongUse('Something is missing.', command)
  return positionals
}

/** The value of an option that takes one; undefined when it was not given. */
export function option(invocation: Invocation, name: string): string | undefined {
  const value = invocation.values[name]
  return typeof value === 'string' ? value : undefined
}

/** A password from standard input: never from the command line, which other users of the machine can read. */
export async function readPassword(): Promise<string> {
  if (process.stdin.isTTY)
    throw new UsageError('The password is read from standard input: … --password-stdin < file')
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  if (/[\r\n]/.test(password)) throw new UsageError('The password must be one line.')
  return password
}

/** A result: a line on standard output, for a person and for a script. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Something beside the result, for a person only. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Runs one command of the gate as this machine's own tools would be run by `npm run`. */
import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'

export type Command = { argv: [string, ...string[]]; env?: Record<string, string> }
export type Outcome = { code: number; output: string }

/** `live` shows the output as it comes; `held` keeps it, for commands that run beside each other. */
export function runCommand(command: Command, root: string, show: 'live' | 'held'): Promise<Outcome> {
  const [program, ...args] = command.argv
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, PATH: toolPath(root), ...command.env },
    stdio: show === 'live' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  const pass = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGTERM', pass)
  process.on('SIGINT', pass)
  return new Promise((resolve) => {
    const end = (code: number, more: string) => {
      process.off('SIGTERM', pass)
      process.off('SIGINT', pass)
      resolve({ code, output: output + more })
    }
    child.on('error', (error) => end(127, `${program} cannot be started: ${error.message}\n`))
    child.on('close', (code, signal) =>
      end(code ?? 1, signal === null ? '' : `${program} was ended by ${signal}\n`),
    )
  })
}

// The project's Node and tools come first, also when this script was not started by npm.
function toolPath(root: string): string {
  return [join(root, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH ?? ''].join(delimiter)
}

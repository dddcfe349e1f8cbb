import { type ChildProcess, spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../packages/server/bin/weerklank.js', import.meta.url))

/** The real server as `npm start` runs it, a process of its own; `readyMs` runs from the start of the process to its ready line. */
export type Served = {
  url: string
  /** One-click sign-in per person, in a demo. */
  signIn: Record<string, string>
  pid: number
  readyMs: number
  stop: () => Promise<void>
}

export async function serve(dataDir: string): Promise<Served> {
  const started = performance.now()
  // Through its first line, so that it runs with the same settings of Node; with the Node of this process.
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter)
  const child = spawn(program, ['serve', '--data', dataDir], {
    env: { ...process.env, PATH, PORT: '0', LOG_LEVEL: 'error', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { url, signIn } = await ready(child)
  return { url, signIn, pid: child.pid ?? 0, readyMs: performance.now() - started, stop: () => stop(child) }
}

async function ready(child: ChildProcess): Promise<Pick<Served, 'url' | 'signIn'>> {
  if (child.stdout === null) throw new Error('The server has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"ready":true')) return JSON.parse(line)
  }
  throw new Error('The server ended before it was ready')
}

function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  return ended
}

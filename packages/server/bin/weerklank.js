#!/usr/bin/env -S node --max-semi-space-size=2 --max-old-space-size=512
// The way in. It is plain JavaScript, so that a Node that is too old for the rest can still say so, or hand over to the
// Node that comes with the project. The first line is the one place where its memory is bounded (docs/benchmarks.md): a
// server of short requests needs no large nursery, and with a heap that may not grow past half a GB Node clears away sooner.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const runsTypeScript = major > 22 || (major === 22 && minor >= 18)

if (runsTypeScript) {
  // Keeps what was compiled (types stripped) for the next start: half a second and 25 MB less. Where it cannot be written,
  // Node goes on without.
  const { enableCompileCache } = await import('node:module')
  enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/weerklank', import.meta.url)))
  const { main } = await import('../src/cli/cli.ts')
  process.exitCode = await main(process.argv.slice(2))
} else {
  const brought = fileURLToPath(new URL('../../../node_modules/node/bin/node', import.meta.url))
  if (!existsSync(brought)) {
    console.error(
      `Weerklank needs Node 22.18 or newer; this is ${process.version}. Run \`npm ci\` in the project folder: it brings its own.`,
    )
    process.exit(1)
  }
  const script = fileURLToPath(import.meta.url)
  const child = spawn(brought, [...process.execArgv, script, ...process.argv.slice(2)], { stdio: 'inherit' })
  // Ctrl-C reaches the child by itself (same group); a signal that is meant for us alone is handed on.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the whole project. */
export const projectFolder = fileURLToPath(new URL('../../../../', import.meta.url))

const builtPage = 'packages/web/dist/index.html'
const sources = [
  'packages/web/src',
  'packages/web/index.html',
  'packages/web/vite.config.ts',
  'packages/core/src',
]
const vite = 'node_modules/vite/bin/vite.js'

/** The screens cannot be shown: the message says what to do. */
export class WebBuildError extends Error {}

/** Builds the screens when they are not built yet, or were changed since. Without Vite (an installation) what is there is used. */
export async function buildWebIfNeeded(project: string, say: (line: string) => void): Promise<void> {
  const isBuilt = existsSync(join(project, builtPage))
  if (isBuilt && !isOlder(project)) return
  if (!existsSync(join(project, vite))) {
    if (isBuilt) return
    throw new WebBuildError(
      `The web app is not built (${builtPage} is missing), and Vite is not installed. Run \`npm ci\` and start again.`,
    )
  }
  say('De schermen worden gebouwd. Dat duurt even.')
  await build(project)
}

/** Whether a source was changed after the screens were built. */
function isOlder(project: string): boolean {
  const built = statSync(join(project, builtPage)).mtimeMs
  return sources.some((path) => existsSync(join(project, path)) && changedAfter(join(project, path), built))
}

// A folder changes too when a file in it goes.
function changedAfter(path: string, moment: number): boolean {
  const status = statSync(path)
  if (status.mtimeMs > moment) return true
  if (!status.isDirectory()) return false
  return readdirSync(path).some((name) => changedAfter(join(path, name), moment))
}

async function build(project: string): Promise<void> {
  const arguments_ = [vite, 'build', 'packages/web', '--logLevel', 'warn']
  // Standard output is for what a person or a script reads: what Vite says goes to standard error.
  const child = spawn(process.execPath, arguments_, { cwd: project, stdio: ['ignore', 2, 2] })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new WebBuildError('The web app could not be built. What Vite said stands above.')
}

/** The demo is filled once for a run, and the product of each worker begins with a copy of it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../packages/server/bin/weerklank.js', import.meta.url))

/** Where the workers, which are processes of their own, find it. */
const PLACE = 'WEERKLANK_FILLED_FOLDER'

/** Fills the folder; gives the way to take it away. */
export async function fillOnce(): Promise<() => void> {
  const folder = openFolder('weerklank-filled-')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    await ended(process.execPath, [program, 'demo', '--data', join(folder, 'data')])
  } catch (error) {
    remove()
    throw error
  }
  process.env[PLACE] = join(folder, 'data')
  return remove
}

/** A data folder of one's own with the demo in it, as the command line made it. */
export async function filledFolder(): Promise<string> {
  const from = process.env[PLACE]
  if (from === undefined) throw new Error('The global setup did not fill a data folder')
  const folder = openFolder('weerklank-e2e-')
  // With its owners and rights, which Node's own way of copying does not keep.
  await ended('cp', ['-pR', `${from}/.`, folder])
  return folder
}

/** The database works under another user when we are root, and must come through. */
function openFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  chmodSync(folder, 0o755)
  return folder
}

async function ended(command: string, args: readonly string[]): Promise<void> {
  const env = { ...process.env, LOG_LEVEL: 'warn', DATABASE_URL: '', TEST_DATABASE_URL: '' }
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${command} ended with ${code}`)
}

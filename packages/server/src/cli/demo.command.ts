import { openDatabase } from '../db/pool.ts'
import { fillDemo } from '../demo/demo.ts'
import { realWorld } from '../deps.ts'
import { bringUpToDate, warn } from '../engine.ts'
import { type Content, loadContent } from '../feedback/instruments.ts'
import type { Schema } from '../schema.ts'
import { withSignIn } from './account.ts'
import type { Command } from './command.ts'
import { print, words } from './input.ts'
import { type OnDatabase, onDatabase } from './on-database.ts'

/** `demo`: puts the invented workspace beside whatever is there. */
export const demoCommand: Command = {
  name: 'demo',
  summary: 'fill an invented workspace, to look around in',
  help: `weerklank demo [--data <folder>]

Makes the workspace De Linde with its people and a year of collaborations, all invented, unless it is there already.
What else is in the database stays as it is. \`weerklank serve\` does the same on a database without any workspace, and prints
the links with which one becomes a person of the demo.
Without DATABASE_URL it is the embedded database in <folder> (default ./data), also while a server runs on it.
The last line is the id of the workspace.`,
  options: {},
  run: async (invocation) => {
    words(invocation, 0, demoCommand)
    const content = loadContent()
    print(await onDatabase(invocation, 'make', (on) => fillIn(on, content)))
    return 0
  },
}

async function fillIn(on: OnDatabase, content: Content): Promise<string> {
  const { engine, log } = on
  await bringUpToDate(engine, content, log)
  const onError = (error: Error) => warn(log, error)
  const db = openDatabase<Schema>(engine.app, { as: 'application', size: 1, onError })
  try {
    return await withSignIn(on, (signIn) => fillDemo({ engine, db, signIn, content, world: realWorld, log }))
  } finally {
    await db.destroy()
  }
}

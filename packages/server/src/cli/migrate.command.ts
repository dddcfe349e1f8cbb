import { bringUpToDate } from '../engine.ts'
import { loadContent } from '../feedback/instruments.ts'
import type { Command } from './command.ts'
import { print, words } from './input.ts'
import { onDatabase } from './on-database.ts'

/** `migrate`: brings the schema and the published instruments up to date. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the tables of the database up to date',
  help: `weerklank migrate [--data <folder>]

Makes or changes the tables, and publishes new versions of the instruments. \`weerklank serve\` does the same when it starts;
this is for doing it beforehand, with the login that owns the tables: DATABASE_OWNER_URL, or else DATABASE_URL.
Without DATABASE_URL it is the embedded database in <folder> (default ./data), also while a server runs on it.
The last line names the migrations that were carried out, or is: up to date`,
  options: {},
  run: async (invocation) => {
    words(invocation, 0, migrateCommand)
    const content = loadContent()
    const done = await onDatabase(invocation, 'make', ({ engine, log }) =>
      bringUpToDate(engine, content, log),
    )
    print(done.length === 0 ? 'up to date' : done.join(' '))
    return 0
  },
}

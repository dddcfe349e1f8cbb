import { resolve } from 'node:path'
import { openBackup } from '../db/backup/read-backup.ts'
import { assertKnown, restoreBackup } from '../db/backup/restore-backup.ts'
import { migrations } from '../db/migrate.ts'
import { bringUpToDate } from '../engine.ts'
import { loadContent } from '../feedback/instruments.ts'
import type { Command } from './command.ts'
import { explainFile } from './file-error.ts'
import { note, print, words } from './input.ts'
import { onDatabase } from './on-database.ts'

/** `restore`: puts a backup into an empty database. */
export const restoreCommand: Command = {
  name: 'restore',
  summary: 'put a backup into an empty database',
  help: `weerklank restore <file> [--data <folder>]

Checks the whole file, then puts what is in it into an empty database: a new folder, or with DATABASE_URL an empty database
on a server (as its owner: DATABASE_OWNER_URL, or else DATABASE_URL). A backup of an older version is brought up to date on
the way. It is restored completely or not at all; a database that holds tables already is left as it is.
  --data <folder>  where the embedded database comes (default ./data), unless DATABASE_URL is set
The last line is the number of rows.`,
  options: {},
  run: async (invocation) => {
    const [file = ''] = words(invocation, 1, restoreCommand)
    const path = resolve(file)
    const backup = await openBackup(path).catch((error: unknown) => {
      throw explainFile(error, path)
    })
    assertKnown(backup, migrations)
    const content = loadContent()
    const rows = await onDatabase(invocation, 'make', async ({ engine, log, signal }) => {
      const restored = await restoreBackup(backup, { connection: engine.owner, migrations, signal })
      note(`Restored the backup of ${backup.manifest.made}, made by Weerklank ${backup.manifest.product}.`)
      // What belongs to this place and this version: the application's way in, newer wordings.
      await bringUpToDate(engine, content, log)
      return restored
    })
    print(String(rows))
    return 0
  },
}

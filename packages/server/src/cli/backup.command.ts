import { resolve } from 'node:path'
import { writeBackup } from '../db/backup/write-backup.ts'
import { realWorld } from '../deps.ts'
import { version } from '../program.ts'
import type { Command } from './command.ts'
import { explainFile } from './file-error.ts'
import { note, option, print, words, wrongUse } from './input.ts'
import { onDatabase } from './on-database.ts'

/**
 * What a backup leaves behind. A session or a sign-in link is a key to someone's work that lives for minutes or days: in a
 * file that is kept for years it can only do harm, and a restore must not bring back one that was ended since. So after a
 * restore everyone signs in again. The counts of attempts are about a moment that has passed.
 */
const withoutRowsOf = ['auth.session', 'auth.verification', 'auth.rateLimit']

/** `backup`: everything in one file, while the server runs. */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'write everything into one file, also while the server runs',
  help: `weerklank backup --out <file> [--force] [--data <folder>]

Writes all tables, as they are at one moment, into one compressed file that \`weerklank restore\` puts back. The server may go
on running. The file holds everything people wrote, and nothing is encrypted: it is readable for you only (mode 0600); keep
it that way. Sessions and sign-in links are left out: after a restore everyone signs in again.
  --out <file>     where to; an existing file is refused
  --force          replace an existing file (only once the new one is complete)
  --data <folder>  the embedded database in that folder (default ./data), unless DATABASE_URL is set
The last line is the path of the file.`,
  options: { out: { type: 'string' }, force: { type: 'boolean' } },
  run: async (invocation) => {
    words(invocation, 0, backupCommand)
    const out = option(invocation, 'out')
    if (!out) throw wrongUse('Say where to: --out <file>', backupCommand)
    const path = resolve(out)
    const rows = await onDatabase(invocation, 'use', ({ engine, signal }) =>
      writeBackup({
        connection: engine.owner,
        path,
        overwrite: invocation.values.force === true,
        product: version,
        made: realWorld.now(),
        withoutRowsOf,
        signal,
      }).catch((error: unknown) => {
        throw explainFile(error, path)
      }),
    )
    note(`${rows} rows are in the backup.`)
    print(path)
    return 0
  },
}

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { asMaintenance } from '../access/accounts.ts'
import { record } from '../audit/audit.ts'
import { realWorld } from '../deps.ts'
import { writeTakeaway } from '../ownership/takeaway.write.ts'
import { version } from '../program.ts'
import type { Command } from './command.ts'
import { explainFile } from './file-error.ts'
import { note, option, print, words, wrongUse } from './input.ts'
import { asOwner, CommandError, onDatabase } from './on-database.ts'
import { workspaceNamed } from './workspace-named.ts'

/** `export`: everything that one organisation owns, in open formats. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'write everything of one organisation into a file of open formats',
  help: `weerklank export --workspace <name or number> --to <file.zip> [--force] [--data <folder>]

Writes everything that an organisation owns, as it is at one moment, into one zip file: each table as lines of JSON and as a
sheet (CSV), with a README in Dutch and English that explains every file and field. The server may go on running. No
passwords, keys, private working notes or counts of anonymous rounds are in it. The file holds what people wrote, and
nothing is encrypted: it is readable for you only (mode 0600); keep it that way. The export stands in the log.
  --workspace <…>  the organisation, by its name or number
  --to <file.zip>  where to; an existing file is refused
  --force          replace an existing file (only once the new one is complete)
  --data <folder>  the embedded database in that folder (default ./data), unless DATABASE_URL is set
The last line is the path of the file.`,
  options: { workspace: { type: 'string' }, to: { type: 'string' }, force: { type: 'boolean' } },
  run: async (invocation) => {
    words(invocation, 0, exportCommand)
    const wanted = option(invocation, 'workspace')
    const to = option(invocation, 'to')
    if (!wanted) throw wrongUse('Say which organisation: --workspace <name or number>', exportCommand)
    if (!to) throw wrongUse('Say where to: --to <file.zip>', exportCommand)
    const path = resolve(to)
    const overwrite = invocation.values.force === true
    // Asked before the line in the log: what is refused beforehand is no export.
    if (!overwrite && existsSync(path)) {
      throw new CommandError(
        `The file ${path} exists already: choose another name, or replace it with --force.`,
      )
    }
    await onDatabase(invocation, 'use', (on) =>
      asOwner(on, async (owner) => {
        const { id: workspace, name } = await workspaceNamed(owner, wanted)
        // First the line, so that it is in the file too and nothing leaves without one.
        await asMaintenance(owner, (trx) =>
          record(trx, realWorld, {
            ...{ workspace, actor: 'system', basis: 'command-line', action: 'takeaway.made', relation: null },
            subject: { kind: 'workspace', id: workspace },
          }),
        )
        const wish = {
          workspace,
          path,
          overwrite,
          made: realWorld.now(),
          product: version,
          signal: on.signal,
        }
        const { rows, sha256, manifest } = await writeTakeaway(owner, wish).catch((error: unknown) => {
          throw explainFile(error, path)
        })
        note(`${rows} rows of ${name} are in the file (SHA-256 ${sha256}).`)
        if (!manifest.record.isWhole)
          note('The log of this organisation is not whole: see README.md in the file.')
      }),
    )
    print(path)
    return 0
  },
}

import { readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { realWorld } from '../deps.ts'
import { folderOf } from '../ownership/takeaway.files.ts'
import { type Left, leave, TakeawayError } from '../ownership/takeaway.leave.ts'
import type { Command } from './command.ts'
import { explainFile } from './file-error.ts'
import { option, print, words, wrongUse } from './input.ts'
import { asOwner, CommandError, onDatabase } from './on-database.ts'
import { type NamedWorkspace, workspaceNamed } from './workspace-named.ts'

/** `leave`: removes one organisation wholly, after its export was held against the database. */
export const leaveCommand: Command = {
  name: 'leave',
  summary: 'remove one organisation wholly, after its export was checked',
  help: `weerklank leave --workspace <name or number> --export <file.zip> --confirm <name> [--data <folder>]

Removes everything of an organisation, and the accounts that have no place in another one. First the export is held against
the database, table by table and line by line: when anything is missing or changed since, nothing is removed. So stop the
server or let nobody work, make the export, and leave at once. Private working notes are not in an export: let people keep
what they need before. Backups are not touched; remove those yourself.
  --workspace <…>      the organisation, by its name or number
  --export <file.zip>  what \`weerklank export\` wrote
  --confirm <name>     the name of the organisation once more
  --data <folder>      the embedded database in that folder (default ./data), unless DATABASE_URL is set
Prints a receipt to keep. The last line is: left`,
  options: { workspace: { type: 'string' }, export: { type: 'string' }, confirm: { type: 'string' } },
  run: async (invocation) => {
    words(invocation, 0, leaveCommand)
    const wanted = option(invocation, 'workspace')
    const file = option(invocation, 'export')
    if (!wanted) throw wrongUse('Say which organisation: --workspace <name or number>', leaveCommand)
    if (!file) throw wrongUse('Say what it takes along: --export <file.zip>', leaveCommand)
    const path = resolve(file)
    await onDatabase(invocation, 'use', (on) =>
      asOwner(on, async (owner) => {
        const named = await workspaceNamed(owner, wanted)
        if (option(invocation, 'confirm') !== named.name)
          throw wrongUse(`Confirm with the name: --confirm "${named.name}"`, leaveCommand)
        const left = await leave(owner, { workspace: named.id, path }).catch((error: unknown) => {
          throw error instanceof TakeawayError ? new CommandError(error.message) : explainFile(error, path)
        })
        removeFolder(folderOf(resolve(on.config.dataDir), named.id), path)
        for (const line of [...receiptOf(named, path, left), 'left']) print(line)
      }),
    )
    return 0
  },
}

/** Files that were made in the app, but not the one with which the organisation leaves. */
function removeFolder(folder: string, keep: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (join(folder, name) !== keep) rmSync(join(folder, name), { force: true })
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

function receiptOf({ id, name }: NamedWorkspace, path: string, left: Left): string[] {
  const rows = Object.entries(left.rows).filter(([, count]) => count > 0)
  const total = rows.reduce((sum, [, count]) => sum + count, 0)
  return [
    'Receipt',
    `Removed wholly: ${name} (${id})`,
    `At: ${realWorld.now()}`,
    `Rows: ${total} in ${rows.length} tables (${rows.map(([table, count]) => `${table} ${count}`).join(', ')})`,
    `Accounts without another place: ${left.accounts}`,
    `Taken along: ${path}`,
    `SHA-256 of that file: ${left.sha256}`,
  ]
}

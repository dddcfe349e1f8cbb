import { retentionKinds, retentionRules } from '@weerklank/core/ownership/retention'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { asMaintenance } from '../access/accounts.ts'
import { realWorld } from '../deps.ts'
import { allWorkspaces } from '../owner-work.ts'
import { runRetention } from '../ownership/retention.job.ts'
import type { Counts } from '../ownership/retention.look.ts'
import type { Db } from '../schema.ts'
import type { Command } from './command.ts'
import { print, words } from './input.ts'
import { asOwner, onDatabase } from './on-database.ts'

/** `retention`: the daily removal of what is due, by hand. */
export const retentionCommand: Command = {
  name: 'retention',
  summary: 'remove what was kept long enough, or only count it',
  help: `weerklank retention [--dry-run] [--data <folder>]

Removes from every workspace what was kept as long as its terms say, as a running server does by itself every day, and says
what went and what will go within thirty days. Terms are chosen in the app (Beheer, Bewaren).
  --dry-run        remove nothing: only count what will go
  --data <folder>  the embedded database in that folder (default ./data), unless DATABASE_URL is set
For each workspace a line, and below it one per kind. The last line is: done`,
  options: { 'dry-run': { type: 'boolean' } },
  run: async (invocation) => {
    words(invocation, 0, retentionCommand)
    const isDry = invocation.values['dry-run'] === true
    await onDatabase(invocation, 'use', (on) =>
      asOwner(on, async (owner) => {
        const deps = { world: realWorld, log: on.log, dataDir: on.config.dataDir }
        for (const workspace of await allWorkspaces(owner)) {
          const { removed, soon } = await runRetention(owner, deps, { workspace, isDry })
          print(await nameOf(owner, workspace))
          for (const line of linesOf(removed, soon)) print(`  ${line}`)
        }
      }),
    )
    print('done')
    return 0
  },
}

async function nameOf(owner: Db, workspace: WorkspaceId): Promise<string> {
  const row = await asMaintenance(owner, (trx) =>
    trx.selectFrom('workspace').select('name').where('workspace_id', '=', workspace).executeTakeFirst(),
  )
  return `${row?.name ?? ''} (${workspace})`
}

function linesOf(removed: Counts | null, soon: Counts): string[] {
  const lines = retentionKinds.flatMap((kind) => {
    const [gone, coming] = [removed?.[kind] ?? 0, soon[kind]]
    if (gone + coming === 0) return []
    const went = removed === null ? '' : `${gone} removed, `
    return [`${retentionRules[kind].name.en}: ${went}${coming} within thirty days`]
  })
  return lines.length > 0 ? lines : ['nothing to remove, nothing soon']
}

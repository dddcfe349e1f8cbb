import { openDatabase } from '../db/pool.ts'
import { realWorld } from '../deps.ts'
import { loadContent } from '../feedback/instruments.ts'
import { type Progress, recomputeSignals } from '../feedback/signal-recompute.ts'
import type { Db, Schema } from '../schema.ts'
import type { Command } from './command.ts'
import { note, option, print, words, wrongUse } from './input.ts'
import { asOwner, type OnDatabase, onDatabase } from './on-database.ts'
import { workspaceNamed } from './workspace-named.ts'

/** `signals recompute`: the occasions to talk of one organisation, computed anew from what was answered. */
export const signalsCommand: Command = {
  name: 'signals',
  summary: 'compute the occasions to talk anew from all answers',
  help: `weerklank signals recompute --workspace <name or number> [--data <folder>]

Reads all answers of an organisation's collaborations that are going on, and opens the occasions to talk that are not there
yet: after an upgrade that brought new rules, or when answers came in late. Nothing is removed, nothing that a person closed
is opened again, and a second time adds nothing. The server may go on running. Each new one stands in the log.
  --workspace <…>  the organisation, by its name or number
  --data <folder>  the embedded database in that folder (default ./data), unless DATABASE_URL is set
Says on the way how far it is. The last line is how many were opened.`,
  options: { workspace: { type: 'string' } },
  run: async (invocation) => {
    const [deed] = words(invocation, 1, signalsCommand)
    if (deed !== 'recompute') throw wrongUse(`There is no "signals ${deed}".`, signalsCommand)
    const wanted = option(invocation, 'workspace')
    if (!wanted) throw wrongUse('Say which organisation: --workspace <name or number>', signalsCommand)
    await onDatabase(invocation, 'use', (on) =>
      asOwner(on, async (owner) => {
        const { id: workspace } = await workspaceNamed(owner, wanted)
        const deps = { world: realWorld, content: loadContent() }
        const basis = 'command-line' as const
        const of = { workspace, basis, onProgress: sayEvery(1_000), signal: on.signal }
        const { of: relations, opened } = await asProgram(on, (db) =>
          recomputeSignals({ owner, db }, deps, of),
        )
        note(`${relations} collaborations were read.`)
        print(String(opened))
      }),
    )
    return 0
  },
}

/** A connection as the program itself has it: with no more rights than a running server. */
async function asProgram<Result>(on: OnDatabase, work: (db: Db) => Promise<Result>): Promise<Result> {
  const onError = (error: Error) => on.log.warn({ err: error }, 'A connection to the database was lost')
  const db = openDatabase<Schema>(on.engine.app, { as: 'application', size: 1, onError })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

function sayEvery(count: number): (progress: Progress) => void {
  let said = 0
  return ({ done, of }) => {
    if (done - said < count) return
    said = done
    note(`${done} of ${of} collaborations (${Math.floor((100 * done) / of)} %)`)
  }
}

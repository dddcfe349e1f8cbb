import type { MemberApi } from '../access/access.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { serveMyData } from './my-data.routes.ts'
import { daysIn } from './retention.repository.ts'
import { serveRetention } from './retention.routes.ts'
import { serveTakeaway } from './takeaway.routes.ts'
import { serveWorkingNotes } from './working-note.routes.ts'

/** Who owns what: private notes, what is kept for how long, and everything of the organisation in one file. */
export function serveOwnership(to: MemberApi, deps: { world: World; dataDir?: string }): void {
  serveWorkingNotes(to, deps)
  serveMyData(to, deps)
  serveRetention(to, deps)
  serveTakeaway(to, { world: deps.world, dataDir: deps.dataDir ?? null })
}

/** How many days what is one's own is kept after its last change. */
export async function keptDays(trx: Trx): Promise<number> {
  return (await daysIn(trx))['working-notes']
}

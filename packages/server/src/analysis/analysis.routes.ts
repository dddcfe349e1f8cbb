import type { MemberApi } from '../access/access.ts'
import type { World } from '../deps.ts'
import { loadCodebooks } from './codebooks.ts'
import { serveDeeds } from './deed.routes.ts'
import { serveDocuments } from './document.routes.ts'
import { serveProjects } from './project.routes.ts'
import { serveQuotes } from './quote.routes.ts'

/** Everything of the room of analyses for members who signed in. */
export function serveAnalysis(to: MemberApi, deps: { world: World }): void {
  const all = { ...deps, codebooks: loadCodebooks() }
  serveProjects(to, all)
  serveDocuments(to, all)
  serveQuotes(to, all)
  serveDeeds(to, all)
}

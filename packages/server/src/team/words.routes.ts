import type { MemberApi } from '../access/access.ts'
import type { ConsentDeps } from '../consent/consent.ts'
import { serveDebrief } from './debrief.routes.ts'
import { serveGlossary } from './glossary.routes.ts'
import { serveTensions } from './tension.routes.ts'

/** What people of a circle put into words together: the glossary, the tensions, and looking back in five minutes. */
export function serveWords(to: MemberApi, deps: ConsentDeps): void {
  serveGlossary(to, deps)
  serveTensions(to, deps)
  serveDebrief(to, deps)
}

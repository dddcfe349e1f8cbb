import type { MemberApi } from '../access/access.ts'
import type { ConsentDeps } from '../consent/consent.ts'
import { loadTemplates } from './templates.ts'
import { serveTrajectories } from './trajectory.routes.ts'

/** Everything of the room of learning for members who signed in; learners have pages of their own (own/). */
export function serveLearning(to: MemberApi, deps: ConsentDeps): void {
  const buddyContacts = async () => new Map()
  serveTrajectories(to, { ...deps, templates: loadTemplates(), buddyContacts })
}

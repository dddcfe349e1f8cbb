import type { MemberApi } from '../access/access.ts'
import type { ConsentDeps } from '../consent/consent.ts'
import { serveBuddies } from './buddy.routes.ts'
import { servePaperMoments } from './moment.paper.routes.ts'
import { serveMonitorPage } from './monitor.routes.ts'
import { serveMyPlaces } from './my-places.routes.ts'
import { loadNudges } from './nudge.content.ts'
import { serveNudges } from './nudge.routes.ts'
import { serveSharedFeedback } from './peer.lead.routes.ts'
import { serveTrajectoryReport } from './report.routes.ts'
import { serveSurveys } from './survey.routes.ts'
import { loadTemplates } from './templates.ts'
import { serveTrajectoryPeople } from './trajectory.people.routes.ts'
import { serveTrajectories } from './trajectory.routes.ts'

/** Everything of the room of learning for members who signed in; learners have pages of their own (own/). */
export function serveLearning(to: MemberApi, deps: ConsentDeps & { canSendMail?: boolean }): void {
  const { canSendMail = false } = deps
  serveNudges(to, { ...deps, canSendMail, nudges: loadNudges() })
  const all = { ...deps, templates: loadTemplates() }
  serveTrajectories(to, all)
  serveTrajectoryPeople(to, all)
  serveSurveys(to, deps)
  serveTrajectoryReport(to, deps)
  servePaperMoments(to, deps)
  serveMyPlaces(to, deps)
  serveBuddies(to, deps)
  serveMonitorPage(to, deps)
  serveSharedFeedback(to, deps)
}

import type { MemberApi } from '../access/access.ts'
import type { ConsentDeps } from '../consent/consent.ts'
import { loadAfterContent } from './after.content.ts'
import { serveAfter } from './after.routes.ts'
import { serveFormats } from './format.routes.ts'
import { loadFormats } from './formats.ts'
import { serveMeetings } from './meeting.routes.ts'

/** Everything of the room of meetings for members who signed in. */
export function serveDialogue(to: MemberApi, deps: ConsentDeps & { canSendMail?: boolean }): void {
  const formats = loadFormats()
  serveFormats(to, { ...deps, formats })
  serveMeetings(to, { ...deps, formats })
  const { canSendMail = false } = deps
  serveAfter(to, { ...deps, canSendMail, afterContent: loadAfterContent() })
}

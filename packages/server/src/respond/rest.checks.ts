import type { FeedbackDeps } from '../feedback/feedback.deps.ts'
import type { Db } from '../schema.ts'
import { withLink } from './check.ts'
import { type DeviceDeps, deviceOf } from './device.ts'
import type { RestLinks } from './rest.ts'
import { recordFor } from './store.ts'

type Deps = FeedbackDeps & DeviceDeps & { db: Db }

/** Being asked less by a link to a check. */
export function restOfChecks(deps: Deps): RestLinks {
  const { db, world } = deps
  return {
    path: '/f',
    open: (c, work) =>
      withLink({ db, deps, token: c.req.param('token') ?? '', isForLess: true }, (trx, link) => {
        const { workspace, token, check } = link
        const isHers = deviceOf(c, deps, { ...check, now: world.now() }) === 'hers'
        return work(trx, {
          ...{ workspace, token, workspaceName: check.workspace_name, timeZone: check.time_zone },
          mayBeginAgain: token.by_letter || isHers,
          opened: () => recordFor(link, { world, action: 'check.opened', subject: check.id }),
          chosen: (action, subject) => recordFor(link, { world, action, subject }),
        })
      }),
  }
}

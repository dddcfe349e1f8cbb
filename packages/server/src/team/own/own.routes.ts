import { addDays } from '@weerklank/core/shared/time'
import { circleRenewDays, pagesEnd } from '@weerklank/core/team/circle'
import type { Hono, Context as HonoContext } from 'hono'
import type { Html } from '../../http/html.ts'
import { newCircleLink } from '../circle.links.ts'
import { updatePerson } from '../circle.repository.ts'
import { serveOwnFamily } from './family.routes.ts'
import { serveOwnGlossary } from './glossary.routes.ts'
import { homePage } from './home.page.ts'
import { serveLeaving } from './leave.routes.ts'
import { serveOwnMap } from './map.routes.ts'
import {
  answerCircle,
  CircleLinkError,
  circleOf,
  linkOf,
  noteInCircle,
  type OwnCircleDeps,
  sendCircle,
} from './own.door.ts'
import { ownCircleSections } from './own.sections.ts'
import { serveOwnTable } from './table.routes.ts'
import { serveOwnTensions } from './tension.routes.ts'

/** The pages of a team or network for who comes by a link: without an account and without a script. */
export function serveOwnCircle(app: Hono, deps: OwnCircleDeps): void {
  app.get('/n/:token', (c) => answerCircle(c, deps, () => home(c, deps)))
  app.post('/n/:token/nieuw', (c) => answerCircle(c, deps, () => renew(c, deps)))
  serveLeaving(app, deps)
  serveOwnMap(app, deps)
  serveOwnTable(app, deps)
  serveOwnGlossary(app, deps)
  serveOwnTensions(app, deps)
  serveOwnFamily(app, deps)
}

async function home(c: HonoContext, deps: OwnCircleDeps): Promise<Response> {
  const made = await circleOf(c, deps, async (trx, page) => {
    await noteInCircle(trx, deps, { page, action: 'circle.page-opened' })
    const { self, circle, now } = page
    if (self.seen_at === null)
      await updatePerson(trx, { circle: circle.row.id, participant: self.participant_id }, { seen_at: now })
    const sections: Html[] = []
    for (const section of ownCircleSections) {
      const shown = await section.show(trx, page)
      if (shown !== null) sections.push(shown)
    }
    return homePage({ page, sections, isRenewed: c.req.query('nieuw') === '1' })
  })
  return sendCircle(c, made)
}

async function renew(c: HonoContext, deps: OwnCircleDeps): Promise<Response> {
  const path = await linkOf(c, deps, async (trx, { link, page }) => {
    const { row, state } = page.circle
    // A network ends by itself: what is over cannot be kept open by renewing again and again.
    const notAfter = pagesEnd(state)
    const isOver =
      addDays(link.expires_at, circleRenewDays) <= page.now || (notAfter !== null && notAfter <= page.now)
    if (link.revoked_at !== null || page.self.left_at !== null || isOver)
      throw new CircleLinkError('link-revoked', page.listener)
    const made = await newCircleLink(trx, deps, { circle: row, person: page.self, notAfter })
    await noteInCircle(trx, deps, { page, action: 'circle.linked' })
    return `${made.path}?lang=${page.listener.language}&nieuw=1`
  })
  return c.redirect(path, 303)
}

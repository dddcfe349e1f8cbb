import { addDays } from '@weerklank/core/shared/time'
import type { Hono, Context as HonoContext } from 'hono'
import type { Html } from '../../http/html.ts'
import { serveOwnBuddy } from './buddy.routes.ts'
import { serveLearnerCard } from './card.routes.ts'
import { serveOwnCertificate } from './certificate.routes.ts'
import { serveErasing } from './erase.routes.ts'
import { serveLearnerGoal } from './goal.routes.ts'
import { homePage } from './home.page.ts'
import { serveLearnerMoments } from './moment.routes.ts'
import { awaitedOf, choiceOf, serveLearnerConsent } from './own.consent.ts'
import {
  answerLearner,
  LearnerLinkError,
  learnerOf,
  linkOf,
  noteLearner,
  type OwnLearningDeps,
  sendLearner,
} from './own.door.ts'
import { newLearnerLink } from './own.links.ts'
import { comeIn, revokeLinks } from './own.repository.ts'
import { ownSections } from './own.sections.ts'
import { serveLearnerQuotes } from './quote.routes.ts'
import { serveSeen } from './seen.routes.ts'

/** A link that expired can be renewed by who holds it for so many days more. */
const renewDays = 60

/** A learner's own pages, by her link: without an account and without a script. */
export function serveOwnLearning(app: Hono, deps: OwnLearningDeps): void {
  app.get('/l/:token', (c) => answerLearner(c, deps, () => home(c, deps)))
  app.post('/l/:token/nieuw', (c) => answerLearner(c, deps, () => renew(c, deps)))
  serveLearnerConsent(app, deps)
  serveLearnerGoal(app, deps)
  serveLearnerCard(app, deps)
  serveLearnerMoments(app, deps)
  serveOwnBuddy(app, deps)
  serveSeen(app, deps)
  serveErasing(app, deps)
  serveLearnerQuotes(app, deps)
  serveOwnCertificate(app, deps)
}

async function home(c: HonoContext, deps: OwnLearningDeps): Promise<Response> {
  const made = await learnerOf(c, deps, async (trx, page) => {
    await noteLearner(trx, deps, { page, action: 'trajectory.page-opened' })
    await comeIn(trx, page)
    const sections: Html[] = []
    for (const section of ownSections) {
      const shown = await section.show(trx, page)
      if (shown !== null) sections.push(shown)
    }
    const awaits = awaitedOf(await choiceOf(trx, deps, page))
    return homePage({ page, awaits, sections, isRenewed: c.req.query('nieuw') === '1' })
  })
  return sendLearner(c, made)
}

async function renew(c: HonoContext, deps: OwnLearningDeps): Promise<Response> {
  const path = await linkOf(c, deps, async (trx, { link, page }) => {
    const isOver = addDays(link.expires_at, renewDays) <= page.now
    if (link.revoked_at !== null || isOver) throw new LearnerLinkError('link-revoked', page.listener)
    await revokeLinks(trx, page.learner.id, page.now)
    const made = await newLearnerLink(trx, deps, page)
    await noteLearner(trx, deps, { page, action: 'trajectory.page-linked' })
    return `${made.path}?lang=${page.listener.language}&nieuw=1`
  })
  return c.redirect(path, 303)
}

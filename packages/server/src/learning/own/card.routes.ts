import { currentGoals, type Goal } from '@weerklank/core/learning/goal'
import type { Offer } from '@weerklank/core/library/fit.contract'
import { goalTopics } from '@weerklank/core/library/goal-topics'
import { AppError } from '@weerklank/core/shared/errors'
import type { Hono, Context as HonoContext } from 'hono'
import { type FitDeps, loadFitDeps, shippedOffers } from '../../library/library.ts'
import type { MentionRow } from '../moment.repository.ts'
import { learnerCardPage } from './card.page.ts'
import { answerLearner, learnerOf, noteLearner, type OwnLearningDeps, sendLearner } from './own.door.ts'
import type { OwnLearner } from './own.section.ts'

// Read once, and the same for every learner.
const fits: FitDeps = loadFitDeps()

/** A card of the library by her link: what ships, at her own level. Her goal stays where it is: only topics are looked at. */
export function serveLearnerCard(app: Hono, deps: OwnLearningDeps): void {
  app.get('/l/:token/kaart/:card', (c) => answerLearner(c, deps, () => shown(c, deps)))
}

async function shown(c: HonoContext, deps: OwnLearningDeps): Promise<Response> {
  const made = await learnerOf(c, deps, async (trx, page) => {
    const item = fits.shipped.find(({ key }) => key === c.req.param('card'))
    if (item === undefined) throw new AppError('not-found')
    await noteLearner(trx, deps, { page, action: 'trajectory.page-opened' })
    const offers = shippedOffers(fits, {
      place: { at: 'item', key: item.key },
      ...{ setting: null, voice: page.learner.voice },
    })
    return learnerCardPage(page, { item, offers })
  })
  return sendLearner(c, made)
}

/** What fits the goals she has now, and what she named that hinders or helps. */
export function offersForGoals(
  page: OwnLearner,
  of: { goals: readonly Goal[]; named: readonly MentionRow[] },
): Offer[] {
  const now = currentGoals(of.goals)
  if (now.length === 0) return []
  const topics = goalTopics(now.map(({ text, situation }) => `${text} ${situation}`).join(' '))
  const codes = [...new Set(of.named.flatMap(({ code }) => code ?? []))]
  const levels = [...new Set(of.named.map(({ level }) => level))]
  return shippedOffers(fits, {
    place: { at: 'goal', topics, codes, levels },
    ...{ setting: null, voice: page.learner.voice },
  })
}

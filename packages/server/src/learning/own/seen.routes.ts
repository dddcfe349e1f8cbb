import { AppError } from '@weerklank/core/shared/errors'
import type { Hono, Context as HonoContext } from 'hono'
import { newPersonLink, reachFamilies } from '../../consent/consent.ts'
import { setContext } from '../../db/context.ts'
import type { Trx } from '../../schema.ts'
import { goalOf } from '../goal.presenter.ts'
import { loadMentionBook } from '../mention.content.ts'
import { answersOf, goalsOf, mentionsOf, momentsOf, receiptsOf } from '../moment.repository.ts'
import { keptSeen } from './kept.seen.ts'
import { answerLearner, learnerOf, noteLearner, type OwnLearningDeps, sendLearner } from './own.door.ts'
import type { OwnLearner } from './own.section.ts'
import { type SeenPage, seenPage } from './seen.page.ts'

/** What others see of me, literally: the same rows that they get. */
export function serveSeen(app: Hono, deps: OwnLearningDeps): void {
  const book = loadMentionBook()
  app.get('/l/:token/gezien', (c) =>
    answerLearner(c, deps, async () => {
      const made = await learnerOf(c, deps, async (trx, page) => {
        await noteLearner(trx, deps, { page, action: 'trajectory.page-opened' })
        return seenPage({ ...(await load(trx, page)), book })
      })
      return sendLearner(c, made)
    }),
  )
  app.post('/l/:token/eigen', (c) => answerLearner(c, deps, () => toOwnPage(c, deps)))
}

async function load(trx: Trx, page: OwnLearner): Promise<Omit<SeenPage, 'book'>> {
  const { learner, trajectory } = page
  const attended = await trx
    .selectFrom('event_attendance')
    .innerJoin('trajectory_event', (join) =>
      join
        .onRef('trajectory_event.workspace_id', '=', 'event_attendance.workspace_id')
        .onRef('trajectory_event.id', '=', 'event_attendance.event_id'),
    )
    .select('title')
    .where('learner_id', '=', learner.id)
    .where('attended', '=', true)
    .orderBy('trajectory_event.at')
    .execute()
  const isRead = <Row extends { shared: string | null; in_use: boolean }>(row: Row) =>
    row.shared === 'research' && row.in_use
  const goals = await goalsOf(trx, learner.id)
  const answers = await answersOf(trx, learner.id)
  const mentions = await mentionsOf(trx, learner.id)
  const own = [...goals, ...answers, ...mentions]
  return {
    page,
    moments: await momentsOf(trx, trajectory.id),
    receipts: await receiptsOf(trx, learner.id),
    attended: attended.map(({ title }) => title),
    said: {
      goals: goals.filter(isRead).map(goalOf),
      answers: answers.filter(isRead),
      mentions: mentions.filter(isRead),
    },
    kept: await keptSeen(trx, page),
    keepsSome: own.some((row) => !isRead(row)),
    hasCare: await isInCare(trx, page),
  }
}

/** Whether she takes part in a collaboration too: then her own page shows more than this trajectory. */
async function isInCare(trx: Trx, page: OwnLearner): Promise<boolean> {
  const person = page.learner.person_id
  await reachFamilies(trx, { ...page.context, purpose: 'access' }, [person])
  const row = await trx
    .selectFrom('participant')
    .select('id')
    .where('person_id', '=', person)
    .limit(1)
    .executeTakeFirst()
  await setContext(trx, page.context)
  return row !== undefined
}

/**
 * A link to her own page with all her choices. Only where it opens nothing that this link does not: a link to a trajectory may
 * have been handed over by a lead, and must not lead to what somebody told in care.
 */
async function toOwnPage(c: HonoContext, deps: OwnLearningDeps): Promise<Response> {
  const path = await learnerOf(c, deps, async (trx, page) => {
    if (await isInCare(trx, page)) throw new AppError('not-found')
    const person = page.learner.person_id
    await reachFamilies(trx, page.context, [person])
    const made = await newPersonLink(trx, deps, { workspace: page.workspace.id, person })
    await setContext(trx, page.context)
    await noteLearner(trx, deps, { page, action: 'trajectory.page-linked' })
    return `${made.path}?lang=${page.listener.language}`
  })
  return c.redirect(path, 303)
}

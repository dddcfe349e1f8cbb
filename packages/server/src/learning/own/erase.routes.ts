import type { LearnerId } from '@weerklank/core/shared/ids'
import { fill } from '@weerklank/core/shared/spoken'
import type { Hono, Context as HonoContext } from 'hono'
import { sql } from 'kysely'
import { html } from '../../http/html.ts'
import type { Trx } from '../../schema.ts'
import { lockLearner } from '../moment.consent.ts'
import { eraseWordsFor } from './erase.text.ts'
import { answerLearner, learnerOf, noteLearner, type OwnLearningDeps, sendLearner } from './own.door.ts'
import { learnerDocument, to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'

const below = '/wissen'

/** What a learner wrote, or had written to her: what refers to a row goes before it. */
const written = [
  ...(['trajectory_quote', 'peer_feedback', 'portfolio_share', 'portfolio_piece'] as const),
  ...(['learning_strategy', 'learning_exercise', 'learning_attainment'] as const),
  ...(['learning_mention', 'learning_answer', 'learning_goal'] as const),
]

/** A learner erases all her own words, at once and for everybody; the register keeps that she took part. */
export function serveErasing(app: Hono, deps: OwnLearningDeps): void {
  app.get(`/l/:token${below}`, (c) => answerLearner(c, deps, () => ask(c, deps)))
  app.post(`/l/:token${below}`, (c) => answerLearner(c, deps, () => erase(c, deps)))
}

async function ask(c: HonoContext, deps: OwnLearningDeps): Promise<Response> {
  const made = await learnerOf(c, deps, async (trx, page) => {
    await noteLearner(trx, deps, { page, action: 'trajectory.page-opened' })
    return erasePage(page, {
      count: await countWritten(trx, page.learner.id),
      isDone: c.req.query('klaar') === 'ja',
    })
  })
  return sendLearner(c, made)
}

async function erase(c: HonoContext, deps: OwnLearningDeps): Promise<Response> {
  const leads = await learnerOf(c, deps, async (trx, page) => {
    await lockLearner(trx, page.learner.id)
    await eraseWritten(trx, page.learner.id)
    await noteLearner(trx, deps, { page, action: 'trajectory.words-erased' })
    return `${to(page, below)}&klaar=ja`
  })
  return c.redirect(leads, 303)
}

async function countWritten(trx: Trx, learner: LearnerId): Promise<number> {
  let count = 0
  for (const table of written) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(table)} where learner_id = ${learner}`.execute(trx)
    count += rows[0]?.n ?? 0
  }
  return count
}

async function eraseWritten(trx: Trx, learner: LearnerId): Promise<void> {
  for (const table of written) {
    await sql`delete from ${sql.table(table)} where learner_id = ${learner}`.execute(trx)
  }
  // That it came in stays true; that there is nothing of it is true from now on.
  await trx.updateTable('moment_receipt').set({ discarded: true }).where('learner_id', '=', learner).execute()
}

function erasePage(page: OwnLearner, { count, isDone }: { count: number; isDone: boolean }): string {
  const words = eraseWordsFor(page.listener)
  const done = isDone && count === 0 ? html`<p class="box" role="status">${words.done}</p>` : null
  const asked = html`<p>${words.what} ${count === 1 ? words.countOne : fill(words.count, { count: String(count) })}</p><p>${words.stays} ${words.left}</p>
    <p class="box">${words.noWayBack}</p><p><a href="${to(page, '/map')}">${words.takeAlong}</a></p>
    <form method="post" action="${to(page, below)}"><button>${words.confirm}</button></form>`
  return learnerDocument(
    { ...page, workspace: page.workspace.name },
    {
      ...{ title: words.title, below },
      main: html`<h1>${words.title}</h1>${done}${count > 0 ? asked : html`<p>${words.nothing} ${words.stays}</p>`}`,
    },
  )
}

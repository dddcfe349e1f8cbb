import type { AuditAction } from '@weerklank/core/audit/audit'
import { workFact } from '@weerklank/core/learning/nudge.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { Hono, Context as HonoContext } from 'hono'
import { setContext } from '../../db/context.ts'
import { Download, sendDownload } from '../../http/download.ts'
import { readForm } from '../../http/form-body.ts'
import type { Trx } from '../../schema.ts'
import { keepWorkFact, measuresOf, workFactsOf } from '../feasibility.repository.ts'
import type { NudgeDeps } from '../nudge.deps.ts'
import { betweenBelow, stopBelow } from '../nudge.mail.ts'
import { packFile } from '../nudge.pack.ts'
import * as nudges from '../nudge.repository.ts'
import {
  type BetweenPage,
  betweenPage,
  onBelow,
  packBelow,
  packPage,
  packPdfBelow,
  stopPage,
  workBelow,
} from './between.page.ts'
import { cardsOf } from './between.section.ts'
import {
  answerLearner,
  learnerOf,
  linkOf,
  noteLearner,
  type OwnLearningDeps,
  sendLearner,
} from './own.door.ts'
import { to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'

export type OwnBetweenDeps = OwnLearningDeps & NudgeDeps

const formSize = { bytes: 16 * 1024, fields: 10 }

/** What comes between the meetings, on a learner's own pages: cards, the sheets for colleagues, and whether she wants more. */
export function serveOwnBetween(app: Hono, deps: OwnBetweenDeps): void {
  const at = (below: string) => `/l/:token${below}`
  const get = (below: string, act: (c: HonoContext) => Promise<Response>) =>
    app.get(at(below), (c) => answerLearner(c, deps, () => act(c)))
  const post = (below: string, act: (c: HonoContext) => Promise<Response>) =>
    app.post(at(below), (c) => answerLearner(c, deps, () => act(c)))
  get(betweenBelow, (c) => shown(c, deps))
  get(stopBelow, (c) => asked(c, deps))
  post(stopBelow, (c) => chosen(c, deps, true))
  post(onBelow, (c) => chosen(c, deps, false))
  post(workBelow, (c) => toldWork(c, deps))
  get(packBelow, (c) => sheets(c, deps))
  get(packPdfBelow, (c) => sheetsFile(c, deps))
}

async function shown(c: HonoContext, deps: OwnBetweenDeps): Promise<Response> {
  const page = await learnerOf(c, deps, async (trx, own) => {
    await noteLearner(trx, deps, { page: own, action: 'trajectory.cards-read' })
    return betweenPage(
      await load(trx, deps, { page: own, told: c.req.query('bewaard') === 'ja' ? 'kept' : null }),
    )
  })
  return sendLearner(c, page)
}

async function load(
  trx: Trx,
  deps: OwnBetweenDeps,
  of: Pick<BetweenPage, 'page' | 'told'> & { typed?: ReadonlyMap<string, string> },
): Promise<BetweenPage> {
  const { page, told, typed } = of
  const { id } = page.trajectory
  const isAsked = (await measuresOf(trx, id)).some(({ status }) => status === 'looked-at')
  const fact = (await workFactsOf(trx, id)).find((row) => row.learner_id === page.learner.id)
  return {
    ...{ page, told, content: deps.nudges, canSendMail: deps.canSendMail },
    cards: await cardsOf(trx, page),
    isOff: await inHerChoice(trx, page, () => isOffNow(trx, page)),
    work: isAsked ? { fact, ...(typed && { typed }) } : undefined,
  }
}

/** Her choice is of her person, in every trajectory: within reach for as long as it is read or written. */
async function inHerChoice<Result>(trx: Trx, page: OwnLearner, act: () => Promise<Result>): Promise<Result> {
  await setContext(trx, { ...page.context, persons: [page.learner.person_id] })
  const result = await act()
  await setContext(trx, page.context)
  return result
}

async function isOffNow(trx: Trx, page: OwnLearner): Promise<boolean> {
  return (await nudges.optedOut(trx, [page.learner.person_id])).size > 0
}

/** By the link at the end of a mail, also of one that expired long ago: whoever wants no more mails can always say so. */
async function asked(c: HonoContext, deps: OwnBetweenDeps): Promise<Response> {
  const page = await linkOf(c, deps, async (trx, { page: own }) => {
    await noteLearner(trx, deps, { page: own, action: 'trajectory.cards-read' })
    return stopPage(own, await inHerChoice(trx, own, () => isOffNow(trx, own)))
  })
  return sendLearner(c, page)
}

/** No body is read: a mail program posts what it likes (RFC 8058), and there is nothing to fill in. */
async function chosen(c: HonoContext, deps: OwnBetweenDeps, isOff: boolean): Promise<Response> {
  const page = await linkOf(c, deps, async (trx, { page: own }) => {
    const { workspace, learner, now } = own
    await inHerChoice(trx, own, () =>
      nudges.choose(trx, { workspace: workspace.id, person: learner.person_id, isOff, now }),
    )
    const action: AuditAction = isOff ? 'trajectory.nudges-off' : 'trajectory.nudges-on'
    await noteLearner(trx, deps, { page: own, action })
    return own
  })
  return c.redirect(to(page, stopBelow), 303)
}

async function toldWork(c: HonoContext, deps: OwnBetweenDeps): Promise<Response> {
  const fields = new Map(await readForm(c, formSize))
  const seesNone = fields.get('meetings') === 'none'
  const read = workFact.safeParse({
    meetings: fields.get('meetings'),
    stage: seesNone ? null : fields.get('stage'),
    parents: seesNone ? null : fields.get('parents'),
  })
  const made = await learnerOf(c, deps, async (trx, own) => {
    if (own.trajectory.status === 'ended') throw new AppError('conflict')
    if (!read.success) {
      return { own, page: betweenPage(await load(trx, deps, { page: own, told: 'missing', typed: fields })) }
    }
    await keepWorkFact(trx, {
      ...{ workspace_id: own.workspace.id, learner_id: own.learner.id, trajectory_id: own.trajectory.id },
      ...{ ...read.data, at: own.now, entered_by: null },
    })
    await noteLearner(trx, deps, { page: own, action: 'trajectory.work-written' })
    return { own, page: null }
  })
  if (made.page !== null) return sendLearner(c, made.page, { status: 422 })
  return c.redirect(`${to(made.own, betweenBelow)}&bewaard=ja`, 303)
}

async function sheets(c: HonoContext, deps: OwnBetweenDeps): Promise<Response> {
  const page = await learnerOf(c, deps, async (trx, own) => {
    await noteLearner(trx, deps, { page: own, action: 'trajectory.pack-fetched' })
    return packPage(own, deps.nudges.sheets)
  })
  return sendLearner(c, page)
}

async function sheetsFile(c: HonoContext, deps: OwnBetweenDeps): Promise<Response> {
  const own = await learnerOf(c, deps, async (trx, page) => {
    await noteLearner(trx, deps, { page, action: 'trajectory.pack-fetched' })
    return page
  })
  const text = await packFile({ deps, language: own.listener.language, author: own.workspace.name })
  return sendDownload(c, new Download({ name: 'weerklank.pdf', type: 'application/pdf', text }))
}

import { feedbackAsk } from '@weerklank/core/learning/peer-feedback'
import { AppError } from '@weerklank/core/shared/errors'
import { portfolioShareId } from '@weerklank/core/shared/ids'
import type { Hono, Context as HonoContext } from 'hono'
import { readForm } from '../../http/form-body.ts'
import type { Told } from '../../http/own-fields.ts'
import type { Trx } from '../../schema.ts'
import { buddiesNow, endShare, sharePieces } from '../portfolio.keep.ts'
import * as repository from '../portfolio.repository.ts'
import { type AskPage, askPage, feedbackPage, madePage, standingQuestions } from './ask.page.ts'
import { answerLearner, learnerOf, noteLearner, type OwnLearningDeps, sendLearner } from './own.door.ts'
import { to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { momentWords } from './portfolio.page.ts'
import { portfolioWordsFor } from './portfolio.text.ts'
import { frameOf } from './practice.page.ts'

export type AskDeps = OwnLearningDeps & { publicUrl: string }

/** Four texts of four thousand signs in emoji, percent-encoded, and two hundred pieces. */
const formSize = { bytes: 512 * 1024, fields: 240 }

type Fields = readonly (readonly [string, string])[]

/** What she shows and asks others, by her link: making a link, reading what came back, taking a link back. */
export function serveOwnAsking(app: Hono, deps: AskDeps): void {
  app.get('/l/:token/map/vraag', (c) => answerLearner(c, deps, () => shown(c, deps)))
  app.post('/l/:token/map/vraag', (c) => answerLearner(c, deps, () => ask(c, deps)))
  app.get('/l/:token/map/link/:share', (c) => answerLearner(c, deps, () => read(c, deps)))
  app.post('/l/:token/map/link/:share/stop', (c) => answerLearner(c, deps, () => end(c, deps, false)))
  app.post('/l/:token/map/link/:share/weg', (c) => answerLearner(c, deps, () => end(c, deps, true)))
}

async function shown(c: HonoContext, deps: AskDeps): Promise<Response> {
  const text = await learnerOf(c, deps, async (trx, page) => {
    await noteLearner(trx, deps, { page, action: 'portfolio.read' })
    return askPage(await load(trx, deps, { page, told: null, fields: [] }))
  })
  return sendLearner(c, text)
}

async function load(
  trx: Trx,
  deps: AskDeps,
  { page, told, fields }: { page: OwnLearner; told: Told; fields: Fields },
): Promise<AskPage> {
  return {
    ...{ page, told, typed: new Map(fields), newId: deps.world.newId() },
    ticked: new Set(fields.map(([name, value]) => `${name}:${value}`)),
    pieces: await repository.piecesOf(trx, page.learner.id),
    hasBuddy: (await buddiesNow(trx, page)).length > 0,
  }
}

async function ask(c: HonoContext, deps: AskDeps): Promise<Response> {
  const fields = await readForm(c, formSize)
  const made = await learnerOf(c, deps, async (trx, page) => {
    const id = portfolioShareId.safeParse(new Map(fields).get('id'))
    if (!id.success) throw new AppError('invalid-input')
    const read = feedbackAsk.safeParse(askedIn(fields, page))
    if (!read.success) {
      const told = wrongIn(read.error.issues[0], page)
      return { text: askPage(await load(trx, deps, { page, told, fields })), status: 422 as const }
    }
    const token = await sharePieces(trx, { page, id: id.data, ask: read.data })
    if (token !== null) await noteLearner(trx, deps, { page, action: 'portfolio.shared' })
    const share = (await repository.sharesOf(trx, page.learner.id)).find((one) => one.id === id.data)
    if (share === undefined) throw new AppError('not-found')
    const link = token === null ? null : `${deps.publicUrl}/e/${token}`
    const until = momentWords(page, share.expires_at)
    return { text: madePage({ page, to: share.to_name, until, link }), status: 200 as const }
  })
  return sendLearner(c, made.text, { status: made.status })
}

/** What the form says, in the words of the rule. Her own halves go with the questions that she asks, in their order. */
function askedIn(fields: Fields, page: OwnLearner): unknown {
  const typed = new Map(fields)
  const all = (name: string) => fields.filter(([one]) => one === name).map(([, value]) => value)
  const own = (typed.get('eigen') ?? '').trim()
  const chosen = [
    ...standingQuestions(page).filter(({ key }) => all('vraag').includes(key)),
    ...(own === '' ? [] : [{ key: 'eigen', text: own }]),
  ]
  const both = all('beide').includes('ja')
  return {
    ...{ to: typed.get('aan') ?? '', pieces: all('stuk'), questions: chosen.map(({ text }) => text) },
    ...{ readers: typed.get('lezers') ?? 'me', both, days: Number(typed.get('dagen') ?? 14) },
    own: both ? chosen.map(({ key }) => typed.get(`zelf-${key}`) ?? '') : [],
  }
}

function wrongIn(
  issue: { path: readonly PropertyKey[]; message: string } | undefined,
  page: OwnLearner,
): Told {
  const words = portfolioWordsFor(page.listener)
  const wrong = (text: string, field: string): Told => ({ kind: 'wrong', text, field })
  const at = issue?.path[0]
  if (at === 'to') return wrong(issue?.path.length === 1 ? words.askToMissing : words.tooLong, 'aan')
  if (at === 'own' && issue?.path.length === 1) return wrong(words.askBothMissing, 'zelf-strength')
  if (at === 'own') return wrong(words.tooLong, 'zelf-strength')
  if (at === 'questions' && issue?.message === 'needed') return wrong(words.askReadersNeeds, 'lezers')
  if (at === 'questions' && issue?.message === 'twice') return wrong(words.askTwice, 'eigen')
  if (at === 'questions') return wrong(words.tooLong, 'eigen')
  return wrong(words.askNothing, 'eigen')
}

async function shareOf(trx: Trx, c: HonoContext, page: OwnLearner): Promise<repository.ShareRow> {
  const shares = await repository.sharesOf(trx, page.learner.id)
  const share = shares.find(({ id }) => id === c.req.param('share'))
  if (share === undefined) throw new AppError('not-found')
  return share
}

async function read(c: HonoContext, deps: AskDeps): Promise<Response> {
  const text = await learnerOf(c, deps, async (trx, page) => {
    const share = await shareOf(trx, c, page)
    await noteLearner(trx, deps, { page, action: 'portfolio.feedback-read' })
    return feedbackPage({ page, share, halves: await repository.halvesOf(trx, share.id) })
  })
  return sendLearner(c, text)
}

/** Takes a link back, or takes it away with all that was written by it. */
async function end(c: HonoContext, deps: AskDeps, isWhole: boolean): Promise<Response> {
  const page = await learnerOf(c, deps, async (trx, page) => {
    const share = await shareOf(trx, c, page)
    await endShare(trx, { page, share })
    if (isWhole) await repository.removeShare(trx, { learner: page.learner.id, id: share.id })
    const action = isWhole ? ('portfolio.feedback-removed' as const) : ('portfolio.ended' as const)
    await noteLearner(trx, deps, { page, action })
    return page
  })
  return c.redirect(`${to(frameOf(page), '/map')}&bewaard=ja`, 303)
}

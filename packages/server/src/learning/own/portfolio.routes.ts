import type { AuditAction } from '@weerklank/core/audit/audit'
import type { Instrument } from '@weerklank/core/feedback/instrument'
import { pieceShape, pieceSigns, piecesAtMost } from '@weerklank/core/learning/portfolio'
import { AppError } from '@weerklank/core/shared/errors'
import { portfolioPieceId } from '@weerklank/core/shared/ids'
import { requiredText, text } from '@weerklank/core/shared/text-input'
import { localDay } from '@weerklank/core/shared/time'
import type { Hono, Context as HonoContext } from 'hono'
import { Download, sendDownload } from '../../http/download.ts'
import { readForm } from '../../http/form-body.ts'
import type { Told, Typed } from '../../http/own-fields.ts'
import type { Trx } from '../../schema.ts'
import { evidenceFor } from '../portfolio.evidence.ts'
import { portfolioFor, portfolioZip } from '../portfolio.file.ts'
import { keepPiece } from '../portfolio.keep.ts'
import * as repository from '../portfolio.repository.ts'
import { answerLearner, learnerOf, noteLearner, type OwnLearningDeps, sendLearner } from './own.door.ts'
import { to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { filePage } from './portfolio.file.page.ts'
import { type PortfolioPage, portfolioPage } from './portfolio.page.ts'
import { portfolioWordsFor } from './portfolio.text.ts'
import { frameOf } from './practice.page.ts'

export type PortfolioDeps = OwnLearningDeps & { instruments: ReadonlyMap<string, Instrument> }

/** A story of four thousand signs in emoji, percent-encoded. */
const formSize = { bytes: 128 * 1024, fields: 20 }

type Doing = { trx: Trx; page: OwnLearner; deps: PortfolioDeps; typed: Typed; id: string }
type Deed = (of: Doing) => Promise<AuditAction | { wrong: string; field: string }>

/** Her portfolio, by her link: nobody else's, and with nobody else reading. */
export function serveOwnPortfolio(app: Hono, deps: PortfolioDeps): void {
  app.get('/l/:token/map', (c) => answerLearner(c, deps, () => shown(c, deps)))
  app.get('/l/:token/map/meenemen', (c) => answerLearner(c, deps, () => taken(c, deps)))
  app.post('/l/:token/map/stuk', (c) => answerLearner(c, deps, () => done(c, deps, keep)))
  app.post('/l/:token/map/stuk/:id', (c) => answerLearner(c, deps, () => done(c, deps, change)))
  app.post('/l/:token/map/stuk/:id/weg', (c) => answerLearner(c, deps, () => done(c, deps, remove)))
}

async function shown(c: HonoContext, deps: PortfolioDeps): Promise<Response> {
  const text = await learnerOf(c, deps, async (trx, page) => {
    await noteLearner(trx, deps, { page, action: 'portfolio.read' })
    const { kept } = portfolioWordsFor(page.listener)
    const told: Told = c.req.query('bewaard') === 'ja' ? { kind: 'kept', text: kept } : null
    return portfolioPage(await load(trx, deps, { page, told, typed: new Map() }))
  })
  return sendLearner(c, text)
}

async function taken(c: HonoContext, deps: PortfolioDeps): Promise<Response> {
  const zip = await learnerOf(c, deps, async (trx, page) => {
    await noteLearner(trx, deps, { page, action: 'portfolio.taken' })
    const data = await portfolioFor(trx, page)
    return portfolioZip(data, filePage(data, page))
  })
  return sendDownload(c, new Download({ name: 'mijn-map.zip', type: 'application/zip', text: zip }))
}

async function done(c: HonoContext, deps: PortfolioDeps, deed: Deed): Promise<Response> {
  const typed = new Map(await readForm(c, formSize))
  const made = await learnerOf(c, deps, async (trx, page) => {
    const outcome = await deed({ trx, page, deps, typed, id: c.req.param('id') ?? '' })
    if (typeof outcome === 'string') {
      await noteLearner(trx, deps, { page, action: outcome })
      return { page, text: null }
    }
    const told: Told = { kind: 'wrong', text: outcome.wrong, field: outcome.field }
    return { page, text: portfolioPage(await load(trx, deps, { page, told, typed })) }
  })
  if (made.text !== null) return sendLearner(c, made.text, { status: 422 })
  return c.redirect(`${to(frameOf(made.page), '/map')}&bewaard=ja`, 303)
}

async function load(
  trx: Trx,
  deps: PortfolioDeps,
  of: Pick<PortfolioPage, 'page' | 'told' | 'typed'>,
): Promise<PortfolioPage> {
  const { page } = of
  const learner = page.learner.id
  return {
    ...{ ...of, newId: deps.world.newId(), evidence: await evidenceFor(trx, page, deps) },
    pieces: await repository.piecesOf(trx, learner),
    shares: await repository.sharesOf(trx, learner),
    buddies: await repository.feedbackFor(trx, learner),
  }
}

async function keep({ trx, page, deps, typed }: Doing): ReturnType<Deed> {
  const words = portfolioWordsFor(page.listener)
  const id = portfolioPieceId.safeParse(typed.get('id'))
  const evidence = await evidenceFor(trx, page, deps)
  const [kind = '', source = null] = (typed.get('bij') ?? '').split(':')
  const rests = evidence.find((one) => one.kind === kind && one.source === source)
  const title = (typed.get('titel') ?? '').trim()
  const read = pieceShape.safeParse({
    ...{ kind, source, title: title === '' ? (rests?.title ?? '') : title, body: typed.get('tekst') ?? '' },
    day: localDay(page.now, page.workspace.timeZone),
  })
  if (!id.success) throw new AppError('invalid-input')
  if (!read.success) {
    if (title === '' && kind === 'own') return { wrong: words.titleMissing, field: 'titel' }
    if (title.length > pieceSigns.title) return { wrong: words.tooLong, field: 'titel' }
    if ([...(typed.get('tekst') ?? '')].length > pieceSigns.body)
      return { wrong: words.tooLong, field: 'tekst' }
    throw new AppError('not-found')
  }
  if ((await repository.piecesOf(trx, page.learner.id)).length >= piecesAtMost) {
    return { wrong: words.full, field: 'bij' }
  }
  await keepPiece(trx, { page, id: id.data, piece: read.data, evidence })
  return 'portfolio.kept'
}

const pieceOf = (id: string) => {
  const read = portfolioPieceId.safeParse(id)
  if (!read.success) throw new AppError('not-found')
  return read.data
}

async function change({ trx, page, typed, id }: Doing): ReturnType<Deed> {
  const words = portfolioWordsFor(page.listener)
  const title = requiredText(pieceSigns.title).safeParse(typed.get(`titel-${id}`) ?? '')
  const body = text(pieceSigns.body).safeParse(typed.get(`tekst-${id}`) ?? '')
  if (!title.success) {
    const isEmpty = (typed.get(`titel-${id}`) ?? '').trim() === ''
    return { wrong: isEmpty ? words.titleMissing : words.tooLong, field: `titel-${id}` }
  }
  if (!body.success) return { wrong: words.tooLong, field: `tekst-${id}` }
  const isThere = await repository.changePiece(trx, {
    ...{ learner: page.learner.id, id: pieceOf(id) },
    change: { title: title.data, body: body.data, changed_at: page.now },
  })
  if (!isThere) throw new AppError('not-found')
  return 'portfolio.changed'
}

async function remove({ trx, page, id }: Doing): ReturnType<Deed> {
  await repository.removePiece(trx, { learner: page.learner.id, id: pieceOf(id) })
  return 'portfolio.removed'
}

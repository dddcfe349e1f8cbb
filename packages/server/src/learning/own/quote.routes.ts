import { quoteLimit } from '@weerklank/core/learning/report.quote'
import { AppError } from '@weerklank/core/shared/errors'
import { readable, tidy } from '@weerklank/core/shared/text-input'
import type { Hono, Context as HonoContext } from 'hono'
import { setContext } from '../../db/context.ts'
import { readForm } from '../../http/form-body.ts'
import type { Trx } from '../../schema.ts'
import { stateOf } from '../report.quotes.ts'
import { changeQuote, ownQuotes, type QuoteRow } from '../report.repository.ts'
import { answerLearner, learnerOf, noteLearner, type OwnLearningDeps, sendLearner } from './own.door.ts'
import { to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { quotesBelow, quotesPage } from './quote.page.ts'

/** Quotes of hers that somebody wants to print: she says yes, yes in other words, or no, and can take a yes back. */
export function serveLearnerQuotes(app: Hono, deps: OwnLearningDeps): void {
  app.get(`/l/:token${quotesBelow}`, (c) => answerLearner(c, deps, () => shown(c, deps)))
  app.post(`/l/:token${quotesBelow}/:quote`, (c) => answerLearner(c, deps, () => decided(c, deps)))
}

async function shown(c: HonoContext, deps: OwnLearningDeps): Promise<Response> {
  const made = await learnerOf(c, deps, async (trx, page) => {
    await noteLearner(trx, deps, { page, action: 'trajectory.page-opened' })
    return quotesPage({ ...(await load(trx, page)), isKept: c.req.query('bewaard') === 'ja', wrong: null })
  })
  return sendLearner(c, made)
}

async function load(trx: Trx, page: OwnLearner) {
  const quotes = await ownQuotes(trx, page.learner.id)
  return { page, quotes, mayBeQuoted: await consentsToQuotes(trx, page) }
}

/** Held until the end of the transaction: a no comes wholly before or wholly after her yes to a quote. */
async function consentsToQuotes(trx: Trx, { context, learner }: OwnLearner): Promise<boolean> {
  await setContext(trx, { ...context, persons: [learner.person_id] })
  const grant = await trx
    .selectFrom('consent_grant')
    .select('in_force')
    .where('person_id', '=', learner.person_id)
    .where('purpose', '=', 'quotes-publish')
    .forUpdate()
    .executeTakeFirst()
  await setContext(trx, context)
  return grant?.in_force ?? false
}

async function decided(c: HonoContext, deps: OwnLearningDeps): Promise<Response> {
  const fields = new Map(await readForm(c))
  const made = await learnerOf(c, deps, async (trx, page) => {
    const { quotes, mayBeQuoted } = await load(trx, page)
    const row = quotes.find((one) => one.id === c.req.param('quote'))
    // Somebody else's words are nobody's to decide about.
    if (row === undefined) throw new AppError('not-found')
    const own = tidy(fields.get('woorden') ?? '')
    const decision = fields.get('besluit') ?? ''
    const isLong = [...own].length > quoteLimit || !readable(own)
    if (decision === 'anders' && (own === '' || isLong)) {
      return { page: quotesPage({ page, quotes, mayBeQuoted, isKept: false, wrong: { quote: row.id } }) }
    }
    const change = changeOf(row, { decision, own, mayBeQuoted, now: page.now })
    await changeQuote(trx, row.id, change)
    const isTakenBack = decision === 'terug'
    const action = isTakenBack ? 'trajectory.quote-withdrawn' : 'trajectory.quote-decided'
    await noteLearner(trx, deps, { page, action })
    return { leads: `${to(page, quotesBelow)}&bewaard=ja` }
  })
  return 'page' in made ? sendLearner(c, made.page, { status: 422 }) : c.redirect(made.leads, 303)
}

type Word = { decision: string; own: string; mayBeQuoted: boolean; now: string }

/** A no, or taking it back, leaves no words; what was said stays said. `conflict` where it can no longer be decided. */
function changeOf(
  row: QuoteRow,
  { decision, own, mayBeQuoted, now }: Word,
): Parameters<typeof changeQuote>[2] {
  const state = stateOf(row)
  const gone = { pieces: null, own_words: null, purpose: null }
  if (decision === 'nee' && state === 'asked') return { ...gone, decision: 'no', decided_at: now }
  if (decision === 'terug' && state === 'approved') return { ...gone, withdrawn_at: now }
  if (state !== 'asked' || !mayBeQuoted) throw new AppError('conflict')
  const yes = { decided_at: now, purpose: 'quotes-publish' as const, in_use: true }
  if (decision === 'ja') return { ...yes, decision: 'yes' }
  if (decision === 'anders') return { ...yes, decision: 'changed', own_words: own }
  throw new AppError('invalid-input')
}

import { respondLanguage } from '@weerklank/core/shared/language'
import { readTicket } from '@weerklank/core/team/ticket-form'
import type { Hono, Context as HonoContext } from 'hono'
import { answerUnseen, type PostedFields } from '../http/answer-unseen.ts'
import { readForm } from '../http/form-body.ts'
import type { Log } from '../http/log.ts'
import { sendHtml } from '../http/page.ts'
import type { Db } from '../schema.ts'
import { instrumentOf, type TeamDeps } from './team.deps.ts'
import { type TicketFrame, ticketPolicy } from './ticket.frame.ts'
import { busyPage, noTicketPage, questionsPage, type RoundOnPage, thanksPage } from './ticket.page.ts'
import { count, type OpenTicket, withTicket } from './ticket.ts'

export type TicketDeps = TeamDeps & {
  db: Db
  log: Log
  /** Throws `too-many` when one address tries too many links that are none. */
  countMiss: (c: HonoContext) => void
}

/**
 * Answering without a name: a page and a post, without account, script or cookie. No line of the log or the record, no
 * counter and no event says that it happened; open screens learn of it when the round is closed.
 */
export function serveTickets(app: Hono, deps: TicketDeps): void {
  app.get('/r/:token', (c) => answer(c, deps, () => ask(c, deps)))
  app.post('/r/:token', (c) => answer(c, deps, (keep) => take(c, deps, keep)))
}

function answer(
  c: HonoContext,
  deps: TicketDeps,
  act: (keep: (fields: PostedFields) => void) => Promise<Response>,
): Promise<Response> {
  return answerUnseen(c, deps, {
    act,
    failed: (problem, status) =>
      send(c, problem.isNone ? noTicketPage(frameOf(c)) : busyPage(frameOf(c), problem.posted), status),
  })
}

async function ask(c: HonoContext, deps: TicketDeps): Promise<Response> {
  const page = await withTicket({ db: deps.db, deps, token: tokenOf(c) }, async (_trx, open) =>
    questionsPage(onPage(c, deps, open), null),
  )
  return send(c, page, 200)
}

async function take(
  c: HonoContext,
  deps: TicketDeps,
  keep: (fields: PostedFields) => void,
): Promise<Response> {
  const fields = await readForm(c)
  keep(fields)
  const { page, status } = await withTicket({ db: deps.db, deps, token: tokenOf(c) }, async (trx, open) => {
    const round = onPage(c, deps, open)
    // Before it is known whether the ticket was used: a form that cannot be counted gets the same answer either way.
    const asked = { ...round, others: open.others.map(({ id }) => id) }
    const read = readTicket(asked, fields)
    if (!read.ok) {
      const refill = { values: new Map(fields), problem: read.problem }
      return { page: questionsPage(round, refill), status: 422 as const }
    }
    await count(trx, open, read.answer)
    return { page: thanksPage(round), status: 200 as const }
  })
  return send(c, page, status)
}

const tokenOf = (c: HonoContext) => c.req.param('token') ?? ''

function frameOf(c: HonoContext): TicketFrame {
  const asked = c.req.query('lang') ?? c.req.header('accept-language') ?? 'nl'
  // Of a browser that asks for several the first that it names.
  const [first] = asked.split(/[,;]/)
  return { language: respondLanguage(first) ?? 'nl', workspace: null, path: `/r/${tokenOf(c)}` }
}

function onPage(c: HonoContext, deps: TeamDeps, { round, names, others }: OpenTicket): RoundOnPage {
  return {
    ...frameOf(c),
    ...names,
    title: round.title,
    k: round.k,
    takesWords: round.takes_words,
    instrument: instrumentOf(deps, round),
    closesAt: round.closes_at,
    talkOn: round.talk_on,
    others,
  }
}

function send(
  c: HonoContext,
  page: string,
  status: Parameters<typeof sendHtml>[1]['status'],
): Promise<Response> {
  return sendHtml(c, { page, status, policy: ticketPolicy })
}

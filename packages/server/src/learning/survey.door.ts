import { randomBytes } from 'node:crypto'
import { readSurvey, slipField } from '@weerklank/core/learning/survey'
import { AppError } from '@weerklank/core/shared/errors'
import { scrubNames } from '@weerklank/core/shared/name-scrub'
import type { Hono, Context as HonoContext } from 'hono'
import { type Context, inContext, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { answerUnseen, type PostedFields } from '../http/answer-unseen.ts'
import { readForm } from '../http/form-body.ts'
import { hashOf, readToken } from '../http/link-token.ts'
import type { Log } from '../http/log.ts'
import { sendHtml } from '../http/page.ts'
import { unknownListener } from '../http/refusal.ts'
import type { Db, Trx } from '../schema.ts'
import {
  noSurvey,
  type SurveyFrame,
  type SurveyOnPage,
  surveyBusy,
  surveyPolicy,
  surveyQuestions,
  surveyThanks,
} from './survey.page.ts'
import { countSurvey, namesToTakeOut, surveyByLink } from './survey.repository.ts'
import { asRounds } from './survey.ts'

export type SurveyDeps = {
  db: Db
  world: World
  log: Log
  /** Throws `too-many` when one address tries too many links that are none. */
  countMiss: (c: HonoContext) => void
}

/**
 * Answering after a lecture without a name: a page and a post, without account, script or cookie. No line of the log or the
 * record, no counter and no event says that it happened.
 */
export function serveLectureSurvey(app: Hono, deps: SurveyDeps): void {
  app.get('/lezing/:token', (c) => answer(c, deps, () => ask(c, deps)))
  app.post('/lezing/:token', (c) => answer(c, deps, (keep) => take(c, deps, keep)))
}

function answer(
  c: HonoContext,
  deps: SurveyDeps,
  act: (keep: (fields: PostedFields) => void) => Promise<Response>,
): Promise<Response> {
  return answerUnseen(c, deps, {
    act,
    failed: (problem, status) =>
      send(c, problem.isNone ? noSurvey(frameOf(c)) : surveyBusy(frameOf(c), problem.posted), status),
  })
}

async function ask(c: HonoContext, deps: SurveyDeps): Promise<Response> {
  return send(c, await withSurvey(c, deps, async (_, { page }) => surveyQuestions(page, null)), 200)
}

async function take(
  c: HonoContext,
  deps: SurveyDeps,
  keep: (fields: PostedFields) => void,
): Promise<Response> {
  const fields = await readForm(c)
  keep(fields)
  const values = new Map(fields)
  const slip = values.get(slipField) ?? ''
  const { page, status } = await withSurvey(c, deps, async (trx, open) => {
    const read = /^[0-9a-f]{32}$/.test(slip) ? readSurvey(fields) : ({ ok: false, problem: 'wrong' } as const)
    if (!read.ok) {
      const refill = { values, problem: read.problem }
      return { page: surveyQuestions(open.page, refill), status: 422 as const }
    }
    const words = await withoutNames(trx, open, read.answer.words)
    const answer = { ...read.answer, words }
    const counted = await countSurvey(trx, { survey: open.survey, slip: hashOf(slip), answer })
    if (!counted) throw new AppError('link-unknown')
    return { page: surveyThanks(open.page), status: 200 as const }
  })
  return send(c, page, status)
}

type Open = {
  context: Context
  survey: NonNullable<Awaited<ReturnType<typeof surveyByLink>>>
  page: SurveyOnPage
}

/** Opens a link; throws `link-unknown` for one that is none and for one whose survey is over: which of the two is nobody's business. */
async function withSurvey<Result>(
  c: HonoContext,
  deps: SurveyDeps,
  work: (trx: Trx, open: Open) => Promise<Result>,
): Promise<Result> {
  const read = readToken(c.req.param('token') ?? '')
  if (read === null) throw new AppError('link-unknown')
  const { workspace, hash } = read
  return inContext(deps.db, { workspace, actor: 'link', relations: [], token: hash }, async (trx) => {
    const survey = await surveyByLink(trx, hash)
    if (survey === undefined || survey.closed_at !== null || survey.closes_at <= deps.world.now())
      throw new AppError('link-unknown')
    await setContext(trx, { workspace, actor: 'system', relations: [], monitors: [survey.trajectory_id] })
    const place = await trx.selectFrom('workspace').select('name').executeTakeFirstOrThrow()
    const event = await trx
      .selectFrom('trajectory_event')
      .select('title')
      .where('id', '=', survey.event_id)
      .executeTakeFirstOrThrow()
    const context: Context = { workspace, actor: 'link', relations: [], rounds: asRounds([survey.event_id]) }
    await setContext(trx, context)
    const slip = randomBytes(16).toString('hex')
    const page = { ...frameOf(c), workspace: place.name, title: event.title, slip }
    return work(trx, { context, survey, page })
  })
}

async function withoutNames(
  trx: Trx,
  { context, survey }: Open,
  words: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  if (Object.keys(words).length === 0) return {}
  const { workspace } = context
  const leads = [survey.trajectory_id]
  await setContext(trx, { workspace, actor: 'system', relations: [], leads, purpose: 'names' })
  const names = await namesToTakeOut(trx, survey.trajectory_id)
  await setContext(trx, context)
  return Object.fromEntries(Object.entries(words).map(([item, said]) => [item, scrubNames(said, names)]))
}

function frameOf(c: HonoContext): SurveyFrame {
  const { language } = unknownListener(c)
  return { language, workspace: null, path: `/lezing/${encodeURIComponent(c.req.param('token') ?? '')}` }
}

function send(
  c: HonoContext,
  page: string,
  status: Parameters<typeof sendHtml>[1]['status'],
): Promise<Response> {
  return sendHtml(c, { page, status, policy: surveyPolicy })
}

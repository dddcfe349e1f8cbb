import { goalsUnderReview } from '@weerklank/core/learning/goal'
import type { MentionBook } from '@weerklank/core/learning/mention'
import type { MomentForm } from '@weerklank/core/learning/moment-form'
import type { HandInProblem } from '@weerklank/core/learning/moment-hand-in'
import { windowOf } from '@weerklank/core/learning/trajectory.plan'
import { AppError } from '@weerklank/core/shared/errors'
import { learningAnswerId } from '@weerklank/core/shared/ids'
import { dayMonth, localDay } from '@weerklank/core/shared/time'
import type { Hono, Context as HonoContext } from 'hono'
import { readForm } from '../../http/form-body.ts'
import type { Trx } from '../../schema.ts'
import { goalOf } from '../goal.presenter.ts'
import { loadMentionBook, mentionCodes } from '../mention.content.ts'
import { lockLearner, sharesNow } from '../moment.consent.ts'
import { type HandOver, handOver } from '../moment.hand-in.ts'
import {
  answersOf,
  goalsOf,
  type MomentRow,
  mentionsOf,
  momentsOf,
  receiptsOf,
} from '../moment.repository.ts'
import type { Fields } from './goal.fields.ts'
import { type FieldProblem, readMoment } from './moment.fields.ts'
import { type MomentPage, momentPage } from './moment.page.ts'
import { type MomentWords, momentWordsFor } from './moment.text.ts'
import { isAskedOf } from './next.section.ts'
import { awaitedOf, choiceOf } from './own.consent.ts'
import { answerLearner, learnerOf, noteLearner, type OwnLearningDeps, sendLearner } from './own.door.ts'
import { to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'

/** Forty texts of five thousand signs in emoji, percent-encoded; boxes for each code on each level. */
const formSize = { bytes: 3 * 1024 * 1024, fields: 500 }

type Deps = OwnLearningDeps & { book: MentionBook; codes: ReadonlySet<string> }

/** The forms of the moments, without a script: nothing that was typed is lost, and what is sent twice is one form. */
export function serveLearnerMoments(app: Hono, of: OwnLearningDeps): void {
  const book = loadMentionBook()
  const deps = { ...of, book, codes: mentionCodes(book) }
  app.get('/l/:token/moment/:moment', (c) => answerLearner(c, deps, () => shown(c, deps)))
  app.post('/l/:token/moment/:moment', (c) => answerLearner(c, deps, () => handIn(c, deps)))
}

async function findMoment(c: HonoContext, trx: Trx, page: OwnLearner): Promise<MomentRow> {
  const moments = await momentsOf(trx, page.trajectory.id)
  const moment = moments.find(({ key }) => key === c.req.param('moment'))
  if (moment === undefined) throw new AppError('not-found')
  return moment
}

async function shown(c: HonoContext, deps: Deps): Promise<Response> {
  const made = await learnerOf(c, deps, async (trx, page) => {
    const moment = await findMoment(c, trx, page)
    await noteLearner(trx, deps, { page, action: 'trajectory.page-opened' })
    const isKept = c.req.query('bewaard') === 'ja'
    return momentPage(await load(trx, deps, { page, moment, isKept }))
  })
  return sendLearner(c, made)
}

type Back = Partial<Pick<MomentPage, 'typed' | 'wrong' | 'taken' | 'id'>>

async function load(
  trx: Trx,
  deps: Deps,
  of: Pick<MomentPage, 'page' | 'moment' | 'isKept'> & Back,
): Promise<MomentPage> {
  const { page, moment } = of
  const all = (await goalsOf(trx, page.learner.id)).map(goalOf)
  const here = <Row extends { moment_id: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.moment_id === moment.id)
  return {
    ...{ id: deps.world.newId<string>(), typed: new Map(), wrong: new Map(), taken: null, ...of },
    ...{ book: deps.book, window: standingOf(page, moment), all },
    receipt: here(await receiptsOf(trx, page.learner.id))[0],
    said: {
      goals: all.filter((goal) => goal.moment === moment.id),
      answers: here(await answersOf(trx, page.learner.id)),
      mentions: here(await mentionsOf(trx, page.learner.id)),
    },
    goals: goalsUnderReview(all, moment.id),
    awaits: awaitedOf(await choiceOf(trx, deps, page)),
  }
}

function standingOf(page: OwnLearner, moment: MomentRow): MomentPage['window'] {
  const { status } = page.trajectory
  if (status !== 'running') return status === 'ended' ? 'over' : 'draft'
  if (!isAskedOf(page, moment)) return 'not-asked'
  const today = localDay(page.now, page.workspace.timeZone)
  return windowOf({ opensOn: moment.opens_on, closesOn: moment.closes_on }, today)
}

async function handIn(c: HonoContext, deps: Deps): Promise<Response> {
  const typed = new Map(await readForm(c, formSize))
  const id = learningAnswerId.safeParse(typed.get('id'))
  if (!id.success) throw new AppError('invalid-input')
  const made = await learnerOf(c, deps, async (trx, page) => {
    const moment = await findMoment(c, trx, page)
    const back = await store(trx, deps, { page, moment, typed, id: id.data })
    if (back === 'kept') {
      await noteLearner(trx, deps, { page, action: 'trajectory.handed-in' })
      return { leads: `${to(page, `/moment/${moment.key}`)}&bewaard=ja` }
    }
    return {
      page: momentPage(await load(trx, deps, { page, moment, isKept: false, typed, id: id.data, ...back })),
    }
  })
  return 'page' in made ? sendLearner(c, made.page, { status: 422 }) : c.redirect(made.leads, 303)
}

type Storing = {
  page: OwnLearner
  moment: MomentRow
  typed: Fields
  id: ReturnType<typeof learningAnswerId.parse>
}

/** Stores the form, or gives with what the page comes back. */
async function store(trx: Trx, deps: Deps, of: Storing): Promise<'kept' | Back> {
  const { page, moment, typed } = of
  const words = momentWordsFor(page.listener)
  // The page says itself why it cannot be handed in now; what was typed cannot be kept.
  if (!['open', 'closed'].includes(standingOf(page, moment))) return {}
  const isShared = await sharesNow(trx, { context: page.context, person: page.learner.person_id })
  await lockLearner(trx, page.learner.id)
  const goals = goalsUnderReview((await goalsOf(trx, page.learner.id)).map(goalOf), moment.id)
  const form = moment.form as MomentForm
  const { given, problems } = readMoment({ form, goals, codes: [...deps.codes], fields: typed })
  if (problems.length > 0)
    return { wrong: new Map(problems.map(({ code, item }) => [item, fieldText(words, code)])) }
  const done = await handOver(trx, {
    ...{ world: deps.world, codes: deps.codes, learner: page.learner, moment, given, isShared },
    ...{ id: of.id, way: 'phone', at: page.now, enteredBy: null },
    isReplacing: typed.get('kies') === 'vervang',
  })
  return backOf(done, { page, words })
}

function backOf(done: HandOver, { page, words }: { page: OwnLearner; words: MomentWords }): 'kept' | Back {
  if (done.done === 'problems') {
    return { wrong: new Map(done.problems.map((one) => [one.item ?? 'form', problemText(words, one)])) }
  }
  if (done.done !== 'taken') return 'kept'
  const day = dayMonth(done.receipt.at, page.listener.language, page.workspace.timeZone)
  return { taken: { day, replaceable: done.mayReplace } }
}

function fieldText(words: MomentWords, code: FieldProblem): string {
  switch (code) {
    case 'goal-missing':
      return words.goalMissing
    case 'reason-missing':
      return words.reasonMissing
    case 'next-missing':
      return words.nextMissing
    case 'same-or-changed':
      return words.sameOrChanged
    case 'too-long':
      return words.tooLong
  }
}

function problemText(words: MomentWords, { code }: HandInProblem): string {
  if (code === 'empty') return words.empty
  if (code === 'reason-missing') return words.reasonMissing
  if (code === 'next-missing') return words.nextMissing
  if (code === 'too-many-goals') return words.tooMany
  if (code === 'too-many-mentions') return words.tooManyMentions
  return words.strange
}

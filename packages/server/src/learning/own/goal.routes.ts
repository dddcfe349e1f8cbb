import { currentGoals, type GoalWords, goalLimits } from '@weerklank/core/learning/goal'
import { AppError } from '@weerklank/core/shared/errors'
import { type GoalId, goalId } from '@weerklank/core/shared/ids'
import type { Hono, Context as HonoContext } from 'hono'
import { readForm } from '../../http/form-body.ts'
import type { Trx } from '../../schema.ts'
import { goalOf } from '../goal.presenter.ts'
import { lockLearner } from '../moment.consent.ts'
import { goalsOf, insertGoal, mentionsOf, updateGoals } from '../moment.repository.ts'
import { offersForGoals } from './card.routes.ts'
import { type Fields, readGoal, readReason } from './goal.fields.ts'
import { type GoalPage, goalPage } from './goal.page.ts'
import { answerLearner, learnerOf, noteLearner, type OwnLearningDeps, sendLearner } from './own.door.ts'
import { to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { ownLearningWordsFor } from './own.text.ts'

/** Six texts of a thousand signs in emoji, percent-encoded. */
const formSize = { bytes: 128 * 1024, fields: 20 }

/** My goal: written, changed with why, both kept. Until it is handed in nobody else reads it. */
export function serveLearnerGoal(app: Hono, deps: OwnLearningDeps): void {
  app.get('/l/:token/doel', (c) => answerLearner(c, deps, () => shown(c, deps)))
  app.post('/l/:token/doel', (c) => answerLearner(c, deps, () => write(c, deps)))
}

async function shown(c: HonoContext, deps: OwnLearningDeps): Promise<Response> {
  const made = await learnerOf(c, deps, async (trx, page) => {
    await noteLearner(trx, deps, { page, action: 'trajectory.page-opened' })
    const isKept = c.req.query('bewaard') === 'ja'
    return goalPage(await load(trx, deps, { page, isKept, wrong: null, typed: new Map() }))
  })
  return sendLearner(c, made)
}

async function load(
  trx: Trx,
  deps: OwnLearningDeps,
  of: Omit<GoalPage, 'goals' | 'nextId' | 'offers'>,
): Promise<GoalPage> {
  const goals = (await goalsOf(trx, of.page.learner.id)).map(goalOf)
  const named = await mentionsOf(trx, of.page.learner.id)
  return { ...of, goals, nextId: deps.world.newId(), offers: offersForGoals(of.page, { goals, named }) }
}

async function write(c: HonoContext, deps: OwnLearningDeps): Promise<Response> {
  const typed = new Map(await readForm(c, formSize))
  const made = await learnerOf(c, deps, async (trx, page) => {
    const wrong = await keep(trx, deps, { page, typed })
    if (wrong === null) {
      await noteLearner(trx, deps, { page, action: 'trajectory.goal-written' })
      return { leads: `${to(page, '/doel')}&bewaard=ja` }
    }
    const form = typed.get('doel') ?? 'nieuw'
    return {
      page: goalPage(await load(trx, deps, { page, isKept: false, wrong: { text: wrong, form }, typed })),
    }
  })
  return 'page' in made ? sendLearner(c, made.page, { status: 422 }) : c.redirect(made.leads, 303)
}

/** Stores a goal as it was typed; gives what is the matter when it cannot be taken. */
async function keep(
  trx: Trx,
  deps: OwnLearningDeps,
  { page, typed }: { page: OwnLearner; typed: Fields },
): Promise<string | null> {
  const words = ownLearningWordsFor(page.listener)
  const id = goalId.safeParse(typed.get('id'))
  if (!id.success) throw new AppError('invalid-input')
  const changes = typed.get('doel')
  const read = readGoal(typed, changes ?? 'nieuw')
  if (read.state === 'too-long') return words.tooLong
  if (read.state !== 'written') return words.goalMissing
  const reason = changes === undefined ? '' : readReason(typed, changes)
  if (reason === null) return words.reasonMissing
  await lockLearner(trx, page.learner.id)
  return store(trx, deps, { page, id: id.data, goal: read.words, changes, reason })
}

type Storing = { page: OwnLearner; id: GoalId; goal: GoalWords; changes: string | undefined; reason: string }

async function store(trx: Trx, deps: OwnLearningDeps, of: Storing): Promise<string | null> {
  const { page, goal, id, reason } = of
  const words = ownLearningWordsFor(page.listener)
  const goals = await goalsOf(trx, page.learner.id)
  // Sent twice, it is one goal.
  if (goals.some((row) => row.id === id)) return null
  const now = currentGoals(goals)
  const before = now.find((row) => row.id === of.changes)
  if (of.changes !== undefined && before === undefined) return words.changedMeanwhile
  if (before === undefined && now.length >= goalLimits.current) return words.tooMany
  const { workspace_id, trajectory_id, id: learner_id, person_id } = page.learner
  const at = deps.world.now()
  await insertGoal(trx, {
    ...{ workspace_id, trajectory_id, learner_id, person_id, id, moment_id: null, shared: null },
    ...{ text: goal.text, situation: goal.situation, why: goal.why, first_step: goal.firstStep },
    ...{ notice: goal.notice, status: 'current', replaces: before?.id ?? null, reason },
    ...{ scale: null, created_at: at, changed_at: at, version: 1 },
  })
  if (before !== undefined) await updateGoals(trx, [before.id], { status: 'replaced', changed_at: at })
  return null
}

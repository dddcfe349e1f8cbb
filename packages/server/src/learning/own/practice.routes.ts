import type { AuditAction } from '@weerklank/core/audit/audit'
import { exerciseEntry, ownExercise, strategyShape } from '@weerklank/core/learning/exercise'
import { AppError } from '@weerklank/core/shared/errors'
import { learningExerciseId, learningStrategyId } from '@weerklank/core/shared/ids'
import { requiredText } from '@weerklank/core/shared/text-input'
import { localDay } from '@weerklank/core/shared/time'
import type { Hono, Context as HonoContext } from 'hono'
import { readForm } from '../../http/form-body.ts'
import type { Told, Typed } from '../../http/own-fields.ts'
import type { Trx } from '../../schema.ts'
import * as repository from '../exercise.repository.ts'
import type { Exercises } from '../exercises.ts'
import { answerLearner, learnerOf, noteLearner, type OwnLearningDeps, sendLearner } from './own.door.ts'
import { to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { frameOf, type PracticePage, practicePage } from './practice.page.ts'
import { practiceWordsFor } from './practice.text.ts'

export type PracticeDeps = OwnLearningDeps & { exercises: Exercises }

/** Two stories of two thousand signs in emoji, percent-encoded. */
const formSize = { bytes: 128 * 1024, fields: 20 }

type Doing = { trx: Trx; page: OwnLearner; deps: PracticeDeps; typed: Typed; c: HonoContext }
/** Does what was posted; gives what goes in the record, or what is the matter. */
type Deed = (of: Doing) => Promise<AuditAction | { wrong: string; field: string }>

/** Her exercises and her own plans, by her link. */
export function serveOwnPractice(app: Hono, deps: PracticeDeps): void {
  app.get('/l/:token/oefenen', (c) => answerLearner(c, deps, () => shown(c, deps)))
  const deeds: readonly (readonly [string, Deed])[] = [
    ['', log],
    ['/aanpak', plan],
    ['/aanpak/:id/los', drop],
    ['/:id/weg', remove],
  ]
  for (const [below, deed] of deeds) {
    app.post(`/l/:token/oefenen${below}`, (c) => answerLearner(c, deps, () => done(c, deps, deed)))
  }
}

async function shown(c: HonoContext, deps: PracticeDeps): Promise<Response> {
  const text = await learnerOf(c, deps, async (trx, page) => {
    await noteLearner(trx, deps, { page, action: 'practice.read' })
    const words = practiceWordsFor(page.listener)
    const isKept = c.req.query('bewaard') === 'ja'
    const told: Told = isKept ? { kind: 'kept', text: words.kept } : null
    const chosen = c.req.query('oefening')
    const typed: Typed = new Map(chosen === undefined ? [] : [['oefening', chosen]])
    return practicePage(await load(trx, deps, { page, told, typed }))
  })
  return sendLearner(c, text)
}

async function done(c: HonoContext, deps: PracticeDeps, deed: Deed): Promise<Response> {
  const typed = new Map(await readForm(c, formSize))
  const made = await learnerOf(c, deps, async (trx, page) => {
    const outcome = await deed({ trx, page, deps, typed, c })
    if (typeof outcome === 'string') {
      await noteLearner(trx, deps, { page, action: outcome })
      return { page, text: null }
    }
    const told: Told = { kind: 'wrong', text: outcome.wrong, field: outcome.field }
    return { page, text: practicePage(await load(trx, deps, { page, told, typed })) }
  })
  if (made.text !== null) return sendLearner(c, made.text, { status: 422 })
  return c.redirect(`${to(frameOf(made.page), '/oefenen')}&bewaard=ja`, 303)
}

async function load(
  trx: Trx,
  deps: PracticeDeps,
  of: Pick<PracticePage, 'page' | 'told' | 'typed'>,
): Promise<PracticePage> {
  const { page } = of
  return {
    ...of,
    exercises: deps.exercises,
    log: await repository.exercisesOf(trx, page.learner.id),
    strategies: await repository.strategiesOf(trx, page.learner.id),
    ids: { line: deps.world.newId(), strategy: deps.world.newId() },
    today: localDay(page.now, page.workspace.timeZone),
  }
}

/** Whose row it is; with consent for research in force it counts from now on. */
export function hersNow({ workspace, trajectory, learner }: OwnLearner) {
  return {
    ...{ workspace_id: workspace.id, trajectory_id: trajectory.id },
    ...{ learner_id: learner.id, person_id: learner.person_id },
  }
}

export const sharedNow = ({ learner }: OwnLearner) => (learner.in_use ? learner.shared : null)

async function log({ trx, page, deps, typed }: Doing): ReturnType<Deed> {
  const words = practiceWordsFor(page.listener)
  const value = (name: string) => typed.get(name) ?? ''
  const exercise = deps.exercises.get(value('oefening'))
  const own = requiredText(160).safeParse(value('naam'))
  if (exercise === undefined && !own.success) return { wrong: words.ownNameMissing, field: 'naam' }
  const [context = null, situation = null] = value('plek') === '' ? [] : value('plek').split(':')
  const read = exerciseEntry.safeParse({
    ...{ exercise: exercise?.key ?? ownExercise, doneOn: value('dag'), kind: value('soort') },
    ...{ context, situation, happened: value('gebeurd'), insight: value('inzicht') },
    repeat: value('weer') === '' ? null : value('weer'),
  })
  const id = learningExerciseId.safeParse(typed.get('id'))
  const tomorrow = read.success && read.data.doneOn > localDay(page.now, page.workspace.timeZone)
  if (!read.success || tomorrow || !id.success) {
    return wrongIn(read.error?.issues[0], typed, page)
  }
  const entry = read.data
  await repository.insertExercise(trx, {
    ...{ ...hersNow(page), id: id.data, shared: sharedNow(page), at: page.now },
    ...{ exercise_key: entry.exercise, name: exercise?.name[page.listener.language] ?? own.data ?? '' },
    ...{ day: entry.doneOn, kind: entry.kind, context: entry.context, situation: entry.situation },
    ...{ happened: entry.happened, insight: entry.insight, repeat: entry.repeat },
  })
  return 'practice.logged'
}

type Issue = { path: readonly PropertyKey[]; message: string; code?: string }

/** Which field it is and what is the matter with it, in words. */
function wrongIn(issue: Issue | undefined, typed: Typed, page: OwnLearner): { wrong: string; field: string } {
  const words = practiceWordsFor(page.listener)
  const at = issue?.path[0]
  if (at === 'happened' && (typed.get('gebeurd') ?? '').trim() === '') {
    return { wrong: words.happenedMissing, field: 'gebeurd' }
  }
  if (at === 'happened') return { wrong: words.tooLong, field: 'gebeurd' }
  if (at === 'insight') return { wrong: words.tooLong, field: 'inzicht' }
  if (at === 'kind') return { wrong: words.kindMissing, field: 'soort' }
  if (at === 'situation' || at === 'context') {
    const reason = `where-${issue?.message ?? ''}`
    const isKnown = (key: string): key is keyof typeof words => key in words
    return { wrong: isKnown(reason) ? words[reason] : words['where-situation-missing'], field: 'plek' }
  }
  return { wrong: words.dayWrong, field: 'dag' }
}

async function plan({ trx, page, typed }: Doing): ReturnType<Deed> {
  const words = practiceWordsFor(page.listener)
  const value = (name: string) => typed.get(name) ?? ''
  const read = strategyShape.safeParse({
    ...{ trigger: value('als'), plan: value('dan'), fallback: value('mis') },
  })
  const id = learningStrategyId.safeParse(typed.get('id'))
  if (!read.success || !id.success) {
    const empty = value('als').trim() === '' ? 'als' : 'dan'
    const isEmpty = value(empty).trim() === ''
    const long = (['als', 'dan', 'mis'] as const).find((name) => [...value(name)].length > 300)
    return isEmpty || long === undefined
      ? { wrong: words.strategyMissing, field: empty }
      : { wrong: words.tooLong, field: long }
  }
  await repository.insertStrategy(trx, {
    ...{ ...hersNow(page), ...read.data, id: id.data, at: page.now, dropped_at: null },
  })
  return 'practice.planned'
}

async function drop({ trx, page, c }: Doing): ReturnType<Deed> {
  const id = learningStrategyId.safeParse(c.req.param('id'))
  if (!id.success) throw new AppError('not-found')
  await repository.dropStrategy(trx, { learner: page.learner.id, id: id.data, at: page.now })
  return 'practice.dropped'
}

async function remove({ trx, page, c }: Doing): ReturnType<Deed> {
  const id = learningExerciseId.safeParse(c.req.param('id'))
  if (!id.success) throw new AppError('not-found')
  await repository.removeExercise(trx, { learner: page.learner.id, id: id.data })
  return 'practice.removed'
}

import type { AuditAction } from '@weerklank/core/audit/audit'
import {
  attainmentLevel,
  attainmentScale,
  mayScore,
  mayWriteScale,
} from '@weerklank/core/learning/attainment'
import { AppError } from '@weerklank/core/shared/errors'
import { learningAttainmentId } from '@weerklank/core/shared/ids'
import { text } from '@weerklank/core/shared/text-input'
import { localDay } from '@weerklank/core/shared/time'
import type { Hono, Context as HonoContext } from 'hono'
import { readForm } from '../../http/form-body.ts'
import type { Told, Typed } from '../../http/own-fields.ts'
import type { Trx } from '../../schema.ts'
import * as repository from '../attainment.repository.ts'
import { answerLearner, learnerOf, noteLearner, type OwnLearningDeps, sendLearner } from './own.door.ts'
import { to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { frameOf } from './practice.page.ts'
import { hersNow, sharedNow } from './practice.routes.ts'
import { practiceWordsFor } from './practice.text.ts'
import { scalePage } from './scale.page.ts'

type Doing = { trx: Trx; page: OwnLearner; one: repository.ScaledGoal; typed: Typed }
type Deed = (of: Doing) => Promise<AuditAction | { wrong: string; field: string }>

/** Her goals in steps, by her link: written beforehand, and where she is now. */
export function serveOwnScales(app: Hono, deps: OwnLearningDeps): void {
  app.get('/l/:token/schaal', (c) => answerLearner(c, deps, () => shown(c, deps)))
  app.post('/l/:token/schaal/:goal', (c) => answerLearner(c, deps, () => done(c, deps, write)))
  app.post('/l/:token/schaal/:goal/nu', (c) => answerLearner(c, deps, () => done(c, deps, score)))
}

async function shown(c: HonoContext, deps: OwnLearningDeps): Promise<Response> {
  const page = await learnerOf(c, deps, async (trx, page) => {
    await noteLearner(trx, deps, { page, action: 'practice.scales-read' })
    const { kept } = practiceWordsFor(page.listener)
    const told: Told = c.req.query('bewaard') === 'ja' ? { kind: 'kept', text: kept } : null
    const goals = await repository.scaledGoalsOf(trx, page.learner.id)
    return scalePage({ page, goals, told, typed: null, newId: deps.world.newId() })
  })
  return sendLearner(c, page)
}

async function done(c: HonoContext, deps: OwnLearningDeps, deed: Deed): Promise<Response> {
  const typed = new Map(await readForm(c))
  const made = await learnerOf(c, deps, async (trx, page) => {
    const goals = await repository.scaledGoalsOf(trx, page.learner.id)
    const one = goals.find(({ goal }) => goal.id === c.req.param('goal'))
    if (one === undefined) throw new AppError('not-found')
    const outcome = await deed({ trx, page, one, typed })
    if (typeof outcome === 'string') {
      await noteLearner(trx, deps, { page, action: outcome })
      return { page, text: null }
    }
    const told: Told = { kind: 'wrong', text: outcome.wrong, field: outcome.field }
    const again = { page, goals, told, typed: { goal: one.goal.id, fields: typed } }
    return { page, text: scalePage({ ...again, newId: deps.world.newId() }) }
  })
  if (made.text !== null) return sendLearner(c, made.text, { status: 422 })
  return c.redirect(`${to(frameOf(made.page), '/schaal')}&bewaard=ja`, 303)
}

async function write({ trx, page, one, typed }: Doing): ReturnType<Deed> {
  const words = practiceWordsFor(page.listener)
  const { goal, said } = one
  const field = (part: string) => `${part}-${goal.id}`
  const first = field('zie0')
  const verdict = mayWriteScale({ status: goal.status, scored: said.length })
  if (!verdict.allowed) {
    return { wrong: verdict.reason === 'scored' ? words.scaleFixed : words.meanwhile, field: first }
  }
  if (Number(typed.get('versie')) !== goal.version) return { wrong: words.meanwhile, field: first }
  const seen = [0, 1, 2, 3, 4].map((at) => typed.get(field(`zie${at}`)) ?? '')
  const chosen = typed.get(field('begin')) ?? ''
  const baseline = chosen === '' ? undefined : Number(chosen)
  const read = attainmentScale.safeParse({ seen, baseline })
  if (!read.success) {
    const [at, which] = read.error.issues[0]?.path ?? []
    if (at === 'baseline') return { wrong: words.baselineMissing, field: field('begin') }
    const step = typeof which === 'number' ? which : 0
    const isLong = [...(seen[step] ?? '')].length > 300
    return { wrong: isLong ? words.tooLong : words.scaleMissing, field: field(`zie${step}`) }
  }
  const weight = Number(['1', '2', '3'].find((value) => value === typed.get(field('weegt'))) ?? goal.weight)
  const isKept = await repository.writeScale(trx, { goal, scale: read.data, weight, at: page.now })
  return isKept ? 'practice.scaled' : { wrong: words.meanwhile, field: first }
}

async function score({ trx, page, one, typed }: Doing): ReturnType<Deed> {
  const words = practiceWordsFor(page.listener)
  const { goal, scale } = one
  const field = (part: string) => `${part}-${goal.id}`
  if (!mayScore({ status: goal.status, scale }).allowed) {
    return { wrong: words.meanwhile, field: field('zie0') }
  }
  const chosen = typed.get(field('nu')) ?? ''
  const level = attainmentLevel.safeParse(chosen === '' ? undefined : Number(chosen))
  const said = text(2000).safeParse(typed.get(field('merk')) ?? '')
  const id = learningAttainmentId.safeParse(typed.get('id'))
  if (!level.success || !id.success) return { wrong: words.howNowMissing, field: field('nu') }
  if (!said.success) return { wrong: words.tooLong, field: field('merk') }
  await repository.insertAttainment(trx, {
    ...{ ...hersNow(page), id: id.data, goal_id: goal.id, level: level.data, said: said.data },
    ...{ day: localDay(page.now, page.workspace.timeZone), at: page.now, shared: sharedNow(page) },
  })
  return 'practice.attained'
}

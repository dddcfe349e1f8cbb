import { nextQuestion, type Rhythm } from '@weerklank/core/feedback/check-plan'
import { mayReadForms } from '@weerklank/core/feedback/form.access'
import { type CheckPlan, planEndpoints } from '@weerklank/core/feedback/plan.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { FormId, ParticipantId, RelationId } from '@weerklank/core/shared/ids'
import { addDays, type Day } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { refuseChecks } from '../consent/consent.ts'
import { anyOf } from '../db/dialect.ts'
import type { World } from '../deps.ts'
import { peopleOf, planOf } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { publishedForms } from './form-invitation.repository.ts'
import { mayAskForm } from './form-licence.ts'
import {
  factsOf,
  lookAtPlan,
  type NoticeRow,
  noticesOf,
  type PlanRow,
  plansOf,
  savePlan,
} from './plan.repository.ts'

/** Asking someone now and then by itself, for the members of a relation. */
export function servePlans(to: MemberApi, { world, canSendMail = false }: FeedbackDeps): void {
  serveInRelation(to, planEndpoints.plans, async (session, { params }, trx) => {
    const { relation } = params
    await recordDeed(trx, world, { session, relation, action: 'plan.read' })
    return { plans: await present(trx, session, { world, relation }), canMail: canSendMail }
  })
  serveInRelation(to, planEndpoints.savePlan, async (session, { params, body }, trx) => {
    const { relation, participant } = params
    await enforceAskable(trx, session, { world, ...params })
    await enforcePlan(trx, session, { world, wanted: body })
    await savePlan(trx, rowOf(session, { ...params, ...body, now: world.now() }))
    await lookAtPlan(trx, world, { workspace: session.workspace.id, relation, participant })
    await recordDeed(trx, world, { session, relation, action: 'plan.changed', subject: participant })
    const saved = (await present(trx, session, { world, relation })).find(
      (plan) => plan.participant === participant,
    )
    if (saved === undefined) throw new Error('A plan that was just saved is not there')
    return saved
  })
}

type Wanted = {
  relation: RelationId
  participant: ParticipantId
  rhythm: Rhythm
  everyWeeks: number
  weekends: boolean
  email: string
  now: string
} & Within

type Within = { everyDays: number | null; beginsOn: Day | null; endsOn: Day | null; form: FormId | null }

function rowOf(session: MemberSession, wanted: Wanted) {
  return {
    ...{
      workspace_id: session.workspace.id,
      relation_id: wanted.relation,
      participant_id: wanted.participant,
    },
    ...{ rhythm: wanted.rhythm, every_weeks: wanted.everyWeeks, weekends: wanted.weekends },
    ...{ email: wanted.email, email_agreed_at: wanted.email === '' ? null : wanted.now },
    ...{ form_id: wanted.form, every_days: wanted.rhythm === 'days' ? wanted.everyDays : null },
    ...{ begins_on: wanted.beginsOn, ends_on: wanted.endsOn },
    ...{ since: wanted.now, set_by: session.member.id, paused_until: null, stopped_at: null },
  }
}

/** Only someone who takes part and has no account is asked by itself, and nobody who said no. */
async function enforceAskable(
  trx: Trx,
  session: MemberSession,
  of: { world: World; relation: RelationId; participant: ParticipantId },
): Promise<void> {
  const people = (await peopleOf(trx, [of.relation])).get(of.relation) ?? []
  const person = people.find(({ id }) => id === of.participant)
  if (person === undefined) throw new AppError('not-found')
  if (!person.active || person.member !== null) {
    throw new AppError('invalid-input', { fields: { participant: 'not-asked' } })
  }
  const refused = await refusing(trx, session, { world: of.world, participants: [of.participant] })
  if (refused.size > 0) throw new AppError('checks-refused')
}

/** What cannot be asked like this, said at its field. */
async function enforcePlan(
  trx: Trx,
  session: MemberSession,
  { world, wanted }: { world: World; wanted: Within & { rhythm: Rhythm } },
): Promise<void> {
  const { rhythm, form, beginsOn, endsOn } = wanted
  const refuse = (field: string, code: string): never => {
    throw new AppError('invalid-input', { fields: { [field]: code } })
  }
  if (rhythm === 'days' && wanted.everyDays === null) refuse('everyDays', 'missing')
  if (beginsOn !== null && endsOn !== null && endsOn < beginsOn) refuse('endsOn', 'before-it-began')
  if (form === null) return
  if (!mayReadForms(session.member.roles).allowed) throw new AppError('not-allowed')
  if (rhythm === 'after-contact') refuse('rhythm', 'not-with-a-form')
  if (rhythm === 'none') return
  const found = (await publishedForms(trx)).find(({ id }) => id === form)
  const today = { now: world.now(), timeZone: session.workspace.timeZone }
  if (found === undefined || !(await mayAskForm(trx, found, today)).allowed) refuse('form', 'unknown')
}

function refusing(
  trx: Trx,
  { context, workspace: { timeZone } }: MemberSession,
  of: { world: World; participants: readonly ParticipantId[] },
): Promise<Set<ParticipantId>> {
  return refuseChecks(trx, { context, timeZone, now: of.world.now(), participants: of.participants })
}

const countedDays = 90

async function present(
  trx: Trx,
  session: MemberSession,
  of: { world: World; relation: RelationId },
): Promise<CheckPlan[]> {
  const [plans, notices] = await Promise.all([plansOf(trx, of.relation), noticesOf(trx, of.relation)])
  const around = await planOf(trx, of.relation)
  const titles = await titlesOf(trx, plans)
  const goesOn = around !== undefined && around.closedAt === null
  const participants = plans.map((plan) => plan.participant_id)
  const refused = await refusing(trx, session, { world: of.world, participants })
  const now = of.world.now()
  const from = addDays(now, -countedDays)
  return Promise.all(
    plans.map(async (plan) => {
      const own = notices.filter((one) => one.participant_id === plan.participant_id && one.at >= from)
      const refuses = refused.has(plan.participant_id)
      const facts = await factsOf(trx, plan, { now, mails: plan.email !== '' })
      const nextAt = refuses || !goesOn ? null : nextQuestion(facts, now, session.workspace.timeZone)
      const form = plan.form_id && { id: plan.form_id, title: titles.get(plan.form_id) ?? '' }
      return presentPlan(plan, own, { refuses, nextAt, form })
    }),
  )
}

async function titlesOf(trx: Trx, plans: readonly PlanRow[]): Promise<Map<FormId, string>> {
  const ids = plans.flatMap(({ form_id }) => form_id ?? [])
  if (ids.length === 0) return new Map()
  const rows = await trx.selectFrom('form').select(['id', 'title']).where('id', '=', anyOf(ids)).execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

function presentPlan(
  plan: PlanRow,
  notices: readonly NoticeRow[],
  of: Pick<CheckPlan, 'refuses' | 'nextAt' | 'form'>,
): CheckPlan {
  const reminded = notices.filter(({ number }) => number > 0).length
  return {
    ...{ participant: plan.participant_id, rhythm: plan.rhythm, everyWeeks: plan.every_weeks },
    ...{ everyDays: plan.every_days, beginsOn: plan.begins_on, endsOn: plan.ends_on },
    ...{ weekends: plan.weekends, email: plan.email, ...of },
    ...{ pausedUntil: plan.paused_until, stoppedAt: plan.stopped_at },
    ...{ asked: notices.length - reminded, reminded, lastAt: notices.at(-1)?.at ?? null },
  }
}

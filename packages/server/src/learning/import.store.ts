import { standardForms } from '@weerklank/core/learning/moment-form.standard'
import { standardRules } from '@weerklank/core/learning/pairing.rules'
import { momentAt } from '@weerklank/core/learning/trajectory.plan'
import type { TrajectoryPlan } from '@weerklank/core/learning/trajectory-file.plan'
import type {
  BuddyPairId,
  BuddyRoundId,
  GoalId,
  LearningAnswerId,
  MentionId,
  MomentId,
  TrajectoryEventId,
  TrajectoryId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import { dayBounds, localDay } from '@weerklank/core/shared/time'
import type { Trx } from '../schema.ts'
import { insertPair, insertRound } from './buddy.repository.ts'
import type { Importing } from './import.deps.ts'
import { type ImportedLearner, letIn } from './import.people.ts'
import { insertAnswers, insertGoal, insertMentions } from './moment.repository.ts'
import { keepLectureCount } from './survey.ts'
import { insertEvents, insertMoments, insertTrajectory } from './trajectory.repository.ts'

/** The trajectory that came from the same file before; undefined when none did. */
export async function importedBefore(
  trx: Trx,
  { workspace, sha256 }: { workspace: WorkspaceId; sha256: string },
): Promise<{ id: TrajectoryId; title: string } | undefined> {
  const rows = await trx
    .selectFrom('trajectory')
    .select(['id', 'title', 'imported'])
    .where('workspace_id', '=', workspace)
    .where('imported', 'is not', null)
    .orderBy('created_at')
    .execute()
  return rows.find(({ imported }) => imported?.sha256 === sha256)
}

/**
 * Keeps a plan as a trajectory of its own, whole, in the transaction of the owner. Consent goes through the one writer of consent, so
 * that everybody can take it back on her own page.
 */
export async function keepTrajectory(trx: Trx, of: Importing, plan: TrajectoryPlan): Promise<void> {
  await keepPlan(trx, of, plan)
  const moments = await keepMoments(trx, of, plan)
  const learners = await letIn(trx, of, { plan, moments })
  await keepPairs(trx, of, { plan, learners })
  await keepContent(trx, of, { plan, learners, moments })
}

async function keepPlan(trx: Trx, of: Importing, plan: TrajectoryPlan): Promise<void> {
  const { deps, workspace, trajectory, lead, imported } = of
  const now = deps.world.now()
  const last = plan.moments.at(-1)?.closesOn ?? plan.startsOn
  const isOver = last < localDay(now, workspace.timeZone)
  await insertTrajectory(trx, {
    ...{ workspace_id: workspace.id, id: trajectory, title: plan.title, purpose: plan.purpose },
    ...{ template_key: '', copied_from: null, starts_on: plan.startsOn, components: '[]' },
    ...{ status: isOver ? ('ended' as const) : ('running' as const), ended_at: isOver ? now : null },
    ...{ lead_ids: [lead], member_ids: [lead], created_by: lead, created_at: now, changed_at: now },
    ...{ learners: Math.max(...plan.learners.map(({ number }) => number)), version: 1 },
    imported: JSON.stringify(imported),
  })
  if (plan.lectureSurvey !== null) await keepLecture(trx, of, { plan, used: plan.lectureSurvey })
}

/** Of the survey only how many answers were used is known: it is never joined to anybody. */
async function keepLecture(
  trx: Trx,
  { deps, workspace, trajectory }: Importing,
  { plan, used }: { plan: TrajectoryPlan; used: number },
): Promise<void> {
  const event = deps.world.newId<TrajectoryEventId>()
  const at = momentAt(plan.startsOn, '10:00', workspace.timeZone)
  await insertEvents(trx, [
    {
      ...{ workspace_id: workspace.id, id: event, trajectory_id: trajectory, kind: 'lecture', at },
      ...{ title: 'Open lezing', about: '', minutes: 120, place: '', video_url: '', hours: 0 },
      ...{ is_open: true, position: 0 },
    },
  ])
  await keepLectureCount(trx, { workspace: workspace.id, trajectory, event, used, at: deps.world.now() })
}

const titles = { T1: 'Leerdoelen', T2: 'Terugkijken', T3: 'Gesprek met maatjes' } as const

async function keepMoments(
  trx: Trx,
  { deps, workspace, trajectory }: Importing,
  plan: TrajectoryPlan,
): Promise<ReadonlyMap<string, MomentId>> {
  const rows = plan.moments.map(({ key, kind, opensOn, closesOn }, position) => ({
    ...{ workspace_id: workspace.id, id: deps.world.newId<MomentId>(), trajectory_id: trajectory, key, kind },
    ...{ title: titles[key], opens_on: opensOn, closes_on: closesOn, position },
    form: JSON.stringify(standardForms[kind]),
  }))
  await insertMoments(trx, rows)
  return new Map(rows.map(({ key, id }) => [key, id]))
}

type Learners = ReadonlyMap<number, ImportedLearner>

async function keepPairs(
  trx: Trx,
  { deps, workspace, trajectory }: Importing,
  { plan, learners }: { plan: TrajectoryPlan; learners: Learners },
): Promise<void> {
  if (plan.pairs.length === 0) return
  const [now, round] = [deps.world.now(), deps.world.newId<BuddyRoundId>()]
  const place = { workspace_id: workspace.id, trajectory_id: trajectory }
  await insertRound(trx, {
    ...{ ...place, id: round, number: 1, rules: standardRules, seed: 0, talk_days: [] },
    ...{ outcome: { crossing: 0, isSplit: false, isProven: false }, made_by: null },
    ...{ made_at: now, formed_at: dayBounds(plan.startsOn, workspace.timeZone).from },
  })
  for (const { members, hasMet } of plan.pairs) {
    await insertPair(trx, {
      ...{ ...place, id: deps.world.newId<BuddyPairId>(), round_id: round, points: 0, pinned: false },
      ...{ overruled: [], reason: '', talks: [], talked: hasMet, formed_on: plan.startsOn },
      ...{ ended_on: null, end_reason: null, follows: null },
      learner_ids: members.flatMap((number) => learners.get(number)?.learner_id ?? []),
    })
  }
}

type Kept = { plan: TrajectoryPlan; learners: Learners; moments: ReadonlyMap<string, MomentId> }

/** What people consented to, as they would have handed it in; the plan holds nothing of anybody else. */
async function keepContent(trx: Trx, of: Importing, { plan, learners, moments }: Kept): Promise<void> {
  const { deps, workspace } = of
  const own = (number: number, moment: string) => {
    const [learner, moment_id] = [learners.get(number), moments.get(moment)]
    if (learner === undefined || moment_id === undefined)
      throw new Error(`The plan names learner ${number} at ${moment}, who is not in it`)
    const on = plan.moments.find(({ key }) => key === moment)?.opensOn ?? plan.startsOn
    return {
      row: { ...learner, moment_id, shared: 'research' as const },
      at: momentAt(on, '12:00', workspace.timeZone),
    }
  }
  const first = new Map<number, GoalId>()
  for (const { learner, moment, text, isChange, reason } of plan.goals) {
    const { row, at } = own(learner, moment)
    const id = deps.world.newId<GoalId>()
    const isReplaced = moment === 'T1' && plan.goals.some((one) => one.learner === learner && one.isChange)
    await insertGoal(trx, {
      ...{ ...row, id, text, situation: '', why: '', first_step: '', notice: '', reason },
      ...{
        status: isReplaced ? 'replaced' : 'current',
        replaces: isChange ? (first.get(learner) ?? null) : null,
      },
      ...{ scale: null, created_at: at, changed_at: at, version: 1 },
    })
    if (moment === 'T1') first.set(learner, id)
  }
  await insertAnswers(
    trx,
    plan.answers.map(({ learner, moment, item, choice }) => {
      const { row, at } = own(learner, moment)
      return {
        ...row,
        id: deps.world.newId<LearningAnswerId>(),
        item_key: item,
        goal_id: null,
        choice,
        body: '',
        at,
      }
    }),
  )
  await insertMentions(
    trx,
    plan.mentions.map(({ learner, moment, ...mention }) => {
      const { row, at } = own(learner, moment)
      return { ...row, ...mention, id: deps.world.newId<MentionId>(), stance: 'met' as const, at }
    }),
  )
}

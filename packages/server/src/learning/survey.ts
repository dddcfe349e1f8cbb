/** The anonymous survey after an open lecture, as the rest of the room uses it. */
import { type SurveyOutcome, surveyOutcome } from '@weerklank/core/learning/survey'
import type { RoundId, TrajectoryEventId, TrajectoryId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { closeSurvey, insertSurvey, openLectures, surveyFacts } from './survey.repository.ts'

/** A survey is an anonymous round: the policies know it by that tag of the context. */
export const asRounds = (events: readonly TrajectoryEventId[]): readonly RoundId[] =>
  events.map((event) => event as string as RoundId)

/**
 * What may be told of the surveys of a trajectory that are closed, for whoever reads its monitor. One whose time has come is
 * closed first, by the program. The context is as it was afterwards.
 */
export async function lectureOutcome(
  trx: Trx,
  of: { context: Context; trajectory: TrajectoryId; now: Instant },
): Promise<SurveyOutcome> {
  const { context, trajectory, now } = of
  const lectures = await openLectures(trx, trajectory)
  const late = lectures.flatMap(({ survey }) =>
    survey !== undefined && survey.closed_at === null && survey.closes_at <= now ? [survey.event_id] : [],
  )
  await closeLate(trx, { workspace: context.workspace, events: late, at: now })
  const closed = lectures.flatMap(({ id, title, survey }) =>
    survey !== undefined && (survey.closed_at !== null || late.includes(id))
      ? [{ event: id, title, n: survey.answered, usedElsewhere: survey.used_elsewhere }]
      : [],
  )
  await setContext(trx, {
    ...context,
    rounds: asRounds(closed.map(({ event }) => event)),
    purpose: 'results',
  })
  const facts = await surveyFacts(trx, closed)
  await setContext(trx, context)
  return surveyOutcome(facts)
}

/** How many answers of a survey may be told of; null when of none. */
export async function lectureSurveyCount(
  trx: Trx,
  of: { context: Context; trajectory: TrajectoryId; now: Instant },
): Promise<number | null> {
  return (await lectureOutcome(trx, of)).n
}

/** Time closed it, not whoever looks: the program does it, and nothing tells of answers. */
async function closeLate(
  trx: Trx,
  { workspace, events, at }: { workspace: WorkspaceId; events: readonly TrajectoryEventId[]; at: Instant },
): Promise<void> {
  if (events.length === 0) return
  await setContext(trx, { workspace, actor: 'system', relations: [], rounds: asRounds(events) })
  for (const event of events) await closeSurvey(trx, event, at)
}

/**
 * Keeps only how many answers of an earlier, anonymous survey were used: nothing else is known of it. The context must lead
 * the trajectory. False when this lecture has a survey already.
 */
export async function keepLectureCount(
  trx: Trx,
  of: {
    workspace: WorkspaceId
    trajectory: TrajectoryId
    event: TrajectoryEventId
    used: number
    at: Instant
  },
): Promise<boolean> {
  return insertSurvey(trx, {
    ...{ workspace_id: of.workspace, event_id: of.event, trajectory_id: of.trajectory },
    ...{ token: null, token_hash: null, answered: of.used, used_elsewhere: true, opened_by: null },
    ...{ opened_at: of.at, closes_at: of.at, closed_at: of.at },
  })
}

import type { MeetingAct } from '@weerklank/core/dialogue/meeting'
import { mayPlanAt } from '@weerklank/core/dialogue/meeting'
import type { MeetingPlan } from '@weerklank/core/dialogue/meeting.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import type { Trx } from '../schema.ts'
import { rightsOf } from './meeting.presenter.ts'
import * as repository from './meeting.repository.ts'

/** The meeting; `not-found` for one that is not in reach. */
export async function meetingIn(trx: Trx, id: MeetingId): Promise<repository.MeetingRow> {
  const row = await repository.findMeeting(trx, id)
  if (row === undefined) throw new AppError('not-found')
  return row
}

/** The meeting, held for a change that the member may make now. */
export async function openFor(
  trx: Trx,
  session: MemberSession,
  of: { meeting: MeetingId; act: MeetingAct },
): Promise<repository.MeetingRow> {
  const meeting = await repository.lockMeeting(trx, of.meeting)
  if (meeting === undefined) throw new AppError('not-found')
  const places = await repository.placesOf(trx, [meeting.id])
  if (!rightsOf(meeting, places, session.member.id).may(of.act)) throw new AppError('not-allowed')
  return meeting
}

/** Stores a change of the plan; `conflict` when somebody changed it since the version that the change started from. */
export async function changeMeeting(
  trx: Trx,
  at: Parameters<typeof repository.updateMeeting>[1],
  to: Parameters<typeof repository.updateMeeting>[2],
): Promise<void> {
  if (!(await repository.updateMeeting(trx, at, to))) throw new AppError('conflict')
}

/** Refuses a moment in the past, and one so far off that it is a typing error. */
export function enforceMoment(plannedAt: Instant, now: Instant): void {
  const decision = mayPlanAt(plannedAt, now)
  if (!decision.allowed) throw new AppError('invalid-input', { fields: { plannedAt: decision.reason } })
}

/** What a plan says, as columns. */
export function columnsOf(fields: MeetingPlan) {
  return {
    ...{ title: fields.title, purpose: fields.purpose, planned_at: fields.plannedAt, place: fields.place },
    ...{ video_url: fields.videoUrl, shadow_question: fields.shadowQuestion },
    ...{ themes: asJson(fields.themes), questions: asJson(fields.questions) },
    warm_up: fields.warmUp === null ? null : asJson(fields.warmUp),
  }
}

/** A value as a JSON column takes it. */
export const asJson = (value: unknown) => JSON.stringify(value)

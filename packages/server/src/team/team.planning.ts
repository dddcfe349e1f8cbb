import { AppError } from '@weerklank/core/shared/errors'
import type { CircleId, MeetingId, RelationId, RoundId } from '@weerklank/core/shared/ids'
import { addMilliseconds, type Day, localDay } from '@weerklank/core/shared/time'
import { mayBeSentOut, mayLookAtEachOther, mayMoveTalk } from '@weerklank/core/team/round'
import { roundWords } from '@weerklank/core/team/round.words'
import type { teamEndpoints } from '@weerklank/core/team/team.contract'
import type { TeamInstrument } from '@weerklank/core/team/team-instrument'
import type { z } from 'zod'
import type { MemberSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import * as repository from './team.repository.ts'

export type NewRound = z.output<typeof teamEndpoints.makeRound.body>

type TalkInput = NonNullable<NewRound['talk']>

/** When what comes out is talked about. */
export type PlannedTalk = { on: Day; meeting: MeetingId | null }

/** Groups that look at each other must be able to; throws `invalid-input` with the reason in words. */
export function enforceViews({ groups, form }: NewRound, session: MemberSession): void {
  const may = mayLookAtEachOther(groups, form)
  if (may.allowed) return
  throw new AppError('invalid-input', {
    fields: { groups: roundWords[session.member.language].views[may.reason] },
  })
}

/** The day of the talk, that of the meeting where one is named; `invalid-input` for a meeting at which she does not sit. */
export async function plannedTalk(trx: Trx, session: MemberSession, talk: TalkInput): Promise<PlannedTalk> {
  if ('on' in talk) return { on: talk.on, meeting: null }
  const planned = await repository.plannedMeeting(trx, talk.meeting)
  if (planned === undefined) throw new AppError('invalid-input', { fields: { talk: 'unknown' } })
  return { on: localDay(planned.planned_at, session.workspace.timeZone), meeting: talk.meeting }
}

/** Throws `invalid-input` with the reason in words when the talk is missing, or not after the last day of answering. */
export function enforceTalk(
  talk: PlannedTalk | null,
  { session, lastDay }: { session: MemberSession; lastDay: Day },
): void {
  const may = mayBeSentOut(talk?.on ?? null, { lastDay })
  if (may.allowed) return
  throw new AppError('invalid-input', {
    fields: { talk: roundWords[session.member.language].talk[may.reason] },
  })
}

/**
 * Moves the talk of a round in reach; the same once more changes nothing. Throws `not-allowed` for who did not make it, and
 * `invalid-input` with the reason in words for a day that does not fit. Gives whether anything changed.
 */
export async function moveTalk(
  trx: Trx,
  session: MemberSession,
  { world, row, talk }: { world: World; row: repository.RoundRow; talk: TalkInput },
): Promise<boolean> {
  if (row.created_by !== session.member.id) throw new AppError('not-allowed')
  const { timeZone } = session.workspace
  const planned = await plannedTalk(trx, session, talk)
  const may = mayMoveTalk(planned.on, {
    // Answering ends at midnight: its last day is the one before.
    lastDay: localDay(addMilliseconds(row.closes_at, -1), timeZone),
    closedOn: row.closed_at === null ? null : localDay(row.closed_at, timeZone),
    today: localDay(world.now(), timeZone),
  })
  if (!may.allowed) {
    const words = roundWords[session.member.language].talk[may.reason]
    throw new AppError('invalid-input', { fields: { talk: words } })
  }
  if (row.talk_on === planned.on && row.talk_meeting_id === planned.meeting) return false
  await repository.setTalk(trx, row.id, planned)
  return true
}

/** The team whose round it is, and the row of rounds in which it stands. */
export type RoundPlace = { circle: { id: CircleId; relation: RelationId } | null; series: RoundId }

/**
 * Finds where the round belongs. It follows the round that is named, or else the latest one of the same team that she may
 * read, with the same questions. Throws `invalid-input` for a team or a round that is none of hers.
 */
export async function roundPlace(
  trx: Trx,
  session: MemberSession,
  { body, instrument }: { body: NewRound; instrument: TeamInstrument },
): Promise<RoundPlace> {
  const circle = body.circle === null ? null : await teamOf(trx, session, body.circle)
  if (body.circle !== null && circle === null)
    throw new AppError('invalid-input', { fields: { circle: 'unknown' } })
  if (body.follows !== null) {
    const earlier = await repository.findRound(trx, body.follows)
    const fits = earlier?.instrument_id === instrument.id && earlier.form === body.form
    if (earlier === undefined || !fits)
      throw new AppError('invalid-input', { fields: { follows: 'unknown' } })
    return { circle, series: earlier.series_id ?? earlier.id }
  }
  const latest =
    circle &&
    (await repository.latestOfCircle(trx, { circle: circle.id, instrument: instrument.id, form: body.form }))
  return { circle, series: latest?.series_id ?? latest?.id ?? body.id }
}

/** The team of a collaboration in which she takes part; null when there is none, or it has ended. */
async function teamOf(trx: Trx, session: MemberSession, relation: RelationId): Promise<RoundPlace['circle']> {
  // Of the collaborations only those in which she takes part can be listed, so to find it is to be in it.
  if (!(await repository.takesPartIn(trx, relation))) return null
  await setContext(trx, { ...session.context, relations: [relation] })
  const circle = await repository.openTeam(trx, relation)
  await setContext(trx, session.context)
  return circle === undefined ? null : { id: circle.id, relation }
}

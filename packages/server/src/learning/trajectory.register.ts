import type { LearnerLine, LearnerList } from '@weerklank/core/learning/learner.contract'
import { participationOf } from '@weerklank/core/learning/trajectory.hours'
import {
  mayRemind,
  type RegisterLine,
  type Waiting,
  waitingOf,
} from '@weerklank/core/learning/trajectory.stuck'
import type { LearnerId, MomentId, TrajectoryId } from '@weerklank/core/shared/ids'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import type { Trx } from '../schema.ts'
import { buddyContacts } from './trajectory.buddies.ts'
import * as learners from './trajectory.learners.ts'
import { type EventRow, eventsOf, type MomentRow, momentsOf } from './trajectory.repository.ts'

type Of = { trajectory: TrajectoryId; timeZone: string; now: Instant }

type Register = {
  rows: readonly learners.LearnerRow[]
  events: readonly EventRow[]
  moments: readonly MomentRow[]
  links: ReadonlyMap<LearnerId, learners.LinkState>
  receipts: ReadonlyMap<LearnerId, readonly learners.ReceiptRow[]>
  attendance: ReadonlyMap<LearnerId, readonly learners.AttendanceRow[]>
  buddies: Awaited<ReturnType<typeof buddyContacts>>
}

/** The register with names, for whoever leads: nothing in it is what somebody wrote. */
export async function readRegister(trx: Trx, of: Of): Promise<LearnerList & { register: Register }> {
  const { trajectory, timeZone, now } = of
  const register: Register = {
    rows: await learners.learnersOf(trx, trajectory),
    events: await eventsOf(trx, [trajectory]),
    moments: await momentsOf(trx, [trajectory]),
    links: await learners.linksOf(trx, trajectory, now),
    receipts: by(await learners.receiptsOf(trx, trajectory)),
    attendance: by(await learners.attendanceOf(trx, trajectory)),
    buddies: await buddyContacts(trx, trajectory),
  }
  const today = localDay(now, timeZone)
  return {
    learners: register.rows.map((row) => presentLearner(row, register, { today, timeZone })),
    ...{ today, register },
  }
}

function by<Row extends { learner_id: LearnerId }>(rows: readonly Row[]): ReadonlyMap<LearnerId, Row[]> {
  return Map.groupBy(rows, (row) => row.learner_id)
}

type At = { today: string; timeZone: string }

function presentLearner(row: learners.LearnerRow, of: Register, at: At): LearnerLine {
  const attendance = (of.attendance.get(row.id) ?? []).map(({ event_id: event, attended, hours }) => ({
    ...{ event, attended, hours },
  }))
  const link = of.links.get(row.id)
  const line = lineOf(row, of, at.timeZone)
  const waiting = waitingOf(line, of.moments.map(windowed), at.today)
  return {
    ...presentPerson(row),
    ...{
      status: row.status,
      stoppedOn: row.stopped_on,
      stopReason: row.stop_reason,
      exitTalk: row.exit_talk,
    },
    ...{ joinedAt: row.joined_at, seenAt: row.seen_at, remindedAt: row.reminded_at },
    ...{ invitedAt: link?.madeAt ?? null, linkUntil: link?.until ?? null },
    consents: row.shared === 'research' && row.in_use,
    receipts: (of.receipts.get(row.id) ?? []).map(({ moment_id: moment, way, at: when, discarded }) => ({
      ...{ moment, way, at: when, discarded },
    })),
    attendance,
    hours: participationOf(of.events, attendance).hours,
    waiting: waiting.map(presentWaiting),
    mayRemind: mayRemind(line, waiting, at.today),
  }
}

function presentPerson(row: learners.LearnerRow) {
  const { id, number, name, email, organisation, voice, address, language, version } = row
  return {
    ...{ id, number, name, email, organisation, voice, address, language, version },
    ...{ function: row.function, member: row.member_id },
  }
}

const windowed = ({ id, key, opens_on, closes_on }: MomentRow) => ({
  ...{ id, key, opensOn: opens_on, closesOn: closes_on },
})

function presentWaiting(one: Waiting): LearnerLine['waiting'][number] {
  return one.why === 'moment-missing' ? { why: one.why, moment: one.moment as MomentId } : { why: one.why }
}

/** What the rules about being stuck look at. */
function lineOf(row: learners.LearnerRow, of: Register, timeZone: string): RegisterLine {
  const dayOf = (at: Instant | null | undefined) => (at == null ? null : localDay(at, timeZone))
  return {
    ...{ status: row.status, joinedOn: localDay(row.joined_at, timeZone), seen: row.seen_at !== null },
    ...{ invitedOn: dayOf(of.links.get(row.id)?.madeAt), remindedOn: dayOf(row.reminded_at) },
    received: new Set((of.receipts.get(row.id) ?? []).map((one) => one.moment_id)),
    buddy: of.buddies.get(row.id) ?? null,
  }
}

import type { Day } from '../shared/time.ts'
import { dayLater } from './trajectory.plan.ts'
import type { FileParticipant, TrajectoryFile } from './trajectory-file.ts'

/** The three moments of version 1: goals, looking back, and the talk of the buddies. */
export const momentKeys = ['T1', 'T2', 'T3'] as const
export type FileMoment = (typeof momentKeys)[number]

export type FileDates = Readonly<Record<FileMoment, Day>> & {
  /** When something of her came in; null when nothing did. */
  readonly receivedOn: (one: FileParticipant, moment: FileMoment) => Day | null
  /** Whether what came in then may be kept: she consented by that day, and did not take it back. */
  readonly isKept: (one: FileParticipant, moment: FileMoment) => boolean
}

/** The days of a trajectory; a start that is a month is its first day. */
export function datesOf({ trajectory }: Pick<TrajectoryFile, 'trajectory'>): FileDates {
  const { start, t1ToT2Weeks, t2ToT3Months } = trajectory
  const T1 = start.length === 7 ? `${start}-01` : start
  const T2 = dayLater(T1, { weeks: t1ToT2Weeks })
  const days = { T1, T2, T3: dayLater(T2, { months: t2ToT3Months }) }
  const receivedOn: FileDates['receivedOn'] = (one, moment) => {
    const { cell, on } = partOf(one, moment)
    return cell === 'nee' || cell === 'gestopt' ? null : (on ?? days[moment])
  }
  const isKept: FileDates['isKept'] = (one, moment) => {
    const on = receivedOn(one, moment)
    if (on === null || !one.consent || one.withdrawnOn !== undefined) return false
    return one.consentOn === undefined || one.consentOn <= on
  }
  return { ...days, receivedOn, isKept }
}

function partOf(one: FileParticipant, moment: FileMoment): { cell: string; on: Day | undefined } {
  switch (moment) {
    case 'T1':
      return { cell: one.t1, on: one.t1On }
    case 'T2':
      return { cell: one.t2, on: one.t2On }
    case 'T3':
      return { cell: one.buddyEval, on: one.buddyEvalOn }
  }
}

/** Whether a text of the right shape is a day of the calendar: the 31st of September is none. */
export function isDay(day: Day): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

import type { Purpose } from '../consent/consent.ts'

/** What everyone at the table is asked apart: to come, and for each use of what is said there. */
export const meetingUses = ['attend', 'film', 'analyse', 'train', 'quote'] as const
export type MeetingUse = (typeof meetingUses)[number]

/** The consent that each use rests on; to come is a promise of the day, not a consent. */
export const meetingPurposes = {
  film: ['recording-analysis'],
  analyse: ['analysis'],
  train: ['recording-training'],
  quote: ['quotes-team', 'quotes-publish'],
} as const satisfies Readonly<Record<Exclude<MeetingUse, 'attend'>, readonly Purpose[]>>

/** All purposes that somebody at a table is asked about, in the order in which they are asked. */
export const purposesAtTable: readonly Purpose[] = Object.values(meetingPurposes).flat()

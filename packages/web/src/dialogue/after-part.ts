import type { MeetingAfter } from '@weerklank/core/dialogue/after.contract'

/** What every part of the page gets: the meeting, and what it left behind. */
export type AfterPart = { meeting: string; after: MeetingAfter }

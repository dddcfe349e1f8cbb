import type { CircleCheckDetails } from '@weerklank/core/team/circle-check.contract'

/** A check as it is loaded for somebody who came by a link. */
export type OwnCheck = Omit<CircleCheckDetails, 'meetings' | 'mayPlanTalk' | 'mayWithdraw'>

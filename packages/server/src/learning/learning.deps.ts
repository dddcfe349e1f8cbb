import type { LearnerId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { Day } from '@weerklank/core/shared/time'
import type { ConsentDeps } from '../consent/consent.ts'
import type { Trx } from '../schema.ts'
import type { Templates } from './templates.ts'

/** Since when somebody has a buddy, and whether they said that they met: nothing of what was said. */
export type BuddyContact = { readonly since: Day; readonly met: boolean }
export type BuddyContacts = (
  trx: Trx,
  of: { trajectory: TrajectoryId; timeZone: string },
) => Promise<ReadonlyMap<LearnerId, BuddyContact>>

/** What trajectories need of the world. */
export type LearningDeps = ConsentDeps & { templates: Templates; buddyContacts: BuddyContacts }

import type { WorkspaceId } from '@weerklank/core/shared/ids'
import type { Listener } from '@weerklank/core/shared/spoken'
import type { Instant } from '@weerklank/core/shared/time'
import type { Selectable } from 'kysely'
import type { Context } from '../../db/context.ts'
import type { Html } from '../../http/html.ts'
import type { Trx } from '../../schema.ts'
import type { LearnerTable, TrajectoryTable } from '../learning.table.ts'

/** A learner at her own pages: the transaction reaches her trajectory, her own rows, and nothing else. */
export type OwnLearner = {
  workspace: { id: WorkspaceId; name: string; timeZone: string }
  context: Context
  trajectory: Selectable<TrajectoryTable>
  learner: Selectable<LearnerTable>
  name: string
  /** Empty: no mail. */
  email: string
  listener: Listener
  /** `/l/<token>`: every address of her pages begins with it. */
  root: string
  now: Instant
}

/** The parts of a learner's first page, in their order. */
export const ownSectionKeys = ['goal', 'buddy', 'next', 'between', 'portfolio', 'seen'] as const

/** One part of a learner's first page; the room that knows about it brings it. */
export type OwnSection = {
  key: (typeof ownSectionKeys)[number]
  /** From `<section>` to `</section>`; null where there is nothing to show. Reads as the learner, in her transaction. */
  show: (trx: Trx, page: OwnLearner) => Promise<Html | null>
}

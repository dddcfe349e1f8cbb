import type { Rupture } from '@weerklank/core/feedback/rupture.contract'
import type { MemberId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import type { RuptureWithSteps } from './rupture.repository.ts'

/** The fields of a rupture that may leave; `keptDays`: how long one is kept that is its author's alone. */
export function presentRupture(row: RuptureWithSteps, of: { reader: MemberId; keptDays: number }): Rupture {
  return {
    id: row.id,
    participant: row.participant_id,
    kind: row.kind,
    markers: row.markers,
    salience: row.salience,
    text: row.body,
    isMine: row.author_id === of.reader,
    noticedAt: row.noticed_at,
    sharedAt: row.shared_at,
    removedAt: row.shared_at === null ? addDays(row.changed_at, of.keptDays) : null,
    steps: row.steps.map(({ step, state, body, at, done_by }) => ({
      step,
      state,
      text: body,
      at,
      by: done_by,
    })),
    agreement: row.agreement_id,
    reviewOn: row.review_on,
    outcome: row.outcome,
    closedAt: row.closed_at,
    version: row.version,
  }
}

import type { Goal } from '@weerklank/core/learning/goal'
import type { MomentId } from '@weerklank/core/shared/ids'
import type { GoalRow } from './moment.repository.ts'

/** A goal as the rules read it. */
export function goalOf(row: GoalRow): Goal<MomentId> {
  const { id, text, situation, why, notice, status, replaces, reason } = row
  return {
    id,
    text,
    situation,
    why,
    firstStep: row.first_step,
    notice,
    status,
    replaces,
    reason,
    moment: row.moment_id,
  }
}

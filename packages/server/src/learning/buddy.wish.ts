import type { BuddyWish } from '@weerklank/core/learning/buddy.contract'
import type { WishRow } from './buddy.repository.ts'

/** A wish as it is kept. */
export function wishRow(
  { halfDays, ...wish }: BuddyWish,
  of: Pick<WishRow, 'workspace_id' | 'trajectory_id' | 'learner_id' | 'changed_at'>,
): WishRow {
  return { ...of, ...wish, half_days: halfDays }
}

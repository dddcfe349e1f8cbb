import type { Instant } from '@weerklank/core/shared/time'
import type { JSONColumnType } from 'kysely'

export type JobTable = {
  id: string
  kind: string
  dedupe_key: string
  /** Identifiers only, never content. */
  payload: JSONColumnType<Record<string, string>>
  run_at: Instant
  leased_until: Instant | null
  attempts: number
  last_error: string
}

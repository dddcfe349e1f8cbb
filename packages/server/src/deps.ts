import { randomBytes } from 'node:crypto'
import type { Instant } from '@weerklank/core/shared/time'
import { uuidV7 } from '@weerklank/core/shared/uuid-v7'

/** The clock and the source of identifiers: arguments everywhere, so that tests decide them. */
export type World = {
  now: () => Instant
  /** A new UUIDv7, as the branded identifier that is asked for. */
  newId: <Id extends string>() => Id
}

/** The world as it is. */
export const realWorld: World = {
  now: () => new Date().toISOString(),
  newId: <Id extends string>() => uuidV7(Date.now(), randomBytes(10)) as Id,
}

import { createHash } from 'node:crypto'
import { type Instant, millis } from '@weerklank/core/shared/time'
import { uuidV7 } from '@weerklank/core/shared/uuid-v7'

/** The identifier of something in the demo: when it was made, and a tail that its key decides, the same at each fill. */
export function demoId<Id extends string>(at: Instant, key: string): Id {
  return uuidV7(millis(at), tailOf(key)) as Id
}

/** Whether an identifier was made for a key, whenever that was. */
export function isMadeFor(id: string, key: string): boolean {
  return id.slice(14) === uuidV7(0, tailOf(key)).slice(14)
}

function tailOf(key: string): Uint8Array {
  return createHash('sha256').update(`weerklank demo ${key}`).digest().subarray(0, 10)
}

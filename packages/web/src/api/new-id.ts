import { uuidV7 } from '@weerklank/core/shared/uuid-v7'

/** A new id, made here so that sending twice is the same row. Make it when a form opens, not when it is sent. */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

import type { Format } from '@weerklank/core/dialogue/format'
import type { FormatDeed } from '@weerklank/core/dialogue/format.change'

/** A format that is being changed, as its fields see it. */
export type FormatEdit = {
  format: Format
  /** The step that is open. */
  opened: string | null
  open: (step: string | null) => void
  /** Tells what happened, also to who does not see the screen. */
  say: (words: string) => void
  /** Does a deed; false where it cannot be done, which is said. The same key is one step to undo. */
  do: (deed: FormatDeed, key?: string) => boolean
}

/** An id of a part of a step on the page. */
export const stepPart = (part: string, step: string) => `stap-${part}-${step}`

/** Focus on something that is on the page after this change. */
export function focusNext(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}

/** Where things of the builder are on the page, so that focus and links find them again after a move. */
import type { FormItem, FormModel } from '@weerklank/core/feedback/form'
import { isScore } from '@weerklank/core/feedback/form.build-check'
import type { Writing } from '@weerklank/core/feedback/form.build-language'

import type { FormDraft } from './form-draft.ts'

/** With the language and the reading level in which the fields are written. */
export type Build = Writing & {
  draft: FormDraft
  /** Tells who does not see the screen what happened. */
  say: (words: string) => void
  open: (linkId: string | null) => void
}

/** One item of the form that is built. */
export type FieldsProps = { build: Build; form: FormModel; item: FormItem }

/** An id of a part of the page; a linkId may hold anything. */
export const partId = (part: string, linkId: string) => `bouw-${part}-${encodeURIComponent(linkId)}`

export const kindName = (
  item: FormItem,
  text: { kind: Readonly<Record<string, string>>; otherKind: string },
): string => text.kind[isScore(item) ? 'score' : item.kind] ?? text.otherKind

const patienceMs = 3_000

/** Focus once it is on the page; the code of the fields may still be on its way. */
export function focusSoon(id: string, from = performance.now()): void {
  requestAnimationFrame((now) => {
    const found = document.getElementById(id)
    if (found !== null) found.focus()
    else if (now - from < patienceMs) focusSoon(id, from)
  })
}

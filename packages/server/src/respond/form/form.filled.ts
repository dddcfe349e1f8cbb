import type { FormModel } from '@weerklank/core/feedback/form'
import type { FormAnswers } from '@weerklank/core/feedback/form.answers'
import { layForm } from '@weerklank/core/feedback/form.enabling'
import type { Entry } from '@weerklank/core/feedback/form.entry'
import { liveRules, slotsByPath } from '@weerklank/core/feedback/form.live'
import { formParts } from '@weerklank/core/feedback/form.parts'
import type { FilledForm, Found } from './form.model.ts'

export const nothingFound: Found = { computed: new Map(), enabled: new Map(), broken: [] }

/** A form with what was filled in, laid out over its pages. */
export function fillForm(
  model: FormModel,
  filled: { answers: FormAnswers; unread: Readonly<Record<string, Entry>>; found: Found },
): FilledForm {
  const { answers, unread, found } = filled
  const place = layForm(model, answers, found.enabled)
  return {
    model,
    parts: formParts(model, place),
    slots: slotsByPath(model, place),
    unread,
    found,
  }
}

const seen = new WeakMap<FilledForm, readonly number[]>()

/** The parts in which there is something to see with these answers, by their number from 0. */
export function visibleParts(filled: FilledForm): readonly number[] {
  const known = seen.get(filled)
  if (known !== undefined) return known
  const shown = filled.parts.flatMap(({ entries }, index) => {
    const here = new Set(entries.flatMap(({ kind, path }) => (kind === 'question' ? [path] : [])))
    const isThere = entries.some((entry) => {
      if (entry.isAgain === true) return false
      if (entry.slot.enabled) return entry.kind !== 'heading'
      const at = filled.slots.get(entry.path)
      return at !== undefined && liveRules(at, here, filled.slots) !== null && entry.kind !== 'heading'
    })
    return isThere ? [index] : []
  })
  seen.set(filled, shown)
  return shown
}

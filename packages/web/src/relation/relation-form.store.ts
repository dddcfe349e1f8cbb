import type { FormState } from './relation-form.reducer.ts'

/** Raise it when the shape of a form changes: what an older page left behind is then not understood, and let go. */
const shape = 1

type Kept = Pick<FormState, 'base' | 'draft' | 'version'> & { shape: number; member: string }

/** `relation`: the one being edited, or null for a new one. */
export type FormPlace = { relation: string | null; member: string }

/**
 * What was typed and not sent, for as long as this tab is open: a reload, an ended session or a tab that the phone closed
 * loses nothing. Someone else who signs in here never sees it: then it is erased.
 */
export function keptForm(place: FormPlace): Pick<Kept, 'base' | 'draft' | 'version'> | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(place)) ?? 'null')
    if (!isKept(kept)) return undefined
    if (kept.shape === shape && kept.member === place.member) return kept
    letGo(place)
  } catch {
    // Storage may be closed off, and a text in it may be anybody's: then one simply begins anew.
  }
  return undefined
}

export function keepForm(place: FormPlace, { base, draft, version }: FormState): void {
  const kept: Kept = { shape, member: place.member, base, draft, version }
  try {
    sessionStorage.setItem(keyOf(place), JSON.stringify(kept))
  } catch {
    // Full or closed off: the form itself still holds everything.
  }
}

export function letGo(place: FormPlace): void {
  try {
    sessionStorage.removeItem(keyOf(place))
  } catch {
    // Closed off: then nothing was kept either.
  }
}

function keyOf({ relation }: FormPlace): string {
  return `weerklank.relation-form.${relation ?? 'new'}`
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'shape' in value && 'member' in value
}

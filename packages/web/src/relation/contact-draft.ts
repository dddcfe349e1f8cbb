import type { Contact } from '@weerklank/core/relation/relation.contract'
import type { Instant } from '@weerklank/core/shared/time'
import { momentOf, type WallMoment, wallMoment } from './contact-moment.ts'

/** When and where, while it is being filled in. */
export type ContactDraft = WallMoment & { place: string }

export const emptyDraft: ContactDraft = { day: '', time: '', place: '' }

export function draftOf({ at, place }: Contact, timeZone: string): ContactDraft {
  return { ...wallMoment(at, timeZone), place }
}

/** The moment it names, or the fields that are not filled in yet. */
export function readDraft(
  draft: ContactDraft,
  timeZone: string,
): { at: Instant } | { missing: ('day' | 'time')[] } {
  const at = momentOf(draft, timeZone)
  if (at !== null) return { at }
  const missing = (['day', 'time'] as const).filter((field) => draft[field] === '')
  return { missing: missing.length === 0 ? ['time'] : missing }
}

import type { FormLine } from '@weerklank/core/feedback/form.contract'

/** How a form stands, in the one word that matters most to who looks for something to ask with. */
export type FormStanding = 'in-use' | 'ending' | 'held-up' | 'draft' | 'draft-beside' | 'retired'

/** `held-up`: it is published, and its licence is not in order, so that nobody is asked. */
export function standingOf(
  form: Pick<FormLine, 'status' | 'version' | 'publishedVersion' | 'licence'>,
): FormStanding {
  if (form.publishedVersion === null) return form.status === 'retired' ? 'retired' : 'draft'
  const { state } = form.licence
  if (state === 'missing' || state === 'expired' || state === 'not-yet') return 'held-up'
  if (form.status === 'draft') return 'draft-beside'
  return state === 'ending' ? 'ending' : 'in-use'
}

export const standingTone = {
  'in-use': 'kept',
  ending: 'warm',
  'held-up': 'warm',
  draft: 'plain',
  'draft-beside': 'kept',
  retired: 'plain',
} as const satisfies Record<FormStanding, string>

import type { Rhythm } from '@weerklank/core/feedback/check-plan'
import type { CheckPlan } from '@weerklank/core/feedback/plan.contract'

/** What is being filled in about someone's plan. */
export type PlanDraft = {
  rhythm: Rhythm
  everyWeeks: string
  everyDays: string
  /** `yyyy-mm-dd`; empty: from now on, and without an end. */
  beginsOn: string
  endsOn: string
  /** Which form; empty is the contact check. */
  form: string
  email: string
  /** She said that she wants the mail. */
  agreed: boolean
  weekends: boolean
}

/** A form begins with how it is; an address that is there was agreed to. */
export function planDraft(plan: CheckPlan | undefined): PlanDraft {
  const within = { everyDays: '30', beginsOn: '', endsOn: '', form: '' }
  if (plan === undefined)
    return { ...within, rhythm: 'none', everyWeeks: '2', email: '', agreed: false, weekends: false }
  const { rhythm, everyWeeks, email, weekends } = plan
  return {
    ...{ rhythm, everyWeeks: String(everyWeeks), email, agreed: email !== '', weekends },
    ...{ everyDays: String(plan.everyDays ?? within.everyDays), form: plan.form?.id ?? '' },
    ...{ beginsOn: plan.beginsOn ?? '', endsOn: plan.endsOn ?? '' },
  }
}

/** What is sent of it: what its rhythm does not ask for is left out. */
export function planToSend(draft: PlanDraft) {
  const { rhythm, form, weekends } = draft
  const isDays = rhythm === 'days'
  return {
    ...{ rhythm, weekends, email: draft.email.trim(), everyWeeks: Number(draft.everyWeeks) },
    everyDays: isDays ? Number(draft.everyDays) : null,
    beginsOn: isDays && draft.beginsOn !== '' ? draft.beginsOn : null,
    endsOn: isDays && draft.endsOn !== '' ? draft.endsOn : null,
    form: form === '' ? null : form,
  }
}

export type PlanField = 'everyWeeks' | 'everyDays' | 'endsOn' | 'email' | 'agreed'

/** The fields that cannot be sent like this. */
export function planProblems(draft: PlanDraft): PlanField[] {
  const weeks = /^\d{1,2}$/.test(draft.everyWeeks.trim()) ? Number(draft.everyWeeks) : 0
  const email = draft.email.trim()
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email)
  const days = /^\d{1,3}$/.test(draft.everyDays.trim()) ? Number(draft.everyDays) : 0
  const problems: PlanField[] = []
  if (weeks < 1 || weeks > 26) problems.push('everyWeeks')
  if (draft.rhythm === 'days' && (days < 1 || days > 366)) problems.push('everyDays')
  const hasBoth = draft.beginsOn !== '' && draft.endsOn !== ''
  if (draft.rhythm === 'days' && hasBoth && draft.endsOn < draft.beginsOn) problems.push('endsOn')
  if (email !== '' && !isAddress) problems.push('email')
  if (email !== '' && !draft.agreed) problems.push('agreed')
  return problems
}

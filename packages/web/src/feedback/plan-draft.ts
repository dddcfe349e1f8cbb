import type { Rhythm } from '@weerklank/core/feedback/check-plan'
import type { CheckPlan } from '@weerklank/core/feedback/plan.contract'

/** What is being filled in about someone's plan. */
export type PlanDraft = {
  rhythm: Rhythm
  everyWeeks: string
  email: string
  /** She said that she wants the mail. */
  agreed: boolean
  weekends: boolean
}

/** A form begins with how it is; an address that is there was agreed to. */
export function planDraft(plan: CheckPlan | undefined): PlanDraft {
  if (plan === undefined)
    return { rhythm: 'none', everyWeeks: '2', email: '', agreed: false, weekends: false }
  const { rhythm, everyWeeks, email, weekends } = plan
  return { rhythm, everyWeeks: String(everyWeeks), email, agreed: email !== '', weekends }
}

/** The fields that cannot be sent like this. */
export function planProblems(draft: PlanDraft): ('everyWeeks' | 'email' | 'agreed')[] {
  const weeks = /^\d{1,2}$/.test(draft.everyWeeks.trim()) ? Number(draft.everyWeeks) : 0
  const email = draft.email.trim()
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email)
  const problems: ('everyWeeks' | 'email' | 'agreed')[] = []
  if (weeks < 1 || weeks > 26) problems.push('everyWeeks')
  if (email !== '' && !isAddress) problems.push('email')
  if (email !== '' && !draft.agreed) problems.push('agreed')
  return problems
}

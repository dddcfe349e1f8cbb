/** A rule answers with a verdict and a reason, never with a bare boolean; the wording of a reason lives with its screen. */
export type Decision<Reason extends string> = { allowed: true } | { allowed: false; reason: Reason }

export const allowed = { allowed: true } as const

/** A refusal with its reason. */
export function refused<Reason extends string>(reason: Reason): { allowed: false; reason: Reason } {
  return { allowed: false, reason }
}

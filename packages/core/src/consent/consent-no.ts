import type { ConsentDecision } from './consent.ts'

/** What is known when someone says no. */
export type BeforeNo = {
  /** The last word of this decider about this, or null when it is her first. */
  ownLast: ConsentDecision | null
  /** Whether there was consent, in force or on hold. */
  wasThere: boolean
}

/**
 * How a no is written down, for good. It is a withdrawal when it takes something back: consent that was there, or this
 * decider's own yes; a yes of somebody else is not hers to take back. `ends`: this no did that, and there is a receipt;
 * the same no again keeps its name and does nothing.
 */
export function sayNo({ ownLast, wasThere }: BeforeNo): {
  decision: 'refused' | 'withdrawn'
  ends: boolean
} {
  const ends = wasThere || ownLast === 'given'
  return { decision: ends || ownLast === 'withdrawn' ? 'withdrawn' : 'refused', ends }
}

import { assertNever } from '../shared/assert-never.ts'
import type { Purpose } from './consent.ts'

/** Whether a person is asked: for consent, whether she wants to take part in a part of care, or only told. */
export type Asking = 'consent' | 'voluntary' | 'told'

/** What does not happen after a no. Care, course and meeting always go on. */
export type AfterNo =
  | 'no-checks'
  | 'no-research'
  | 'no-recording'
  | 'no-training-use'
  | 'no-analysis'
  | 'not-shared'
  | 'not-published'
  | 'not-on-map'
  | 'left-blank'
  | 'parents-see-nothing'

/**
 * What a withdrawal does to what is there: `delete` it, `detach` it (it stays with the person, and leaves where it was
 * shared), or `stop`: nothing new; there is nothing to take away. `none`: nobody can be found in it.
 */
export type OnWithdrawal = 'delete' | 'detach' | 'stop' | 'none'

export type PurposeRule = {
  asking: Asking
  afterNo: AfterNo
  onWithdrawal: OnWithdrawal
  /** It can leave in a publication or a file, which a withdrawal cannot call back. */
  canLeave: boolean
}

const rules: Record<Purpose, PurposeRule> = {
  'care-talk': { asking: 'voluntary', afterNo: 'no-checks', onWithdrawal: 'stop', canLeave: false },
  research: { asking: 'consent', afterNo: 'no-research', onWithdrawal: 'delete', canLeave: true },
  'recording-analysis': {
    asking: 'consent',
    afterNo: 'no-recording',
    onWithdrawal: 'delete',
    canLeave: true,
  },
  'recording-training': {
    asking: 'consent',
    afterNo: 'no-training-use',
    onWithdrawal: 'delete',
    canLeave: true,
  },
  analysis: { asking: 'consent', afterNo: 'no-analysis', onWithdrawal: 'delete', canLeave: true },
  'quotes-team': { asking: 'consent', afterNo: 'not-shared', onWithdrawal: 'detach', canLeave: true },
  'quotes-publish': { asking: 'consent', afterNo: 'not-published', onWithdrawal: 'detach', canLeave: true },
  'network-map': { asking: 'consent', afterNo: 'not-on-map', onWithdrawal: 'delete', canLeave: true },
  'anonymous-survey': { asking: 'told', afterNo: 'left-blank', onWithdrawal: 'none', canLeave: true },
  'parents-read': {
    asking: 'consent',
    afterNo: 'parents-see-nothing',
    onWithdrawal: 'stop',
    canLeave: false,
  },
}

/** How a purpose is asked, what a no means and what a withdrawal does. */
export function purposeRule(purpose: Purpose): PurposeRule {
  return rules[purpose]
}

/** What is known at the moment of withdrawal. Counts are whole pieces: an answer, a recording, a quote. */
export type WithdrawalFacts = {
  contentCount: number
  /** Pieces that stay hers and that nobody else reads any more: what she handed in with a learning trajectory. */
  sharedCount?: number
  published: readonly Gone[]
  /** Files that left before; whoever got one is told to take the person out. */
  exports: readonly Gone[]
}

/** Something that left: its title and when (an instant). */
export type Gone = { title: string; at: string }

/** What a withdrawal does, in pieces; `cannotUndo` lists by name what left already, oldest first. */
export type WithdrawalPlan = {
  purpose: Purpose
  deletes: number
  detaches: number
  /** Stays where it is, because it stands there on another ground (answers in the care record). */
  stays: number
  cannotUndo: readonly (Gone & { kind: 'published' | 'export' })[]
}

/** What withdrawing will do, to be shown before and printed on the receipt after. */
export function withdrawalPlan(purpose: Purpose, facts: WithdrawalFacts): WithdrawalPlan {
  const { contentCount } = facts
  const nothing = { purpose, deletes: 0, detaches: 0, stays: 0, cannotUndo: leftBefore(facts) }
  const { onWithdrawal } = rules[purpose]
  switch (onWithdrawal) {
    case 'delete':
      return { ...nothing, deletes: contentCount, detaches: facts.sharedCount ?? 0 }
    case 'detach':
      return { ...nothing, detaches: contentCount }
    case 'stop':
      return { ...nothing, stays: contentCount }
    case 'none':
      // No author is stored, so nobody's part can be told from the rest: there is nothing to say about her.
      return { ...nothing, cannotUndo: [] }
    default:
      return assertNever(onWithdrawal)
  }
}

function leftBefore({ published, exports }: WithdrawalFacts): WithdrawalPlan['cannotUndo'] {
  return [
    ...published.map((gone) => ({ ...gone, kind: 'published' as const })),
    ...exports.map((gone) => ({ ...gone, kind: 'export' as const })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

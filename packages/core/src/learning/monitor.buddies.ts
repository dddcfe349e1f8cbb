import type { MonitorInput, MonitorLearner, MonitorPair } from './monitor.input.ts'
import type { BuddyRow, Counted, Explanation, Monitor } from './monitor.shape.ts'
import { byNumber } from './monitor.table.ts'

/**
 * Of each learner how the talk between buddies was told of, and why (domain.md §1.6). The first that holds:
 * - she gives no consent. Where neither does her buddy, and the buddy's row stands above hers and says so already, hers names
 *   that buddy: both rows together tell of the pair.
 * - she stopped.
 * - her buddy stopped: who, whether they met, and whether somebody talked it over with her (a mail is no talk).
 * - both go on, and did not meet between the meetings.
 * Of a person in several pairs the last one counts.
 */
export function buddyRowsOf(input: MonitorInput): BuddyRow[] {
  const buddyMoments = input.moments.filter(({ kind }) => kind === 'buddy').map(({ key }) => key)
  const learners = new Map(input.learners.map((learner) => [learner.number, learner]))
  const pairs = new Map(input.pairs.flatMap((pair) => pair.members.map((member) => [member, pair] as const)))
  return byNumber(input.learners).map((learner) => {
    const ways = learner.receipts.filter(({ moment }) => buddyMoments.includes(moment)).map(({ way }) => way)
    const evaluation = ways.length === 0 ? 'none' : ways.every((way) => way === 'mail') ? 'mail' : 'talk'
    const pair = pairs.get(learner.number)
    return { learner: learner.number, evaluation, why: whyOf(learner, { pair, learners, evaluation }) }
  })
}

type Around = {
  pair: MonitorPair | undefined
  learners: ReadonlyMap<number, MonitorLearner>
  evaluation: BuddyRow['evaluation']
}

function whyOf(learner: MonitorLearner, { pair, learners, evaluation }: Around): Explanation {
  const partners = othersIn(pair, learner.number).flatMap((number) => learners.get(number) ?? [])
  if (!learner.hasConsent) {
    const above = partners.filter((one) => !one.hasConsent && one.number < learner.number)
    return above.length === 0
      ? { kind: 'no-consent' }
      : { kind: 'no-consent-both', partners: above.map(({ number }) => number) }
  }
  if (learner.hasStopped) return { kind: 'stopped' }
  const stopped = partners.filter(({ hasStopped }) => hasStopped).map(({ number }) => number)
  const hasMet = pair?.hasMet ?? null
  if (stopped.length > 0)
    return { kind: 'partner-stopped', partners: stopped, hasMet, wasHeard: evaluation === 'talk' }
  return hasMet === false ? { kind: 'not-exchanged' } : { kind: 'none' }
}

function othersIn(pair: MonitorPair | undefined, number: number): number[] {
  return (pair?.members ?? []).filter((member) => member !== number).toSorted((a, b) => a - b)
}

/**
 * The pairs that were made, each under one heading: a member stopped; else nobody in it consents; else the pair worked together in
 * full. Who met between the meetings is another question, of all pairs.
 */
export function pairsOf({ pairs, learners }: MonitorInput): Monitor['pairs'] {
  const known = new Map(learners.map((learner) => [learner.number, learner]))
  const membersOf = (pair: MonitorPair) => pair.members.flatMap((number) => known.get(number) ?? [])
  const stopped = pairs.filter((pair) => membersOf(pair).some(({ hasStopped }) => hasStopped))
  const going = pairs.filter((pair) => !stopped.includes(pair))
  const silent = going.filter((pair) => membersOf(pair).every(({ hasConsent }) => !hasConsent))
  return {
    formed: registered(pairs.length),
    memberStopped: registered(stopped.length),
    withoutConsent: registered(silent.length),
    full: registered(going.length - silent.length),
    exchangedBetween: registered(pairs.filter(({ hasMet }) => hasMet === true).length),
  }
}

/** How many were talked with, sent some thoughts by mail, or neither. */
export function buddyEvaluationOf(rows: readonly BuddyRow[]): Monitor['buddyEvaluation'] {
  const of = (wanted: BuddyRow['evaluation']) =>
    registered(rows.filter(({ evaluation }) => evaluation === wanted).length)
  return { talk: of('talk'), mail: of('mail'), none: of('none') }
}

/** A number of the register. */
export function registered(value: number): Counted {
  return { value, source: 'register' }
}

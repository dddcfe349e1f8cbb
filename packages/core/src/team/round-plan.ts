import { type Gap, type Guess, gapsOf, guessesOf } from './round-between.ts'
import { spreadOf } from './spread.ts'
import { agreementOf } from './spread.words.ts'
import type { RoundOutcome } from './team.contract.ts'

/**
 * A step of the talk. `apart`: answers to this question lie far apart. `guess`, `gap`: two groups see it differently. `high`:
 * everything is answered high. `shadow`: what it costs, always. `too-low`: too few answered, the talk goes on without numbers.
 */
export type PlanStep =
  | { readonly kind: 'apart' | 'shadow'; readonly item: string }
  | { readonly kind: 'guess'; readonly guess: Guess }
  | { readonly kind: 'gap'; readonly gap: Gap }
  | { readonly kind: 'high' | 'too-low' }

/** How many questions at most are talked about because answers lie apart: a talk holds no more. */
const apartAtMost = 2

/** From this part of the scale on two groups see something differently enough to begin with it. No norm: a place to begin. */
const talkFrom = 0.15

/** From this part of the scale on an answer is high; all high is a reason to ask further (product.md promise 7). */
const highFrom = 0.8

/** What to talk about and in which order, made of what the outcome shows: the largest differences first, the shadow side always. */
export function conversationPlan(outcome: RoundOutcome): PlanStep[] {
  const { items } = outcome.instrument
  const shadow = items.filter((item) => item.shadow).map(({ id }): PlanStep => ({ kind: 'shadow', item: id }))
  if (outcome.groups[0]?.answered.status !== 'shown') return [{ kind: 'too-low' }, ...shadow]
  const spreads = wholeSpreads(outcome)
  const apart = spreads
    .filter(({ spread }) => agreementOf(spread) !== 'alike' && agreementOf(spread) !== null)
    .toSorted((a, b) => (a.spread.rwg ?? 1) - (b.spread.rwg ?? 1))
    .slice(0, apartAtMost)
    .map(({ item }): PlanStep => ({ kind: 'apart', item }))
  const { min, max } = outcome.instrument.scale
  const isAllHigh =
    spreads.length > 0 && spreads.every(({ spread }) => (spread.mean - min) / (max - min) >= highFrom)
  const named = new Set(apart.flatMap((step) => ('item' in step ? step.item : [])))
  return [
    ...largestBetween(outcome),
    ...apart,
    ...(isAllHigh ? [{ kind: 'high' } as const] : []),
    ...shadow.filter((step) => !('item' in step && named.has(step.item))),
  ]
}

function wholeSpreads(outcome: RoundOutcome) {
  return (outcome.groups[0]?.items ?? []).flatMap(({ item, result }) => {
    const spread = result.status === 'shown' ? spreadOf(result.tally, outcome.instrument.scale) : null
    return spread === null ? [] : [{ item, spread }]
  })
}

/** Where two groups lie furthest apart; nothing when they are near everywhere. */
function largestBetween(outcome: RoundOutcome): PlanStep[] {
  const { min, max } = outcome.instrument.scale
  const isWorth = (difference: number) => Math.abs(difference) / (max - min) >= talkFrom
  const differs = ({ guessed, said }: Guess) => Math.abs(guessed - said)
  const guess = guessesOf(outcome).toSorted((a, b) => differs(b) - differs(a))[0]
  if (guess !== undefined && isWorth(differs(guess))) return [{ kind: 'guess', guess }]
  if (outcome.form !== 'between') return []
  const gap = gapsOf(outcome).toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))[0]
  return gap !== undefined && isWorth(gap.gap) ? [{ kind: 'gap', gap }] : []
}

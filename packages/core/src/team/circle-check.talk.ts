import type { CircleOutcome, EarlierMoment } from './circle-check.contract.ts'
import type { CircleInstrument, CircleItem } from './circle-instrument.ts'
import { bandsOf } from './round-bands.ts'
import { rwgOfItems, type Spread, spreadOf } from './spread.ts'

/** Why an item comes up in the talk. */
export type TalkReason = 'differ' | 'shadow' | 'card'
export type TalkPoint = { readonly item: CircleItem; readonly reason: TalkReason }

/** How many items where people differ come up: more than three is no talk but a list. */
const differAtMost = 3

/**
 * What to talk about, in this order: where people differ most, then the shadow side, whatever was answered. Without numbers each item
 * is a card of its own. Never where the marks are lowest: a low mark on which all agree is no quarrel.
 */
export function talkPlan(instrument: CircleInstrument, outcome: CircleOutcome): TalkPoint[] {
  const shadow = instrument.items.filter((item) => item.shadow === true)
  const asShadow = shadow.map((item): TalkPoint => ({ item, reason: 'shadow' }))
  const light = instrument.items.filter((item) => item.shadow !== true)
  if (outcome.status === 'talk')
    return [...light.map((item): TalkPoint => ({ item, reason: 'card' })), ...asShadow]
  const spreads = light
    .map((item) => ({ item, sd: spreadIn(outcome, { item: item.id, instrument })?.sd ?? 0 }))
    .filter(({ sd }) => sd > 0)
    .toSorted((a, b) => b.sd - a.sd)
  return [
    ...spreads.slice(0, differAtMost).map(({ item }): TalkPoint => ({ item, reason: 'differ' })),
    ...asShadow,
  ]
}

/** How far people see all items together the same way; null while one of them is not shown. */
export function agreementOverAll(
  outcome: CircleOutcome,
  instrument: Pick<CircleInstrument, 'items' | 'scale'>,
): number | null {
  const all = instrument.items.map(({ id }) => spreadIn(outcome, { item: id, instrument })?.counts)
  const known = all.filter((counts) => counts !== undefined)
  return known.length < all.length ? null : rwgOfItems(known, instrument.scale)
}

/** How the answers of everybody to one item lie; null where that is not shown. */
export function spreadIn(
  outcome: CircleOutcome,
  of: { item: string; instrument: Pick<CircleInstrument, 'scale'> },
): Spread | null {
  if (outcome.status !== 'shown') return null
  const all = outcome.items.find(({ item }) => item === of.item)?.all ?? null
  return all === null ? null : spreadOf(all.counts, of.instrument.scale)
}

/** One item at one moment, in counts: how many near the high end of the scale, of how many. */
export type MomentCount = { readonly high: number; readonly low: number; readonly n: number }

/** One item at both moments; null at a moment that shows no numbers for it. */
export type ItemChange = {
  readonly item: CircleItem
  readonly before: MomentCount | null
  readonly now: MomentCount | null
}

/**
 * The same items at two moments, as counts, for each item of the later questionnaire. Says nothing about persons: who stayed answered
 * anew, and who answered is told nowhere.
 */
export function changeBetween(
  instrument: CircleInstrument,
  { before, now }: { before: CircleOutcome; now: CircleOutcome },
): ItemChange[] {
  const countIn = (outcome: CircleOutcome, item: string): MomentCount | null => {
    const spread = spreadIn(outcome, { item, instrument })
    if (spread === null) return null
    const { high, low } = bandsOf(spread.counts, instrument.scale)
    return { high, low, n: spread.n }
  }
  return instrument.items.map((item) => ({
    item,
    before: countIn(before, item.id),
    now: countIn(now, item.id),
  }))
}

/** What changed in the counts, and apart from it what did not: eight sentences that say the same hide the one that does not. */
export function movedAndStill(changes: readonly ItemChange[]): { moved: ItemChange[]; still: ItemChange[] } {
  const isStill = ({ before, now }: ItemChange) =>
    before !== null &&
    now !== null &&
    before.n === now.n &&
    before.high === now.high &&
    before.low === now.low
  return { moved: changes.filter((one) => !isStill(one)), still: changes.filter(isStill) }
}

/**
 * Whether two moments are about the same people as far as that can be told: the same were asked, and all of them answered both times.
 */
export function isSamePeople(
  before: Pick<EarlierMoment, 'asked' | 'outcome' | 'sameAsked'>,
  now: { asked: number; outcome: CircleOutcome },
): boolean {
  const all = ({ asked, outcome }: { asked: number; outcome: CircleOutcome }) =>
    outcome.status === 'shown' && outcome.answered === asked
  return before.sameAsked && all(before) && all(now)
}

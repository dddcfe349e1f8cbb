import type { Language } from '../shared/language.ts'
import { type AnswerCount, likenessWithinGroups, rwgOfItems, spreadOf } from './spread.ts'
import { agreementCaveats, agreementOf, agreementWords, likenessWords } from './spread.words.ts'
import type { GroupOutcome, RoundOutcome } from './team.contract.ts'

/** Whether people of a group see a question alike, in words; null where that is not told, or one person answered. */
export function alikeInGroup(
  { outcome, group, item }: { outcome: RoundOutcome; group: GroupOutcome; item: string },
  language: Language,
): string | null {
  const counts = countsOf(group, item)
  const spread = counts && spreadOf(counts, outcome.instrument.scale)
  const agreement = spread && agreementOf(spread)
  return agreement === null ? null : agreementWords(agreement, language)
}

/** Agreement over all questions of everybody together, with what to think of such a number. */
export function agreementOverAll({ groups, instrument }: RoundOutcome, language: Language): string[] {
  const counts = instrument.items.flatMap(({ id }) => {
    const told = groups[0] && countsOf(groups[0], id)
    return told == null ? [] : [told]
  })
  const overAll = counts.length < instrument.items.length ? null : rwgOfItems(counts, instrument.scale)
  return agreementCaveats(overAll, language)
}

/** How much the group says about what people answer to a question: over the lowest groups that are shown. */
export function likenessOfItem(
  { groups, instrument }: RoundOutcome,
  item: string,
  language: Language,
): string[] {
  const lowest = groups.filter(({ id }) => groups.every(({ parent }) => parent !== id))
  const tallies = lowest.flatMap((group) => {
    const counts = countsOf(group, item)
    return counts === null ? [] : [counts]
  })
  return likenessWords(likenessWithinGroups(tallies, instrument.scale), language)
}

function countsOf({ items }: GroupOutcome, item: string): readonly AnswerCount[] | null {
  const result = items.find((one) => one.item === item)?.result
  return result?.status === 'shown' ? result.tally : null
}

import type { ToldGroup } from '@weerklank/core/library/works.contract'
import { contextWord, kindWord, situationWord } from '@weerklank/core/relation/relation.words'
import type { Language } from '@weerklank/core/shared/language'

export type ShownGroup = ToldGroup & { result: Extract<ToldGroup['result'], { status: 'shown' }> }

/**
 * The groups that are told, each with how many of them it stands inside. Where a group tells of the same people as one inside it, only
 * the narrowest stands: the same numbers three times would look like three findings.
 */
export function shownGroups(groups: readonly ToldGroup[]): { group: ShownGroup; depth: number }[] {
  const shown = groups.filter((group): group is ShownGroup => group.result.status === 'shown')
  const kept = shown.filter(
    (outer) => !shown.some((inner) => isInside(inner, outer) && inner.result.people === outer.result.people),
  )
  return kept.map((group) => ({ group, depth: kept.filter((outer) => isInside(group, outer)).length }))
}

const parts = ['kind', 'context', 'situation'] as const

const isInside = (inner: ToldGroup, outer: ToldGroup) =>
  parts.every((part) => outer[part] === null || outer[part] === inner[part]) &&
  parts.some((part) => outer[part] !== inner[part])

/** From wide to narrow; empty for everybody together. */
export const placeWords = ({ kind, context, situation }: ToldGroup, language: Language): string[] => [
  ...(kind === null ? [] : [kindWord(kind, language)]),
  ...(context === null ? [] : [contextWord(context, language)]),
  ...(situation === null ? [] : [situationWord(situation, language)]),
]

/** From and to in times of ten, rounded outward: few people say nothing more precise, and a percentage would seem to. */
export const ofTen = ({ from, to }: { from: number; to: number }): [number, number] => [
  Math.floor(10 * from),
  Math.ceil(10 * to),
]

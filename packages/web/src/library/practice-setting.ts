import {
  type RelationContext,
  type RelationKind,
  relationContexts,
  relationKinds,
  type Situation,
  situations,
} from '@weerklank/core/relation/relation'

/** Where a story plays, as it stands in an address; what is not known is left out. */
export type PracticeSearch = {
  soort?: RelationKind | undefined
  context?: RelationContext | undefined
  situatie?: Situation | undefined
}

const oneOf = <One extends string>(known: readonly One[], said: unknown): One | undefined =>
  known.find((one) => one === said)

/** Reads an address that somebody may have changed by hand. */
export function readPracticeSearch(said: Record<string, unknown>): PracticeSearch {
  return {
    soort: oneOf(relationKinds, said.soort),
    context: oneOf(relationContexts, said.context),
    situatie: oneOf(situations, said.situatie),
  }
}

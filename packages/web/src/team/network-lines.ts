import type { Language } from '@weerklank/core/shared/language'
import type { NetworkClosed } from '@weerklank/core/team/network.contract'
import { comparedWords, tieWords } from '@weerklank/core/team/network.words'

/** One tie in words, with who tells it and about whom. */
export type TieLine = { from: string; to: string; words: string }

/** Every tie of a map in words, in the order of the map; beside an earlier moment with what became of it. */
export function tieLines({ map, compared }: NetworkClosed, language: Language): TieLine[] {
  if (compared !== null) {
    return compared.ties.map((tie) => ({ from: tie.from, to: tie.to, words: comparedWords(tie, language) }))
  }
  return map.ties
    .filter(({ often }) => often !== 'never')
    .map((tie) => ({ from: tie.from, to: tie.to, words: tieWords(tie, language) }))
}

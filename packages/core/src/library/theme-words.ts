import type { Bilingual } from '../shared/language.ts'
import { plainWord } from '../shared/plain-word.ts'

/** Words that stand in many names and say nothing of what a theme is about. */
const empty = new Set(
  `een het de van voor met zijn haar niet over samen andere anders elkaar mensen meer veel goed geen wordt worden kunnen durven
  mogen helpt hindert werken werk omgaan iets iemand jezelf zelf hier daar deze that this with from about people other others more
  much good being have does helps hinders work working something somebody yourself their your each together`.split(
    /\s+/,
  ),
)

/** A word counts from so many letters on; so many of its beginning are compared. */
const shortest = 4
const compared = 6

/**
 * Which known themes a name of one's own is like: those in whose name a word stands that begins as one of its words does, in their
 * order. It is compared where the name stands; only the keys go on. A guess to offer something by, never told as a fact.
 */
export function themesLike(
  name: string,
  themes: readonly { readonly key: string; readonly name: Bilingual }[],
): string[] {
  const own = beginningsIn(name)
  return themes.flatMap(({ key, name: known }) =>
    [...beginningsIn(known.nl), ...beginningsIn(known.en)].some((word) => own.has(word)) ? [key] : [],
  )
}

function beginningsIn(text: string): Set<string> {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).map(plainWord)
  return new Set(
    words
      .filter((word) => word.length >= shortest && !empty.has(word))
      .map((word) => word.slice(0, compared)),
  )
}

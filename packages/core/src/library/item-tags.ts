import { challengeWord, markerWord } from '../feedback/feedback.ts'
import { type GoalTheme, themeWord } from '../learning/learning.ts'
import type { RelationContext, RelationKind, Situation, Voice } from '../relation/relation.ts'
import type { Bilingual, Language } from '../shared/language.ts'
import { signalWord } from './fit.words.ts'
import type { Item } from './item.schema.ts'
import { itemKindWords, itemMomentWords } from './item.words.ts'

/** How tags are called whose words are those of other rooms. */
export type TagNames = {
  readonly kind: (kind: RelationKind, language: Language) => string
  readonly context: (context: RelationContext, language: Language) => string
  readonly situation: (situation: Situation, language: Language) => string
  readonly voice: (voice: Voice, language: Language) => string
  /** A code of a codebook; of one that is known no more nothing is said. */
  readonly theme: (code: string) => Bilingual | undefined
}

/** How a tag is called besides, by everybody who looks for it. */
const everyday: { readonly [Tag in RelationKind | Voice | GoalTheme]?: Bilingual } = {
  'with-help-seekers': { nl: 'cliënt', en: 'client' },
  mother: { nl: 'ouder', en: 'parent' },
  father: { nl: 'ouder', en: 'parent' },
  feedback: { nl: 'feedback', en: 'feedback' },
}

/**
 * What an item is and where it fits, as its tags are called on screen, each once. What names nothing on one side fits anywhere
 * there, and no word is made of that.
 */
export function tagsOf(item: Item, names: TagNames): Bilingual[] {
  const { kinds, contexts, situations, moments, voices, goals, themes, ...fits } = item.fits
  const said = <Tag>(tags: readonly Tag[], word: (tag: Tag, language: Language) => string) =>
    tags.map((tag) => ({ nl: word(tag, 'nl'), en: word(tag, 'en') }))
  const all = [
    itemKindWords[item.kind],
    ...said(situations, names.situation),
    ...moments.map((one) => itemMomentWords[one]),
    ...said(voices, names.voice),
    ...said(goals, themeWord),
    ...themes.flatMap((one) => names.theme(one) ?? []),
    ...[...kinds, ...voices, ...goals].flatMap((one) => everyday[one] ?? []),
    ...said(contexts, names.context),
    ...said(kinds, names.kind),
    ...said(fits.markers, markerWord),
    ...said(fits.challenges ?? [], challengeWord),
    ...said(fits.signals, signalWord),
  ]
  return [...new Map(all.map((one) => [one.nl, one])).values()]
}

/** The main file of the room Kennis: what other rooms may ask of it. */

import { type Card, cardOf } from '@weerklank/core/library/card'
import type { ReadingLevel } from '@weerklank/core/library/item'
import type { Item } from '@weerklank/core/library/item.schema'
import { type Voice, voiceFamily } from '@weerklank/core/relation/relation'
import type { Language } from '@weerklank/core/shared/language'

export { cardHtml } from './card.html.ts'
export { type FitDeps, loadFitDeps, shippedOffers } from './fit.ts'

/** The card for who speaks with this voice; where nothing is written for her, the professional's stands. */
export function cardFor(item: Item, { voice, language }: { voice: Voice; language: Language }): Card | null {
  return (
    cardOf(item, { level: levelOf(voice), language }) ?? cardOf(item, { level: 'professional', language })
  )
}

function levelOf(voice: Voice): ReadingLevel {
  if (voice === 'child') return 'child'
  const family = voiceFamily(voice)
  return family === 'client' || family === 'kin' ? 'parent' : 'professional'
}

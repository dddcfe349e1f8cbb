import type { TagNames } from '@weerklank/core/library/item-tags'
import { contextWord, kindWord, situationWord, voiceWord } from '@weerklank/core/relation/relation.words'
import { loadThemeNames } from './theme-names.ts'

const themes = loadThemeNames()

/** How the tags of items are called on screen; themes by the names of content/codebooks. */
export const tagNames: TagNames = {
  ...{ kind: kindWord, context: contextWord, situation: situationWord, voice: voiceWord },
  theme: (code) => themes.get(code),
}

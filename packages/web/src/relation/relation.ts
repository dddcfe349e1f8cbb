import type {
  ContactKind,
  RelationContext,
  RelationKind,
  Setting,
  Situation,
  Voice,
} from '@weerklank/core/relation/relation'
import {
  contactKindWord,
  contextWord,
  kindWord,
  situationWord,
  voiceWord,
} from '@weerklank/core/relation/relation.words'
import { useLanguage } from '../language/use-text.ts'

export { relationQuery } from './relation.queries.ts'

/** How collaborations are worded on screens, in the language of this person. */
export function useRelationWords() {
  const language = useLanguage()
  return {
    kind: (kind: RelationKind) => kindWord(kind, language),
    context: (context: RelationContext) => contextWord(context, language),
    situation: (situation: Situation) => situationWord(situation, language),
    voice: (voice: Voice) => voiceWord(voice, language),
    contactKind: (kind: ContactKind) => contactKindWord(kind, language),
    /** Kind × context × situation as quiet labels; two of them do not apply between people. */
    setting: ({ kind, context, situation }: Setting): string[] => [
      kindWord(kind, language),
      ...(context === null ? [] : [contextWord(context, language)]),
      ...(situation === null ? [] : [situationWord(situation, language)]),
    ],
  }
}

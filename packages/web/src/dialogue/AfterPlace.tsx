import { voiceFamily } from '@weerklank/core/relation/relation'
import { voiceWord } from '@weerklank/core/relation/relation.words'
import { useLanguage } from '../language/use-text.ts'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import type { AfterPart } from './after-part.ts'

/** Who it is: name and voice, with the shape and colour of that voice. */
export function AfterPlace({ after, place }: { after: AfterPart['after']; place: string }) {
  const language = useLanguage()
  const found = after.places.find(({ id }) => id === place)
  if (found === undefined) return null
  return (
    <span className="wk-after__who">
      <VoiceBadge family={voiceFamily(found.voice)} name={found.name} size="small" />
      <span>
        {found.name} <span className="wk-muted wk-small">{voiceWord(found.voice, language)}</span>
      </span>
    </span>
  )
}

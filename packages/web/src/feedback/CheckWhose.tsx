import './check.css'
import { type Voice, voiceFamily } from '@weerklank/core/relation/relation'
import { useText } from '../language/use-text.ts'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import { checkText } from './check.text.ts'

type Props = {
  people: readonly { id: string; name: string; voice: Voice }[]
  shown: string
  onChoose: (id: string) => void
}

/** Whose line is shown; nothing when there is nothing to choose. */
export function CheckWhose({ people, shown, onChoose }: Props) {
  const text = useText(checkText)
  if (people.length < 2) return null
  return (
    <fieldset className="wk-whose wk-no-print">
      <legend className="wk-sr-only">{text.whose}</legend>
      {people.map(({ id, name, voice }) => (
        <button key={id} type="button" aria-pressed={id === shown} onClick={() => onChoose(id)}>
          <VoiceBadge family={voiceFamily(voice)} name={name} size="small" />
          {name}
        </button>
      ))}
    </fieldset>
  )
}

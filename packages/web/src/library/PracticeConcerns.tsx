import type { PracticeConcern } from '@weerklank/core/library/practice'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { practiceText } from './practice.text.ts'

type Props = {
  id: string
  concerns: readonly Pick<PracticeConcern, 'word' | 'kind' | 'isHers'>[]
  /** Words that she decided are nobody. */
  kept: readonly string[]
  onKeep: (kept: readonly string[]) => void
}

/** Words by which somebody may be recognised: to change, or to decide on one by one. */
export function PracticeConcerns({ id, concerns, kept, onKeep }: Props) {
  const text = useText(practiceText)
  const found = concerns.filter((one, at) => concerns.findIndex(({ word }) => word === one.word) === at)
  const [hers, others] = [found.filter(({ isHers }) => isHers), found.filter(({ isHers }) => !isHers)]
  if (found.length === 0) return <p>{text.clean}</p>
  return (
    <div className="wk-stack">
      <p>
        <strong>{text.found}</strong>
      </p>
      {hers.length > 0 && (
        <ul>
          {hers.map(({ word }) => (
            <li key={word}>{text.hers(word)}</li>
          ))}
        </ul>
      )}
      {others.map(({ word, kind }, at) => (
        <CheckboxField
          key={word}
          id={`${id}-woord-${at}`}
          label={text.kept(word)}
          hint={text.kinds[kind]}
          checked={kept.includes(word)}
          onChange={(isOn) => onKeep(isOn ? [...kept, word] : kept.filter((one) => one !== word))}
        />
      ))}
    </div>
  )
}

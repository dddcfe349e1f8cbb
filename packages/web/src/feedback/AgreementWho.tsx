import '../ui/field.css'
import { voiceFamily } from '@weerklank/core/relation/relation'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { useText } from '../language/use-text.ts'
import { classes } from '../ui/classes.ts'
import { FieldError } from '../ui/FieldError.tsx'
import { describedBy } from '../ui/field.ts'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import { agreementText } from './agreement.text.ts'

type Props = {
  id: string
  people: readonly Participant[]
  chosen: readonly string[]
  error: string | undefined
  onChange: (chosen: string[]) => void
}

/** Who agreed. The first choice carries the id of the field, so that an error leads there. */
export function AgreementWho({ id, people, chosen, error, onChange }: Props) {
  const text = useText(agreementText)
  function handleTick(person: string, ticked: boolean) {
    onChange(ticked ? [...chosen, person] : chosen.filter((one) => one !== person))
  }
  return (
    <fieldset
      className={classes('wk-field', 'wk-choices', error !== undefined && 'wk-field--error')}
      aria-describedby={describedBy({ id, label: text.who, error })}
    >
      <legend className="wk-field__label">{text.who}</legend>
      <FieldError id={id}>{error}</FieldError>
      {people.map((person, index) => (
        <label key={person.id} className="wk-choice">
          <input
            type="checkbox"
            id={index === 0 ? id : undefined}
            name={id}
            checked={chosen.includes(person.id)}
            onChange={(event) => handleTick(person.id, event.target.checked)}
          />
          <VoiceBadge family={voiceFamily(person.voice)} name={person.name} size="small" />
          <span>{person.name}</span>
        </label>
      ))}
    </fieldset>
  )
}

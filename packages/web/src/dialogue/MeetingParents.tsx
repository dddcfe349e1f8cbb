import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { mayBeParents, type SeatDraft } from './meeting-draft.ts'
import { meetingPlanText } from './meeting-plan.text.ts'

type Props = {
  seat: SeatDraft
  seats: readonly SeatDraft[]
  onChange: (change: Pick<SeatDraft, 'parents'>) => void
}

/** Who at the table decides with a child or youth whom only this table knows. */
export function ParentsOf({ seat, seats, onChange }: Props) {
  const text = useText(meetingPlanText)
  const choices = mayBeParents(seats, seat).filter(({ name }) => name.trim() !== '')
  if (choices.length === 0) return null
  return (
    <fieldset className="wk-field">
      <legend className="wk-field__label">{text.parents}</legend>
      <p className="wk-field__hint">{text.parentsHint}</p>
      {choices.map(({ id, name }) => (
        <CheckboxField
          key={id}
          id={`parent-${seat.id}-${id}`}
          label={name}
          checked={seat.parents.includes(id)}
          onChange={(is) =>
            onChange({ parents: is ? [...seat.parents, id] : seat.parents.filter((one) => one !== id) })
          }
        />
      ))}
    </fieldset>
  )
}

import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { circlePeopleText } from './circle-people.text.ts'

type Props = {
  /** Begins the id of each field. */
  of: string
  sides: readonly { id: string; name: string }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** From which sides somebody speaks: one or more. */
export function CircleSideFields({ of, sides, chosen, onChange }: Props) {
  const text = useText(circlePeopleText)
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <fieldset className="wk-circle-sides">
      <legend>{text.sides}</legend>
      {sides.map(({ id, name }) => (
        <CheckboxField
          key={id}
          id={`${of}-${id}`}
          label={name}
          checked={chosen.includes(id)}
          onChange={(on) => toggle(id, on)}
        />
      ))}
      <p className="wk-muted wk-small">{text.twice}</p>
    </fieldset>
  )
}

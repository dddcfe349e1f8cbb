import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { DraftProps } from './circle-draft.ts'
import { type SideDraft, withoutSide } from './circle-draft.ts'
import { circleNewText } from './circle-new.text.ts'

/** The sides from which people speak. */
export function CircleNewSides({ draft, onChange }: DraftProps) {
  const text = useText(circleNewText)
  const change = (id: string, part: Partial<SideDraft>) =>
    onChange({ ...draft, sides: draft.sides.map((side) => (side.id === id ? { ...side, ...part } : side)) })
  const add = () =>
    onChange({ ...draft, sides: [...draft.sides, { id: newId(), name: '', isFamily: false }] })
  return (
    <fieldset className="wk-circle-sides" id="circle-sides" tabIndex={-1}>
      <legend>{text.sides}</legend>
      <p className="wk-muted">{text.sidesIntro}</p>
      {draft.sides.map((side, at) => (
        <div key={side.id} className="wk-circle-side">
          <TextField
            id={`side-${side.id}`}
            label={text.side(at + 1)}
            maxLength={80}
            value={side.name}
            onChange={(name) => change(side.id, { name })}
          />
          <CheckboxField
            id={`family-${side.id}`}
            label={text.isFamily}
            checked={side.isFamily}
            onChange={(isFamily) => change(side.id, { isFamily })}
          />
          {draft.sides.length > 1 && (
            <Button variant="quiet" icon="minus" onClick={() => onChange(withoutSide(draft, side.id))}>
              {text.removeSide(side.name)}
            </Button>
          )}
        </div>
      ))}
      <div className="wk-actions">
        <Button icon="plus" onClick={add}>
          {text.addSide}
        </Button>
      </div>
    </fieldset>
  )
}

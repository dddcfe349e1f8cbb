import { authorities } from '@weerklank/core/consent/person'
import type { RelationPerson } from '@weerklank/core/consent/person.contract'
import { useEffect } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { familyText } from './family.text.ts'
import { fieldIds, type ParentDraft } from './family-draft.ts'

type Props = {
  parent: ParentDraft
  /** Was a parent before this dialog opened: who it is stands. */
  isKnown: boolean
  candidates: readonly RelationPerson[]
  problems: readonly string[]
  onChange: (parent: ParentDraft) => void
  onRemove: () => void
}

/** One parent or guardian: who it is, and whether she decides. */
export function FamilyParent({ parent, isKnown, candidates, problems, onChange, onRemove }: Props) {
  const text = useText(familyText)
  const { key, who, authority } = parent
  const name = parent.name.trim() === '' ? text.thisParent : parent.name
  const wrong = (field: string, message: string) => (problems.includes(field) ? message : undefined)
  return (
    <div className="wk-family-parent">
      {isKnown ? (
        <strong>{parent.name}</strong>
      ) : (
        <Who parent={parent} candidates={candidates} wrong={wrong} onChange={onChange} />
      )}
      <RadioGroup
        id={fieldIds.authority(key)}
        label={text.authority(name)}
        error={wrong(fieldIds.authority(key), text.authorityMissing)}
        value={authority}
        options={authorities.map((value) => ({ value, label: text.authorities[value] }))}
        onChange={(chosen) => onChange({ ...parent, authority: chosen })}
      />
      <div className="wk-actions">
        <Button
          variant="quiet"
          aria-label={who === null ? undefined : text.removeNamed(name)}
          onClick={onRemove}
        >
          {text.remove}
        </Button>
      </div>
    </div>
  )
}

type WhoProps = Pick<Props, 'parent' | 'candidates' | 'onChange'> & {
  wrong: (field: string, message: string) => string | undefined
}

/** Someone who takes part already, or a name that is new here. */
function Who({ parent, candidates, wrong, onChange }: WhoProps) {
  const text = useText(familyText)
  const { key, who } = parent
  useFocusOfNewRow(key)
  const options = candidates.map((one) => ({ value: one.person as string, label: one.name }))
  function handleWho(chosen: string | null) {
    const name = options.find(({ value }) => value === chosen)?.label ?? ''
    onChange({ ...parent, who: chosen, name })
  }
  return (
    <>
      {(options.length > 0 || who === null) && (
        <SelectField
          id={fieldIds.who(key)}
          label={text.who}
          error={wrong(fieldIds.who(key), text.whoMissing)}
          value={who}
          options={[...options, { value: 'new', label: text.someoneElse }]}
          onChange={handleWho}
        />
      )}
      {who === 'new' && (
        <TextField
          id={fieldIds.name(key)}
          label={text.name}
          hint={text.nameHint}
          error={wrong(fieldIds.name(key), text.nameMissing)}
          maxLength={80}
          value={parent.name}
          onChange={(name) => onChange({ ...parent, name })}
        />
      )}
    </>
  )
}

/** Whoever adds a row goes on in it. */
function useFocusOfNewRow(key: string) {
  useEffect(() => {
    const first = document.getElementById(fieldIds.who(key)) ?? document.getElementById(fieldIds.name(key))
    first?.focus()
  }, [key])
}

import { Link } from '@tanstack/react-router'
import { peopleIn, roundSize } from '@weerklank/core/team/team'
import { type Dispatch, useEffect, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { FieldError } from '../ui/FieldError.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { roundFormText } from './round-form.text.ts'
import {
  type GroupDraft,
  type GroupLine,
  plannedGroups,
  type RoundAction,
  type RoundDraft,
  roundFields,
} from './round-form.ts'

type Props = {
  draft: RoundDraft
  dispatch: Dispatch<RoundAction>
  errorAt: (field: string) => string | undefined
}

/** Whom one asks: groups, and parts of groups. */
export function RoundGroups({ draft, dispatch, errorAt }: Props) {
  const text = useText(roundFormText)
  const focusOn = useFocusOn()
  const id = roundFields.groups
  const error = errorAt(id)
  const isTooSmall = error !== undefined && peopleIn(plannedGroups(draft)) < roundSize.least
  function add(action: (id: string) => RoundAction) {
    const made = newId()
    dispatch(action(made))
    focusOn(roundFields.name(made))
  }
  return (
    <fieldset
      className="wk-round-groups"
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
    >
      <legend className="wk-field__label">{text.groups}</legend>
      <p className="wk-field__hint" id={`${id}-hint`}>
        {text.groupsHint}
      </p>
      <FieldError id={id}>{error}</FieldError>
      {isTooSmall && <OtherWays />}
      <ul className="wk-lines">
        {draft.groups.map((group, index) => (
          <li key={group.id} className="wk-stack wk-stack--tight">
            <Line
              line={group}
              label={text.group(index + 1)}
              hasPeople={group.parts.length === 0}
              isOptional={draft.groups.length === 1}
              of={{ draft, dispatch, errorAt }}
              onRemove={
                draft.groups.length > 1 ? () => dispatch({ type: 'removed', id: group.id }) : undefined
              }
            />
            {draft.form === 'swap' && <About group={group} of={{ draft, dispatch, errorAt }} />}
            <Parts group={group} of={{ draft, dispatch, errorAt }} />
            {draft.form === 'check' && (
              <div className="wk-actions">
                <Button
                  variant="quiet"
                  icon="plus"
                  onClick={() => add((part) => ({ type: 'part-added', group: group.id, id: part }))}
                >
                  {text.addPart}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <div className="wk-actions">
        <Button icon="plus" onClick={() => add((group) => ({ type: 'group-added', id: group }))}>
          {text.addGroup}
        </Button>
        <p className="wk-muted" role="status">
          {text.total(peopleIn(plannedGroups(draft)))}
        </p>
      </div>
    </fieldset>
  )
}

/** What a small team can do instead. */
function OtherWays() {
  const text = useText(roundFormText)
  return (
    <p>
      {text.otherWays} <Link to="/team">{text.circles}</Link>{' '}
      <Link to="/gesprekken/vormen/kiezen">{text.formats}</Link>
    </p>
  )
}

/** The group whose answers this one guesses. */
function About({ group, of }: { group: GroupDraft; of: Props }) {
  const text = useText(roundFormText)
  const others = of.draft.groups.flatMap(({ id, name }, at) =>
    id === group.id ? [] : [{ value: id, label: name.trim() === '' ? text.group(at + 1) : name.trim() }],
  )
  return (
    <SelectField
      id={`raadt-${group.id}`}
      label={text.about}
      value={group.about}
      options={others}
      onChange={(about) => of.dispatch({ type: 'about', id: group.id, about })}
    />
  )
}

function Parts({ group, of }: { group: GroupDraft; of: Props }) {
  const text = useText(roundFormText)
  if (group.parts.length === 0) return null
  return (
    <ul className="wk-round-groups__parts">
      {group.parts.map((part, index) => (
        <li key={part.id}>
          <Line
            line={part}
            label={text.part(index + 1)}
            hasPeople
            isOptional={false}
            of={of}
            onRemove={() => of.dispatch({ type: 'removed', id: part.id })}
          />
        </li>
      ))}
    </ul>
  )
}

type LineProps = {
  line: GroupLine
  label: string
  hasPeople: boolean
  isOptional: boolean
  of: Props
  onRemove: (() => void) | undefined
}

function Line({ line, label, hasPeople, isOptional, of, onRemove }: LineProps) {
  const text = useText(roundFormText)
  const change = (change: Partial<Pick<GroupLine, 'name' | 'people'>>) =>
    of.dispatch({ type: 'line', id: line.id, change })
  const [name, people] = [roundFields.name(line.id), roundFields.people(line.id)]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be read twice as long
    <div className="wk-round-groups__line" role="group" aria-label={label}>
      <TextField
        id={name}
        label={`${label}: ${text.groupName.toLowerCase()}`}
        maxLength={80}
        optional={isOptional}
        autoComplete="off"
        value={line.name}
        error={of.errorAt(name)}
        onChange={(value) => change({ name: value })}
      />
      {hasPeople ? (
        <TextField
          id={people}
          label={text.people}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          value={line.people}
          error={of.errorAt(people)}
          onChange={(value) => change({ people: value })}
        />
      ) : (
        <p className="wk-muted wk-small">{text.hasParts}</p>
      )}
      {onRemove !== undefined && (
        <Button variant="quiet" icon="cross" onClick={onRemove}>
          {text.remove(line.name.trim() === '' ? label.toLowerCase() : line.name.trim())}
        </Button>
      )}
    </div>
  )
}

/** Leads the focus to a line that has just been added. */
function useFocusOn() {
  const [field, setField] = useState<string | null>(null)
  useEffect(() => {
    if (field === null) return
    document.getElementById(field)?.focus()
    setField(null)
  }, [field])
  return setField
}

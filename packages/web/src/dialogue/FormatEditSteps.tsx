import type { FormatStep } from '@weerklank/core/dialogue/format'
import type { KeyboardEvent } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { FormatEditStep } from './FormatEditStep.tsx'
import { formatText } from './format.text.ts'
import { formatEditText } from './format-edit.text.ts'
import { type FormatEdit, focusNext, stepPart } from './format-edit.ts'

/** The steps of a format that is changed: opened one at a time, moved by buttons or with Alt and an arrow. */
export function FormatEditSteps({ edit }: { edit: FormatEdit }) {
  const text = useText(formatEditText)
  function handleAdd(after: string | null) {
    const before = new Set(edit.format.steps.map(({ key }) => key))
    if (!edit.do({ kind: 'add', after })) return
    edit.say(text.added)
    // The key of a new step is the first that is free.
    let key = 'step'
    for (let number = 2; before.has(key); number += 1) key = `step-${number}`
    edit.open(key)
    focusNext(stepPart('naam', key))
  }
  return (
    <>
      <ol className="wk-format-edit__steps">
        {edit.format.steps.map((step, at) => (
          <li key={step.key} data-shadow={step.isShadow}>
            <Line edit={edit} step={step} place={at + 1} onAdd={() => handleAdd(step.key)} />
          </li>
        ))}
      </ol>
      <div className="wk-actions">
        <Button icon="plus" onClick={() => handleAdd(null)}>
          {text.addFirst}
        </Button>
      </div>
    </>
  )
}

const keys: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 }

type LineProps = { edit: FormatEdit; step: FormatStep; place: number; onAdd: () => void }

function Line({ edit, step, place, onAdd }: LineProps) {
  const text = useText(formatEditText)
  const words = useText(formatText)
  const { key } = step
  const isOpen = edit.opened === key
  const name = step.title.nl.trim() || text.noName
  function handleMove(by: -1 | 1) {
    const focused = document.activeElement?.id ?? ''
    if (!edit.do({ kind: 'move', step: key, by })) return
    edit.say(text.moved(name, place + by))
    // Taking a line elsewhere on the page takes the focus from what is in it.
    if (focused !== '') focusNext(focused)
  }
  function handleKey(event: KeyboardEvent) {
    const by = event.altKey ? keys[event.key] : undefined
    if (by === undefined) return
    event.preventDefault()
    handleMove(by)
  }
  function handleRemove() {
    const next = edit.format.steps[place] ?? edit.format.steps[place - 2]
    if (!edit.do({ kind: 'remove', step: key })) return
    edit.say(text.removed)
    if (next !== undefined) focusNext(stepPart('regel', next.key))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that its buttons do as well
    <div onKeyDown={handleKey}>
      <div className="wk-format-edit__line">
        <button
          type="button"
          id={stepPart('regel', key)}
          className="wk-format-edit__name"
          aria-expanded={isOpen}
          aria-controls={stepPart('deel', key)}
          onClick={() => edit.open(isOpen ? null : key)}
        >
          <span className="wk-format-edit__place">{place}</span> {name}
        </button>
        {step.isShadow && <Chip tone="warm">{text.required}</Chip>}
        <span className="wk-muted wk-small">{words.stepMinutes(step.minutes)}</span>
      </div>
      <div id={stepPart('deel', key)} hidden={!isOpen}>
        {isOpen && (
          <div className="wk-format-edit__panel">
            <FormatEditStep edit={edit} step={step} />
            <div className="wk-actions">
              <Button
                id={stepPart('op', key)}
                variant="quiet"
                aria-keyshortcuts="Alt+ArrowUp"
                onClick={() => handleMove(-1)}
              >
                {text.up}
              </Button>
              <Button
                id={stepPart('neer', key)}
                variant="quiet"
                aria-keyshortcuts="Alt+ArrowDown"
                onClick={() => handleMove(1)}
              >
                {text.down}
              </Button>
              <Button variant="quiet" icon="plus" onClick={onAdd}>
                {text.addAfter}
              </Button>
              <Button variant="quiet" icon="minus" onClick={handleRemove}>
                {text.remove}
              </Button>
            </div>
          </div>
        )}
      </div>
    </div>
  )
}

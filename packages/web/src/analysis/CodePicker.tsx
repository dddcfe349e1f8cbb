import './code-picker.css'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { CodeNumber } from './CodeNumber.tsx'
import { type CodeOption, codeOptions } from './code-choice.ts'
import { codePickerText } from './code-picker.text.ts'
import type { CodeLine } from './code-tree.ts'

type Props = {
  lines: readonly CodeLine[]
  title: string
  /** What was typed to open it. */
  typed: string
  /** Not on a phone: there the keyboard would cover the codes. */
  takesFocus: boolean
  /** Above the list: the words that get a code. */
  children?: ReactNode
  onPick: (option: CodeOption) => void
  onClose: () => void
}

/** Chooses a code by typing, by arrows or by a press; a name that is not there yet makes a new one. */
export function CodePicker({ lines, title, typed: begun, takesFocus, children, onPick, onClose }: Props) {
  const text = useText(codePickerText)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(begun)
  const [at, setAt] = useState(0)
  const options = codeOptions(lines, typed)
  const active = Math.min(at, options.length - 1)
  useEffect(() => {
    if (takesFocus) input.current?.focus({ preventScroll: true })
  }, [takesFocus])
  const activeId = options[active] === undefined ? undefined : `${id}-${active}`
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  function handleKey(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && options.length > 0) {
      event.preventDefault()
      setAt((active + step + options.length) % options.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const option = options[active]
      if (option !== undefined) onPick(option)
    }
  }
  return (
    <section
      className="wk-code-picker"
      aria-label={title}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="wk-code-picker__head">
        <strong>{title}</strong>
        <Button variant="quiet" icon="cross" onClick={onClose}>
          {text.close}
        </Button>
      </div>
      {children}
      <input
        ref={input}
        className="wk-field__input"
        role="combobox"
        aria-label={text.search}
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={text.search}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={handleKey}
      />
      <Options id={id} options={options} active={active} onPick={onPick} />
    </section>
  )
}

type OptionsProps = {
  id: string
  options: readonly CodeOption[]
  active: number
  onPick: (option: CodeOption) => void
}

function Options({ id, options, active, onPick }: OptionsProps) {
  const text = useText(codePickerText)
  if (options.length === 0) return <p className="wk-muted">{text.none}</p>
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      tabIndex={-1}
      aria-label={text.codes}
      className="wk-code-picker__list"
    >
      {options.map((option, at) => (
        // The field above keeps the focus and hears the keys; a press is for who points.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          key={option.kind === 'new' ? 'new' : option.line.code.id}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onClick={() => onPick(option)}
        >
          <OptionWords option={option} />
        </div>
      ))}
    </div>
  )
}

function OptionWords({ option }: { option: CodeOption }) {
  const text = useText(codePickerText)
  if (option.kind === 'new') {
    return (
      <>
        <Icon name="plus" />
        <span>{text.make(option.name)}</span>
      </>
    )
  }
  const { code, number, path } = option.line
  return (
    <>
      <CodeNumber colour={code.colour} number={number} />
      <span>
        {code.name}
        {path.length > 1 && <span className="wk-code-picker__path"> {path.slice(0, -1).join(' › ')}</span>}
      </span>
    </>
  )
}

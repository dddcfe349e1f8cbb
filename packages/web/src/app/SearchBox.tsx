import '../ui/field.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, type SubmitEvent, useEffect, useRef } from 'react'
import { useText } from '../language/use-text.ts'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/Icon.tsx'
import { appText } from './app.text.ts'

type Props = {
  /** On a phone it stays folded away until asked for. */
  open: boolean
  onDone: () => void
}

export function SearchBox({ open, onDone }: Props) {
  const text = useText(appText)
  const navigate = useNavigate()
  const { zoek } = useSearch({ strict: false })
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (open) input.current?.focus()
  }, [open])
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const wanted = input.current?.value.trim() ?? ''
    void navigate({ to: '/samenwerkingen', search: wanted === '' ? {} : { zoek: wanted } })
    onDone()
  }
  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onDone()
  }
  return (
    <search id="zoeken" className={classes('wk-search', open && 'wk-search--open')}>
      <form onSubmit={handleSubmit}>
        <Icon name="search" />
        <label className="wk-sr-only" htmlFor="zoekvraag">
          {text.searchLabel}
        </label>
        <input
          ref={input}
          key={zoek ?? ''}
          id="zoekvraag"
          type="search"
          className="wk-field__input"
          placeholder={text.searchLabel}
          defaultValue={zoek ?? ''}
          maxLength={100}
          enterKeyHint="search"
          onKeyDown={handleKeyDown}
        />
      </form>
    </search>
  )
}

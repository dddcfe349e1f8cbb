import './copy-field.css'
import { useRef, useState } from 'react'
import { Button } from './Button.tsx'

type Props = {
  id: string
  label: string
  value: string
  /** What the button does. */
  copy: string
  copied: string
  /** Said when there is no clipboard: the text is selected then. */
  copyFailed: string
}

/** An address to pass on. */
export function CopyField({ id, label, value, copy, copied, copyFailed }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(value)
      setSaid(copied)
    } catch {
      // No clipboard without a secure connection, or it was refused.
      field.current?.select()
      setSaid(copyFailed)
    }
  }
  return (
    <div className="wk-field">
      <label className="wk-field__label" htmlFor={id}>
        {label}
      </label>
      <div className="wk-copy-field">
        <input ref={field} id={id} className="wk-field__input" readOnly dir="ltr" value={value} />
        <Button icon="copy" onClick={handleCopy}>
          {copy}
        </Button>
      </div>
      <p className="wk-small wk-copy-field__said" role="status">
        {said}
      </p>
    </div>
  )
}
